/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a statistic has no value. Functions of one column answer NaN and say in their docstring when; functions with more
 * than one way to fail answer FALSE and give the reason.
 */
#ifndef RK_STATS_REASON_H
#define RK_STATS_REASON_H

#include "base/macros.h"

G_BEGIN_DECLS

typedef enum {
    RK_STATS_OK,
    RK_STATS_TOO_FEW,         /**< fewer values (or pairs) than the statistic needs */
    RK_STATS_CONSTANT,        /**< all values of one variable are equal */
    RK_STATS_NOT_FINITE,      /**< an infinite value, or a result beyond the range of doubles */
    RK_STATS_NEGATIVE_WEIGHT, /**< a weight below zero */
    RK_STATS_ZERO_WEIGHT,     /**< the weights add up to zero */
    RK_STATS_NEGATIVE_VALUE,  /**< a value below zero where shares of a whole are meant */
    RK_STATS_NOT_POSITIVE,    /**< a value of zero or less where a logarithm is taken */
    RK_STATS_ZERO_TOTAL,      /**< values that add up to zero, or a base of zero */
    RK_STATS_BAD_ARGUMENT,    /**< a parameter outside its range: a level, a share, an order */
    RK_STATS_ILL_CONDITIONED, /**< predictors that depend on each other: digits of the result would be made up */
    RK_STATS_NO_CONVERGENCE,  /**< an iteration that did not settle */
    RK_STATS_TOO_MANY         /**< more values than the method can treat */
} RkStatsReason;

/** "too few values", "a constant variable" …: for messages. Static. */
RK_API const char *rk_stats_reason_describe(RkStatsReason reason);

G_END_DECLS

#endif
