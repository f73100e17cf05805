/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The aggregate operations, as a table. The formulas are those of src/stats; only counting is done here. Missing values
 * are left out, and a group without values has no sum.
 */
#include "transform/transform-private.h"

#include <math.h>
#include <string.h>

#include "stats/array.h"
#include "stats/bootstrap.h"
#include "stats/location.h"
#include "stats/quantile.h"
#include "stats/spread.h"
#include "transform/operations-rows.h"

static double count_rows(const RkAggregation *aggregation, const guint32 *rows, gsize count)
{
    (void)aggregation, (void)rows;
    return (double)count;
}

static double count_valid(const RkAggregation *aggregation, const guint32 *rows, gsize count)
{
    gsize valid = 0;
    for (gsize i = 0; i < count; i++)
        valid += rk_aggregation_counts(aggregation, rows[i]);
    return (double)valid;
}

static double count_missing(const RkAggregation *aggregation, const guint32 *rows, gsize count)
{
    return (double)count - count_valid(aggregation, rows, count);
}

static double count_distinct(const RkAggregation *aggregation, const guint32 *rows, gsize count)
{
    g_autoptr(RkColumn) values = rk_column_gather(aggregation->column, rows, count);
    const RkColumn *keys[1] = {values};
    g_autoptr(RkGroups) groups = rk_groups_new(keys, 1, count);
    gboolean all = aggregation->like_vega || count_valid(aggregation, rows, count) == (double)count;
    return all ? groups->count : groups->count - 1.0;
}

static double tally_rows(const RkTally *tally)
{
    return (double)tally->rows;
}

static double tally_valid(const RkTally *tally)
{
    return (double)tally->valid;
}

static double tally_missing(const RkTally *tally)
{
    return (double)(tally->rows - tally->valid);
}

static double tally_different(const RkTally *tally)
{
    return (double)tally->different;
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

static double running_product(const RkRunning *running)
{
    return running->count == 0 ? NAN : running->product;
}

static double running_greatest(const RkRunning *running)
{
    return running->count == 0 ? NAN : running->greatest;
}

/** An end of the interval that 95 of 100 means of resampled values lie in. Drawn from a fixed seed: the same values
 * give the same interval. */
static double mean_bound(const double *values, gsize count, guint end)
{
    const RkBootstrapOptions options = {.replicates = 1000, .level = 0.95, .seed = 1, .threads = 1};
    RkBootstrap result;
    if (!rk_stats_bootstrap_column(rk_stats_mean, values, count, &options, &result, NULL))
        return rk_stats_mean(values, count);
    return result.percentile[end];
}

static double lower_bound(const double *values, gsize count)
{
    return mean_bound(values, count, 0);
}

static double upper_bound(const double *values, gsize count)
{
    return mean_bound(values, count, 1);
}

static const char no_weight[] = "Vega-Lite has no place for its weight: use a window with a frame";

const RkOperation rk_operations[] = {
    {"count", RK_RESULT_COUNT, .whole_rows = TRUE, .of_rows = count_rows, .of_tally = tally_rows},
    {"valid", RK_RESULT_COUNT, .of_rows = count_valid, .of_tally = tally_valid},
    {"missing", RK_RESULT_COUNT, .of_rows = count_missing, .of_tally = tally_missing},
    {"distinct", RK_RESULT_COUNT, .of_rows = count_distinct, .of_tally = tally_different, .counts_different = TRUE},
    {"sum", RK_RESULT_AMOUNT, .of_numbers = rk_stats_sum, .of_running = running_sum, .adds_up = TRUE},
    {"product", RK_RESULT_OTHER, .of_numbers = product, .of_running = running_product},
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
    {"min", RK_RESULT_VALUE, .of_numbers = rk_stats_min, .of_running = running_least, .of_words = -1},
    {"max", RK_RESULT_VALUE, .of_numbers = rk_stats_max, .of_running = running_greatest, .of_words = 1},
    {"argmin", RK_RESULT_VALUE, .of_table = rk_operation_argmin},
    {"argmax", RK_RESULT_VALUE, .of_table = rk_operation_argmax},
    {"values", RK_RESULT_COUNT, .whole_rows = TRUE, .of_table = rk_operation_values},
    {"ci0", RK_RESULT_LEVEL, .of_numbers = lower_bound},
    {"ci1", RK_RESULT_LEVEL, .of_numbers = upper_bound},
    {"exponential", .refusal = no_weight},
    {"exponentialb", .refusal = no_weight},
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
