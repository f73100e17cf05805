/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns of numbers that should agree, with the place of the first that does not.
 */
#ifndef STATS_COLUMN_H
#define STATS_COLUMN_H

#include "stats-sample.h"

static inline void compare_column(const char *what, const double *actual, const double *expected, gsize count,
                                  double tolerance)
{
    for (gsize i = 0; i < count; i++) {
        if (isnan(expected[i]) ? !isnan(actual[i]) : !(fabs(actual[i] - expected[i]) <= tolerance * fabs(expected[i])))
            fail_msg("%s[%zu] is %.17g, expected %.17g", what, i, actual[i], expected[i]);
    }
}
#define assert_column(actual, expected, count, tolerance) compare_column(#actual, actual, expected, count, tolerance)

#endif
