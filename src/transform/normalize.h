/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The methods of normalize: values of one group onto a common scale. Missing values stay missing and do not count.
 */
#ifndef RK_TRANSFORM_NORMALIZE_H
#define RK_TRANSFORM_NORMALIZE_H

#include "base/macros.h"

typedef struct {
    gboolean negative;      /**< less is better */
    gboolean clamp;         /**< results stay within the scale */
    double low, high;       /**< range of the result */
    double mean, stdev;     /**< of z-scores */
    double target;          /**< of the method target */
    double reference;       /**< value of the group's reference row */
    double floor_, ceiling; /**< goalposts */
    guint ties;             /**< RkTies */
} RkNormalizing;

/** Results for `count` values of a group, or the reason why there is none (NULL: done). */
typedef const char *(*RkNormalize)(const RkNormalizing *how, const double *values, gsize count, double *results);

/** Options that belong to single methods, as bits. */
enum {
    RK_NORMALIZE_RANGE = 1,
    RK_NORMALIZE_MOMENTS = 2, /**< mean, stdev */
    RK_NORMALIZE_TIES = 4,
    RK_NORMALIZE_TARGET = 8,
    RK_NORMALIZE_REFERENCE = 16,
    RK_NORMALIZE_GOALPOSTS = 32,
    RK_NORMALIZE_CLAMP = 64,
    RK_NORMALIZE_FIXED = 128 /**< results do not depend on the other rows */
};

typedef struct {
    const char *name;
    RkNormalize normalize;
    guint options;
} RkNormalizeMethod;

/** Ended by a row without a name. */
extern const RkNormalizeMethod rk_normalize_methods[];

#endif
