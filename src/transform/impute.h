/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of impute beside the verb itself: rows for keys that a group lacks, values for missing cells, and what is
 * said of these.
 */
#ifndef RK_TRANSFORM_IMPUTE_H
#define RK_TRANSFORM_IMPUTE_H

#include "transform/verb.h"
#include "transform/window.h"

/** The table with a row at its end for each group and each value of `key` (and of `keyvals`) that the group lacks:
 * groupby and key are filled in, everything else is missing. NULL with a located error. */
RkTable *rk_impute_complete(const RkValue *options, const RkTable *input, GError **error);

/** A group's values in order. What is filled changes in place. */
typedef struct {
    const double *places; /**< numbers of the periods, or positions */
    double *values;
    gsize count;
    gsize *sources; /**< place in the series that a value was taken from, RK_FILL_NONE for none */
    RkFrame frame;  /**< in places of the series */
    double most;    /**< maximal age */
} RkSeries;

typedef struct {
    const char *name;
    void (*fill)(RkSeries *series);
    gboolean ordered; /**< needs times or numbers to go by */
    gboolean framed;  /**< looks at the frame */
    gboolean aged;    /**< knows a maximal age */
} RkImputeMethod;

/** Ended by a row without a name. The method "value" has no function. */
extern const RkImputeMethod rk_impute_methods[];

/** Whether the value of a row was put in. */
gboolean rk_impute_filled(const RkMeasure *measure, const double *results, gsize row);
/** The results as a column: values that were put in say so by their flag, unless numbers that are worked out have none,
 * and have no reason to be missing any more. */
RkColumn *rk_impute_column(const RkMeasure *measure, const double *results, const char *name);
/** The table with that column. When it stands in place of `measure`, the columns that say the flags and the reasons of
 * that say those of the results. */
RkTable *rk_impute_put(const RkTable *input, const RkColumn *measure, const RkColumn *values);

#endif
