/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * regression: the line or curve of one column on another, as points to draw or as coefficients, for each group. A group
 * for which it cannot be computed has no points (no coefficients) and is named in a warning.
 */
#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "transform/regression.h"

static const char *const weight_names[] = {"bisquare", "huber", "cauchy", "fair", "welsch", NULL};
static const char *const interval_names[] = {"confidence", "prediction", NULL};

/* An option that belongs to one method is refused beside another: it would do nothing. */
static gboolean check_option(const RkValue *options, const char *option, const char *owner, gboolean allowed,
                             GError **error)
{
    const RkValue *value = rk_value_get(options, option);
    if (allowed || value == NULL || rk_value_is(value, RK_VALUE_NULL))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "regression: \"%s\" belongs to %s", option, owner);
    return FALSE;
}

static gboolean read_request(const RkValue *options, RkFitRequest *request, GError **error)
{
    const RkFitMethod *method = rk_fit_method(rk_value_text_or(rk_value_get(options, "method"), NULL));
    const char *interval = rk_value_text_or(rk_value_get(options, "interval"), NULL);
    gboolean params = rk_value_boolean_or(rk_value_get(options, "params"), FALSE);
    *request = (RkFitRequest){.method = method};
    request->order = (guint)rk_value_number_or(rk_value_get(options, "order"), 3);
    request->level = rk_value_number_or(rk_value_get(options, "level"), 0.95);
    request->interval = interval == NULL                           ? RK_FIT_NO_INTERVAL
                        : strcmp(interval, interval_names[0]) == 0 ? RK_FIT_CONFIDENCE
                                                                   : RK_FIT_PREDICTION;
    rk_robust_find(rk_value_text_or(rk_value_get(options, "weights"), weight_names[0]), &request->weights);
    return check_option(options, "weights", "the method robust", method->robust, error) &&
           check_option(options, "interval", "methods other than theilsen, whose params alone have one",
                        !method->medians || params, error) &&
           check_option(options, "interval", "points: coefficients have the interval confidence alone",
                        !params || request->interval != RK_FIT_PREDICTION, error) &&
           check_option(options, "level", "an interval", interval != NULL, error);
}

static gboolean read_x(const RkValue *options, const RkTable *input, RkRegressionVerb *verb, GError **error)
{
    const RkValue *name = rk_value_get(options, "on");
    verb->x_column = rk_option_column(name, input, "regression on", error);
    if (verb->x_column == NULL || !rk_groups_unit(verb->measure.groups, verb->x_column, input, "regression on",
                                                  rk_value_place(name), &verb->x_unit, error))
        return FALSE;
    verb->x = rk_column_doubles(verb->x_column, &verb->made_x);
    return TRUE;
}

static gboolean read_extent(const RkValue *options, RkRegressionVerb *verb, GError **error)
{
    const RkValue *extent = rk_value_get(options, "extent");
    if (extent == NULL || rk_value_is(extent, RK_VALUE_NULL))
        return TRUE;
    if (!rk_option_extent(extent, &verb->first, &verb->last, error))
        return FALSE;
    double first = rk_regression_on_time(verb) ? rk_moment_years(verb->first, RK_FREQUENCY_MOMENT) : verb->first;
    verb->has_extent = !verb->request.method->log_x || first > 0;
    if (!verb->has_extent)
        rk_diagnostics_add(verb->measure.diagnostics, RK_SEVERITY_WARNING, rk_value_place(extent), NULL,
                           "regression: the extent begins at %g, where there is no logarithm; that of the data is used",
                           verb->first);
    return TRUE;
}

/* A straight line without interval needs its ends alone. */
static gboolean ends_suffice(const RkRegressionVerb *verb)
{
    const RkFitRequest *request = &verb->request;
    return rk_fit_terms(request) == 2 && !request->method->log_x && !request->method->log_y &&
           request->interval == RK_FIT_NO_INTERVAL;
}

typedef struct {
    const RkFit *fit;
    RkFrequency frequency; /* of x, when it is a time */
    gboolean on_time;
} Curve;

/* The curve at a moment: the fit knows years alone. */
static void curve_point(gconstpointer data, RkSampledPoint *point)
{
    const Curve *curve = data;
    double x = point->x;
    if (curve->on_time)
        point->x = rk_moment_years(x, curve->frequency);
    rk_fit_point(curve->fit, point);
    point->x = x;
}

static void add_curve(const RkRegressionVerb *verb, guint32 group, const RkFit *fit, RkCurveRows *rows)
{
    gboolean ends = ends_suffice(verb);
    Curve curve = {fit, rk_column_frequency(verb->x_column), rk_regression_on_time(verb)};
    double first = verb->has_extent ? verb->first : verb->least;
    double last = verb->has_extent ? verb->last : verb->greatest;
    g_autoptr(GArray) points = rk_curve_sample(curve_point, &curve, first, last, ends ? 1 : RK_CURVE_LEAST_STEPS,
                                               ends ? 1 : RK_CURVE_MOST_STEPS);
    for (guint i = 0; i < points->len; i++) {
        const RkSampledPoint *point = &g_array_index(points, RkSampledPoint, i);
        if (isfinite(point->value))
            rk_curve_rows_add(rows, group, point);
    }
}

static RkFrequency frequency_of_x(const RkRegressionVerb *verb)
{
    if (rk_column_type(verb->x_column) != RK_COLUMN_TIME)
        return RK_FREQUENCY_NONE;
    return ends_suffice(verb) && !verb->has_extent ? rk_column_frequency(verb->x_column) : RK_FREQUENCY_MOMENT;
}

static RkTable *curves_table(const RkValue *options, const RkRegressionVerb *verb, RkCurveRows *rows, GError **error)
{
    const RkValue *as = rk_value_get(options, "as");
    const RkMeasure *measure = &verb->measure;
    const char *x = rk_option_as(as, 0, rk_column_name(verb->x_column));
    const char *y = rk_option_as(as, 1, rk_column_name(measure->column));
    g_autofree char *low = g_strconcat(y, "_low", NULL), *high = g_strconcat(y, "_high", NULL);
    const RkCurveColumn columns[] = {
        {x, verb->x_unit, frequency_of_x(verb)},
        {y, measure->unit, RK_FREQUENCY_NONE},
        {rk_option_as(as, 2, low), measure->unit, RK_FREQUENCY_NONE},
        {rk_option_as(as, 3, high), measure->unit, RK_FREQUENCY_NONE},
    };
    guint count = verb->request.interval == RK_FIT_NO_INTERVAL ? 2 : 4;
    return rk_curve_rows_table(rows, measure->keys, columns, count, measure->place, error);
}

static RkTable *make_curves(const RkValue *options, RkRegressionVerb *verb, GError **error)
{
    g_auto(RkCurveRows) rows = {NULL};
    rk_curve_rows_init(&rows, verb->measure.groups);
    rk_curve_rows_rest_on(&rows, &verb->measure);
    for (guint32 group = 0; group < verb->measure.groups->count; group++) {
        g_auto(RkFit) fit = {0};
        if (rk_regression_verb_fit(verb, group, &fit))
            add_curve(verb, group, &fit, &rows);
    }
    rk_regression_verb_report(verb);
    return curves_table(options, verb, &rows, error);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkRegressionVerb) verb = {.has_extent = FALSE};
    if (!rk_measure_read(options, "regression", input, context, &verb.measure, error) ||
        !read_request(options, &verb.request, error) || !read_x(options, input, &verb, error) ||
        !read_extent(options, &verb, error))
        return NULL;
    gboolean params = rk_value_boolean_or(rk_value_get(options, "params"), FALSE);
    return params ? rk_regression_params(&verb, error) : make_curves(options, &verb, error);
}

static gboolean check_order(const RkValue *value, GError **error)
{
    double order = rk_value_number_or(value, 3);
    if (order >= 1 && order <= RK_FIT_ORDER_LIMIT && order == floor(order))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "an order is a whole number from 1 to %d", RK_FIT_ORDER_LIMIT);
    return FALSE;
}

static gboolean check_level(const RkValue *value, GError **error)
{
    double level = rk_value_number_or(value, 0.95);
    if (level > 0 && level < 1)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "a level is a share between 0 and 1: 0.95 for 95 %%");
    return FALSE;
}

static const RkProperty properties[] = {
    {.name = "regression", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column to explain (y)"},
    {.name = "on", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column that explains it (x)"},
    RK_PROPERTY_GROUPBY,
    {.name = "method",
     .allow = RK_ALLOW_TEXT,
     .words = rk_fit_method_names,
     .summary = "linear, log, exp, pow, quad, poly, robust or theilsen"},
    {.name = "order", .allow = RK_ALLOW_NUMBER, .check = check_order, .summary = "of poly: 3"},
    {.name = "weights",
     .allow = RK_ALLOW_TEXT,
     .words = weight_names,
     .summary = "of robust: bisquare, huber, cauchy, fair or welsch"},
    {.name = "extent", .allow = RK_ALLOW_LIST, .items = RK_ALLOW_NUMBER, .summary = "from where to where: the data’s"},
    {.name = "interval",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_NULL,
     .words = interval_names,
     .summary = "confidence (of the line) or prediction (of one more value): two more columns"},
    {.name = "level", .allow = RK_ALLOW_NUMBER, .check = check_level, .summary = "of the interval: 0.95"},
    {.name = "params",
     .allow = RK_ALLOW_BOOLEAN,
     .summary = "true: coefficients, errors and p-values of each group instead of points"},
    {.name = "as",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .least = 2,
     .summary = "names of the columns: [x, y, low, high]"},
    {NULL}};
static const RkShape shape = {.name = "a regression transform", .properties = properties};

const RkTransform rk_transform_regression = {.name = "regression",
                                             .summary = "fit a line or curve, as points or as coefficients",
                                             .shape = &shape,
                                             .apply = apply};
