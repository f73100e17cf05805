/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours of letters: what can be read on a filled mark, and beside a mark on the figure's background. It never changes
 * a colour that can be read already.
 */
#include "plot/readable.h"

static const RkColor white = {1, 1, 1, 1};

/** The figure's own letters, if they are dark. */
static RkColor ink_of(const RkPlotting *plotting)
{
    RkColor ink = rk_plotting_palette(plotting, "text", "#1B1F24");
    if (plotting->dark != NULL && rk_color_contrast(ink, white) < 4.5)
        rk_color_parse("#1B1F24", &ink);
    return ink;
}

RkColor rk_plotting_readable_on(RkPlotting *plotting, RkColor background)
{
    RkColor light = white, dark = ink_of(plotting);
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
    return there ? background : white;
}

void rk_plotting_heed_background(RkPlotting *plotting)
{
    RkColor paper = rk_plotting_paper(plotting), ink = ink_of(plotting);
    if (rk_color_contrast(paper, white) > rk_color_contrast(paper, ink))
        plotting->dark = rk_config_on_dark(plotting->config);
    if (plotting->dark != NULL)
        plotting->config = plotting->dark;
}

RkColor rk_plotting_readable(RkPlotting *plotting, RkColor color)
{
    RkColor background = rk_plotting_paper(plotting), shade = color;
    RkColor strongest = rk_plotting_readable_on(plotting, background);
    for (guint step = 1; step <= 10 && rk_color_contrast(shade, background) < 4.5; step++)
        shade = rk_color_mix(color, strongest, step / 10.0);
    return rk_color_contrast(color, background) >= 3 ? color : shade;
}
