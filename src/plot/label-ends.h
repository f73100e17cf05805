/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ends of lines: where they are, what a name there would stand on, and what it says.
 */
#ifndef RK_PLOT_LABEL_ENDS_H
#define RK_PLOT_LABEL_ENDS_H

#include "plot/label.h"
#include "plot/reach.h"
#include "plot/series.h"

G_BEGIN_DECLS

/** The first or last row of a series that has a position; FALSE when it has none. */
gboolean rk_series_end(RkUnit *unit, const RkSeries *series, gboolean first, guint32 *row, double *x, double *y);

/* label-clear.c */
/** The end of another line than `own`, beyond `start`, that a name in `box` would stand on; `start` when there is none.
 */
double rk_label_end_in_the_way(RkUnit *unit, GPtrArray *all_series, const RkSeries *own, const RkReach *box,
                               double start, gboolean first);

/* label-value.c */
/** The name with the value of the row, where the label asks for one: behind it, or `before` it. A name that has `left`
 * the end of its line says of which period its value is. Lives as long as the plotting. */
const char *rk_labelling_with_value(const RkLabelling *labelling, const char *name, guint32 row, gboolean before,
                                    gboolean left);
/** Whether a name that has left its end could say so. */
gboolean rk_labelling_tells_period(const RkLabelling *labelling, guint32 row);

G_END_DECLS

#endif
