/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of rankinterval: what its options say about the columns of a table.
 */
#ifndef RK_TRANSFORM_RANKINTERVAL_H
#define RK_TRANSFORM_RANKINTERVAL_H

#include "base/limits.h"
#include "stats/rank-uncertainty.h"
#include "transform/ranked.h"

typedef enum { RK_INTERVAL_ERRORS, RK_INTERVAL_ROUNDING, RK_INTERVAL_WEIGHTS } RkIntervalKind;

/** The new columns, in the order of `as`. */
enum {
    RK_INTERVAL_LOW,
    RK_INTERVAL_MEDIAN,
    RK_INTERVAL_HIGH,
    RK_INTERVAL_MEAN,
    RK_INTERVAL_PLACE,
    RK_INTERVAL_GROUP_FIRST,
    RK_INTERVAL_GROUP_LAST,
    RK_INTERVAL_GROUP_END, /**< at the first place of a group of several: its last place */
    RK_INTERVAL_LANE,      /**< there, too: brackets in one lane do not touch */
    RK_INTERVAL_RESULTS
};

typedef struct {
    RkIntervalKind kind;
    GPtrArray *columns;    /**< of RkColumn, owned: the values, or the indicators; excluded rows are missing */
    const double **values; /**< theirs */
    double *widths;        /**< standard errors or half widths; NULL for indicators */
    double *weights;       /**< NULL: any */
    double noise;
    guint32 *keys; /**< may be NULL */
    RkRankDrawing drawing;
} RkRankInterval;

/** FALSE with a located error. */
gboolean rk_rank_interval_read(const RkValue *options, const RkTable *input, const RkGroups *groups,
                               const RkScope *scope, RkRankInterval *how, GError **error);
void rk_rank_interval_clear(RkRankInterval *how);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkRankInterval, rk_rank_interval_clear)

#endif
