/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What expressions and conditions of a guide see as `datum`: one tick or entry with its value, label and index.
 */
#ifndef RK_PLOT_GUIDE_DATUM_H
#define RK_PLOT_GUIDE_DATUM_H

#include "plot/scale.h"

G_BEGIN_DECLS

typedef struct {
    const RkScale *scale;
    guint category; /**< of a discrete scale */
    double value;   /**< of a continuous one */
    const char *label;
    double index;
} RkGuideDatum;

/** A category as the number or moment that it stands for; NaN when it is a text. */
double rk_guide_category_number(const RkScale *scale, guint category, gboolean *temporal);
/** The text of `labelExpr`; NULL with an error when it fails. Lives as long as the plotting. */
const char *rk_guide_expression(RkPlotting *plotting, const RkValue *expression, const RkGuideDatum *datum,
                                GError **error);
/** A value that may be {condition, value} or {expr}: what it comes to for that datum. NULL with an error when it
 * fails. */
const RkValue *rk_guide_resolve(RkPlotting *plotting, const RkValue *value, const RkGuideDatum *datum, GError **error);

G_END_DECLS

#endif
