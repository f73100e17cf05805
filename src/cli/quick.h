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

/** What a mark does with rows, as bits. */
enum {
    RK_QUICK_OVER_TIME = 1 << 0, /**< from left to right, where there are several moments */
    RK_QUICK_PARTED = 1 << 1,    /**< places have colours of their own */
    RK_QUICK_SERIES = 1 << 2,    /**< joins rows: one value at each moment */
    RK_QUICK_CROWD = 1 << 3,     /**< may show many rows of one place */
    RK_QUICK_SUMS = 1 << 4,      /**< sums rows up, and is told of what */
    RK_QUICK_GRID = 1 << 5       /**< moments by places, coloured by the value */
};
guint rk_quick_habits(const char *mark);
/** The habits of the mark with the columns that it got. */
gboolean rk_quick_over_time(const RkQuickChoice *choice);
gboolean rk_quick_is_grid(const RkQuickChoice *choice);
/** Bars of several moments, side by side. */
gboolean rk_quick_is_grouped(const RkQuickChoice *choice);
/** No bar upon another, no line with two values at once; `asked` when the command line names x and y. */
gboolean rk_quick_check_rows(const RkTable *table, const RkQuickChoice *choice, gboolean asked, const char *path,
                             GError **error);

/** The document of a figure of these columns. `path` is for messages. */
RkDocument *rk_quick_write(const RkTable *table, const RkQuickChoice *choice, const RkQuickRequest *request,
                           const char *data_key, const char *data_text, const char *path);

/** d3's pattern for as many decimals as the values have, `most` at the most. Free with g_free(). */
char *rk_quick_pattern(const RkColumn *value, guint most);

G_END_DECLS

#endif
