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

/** How far a name may move from its line, in sizes of its font: farther away it would be another line's. */
#define RK_END_LABEL_MOST_MOVE 5.0

/** From line to line of a name, in sizes of its font. */
#define RK_END_LABEL_LINE 1.2

/** The name of a line at one of its ends. */
typedef struct {
    const char *name, *text;
    const char *sign; /**< of the value that is missing in the last column; NULL: none */
    const RkSeries *series;
    guint32 row;
    double end, y; /**< where the line ends */
    double from;   /**< past the signs of what is missing there */
    double x;
    guint column; /**< names that move apart together have one number */
    double lead;  /**< how much farther away it stands for its leader; 0: it has none */
    RkColor color;
} RkEndLabel;

/** The first or last row of a series that has a position; FALSE when it has none. */
gboolean rk_series_end(RkUnit *unit, const RkSeries *series, gboolean first, guint32 *row, double *x, double *y);

/* label-clear.c */
/** The end of another line than `own`, beyond `start`, that a name in `box` would stand on; `start` when there is none.
 */
double rk_label_end_in_the_way(RkUnit *unit, GPtrArray *all_series, const RkSeries *own, const RkReach *box,
                               double start, gboolean first);
/** Whether another line than `own` runs through the box. */
gboolean rk_label_is_crossed(RkUnit *unit, GPtrArray *all_series, const RkSeries *own, const RkReach *box);

/* label-column.c: names below each other. */
RkFont rk_end_label_font(const RkLabelling *labelling, const RkEndLabel *label);
/** Distance of a name from the end of its line. */
double rk_labelling_gap(const RkLabelling *labelling);
/** Breaks a name that would take too much of the figure's width, of which names at both ends have less each. */
void rk_end_label_wrap(const RkLabelling *labelling, RkEndLabel *label, gboolean both);
double rk_end_label_height(const RkLabelling *labelling, const RkEndLabel *label);
/** Moves names apart that stand below each other. */
void rk_end_labels_spread(const RkLabelling *labelling, RkEndLabel *labels, RkSpread *spreads, guint count,
                          gboolean first);
/** Lets the names of lines without a value in the last column wish to stand below all others there, if they would else
 * push these from the ends of their lines. */
void rk_end_labels_list_missing(const RkLabelling *labelling, RkEndLabel *labels, RkSpread *spreads, guint count);
/** Makes room for leaders in columns in which a name has moved by more than its height. */
void rk_end_labels_lead(RkEndLabel *labels, const RkSpread *spreads, guint count);
void rk_end_label_draw_leader(const RkLabelling *labelling, const RkEndLabel *label, gboolean first, double place);

/* label-value.c */
/** The name with the value of the row, where the label asks for one: behind it, or `before` it. A name that has `left`
 * the end of its line says of which period its value is. Lives as long as the plotting. */
const char *rk_labelling_with_value(const RkLabelling *labelling, const char *name, guint32 row, gboolean before,
                                    gboolean left);
/** Whether a name that has left its end could say so. */
gboolean rk_labelling_tells_period(const RkLabelling *labelling, guint32 row);

G_END_DECLS

#endif
