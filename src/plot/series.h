/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that make one line or area together, and the order in which rows are drawn.
 */
#ifndef RK_PLOT_SERIES_H
#define RK_PLOT_SERIES_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** Rows of one line, sorted along its dimension. */
typedef struct {
    guint32 *rows;
    guint count;
    gboolean highlighted;
} RkSeries;

/** The series of a unit (RkSeries), in order of first appearance, highlighted ones last. Free with g_ptr_array_unref().
 */
GPtrArray *rk_unit_series(const RkUnit *unit);

/** The column whose words name the series; NULL: none. */
const RkColumn *rk_unit_series_names(const RkUnit *unit);
/** series-empty.c: warns of those of `all` that have no value to draw. */
void rk_unit_tell_empty_series(const RkUnit *unit, const GPtrArray *all);
/** series-equal.c: warns of lines that lie on each other from end to end. */
void rk_unit_tell_equal_series(const RkUnit *unit, const GPtrArray *all);

/** Rows in drawing order: as the order channel sorts them, highlighted ones last, without those that are invalid.
 * `count` of them; g_free() it. */
guint32 *rk_unit_draw_order(const RkUnit *unit, gsize *count);
/** Draws each row in that order into a container of that role. */
void rk_unit_draw_rows(RkUnit *unit, RkNode *parent, const char *role,
                       void (*draw_row)(RkUnit *unit, RkNode *group, guint32 row));

/** The row that says what a screen reader hears of the whole line: the first, as the grammar has it; in our own figures
 * the first whose value is there. */
guint32 rk_series_told_row(const RkUnit *unit, const RkSeries *series);

G_END_DECLS

#endif
