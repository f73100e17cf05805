/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader says of an axis, in the words that Vega uses, unless the figure says it better.
 */
#include "plot/axis-private.h"
#include "plot/guide-spoken.h"

const char *rk_axis_spoken(const RkAxis *axis)
{
    RkPlotting *plotting = axis->panel->plotting;
    const char *own = rk_value_text_or(rk_axis_setting(axis, "description"), NULL);
    if (own != NULL)
        return rk_scene_text(plotting->scene, own);
    RkGuideFormat format;
    g_autoptr(GString) text = g_string_new(axis->horizontal ? "X-axis" : "Y-axis");
    if (axis->title_whole != NULL)
        rk_guide_speak_title(axis->title_whole, text);
    const RkScaleType *type = axis->scale->type;
    g_string_append_printf(text, " for a %s scale", type->discrete ? "discrete" : type->name);
    rk_guide_format_read_shared(&format, &axis->source, axis->scale, axis->uses, NULL);
    format.values = NULL;
    rk_guide_speak_domain(&format, text);
    return rk_scene_text(plotting->scene, text->str);
}
