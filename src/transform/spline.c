/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * spline: a curve through two columns, or past them as smoothly as is asked, as points close enough together to be
 * drawn as a line. A group that has none is named in a warning.
 */
#include "stats/spline.h"

#include <math.h>

#include "transform/curve.h"
#include "transform/verb.h"

/* The kinds in the order of RkSplineKind, then the one that does not go through the points. */
static const char *const method_names[] = {"cubic", "akima", "steffen", "smoothing", NULL};
enum { SMOOTHING = 3 };

typedef struct {
    RkMeasure measure; /* y */
    const double *x;
    guint method;
    double degrees_of_freedom;
    RkMishap mishaps[RK_STATS_TOO_MANY + 1];
} Verb;

static void point_of(gconstpointer spline, RkSampledPoint *point)
{
    point->value = rk_spline_at(spline, point->x);
}

static RkSpline *find_curve(const Verb *verb, const double *x, const double *y, gsize count, RkStatsReason *reason)
{
    return verb->method == SMOOTHING ? rk_stats_smoothing_spline(x, y, count, verb->degrees_of_freedom, reason)
                                     : rk_stats_spline(x, y, count, (RkSplineKind)verb->method, reason);
}

static void add_group(Verb *verb, guint32 group, RkCurveRows *rows)
{
    gsize count;
    RkStatsReason reason = RK_STATS_OK;
    const guint32 *members = rk_measure_rows(&verb->measure, group, &count);
    g_autofree double *x = g_new(double, MAX(count, 1)), *y = g_new(double, MAX(count, 1));
    for (gsize i = 0; i < count; i++) {
        x[i] = verb->x[members[i]];
        y[i] = verb->measure.values[members[i]];
    }
    g_autoptr(RkSpline) spline = find_curve(verb, x, y, count, &reason);
    if (spline == NULL) {
        RkMishap *mishap = &verb->mishaps[MIN(reason, RK_STATS_TOO_MANY)];
        mishap->reason = reason == RK_STATS_BAD_ARGUMENT ? "more degrees of freedom than different x"
                                                         : rk_stats_reason_describe(reason);
        if (count > 0)
            rk_mishap_add(mishap, members[0]);
        return;
    }
    g_autoptr(GArray) points = rk_curve_sample(point_of, spline, rk_spline_first(spline), rk_spline_last(spline),
                                               RK_CURVE_LEAST_STEPS, RK_CURVE_MOST_STEPS);
    for (guint i = 0; i < points->len; i++) {
        const RkSampledPoint *point = &g_array_index(points, RkSampledPoint, i);
        if (isfinite(point->value))
            rk_curve_rows_add(rows, group, point);
    }
}

static RkTable *make_table(const RkValue *options, Verb *verb, const RkColumn *x, const RkColumn *x_unit,
                           GError **error)
{
    g_auto(RkCurveRows) rows = {NULL};
    const RkMeasure *measure = &verb->measure;
    rk_curve_rows_init(&rows, measure->groups);
    for (guint32 group = 0; group < measure->groups->count; group++)
        add_group(verb, group, &rows);
    for (guint i = 0; i < G_N_ELEMENTS(verb->mishaps); i++)
        rk_mishap_report(&verb->mishaps[i], measure, "group");
    const RkValue *as = rk_value_get(options, "as");
    gboolean times = rk_column_type(x) == RK_COLUMN_TIME;
    const RkCurveColumn columns[] = {
        {rk_option_as(as, 0, rk_column_name(x)), x_unit, times ? RK_FREQUENCY_MOMENT : RK_FREQUENCY_NONE},
        {rk_option_as(as, 1, rk_column_name(measure->column)), measure->unit, RK_FREQUENCY_NONE}};
    return rk_curve_rows_table(&rows, measure->keys, columns, 2, measure->place, error);
}

static gboolean read_method(const RkValue *options, Verb *verb, GError **error)
{
    const char *name = rk_value_text_or(rk_value_get(options, "method"), method_names[0]);
    const RkValue *freedom = rk_value_get(options, "df");
    while (!g_str_equal(name, method_names[verb->method]))
        verb->method++;
    verb->degrees_of_freedom = rk_value_number_or(freedom, NAN);
    if ((verb->method == SMOOTHING) == (freedom != NULL))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(freedom != NULL ? freedom : options),
                 freedom != NULL ? NULL : "near 2 the curve is a line, at the number of points it goes through all",
                 freedom != NULL ? "spline: \"df\" belongs to the method smoothing"
                                 : "the method smoothing needs df, its degrees of freedom");
    return FALSE;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    Verb verb = {.method = 0};
    g_autoptr(RkColumn) x_unit = NULL;
    g_autofree double *made = NULL;
    RkTable *table = NULL;
    const RkValue *on = rk_value_get(options, "on");
    if (read_method(options, &verb, error) &&
        rk_measure_read(options, "spline", input, context, &verb.measure, error)) {
        const RkColumn *x = rk_option_column(on, input, "spline on", error);
        if (x != NULL &&
            rk_groups_unit(verb.measure.groups, x, input, "spline on", rk_value_place(on), &x_unit, error)) {
            verb.x = rk_column_doubles(x, &made);
            table = make_table(options, &verb, x, x_unit, error);
        }
    }
    rk_measure_clear(&verb.measure);
    return table;
}

static gboolean check_freedom(const RkValue *value, GError **error)
{
    if (rk_value_number_or(value, 0) > 2)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, "a line is the regression's", "degrees of freedom are above 2");
    return FALSE;
}

static const RkProperty properties[] = {
    {.name = "spline", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column of values (y)"},
    {.name = "on", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column along which (x)"},
    {.name = "method",
     .allow = RK_ALLOW_TEXT,
     .words = method_names,
     .summary = "cubic, akima (steadier), steffen (never beyond neighbours) or smoothing"},
    {.name = "df",
     .allow = RK_ALLOW_NUMBER,
     .check = check_freedom,
     .summary = "of smoothing, degrees of freedom: near 2 a line, at the number of points a curve through all"},
    RK_PROPERTY_GROUPBY,
    {.name = "as", .allow = RK_ALLOW_LIST, .items = RK_ALLOW_TEXT, .summary = "names of the columns: [x, y]"},
    {NULL}};
static const RkShape shape = {.name = "a spline transform", .properties = properties};

const RkTransform rk_transform_spline = {
    .name = "spline", .summary = "a curve through values, or smoothly past them", .shape = &shape, .apply = apply};
