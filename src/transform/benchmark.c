/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * benchmark: each value beside a reference of its group: one row that a predicate picks, the best, worst, average or
 * median of the group, or the spread of a reference group (z-score). A benchmark that is not there is an error, and
 * nothing is ever divided by a benchmark that is not above zero.
 */
#include "transform/verb.h"

#include <math.h>

#include "stats/array.h"
#include "stats/location.h"
#include "stats/spread.h"

static const char *const method_names[] = {"difference", "ratio", "percent", "zscore", NULL};
enum { DIFFERENCE, RATIO, PERCENT, ZSCORE };
static const char *const direction_names[] = {"positive", "negative", NULL};

typedef double (*Statistic)(const double *values, gsize count);

/** Words instead of a predicate, and the statistic behind each; best and worst change places for direction negative. */
static const struct {
    const char *word;
    Statistic statistic;
} summaries[] = {
    {"best", rk_stats_max}, {"worst", rk_stats_min}, {"average", rk_stats_mean}, {"median", rk_stats_median}};

static int method_of(const RkValue *options)
{
    const char *name = rk_value_text_or(rk_value_get(options, "method"), method_names[0]);
    for (int i = 0; method_names[i] != NULL; i++)
        if (strcmp(name, method_names[i]) == 0)
            return i;
    return DIFFERENCE;
}

static Statistic summary_of(const RkValue *options)
{
    const RkValue *to = rk_value_get(options, "to");
    gboolean negative = rk_value_is_text(rk_value_get(options, "direction"), direction_names[1]);
    for (guint i = 0; i < G_N_ELEMENTS(summaries); i++)
        if (rk_value_is_text(to, summaries[i].word))
            return negative && i < 2 ? summaries[1 - i].statistic : summaries[i].statistic;
    return NULL;
}

/** A statistic over the rows of each group that have (or have not) this truth. Free with g_free(). */
static double *summarize(const RkMeasure *measure, const guint8 *truth, gboolean wanted, Statistic statistic)
{
    double *results = rk_missing_new(measure->groups->count);
    g_autofree double *some = g_new(double, measure->groups->rows + 1);
    for (guint32 group = 0; group < measure->groups->count; group++) {
        gsize count, kept = 0;
        const guint32 *rows = rk_measure_rows(measure, group, &count);
        for (gsize i = 0; i < count; i++) {
            if (!truth[rows[i]] != !wanted)
                continue;
            some[kept++] = measure->values[rows[i]];
            rk_flagging_group(measure->flagging, group, rows[i]);
        }
        results[group] = statistic(some, kept);
    }
    return results;
}

static gboolean compare_words(const RkValue *options, const RkMeasure *measure, Statistic statistic,
                              const RkScope *scope, double **references, GError **error)
{
    g_autofree guint8 *excluded = rk_option_truth(rk_value_get(options, "exclude"), measure->input, scope, error);
    if (excluded == NULL)
        return FALSE;
    *references = summarize(measure, excluded, FALSE, statistic);
    return TRUE;
}

/** Mean and standard deviation of the reference group: the rows that `to` picks, or all that are not excluded. */
static gboolean compare_spread(const RkValue *options, const RkMeasure *measure, const RkScope *scope, double **means,
                               double **deviations, GError **error)
{
    const RkValue *to = rk_value_get(options, "to");
    gboolean all = rk_value_is_text(to, "average");
    if (!all && summary_of(options) != NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(to), "give a predicate, or average for all rows",
                     "a z-score is against a group of rows");
        return FALSE;
    }
    g_autofree guint8 *truth =
        rk_option_truth(all ? rk_value_get(options, "exclude") : to, measure->input, scope, error);
    if (truth == NULL)
        return FALSE;
    gsize matched = 0;
    for (gsize row = 0; row < measure->groups->rows; row++)
        matched += truth[row];
    if (!all && matched == 0 && measure->groups->rows > 0) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(to), NULL, "benchmark: the reference group has no row");
        return FALSE;
    }
    *means = summarize(measure, truth, !all, rk_stats_mean);
    *deviations = summarize(measure, truth, !all, rk_stats_stdev);
    return TRUE;
}

static double compare(int method, double value, double reference, double deviation)
{
    switch (method) {
    case RATIO:
        return value / reference;
    case PERCENT:
        return 100 * value / reference;
    case ZSCORE:
        return (value - reference) / deviation;
    default:
        return value - reference;
    }
}

/** Why a group has no result, or NULL. */
static RkMishap *mishap_of(RkMishap mishaps[3], int method, double reference, double deviation)
{
    if (isnan(reference))
        return &mishaps[0];
    if ((method == RATIO || method == PERCENT) && reference <= 0)
        return &mishaps[1];
    return method == ZSCORE && !(deviation > 0) ? &mishaps[2] : NULL;
}

static double *compare_all(const RkMeasure *measure, int method, const double *references, const double *deviations,
                           gboolean negative)
{
    RkMishap mishaps[3] = {{.reason = "the benchmark is missing"},
                           {.reason = "the benchmark is not above zero"},
                           {.reason = "the reference group has fewer than two different values"}};
    double *results = rk_missing_new(measure->groups->rows);
    for (guint32 group = 0; group < measure->groups->count; group++) {
        gsize count;
        const guint32 *rows = rk_measure_rows(measure, group, &count);
        double deviation = deviations == NULL ? NAN : deviations[group];
        RkMishap *mishap = mishap_of(mishaps, method, references[group], deviation);
        if (mishap != NULL && count > 0)
            rk_mishap_add(mishap, rows[0]);
        for (gsize i = 0; i < count && mishap == NULL; i++) {
            double result = compare(method, measure->values[rows[i]], references[group], deviation);
            results[rows[i]] = negative && method == ZSCORE ? -result : result;
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(mishaps); i++)
        rk_mishap_report(&mishaps[i], measure, "group");
    return results;
}

static RkColumn *unit_of(const RkMeasure *measure, int method)
{
    if (method == DIFFERENCE)
        return rk_measure_unit(measure, rk_unit_difference);
    return method == PERCENT ? rk_unit_column(RK_UNIT_PERCENT_TEXT, measure->groups->rows) : NULL;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkMeasure) measure = {NULL};
    g_autofree double *references = NULL, *deviations = NULL;
    int method = method_of(options);
    if (!rk_measure_read(options, "benchmark", input, context, &measure, error))
        return NULL;
    Statistic statistic = summary_of(options);
    if (method == ZSCORE) {
        if (!compare_spread(options, &measure, context->scope, &references, &deviations, error))
            return NULL;
    } else if (statistic != NULL) {
        if (!compare_words(options, &measure, statistic, context->scope, &references, error))
            return NULL;
    } else
        references = rk_reference_values(rk_value_get(options, "to"), &measure, context->scope, error);
    if (references == NULL)
        return NULL;
    gboolean negative = rk_value_is_text(rk_value_get(options, "direction"), direction_names[1]);
    double *results = compare_all(&measure, method, references, deviations, negative);
    return rk_measure_result(&measure, rk_value_text_or(rk_value_get(options, "as"), "benchmark"), results,
                             unit_of(&measure, method));
}

static const RkProperty properties[] = {
    {.name = "benchmark", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column to compare"},
    {.name = "to",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP,
     .shape = &rk_predicate_shape,
     .required = TRUE,
     .summary = "a predicate for one row of each group, or best, worst, average, median; zscore: the reference group"},
    {.name = "method",
     .allow = RK_ALLOW_TEXT,
     .words = method_names,
     .summary = "difference, ratio, percent (of the benchmark) or zscore"},
    {.name = "direction",
     .allow = RK_ALLOW_TEXT,
     .words = direction_names,
     .summary = "negative: less is better, for best, worst and zscore"},
    {.name = "exclude",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP,
     .shape = &rk_predicate_shape,
     .summary = "rows that are compared but are not part of best, worst, average, median"},
    RK_PROPERTY_GROUPBY,
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: benchmark"},
    {NULL}};
static const RkShape shape = {.name = "a benchmark transform", .properties = properties};

const RkTransform rk_transform_benchmark = {
    .name = "benchmark", .summary = "compare with a row, a group or the best", .shape = &shape, .apply = apply};
