/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranges of sizes, widths, opacities and angles: the list or the ends that the figure gives, or Vega-Lite's own by
 * channel, and for sizes by what they mean for the mark.
 */
#include "plot/scale.h"

#include <math.h>

#include "plot/mark.h"

static double config(const RkScale *scale, const char *key, double otherwise)
{
    return rk_value_number_or(rk_scale_config(scale, key), otherwise);
}

/** The step of one axis: the one that the view gives, the width of a bin, or the configured one. */
static double axis_step(const RkScale *scale, RkChannel channel)
{
    const RkUnit *unit = rk_scale_first_unit(scale);
    const RkConfig *settings = scale->plotting->config;
    gboolean x = channel == RK_CHANNEL_X;
    const RkValue *size = x ? unit->view->width : unit->view->height;
    const RkScale *axis = scale->panel->scales[channel];
    if (axis != NULL && axis->bin_count > 1) {
        double usual =
            rk_value_number_or(rk_config_get(settings, "view", x ? "continuousWidth" : "continuousHeight"), 300);
        return rk_value_number_or(size, usual) / (axis->bin_count - 1);
    }
    double step = rk_value_number_or(rk_config_get(settings, "view", "step"), 20);
    const RkValue *discrete = rk_config_get(settings, "view", x ? "discreteWidth" : "discreteHeight");
    step = rk_value_number_or(rk_value_get(discrete, "step"), step);
    return rk_value_number_or(rk_value_get(size, "step"), step);
}

/** The least step of both axes. */
static double least_step(const RkScale *scale)
{
    return fmin(axis_step(scale, RK_CHANNEL_X), axis_step(scale, RK_CHANNEL_Y));
}

static void size_ends(const RkScale *scale, double ends[2])
{
    switch (rk_scale_first_unit(scale)->mark->size) {
    case RK_SIZE_BAND:
        ends[0] = config(scale, "minBandSize", 2);
        ends[1] = config(scale, "maxBandSize", least_step(scale) - 1);
        break;
    case RK_SIZE_WIDTH:
        ends[0] = config(scale, "minStrokeWidth", 1);
        ends[1] = config(scale, "maxStrokeWidth", 4);
        break;
    case RK_SIZE_FONT:
        ends[0] = config(scale, "minFontSize", 8);
        ends[1] = config(scale, "maxFontSize", 40);
        break;
    default:
        ends[0] = config(scale, "minSize", 0);
        /* Neighbours at the distance of a step almost touch. */
        ends[1] = config(scale, "maxSize", pow(0.95 * least_step(scale), 2));
        break;
    }
}

static void usual_ends(const RkScale *scale, double ends[2])
{
    switch (scale->channel) {
    case RK_CHANNEL_SIZE:
        size_ends(scale, ends);
        break;
    case RK_CHANNEL_STROKE_WIDTH:
        ends[0] = config(scale, "minStrokeWidth", 1);
        ends[1] = config(scale, "maxStrokeWidth", 4);
        break;
    case RK_CHANNEL_ANGLE:
        ends[0] = 0;
        ends[1] = 360;
        break;
    default:
        ends[0] = config(scale, "minOpacity", 0.3);
        ends[1] = config(scale, "maxOpacity", 0.8);
        break;
    }
}

/** How many results a scale of classes has when only their ends are known. */
static guint usual_count(const RkScale *scale)
{
    guint own = scale->type->class_count != NULL ? scale->type->class_count(scale) : 0;
    if (scale->channel != RK_CHANNEL_SIZE || !scale->type->classes)
        return 2;
    g_autofree char *key = g_strconcat(scale->type->name, "Count", NULL);
    return own > 0 ? own : (guint)CLAMP(config(scale, key, 4), 1, 100);
}

static void spread(RkScale *scale, const double ends[2], guint count)
{
    scale->number_count = MAX(count, 1);
    scale->numbers = g_new(double, scale->number_count);
    for (guint i = 0; i < scale->number_count; i++)
        scale->numbers[i] = count > 1 ? ends[0] + i * (ends[1] - ends[0]) / (count - 1) : ends[0];
}

static gboolean take_list(RkScale *scale, const RkValue *list, GError **error)
{
    scale->number_count = rk_value_length(list);
    scale->numbers = g_new(double, scale->number_count);
    for (guint i = 0; i < scale->number_count; i++) {
        const RkValue *item = rk_value_at(list, i);
        if (rk_value_is(item, RK_VALUE_MAP))
            item = rk_value_get(item, "expr");
        if (!rk_plotting_number(scale->plotting, item, &scale->numbers[i], error))
            return FALSE;
    }
    return TRUE;
}

static void turn(RkScale *scale)
{
    for (guint i = 0; i < scale->number_count / 2; i++) {
        double kept = scale->numbers[i];
        scale->numbers[i] = scale->numbers[scale->number_count - 1 - i];
        scale->numbers[scale->number_count - 1 - i] = kept;
    }
}

/** An end by itself: rangeMin, rangeMax. */
static gboolean own_ends(RkScale *scale, double ends[2], GError **error)
{
    static const char *const keys[] = {"rangeMin", "rangeMax"};
    for (guint i = 0; i < 2; i++) {
        const RkValue *end = rk_scale_property(scale, keys[i]);
        if (rk_value_is(end, RK_VALUE_MAP))
            end = rk_value_get(end, "expr");
        if (end != NULL && !rk_plotting_number(scale->plotting, end, &ends[i], error))
            return FALSE;
    }
    return TRUE;
}

gboolean rk_scale_number_range(RkScale *scale, GError **error)
{
    double ends[2];
    GError *failure = NULL;
    const RkValue *list = rk_scale_range_list(scale, &failure);
    usual_ends(scale, ends);
    if (failure != NULL || !own_ends(scale, ends, &failure) ||
        (rk_value_length(list) > 0 && !take_list(scale, list, &failure))) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    if (scale->number_count == 0 && (scale->type->classes || scale->type->cycles))
        spread(scale, ends, usual_count(scale));
    if (scale->type->divide != NULL)
        scale->type->divide(scale, scale->number_count);
    if (scale->reversed)
        turn(scale);
    if (scale->number_count > 0) {
        ends[0] = scale->numbers[scale->reversed ? scale->number_count - 1 : 0];
        ends[1] = scale->numbers[scale->reversed ? 0 : scale->number_count - 1];
    }
    rk_scale_set_range(scale, ends[0], ends[1]);
    return TRUE;
}
