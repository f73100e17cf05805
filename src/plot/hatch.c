/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Diagonal lines within a polygon, as plain lines: every output format draws them the same, and none needs patterns.
 */
#include <math.h>

#include "plot/flags.h"

/** More lines than this would be a grey area. */
enum { MOST_LINES = 2000 };

typedef struct {
    const double *points;
    guint count;
} Polygon;

/** Lines go up to the right: along each, x + y is the same. */
static double rank_of(const double *point)
{
    return point[0] + point[1];
}

static int compare(gconstpointer first, gconstpointer second)
{
    double a = *(const double *)first, b = *(const double *)second;
    return (a > b) - (a < b);
}

/** The x of every crossing of the line x + y = `level` with the polygon's edges. */
static void cross(const Polygon *polygon, double level, GArray *crossings)
{
    for (guint i = 0; i < polygon->count; i++) {
        const double *from = polygon->points + 2 * i, *to = polygon->points + 2 * ((i + 1) % polygon->count);
        double low = rank_of(from), high = rank_of(to);
        if ((low <= level) == (high <= level))
            continue;
        double x = from[0] + (to[0] - from[0]) * (level - low) / (high - low);
        g_array_append_val(crossings, x);
    }
    g_array_sort(crossings, compare);
}

void rk_hatch_polygon(RkPathBuilder *builder, const double *points, guint count, double spacing)
{
    const Polygon polygon = {points, count};
    double low = INFINITY, high = -INFINITY, step = spacing * G_SQRT2;
    for (guint i = 0; i < count; i++) {
        low = fmin(low, rank_of(points + 2 * i));
        high = fmax(high, rank_of(points + 2 * i));
    }
    if (!(step > 0) || !(high - low < step * MOST_LINES))
        return;
    g_autoptr(GArray) crossings = g_array_new(FALSE, FALSE, sizeof(double));
    for (double level = (floor(low / step) + 1) * step; level < high; level += step) {
        g_array_set_size(crossings, 0);
        cross(&polygon, level, crossings);
        for (guint i = 0; i + 1 < crossings->len; i += 2) {
            double from = g_array_index(crossings, double, i), to = g_array_index(crossings, double, i + 1);
            rk_path_move(builder, from, level - from);
            rk_path_line(builder, to, level - to);
        }
    }
}
