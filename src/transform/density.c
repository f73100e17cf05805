/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * density: how densely the values of a column lie, by Gaussian kernels, as points of a curve for each group. A group
 * that has none is named in a warning.
 */
#include <math.h>

#include "stats/array.h"
#include "stats/smooth.h"
#include "transform/curve.h"
#include "transform/verb.h"

static const char *const resolve_names[] = {"shared", "independent", NULL};

typedef struct {
    RkMeasure measure;
    double bandwidth; /* 0: by the rule */
    gboolean cumulative, counts, shared, has_extent;
    double first, last;
    guint least, most;
    RkMishap mishaps[RK_STATS_TOO_MANY + 1];
} Density;

/* One group's values in order, so that sums do not depend on the order of rows. */
typedef struct {
    const double *values;
    gsize count;
    double bandwidth, scale;
    gboolean cumulative;
} Sample;

static void density_at(gconstpointer user, RkSampledPoint *point)
{
    const Sample *sample = user;
    double density = NAN;
    if (sample->cumulative)
        rk_stats_density_cumulative(sample->values, sample->count, sample->bandwidth, &point->x, 1, &density, NULL);
    else
        rk_stats_density(sample->values, sample->count, sample->bandwidth, &point->x, 1, &density, NULL);
    point->value = density * sample->scale;
}

static guint read_steps(const RkValue *options, const char *name, guint otherwise)
{
    return (guint)rk_value_number_or(rk_value_get(options, name), otherwise);
}

static gboolean read_options(const RkValue *options, Density *density, GError **error)
{
    const RkValue *extent = rk_value_get(options, "extent");
    density->bandwidth = rk_value_number_or(rk_value_get(options, "bandwidth"), 0);
    density->cumulative = rk_value_boolean_or(rk_value_get(options, "cumulative"), FALSE);
    density->counts = rk_value_boolean_or(rk_value_get(options, "counts"), FALSE);
    density->shared = !rk_value_is_text(rk_value_get(options, "resolve"), resolve_names[1]);
    density->least = read_steps(options, "minsteps", RK_CURVE_LEAST_STEPS);
    density->most = MAX(density->least, read_steps(options, "maxsteps", RK_CURVE_MOST_STEPS));
    if (rk_value_has(options, "steps"))
        density->least = density->most = read_steps(options, "steps", RK_CURVE_MOST_STEPS);
    else if (density->shared)
        density->least = density->most;
    density->has_extent = extent != NULL && !rk_value_is(extent, RK_VALUE_NULL);
    return !density->has_extent || rk_option_extent(extent, &density->first, &density->last, error);
}

/* The extent of all groups together. */
static void share_extent(Density *density)
{
    gsize rows = density->measure.groups->rows;
    g_autofree double *sorted = g_new(double, MAX(rows, 1));
    gsize count = rk_stats_sort(density->measure.values, rows, sorted);
    if (density->has_extent || !density->shared || count == 0)
        return;
    density->has_extent = TRUE;
    density->first = sorted[0];
    density->last = sorted[count - 1];
}

static void fail(Density *density, guint32 row, RkStatsReason reason)
{
    RkMishap *mishap = &density->mishaps[reason];
    mishap->reason = rk_stats_reason_describe(reason);
    rk_mishap_add(mishap, row);
}

static void add_group(Density *density, guint32 group, RkCurveRows *rows)
{
    gsize size;
    const guint32 *members = rk_measure_rows(&density->measure, group, &size);
    g_autofree double *values = g_new(double, MAX(size, 1));
    for (gsize i = 0; i < size; i++)
        values[i] = density->measure.values[members[i]];
    gsize count = rk_stats_sort(values, size, values);
    if (count == 0) {
        if (size > 0)
            fail(density, members[0], RK_STATS_TOO_FEW);
        return;
    }
    Sample sample = {values, count, density->bandwidth, density->counts ? (double)count : 1, density->cumulative};
    if (!(sample.bandwidth > 0))
        sample.bandwidth = rk_stats_bandwidth(values, count, RK_BANDWIDTH_SCOTT);
    double first = density->has_extent ? density->first : values[0], probe;
    double last = density->has_extent ? density->last : values[count - 1];
    RkStatsReason reason;
    if (!rk_stats_density(values, count, sample.bandwidth, &first, 1, &probe, &reason)) {
        fail(density, members[0], reason);
        return;
    }
    g_autoptr(GArray) points = rk_curve_sample(density_at, &sample, first, last, density->least, density->most);
    for (guint i = 0; i < points->len; i++)
        rk_curve_rows_add(rows, group, &g_array_index(points, RkSampledPoint, i));
}

static RkTable *make_table(const RkValue *options, Density *density, GError **error)
{
    g_auto(RkCurveRows) rows = {NULL};
    const RkMeasure *measure = &density->measure;
    share_extent(density);
    rk_curve_rows_init(&rows, measure->groups);
    rk_curve_rows_rest_on(&rows, measure);
    for (guint32 group = 0; group < measure->groups->count; group++)
        add_group(density, group, &rows);
    for (guint i = 0; i < G_N_ELEMENTS(density->mishaps); i++)
        rk_mishap_report(&density->mishaps[i], measure, "group");
    const RkValue *as = rk_value_get(options, "as");
    const RkCurveColumn columns[] = {{rk_option_as(as, 0, "value"), measure->unit, RK_FREQUENCY_NONE},
                                     {rk_option_as(as, 1, "density"), NULL, RK_FREQUENCY_NONE}};
    return rk_curve_rows_table(&rows, measure->keys, columns, 2, measure->place, error);
}

/* Values over several groups share one axis: with a shared extent their units must agree across groups too. */
static gboolean check_units(const Density *density, const RkTable *input, GError **error)
{
    const RkMeasure *measure = &density->measure;
    g_autoptr(RkColumn) unit = NULL;
    g_autoptr(RkGroups) all = rk_groups_new(NULL, 0, rk_table_rows(input));
    return !density->shared || rk_groups_unit(all, measure->column, input, "density", measure->place, &unit, error);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    Density density = {.bandwidth = 0};
    RkTable *table = NULL;
    if (rk_measure_read(options, "density", input, context, &density.measure, error) &&
        read_options(options, &density, error) && check_units(&density, input, error))
        table = make_table(options, &density, error);
    rk_measure_clear(&density.measure);
    return table;
}

static gboolean check_steps(const RkValue *value, GError **error)
{
    double steps = rk_value_number_or(value, 1);
    if (steps >= 1 && steps <= RK_CURVE_STEPS_LIMIT && steps == floor(steps))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "steps are a whole number from 1 to %d", RK_CURVE_STEPS_LIMIT);
    return FALSE;
}

static gboolean check_bandwidth(const RkValue *value, GError **error)
{
    double bandwidth = rk_value_number_or(value, 0);
    if (bandwidth >= 0 && isfinite(bandwidth))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "a bandwidth is not below 0");
    return FALSE;
}

static const RkProperty properties[] = {
    {.name = "density", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "a column of numbers"},
    RK_PROPERTY_GROUPBY,
    {.name = "cumulative", .allow = RK_ALLOW_BOOLEAN, .summary = "true: the share of values below"},
    {.name = "counts", .allow = RK_ALLOW_BOOLEAN, .summary = "true: times the number of values"},
    {.name = "bandwidth",
     .allow = RK_ALLOW_NUMBER,
     .check = check_bandwidth,
     .summary = "deviation of the kernel in the unit of the column; 0: by Scott’s rule"},
    {.name = "extent",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_NUMBER,
     .least = 2,
     .most = 2,
     .summary = "from where to where: the data’s"},
    {.name = "resolve",
     .allow = RK_ALLOW_TEXT,
     .words = resolve_names,
     .summary = "shared (all groups at the same places) or independent"},
    {.name = "minsteps", .allow = RK_ALLOW_NUMBER, .check = check_steps, .summary = "least number of steps: 25"},
    {.name = "maxsteps", .allow = RK_ALLOW_NUMBER, .check = check_steps, .summary = "greatest number of steps: 200"},
    {.name = "steps", .allow = RK_ALLOW_NUMBER, .check = check_steps, .summary = "exact number of steps"},
    {.name = "as",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .least = 2,
     .most = 2,
     .summary = "names of the columns: [value, density]"},
    {NULL}};
static const RkShape shape = {.name = "a density transform", .properties = properties};

const RkTransform rk_transform_density = {
    .name = "density", .summary = "how densely values lie, as a curve", .shape = &shape, .apply = apply};
