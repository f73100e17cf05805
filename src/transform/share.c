/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * share: each value as a part of its group's total, or of one named row of the group. A total with a negative part has
 * no shares, and that is an error; missing parts make every share too great, and that is reported
 * and flagged.
 */
#include "transform/verb.h"

#include <math.h>

#include "stats/array.h"

static RkMishap no_total(void)
{
    return (RkMishap){.reason = "the whole is zero, negative or missing"};
}

/** The rows that make up the total: all but the excluded ones. A negative one is an error. */
static gboolean total_of(RkMeasure *measure, guint32 group, const guint8 *excluded, double *total, RkMishap *incomplete,
                         GError **error)
{
    gsize count = 0, kept = 0, missing = 0;
    const guint32 *rows = rk_measure_rows(measure, group, &count);
    g_autofree double *parts = g_new(double, count + 1);
    for (gsize i = 0; i < count; i++) {
        double value = measure->values[rows[i]];
        if (excluded[rows[i]])
            continue;
        if (value < 0) {
            g_autofree char *place = rk_row_words(measure->input, rows[i]);
            rk_error_set(error, RK_ERROR_DATA, measure->place, "exclude the row, or give the whole with \"of\"",
                         "share of a total with a negative part in column \"%s\" (%s)", rk_column_name(measure->column),
                         place);
            return FALSE;
        }
        missing += isnan(value);
        parts[kept++] = value;
        rk_flagging_group(measure->flagging, group, rows[i]);
    }
    /* Without any part there is no total, which is said elsewhere. */
    if (missing > 0 && missing < kept) {
        rk_mishap_add(incomplete, rows[0]);
        rk_flagging_lack(&measure->flagging, measure->column, measure->groups, group);
    }
    *total = rk_stats_sum(parts, kept);
    return TRUE;
}

static void report_incomplete(const RkMishap *incomplete, const RkMeasure *measure)
{
    if (incomplete->count == 0)
        return;
    g_autofree char *group = rk_measure_group_words(measure, incomplete->row);
    rk_diagnostics_add(measure->diagnostics, RK_SEVERITY_WARNING, measure->place, "impute or exclude them",
                       "share: missing parts are left out of %" G_GSIZE_FORMAT " total%s%s%s: the shares are too great",
                       incomplete->count, incomplete->count == 1 ? "" : "s", *group == '\0' ? "" : ", the first",
                       group);
}

/** The whole of each group. NULL with a located error. */
static double *totals(const RkValue *options, RkMeasure *measure, const RkScope *scope, GError **error)
{
    const RkValue *of = rk_value_get(options, "of");
    if (of != NULL)
        return rk_reference_values(of, measure, scope, error);
    g_autofree guint8 *excluded = rk_option_truth(rk_value_get(options, "exclude"), measure->input, scope, error);
    if (excluded == NULL)
        return NULL;
    g_autofree double *wholes = rk_missing_new(measure->groups->count);
    RkMishap incomplete = {NULL};
    for (guint32 group = 0; group < measure->groups->count; group++)
        if (!total_of(measure, group, excluded, &wholes[group], &incomplete, error))
            return NULL;
    report_incomplete(&incomplete, measure);
    return g_steal_pointer(&wholes);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkMeasure) measure = {NULL};
    if (!rk_measure_read(options, "share", input, context, &measure, error))
        return NULL;
    g_autofree double *wholes = totals(options, &measure, context->scope, error);
    if (wholes == NULL)
        return NULL;
    double factor;
    const char *unit = rk_option_part_unit(options, &factor);
    RkMishap mishap = no_total();
    double *shares = rk_missing_new(measure.groups->rows);
    for (guint32 group = 0; group < measure.groups->count; group++) {
        gsize count;
        const guint32 *rows = rk_measure_rows(&measure, group, &count);
        if (!(wholes[group] > 0) && count > 0)
            rk_mishap_add(&mishap, rows[0]);
        for (gsize i = 0; i < count && wholes[group] > 0; i++)
            shares[rows[i]] = factor * measure.values[rows[i]] / wholes[group];
    }
    rk_mishap_report(&mishap, &measure, "group");
    return rk_measure_result(&measure, rk_value_text_or(rk_value_get(options, "as"), "share"), shares,
                             rk_unit_column(unit, measure.groups->rows));
}

static const RkProperty properties[] = {
    {.name = "share", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column whose values are parts"},
    RK_PROPERTY_GROUPBY,
    {.name = "of",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP,
     .shape = &rk_predicate_shape,
     .summary = "the one row of each group that is the whole; the group's total when absent"},
    {.name = "exclude",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP,
     .shape = &rk_predicate_shape,
     .summary = "rows that do not count in the total (aggregates); they have a share all the same"},
    RK_PROPERTY_PART_UNIT,
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: share"},
    {NULL}};
static const RkShape shape = {.name = "a share transform", .properties = properties};

const RkTransform rk_transform_share = {.name = "share",
                                        .summary = "each value as a part of its group's total or of one row",
                                        .shape = &shape,
                                        .apply = apply};
