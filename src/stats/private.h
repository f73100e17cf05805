/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of this room share: values without missing ones, as every GSL call needs them.
 */
#ifndef RK_STATS_PRIVATE_H
#define RK_STATS_PRIVATE_H

#include "stats/array.h"

G_BEGIN_DECLS

/** A private copy of the values that are not missing. Zeroed memory is the sample of nothing. */
typedef struct {
    double *values;
    gsize count;
    gboolean constant; /**< all values are equal; TRUE for nothing */
    gboolean finite;   /**< no value is infinite */
} RkSample;

/** The values of one variable. */
RkSample rk_sample_new(const double *values, gsize count);
/** The same, sorted upwards. */
RkSample rk_sample_new_sorted(const double *values, gsize count);
/** Takes note of `constant` and `finite` after the values were put in place. */
void rk_sample_inspect(RkSample *sample);
void rk_sample_clear(RkSample *sample);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkSample, rk_sample_clear)

/** Mean of a sample; NaN when it is empty. */
double rk_sample_mean(const RkSample *sample);
/** Middle of a sorted sample; NaN when it is empty. */
double rk_sample_median(const RkSample *sorted);

G_END_DECLS

#endif
