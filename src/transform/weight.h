/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The options of weight, read and checked.
 */
#ifndef RK_TRANSFORM_WEIGHT_H
#define RK_TRANSFORM_WEIGHT_H

#include "transform/verb.h"

/** The components and their weights; a weight is a number or a column. */
typedef struct {
    const RkTable *input;
    const RkValue *options;
    guint count;
    const RkColumn **columns;
    const double **values, **row_weights; /**< row_weights[i]: NULL when the weight is the same in all rows */
    double *weights, **made;              /**< made: 2 · count arrays to be freed */
    double power, availability;
    const char *method;
    RkFlagRule flag_rule;
} RkWeighing;

/** Reads everything from `options`; `input` and `options` are set, the rest is zero. FALSE with a located error. */
gboolean rk_weighing_read(RkWeighing *weighing, GError **error);
void rk_weighing_clear(RkWeighing *weighing);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkWeighing, rk_weighing_clear)

#endif
