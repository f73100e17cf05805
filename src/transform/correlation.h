/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verb correlation between its files: one pair of columns, or every pair of several.
 */
#ifndef RK_TRANSFORM_CORRELATION_H
#define RK_TRANSFORM_CORRELATION_H

#include "stats/correlation.h"
#include "transform/transform-private.h"

enum { RK_CORRELATION_COEFFICIENT, RK_CORRELATION_P_VALUE, RK_CORRELATION_PAIRS, RK_CORRELATION_RESULTS };

typedef struct {
    const RkValue *options;
    const RkGroups *groups;
    const GPtrArray *keys; /**< the columns of groupby */
    RkCorrelate method;
    RkDiagnostics *diagnostics;
} RkCorrelationVerb;

/** The name of a result: that of `as`, or its own. */
const char *rk_correlation_name(const RkValue *options, guint result);
/** The values of the rows of a group. */
void rk_correlation_gather(const double *values, const guint32 *rows, gsize count, double *gathered);
/** Rows in which both have a value. */
gsize rk_correlation_pairs(const double *x, const double *y, gsize count);
/** Warns of one group or pair that has no correlation: `words` say which, `more` how many others there are. */
void rk_correlation_warn(const RkCorrelationVerb *verb, const char *words, guint32 row, RkStatsReason reason,
                         gsize more);

/** Each of `count` columns with each, one row for two of them in either order, for each group. NULL with a located
 * error. */
RkTable *rk_correlation_matrix(const RkCorrelationVerb *verb, const RkColumn *const *columns, guint count,
                               GError **error);

#endif
