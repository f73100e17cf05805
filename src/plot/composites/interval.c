/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Intervals about a middle: worked out from rows (standard error, standard deviation, confidence interval, quartiles),
 * or given by the data as two ends or as errors. It refuses two of these at once.
 */
#include "plot/composites/composites-private.h"
#include "spec/gradient.h"
#include "spec/checks.h"

static const char *const orients[] = {"horizontal", "vertical", NULL};
static const char *const invalids[] = {"filter", "break-paths-filter-domains",    "break-paths-show-domains",
                                       "show",   "break-paths-show-path-domains", NULL};

extern const RkShape rk_mark_any_shape, rk_composite_shape, rk_part_shape;

static const RkProperty properties[] = {
    {"type", RK_ALLOW_TEXT, .required = TRUE, .summary = "the mark"},
    {"clip", RK_ALLOW_BOOLEAN, .summary = "cut the marks at the frame"},
    {"color", RK_ALLOW_TEXT | RK_ALLOW_NULL | RK_ALLOW_MAP, .shape = &rk_gradient_shape, .summary = "of all parts"},
    {"opacity", RK_ALLOW_NUMBER, .check = rk_check_part, .summary = "of all parts, 0 to 1"},
    {"orient", RK_ALLOW_TEXT, .words = orients, .summary = "which way the quantity runs"},
    {"invalid", RK_ALLOW_TEXT | RK_ALLOW_NULL, .words = invalids, .summary = "what happens to missing values"},
    {0},
};
const RkShape rk_composite_shape = {.name = "the mark", .properties = properties};

static const RkShape *const part_includes[] = {&rk_mark_any_shape, NULL};
const RkShape rk_part_shape = {.name = "the part", .includes = part_includes};

typedef enum { FROM_ROWS, FROM_ENDS, FROM_ERRORS, FROM_BOTH } Given;

static gboolean has(const RkUnitSource *source, const char *axis, const char *end)
{
    g_autofree char *channel = g_strconcat(axis, end, NULL);
    return rk_definition_is_shown(rk_value_get(source->encoding, channel));
}

static Given what_is_given(const RkUnitSource *source)
{
    gboolean ends = has(source, "x", "2") || has(source, "y", "2");
    gboolean errors = has(source, "x", "Error") || has(source, "y", "Error");
    return ends && errors ? FROM_BOTH : ends ? FROM_ENDS : errors ? FROM_ERRORS : FROM_ROWS;
}

static gboolean refuse(const RkUnitSource *source, const char *why, const char *hint, GError **error)
{
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(source->mark), hint, "the %s mark %s",
                 rk_value_text_or(rk_value_get(source->mark, "type"), ""), why);
    return FALSE;
}

/** Given ends or errors say which way the quantity runs. */
static gboolean way_of(const RkUnitSource *source, Given given, gboolean *horizontal, GError **error)
{
    const char *end = given == FROM_ENDS ? "2" : "Error";
    if (given == FROM_BOTH)
        return refuse(source, "has second ends and errors", "keep either x2 and y2 or xError and yError", error);
    if ((has(source, "x", "Error2") && !has(source, "x", "Error")) ||
        (has(source, "y", "Error2") && !has(source, "y", "Error")))
        return refuse(source, "has a second error without a first", "add xError or yError", error);
    if (given == FROM_ROWS)
        return rk_composite_way(source, horizontal, error);
    if (has(source, "x", end) && has(source, "y", end))
        return refuse(source, "has intervals both across and up", "keep one of them", error);
    *horizontal = has(source, "x", end);
    if (rk_definition_is_continuous(rk_value_get(source->encoding, *horizontal ? "x" : "y")))
        return TRUE;
    return refuse(source, "needs a quantity beside its other end", "write type: quantitative", error);
}

static const char *second_field(const RkComposing *composing, const char *end)
{
    g_autofree char *channel = g_strconcat(composing->axis, end, NULL);
    return rk_value_text_or(rk_value_get(rk_value_get(composing->source->encoding, channel), "field"), NULL);
}

static char *datum_of(const char *field)
{
    g_autofree char *escaped = g_strescape(field, "");
    return g_strdup_printf("datum[\"%s\"]", escaped);
}

/** A middle and a distance, or a middle and two ends. */
static void from_rows(RkInterval *interval)
{
    RkComposing *composing = &interval->composing;
    const RkUnitSource *source = composing->source;
    const char *extent = rk_value_text_or(rk_value_get(source->mark, "extent"), NULL);
    const char *center = rk_value_text_or(rk_value_get(source->mark, "center"), NULL);
    if (center == NULL && extent == NULL)
        center = rk_value_text_or(rk_config_get(source->config, "errorbar", "center"), "mean");
    if (center == NULL)
        center = g_str_equal(extent, "iqr") ? "median" : "mean";
    if (extent == NULL)
        extent = g_str_equal(center, "mean") ? "stderr" : "iqr";
    gboolean distance = g_str_equal(extent, "stderr") || g_str_equal(extent, "stdev");
    gboolean quartiles = g_str_equal(extent, "iqr");
    RkValue *list = rk_map_list(source);
    for (guint i = 0; i < rk_value_length(composing->statistics); i++)
        rk_value_append(list, rk_value_at(composing->statistics, i));
    if (distance) {
        rk_composing_operation(composing, list, extent, composing->field, "extent_");
        rk_composing_operation(composing, list, center, composing->field, "center_");
    } else {
        rk_composing_operation(composing, list, quartiles ? "q1" : "ci0", composing->field, "lower_");
        rk_composing_operation(composing, list, quartiles ? "q3" : "ci1", composing->field, "upper_");
        rk_composing_operation(composing, list, quartiles ? "median" : "mean", composing->field, "center_");
    }
    rk_value_append(interval->transforms, rk_composing_aggregate(composing, list, "aggregate"));
    g_autofree char *middle = rk_composing_datum(composing, "center_"),
                    *reach = rk_composing_datum(composing, "extent_");
    g_autofree char *sum = g_strdup_printf("%s + %s", middle, reach);
    g_autofree char *difference = g_strdup_printf("%s - %s", middle, reach);
    if (distance) {
        rk_composing_calculate(composing, interval->transforms, sum, "upper_");
        rk_composing_calculate(composing, interval->transforms, difference, "lower_");
    }
    g_autofree char *name = g_strdup_printf("%c%s", g_ascii_toupper(*center), center + 1);
    g_autofree char *above = g_strdup_printf("%s + %s", name, extent),
                    *below = g_strdup_printf("%s - %s", name, extent);
    const char *const about[][2] = {{"center_", name}, {"upper_", above}, {"lower_", below}, {NULL, NULL}};
    /* Statistics of the field are named after it, not after its title. */
    g_autofree char *last = g_strdup_printf("%s of %s", quartiles ? "Q3" : "Ci1", composing->field);
    g_autofree char *first = g_strdup_printf("%s of %s", quartiles ? "Q1" : "Ci0", composing->field);
    g_autofree char *mid = g_strdup_printf("%s of %s", quartiles ? "Median" : "Mean", composing->field);
    const char *const ends[][2] = {{"upper_", last}, {"lower_", first}, {"center_", mid}, {NULL, NULL}};
    interval->tooltip = rk_part_tooltip(composing, distance ? about : ends, distance);
}

static void from_data(RkInterval *interval, Given given)
{
    RkComposing *composing = &interval->composing;
    const char *plus = second_field(composing, given == FROM_ENDS ? "2" : "Error");
    const char *minus = given == FROM_ERRORS ? second_field(composing, "Error2") : NULL;
    g_autofree char *value = datum_of(composing->field), *first = datum_of(plus);
    g_autofree char *second = datum_of(minus != NULL ? minus : plus);
    g_autofree char *upper = given == FROM_ENDS ? g_strdup(first) : g_strdup_printf("%s + %s", value, first);
    g_autofree char *lower =
        given == FROM_ENDS ? g_strdup(value) : g_strdup_printf("%s %s %s", value, minus != NULL ? "+" : "-", second);
    rk_composing_calculate(composing, interval->transforms, upper, "upper_");
    rk_composing_calculate(composing, interval->transforms, lower, "lower_");
    const char *other = minus != NULL ? minus : plus;
    g_autofree char *above = given == FROM_ENDS ? g_strdup(plus) : g_strdup_printf("%s + %s", composing->field, plus);
    g_autofree char *below = given == FROM_ENDS
                                 ? g_strdup(composing->field)
                                 : g_strdup_printf("%s %s %s", composing->field, minus != NULL ? "+" : "-", other);
    const char *const errors[][2] = {{"", composing->field}, {"upper_", above}, {"lower_", below}, {NULL, NULL}};
    interval->tooltip = rk_part_tooltip(composing, given == FROM_ENDS ? errors + 1 : errors, FALSE);
}

gboolean rk_interval_read(RkInterval *interval, const RkUnitSource *source, GError **error)
{
    Given given = what_is_given(source);
    gboolean horizontal;
    *interval = (RkInterval){.transforms = rk_map_list(source)};
    if (!way_of(source, given, &horizontal, error))
        return FALSE;
    const char *const across[] = {"x2", "xError", "xError2", NULL}, *const up[] = {"y2", "yError", "yError2", NULL};
    if (!rk_composing_begin(&interval->composing, source, horizontal, horizontal ? across : up, error))
        return FALSE;
    const RkComposing *composing = &interval->composing;
    if (given != FROM_ROWS && second_field(composing, given == FROM_ENDS ? "2" : "Error") == NULL)
        return refuse(source, "needs a field for its other end", "name a field there", error);
    for (guint i = 0; i < rk_value_length(composing->transforms); i++)
        rk_value_append(interval->transforms, rk_value_at(composing->transforms, i));
    if (given == FROM_ROWS)
        from_rows(interval);
    else
        from_data(interval, given);
    return TRUE;
}
