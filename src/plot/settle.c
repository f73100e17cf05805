/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures whose expressions ask for the size of the frame. Where it follows from the data it is a guess in a first
 * drawing, which nobody sees, and known in a second. Sizes that the second drawing takes back, since what is drawn
 * follows from them, are refused.
 */
#include "plot/plot-private.h"

#include <math.h>

gboolean rk_figure_states_sizes(const RkFigure *figure)
{
    double sizes[2];
    rk_parameters_sizes(rk_figure_root(figure), rk_figure_drawn(figure), sizes);
    return !isnan(sizes[0]) && !isnan(sizes[1]);
}

void rk_plotting_begin_sizes(RkPlotting *plotting)
{
    const RkValue *root = rk_figure_root(plotting->figure);
    plotting->scope = rk_inquiry_scope(plotting->inquiry);
    rk_parameters_sizes(root, rk_figure_drawn(plotting->figure), plotting->seen);
    if (!rk_figure_asks_for_sizes(plotting->figure) || rk_figure_states_sizes(plotting->figure))
        return;
    /* Marks and guides may go by a guess. Transforms may not: what rows there are must not depend on it. */
    rk_parameters_assume_sizes(root, plotting->seen);
    plotting->guessed = plotting->scope = rk_scope_new(plotting->scope, NULL);
    rk_parameters_define(root, plotting->scratch, plotting->seen, plotting->guessed, NULL);
}

static gboolean same(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

gboolean rk_sizes_agree(const RkSizes *sizes)
{
    return same(sizes->seen[0], sizes->drawn[0]) && same(sizes->seen[1], sizes->drawn[1]);
}

gboolean rk_sizes_check(const RkSizes *sizes, const RkFigure *figure, GError **error)
{
    static const char *const names[] = {"width", "height"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        /* What is fitted into a page is fitted once. */
        if (!sizes->stepped[i] || same(sizes->seen[i], sizes->drawn[i]))
            continue;
        g_autofree char *hint = g_strdup_printf("give the figure a %s in pixels", names[i]);
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_figure_root(figure)), hint,
                     "the %s follows from what is drawn, and what is drawn from the %s", names[i], names[i]);
        return FALSE;
    }
    return TRUE;
}
