/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of marks that join the rows of a series, and how far they reach for the next one.
 */
#include "plot/marks/paths-private.h"
#include "spec/checks.h"

#include <math.h>

static const char *const transparent[] = {"transparent", NULL};

static const RkProperty properties[] = {
    {"interpolate", RK_ALLOW_TEXT | RK_ALLOW_ROWS, .words = rk_curve_names, .summary = "the curve between points"},
    {"tension", RK_ALLOW_NUMBER | RK_ALLOW_ROWS, .check = rk_check_part,
     .summary = "how tight a cardinal, catmull-rom or bundle curve is, 0 to 1"},
    {"order", RK_ALLOW_BOOLEAN | RK_ALLOW_NULL, .summary = "null or false: join the rows in the order of the data"},
    {"point", RK_ALLOW_BOOLEAN | RK_ALLOW_MAP | RK_ALLOW_TEXT | RK_ALLOW_NULL, .words = transparent,
     .shape = &rk_mark_any_shape, .summary = "a point on each value: true, or properties of the point mark"},
    {"line", RK_ALLOW_BOOLEAN | RK_ALLOW_MAP | RK_ALLOW_NULL, .shape = &rk_mark_any_shape,
     .summary = "a line along an area: true, or properties of the line mark"},
    {0},
};
const RkShape rk_paths_shape = {.name = "the mark", .properties = properties};

gboolean rk_paths_is_far(const RkUnit *unit, const double *points, guint count, double at, double reach)
{
    return count > 0 && fabs(at - points[2 * (gsize)(count - 1) + (unit->horizontal ? 1 : 0)]) > reach;
}
