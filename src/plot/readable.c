/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours of letters: what can be read on a filled mark, and beside a mark on the figure's background. It never changes
 * a colour that can be read already.
 */
#include "plot/readable.h"

RkColor rk_plotting_readable_on(RkPlotting *plotting, RkColor background)
{
    RkColor light = {1, 1, 1, 1};
    RkColor dark = rk_plotting_palette(plotting, "text", "#1B1F24");
    return rk_color_contrast(background, light) >= rk_color_contrast(background, dark) ? light : dark;
}

static const RkValue *background_said(const RkPlotting *plotting)
{
    const RkValue *own = rk_value_get(rk_figure_root(plotting->figure), "background");
    return own != NULL ? own : rk_config_get(plotting->config, NULL, "background");
}

gboolean rk_plotting_check_background(const RkPlotting *plotting, GError **error)
{
    return rk_plotting_check_color(plotting, background_said(plotting), error);
}

gboolean rk_plotting_background(const RkPlotting *plotting, RkColor *background)
{
    return rk_plotting_color(plotting, background_said(plotting), background);
}

RkColor rk_plotting_paper(const RkPlotting *plotting)
{
    RkColor background;
    gboolean there = rk_plotting_background(plotting, &background) && background.alpha >= 0.5;
    return there ? background : (RkColor){1, 1, 1, 1};
}

RkColor rk_plotting_readable(RkPlotting *plotting, RkColor color)
{
    RkColor background = rk_plotting_paper(plotting), shade = color;
    RkColor strongest = rk_plotting_readable_on(plotting, background);
    for (guint step = 1; step <= 10 && rk_color_contrast(shade, background) < 4.5; step++)
        shade = rk_color_mix(color, strongest, step / 10.0);
    return rk_color_contrast(color, background) >= 3 ? color : shade;
}
