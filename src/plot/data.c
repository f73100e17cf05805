/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows behind a view: its data (named, loaded or inherited) through the transforms of its ancestors and its own.
 * Named data sets are the inquiry's, and reading files is the environment's business.
 */
#include "plot/reading.h"

static RkTable *load(gpointer user, const RkValue *data, RkNextSteps *next, GError **error)
{
    RkPlotting *plotting = user;
    return plotting->environment->load(plotting->environment->user, plotting->figure, data, next, error);
}

static RkTable *figure_rows(gpointer user, GError **error)
{
    RkPlotting *plotting = user;
    return rk_plotting_view_table(plotting, rk_figure_view(plotting->figure), error);
}

static const char *shown(gpointer user, const RkColumn *column, const char *text)
{
    return rk_plotting_place_name(user, column, text);
}

RkInquirySource rk_plotting_source(RkPlotting *plotting)
{
    return (RkInquirySource){.load = load,
                             .rows = figure_rows,
                             .shown = shown,
                             .user = plotting,
                             .diagnostics = plotting->diagnostics,
                             .like_vega = plotting->vega_lite};
}

void rk_plotting_transform_context(RkPlotting *plotting, RkTransformContext *context)
{
    rk_inquiry_context(plotting->inquiry, context);
}

void rk_plotting_put(RkPlotting *plotting, RkValue *map, const char *key, const char *text)
{
    rk_value_put(plotting->scratch, map, key, RK_NOWHERE, rk_document_text(plotting->scratch, RK_NOWHERE, text));
}

static RkTable *table_by(RkPlotting *plotting, const RkView *view, const RkValue *transform, GError **error)
{
    if (view == view->data_view || view->parent == NULL)
        return rk_plotting_view_steps(plotting, view, transform, NULL, error);
    g_autoptr(RkTable) input = rk_plotting_view_table(plotting, view->parent, error);
    return input == NULL ? NULL : rk_plotting_view_steps(plotting, view, transform, input, error);
}

RkTable *rk_plotting_view_table(RkPlotting *plotting, const RkView *view, GError **error)
{
    return table_by(plotting, view, view->transform, error);
}

RkTable *rk_plotting_written_table(RkPlotting *plotting, const RkView *view, GError **error)
{
    return table_by(plotting, view, view->written, error);
}
