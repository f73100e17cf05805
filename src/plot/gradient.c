/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gradients as figure files write them become those of the scene: stops with colours of the palette or of CSS.
 */
#include "plot/mark.h"

#include <math.h>

static double number_of(const RkValue *map, const char *key, double otherwise)
{
    double number = rk_value_number_or(rk_value_get(map, key), otherwise);
    return isfinite(number) ? number : otherwise;
}

const RkGradient *rk_plotting_gradient(const RkPlotting *plotting, const RkValue *value)
{
    if (!rk_value_is(value, RK_VALUE_MAP) || !rk_value_has(value, "gradient"))
        return NULL;
    const RkValue *list = rk_value_get(value, "stops");
    guint count = rk_value_length(list);
    g_autofree RkStop *stops = g_new0(RkStop, MAX(count, 1));
    for (guint i = 0; i < count; i++) {
        const RkValue *item = rk_value_at(list, i);
        stops[i].offset = CLAMP(number_of(item, "offset", 0), 0, 1);
        rk_plotting_color(plotting, rk_value_get(item, "color"), &stops[i].color);
    }
    gboolean radial = rk_value_is_text(rk_value_get(value, "gradient"), "radial");
    RkGradient gradient = {.radial = radial, .stops = stops, .stop_count = count};
    gradient.x1 = number_of(value, "x1", radial ? 0.5 : 0);
    gradient.y1 = number_of(value, "y1", radial ? 0.5 : 0);
    gradient.r1 = number_of(value, "r1", 0);
    gradient.x2 = number_of(value, "x2", radial ? 0.5 : 1);
    gradient.y2 = number_of(value, "y2", radial ? 0.5 : 0);
    gradient.r2 = number_of(value, "r2", 0.5);
    return rk_scene_gradient(plotting->scene, &gradient);
}
