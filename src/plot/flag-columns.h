/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns whose flags a unit shows, and the codes that stand in them.
 */
#ifndef RK_PLOT_FLAG_COLUMNS_H
#define RK_PLOT_FLAG_COLUMNS_H

#include "plot/flags.h"

G_BEGIN_DECLS

/** A mark shows at most so many columns in its places, its size and its colour. */
enum { RK_FLAG_MOST_COLUMNS = 8 };

typedef struct {
    const RkColumn *value;                       /**< what the picture is about */
    const RkColumn *shown[RK_FLAG_MOST_COLUMNS]; /**< the value and the others whose flags show */
    guint shown_count;
    const RkColumn *end; /**< without which there is no mark either: where a bar ends; or NULL */
} RkFlagColumns;

/** The numbers that a unit of texts writes; NULL: none. flag-texts.c */
const RkColumn *rk_unit_flag_written(const RkUnit *unit);
/** FALSE when the unit shows no quantity. */
gboolean rk_flag_columns_find(const RkUnit *unit, RkFlagColumns *columns);
/** Visits the codes of a row, each once: one for each letter, or the whole word. Those of a missing value begin with
 * why it is. Of the columns beside the value and the end only those say something whose values are there. */
void rk_flag_columns_visit(const RkFlagColumns *columns, RkFlagCodes *codes, gsize row,
                           void (*visitor)(RkFlagCode *code, gpointer data), gpointer data);

G_END_DECLS

#endif
