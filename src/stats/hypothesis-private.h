/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways out of a test.
 */
#ifndef RK_STATS_HYPOTHESIS_PRIVATE_H
#define RK_STATS_HYPOTHESIS_PRIVATE_H

#include "stats/hypothesis.h"

G_BEGIN_DECLS

/** A result without numbers. */
RkTestResult rk_test_nothing(gsize count);
/** Puts it in place; NaN where the reason forbids it or the p-value could not be computed. */
gboolean rk_test_answer(RkTestResult value, RkStatsReason why, RkTestResult *result, RkStatsReason *reason);

G_END_DECLS

#endif
