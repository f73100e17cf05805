/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pearson and Spearman matrices as products of columns. Ranks are doubled and centred, so that they are whole numbers
 * and their products exact: in 16 bits while they fit, otherwise in doubles.
 */
#include <math.h>
#include <string.h>

#include "stats/location.h"
#include "stats/matrix-private.h"
#include "stats/private.h"

/* Columns treated together: one tile of either side stays in the nearest memory. */
#define TILE 16
/* Doubled ranks of more rows do not fit 16 bits; and two products must fit 32. */
#define MOST_SHORT_ROWS 16384

/* Sums of products in four strands, always the same ones, so that the result does not depend on the machine. */
static double product(const double *a, const double *b, gsize rows)
{
    double sums[4] = {0};
    gsize i = 0;
    for (; i + 4 <= rows; i += 4) {
        for (gsize k = 0; k < 4; k++)
            sums[k] += a[i + k] * b[i + k];
    }
    for (; i < rows; i++)
        sums[i % 4] += a[i] * b[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/* `step` rows at a time cannot pass the range of 32 bits. */
static gint64 short_product(const gint16 *a, const gint16 *b, gsize rows, gsize step)
{
    gint64 sum = 0;
    for (gsize start = 0; start < rows; start += step) {
        gsize end = MIN(start + step, rows);
        gint32 part = 0;
        for (gsize i = start; i < end; i++)
            part += (gint32)a[i] * b[i];
        sum += part;
    }
    return sum;
}

/* Columns of equal length, one after the other, in either form. */
typedef struct {
    const double *doubles;
    const gint16 *shorts;
    const double *lengths; /* 0 where a column does not vary */
    gsize rows, step;
} Columns;

static double correlate(const Columns *columns, gsize a, gsize b)
{
    if (columns->lengths[a] == 0 || columns->lengths[b] == 0)
        return NAN;
    gsize rows = columns->rows;
    double both = columns->shorts != NULL ? (double)short_product(columns->shorts + a * rows,
                                                                  columns->shorts + b * rows, rows, columns->step)
                                          : product(columns->doubles + a * rows, columns->doubles + b * rows, rows);
    return CLAMP(both / columns->lengths[a] / columns->lengths[b], -1, 1);
}

static void correlate_all(const RkMatrixTask *task, const Columns *columns)
{
    for (gsize top = 0; top < task->count; top += TILE) {
        for (gsize left = 0; left <= top; left += TILE) {
            gsize bottom = MIN(top + TILE, task->count), right = MIN(left + TILE, task->count);
            for (gsize a = top; a < bottom; a++) {
                for (gsize b = left; b < MIN(right, a); b++)
                    rk_matrix_set(task, a, b, correlate(columns, a, b));
            }
        }
    }
}

/* Distances from the mean, the greatest of them 1; FALSE when there are none. */
static gboolean centre(const double *column, gsize rows, double *centred)
{
    RkSample sample = {.values = centred, .count = rows};
    memcpy(centred, column, rows * sizeof *centred);
    rk_sample_inspect(&sample);
    if (sample.constant || !sample.finite)
        return FALSE;
    double mean = rk_sample_mean(&sample), greatest = 0;
    for (gsize i = 0; i < rows; i++) {
        centred[i] -= mean;
        greatest = fmax(greatest, fabs(centred[i]));
    }
    for (gsize i = 0; i < rows; i++)
        centred[i] /= greatest;
    return greatest > 0 && isfinite(greatest);
}

void rk_matrix_pearson(const RkMatrixTask *task)
{
    gsize rows = task->rows;
    g_autofree double *doubles = g_new(double, task->count *rows), *lengths = g_new0(double, task->count);
    for (gsize i = 0; i < task->count; i++) {
        if (centre(task->columns[i], rows, doubles + i * rows))
            lengths[i] = sqrt(product(doubles + i * rows, doubles + i * rows, rows));
    }
    Columns columns = {doubles, NULL, lengths, rows, 0};
    correlate_all(task, &columns);
}

/* Twice the average rank less the mean rank, for each sorted place. */
static void doubled_ranks(const guint32 *group, gsize rows, gint64 *ranks)
{
    gsize first = 0;
    for (gsize i = 1; i <= rows; i++) {
        if (i < rows && group[i] == group[first])
            continue;
        for (gsize k = first; k < i; k++)
            ranks[k] = (gint64)(first + i) - (gint64)rows;
        first = i;
    }
}

static double length_of(const gint64 *ranks, gsize rows)
{
    double squares = 0;
    for (gsize i = 0; i < rows; i++)
        squares += (double)ranks[i] * (double)ranks[i];
    return sqrt(squares);
}

void rk_matrix_spearman(const RkMatrixTask *task)
{
    gsize rows = task->rows, greatest = rows * rows;
    gboolean narrow = rows <= MOST_SHORT_ROWS;
    g_autofree gint16 *shorts = narrow ? g_new(gint16, task->count * rows) : NULL;
    g_autofree double *doubles = narrow ? NULL : g_new(double, task->count *rows);
    g_autofree double *lengths = g_new(double, task->count);
    g_autofree guint32 *order = g_new(guint32, rows), *group = g_new(guint32, rows);
    g_autofree gint64 *ranks = g_new(gint64, rows);
    g_autofree void *scratch = g_malloc(rk_matrix_sort_scratch(rows));
    for (gsize i = 0; i < task->count; i++) {
        rk_matrix_sort(task->columns[i], rows, order, group, scratch);
        doubled_ranks(group, rows, ranks);
        lengths[i] = length_of(ranks, rows);
        for (gsize k = 0; k < rows; k++) {
            if (narrow)
                shorts[i * rows + order[k]] = (gint16)ranks[k];
            else
                doubles[i * rows + order[k]] = (double)ranks[k];
        }
    }
    Columns columns = {doubles, shorts, lengths, rows, MAX(1, (gsize)G_MAXINT32 / greatest)};
    correlate_all(task, &columns);
}
