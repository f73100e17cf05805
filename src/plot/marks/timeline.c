/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events along time, a lane for each topic: a dot on a date, a bar for a span (x2), and the text beside a hairline
 * below it. Texts are wrapped, never shortened, and never lie on each other: a lane grows as tall as its texts need.
 */
#include "plot/marks/timeline-private.h"

#include <math.h>

#include "plot/scale.h"

static const RkProperty properties[] = {
    {"wrap", RK_ALLOW_NUMBER, .summary = "width of the texts in pixels"},
    {"fontSize", RK_ALLOW_NUMBER, .summary = "pixels"},
    {0},
};
static const RkShape timeline_words = {.name = "the timeline mark", .properties = properties};
static const RkShape *const includes[] = {&rk_mark_common_shape, &timeline_words, NULL};
static const RkShape shape = {.name = "the timeline mark", .includes = includes};

static RkFont font_of(const RkUnit *unit)
{
    const char *blocks[] = {"timeline", "text", NULL};
    return rk_plotting_font(unit->plotting, unit->mark_map, blocks, "", 9.33);
}

static double line_height(const RkFont *font)
{
    return font->size * 1.25;
}

static RkTimelineBlock wrap_block(RkUnit *unit, const RkFont *font, const char *text, double room)
{
    double wrap = fmin(rk_unit_number(unit, "wrap", 200), room - GAP);
    if (wrap < NARROWEST)
        return (RkTimelineBlock){NULL, 0, 0};
    RkTimelineBlock block = {.text = rk_plotting_wrap_even(unit->plotting, font, text, wrap)};
    block.width = rk_plotting_text_width(unit->plotting, font, block.text) + GAP;
    block.height = rk_line_count(block.text) * line_height(font);
    return block;
}

static gboolean make_event(RkUnit *unit, guint32 row, const RkFont *font, RkTimelineEvent *event)
{
    const RkUse *lane = unit->uses[RK_CHANNEL_Y], *use = unit->uses[RK_CHANNEL_TEXT];
    *event = (RkTimelineEvent){.row = row, .lane = lane->categories[row]};
    event->x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5);
    event->x2 = rk_unit_position(unit, RK_CHANNEL_X2, row, 0.5);
    const char *text = use == NULL ? NULL : rk_use_text(unit, use, row);
    if (event->lane == G_MAXUINT32 || !isfinite(event->x) || text == NULL)
        return FALSE;
    event->left = wrap_block(unit, font, text, event->x);
    event->right = wrap_block(unit, font, text, unit->panel->width - event->x);
    if (event->left.text == NULL && event->right.text == NULL)
        event->right = wrap_block(unit, font, text, NARROWEST + GAP);
    return TRUE;
}

/** All events with their places, ordered by lane; g_free() the list. */
static RkTimelineEvent *arrange(RkUnit *unit, guint *count)
{
    RkFont font = font_of(unit);
    gsize rows = rk_table_rows(unit->table);
    RkTimelineEvent *events = g_new0(RkTimelineEvent, rows + 1);
    *count = 0;
    for (guint32 row = 0; row < rows; row++) {
        if (make_event(unit, row, &font, &events[*count]))
            ++*count;
    }
    rk_timeline_place(events, *count);
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
    g_autofree RkTimelineEvent *events = arrange(unit, &count);
    guint lanes = unit->uses[RK_CHANNEL_Y]->scale->categories->len;
    double *extents = g_new(double, MAX(lanes, 1));
    for (guint i = 0; i < lanes; i++)
        extents[i] = TEXT_FROM + LANE_END;
    for (guint i = 0; i < count; i++)
        extents[events[i].lane] =
            fmax(extents[events[i].lane], events[i].top + rk_timeline_block(&events[i])->height + LANE_END);
    return extents;
}

static void draw_hairline(RkUnit *unit, RkNode *group, const RkTimelineEvent *event, double lane)
{
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_RULE);
    node->rule.x = node->rule.x2 = event->x;
    node->rule.y = lane + LINE_AT;
    node->rule.y2 = lane + event->top + rk_timeline_block(event)->height;
    node->style.stroke = (RkPaint){TRUE, rk_plotting_palette(unit->plotting, "context", "#B9C3CC")};
    node->style.stroke_width = 0.6;
    node->meaning.hidden = TRUE;
}

/** A span is a light bar that dots may lie on. */
static void draw_span(RkUnit *unit, RkNode *group, const RkTimelineEvent *event, double lane)
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

static void draw_dot(RkUnit *unit, RkNode *group, const RkTimelineEvent *event, double lane)
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

static void draw_text(RkUnit *unit, RkNode *group, const RkTimelineEvent *event, double lane, const RkFont *font)
{
    RkFont own = *font;
    RkColor color = rk_plotting_palette(unit->plotting, "text", "#1B1F24");
    if (rk_unit_row_highlighted(unit, event->row))
        own.weight = 600;
    double x = event->leftwards ? event->x - GAP : event->x + GAP;
    RkNode *node =
        rk_plotting_add_text(unit->plotting, group, rk_timeline_block(event)->text, x, lane + event->top, &own, color,
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
    g_autofree RkTimelineEvent *events = arrange(unit, &count);
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
