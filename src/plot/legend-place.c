/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where legends stand around a panel.
 */
#include "plot/legend-private.h"

#include <math.h>

gboolean rk_legends_measure(RkLegends *legends, GError **error)
{
    (void)error;
    rk_legends_arrange(legends, 1000, TRUE);
    return TRUE;
}

RkReach rk_legends_place(RkLegends *legends, const RkReach *beside, const RkReach *above, const RkPanel *panel,
                         gboolean fitted)
{
    (void)above, (void)panel, (void)fitted;
    RkReach all = RK_REACH_NOTHING;
    for (guint i = 0; i < legends->groups->len; i++) {
        RkLegend *legend = g_ptr_array_index(legends->groups, i);
        legend->x = ceil(beside->x2) + 18;
        rk_reach_add(&all, legend->x, legend->y);
        rk_reach_add(&all, legend->x + legend->width, legend->y + legend->height);
    }
    return all;
}

void rk_legends_draw_around(RkLegends *legends, RkNode *parent, gboolean in_front)
{
    if (!in_front && legends->groups->len > 0)
        rk_legends_draw(legends, parent, ((RkLegend *)g_ptr_array_index(legends->groups, 0))->x, 0);
}
