/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the texts of a drawing lie across an upright line. It looks at texts as they stand, and draws nothing.
 */
#include "plot/text-gaps.h"

#include "plot/reach.h"

/** What a line keeps from a text beside it, and above and below, in pixels. */
#define BESIDE 1.0
#define ABOVE 1.0

static void collect(const RkNode *node, double at, RkTextMeasurer *measurer, GArray *gaps)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == RK_NODE_GROUP && node->group.x == 0 && node->group.y == 0)
            collect(node->group.first, at, measurer, gaps);
        if (node->kind != RK_NODE_TEXT)
            continue;
        RkReach reach = rk_reach_of(node, measurer);
        RkTextGap gap = {reach.y1 - ABOVE, reach.y2 + ABOVE};
        if (reach.x1 - BESIDE < at && reach.x2 + BESIDE > at)
            g_array_append_val(gaps, gap);
    }
}

static int compare(gconstpointer first, gconstpointer second)
{
    double a = ((const RkTextGap *)first)->from, b = ((const RkTextGap *)second)->from;
    return (a > b) - (a < b);
}

GArray *rk_text_gaps(const RkNode *node, double at, RkTextMeasurer *measurer)
{
    GArray *gaps = g_array_new(FALSE, FALSE, sizeof(RkTextGap));
    collect(node, at, measurer, gaps);
    g_array_sort(gaps, compare);
    return gaps;
}
