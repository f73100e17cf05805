/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sample quantiles in the nine definitions of Hyndman and Fan (The American Statistician 50, 1996, 361–365), numbered
 * as there and in R.
 */
#ifndef RK_STATS_QUANTILE_H
#define RK_STATS_QUANTILE_H

#include "base/macros.h"

G_BEGIN_DECLS

/** The definition that spreadsheets and R use when not told otherwise. */
#define RK_QUANTILE_DEFAULT 7

/** Quantile at `probability` (0–1) by definition `type` (1–9). Missing values are left out. NaN without values, for a
 * probability outside 0–1 and for an unknown type. */
RK_API double rk_stats_quantile(const double *values, gsize count, double probability, guint type);
/** The same over values that are sorted upwards and have no missing one: for several quantiles of the same values. */
RK_API double rk_stats_quantile_sorted(const double *sorted, gsize count, double probability, guint type);

G_END_DECLS

#endif
