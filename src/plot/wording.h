/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts of values.
 */
#ifndef RK_PLOT_WORDING_H
#define RK_PLOT_WORDING_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** A cell of `column` in the format of `use`; NULL when it is missing. Free with g_free(). */
char *rk_use_cell_text(const RkUnit *unit, const RkUse *use, const RkColumn *column, gsize row);
/** The name of the bin that begins in a cell of `use` and ends in that of `ends`, by the numbers' format. Free with
 * g_free(). */
char *rk_use_bin_name(const RkUnit *unit, const RkUse *use, const RkColumn *ends, gsize row);
/** What the grammar writes where a row has no value. */
const char *rk_use_blank_text(const RkUse *use, gsize row);

G_END_DECLS

#endif
