/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arranging an axis at the present size of its panel: ticks, labels, what gives way, and the title beyond them.
 */
#include "plot/axis-private.h"

gboolean rk_axis_arrange(RkAxis *axis, GError **error)
{
    if (!rk_axis_fill(axis, error))
        return FALSE;
    if (axis->panel->plotting->vega_lite) {
        rk_axis_place_labels(axis);
        rk_axis_thin_labels(axis);
    } else {
        rk_axis_house_thin(axis);
        rk_axis_house_extent(axis);
        rk_axis_place_labels(axis);
    }
    rk_axis_place_title(axis);
    return rk_axis_sound(axis, error);
}
