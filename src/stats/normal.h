/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The standard normal distribution.
 */
#ifndef RK_STATS_NORMAL_H
#define RK_STATS_NORMAL_H

#include "base/macros.h"

G_BEGIN_DECLS

/** The value that a share `p` of the distribution lies below; NaN unless 0 < p < 1. */
RK_API double rk_stats_normal_quantile(double p);

G_END_DECLS

#endif
