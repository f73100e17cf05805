/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of one drawing: what the compiler asks for is read once, however many views, facts and lookups want it.
 */
#ifndef RODIKLIS_PRIVATE_H
#define RODIKLIS_PRIVATE_H

#include "rodiklis.h"
#include "transform/leading.h"

G_BEGIN_DECLS

/** The file that asks for data. All borrowed. */
typedef struct {
    const char *folder, *project; /**< where its paths start, and what they may not leave */
    const RkValue *root;          /**< the whole file, whose words say which columns it can mean */
    gboolean vega_types;
} RkDataHome;

/** The files read for one piece of work. Zeroed memory is the start. */
typedef struct {
    GHashTable *tables; /* by path and format */
    char **columns;     /**< names that the file can mean; NULL: all */
    char **used;        /**< names that it draws or works with; NULL: not known */
    RkDiagnostics *diagnostics;
} RkFigureData;

/** The environment that reads through `data`, which must live as long. */
RkPlotEnvironment rk_figure_data_environment(RkFigureData *data, RkDiagnostics *diagnostics);
void rk_figure_data_init(RkFigureData *data, RkDiagnostics *diagnostics);
void rk_figure_data_clear(RkFigureData *data);
/** The table behind a `data` map of a file, with those of the next steps done that can be done while it is read. A new
 * reference, or NULL with a located error. */
RkTable *rk_figure_data_load(RkFigureData *data, const RkDataHome *home, const RkValue *map, RkNextSteps *next,
                             GError **error);
/** TRUE for data of which only what is needed should be kept in memory: a file of many bytes, or standard input ("-").
 */
gboolean rk_data_is_large(const char *path);
/** Reads a file and does the leading steps meanwhile; `*done` of them need not be done again. NULL with an error. */
RkTable *rk_data_read_leading(const char *path, const RkReadOptions *options, RkLeading *leading, guint *done,
                              GError **error);
/** Every word of the file, as names that columns may have, NULL-ended; NULL when any column may be meant. g_strfreev()
 * it. */
char **rk_document_words(const RkValue *root);

/** The same of what it draws and works with alone: not what people read, and not where its data are. */
char **rk_document_fields(const RkValue *root);

/** Verdicts on claims as a data format: beside those of the reading room, since it needs other data itself. */
extern const RkFormat rk_format_claims;
/** The words of claims files: those of figure files without verdicts on claims as data, so that no claim can rest on
 * its own verdict. */
const RkVocabulary *rk_claims_vocabulary(void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkFigureData, rk_figure_data_clear)

G_END_DECLS

#endif
