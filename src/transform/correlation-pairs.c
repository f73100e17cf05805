/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * correlation of more than two columns: the matrix as a long table, which a heat map draws as it is. A column goes with
 * itself by 1, which has no p-value. Pairs that have no correlation keep their row, and the first is named in a
 * warning.
 */
#include <math.h>

#include "base/limits.h"
#include "table/builder.h"
#include "transform/correlation.h"

/* The matrix of one group after the other. */
typedef struct {
    const RkCorrelationVerb *verb;
    const RkColumn *const *columns;
    guint count;
    const double **values; /* of all rows */
    double **gathered;     /* of the rows of a group */
    double *results[RK_CORRELATION_RESULTS];
    gsize failures;
    guint first_pair[2];
    guint32 first_row;
    RkStatsReason reason;
} Matrix;

static void note_failure(Matrix *matrix, guint a, guint b, guint32 row, RkStatsReason reason)
{
    if (matrix->failures++ > 0)
        return;
    matrix->first_pair[0] = b;
    matrix->first_pair[1] = a;
    matrix->first_row = row;
    matrix->reason = reason;
}

static void fill_pair(Matrix *matrix, guint32 group, guint a, guint b, gsize rows)
{
    const double *x = matrix->gathered[b], *y = matrix->gathered[a];
    gsize start = (gsize)group * matrix->count * matrix->count;
    const gsize cells[] = {start + (gsize)a * matrix->count + b, start + (gsize)b * matrix->count + a};
    const RkGroups *groups = matrix->verb->groups;
    RkCorrelation correlation;
    RkStatsReason reason;
    gboolean found = matrix->verb->method(x, y, rows, &correlation, &reason);
    if (!found && a != b)
        note_failure(matrix, a, b, groups->members[groups->starts[group]], reason);
    for (guint i = 0; i < G_N_ELEMENTS(cells); i++) {
        matrix->results[RK_CORRELATION_COEFFICIENT][cells[i]] = !found ? NAN : a == b ? 1 : correlation.coefficient;
        matrix->results[RK_CORRELATION_P_VALUE][cells[i]] = found && a != b ? correlation.p_value : NAN;
        matrix->results[RK_CORRELATION_PAIRS][cells[i]] = (double)rk_correlation_pairs(x, y, rows);
    }
}

static void fill(Matrix *matrix)
{
    const RkGroups *groups = matrix->verb->groups;
    for (guint32 group = 0; group < groups->count; group++) {
        gsize rows = groups->starts[group + 1] - groups->starts[group];
        for (guint a = 0; a < matrix->count; a++)
            rk_correlation_gather(matrix->values[a], groups->members + groups->starts[group], rows,
                                  matrix->gathered[a]);
        for (guint a = 0; a < matrix->count; a++)
            for (guint b = 0; b <= a; b++)
                fill_pair(matrix, group, a, b, rows);
    }
}

static void warn(const Matrix *matrix)
{
    if (matrix->failures == 0)
        return;
    g_autofree char *words =
        g_strdup_printf(" of \"%s\" and \"%s\"", rk_column_name(matrix->columns[matrix->first_pair[0]]),
                        rk_column_name(matrix->columns[matrix->first_pair[1]]));
    rk_correlation_warn(matrix->verb, words, matrix->first_row, matrix->reason, matrix->failures - 1);
}

/* The names of the left (or right) columns of all rows. */
static RkColumn *name_column(const Matrix *matrix, const char *name, gboolean right)
{
    gsize size = (gsize)matrix->count * matrix->count;
    RkColumnBuilder *builder = rk_column_builder_new(name, RK_COLUMN_TEXT);
    for (gsize row = 0; row < matrix->verb->groups->count * size; row++) {
        gsize cell = row % size;
        gsize index = right ? cell % matrix->count : cell / matrix->count;
        rk_column_builder_text(builder, rk_column_name(matrix->columns[index]), -1);
    }
    return rk_column_builder_finish(builder);
}

static RkTable *make_table(Matrix *matrix, gsize rows, GError **error)
{
    static const char *const names[] = {"column", "with"};
    const RkCorrelationVerb *verb = matrix->verb;
    const RkValue *as = rk_value_get(verb->options, "as");
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    g_autofree guint32 *first = rk_groups_first(verb->groups);
    g_autofree guint32 *from = g_new(guint32, rows + 1);
    for (gsize row = 0; row < rows; row++)
        from[row] = first[row / ((gsize)matrix->count * matrix->count)];
    for (guint i = 0; i < verb->keys->len; i++)
        g_ptr_array_add(columns, rk_column_gather(g_ptr_array_index(verb->keys, i), from, rows));
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        g_ptr_array_add(columns, name_column(matrix, rk_option_as(as, RK_CORRELATION_RESULTS + i, names[i]), i == 1));
    for (guint i = 0; i < RK_CORRELATION_RESULTS; i++)
        g_ptr_array_add(columns, rk_column_new_numbers(rk_correlation_name(verb->options, i),
                                                       g_steal_pointer(&matrix->results[i]), rows));
    return rk_results_table(columns, rows, rk_value_place(rk_value_get(verb->options, "correlation")), error);
}

static RkTable *correlate(Matrix *matrix, gsize rows, GError **error)
{
    const RkGroups *groups = matrix->verb->groups;
    g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(g_free);
    g_autofree const double **values = g_new(const double *, matrix->count);
    g_autofree double **gathered = g_new(double *, matrix->count);
    for (guint i = 0; i < matrix->count; i++) {
        double *converted = NULL;
        values[i] = rk_column_doubles(matrix->columns[i], &converted);
        gathered[i] = g_new(double, groups->rows + 1);
        g_ptr_array_add(made, converted);
        g_ptr_array_add(made, gathered[i]);
    }
    matrix->values = values;
    matrix->gathered = gathered;
    for (guint i = 0; i < RK_CORRELATION_RESULTS; i++)
        matrix->results[i] = g_new(double, rows + 1);
    fill(matrix);
    warn(matrix);
    return make_table(matrix, rows, error);
}

RkTable *rk_correlation_matrix(const RkCorrelationVerb *verb, const RkColumn *const *columns, guint count,
                               GError **error)
{
    Matrix matrix = {.verb = verb, .columns = columns, .count = count};
    guint64 rows = (guint64)count * count * verb->groups->count;
    if (count <= RK_LIMIT_COLUMNS && rows <= RK_LIMIT_GENERATED_ROWS)
        return correlate(&matrix, rows, error);
    rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(rk_value_get(verb->options, "correlation")), NULL,
                 "correlation makes more than %u rows", RK_LIMIT_GENERATED_ROWS);
    return NULL;
}
