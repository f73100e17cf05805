/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Crowds: so many symbols that nobody points at one or listens to all of them. They become one node of the drawing with
 * one label. It leaves alone units whose symbols say something each (links, descriptions, a highlight) or each look
 * different.
 */
#include "plot/marks/symbols-private.h"

#include <math.h>

#include "plot/scale.h"

/* Fewer keep a node and a label each. */
#define LEAST 20000
#define MOST_LOOKS 4096

typedef struct {
    RkUnit *unit;
    const guint32 *rows;
    gsize row_count;
    const RkUse *parting[RK_CHANNELS]; /* what looks depend on, with categories */
    guint parting_count;
    guint16 *looks; /* NULL when all have the same */
    RkSymbolLook *look;
    guint look_count;
    double *x, *y;
} Crowd;

static gboolean speaks_alone(const RkUnit *unit)
{
    static const RkChannel channels[] = {RK_CHANNEL_HREF, RK_CHANNEL_DESCRIPTION, RK_CHANNEL_TOOLTIP};
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++)
        if (unit->uses[channels[i]] != NULL)
            return TRUE;
    return unit->highlighted != NULL || unit->following != NULL;
}

/** Whether looks depend on categories at most; notes on which. */
static gboolean find_parting(Crowd *crowd)
{
    static const RkChannel channels[] = {RK_CHANNEL_COLOR,        RK_CHANNEL_FILL,         RK_CHANNEL_STROKE,
                                         RK_CHANNEL_OPACITY,      RK_CHANNEL_FILL_OPACITY, RK_CHANNEL_STROKE_OPACITY,
                                         RK_CHANNEL_STROKE_WIDTH, RK_CHANNEL_STROKE_DASH,  RK_CHANNEL_SIZE,
                                         RK_CHANNEL_SHAPE,        RK_CHANNEL_ANGLE};
    gsize looks = 1;
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = crowd->unit->uses[channels[i]];
        if (use == NULL || (use->column == NULL && use->condition_count == 0))
            continue;
        if (use->condition_count > 0 || use->categories == NULL || use->scale == NULL)
            return FALSE;
        crowd->parting[crowd->parting_count++] = use;
        looks *= (gsize)use->scale->categories->len + 1;
        if (looks > MOST_LOOKS)
            return FALSE;
    }
    crowd->look_count = (guint)looks;
    return TRUE;
}

/** The look of a row: its categories, or that one is missing, as digits of a number. */
static guint look_of(const Crowd *crowd, guint32 row)
{
    guint look = 0;
    for (guint i = 0; i < crowd->parting_count; i++) {
        const RkUse *use = crowd->parting[i];
        look = look * (use->scale->categories->len + 1) + (use->categories[row] + 1);
    }
    return look;
}

static gboolean set_look(Crowd *crowd, RkSymbolLook *look, guint32 row, const char *shape)
{
    RkUnit *unit = crowd->unit;
    look->style = (RkStyle){.opacity = 1};
    rk_unit_style(unit, row, &look->style);
    look->size = rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_unit_number(unit, "size", 30));
    look->angle = rk_unit_visual(unit, RK_CHANNEL_ANGLE, row, rk_unit_number(unit, "angle", 0));
    look->shape = rk_symbols_shape_of(unit, row, shape);
    return look->size >= 0 && isfinite(look->size) && isfinite(look->angle);
}

/** Keeps what has a place and a look; answers how many. */
static guint keep(Crowd *crowd, const char *shape)
{
    guint kept = 0;
    g_autofree guint8 *known = g_new0(guint8, crowd->look_count); /* 1: to be drawn, 2: not */
    for (gsize i = 0; i < crowd->row_count; i++) {
        guint look = look_of(crowd, crowd->rows[i]);
        if (known[look] == 0)
            known[look] = set_look(crowd, &crowd->look[look], crowd->rows[i], shape) ? 1 : 2;
        if (known[look] == 2 || !isfinite(crowd->x[i]) || !isfinite(crowd->y[i]))
            continue;
        crowd->x[kept] = crowd->x[i];
        crowd->y[kept] = crowd->y[i];
        if (crowd->looks != NULL)
            crowd->looks[kept] = (guint16)look;
        kept++;
    }
    for (guint look = 0; look < crowd->look_count; look++)
        if (known[look] != 1)
            crowd->look[look] = (RkSymbolLook){.style = {.opacity = 1}, .shape = "circle"};
    return kept;
}

/** How many there are, and what of: "1000000 points of x and y". */
static void describe(const Crowd *crowd, RkNode *group, guint count)
{
    RkScene *scene = crowd->unit->plotting->scene;
    g_autoptr(GString) label = g_string_new(NULL);
    g_string_append_printf(label, "%u symbols", count);
    for (RkChannel channel = RK_CHANNEL_X; channel <= RK_CHANNEL_Y; channel++) {
        const RkUse *use = crowd->unit->uses[channel];
        const char *title = use == NULL ? NULL : use->title;
        if (title != NULL)
            g_string_append_printf(label, "%s%s", strchr(label->str, ':') == NULL ? ": " : ", ", title);
    }
    group->meaning.role = "graphics-symbol";
    group->meaning.label = rk_scene_text(scene, label->str);
}

gboolean rk_symbols_draw_crowd(RkUnit *unit, RkNode *group, const guint32 *rows, gsize count, const char *shape)
{
    Crowd crowd = {.unit = unit, .rows = rows, .row_count = count};
    if (count < LEAST || speaks_alone(unit) || !find_parting(&crowd))
        return FALSE;
    RkScene *scene = unit->plotting->scene;
    crowd.x = rk_scene_array(scene, count, sizeof(double));
    crowd.y = rk_scene_array(scene, count, sizeof(double));
    crowd.looks = crowd.parting_count == 0 ? NULL : rk_scene_array(scene, count, sizeof(guint16));
    crowd.look = rk_scene_array(scene, crowd.look_count, sizeof(RkSymbolLook));
    rk_unit_positions(unit, RK_CHANNEL_X, rows, count, crowd.x);
    rk_unit_positions(unit, RK_CHANNEL_Y, rows, count, crowd.y);
    guint kept = keep(&crowd, shape);
    describe(&crowd, group, kept);
    if (kept == 0)
        return TRUE;
    RkNode *node = rk_scene_add(scene, group, RK_NODE_SYMBOLS);
    node->symbols.count = kept;
    node->symbols.x = crowd.x;
    node->symbols.y = crowd.y;
    node->symbols.looks = crowd.looks;
    node->symbols.look = crowd.look;
    node->symbols.look_count = crowd.look_count;
    return TRUE;
}
