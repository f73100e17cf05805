/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rankinterval: how sure the rank of each value within its group is, when values have standard errors or were rounded,
 * or are weighted means of indicators whose weights could be others. The rules stand in stats/rank-uncertainty.h. Every
 * group gets the same draws, so that results do not depend on the order of groups.
 */
#include "transform/flagging.h"
#include "transform/rankinterval.h"

#include <math.h>
#include <string.h>

static const char *const result_names[RK_INTERVAL_RESULTS] = {
    "rank_low", "rank_median", "rank_high", "rank_mean", "place", "group_first", "group_last", "group_end", "lane"};

/** Values, widths, keys and indicators of the rows of one group. */
static void gather_group(const RkRankInterval *how, const guint32 *rows, gsize count, double **columns, guint32 *keys)
{
    for (guint i = 0; i < how->columns->len + 1; i++) {
        const double *from = i < how->columns->len ? how->values[i] : how->widths;
        for (gsize j = 0; from != NULL && j < count; j++)
            columns[i][j] = from[rows[j]];
    }
    for (gsize j = 0; how->keys != NULL && j < count; j++)
        keys[j] = how->keys[rows[j]];
}

static RkRankUncertainty *rank_group(const RkRankInterval *how, const guint32 *rows, gsize count, RkStatsReason *reason)
{
    guint indicators = how->columns->len;
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func(g_free);
    g_autofree guint32 *keys = how->keys == NULL ? NULL : g_new(guint32, count + 1);
    for (guint i = 0; i < indicators + 1; i++)
        g_ptr_array_add(columns, g_new(double, count + 1));
    double **some = (double **)columns->pdata;
    gather_group(how, rows, count, some, keys);
    RkRankDrawing drawing = how->drawing;
    drawing.keys = keys;
    if (how->kind == RK_INTERVAL_ERRORS)
        return rk_rank_with_errors(some[0], some[1], count, &drawing, reason);
    if (how->kind == RK_INTERVAL_ROUNDING)
        return rk_rank_with_rounding(some[0], some[1], count, &drawing, reason);
    const double *const *list = (const double *const *)columns->pdata;
    if (how->weights == NULL)
        return rk_rank_with_any_weights(list, indicators, count, &drawing, reason);
    return rk_rank_with_noisy_weights(list, how->weights, how->noise, indicators, count, &drawing, reason);
}

/** The least lane that is free at each group with more than one member, in the order of groups. */
static guint take_lane(GArray *ends, guint32 from, guint32 to)
{
    for (guint lane = 0; lane < ends->len; lane++)
        if (g_array_index(ends, guint32, lane) < from) {
            g_array_index(ends, guint32, lane) = to;
            return lane + 1;
        }
    g_array_append_val(ends, to);
    return ends->len;
}

/** Where each group ends, and its lane, at the unit that opens it. */
static void write_brackets(const RkRankUncertainty *uncertainty, const guint32 *rows, double **results)
{
    g_autoptr(GArray) lanes = g_array_new(FALSE, FALSE, sizeof(guint32));
    guint32 opened = 0;
    for (guint32 place = 0; place < uncertainty->ranked; place++) {
        guint32 unit = uncertainty->units[place], end = place;
        if (uncertainty->last_group[unit] == opened)
            continue;
        opened = uncertainty->last_group[unit];
        while (end + 1 < uncertainty->ranked && uncertainty->first_group[uncertainty->units[end + 1]] <= opened)
            end++;
        if (end == place)
            continue;
        results[RK_INTERVAL_GROUP_END][rows[unit]] = end + 1.0;
        results[RK_INTERVAL_LANE][rows[unit]] = take_lane(lanes, place + 1, end + 1);
    }
}

static double or_missing(guint32 number)
{
    return number == 0 ? NAN : number;
}

static void write_group(const RkRankUncertainty *uncertainty, const guint32 *rows, double **results)
{
    for (gsize i = 0; i < uncertainty->count; i++) {
        results[RK_INTERVAL_LOW][rows[i]] = uncertainty->low[i];
        results[RK_INTERVAL_MEDIAN][rows[i]] = uncertainty->median[i];
        results[RK_INTERVAL_HIGH][rows[i]] = uncertainty->high[i];
        results[RK_INTERVAL_MEAN][rows[i]] = uncertainty->mean[i];
        results[RK_INTERVAL_PLACE][rows[i]] = or_missing(uncertainty->place[i]);
        results[RK_INTERVAL_GROUP_FIRST][rows[i]] = or_missing(uncertainty->first_group[i]);
        results[RK_INTERVAL_GROUP_LAST][rows[i]] = or_missing(uncertainty->last_group[i]);
    }
    write_brackets(uncertainty, rows, results);
}

/** One row for each unit that has a rank and each rank of its group. */
typedef struct {
    GArray *rows;
    GArray *ranks, *probabilities;
} Probabilities;

static void write_probabilities(const RkRankUncertainty *uncertainty, const guint32 *rows, Probabilities *table)
{
    for (gsize unit = 0; unit < uncertainty->count; unit++)
        for (gsize rank = 1; rank <= uncertainty->ranked && uncertainty->place[unit] != 0; rank++) {
            double number = (double)rank, probability = rk_rank_probability(uncertainty, unit, rank);
            g_array_append_val(table->rows, rows[unit]);
            g_array_append_val(table->ranks, number);
            g_array_append_val(table->probabilities, probability);
        }
}

/** A group without values has no ranks and is counted; anything else that cannot be ranked is an error. */
static gboolean rank_groups(const RkRankInterval *how, const RkGroups *groups, double **results, Probabilities *table,
                            RkPlace place, RkMishap *empty, GError **error)
{
    for (guint32 group = 0; group < groups->count; group++) {
        const guint32 *rows = groups->members + groups->starts[group];
        RkStatsReason reason;
        g_autoptr(RkRankUncertainty) uncertainty =
            rank_group(how, rows, groups->starts[group + 1] - groups->starts[group], &reason);
        if (uncertainty == NULL && reason != RK_STATS_TOO_FEW) {
            rk_error_set(error, RK_ERROR_DATA, place, NULL, "rankinterval: %s", rk_stats_reason_describe(reason));
            return FALSE;
        }
        if (uncertainty == NULL && groups->starts[group] < groups->starts[group + 1])
            rk_mishap_add(empty, rows[0]);
        if (uncertainty == NULL)
            continue;
        if (table == NULL)
            write_group(uncertainty, rows, results);
        else
            write_probabilities(uncertainty, rows, table);
        if (table != NULL && table->rows->len > RK_LIMIT_GENERATED_ROWS) {
            rk_error_set(error, RK_ERROR_LIMIT, place, NULL, "rankinterval makes more than %u rows",
                         RK_LIMIT_GENERATED_ROWS);
            return FALSE;
        }
    }
    return TRUE;
}

static RkTable *with_column(RkTable *table, RkColumn *column)
{
    g_autoptr(RkTable) before = table;
    g_autoptr(RkColumn) owned = column;
    return rk_table_with_column(before, owned);
}

static RkTable *with_numbers(RkTable *table, const char *name, double *numbers)
{
    return with_column(table, rk_column_new_numbers(name, numbers, rk_table_rows(table)));
}

/** Ranks have the flags of the values that they rest on; groups and brackets are of several. */
static RkTable *with_interval(RkTable *table, const RkRankInterval *how, guint result, const char *name,
                              double *numbers, RkFlagRule rule)
{
    RkColumn *column = rk_column_new_numbers(name, numbers, rk_table_rows(table));
    const RkColumn *const *values = (const RkColumn *const *)how->columns->pdata;
    return with_column(table,
                       result <= RK_INTERVAL_PLACE ? rk_flags_across(column, values, how->columns->len, rule) : column);
}

static RkTable *make_intervals(const RkRankInterval *how, const RkValue *options, const RkTable *input,
                               const RkGroups *groups, RkFlagRule rule, RkMishap *empty, GError **error)
{
    double *results[RK_INTERVAL_RESULTS];
    RkTable *output = rk_table_ref((RkTable *)input);
    for (guint i = 0; i < RK_INTERVAL_RESULTS; i++) {
        results[i] = g_new(double, groups->rows + 1);
        for (gsize row = 0; row < groups->rows; row++)
            results[i][row] = NAN;
    }
    gboolean done =
        rank_groups(how, groups, results, NULL, rk_value_place(rk_value_get(options, "rankinterval")), empty, error);
    for (guint i = 0; i < RK_INTERVAL_RESULTS; i++)
        output = with_interval(output, how, i, rk_option_as(rk_value_get(options, "as"), i, result_names[i]),
                               results[i], rule);
    if (!done)
        g_clear_pointer(&output, rk_table_unref);
    return output;
}

static RkTable *make_probabilities(const RkRankInterval *how, const RkValue *options, const RkTable *input,
                                   const RkGroups *groups, RkMishap *empty, GError **error)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autoptr(GArray) ranks = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) probabilities = g_array_new(FALSE, FALSE, sizeof(double));
    Probabilities table = {rows, ranks, probabilities};
    const RkValue *as = rk_value_get(options, "as");
    if (!rank_groups(how, groups, NULL, &table, rk_value_place(rk_value_get(options, "rankinterval")), empty, error))
        return NULL;
    gsize count = rows->len;
    RkTable *output = rk_table_gather(input, (const guint32 *)(gpointer)rows->data, count);
    output = with_numbers(output, rk_option_as(as, 0, "rank"), g_memdup2(ranks->data, count * sizeof(double)));
    return with_numbers(output, rk_option_as(as, 1, "probability"),
                        g_memdup2(probabilities->data, count * sizeof(double)));
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_autoptr(RkGroups) groups = rk_groups_of_option(rk_value_get(options, "groupby"), input, error);
    g_auto(RkRankInterval) how = {0};
    if (groups == NULL || !rk_rank_interval_read(options, input, groups, context->scope, &how, error))
        return NULL;
    rk_ranked_warn(g_ptr_array_index(how.columns, 0), options, "rankinterval", input, context->diagnostics);
    RkMishap empty = {.reason = "all values are missing or excluded"};
    RkTable *output =
        rk_value_boolean_or(rk_value_get(options, "probabilities"), FALSE)
            ? make_probabilities(&how, options, input, groups, &empty, error)
            : make_intervals(&how, options, input, groups, rk_scope_flag_rule(context->scope), &empty, error);
    if (output != NULL)
        rk_ranked_report(&empty, groups, options, "rankinterval", context->diagnostics);
    return output;
}

static const char *const order_names[] = {"descending", "ascending", NULL};
static const RkProperty properties[] = {
    {.name = "rankinterval",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .required = TRUE,
     .summary = "the column to rank, or a list of indicators whose weighted mean is ranked"},
    {.name = "error", .allow = RK_ALLOW_TEXT, .summary = "column of standard errors"},
    {.name = "rounding",
     .allow = RK_ALLOW_NUMBER | RK_ALLOW_TEXT,
     .summary = "decimals that values were rounded to, or a column of them"},
    {.name = "weights",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_NUMBER,
     .summary = "of the indicators, varied by noise; without them every weighting is as likely"},
    {.name = "noise", .allow = RK_ALLOW_NUMBER, .summary = "weights are multiplied by 1 − noise … 1 + noise"},
    {.name = "draws", .allow = RK_ALLOW_NUMBER, .summary = "how many rankings are drawn: 10000"},
    {.name = "seed", .allow = RK_ALLOW_NUMBER, .summary = "another whole number, other draws: 1"},
    {.name = "level", .allow = RK_ALLOW_NUMBER, .summary = "share of draws in one order that tells two apart: 0.95"},
    {.name = "order", .allow = RK_ALLOW_TEXT, .words = order_names, .summary = "descending: the greatest is first"},
    RK_PROPERTY_TIEBREAK("column that orders equal values"),
    RK_PROPERTY_GROUPBY,
    RK_PROPERTY_EXCLUDE,
    {.name = "probabilities",
     .allow = RK_ALLOW_BOOLEAN,
     .summary = "make one row for each place and rank, with columns rank and probability"},
    {.name = "as",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .summary = "names of the results: [rank_low, rank_median, rank_high, rank_mean, place, group_first, group_last, "
                "group_end, lane]"},
    {NULL}};
static const RkShape shape = {.name = "a rankinterval transform", .properties = properties};

const RkTransform rk_transform_rankinterval = {
    .name = "rankinterval", .summary = "tell how sure ranks are", .shape = &shape, .apply = apply};
