/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places that are ranked by values of different periods are not compared with each other, whatever their order says.
 * The ranking is given all the same: the newest value of each place may be all there is.
 */
#include "cli/ranking.h"

/* The first two places whose periods differ; FALSE when all are alike. */
static gboolean differ(const RkRanking *ranking, const RkColumn *time, gsize *first, gsize *other)
{
    g_autofree char *period = NULL;
    for (gsize row = 0; row < rk_column_length(time); row++) {
        if (rk_column_is_missing(ranking->value, row) || rk_column_is_missing(time, row))
            continue;
        g_autofree char *own = rk_column_write(time, row);
        if (period != NULL && !g_str_equal(period, own)) {
            *other = row;
            return TRUE;
        }
        if (period == NULL) {
            period = g_steal_pointer(&own);
            *first = row;
        }
    }
    return FALSE;
}

void rk_ranking_warn_periods(const RkRanking *ranking, RkDiagnostics *diagnostics)
{
    for (guint i = 0; i < rk_table_columns(ranking->table); i++) {
        const RkColumn *time = rk_table_column(ranking->table, i);
        gsize first, other;
        if (rk_column_type(time) != RK_COLUMN_TIME || !differ(ranking, time, &first, &other))
            continue;
        g_autofree char *a = rk_column_write(ranking->entity, first), *b = rk_column_write(ranking->entity, other);
        g_autofree char *from = rk_column_write(time, first), *to = rk_column_write(time, other);
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){ranking->path, 0, 0},
                           "keep one period with --where", "places stand for different periods of \"%s\": %s %s, %s %s",
                           rk_column_name(time), a != NULL ? a : "", from, b != NULL ? b : "", to);
        return;
    }
}
