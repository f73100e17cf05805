/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events along time, a lane for each topic: a dot on a day, an open dot for a month, a bar for a span, and the text beside a
 * hairline below it. Texts are wrapped, never shortened, and never lie on each other: a lane grows as tall as its texts need.
 */
#include <math.h>
#include <stdlib.h>

#include "plot/mark.h"
#include "plot/scale.h"

static const RkProperty properties[] = {
    {"wrap", RK_ALLOW_NUMBER, .summary = "width of the texts in pixels"},
    {"fontSize", RK_ALLOW_NUMBER, .summary = "pixels"},
    {0},
};
static const RkShape timeline_words = {.name = "the timeline mark", .properties = properties};
static const RkShape *const includes[] = {&rk_mark_common_shape, &timeline_words, NULL};
static const RkShape shape = {.name = "the timeline mark", .includes = includes};

/** Room above and below the line of dots, between texts, and below the last text. */
#define LINE_AT 9.0
#define TEXT_FROM 15.0
#define GAP 4.0
#define LANE_END 8.0
/** A span shorter than this many pixels is a dot. */
#define SHORT 5.0

typedef struct {
    guint32 row;
    guint32 lane;
    double x, x2;      /**< of the event; NaN x2: none */
    const char *text;
    double width, height;
    gboolean leftwards; /**< the text ends at the hairline instead of beginning there */
    double top;        /**< of the text, below the top of the lane */
} Event;

static RkFont font_of(const RkUnit *unit)
{
    const char *blocks[] = {"timeline", "text", NULL};
    return rk_plotting_font(unit->plotting, unit->mark_map, blocks, "", 9.33);
}

static double line_height(const RkFont *font)
{
    return font->size * 1.25;
}

static gboolean make_event(RkUnit *unit, guint32 row, const RkFont *font, Event *event)
{
    const RkUse *lane = unit->uses[RK_CHANNEL_Y], *text = unit->uses[RK_CHANNEL_TEXT];
    *event = (Event){.row = row, .lane = lane->categories[row]};
    event->x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5);
    event->x2 = rk_unit_position(unit, RK_CHANNEL_X2, row, 0.5);
    event->text = text == NULL ? NULL : rk_use_text(unit, text, row);
    if (event->lane == G_MAXUINT32 || !isfinite(event->x) || event->text == NULL)
        return FALSE;
    double wrap = fmin(rk_unit_number(unit, "wrap", 210), unit->panel->width);
    event->text = rk_plotting_wrap_even(unit->plotting, font, event->text, wrap);
    event->width = rk_plotting_text_width(unit->plotting, font, event->text) + GAP;
    event->height = rk_line_count(event->text) * line_height(font);
    event->leftwards = event->x + event->width > unit->panel->width;
    return TRUE;
}

/** Later events first: their texts take the upper places, so that the hairlines of earlier ones pass before them. */
static int later_first(gconstpointer first, gconstpointer second)
{
    const Event *a = first, *b = second;
    if (a->lane != b->lane)
        return a->lane < b->lane ? -1 : 1;
    if (a->leftwards != b->leftwards)
        return a->leftwards ? 1 : -1;
    if (a->x != b->x)
        return (a->x > b->x) == !a->leftwards ? -1 : 1;
    return a->row > b->row ? -1 : 1;
}

static void span_of(const Event *event, double *left, double *right)
{
    *left = event->leftwards ? event->x - event->width : event->x;
    *right = event->leftwards ? event->x : event->x + event->width;
}

/** Whether a text at `top` would lie on one that is placed already, or on the hairline that leads down to it. */
static const Event *hindrance(const Event *events, guint from, guint self, double top)
{
    double left, right;
    span_of(&events[self], &left, &right);
    for (guint i = from; i < self; i++) {
        double other_left, other_right;
        span_of(&events[i], &other_left, &other_right);
        gboolean beside = right <= other_left || left >= other_right;
        gboolean above = top + events[self].height <= events[i].top;
        gboolean below = top >= events[i].top + events[i].height;
        /* The other hairline comes down from the lane's line to its text: staying above crosses it. */
        gboolean crossed = above && events[i].x > left && events[i].x < right;
        if (!beside && ((!above && !below) || crossed))
            return &events[i];
    }
    return NULL;
}

static void place(Event *events, guint count)
{
    guint from = 0;
    for (guint i = 0; i < count; i++) {
        if (events[i].lane != events[from].lane)
            from = i;
        double top = TEXT_FROM;
        for (const Event *other = hindrance(events, from, i, top); other != NULL; other = hindrance(events, from, i, top))
            top = other->top + other->height + GAP;
        events[i].top = top;
    }
}

/** All events with their places, ordered by lane; g_free() the list. */
static Event *arrange(RkUnit *unit, guint *count)
{
    RkFont font = font_of(unit);
    gsize rows = rk_table_rows(unit->table);
    Event *events = g_new0(Event, rows + 1);
    *count = 0;
    for (guint32 row = 0; row < rows; row++) {
        if (make_event(unit, row, &font, &events[*count]))
            ++*count;
    }
    qsort(events, *count, sizeof *events, later_first);
    place(events, *count);
    return events;
}

static gboolean has_lanes(const RkUnit *unit)
{
    const RkUse *lane = unit->uses[RK_CHANNEL_Y];
    return lane != NULL && lane->categories != NULL && lane->scale->type->bands;
}

static double *band_extents(RkUnit *unit)
{
    if (!has_lanes(unit))
        return NULL;
    guint count;
    g_autofree Event *events = arrange(unit, &count);
    guint lanes = unit->uses[RK_CHANNEL_Y]->scale->categories->len;
    double *extents = g_new(double, MAX(lanes, 1));
    for (guint i = 0; i < lanes; i++)
        extents[i] = TEXT_FROM + LANE_END;
    for (guint i = 0; i < count; i++)
        extents[events[i].lane] = fmax(extents[events[i].lane], events[i].top + events[i].height + LANE_END);
    return extents;
}

static void draw_hairline(RkUnit *unit, RkNode *group, const Event *event, double lane)
{
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_RULE);
    node->rule.x = node->rule.x2 = event->x;
    node->rule.y = lane + LINE_AT;
    node->rule.y2 = lane + event->top + event->height;
    node->style.stroke = (RkPaint){TRUE, rk_plotting_palette(unit->plotting, "context", "#B9C3CC")};
    node->style.stroke_width = 0.6;
    node->meaning.hidden = TRUE;
}

static void draw_event(RkUnit *unit, RkNode *group, const Event *event, double lane)
{
    RkColor color = rk_unit_row_color(unit, event->row);
    gboolean span = isfinite(event->x2) && fabs(event->x2 - event->x) >= SHORT;
    RkNode *node;
    if (span) {
        node = rk_scene_add(unit->plotting->scene, group, RK_NODE_RECT);
        node->rect.x = fmin(event->x, event->x2);
        node->rect.width = fabs(event->x2 - event->x);
        node->rect.y = lane + LINE_AT - 2;
        node->rect.height = 4;
        for (guint i = 0; i < 4; i++)
            node->rect.corner_radius[i] = 2;
    } else {
        node = rk_scene_add(unit->plotting->scene, group, RK_NODE_SYMBOL);
        node->symbol.x = event->x;
        node->symbol.y = lane + LINE_AT;
        node->symbol.size = rk_unit_visual(unit, RK_CHANNEL_SIZE, event->row, rk_unit_number(unit, "size", 38));
        node->symbol.shape = "circle";
    }
    rk_unit_style(unit, event->row, &node->style);
    node->style.stroke = (RkPaint){TRUE, color};
    node->style.stroke_width = fmax(node->style.stroke_width, 1.2);
    rk_unit_mean(unit, node, event->row, "event");
}

static void draw_text(RkUnit *unit, RkNode *group, const Event *event, double lane, const RkFont *font)
{
    RkFont own = *font;
    RkColor color = rk_plotting_palette(unit->plotting, "text", "#1B1F24");
    if (rk_unit_row_highlighted(unit, event->row))
        own.weight = 600;
    double x = event->leftwards ? event->x - GAP : event->x + GAP;
    RkNode *node = rk_plotting_add_text(unit->plotting, group, event->text, x, lane + event->top, &own, color,
                                        event->leftwards ? RK_ALIGN_RIGHT : RK_ALIGN_LEFT, RK_BASELINE_TOP);
    node->text.line_height = line_height(font);
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    if (!has_lanes(unit)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(unit->mark_map), "give y a nominal field",
                     "a timeline needs a lane for each event");
        return FALSE;
    }
    guint count;
    g_autofree Event *events = arrange(unit, &count);
    const RkScale *lanes = unit->uses[RK_CHANNEL_Y]->scale;
    RkNode *hairlines = rk_scene_add_group(unit->plotting->scene, parent, "mark-rule role-mark hairlines", 0, 0);
    hairlines->meaning.hidden = TRUE;
    RkNode *marks = rk_unit_container(unit, parent, "symbol");
    RkNode *texts = rk_scene_add_group(unit->plotting->scene, parent, "mark-text role-mark label", 0, 0);
    texts->meaning.hidden = TRUE;
    RkFont font = font_of(unit);
    for (guint i = 0; i < count; i++) {
        double lane = rk_scale_band_start(lanes, events[i].lane);
        draw_hairline(unit, hairlines, &events[i], lane);
        draw_event(unit, marks, &events[i], lane);
        draw_text(unit, texts, &events[i], lane, &font);
    }
    return TRUE;
}

extern const RkMark rk_mark_timeline;
const RkMark rk_mark_timeline = {
    .name = "timeline",
    .summary = "events along time in lanes, with their texts",
    .shape = &shape,
    .bands = TRUE,
    .filled = TRUE,
    .band_extents = band_extents,
    .draw = draw,
};
