/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The aggregate operations, as a table. The formulas are those of src/stats; only counting is done here. Missing values
 * are left out, and a group without values has no sum.
 */
#include "transform/transform-private.h"

#include <math.h>
#include <string.h>

#include "stats/array.h"
#include "stats/location.h"
#include "stats/quantile.h"
#include "stats/spread.h"

static double count_rows(const RkColumn *column, const guint32 *rows, gsize count)
{
    (void)column, (void)rows;
    return (double)count;
}

static double count_valid(const RkColumn *column, const guint32 *rows, gsize count)
{
    gsize valid = 0;
    for (gsize i = 0; i < count; i++)
        valid += !rk_column_is_missing(column, rows[i]);
    return (double)valid;
}

static double count_missing(const RkColumn *column, const guint32 *rows, gsize count)
{
    return (double)count - count_valid(column, rows, count);
}

static double count_distinct(const RkColumn *column, const guint32 *rows, gsize count)
{
    g_autoptr(RkColumn) values = rk_column_gather(column, rows, count);
    const RkColumn *keys[1] = {values};
    g_autoptr(RkGroups) groups = rk_groups_new(keys, 1, count);
    return count_valid(column, rows, count) < (double)count ? groups->count - 1.0 : groups->count;
}

static double product(const double *values, gsize count)
{
    double result = 1;
    gsize valid = 0;
    for (gsize i = 0; i < count; i++)
        if (!isnan(values[i])) {
            result *= values[i];
            valid++;
        }
    return valid == 0 ? NAN : result;
}

static double first_quartile(const double *values, gsize count)
{
    return rk_stats_quantile(values, count, 0.25, RK_QUANTILE_DEFAULT);
}

static double third_quartile(const double *values, gsize count)
{
    return rk_stats_quantile(values, count, 0.75, RK_QUANTILE_DEFAULT);
}

static double running_sum(const RkRunning *running)
{
    return running->count == 0 ? NAN : rk_running_sum(running);
}

static double running_mean(const RkRunning *running)
{
    return running->count == 0 ? NAN : rk_running_sum(running) / (double)running->count;
}

static double running_least(const RkRunning *running)
{
    return running->count == 0 ? NAN : running->least;
}

static double running_greatest(const RkRunning *running)
{
    return running->count == 0 ? NAN : running->greatest;
}

static const char one_row[] = "an aggregate gives a value, not a row: use a window with rank and filter on it";
static const char bootstrap[] = "its interval is drawn by chance: use mean and stderr";

const RkOperation rk_operations[] = {
    {"count", RK_RESULT_COUNT, .of_rows = count_rows},
    {"valid", RK_RESULT_COUNT, .of_rows = count_valid},
    {"missing", RK_RESULT_COUNT, .of_rows = count_missing},
    {"distinct", RK_RESULT_COUNT, .of_rows = count_distinct},
    {"sum", RK_RESULT_AMOUNT, .of_numbers = rk_stats_sum, .of_running = running_sum},
    {"product", RK_RESULT_OTHER, .of_numbers = product},
    {"mean", RK_RESULT_LEVEL, .of_numbers = rk_stats_mean, .of_running = running_mean},
    {"average", RK_RESULT_LEVEL, .of_numbers = rk_stats_mean, .of_running = running_mean},
    {"variance", RK_RESULT_OTHER, .of_numbers = rk_stats_variance},
    {"variancep", RK_RESULT_OTHER, .of_numbers = rk_stats_variance_population},
    {"stdev", RK_RESULT_AMOUNT, .of_numbers = rk_stats_stdev},
    {"stdevp", RK_RESULT_AMOUNT, .of_numbers = rk_stats_stdev_population},
    {"stderr", RK_RESULT_AMOUNT, .of_numbers = rk_stats_standard_error},
    {"median", RK_RESULT_LEVEL, .of_numbers = rk_stats_median},
    {"q1", RK_RESULT_LEVEL, .of_numbers = first_quartile},
    {"q3", RK_RESULT_LEVEL, .of_numbers = third_quartile},
    {"min", RK_RESULT_VALUE, .of_numbers = rk_stats_min, .of_running = running_least},
    {"max", RK_RESULT_VALUE, .of_numbers = rk_stats_max, .of_running = running_greatest},
    {"argmin", .refusal = one_row},
    {"argmax", .refusal = one_row},
    {"values", .refusal = one_row},
    {"ci0", .refusal = bootstrap},
    {"ci1", .refusal = bootstrap},
    {NULL}};

const RkOperation *rk_operation_find(const char *name)
{
    for (const RkOperation *operation = rk_operations; operation->name != NULL; operation++)
        if (strcmp(operation->name, name) == 0)
            return operation;
    return NULL;
}

const char **rk_operation_names(void)
{
    GPtrArray *names = g_ptr_array_new();
    for (const RkOperation *operation = rk_operations; operation->name != NULL; operation++)
        if (operation->refusal == NULL)
            g_ptr_array_add(names, (gpointer)operation->name);
    g_ptr_array_add(names, NULL);
    return (const char **)g_ptr_array_free(names, FALSE);
}
