/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a legend that our own look has no place for: its legends run on like words above the panel, or stand
 * beside it, and their symbols look like the marks.
 */
#include "plot/legend-private.h"

void rk_legend_house_warn(const RkLegend *legend)
{
    static const char *const unread[] = {
        "clipHeight",
        "columns",
        "cornerRadius",
        "direction",
        "fillColor",
        "gradientLength",
        "gradientOpacity",
        "gradientStrokeColor",
        "gradientStrokeWidth",
        "gradientThickness",
        "gridAlign",
        "labelAlign",
        "labelBaseline",
        "labelOpacity",
        "labelOverlap",
        "labelSeparation",
        "legendX",
        "legendY",
        "offset",
        "orient",
        "padding",
        "strokeColor",
        "symbolDash",
        "symbolDashOffset",
        "symbolFillColor",
        "symbolOffset",
        "symbolOpacity",
        "symbolSize",
        "symbolStrokeColor",
        "symbolStrokeWidth",
        "symbolType",
        "titleAlign",
        "titleAnchor",
        "titleBaseline",
        "titleColor",
        "titleLimit",
        "titleLineHeight",
        "titleOpacity",
        "titleOrient",
        "zindex",
        NULL,
    };
    rk_guide_warn_unread(&legend->source, unread);
}
