/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure for a table that nobody wrote a figure file for: which mark, which columns.
 */
#ifndef RK_CLI_QUICK_H
#define RK_CLI_QUICK_H

#include "base/diagnostics.h"
#include "base/value.h"
#include "table/table.h"

G_BEGIN_DECLS

/** What the command line says; NULL where it leaves the choice. Borrowed. */
typedef struct {
    const char *mark, *x, *y, *color, *title;
    char **where;
    /* of rank charts */
    const char *rank, *by, *order, *errors, *rounding;
    const char *language;       /* places are named in it by the figure */
    char **highlight;           /* names or codes; may be NULL */
    RkDiagnostics *diagnostics; /* takes what there is to say of the choice */
} RkQuickRequest;

/**
 * The document of a figure over `table`, already filtered. Its data map has one entry, `url` or `values` (`data_key`).
 * `path` is for messages. NULL with an error when a column or mark is unknown, units are mixed, or bars would stand on
 * each other.
 */
RkDocument *rk_quick_figure(const RkTable *table, const RkQuickRequest *request, const char *data_key,
                            const char *data_text, const char *path, GError **error);

/** The same for a rank chart, `rank` in the request: x names the times, y the values, color the indicators. */
RkDocument *rk_quick_rank(const RkTable *table, const RkQuickRequest *request, const char *data_key,
                          const char *data_text, const char *path, GError **error);

/** The columns of the channels, as chosen; color may be NULL. Borrowed. */
typedef struct {
    const char *mark;
    const RkColumn *x, *y, *color;
    const RkColumn *named;  /* whose words may be highlighted; NULL: none */
    GPtrArray *highlighted; /* words of it; NULL: none */
} RkQuickChoice;

/** The document of a figure of these columns. `path` is for messages. */
RkDocument *rk_quick_write(const RkTable *table, const RkQuickChoice *choice, const RkQuickRequest *request,
                           const char *data_key, const char *data_text, const char *path);

/** d3's pattern for as many decimals as the values have, `most` at the most. Free with g_free(). */
char *rk_quick_pattern(const RkColumn *value, guint most);

G_END_DECLS

#endif
