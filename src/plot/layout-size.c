/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizes: what a figure says of its width, height, padding and autosize, and what follows from steps and from config
 * where it says nothing.
 */
#include "plot/layout-private.h"

#include <math.h>

#include "base/limits.h"
#include "plot/mark.h"
#include "plot/place.h"
#include "plot/scale.h"

double rk_layout_gap(const RkLayout *layout, const char *key, double otherwise)
{
    return rk_value_number_or(rk_config_get(layout->plotting->config, "layout", key), otherwise);
}

void rk_layout_read_padding(RkLayout *layout)
{
    static const char *const sides[] = {"left", "top", "right", "bottom"};
    const RkValue *padding = rk_value_get(rk_figure_root(layout->plotting->figure), "padding");
    if (padding == NULL)
        padding = rk_config_get(layout->plotting->config, NULL, "padding");
    for (guint i = 0; i < 4; i++) {
        double both = rk_value_number_or(padding, 5);
        layout->padding[i] =
            rk_value_number_or(rk_value_get(padding, sides[i]), rk_value_is(padding, RK_VALUE_MAP) ? 0 : both);
    }
}

const char *rk_layout_autosize(const RkLayout *layout, const char **contains)
{
    const RkValue *value = rk_value_get(rk_figure_root(layout->plotting->figure), "autosize");
    if (value == NULL)
        value = rk_config_get(layout->plotting->config, NULL, "autosize");
    *contains = rk_value_text_or(rk_value_get(value, "contains"), NULL);
    if (rk_value_is(value, RK_VALUE_MAP))
        value = rk_value_get(value, "type");
    return rk_value_text_or(value, "pad");
}

/** What a view says of its size, or else the first of its layers that says something. */
static const RkValue *size_of_view(const RkView *view, RkChannel channel)
{
    const RkValue *size = channel == RK_CHANNEL_X ? view->width : view->height;
    for (const RkView *const *child = view->children; size == NULL && child != NULL && *child != NULL; child++)
        size = size_of_view(*child, channel);
    return size;
}

static const RkValue *written_size(const RkLayout *layout, RkChannel channel)
{
    return size_of_view(layout->panel->view, channel);
}

/** What config says of a panel along that axis. */
static const RkValue *view_config(const RkLayout *layout, RkChannel channel, const char *kind)
{
    char key[32];
    g_snprintf(key, sizeof key, "%s%s", kind, channel == RK_CHANNEL_X ? "Width" : "Height");
    return rk_config_get(layout->plotting->config, "view", key);
}

/** The step that the view or config gives, and whether it is for the bands within bands. */
static double step_of(const RkLayout *layout, RkChannel channel, gboolean *inner)
{
    const RkValue *own = written_size(layout, channel), *general = view_config(layout, channel, "discrete");
    double step = rk_value_number_or(rk_config_get(layout->plotting->config, "view", "step"), 20);
    step = rk_value_number_or(rk_value_get(general, "step"), step);
    step = rk_value_number_or(rk_value_get(own, "step"), step);
    *inner = !rk_value_is_text(rk_value_get(own, "for"), "position");
    return CLAMP(step, 0, RK_LIMIT_COORDINATE);
}

/** What bands of one step take; nested bands take a step each, with the padding of the outer ones around them. */
static double stepped(const RkLayout *layout, RkChannel channel)
{
    const RkPanel *panel = layout->panel;
    gboolean of_inner;
    double step = step_of(layout, channel, &of_inner);
    const RkScale *scale = panel->scales[channel];
    const RkScale *inner = panel->scales[channel == RK_CHANNEL_X ? RK_CHANNEL_X_OFFSET : RK_CHANNEL_Y_OFFSET];
    if (inner != NULL && inner->type->discrete && of_inner)
        step *= rk_scale_steps(inner) / fmax(0.1, 1 - scale->padding_inner);
    return step * rk_scale_steps(scale);
}

/** Whether some mark is laid out around a middle rather than along axes. */
static gboolean is_polar(const RkPanel *panel)
{
    for (guint i = 0; i < panel->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(panel->units, i);
        if (unit->mark->polar)
            return TRUE;
    }
    return FALSE;
}

static gboolean is_discrete(const RkScale *scale)
{
    return scale != NULL && scale->type->discrete;
}

gboolean rk_layout_is_stepped(const RkLayout *layout, RkChannel channel)
{
    const RkValue *own = written_size(layout, channel);
    if (own != NULL && !rk_value_is(own, RK_VALUE_MAP))
        return FALSE;
    return is_discrete(layout->panel->scales[channel]) &&
           (own != NULL || !rk_value_is(view_config(layout, channel, "discrete"), RK_VALUE_NUMBER));
}

/** A scale of numbers or times has no bands that a step could be for. */
static void warn_of_step(const RkLayout *layout, RkChannel channel)
{
    const RkValue *own = written_size(layout, channel);
    if (layout->panel->scales[channel] == NULL || is_discrete(layout->panel->scales[channel]) ||
        !rk_value_is(own, RK_VALUE_MAP))
        return;
    rk_diagnostics_add(layout->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(own),
                       "give a number of pixels", "a step has no effect where channel %s is continuous",
                       rk_channel_name(channel));
}

static double default_size(const RkLayout *layout, RkChannel channel)
{
    warn_of_step(layout, channel);
    const RkScale *scale = layout->panel->scales[channel];
    const RkValue *discrete = view_config(layout, channel, "discrete");
    double continuous = rk_value_number_or(view_config(layout, channel, "continuous"), 300);
    gboolean inner;
    if (rk_layout_is_stepped(layout, channel)) {
        layout->panel->stepped[channel == RK_CHANNEL_Y] = TRUE;
        return stepped(layout, channel);
    }
    if (is_discrete(scale))
        return rk_value_number_or(discrete, 200);
    if (scale != NULL || !layout->plotting->vega_lite || is_polar(layout->panel))
        return continuous;
    return rk_value_number_or(discrete, step_of(layout, channel, &inner));
}

/** A picture has no page around it that it could fill. */
static void note_container(const RkLayout *layout, const RkValue *own, double size)
{
    rk_diagnostics_add(layout->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(own),
                       "give a number of pixels", "a static picture has no container: it is drawn %g pixels large",
                       size);
}

static gboolean check_size(const RkLayout *layout, RkChannel channel, double size, GError **error)
{
    if (size >= 0 && size <= RK_LIMIT_PIXELS_SIDE)
        return TRUE;
    const RkValue *own = written_size(layout, channel);
    if (own == NULL)
        own = rk_figure_root(layout->plotting->figure);
    rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(own), "give a smaller step, or filter the rows",
                 "the panel would be %g pixels %s, and no picture is larger than %u", size,
                 channel == RK_CHANNEL_X ? "wide" : "high", RK_LIMIT_PIXELS_SIDE);
    return FALSE;
}

gboolean rk_layout_frame_size(const RkLayout *layout, RkChannel channel, double *size, GError **error)
{
    const RkValue *own = written_size(layout, channel);
    if (rk_value_is_text(own, "container")) {
        *size = rk_value_number_or(view_config(layout, channel, "continuous"), 300);
        note_container(layout, own, *size);
        return TRUE;
    }
    if (own != NULL && !rk_value_is(own, RK_VALUE_MAP))
        return rk_length_parse(own, size, error);
    *size = default_size(layout, channel);
    return check_size(layout, channel, *size, error);
}

/** From where to where an offset shifts within what `outer` gives it: a band, a unit of time, or the whole frame. */
static void room_for_offsets(const RkScale *scale, const RkUse *outer, double frame, double ends[2])
{
    const RkScale *within = outer == NULL ? NULL : outer->scale;
    double first, last;
    if (is_discrete(within)) {
        ends[1] = within->bandwidth > 0 ? within->bandwidth : within->step;
    } else if (within != NULL && rk_use_unit_span(outer, &first, &last)) {
        const RkUnit *unit = g_ptr_array_index(scale->units, 0);
        double padding = rk_value_number_or(rk_scale_config(scale, "bandWithNestedOffsetPaddingInner"), 0.2);
        double size =
            rk_scale_map(within, within->domain[0] + (last - first)) - rk_scale_map(within, within->domain[0]);
        double part = rk_unit_part_of_period(unit, outer);
        ends[0] = (padding / 2 + part - 0.5) * size;
        ends[1] = (0.5 - padding / 2 + part) * size;
    } else if (within == NULL) {
        ends[0] = -frame / 2;
        ends[1] = frame / 2;
    }
}

/** Ranges of a scale within bands (xOffset, yOffset). Our own figures count numbers from the middle of their band. */
static void set_offset_range(RkScale *scale)
{
    const RkUnit *unit = g_ptr_array_index(scale->units, 0);
    gboolean level = scale->channel == RK_CHANNEL_X_OFFSET;
    const RkUse *outer = unit->uses[level ? RK_CHANNEL_X : RK_CHANNEL_Y];
    double ends[2] = {0, 0}, frame = level ? scale->panel->width : scale->panel->height;
    gboolean banded = outer != NULL && is_discrete(outer->scale);
    room_for_offsets(scale, outer, frame, ends);
    double middle = !scale->plotting->vega_lite && !scale->type->discrete && banded ? ends[1] / 2 : 0;
    gboolean upwards = !level && !scale->type->discrete && !banded;
    rk_scale_set_range(scale, ends[upwards ? 1 : 0] - middle, ends[upwards ? 0 : 1] - middle);
}

/** Angles and radii run over the whole frame unless the figure says otherwise. */
static void set_polar_range(RkScale *scale, double most)
{
    const RkValue *range = rk_scale_property(scale, "range");
    double from = rk_value_number_or(rk_value_at(range, 0), 0);
    double to = rk_value_number_or(rk_value_at(range, MAX(rk_value_length(range), 1) - 1), most);
    rk_scale_set_range(scale, rk_value_number_or(rk_scale_property(scale, "rangeMin"), from),
                       rk_value_number_or(rk_scale_property(scale, "rangeMax"), to));
}

void rk_layout_set_ranges(RkPanel *panel)
{
    for (guint i = 0; i < panel->all_scales->len; i++) {
        RkScale *scale = g_ptr_array_index(panel->all_scales, i);
        if (scale->channel == RK_CHANNEL_X)
            rk_scale_set_range(scale, 0, panel->width);
        else if (scale->channel == RK_CHANNEL_Y && scale->type->discrete)
            rk_scale_set_range(scale, 0, panel->height);
        else if (scale->channel == RK_CHANNEL_Y)
            rk_scale_set_range(scale, panel->height, 0);
        else if (scale->channel == RK_CHANNEL_THETA)
            set_polar_range(scale, 2 * G_PI);
        else if (scale->channel == RK_CHANNEL_RADIUS)
            set_polar_range(scale, fmin(panel->width, panel->height) / 2);
        else if (scale->channel == RK_CHANNEL_X_OFFSET || scale->channel == RK_CHANNEL_Y_OFFSET)
            set_offset_range(scale);
    }
}
