/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Borders between classes, for the scales that have them.
 */
#include "plot/scales/classes-private.h"

void rk_classes_ticks(const RkScale *scale, guint count, GArray *ticks)
{
    (void)count;
    g_array_append_vals(ticks, scale->borders, scale->border_count);
}

void rk_classes_allot(RkScale *scale, guint count)
{
    g_free(scale->borders);
    scale->border_count = MAX(count, 1) - 1;
    scale->borders = g_new0(double, MAX(count, 1));
}
