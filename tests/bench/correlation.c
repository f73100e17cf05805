/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Correlates the columns of a file with each other and says how many milliseconds the matrix took (the median of
 * several) and what its coefficients add up to: correlation FILE KIND ROUNDS. Reading is not counted, nor is the
 * peers'.
 */
#include "read/read.h"
#include "stats/correlation-matrix.h"
#include "stats/location.h"

#include <stdio.h>
#include <stdlib.h>

static const double **columns_of(const RkTable *table)
{
    const double **columns = g_new(const double *, rk_table_columns(table));
    for (guint i = 0; i < rk_table_columns(table); i++)
        columns[i] = rk_column_numbers(rk_table_column(table, i));
    return columns;
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    RkCorrelationKind kind;
    RkSource source = {.path = argc == 4 ? argv[1] : NULL};
    g_autoptr(RkTable) table = rk_read(&source, NULL, &error);
    if (table == NULL || !rk_correlation_find(argv[2], &kind)) {
        fprintf(stderr, "%s\n", error == NULL ? "no such correlation" : error->message);
        return 1;
    }
    guint count = rk_table_columns(table);
    gsize rounds = (gsize)atoi(argv[3]);
    g_autofree const double **columns = columns_of(table);
    g_autofree double *matrix = g_new(double, (gsize)count *count), *times = g_new(double, rounds);
    double sum = 0;
    for (gsize round = 0; round < rounds; round++) {
        gint64 start = g_get_monotonic_time();
        rk_stats_correlation_matrix(columns, count, rk_table_rows(table), kind, matrix, NULL);
        times[round] = (double)(g_get_monotonic_time() - start) / 1000;
    }
    for (gsize i = 0; i < (gsize)count * count; i++)
        sum += matrix[i];
    printf("%.3f %.6f\n", rk_stats_median(times, rounds), sum);
    return 0;
}
