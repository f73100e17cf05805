/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events along time, a lane for each topic: a dot on a date, a bar for a span (x2), and the text beside a hairline below it. Texts are wrapped, never shortened, and never lie on each other: a lane grows as tall as its texts need.
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
    return TRUE;
}

static int by_lane_and_time(gconstpointer first, gconstpointer second)
{
    const Event *a = first, *b = second;
    if (a->lane != b->lane)
        return a->lane < b->lane ? -1 : 1;
    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return a->row < b->row ? -1 : 1;
}

static void span_of(const Event *event, double *left, double *right)
{
    *left = event->leftwards ? event->x - event->width : event->x;
    *right = event->leftwards ? event->x : event->x + event->width;
}

/** The placed event that stands in the way of `self` at `top`: with its text, or with the hairline that leads down to it. */
static const Event *hindrance(Event *const *placed, guint count, const Event *self, double top)
{
    double left, right, other_left, other_right;
    span_of(self, &left, &right);
    for (guint i = 0; i < count; i++) {
        const Event *other = placed[i];
        double other_bottom = other->top + other->height;
        span_of(other, &other_left, &other_right);
        gboolean texts = left < other_right && right > other_left && top < other_bottom + GAP && top + self->height + GAP > other->top;
        gboolean crossed = other->x > left && other->x < right && top < other_bottom;
        if (texts || crossed)
            return other;
    }
    return NULL;
}

/** TRUE when the hairline of `self` runs through a text above it. */
static gboolean runs_through(Event *const *placed, guint count, const Event *self)
{
    for (guint i = 0; i < count; i++) {
        double left, right;
        span_of(placed[i], &left, &right);
        if (self->x > left && self->x < right && placed[i]->top < self->top)
            return TRUE;
    }
    return FALSE;
}

/** Places the events of a lane, the first `split` of them with their texts to the left where there is room. The outermost come
 * first, so that the hairlines of the inner ones pass between. Answers a cost: crossings first, then height. */
static double place_split(Event *events, guint count, guint split, double width)
{
    g_autofree Event **placed = g_new(Event *, count);
    guint placed_count = 0;
    double height = 0;
    guint crossings = 0;
    for (guint i = 0; i < count; i++) {
        gboolean fits_left = events[i].x >= events[i].width, fits_right = events[i].x + events[i].width <= width;
        events[i].leftwards = i < split ? fits_left || !fits_right : !fits_right;
    }
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < count; i++) {
            Event *event = pass == 0 ? &events[i] : &events[count - 1 - i];
            if (event->leftwards != (pass == 0))
                continue;
            event->top = TEXT_FROM;
            const Event *other;
            while ((other = hindrance(placed, placed_count, event, event->top)) != NULL)
                event->top = other->top + other->height + GAP;
            crossings += runs_through(placed, placed_count, event);
            height = fmax(height, event->top + event->height);
            placed[placed_count++] = event;
        }
    }
    return crossings * 10000.0 + height;
}

static void place_lane(Event *events, guint count, double width)
{
    guint best = 0;
    double least = INFINITY;
    for (guint split = 0; split <= count; split++) {
        double cost = place_split(events, count, split, width);
        if (cost < least) {
            least = cost;
            best = split;
        }
    }
    place_split(events, count, best, width);
}

static void place(Event *events, guint count, double width)
{
    for (guint from = 0, to = 0; from < count; from = to) {
        while (to < count && events[to].lane == events[from].lane)
            to++;
        place_lane(events + from, to - from, width);
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
    qsort(events, *count, sizeof *events, by_lane_and_time);
    place(events, *count, unit->panel->width);
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

/** A span is a light bar that dots may lie on. */
static void draw_span(RkUnit *unit, RkNode *group, const Event *event, double lane)
{
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_RECT);
    node->rect.x = fmin(event->x, event->x2);
    node->rect.width = fabs(event->x2 - event->x);
    node->rect.y = lane + LINE_AT - 2.5;
    node->rect.height = 5;
    for (guint i = 0; i < 4; i++)
        node->rect.corner_radius[i] = fmin(2.5, node->rect.width / 2);
    node->style.fill = (RkPaint){TRUE, rk_unit_row_color(unit, event->row)};
    node->style.opacity = 0.4;
    rk_unit_mean(unit, node, event->row, "event");
}

static void draw_dot(RkUnit *unit, RkNode *group, const Event *event, double lane)
{
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_SYMBOL);
    node->symbol.x = event->x;
    node->symbol.y = lane + LINE_AT;
    node->symbol.size = rk_unit_visual(unit, RK_CHANNEL_SIZE, event->row, rk_unit_number(unit, "size", 38));
    node->symbol.shape = "circle";
    rk_unit_style(unit, event->row, &node->style);
    node->style.stroke = (RkPaint){TRUE, rk_unit_row_color(unit, event->row)};
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
        if (isfinite(events[i].x2))
            draw_span(unit, marks, &events[i], lane);
        draw_text(unit, texts, &events[i], lane, &font);
    }
    for (guint i = 0; i < count; i++) {
        if (!isfinite(events[i].x2))
            draw_dot(unit, marks, &events[i], rk_scale_band_start(lanes, events[i].lane));
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
