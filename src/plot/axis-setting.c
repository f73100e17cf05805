/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties of an axis. Those of ticks, labels and grid lines may depend on the tick: a condition or an expression
 * sees its value, label and place as `datum`.
 */
#include "plot/axis-private.h"

#include <math.h>

#include "plot/guide-datum.h"

const RkValue *rk_axis_setting(const RkAxis *axis, const char *key)
{
    return rk_guide_get(&axis->source, key);
}

double rk_axis_number(const RkAxis *axis, const char *key, double otherwise)
{
    return rk_guide_number(&axis->source, key, otherwise);
}

gboolean rk_axis_flag(const RkAxis *axis, const char *key, gboolean otherwise)
{
    return rk_guide_flag(&axis->source, key, otherwise);
}

static RkGuideDatum datum_of(const RkAxis *axis, const RkTick *tick)
{
    guint last = axis->ticks->len > 1 ? axis->ticks->len - 1 : 1;
    return (RkGuideDatum){.scale = axis->scale,
                          .category = tick->category,
                          .value = tick->value,
                          .label = tick->text,
                          .index = (double)tick->order / last};
}

const RkValue *rk_axis_tick_setting(RkAxis *axis, const RkTick *tick, const char *key)
{
    const RkValue *value = rk_axis_setting(axis, key);
    if (!rk_value_is(value, RK_VALUE_MAP) || tick == NULL || axis->failure != NULL)
        return value;
    RkGuideDatum datum = datum_of(axis, tick);
    return rk_guide_resolve(axis->panel->plotting, value, &datum, &axis->failure);
}

double rk_axis_tick_number(RkAxis *axis, const RkTick *tick, const char *key, double otherwise)
{
    return rk_value_number_or(rk_axis_tick_setting(axis, tick, key), otherwise);
}

static const RkValue *part(RkAxis *axis, const RkTick *tick, const char *prefix, const char *key)
{
    g_autofree char *whole = g_strconcat(prefix, key, NULL);
    return rk_axis_tick_setting(axis, tick, whole);
}

void rk_axis_stroke(RkAxis *axis, const RkTick *tick, const char *prefix, RkStyle *style)
{
    RkPlotting *plotting = axis->panel->plotting;
    RkColor color;
    double width = rk_value_number_or(part(axis, tick, prefix, "Width"), 1);
    style->stroke = (RkPaint){FALSE, {0, 0, 0, 0}};
    if (!rk_plotting_color(plotting, part(axis, tick, prefix, "Color"), &color) || !(width > 0))
        return;
    color.alpha *= CLAMP(rk_value_number_or(part(axis, tick, prefix, "Opacity"), 1), 0, 1);
    style->stroke = (RkPaint){TRUE, color};
    style->stroke_width = width;
    const RkValue *cap = part(axis, tick, prefix, "Cap");
    style->cap = rk_value_is_text(cap, "round")    ? RK_CAP_ROUND
                 : rk_value_is_text(cap, "square") ? RK_CAP_SQUARE
                                                   : RK_CAP_BUTT;
    rk_plotting_dash(plotting, part(axis, tick, prefix, "Dash"), part(axis, tick, prefix, "DashOffset"), style);
}

gboolean rk_axis_sound(RkAxis *axis, GError **error)
{
    if (axis->failure == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&axis->failure));
    return FALSE;
}
