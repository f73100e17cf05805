/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bin: round classes of equal width, as Vega chooses them: a power of the base, halved or divided by five as long as
 * there are not more than `maxbins` classes.
 */
#include "transform/bin.h"

#include "transform/transform-private.h"

#include <math.h>

#include "base/limits.h"
#include "stats/location.h"

/** Keeps a value that sits on a border, save for rounding, in the class that begins there. */
static const double border = 1e-14;

static double number_of(const RkValue *options, const char *name, double otherwise)
{
    double number = rk_value_number_or(rk_value_get(options, name), otherwise);
    return isfinite(number) && number > 0 ? number : otherwise;
}

/** The largest of the given steps that is not more than one above what `most` classes need. */
static double step_of_list(const RkValue *steps, double span, double most)
{
    guint i = 0;
    while (i < rk_value_length(steps) && rk_value_number_or(rk_value_at(steps, i), NAN) < span / most)
        i++;
    return rk_value_number_or(rk_value_at(steps, i > 0 ? i - 1 : 0), NAN);
}

static double round_step(const RkValue *options, double span, double most)
{
    static const double usual[] = {5, 2};
    const RkValue *divide = rk_value_get(options, "divide");
    guint count = divide != NULL ? rk_value_length(divide) : G_N_ELEMENTS(usual);
    double base = fmax(2, number_of(options, "base", 10)), least = number_of(options, "minstep", 0);
    double step = fmax(least, pow(base, round(log(span) / log(base)) - ceil(log(most) / log(base))));
    while (ceil(span / step) > most)
        step *= base;
    for (guint i = 0; i < count; i++) {
        double divisor = divide != NULL ? rk_value_number_or(rk_value_at(divide, i), NAN) : usual[i];
        double finer = step / divisor;
        if (divisor > 0 && finer >= least && span / finer <= most)
            step = finer;
    }
    return step;
}

static double choose_step(const RkValue *options, double span)
{
    double most = CLAMP(number_of(options, "maxbins", 10), 1, 10000), step = number_of(options, "step", NAN);
    if (isfinite(step))
        return step;
    if (rk_value_length(rk_value_get(options, "steps")) > 0)
        return step_of_list(rk_value_get(options, "steps"), span, most);
    return round_step(options, span, most);
}

static RkBins choose_bins(const RkValue *options, double low, double high)
{
    double span = high > low ? high - low : low != 0 ? fabs(low) : 1;
    RkBins bins = {low, high, choose_step(options, span)};
    if (rk_value_boolean_or(rk_value_get(options, "nice"), TRUE)) {
        double base = fmax(2, number_of(options, "base", 10)), magnitude = log(bins.step);
        double digits = magnitude >= 0 ? 0 : trunc(-magnitude / log(base)) + 1;
        double first = floor(low / bins.step + pow(base, -digits - 1)) * bins.step;
        bins.start = low < first ? first - bins.step : first;
        bins.stop = ceil(high / bins.step) * bins.step;
    }
    const RkValue *anchor = rk_value_get(options, "anchor");
    if (anchor != NULL && isfinite(bins.step) && bins.step > 0) {
        double value = rk_value_number_or(anchor, bins.start);
        double shift = value - (bins.start + bins.step * floor((value - bins.start) / bins.step));
        bins.start += shift;
        bins.stop += shift;
    }
    /* Whole classes, at least one. */
    bins.stop = bins.start + fmax(1, ceil((bins.stop - bins.start) / bins.step)) * bins.step;
    return bins;
}

/** The class that begins where another ends: counted from the first, so that both borders are the same number. */
static double class_after(const RkBins *bins, double start)
{
    return bins->start + bins->step * (1 + (start - bins->start) / bins->step);
}

static double class_of(const RkBins *bins, double value)
{
    /* The last class holds its upper border too. */
    double inside = fmax(bins->start, fmin(value, bins->stop - bins->step));
    return bins->start + bins->step * floor(border + (inside - bins->start) / bins->step);
}

/** Values outside an `extent` that was given belong to no class. */
static RkTable *add_classes(const RkTable *input, const RkColumn *column, const RkBins *bins, const char *start,
                            const char *end)
{
    g_autofree double *made = NULL;
    gsize rows = rk_table_rows(input);
    const double *values = rk_column_doubles(column, &made);
    double *starts = g_new(double, rows), *ends = g_new(double, rows);
    for (gsize row = 0; row < rows; row++) {
        gboolean inside = values[row] >= bins->start && values[row] <= bins->stop;
        starts[row] = inside ? class_of(bins, values[row]) : NAN;
        ends[row] = class_after(bins, starts[row]);
    }
    g_autoptr(RkColumn) plain_start = rk_column_new_numbers(start, starts, rows);
    g_autoptr(RkColumn) plain_end = rk_column_new_numbers(end, ends, rows);
    g_autoptr(RkColumn) start_column = rk_column_with(plain_start, NULL, rk_column_unit(column), NULL);
    g_autoptr(RkColumn) end_column = rk_column_with(plain_end, NULL, rk_column_unit(column), NULL);
    g_autoptr(RkTable) with_start = rk_table_with_column(input, start_column);
    return rk_table_with_column(with_start, end_column);
}

/** The ends of what is put into classes: the options' own, or those of the data. */
static void ends_of(const RkValue *bin, const RkColumn *column, double *low, double *high)
{
    g_autofree double *made = NULL;
    const double *values = rk_column_doubles(column, &made);
    const RkValue *extent = rk_value_get(bin, "extent");
    gsize rows = values == NULL ? 0 : rk_column_length(column);
    *low = rk_value_number_or(rk_value_at(extent, 0), rk_stats_min(values, rows));
    *high = rk_value_number_or(rk_value_at(extent, 1), rk_stats_max(values, rows));
}

gboolean rk_bins_of(const RkValue *bin, const RkColumn *column, RkBins *bins)
{
    double low, high;
    ends_of(bin, column, &low, &high);
    if (!(isfinite(low) && isfinite(high) && low <= high))
        return FALSE;
    *bins = choose_bins(bin, low, high);
    return isfinite(bins->start) && isfinite(bins->stop) && isfinite(bins->step) && bins->step > 0;
}

static gboolean read_range(const RkValue *options, const RkColumn *column, const RkTable *input, double *low,
                           double *high, GError **error)
{
    const RkValue *bin = rk_value_get(options, "bin");
    g_autoptr(RkColumn) unit = NULL;
    g_autoptr(RkGroups) all = rk_groups_new(NULL, 0, rk_table_rows(input));
    if (!rk_groups_unit(all, column, input, "bin", rk_value_place(rk_value_get(options, "field")), &unit, error))
        return FALSE;
    ends_of(bin, column, low, high);
    if (*low <= *high && isfinite(*low) && isfinite(*high))
        return TRUE;
    /* Nothing to put into classes: any class will do. */
    if (!rk_value_has(bin, "extent") && isnan(*low)) {
        *low = *high = 0;
        return TRUE;
    }
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(bin), NULL, "no classes between these ends of \"%s\"",
                 rk_column_name(column));
    return FALSE;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    (void)context;
    const RkValue *bin = rk_value_get(options, "bin"), *field = rk_value_get(options, "field");
    const RkValue *as = rk_value_get(options, "as");
    const RkColumn *column = rk_option_column(field, input, "bin", error);
    double low, high;
    if (column == NULL || !read_range(options, column, input, &low, &high, error))
        return NULL;
    if (rk_column_type(column) == RK_COLUMN_TIME) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(field), "use timeUnit", "bin of time column \"%s\"",
                     rk_column_name(column));
        return NULL;
    }
    const RkValue *step = rk_value_get(bin, "step");
    if (rk_value_number_or(step, 0) < 0) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(step), NULL, "the step of classes is a number above zero");
        return NULL;
    }
    RkBins bins = choose_bins(bin, low, high);
    if (!(isfinite(bins.step) && bins.step > 0)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(bin), NULL, "steps of classes are numbers above zero");
        return NULL;
    }
    if (!((bins.stop - bins.start) / bins.step <= RK_LIMIT_GENERATED_ROWS)) {
        rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(step != NULL ? step : bin), "choose a wider step",
                     "there are more than %u classes", RK_LIMIT_GENERATED_ROWS);
        return NULL;
    }
    g_autofree char *otherwise = g_strconcat("bin_", rk_column_name(column), NULL);
    const char *start = rk_option_as(as, 0, otherwise);
    g_autofree char *end = g_strconcat(start, "_end", NULL);
    return add_classes(input, column, &bins, start, rk_option_as(as, 1, end));
}

static const RkProperty bin_properties[] = {
    {.name = "maxbins", .allow = RK_ALLOW_NUMBER, .summary = "the most classes: 10"},
    {.name = "step", .allow = RK_ALLOW_NUMBER, .summary = "the width of a class"},
    {.name = "steps", .allow = RK_ALLOW_LIST, .items = RK_ALLOW_NUMBER, .least = 1, .summary = "widths to choose from"},
    {.name = "minstep", .allow = RK_ALLOW_NUMBER, .summary = "the least width"},
    {.name = "base", .allow = RK_ALLOW_NUMBER, .summary = "widths are round in this base: 10"},
    {.name = "divide",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_NUMBER,
     .least = 1,
     .summary = "by what widths may be divided: [5, 2]"},
    {.name = "anchor", .allow = RK_ALLOW_NUMBER, .summary = "a class begins at this value"},
    {.name = "binned", .allow = RK_ALLOW_BOOLEAN, .summary = "false: the values are no classes yet"},
    {.name = "nice", .allow = RK_ALLOW_BOOLEAN, .summary = "whether the first class begins at a round number"},
    {.name = "extent",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_NUMBER,
     .least = 2,
     .most = 2,
     .summary = "the ends, instead of the data's"},
    {NULL}};
static const RkShape bin_shape = {.name = "bin", .properties = bin_properties};

static const RkProperty properties[] = {
    {.name = "bin",
     .allow = RK_ALLOW_BOOLEAN | RK_ALLOW_MAP,
     .shape = &bin_shape,
     .required = TRUE,
     .summary = "true, or how to choose the classes"},
    {.name = "field", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "a number column"},
    {.name = "as",
     .allow = RK_ALLOW_LIST | RK_ALLOW_TEXT,
     .items = RK_ALLOW_TEXT,
     .summary = "names of the new columns: [start, end]"},
    {NULL}};
static const RkShape shape = {.name = "a bin transform", .properties = properties};

const RkTransform rk_transform_bin = {
    .name = "bin", .summary = "put numbers into classes of equal width", .shape = &shape, .apply = apply};
