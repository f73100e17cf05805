/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums that grow term by term and can be read at any time, the very same as those of stats/array.h: for stacks and for
 * windows that only grow, where summing anew for each row would take the square of the time, and for rows that are
 * gone when the next come.
 */
#ifndef RK_TRANSFORM_RUNNING_H
#define RK_TRANSFORM_RUNNING_H

#include <math.h>

#include "base/macros.h"

/** Zeroed memory is the sum of nothing. */
typedef struct {
    double sum, rest; /**< what rounding lost */
    double least, greatest, product;
    gsize count;
} RkRunning;

static inline void rk_running_add(RkRunning *running, double value)
{
    if (isnan(value))
        return;
    double sum = running->sum + value;
    running->rest += fabs(running->sum) >= fabs(value) ? (running->sum - sum) + value : (value - sum) + running->sum;
    running->sum = sum;
    running->least = running->count == 0 ? value : fmin(running->least, value);
    running->greatest = running->count == 0 ? value : fmax(running->greatest, value);
    running->product = running->count == 0 ? value : running->product * value;
    running->count++;
}

/** 0 for nothing. */
static inline double rk_running_sum(const RkRunning *running)
{
    return isfinite(running->sum) ? running->sum + running->rest : running->sum;
}

#endif
