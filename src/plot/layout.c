/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout of a figure begins here: what stands around the panel is made, and then laid out as a column of text or
 * around a panel of a given size.
 */
#include "plot/layout-private.h"

static gboolean make_guides(RkLayout *layout, GError **error)
{
    layout->axes = rk_panel_axes(layout->panel, error);
    if (layout->axes == NULL)
        return FALSE;
    layout->legends = rk_legends_new(layout->panel, error);
    return layout->legends != NULL;
}

/** Only the figure itself has a title and a background; those of its layers would lie over each other. */
static void warn_of_layers(const RkPlotting *plotting, const RkView *view)
{
    static const char *const words[] = {"title", "view"};
    for (const RkView *const *child = view->children; child != NULL && *child != NULL; child++) {
        for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
            const RkValue *own = rk_value_get((*child)->node, words[i]);
            if (own != NULL && !rk_value_is(own, RK_VALUE_NULL))
                rk_diagnostics_add(plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(own),
                                   "write it beside `layer`", "the %s of a layer is not drawn", words[i]);
        }
        warn_of_layers(plotting, *child);
    }
}

gboolean rk_plotting_draw(RkPlotting *plotting, GError **error)
{
    RkLayout layout = {.plotting = plotting, .panel = g_ptr_array_index(plotting->panels, 0)};
    warn_of_layers(plotting, layout.panel->view);
    rk_layout_read_padding(&layout);
    gboolean done = make_guides(&layout, error) &&
                    (plotting->vega_lite ? rk_layout_view(&layout, error) : rk_layout_column(&layout, error));
    if (layout.axes != NULL)
        g_ptr_array_unref(layout.axes);
    rk_legends_free(layout.legends);
    rk_figure_title_free(layout.title);
    return done;
}
