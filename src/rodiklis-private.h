/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of one drawing: what the compiler asks for is read once, however many views, facts and lookups want it.
 */
#ifndef RODIKLIS_PRIVATE_H
#define RODIKLIS_PRIVATE_H

#include "rodiklis.h"

G_BEGIN_DECLS

/** Zeroed memory is the start. */
typedef struct {
    GHashTable *tables; /* by path and format */
    char **columns;     /**< names that the figure can mean; NULL: all */
    RkDiagnostics *diagnostics;
} RkFigureData;

/** The environment that reads through `data`, which must live as long. */
RkPlotEnvironment rk_figure_data_environment(RkFigureData *data, RkDiagnostics *diagnostics);
void rk_figure_data_clear(RkFigureData *data);
/** Every word of the figure file, as names that columns may have, NULL-ended; NULL when any column may be meant.
 * g_strfreev() it. */
char **rk_figure_words(const RkFigure *figure);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkFigureData, rk_figure_data_clear)

G_END_DECLS

#endif
