/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The short way through the house, for programs that want a table from a file or a picture from a figure file. It sees
 * every room and adds no idea of its own; whoever needs more uses the rooms' headers.
 */
#ifndef RODIKLIS_H
#define RODIKLIS_H

#include "base/diagnostics.h"
#include "claims/claims.h"
#include "plot/plot.h"
#include "read/read.h"
#include "render/render.h"
#include "scene/scene.h"
#include "spec/figure.h"
#include "table/flags.h"
#include "table/table.h"

G_BEGIN_DECLS

/** Reads a data file ("-" is standard input) in whatever known format. `options` may be NULL. NULL with a located
 * error. */
RK_API RkTable *rk_load_table(const char *path, const RkReadOptions *options, GError **error);

/** Every word that a figure file may use: of all marks, transforms and data formats. Static. */
RK_API const RkVocabulary *rk_vocabulary(void);

/**
 * Reads a figure file ("-" is standard input) and checks it. `width` (may be NULL) is a length that takes the place of
 * the file's own: "165mm". `diagnostics` may be NULL. NULL with a located error.
 */
RK_API RkFigure *rk_figure_open(const char *path, const char *width, RkDiagnostics *diagnostics, GError **error);

/**
 * Draws a figure: its data are read from below its project folder ("-" is standard input), text is measured with the
 * house fonts. NULL with a located error.
 */
RK_API RkScene *rk_figure_draw(const RkFigure *figure, RkDiagnostics *diagnostics, GError **error);
/** The table behind a figure: the rows of its first mark after all transforms. NULL with a located error. */
RK_API RkTable *rk_figure_table(const RkFigure *figure, RkDiagnostics *diagnostics, GError **error);

/**
 * A table after table verbs: `steps` is a list as under `transform` in a figure file (NULL: none). Data that they join
 * are read from below the project of the current folder. Places are named and texts ordered as in `language` (NULL:
 * English). `diagnostics` may be NULL. NULL with a located error.
 */
RK_API RkTable *rk_transform_table(const RkTable *table, const RkValue *steps, const char *language,
                                   RkDiagnostics *diagnostics, GError **error);

/**
 * Reads a data file ("-" is standard input) for rk_transform_table_rest(): the filters that come first among `steps`,
 * and an aggregate right behind them, are done while it is read, so that a bulk file needs memory for what they leave.
 * `done` becomes how many steps need not be done again. That the first `conditions` of them, which are filters, leave
 * no row is an error. `options` must not name columns or a filter. NULL with a located error.
 */
RK_API RkTable *rk_transform_read(const char *path, const RkReadOptions *options, const RkValue *steps,
                                  guint conditions, RkFlagRule rule, guint *done, GError **error);
/** rk_transform_table() without the first `done` steps. Numbers that are worked out get flags by `rule`, in both. */
RK_API RkTable *rk_transform_table_rest(const RkTable *table, const RkValue *steps, guint done, RkFlagRule rule,
                                        const char *language, RkDiagnostics *diagnostics, GError **error);

/**
 * Puts the claims of a file ("-" is standard input) to the test against data from below its project folder.
 * `diagnostics` may be NULL. NULL with a located error.
 */
RK_API RkClaimsReport *rk_check_claims(const char *path, RkDiagnostics *diagnostics, GError **error);

G_END_DECLS

#endif
