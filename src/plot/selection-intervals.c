/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame of an interval that a selection begins with. One that nobody has drawn yet, or that moves the scales, has
 * none.
 */
#include "plot/selections.h"

#include <math.h>

#include "plot/scale.h"

typedef struct {
    RkPanel *panel;
    const RkValue *definition; /**< of the selection */
    const RkUnit *unit;        /**< whose channels it speaks of */
    double x, y, width, height;
    gboolean open; /**< it has an extent along every channel that it has ends on */
} Interval;

static gboolean is_interval(const RkValue *definition)
{
    const RkValue *select = rk_value_get(definition, "select");
    const RkValue *type = rk_value_is(select, RK_VALUE_MAP) ? rk_value_get(select, "type") : select;
    return rk_value_is_text(type, "interval") && !rk_value_is_text(rk_value_get(definition, "bind"), "scales") &&
           rk_value_is(rk_value_get(definition, "value"), RK_VALUE_MAP);
}

static gboolean lies_below(const RkView *view, const RkView *above)
{
    while (view != NULL && view != above)
        view = view->parent;
    return view != NULL;
}

static const RkUnit *first_unit(const RkPanel *panel, const RkView *view)
{
    for (guint i = 0; i < panel->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(panel->units, i);
        if (lies_below(unit->view, view))
            return unit;
    }
    return NULL;
}

/** What `encodings` names: of the selection, or of config where the selection begins with no values of channels. */
static const RkValue *encodings_of(const Interval *interval)
{
    const RkValue *select = rk_value_get(interval->definition, "select");
    const RkValue *value = rk_value_get(interval->definition, "value");
    const RkValue *general = rk_config_get(interval->panel->plotting->config, "selection", "interval");
    if (rk_value_has(select, "encodings"))
        return rk_value_get(select, "encodings");
    return rk_value_has(value, "x") || rk_value_has(value, "y") ? NULL : rk_value_get(general, "encodings");
}

/** Both channels, or those that are named. */
static const RkUse *use_of(const Interval *interval, RkChannel channel)
{
    const RkValue *encodings = encodings_of(interval);
    gboolean named = encodings == NULL;
    for (guint i = 0; i < rk_value_length(encodings); i++)
        named = named || rk_value_is_text(rk_value_at(encodings, i), rk_channel_name(channel));
    const RkUse *use = interval->unit->uses[channel];
    return named && use != NULL && use->scale != NULL ? use : NULL;
}

/** The two ends of a channel, which a key names by the channel or by its field. */
static const RkValue *ends_of(const Interval *interval, const RkUse *use)
{
    const RkValue *value = rk_value_get(interval->definition, "value");
    const RkValue *ends = rk_value_get(value, rk_channel_name(use->channel));
    if (ends == NULL)
        ends = rk_value_get(value, rk_value_text_or(rk_value_get(use->definition, "field"), ""));
    return rk_value_length(ends) >= 2 ? ends : NULL;
}

static gboolean place_end(RkScale *scale, const RkValue *end, double *place, GError **error)
{
    if (!scale->type->discrete) {
        double number;
        if (!rk_scale_bound(scale, end, &number, error))
            return FALSE;
        *place = rk_scale_map(scale, number);
        return TRUE;
    }
    g_autofree char *text = rk_scalar_write(rk_scalar_from_value(end));
    guint32 category = rk_scale_category(scale, text);
    *place = category == G_MAXUINT32 ? NAN : rk_scale_band_start(scale, category);
    return TRUE;
}

/** From where to where along a channel; the whole frame where the selection does not speak of it. */
static gboolean span(Interval *interval, RkChannel channel, double *start, double *length, GError **error)
{
    const RkUse *use = use_of(interval, channel);
    const RkValue *ends = use == NULL ? NULL : ends_of(interval, use);
    double from = 0, to = channel == RK_CHANNEL_X ? interval->panel->width : interval->panel->height;
    if (ends != NULL && (!place_end(use->scale, rk_value_at(ends, 0), &from, error) ||
                         !place_end(use->scale, rk_value_at(ends, rk_value_length(ends) - 1), &to, error)))
        return FALSE;
    *start = fmin(from, to);
    *length = fabs(to - from);
    interval->open = interval->open && (ends == NULL || *length > 0);
    return TRUE;
}

/** A look of the interval: by the selection, then by config, whose `mark` takes the place of all usual looks. */
static const RkValue *look(const Interval *interval, const char *key, gboolean *usual)
{
    const RkValue *own = rk_value_get(rk_value_get(interval->definition, "select"), "mark");
    const RkValue *general = rk_config_get(interval->panel->plotting->config, "selection", "interval");
    const RkValue *looks = rk_value_get(general, "mark");
    const RkValue *found = rk_value_has(own, key) ? rk_value_get(own, key) : rk_value_get(looks, key);
    *usual = found == NULL && looks == NULL;
    return found;
}

static double look_number(const Interval *interval, const char *key, double usually, double otherwise)
{
    gboolean usual;
    const RkValue *said = look(interval, key, &usual);
    return usual ? usually : rk_value_number_or(said, otherwise);
}

static gboolean paint(const Interval *interval, const char *key, const char *usually, double opacity, RkPaint *paint)
{
    gboolean usual;
    const RkValue *said = look(interval, key, &usual);
    g_autofree char *opacity_key = g_strconcat(key, "Opacity", NULL);
    paint->set = usual ? rk_color_parse(usually, &paint->color)
                       : rk_plotting_color(interval->panel->plotting, said, &paint->color);
    opacity = look_number(interval, opacity_key, opacity, 1);
    paint->color.alpha *= CLAMP(opacity, 0, 1);
    return paint->set && paint->color.alpha > 0;
}

static gboolean dress(const Interval *interval, gboolean above, RkStyle *style)
{
    style->opacity = 1;
    if (!above)
        return paint(interval, "fill", "#333", 0.125, &style->fill);
    gboolean usual;
    style->stroke_width = fmax(0, look_number(interval, "strokeWidth", 1, 1));
    rk_plotting_dash(interval->panel->plotting, look(interval, "strokeDash", &usual),
                     look(interval, "strokeDashOffset", &usual), style);
    return interval->open && style->stroke_width > 0 && paint(interval, "stroke", "white", 1, &style->stroke);
}

static gboolean draw(Interval *interval, RkNode *frame, gboolean above, GError **error)
{
    RkStyle style = {0};
    interval->open = TRUE;
    if (!span(interval, RK_CHANNEL_X, &interval->x, &interval->width, error) ||
        !span(interval, RK_CHANNEL_Y, &interval->y, &interval->height, error))
        return FALSE;
    if (!isfinite(interval->x + interval->y + interval->width + interval->height) || !dress(interval, above, &style))
        return TRUE;
    RkScene *scene = interval->panel->plotting->scene;
    RkNode *clip = rk_scene_add_group(scene, frame, "mark-group role-clip", 0, 0);
    clip->group.width = interval->panel->width;
    clip->group.height = interval->panel->height;
    clip->group.clip = TRUE;
    clip->meaning.hidden = TRUE;
    RkNode *node = rk_scene_add(scene, rk_scene_add_group(scene, clip, "mark-rect role-mark", 0, 0), RK_NODE_RECT);
    node->rect.x = interval->x;
    node->rect.y = interval->y;
    node->rect.width = interval->width;
    node->rect.height = interval->height;
    node->style = style;
    return TRUE;
}

static gboolean draw_of_view(RkPanel *panel, const RkView *view, RkNode *frame, gboolean above, GError **error)
{
    const RkValue *parameters = rk_value_get(view->node, "params");
    for (guint i = 0; i < rk_value_length(parameters); i++) {
        const RkValue *definition = rk_value_at(parameters, i);
        const RkUnit *unit = is_interval(definition) ? first_unit(panel, view) : NULL;
        Interval interval = {.panel = panel, .definition = definition, .unit = unit};
        if (unit != NULL && (use_of(&interval, RK_CHANNEL_X) != NULL || use_of(&interval, RK_CHANNEL_Y) != NULL) &&
            !draw(&interval, frame, above, error))
            return FALSE;
    }
    for (const RkView *const *child = view->children; child != NULL && *child != NULL; child++) {
        /* The layers that a composite mark stands for have no parameters of their own. */
        if ((*child)->node != view->node && !draw_of_view(panel, *child, frame, above, error))
            return FALSE;
    }
    return TRUE;
}

gboolean rk_panel_draw_intervals(RkPanel *panel, RkNode *frame, gboolean above, GError **error)
{
    return draw_of_view(panel, panel->view, frame, above, error);
}
