/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars: a length from zero for each row, stacked where a channel parts them.
 */
#include "plot/label.h"
#include "plot/marks/boxes-private.h"

#include "plot/series.h"

#include <math.h>

static const RkProperty properties[] = {
    {"cornerRadiusEnd", RK_ALLOW_NUMBER | RK_ALLOW_ROWS,
     .summary = "radius of the corners at the end of a bar in pixels"},
    {"hairline", RK_ALLOW_NUMBER, .summary = "gap between the parts of a stack in pixels"},
    {0},
};
extern const RkShape rk_bar_words;
const RkShape rk_bar_words = {.name = "the bar mark", .properties = properties};
static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_boxes_shape, &rk_bar_words, NULL};
static const RkShape shape = {.name = "the bar mark", .includes = includes};

/** Two bars of one place lie on each other, and only the last is seen. */
static void warn_of_overlap(RkUnit *unit)
{
    RkChannel across = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X;
    const RkUse *place = unit->uses[across], *length = unit->uses[unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y];
    /* Who writes `stack: null` wants them over each other. */
    if (length == NULL || rk_value_has(length->definition, "stack"))
        return;
    if (unit->stacked || place == NULL || place->categories == NULL || unit->uses[RK_CHANNEL_X2] != NULL ||
        unit->uses[RK_CHANNEL_Y2] != NULL)
        return;
    const RkUse *offset = unit->uses[across == RK_CHANNEL_Y ? RK_CHANNEL_Y_OFFSET : RK_CHANNEL_X_OFFSET];
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        /* What the domain does not list is not drawn. */
        if (place->categories[row] == G_MAXUINT32)
            continue;
        gint64 *key = g_new(gint64, 1);
        *key = place->categories[row];
        if (offset != NULL && offset->categories != NULL)
            *key |= (gint64)((guint64)offset->categories[row] << 32);
        if (g_hash_table_add(seen, key))
            continue;
        rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(unit->mark_map),
                           "filter or aggregate the rows, or part them by color, xOffset or yOffset",
                           "several bars stand at one place and hide each other");
        return;
    }
}

typedef struct {
    GArray *rows;
    RkBox around;
} Pile;

static void pile_free(gpointer data)
{
    Pile *pile = data;
    g_array_unref(pile->rows);
    g_free(pile);
}

static void pile_add(Pile *pile, guint32 row, const RkBox *box)
{
    RkBox *around = &pile->around;
    if (pile->rows->len == 0)
        *around = *box;
    double right = fmax(around->x + around->width, box->x + box->width);
    double bottom = fmax(around->y + around->height, box->y + box->height);
    around->x = fmin(around->x, box->x);
    around->y = fmin(around->y, box->y);
    around->width = right - around->x;
    around->height = bottom - around->y;
    g_array_append_val(pile->rows, row);
}

/** Bars of one place: those that share their extent across. */
static GPtrArray *collect_piles(RkUnit *unit)
{
    GPtrArray *piles = g_ptr_array_new_with_free_func(pile_free);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gsize count;
    g_autofree guint32 *rows = rk_unit_draw_order(unit, &count);
    for (gsize i = 0; i < count; i++) {
        RkBox box;
        if (!rk_box_of(unit, rows[i], &box))
            continue;
        gboolean level = unit->stack_channel == RK_CHANNEL_X;
        char *key = g_strdup_printf("%.2f,%.2f", level ? box.y : box.x, level ? box.height : box.width);
        Pile *pile = g_hash_table_lookup(known, key);
        if (pile == NULL) {
            pile = g_new0(Pile, 1);
            pile->rows = g_array_new(FALSE, FALSE, sizeof(guint32));
            g_ptr_array_add(piles, pile);
            g_hash_table_insert(known, key, pile);
        } else {
            g_free(key);
        }
        pile_add(pile, rows[i], &box);
    }
    return piles;
}

/** A stack is rounded as one bar: its pieces are cut at the corners of the whole. */
static void draw_pile(RkUnit *unit, RkNode *parent, const Pile *pile, const double radius[4])
{
    static const double square[4] = {0};
    RkScene *scene = unit->plotting->scene;
    const RkBox *around = &pile->around;
    RkNode *frame = rk_scene_add_group(scene, parent, "mark-group role-scope", around->x, around->y);
    frame->group.width = around->width;
    frame->group.height = around->height;
    frame->group.clip = TRUE;
    for (guint i = 0; i < 4; i++)
        frame->group.corner_radius[i] = fmin(radius[i], fmin(around->width, around->height) / 2);
    /* The outline goes round the whole. */
    rk_unit_style(unit, g_array_index(pile->rows, guint32, 0), &frame->style);
    frame->style.fill.set = FALSE;
    RkNode *group = rk_unit_container(unit, frame, "rect");
    group->group.x = -around->x;
    group->group.y = -around->y;
    for (guint i = 0; i < pile->rows->len; i++) {
        guint32 row = g_array_index(pile->rows, guint32, i);
        RkBox box;
        if (rk_box_of(unit, row, &box))
            rk_box_draw(unit, group, row, &box, square);
    }
}

static gboolean draw_bars(RkUnit *unit, RkNode *parent)
{
    double radius[4];
    /* Whether a stack is cut at its corners does not differ from row to row. */
    gboolean round = rk_box_corners(unit, 0, radius);
    if (!unit->stacked || !round || unit->uses[RK_CHANNEL_SIZE] != NULL)
        return rk_boxes_draw(unit, parent);
    g_autoptr(GPtrArray) piles = collect_piles(unit);
    for (guint i = 0; i < piles->len; i++)
        draw_pile(unit, parent, g_ptr_array_index(piles, i), radius);
    return TRUE;
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    warn_of_overlap(unit);
    return draw_bars(unit, parent) && rk_label_bars(unit, parent, error);
}

extern const RkMark rk_mark_bar;
const RkMark rk_mark_bar = {
    .name = "bar",
    .size = RK_SIZE_BAND,
    .summary = "a length from zero, stacked where colours part it",
    .shape = &shape,
    .stacks = TRUE,
    .upright = RK_UPRIGHT_BAR,
    .thick = TRUE,
    .bands = TRUE,
    .filled = TRUE,
    .flags_as = RK_FLAG_ON_BAR,
    .idle = RK_CHANNELS_POLAR | RK_CHANNELS_WORDS | RK_CHANNEL_BIT(RK_CHANNEL_SHAPE),
    .draw = draw,
};
