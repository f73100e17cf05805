/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rank: the place of each value within its group, by unrounded values and a named rule for ties. Rows that `exclude`
 * picks out (aggregates that are shown beside countries) get no rank and do not count. A rank has the flags of its own
 * value: those of all others would say the same of every rank.
 */
#include "transform/flagging.h"
#include "transform/ranked.h"

#include <math.h>

#include "stats/rank.h"

/** Ranks one group: gathers its values, ranks them, puts the ranks where the rows are. FALSE when all are missing. */
static gboolean rank_group(const guint32 *members, gsize count, const double *values, const guint32 *keys,
                           RkOrder order, RkTies ties, double *ranks)
{
    g_autofree double *some = g_new(double, count), *results = g_new(double, count);
    g_autofree guint32 *some_keys = keys == NULL ? NULL : g_new(guint32, count);
    for (gsize i = 0; i < count; i++) {
        some[i] = values[members[i]];
        if (keys != NULL)
            some_keys[i] = keys[members[i]];
    }
    rk_stats_rank(some, count, order, ties, some_keys, results);
    gboolean any = FALSE;
    for (gsize i = 0; i < count; i++) {
        ranks[members[i]] = results[i];
        any |= !isnan(results[i]);
    }
    return any;
}

static RkTies read_ties(const RkValue *options)
{
    RkTies ties = RK_TIES_MIN;
    rk_ties_find(rk_value_text_or(rk_value_get(options, "ties"), "min"), &ties);
    return ties;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *field = rk_value_get(options, "rank");
    const RkColumn *column = rk_option_column(field, input, "rank", error);
    g_autoptr(RkGroups) groups =
        column == NULL ? NULL : rk_groups_of_option(rk_value_get(options, "groupby"), input, error);
    g_autoptr(RkColumn) values =
        groups == NULL ? NULL
                       : rk_ranked_values(column, rk_value_get(options, "exclude"), input, context->scope, error);
    g_autofree guint32 *keys = NULL;
    g_autoptr(RkColumn) unit = NULL;
    if (values == NULL || !rk_groups_unit(groups, values, input, "rank", rk_value_place(field), &unit, error) ||
        !rk_ranked_tie_break(rk_value_get(options, "tiebreak"), input, context->scope, &keys, error))
        return NULL;
    rk_ranked_warn(values, options, "rank", input, context->diagnostics);
    gboolean ascending = rk_value_is_text(rk_value_get(options, "order"), "ascending");
    double *ranks = g_new(double, groups->rows);
    RkMishap empty = {.reason = "all values are missing or excluded"};
    for (guint32 group = 0; group < groups->count; group++) {
        const guint32 *members = groups->members + groups->starts[group];
        gsize count = groups->starts[group + 1] - groups->starts[group];
        if (!rank_group(members, count, rk_column_numbers(values), keys, ascending ? RK_ASCENDING : RK_DESCENDING,
                        read_ties(options), ranks) &&
            count > 0)
            rk_mishap_add(&empty, members[0]);
    }
    rk_ranked_report(&empty, groups, options, "rank", context->diagnostics);
    const RkColumn *rests_on = values;
    g_autoptr(RkColumn) result = rk_flags_across(
        rk_column_new_numbers(rk_value_text_or(rk_value_get(options, "as"), "rank"), ranks, groups->rows), &rests_on, 1,
        rk_scope_flag_rule(context->scope));
    return rk_table_with_column(input, result);
}

/* In the order of RkTies. */
static const char *const tie_names[] = {"min", "max", "dense", "average", "ordinal", NULL};
static const char *const order_names[] = {"descending", "ascending", NULL};
static const RkProperty properties[] = {
    {.name = "rank", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column to rank"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: rank"},
    {.name = "order", .allow = RK_ALLOW_TEXT, .words = order_names, .summary = "descending: the greatest is first"},
    {.name = "ties", .allow = RK_ALLOW_TEXT, .words = tie_names, .summary = "the rank of equal values: min"},
    RK_PROPERTY_TIEBREAK("column that orders equal values under ordinal"),
    RK_PROPERTY_GROUPBY,
    RK_PROPERTY_EXCLUDE,
    {NULL}};
static const RkShape shape = {.name = "a rank transform", .properties = properties};

const RkTransform rk_transform_rank = {
    .name = "rank", .summary = "rank values, with a rule for ties", .shape = &shape, .apply = apply};
