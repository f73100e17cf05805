/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * normalize: an indicator onto a common scale, so that it can be put together with others. Whether all periods share
 * one scale or each has its own is said by the figure, never guessed: scores of different years only compare when the
 * scale is shared.
 */
#include "transform/normalize.h"

#include <math.h>
#include <string.h>

#include "stats/rank.h"
#include "transform/verb.h"

/* In the order of rk_normalize_methods. Of the rules for ties only those that do not look at the order of rows. */
static const char *const method_names[] = {"minmax", "zscore",    "rank",     "percentile", "borda",
                                           "target", "reference", "fraction", "goalposts",  NULL};
static const char *const direction_names[] = {"positive", "negative", NULL};
static const char *const tie_names[] = {"min", "max", "dense", "average", NULL};

static const struct {
    const char *name;
    guint option;
    gboolean required;
} method_options[] = {{"range", RK_NORMALIZE_RANGE, FALSE},        {"mean", RK_NORMALIZE_MOMENTS, FALSE},
                      {"stdev", RK_NORMALIZE_MOMENTS, FALSE},      {"ties", RK_NORMALIZE_TIES, FALSE},
                      {"target", RK_NORMALIZE_TARGET, TRUE},       {"reference", RK_NORMALIZE_REFERENCE, TRUE},
                      {"goalposts", RK_NORMALIZE_GOALPOSTS, TRUE}, {"clamp", RK_NORMALIZE_CLAMP, FALSE}};

static const RkNormalizeMethod *method_of(const RkValue *options)
{
    const char *name = rk_value_text_or(rk_value_get(options, "method"), method_names[0]);
    for (const RkNormalizeMethod *method = rk_normalize_methods; method->name != NULL; method++)
        if (strcmp(method->name, name) == 0)
            return method;
    return rk_normalize_methods;
}

/** Options that the method does not have, and those it cannot do without. */
static gboolean check_options(const RkValue *options, const RkNormalizeMethod *method, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(method_options); i++) {
        const char *name = method_options[i].name;
        gboolean belongs = (method->options & method_options[i].option) != 0;
        if (rk_value_has(options, name) && !belongs) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_get(options, name)), NULL,
                         "the method %s has no %s", method->name, name);
            return FALSE;
        }
        if (belongs && method_options[i].required && !rk_value_has(options, name)) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(options), NULL, "the method %s needs %s", method->name,
                         name);
            return FALSE;
        }
    }
    return TRUE;
}

/** Two numbers, the first one smaller. */
static gboolean read_pair(const RkValue *pair, const char *name, double *low, double *high, GError **error)
{
    if (pair == NULL)
        return TRUE;
    *low = rk_value_number_or(rk_value_at(pair, 0), NAN);
    *high = rk_value_number_or(rk_value_at(pair, 1), NAN);
    if (rk_value_length(pair) == 2 && *low < *high)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(pair), "direction: negative turns the scale around",
                 "%s is two numbers, the lesser one first", name);
    return FALSE;
}

static gboolean read_how(const RkValue *options, const RkNormalizeMethod *method, RkNormalizing *how, GError **error)
{
    RkTies ties = RK_TIES_MIN;
    rk_ties_find(rk_value_text_or(rk_value_get(options, "ties"), "min"), &ties);
    *how = (RkNormalizing){
        .negative = rk_value_is_text(rk_value_get(options, "direction"), direction_names[1]),
        .clamp = rk_value_boolean_or(rk_value_get(options, "clamp"), (method->options & RK_NORMALIZE_FIXED) != 0),
        .low = 0,
        .high = 100,
        .mean = rk_value_number_or(rk_value_get(options, "mean"), 0),
        .stdev = rk_value_number_or(rk_value_get(options, "stdev"), 1),
        .target = rk_value_number_or(rk_value_get(options, "target"), NAN),
        .reference = NAN,
        .ties = ties};
    if (!(how->stdev > 0)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_get(options, "stdev")), NULL,
                     "stdev is a number above zero");
        return FALSE;
    }
    return read_pair(rk_value_get(options, "range"), "range", &how->low, &how->high, error) &&
           read_pair(rk_value_get(options, "goalposts"), "goalposts", &how->floor_, &how->ceiling, error);
}

/** A time column with more than one period, or NULL. */
static const RkColumn *several_periods(const RkTable *table)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        const double *times = rk_column_type(column) == RK_COLUMN_TIME ? rk_column_numbers(column) : NULL;
        double first = NAN;
        for (gsize row = 0; times != NULL && row < rk_table_rows(table); row++) {
            if (!isnan(times[row]) && !isnan(first) && times[row] != first)
                return column;
            first = isnan(first) ? times[row] : first;
        }
    }
    return NULL;
}

static gboolean check_pooled(const RkValue *options, const RkMeasure *measure, const RkNormalizeMethod *method,
                             GError **error)
{
    gboolean pooled = rk_value_boolean_or(rk_value_get(options, "pooled"), FALSE);
    if (pooled && measure->keys->len > 0) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_get(options, "pooled")), "leave one of the two out",
                     "pooled is one scale for all rows, and groupby one for each group");
        return FALSE;
    }
    const RkColumn *time = pooled || measure->keys->len > 0 || (method->options & RK_NORMALIZE_FIXED) != 0
                               ? NULL
                               : several_periods(measure->input);
    if (time == NULL)
        return TRUE;
    g_autofree char *hint = g_strdup_printf(
        "write pooled: true for one scale, so that scores compare over time, or groupby: [%s]", rk_column_name(time));
    rk_error_set(error, RK_ERROR_SPEC, measure->place, hint, "normalize over several periods of \"%s\"",
                 rk_column_name(time));
    return FALSE;
}

/** One group: excluded rows neither count nor get a score. */
static void normalize_group(const RkMeasure *measure, guint32 group, const guint8 *excluded,
                            const RkNormalizeMethod *method, const RkNormalizing *how, double *results,
                            GHashTable *mishaps)
{
    gsize count;
    const guint32 *rows = rk_measure_rows(measure, group, &count);
    g_autofree double *values = rk_missing_new(count), *scores = rk_missing_new(count);
    gsize valid = 0;
    for (gsize i = 0; i < count; i++)
        if (!excluded[rows[i]] && !isnan(measure->values[rows[i]])) {
            values[i] = measure->values[rows[i]];
            valid++;
        }
    const char *reason = valid == 0 ? "no value" : method->normalize(how, values, count, scores);
    for (gsize i = 0; i < count; i++)
        results[rows[i]] = reason != NULL ? NAN : scores[i];
    if (reason == NULL || count == 0)
        return;
    RkMishap *mishap = g_hash_table_lookup(mishaps, reason);
    if (mishap == NULL) {
        mishap = g_new0(RkMishap, 1);
        mishap->reason = reason;
        g_hash_table_insert(mishaps, (gpointer)reason, mishap);
    }
    rk_mishap_add(mishap, rows[0]);
}

static int compare_mishaps(gconstpointer a, gconstpointer b)
{
    guint32 x = ((const RkMishap *)a)->row, y = ((const RkMishap *)b)->row;
    return (x > y) - (x < y);
}

static void report(GHashTable *mishaps, const RkMeasure *measure)
{
    GList *list = g_list_sort(g_hash_table_get_values(mishaps), compare_mishaps);
    for (GList *item = list; item != NULL; item = item->next)
        rk_mishap_report(item->data, measure, "group");
    g_list_free(list);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkMeasure) measure = {NULL};
    RkNormalizing how;
    const RkNormalizeMethod *method = method_of(options);
    if (!check_options(options, method, error) || !read_how(options, method, &how, error) ||
        !rk_measure_read(options, "normalize", input, context, &measure, error) ||
        !check_pooled(options, &measure, method, error))
        return NULL;
    const RkValue *reference = rk_value_get(options, "reference");
    g_autofree guint8 *excluded = rk_option_truth(rk_value_get(options, "exclude"), input, context->scope, error);
    g_autofree double *references = NULL;
    if (excluded == NULL)
        return NULL;
    if (reference != NULL && (references = rk_reference_values(reference, &measure, context->scope, error)) == NULL)
        return NULL;
    g_autoptr(GHashTable) mishaps = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    double *results = rk_missing_new(measure.groups->rows);
    for (guint32 group = 0; group < measure.groups->count; group++) {
        how.reference = references == NULL ? NAN : references[group];
        normalize_group(&measure, group, excluded, method, &how, results, mishaps);
    }
    report(mishaps, &measure);
    return rk_measure_result(&measure, rk_value_text_or(rk_value_get(options, "as"), "normalized"), results, NULL);
}

static const RkProperty properties[] = {
    {.name = "normalize", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the indicator"},
    {.name = "method", .allow = RK_ALLOW_TEXT, .words = method_names, .summary = "the formula: minmax"},
    {.name = "direction",
     .allow = RK_ALLOW_TEXT,
     .words = direction_names,
     .summary = "negative: less is better; the result is always better when greater"},
    {.name = "pooled", .allow = RK_ALLOW_BOOLEAN, .summary = "one scale for the rows of all periods"},
    RK_PROPERTY_GROUPBY,
    {.name = "range", .allow = RK_ALLOW_LIST, .items = RK_ALLOW_NUMBER, .summary = "of minmax, goalposts: [0, 100]"},
    {.name = "mean", .allow = RK_ALLOW_NUMBER, .summary = "of z-scores: 0"},
    {.name = "stdev", .allow = RK_ALLOW_NUMBER, .summary = "of z-scores: 1"},
    {.name = "ties", .allow = RK_ALLOW_TEXT, .words = tie_names, .summary = "of rank, percentile, borda: min"},
    {.name = "target", .allow = RK_ALLOW_NUMBER, .summary = "the value whose score is 1"},
    {.name = "reference",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP,
     .shape = &rk_predicate_shape,
     .summary = "the one row of each group whose score is 1"},
    {.name = "goalposts",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_NUMBER,
     .summary = "the values whose scores are the ends of the range"},
    {.name = "clamp",
     .allow = RK_ALLOW_BOOLEAN,
     .summary = "keep scores on the scale: true for goalposts, false for target, reference"},
    {.name = "exclude",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP,
     .shape = &rk_predicate_shape,
     .summary = "rows that neither count nor get a score"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: normalized"},
    {NULL}};
static const RkShape shape = {.name = "a normalize transform", .properties = properties};

const RkTransform rk_transform_normalize = {
    .name = "normalize", .summary = "an indicator on a common scale", .shape = &shape, .apply = apply};
