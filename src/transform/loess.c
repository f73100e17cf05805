/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * loess: a smooth curve through two columns, one row for each different x of a group. A group that has none is named in
 * a warning.
 */
#include <math.h>

#include "stats/smooth.h"
#include "transform/curve.h"
#include "transform/verb.h"

/* The bandwidth that the grammar means when it says nothing. */
#define BANDWIDTH 0.3

typedef struct {
    RkMeasure measure; /* y */
    const double *x;
    double bandwidth;
    RkMishap mishaps[RK_STATS_TOO_MANY + 1];
} Loess;

static void add_group(Loess *loess, guint32 group, RkCurveRows *rows)
{
    gsize count, used = 0;
    RkStatsReason reason = RK_STATS_OK;
    const guint32 *members = rk_measure_rows(&loess->measure, group, &count);
    g_autofree double *x = g_new(double, MAX(count, 1)), *y = g_new(double, MAX(count, 1));
    g_autofree RkCurvePoint *points = g_new(RkCurvePoint, MAX(count, 1));
    for (gsize i = 0; i < count; i++) {
        x[i] = loess->x[members[i]];
        y[i] = loess->measure.values[members[i]];
    }
    if (!rk_stats_loess(x, y, count, loess->bandwidth, points, &used, &reason)) {
        RkMishap *mishap = &loess->mishaps[MIN(reason, RK_STATS_TOO_MANY)];
        mishap->reason = rk_stats_reason_describe(reason);
        if (count > 0)
            rk_mishap_add(mishap, members[0]);
        return;
    }
    for (gsize i = 0; i < used; i++) {
        RkSampledPoint point = {points[i].x, points[i].y, NAN, NAN};
        rk_curve_rows_add(rows, group, &point);
    }
}

static RkTable *make_table(const RkValue *options, Loess *loess, const RkColumn *x, const RkColumn *x_unit,
                           GError **error)
{
    g_auto(RkCurveRows) rows = {NULL};
    const RkMeasure *measure = &loess->measure;
    rk_curve_rows_init(&rows, measure->groups);
    rk_curve_rows_rest_on(&rows, measure);
    for (guint32 group = 0; group < measure->groups->count; group++)
        add_group(loess, group, &rows);
    for (guint i = 0; i < G_N_ELEMENTS(loess->mishaps); i++)
        rk_mishap_report(&loess->mishaps[i], measure, "group");
    const RkValue *as = rk_value_get(options, "as");
    const RkCurveColumn columns[] = {
        {rk_option_as(as, 0, rk_column_name(x)), x_unit, rk_column_frequency(x)},
        {rk_option_as(as, 1, rk_column_name(measure->column)), measure->unit, RK_FREQUENCY_NONE}};
    return rk_curve_rows_table(&rows, measure->keys, columns, 2, measure->place, error);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    Loess loess = {.bandwidth = rk_value_number_or(rk_value_get(options, "bandwidth"), BANDWIDTH)};
    g_autoptr(RkColumn) x_unit = NULL;
    g_autofree double *made = NULL;
    RkTable *table = NULL;
    const RkValue *on = rk_value_get(options, "on");
    if (rk_measure_read(options, "loess", input, context, &loess.measure, error)) {
        const RkColumn *x = rk_option_column(on, input, "loess on", error);
        if (x != NULL &&
            rk_groups_unit(loess.measure.groups, x, input, "loess on", rk_value_place(on), &x_unit, error)) {
            loess.x = rk_column_doubles(x, &made);
            table = make_table(options, &loess, x, x_unit, error);
        }
    }
    rk_measure_clear(&loess.measure);
    return table;
}

static gboolean check_bandwidth(const RkValue *value, GError **error)
{
    double bandwidth = rk_value_number_or(value, BANDWIDTH);
    if (bandwidth > 0 && bandwidth <= 1)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "a bandwidth is a share of the points, above 0 and at most 1");
    return FALSE;
}

static const RkProperty properties[] = {
    {.name = "loess", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column to smooth (y)"},
    {.name = "on", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column along which (x)"},
    {.name = "bandwidth",
     .allow = RK_ALLOW_NUMBER,
     .check = check_bandwidth,
     .summary = "share of the points that each piece of the curve looks at: 0.3"},
    RK_PROPERTY_GROUPBY,
    {.name = "as",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .least = 2,
     .most = 2,
     .summary = "names of the columns: [x, y]"},
    {NULL}};
static const RkShape shape = {.name = "a loess transform", .properties = properties};

const RkTransform rk_transform_loess = {
    .name = "loess", .summary = "a smooth curve by local regression", .shape = &shape, .apply = apply};
