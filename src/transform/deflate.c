/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * deflate: amounts at the prices of their time into amounts at the prices of a base period, by a table of price
 * indices. Amounts that are at constant prices already, and what is no amount of money, are refused.
 */
#include <math.h>

#include "transform/lookup.h"
#include "transform/verb.h"

typedef struct {
    RkMeasure indices; /**< the price index, in groups by its key */
    RkPanel panel;
    RkSpan base;
    double *base_values; /**< of each group */
    RkTable *table;
    RkDocument *document;
} Deflators;

static void deflators_clear(Deflators *deflators)
{
    rk_measure_clear(&deflators->indices);
    rk_panel_clear(&deflators->panel);
    g_free(deflators->base.text);
    g_free(deflators->base_values);
    g_clear_pointer(&deflators->table, rk_table_unref);
    g_clear_pointer(&deflators->document, rk_document_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Deflators, deflators_clear)

/** What rk_measure_read() wants to see: the column under the name of the verb, and groupby. */
static const RkValue *measure_options(const RkValue *by, Deflators *deflators)
{
    const RkValue *value = rk_value_get(by, "value"), *key = rk_value_get(by, "key");
    RkPlace place = rk_value_place(by);
    deflators->document = rk_document_new(place.file);
    RkValue *options = rk_document_map(deflators->document, place);
    if (value == NULL)
        value = rk_document_text(deflators->document, place, "value");
    rk_value_put(deflators->document, options, "deflate", place, value);
    if (key != NULL)
        rk_value_put(deflators->document, options, "groupby", place, key);
    return options;
}

static gboolean read_deflators(const RkValue *options, const RkTransformContext *context, Deflators *deflators,
                               GError **error)
{
    const RkValue *by = rk_value_get(options, "by"), *base = rk_value_get(options, "base");
    deflators->table = rk_option_table(by, context, error);
    if (deflators->table == NULL ||
        !rk_measure_read(measure_options(by, deflators), "deflate", deflators->table, context, &deflators->indices,
                         error) ||
        !rk_panel_read(rk_value_get(by, "time"), &deflators->indices, &deflators->panel, error) ||
        !rk_span_read(base, &deflators->panel, &deflators->base, error))
        return FALSE;
    gsize total = 0;
    deflators->base_values = rk_missing_new(deflators->indices.groups->count);
    for (guint32 group = 0; group < deflators->indices.groups->count; group++) {
        gsize found;
        deflators->base_values[group] =
            rk_span_mean(&deflators->base, &deflators->panel, &deflators->indices, group, &found);
        total += found;
    }
    if (total > 0)
        return TRUE;
    rk_span_fail(&deflators->base, &deflators->panel, &deflators->indices, rk_value_place(base), error);
    return FALSE;
}

static const RkColumn *read_time(const RkValue *options, const RkMeasure *measure, const Deflators *deflators,
                                 GError **error)
{
    const RkValue *name = rk_value_get(options, "time");
    RkPlace place = name == NULL ? measure->place : rk_value_place(name);
    const RkColumn *time = rk_panel_time(name, measure->input, place, error);
    if (time == NULL)
        return NULL;
    if (rk_column_type(time) != rk_column_type(deflators->panel.time)) {
        rk_error_set(error, RK_ERROR_DATA, place, NULL, "\"%s\" is a %s column, and the deflators go by a %s column",
                     rk_column_name(time), rk_column_type_name(rk_column_type(time)),
                     rk_column_type_name(rk_column_type(deflators->panel.time)));
        return NULL;
    }
    if (!rk_column_check_frequency(time, "deflate", place, error) ||
        !rk_column_check_frequency(deflators->panel.time, "deflate", place, error))
        return NULL;
    RkFrequency frequency = rk_column_frequency(time);
    if (frequency == RK_FREQUENCY_NONE || frequency >= deflators->panel.frequency)
        return time;
    rk_error_set(error, RK_ERROR_DATA, place, "aggregate the deflators first",
                 "\"%s\" holds %ss, and the deflators %ss", rk_column_name(time), rk_frequency_name(frequency),
                 rk_frequency_name(deflators->panel.frequency));
    return NULL;
}

/** For each row the group of its deflators, G_MAXUINT32 for none; without `key` the one and only. */
static guint32 *match_groups(const RkValue *by, const RkMeasure *measure, const Deflators *deflators, GError **error)
{
    gsize rows = rk_table_rows(measure->input), repeated = G_MAXSIZE;
    const RkValue *name = rk_value_get(by, "key");
    if (name == NULL)
        return g_new0(guint32, rows + 1);
    const RkColumn *key = rk_table_require(measure->input, rk_value_text_or(name, ""), rk_value_place(name), error);
    if (key == NULL)
        return NULL;
    /* An array of nothing is NULL, and that would be an error. */
    if (rows == 0)
        return g_new0(guint32, 1);
    guint32 *groups = rk_match_rows(key, g_ptr_array_index(deflators->indices.keys, 0), RK_MATCH_FIRST, &repeated);
    for (gsize row = 0; row < rows; row++)
        if (groups[row] != G_MAXUINT32)
            groups[row] = deflators->indices.groups->of_row[groups[row]];
    return groups;
}

/** The unit at constant prices: MIO_EUR becomes MIO_EUR_2015. NULL with a located error. */
static char *constant_unit(const char *text, const Deflators *deflators, const RkMeasure *measure, GError **error)
{
    RkUnit unit = rk_unit_read(text);
    if (unit.family == RK_UNIT_CURRENCY && unit.qualifier[0] == '\0')
        return g_strdup_printf("%s_%s", text, deflators->base.text);
    g_autofree char *words = rk_unit_describe(&unit);
    if (unit.family == RK_UNIT_CURRENCY)
        rk_error_set(error, RK_ERROR_DATA, measure->place, NULL,
                     "deflate of \"%s\": it refers to \"%s\" already, and only amounts at current prices are deflated",
                     text, unit.qualifier);
    else
        rk_error_set(error, RK_ERROR_DATA, measure->place, NULL, "deflate of \"%s\": %s has no prices",
                     text == NULL ? "" : text, words);
    return NULL;
}

/** The units of all rows; `*units` stays NULL for a column without units. */
static gboolean constant_units(const RkMeasure *measure, const Deflators *deflators, RkColumn **units, GError **error)
{
    const RkColumn *old = rk_column_unit(measure->column);
    *units = NULL;
    if (old == NULL)
        return TRUE;
    g_autoptr(RkColumnBuilder) builder = rk_column_builder_new(rk_column_name(old), RK_COLUMN_TEXT);
    for (gsize row = 0; row < rk_table_rows(measure->input); row++) {
        gboolean missing = isnan(measure->values[row]);
        g_autofree char *text = missing ? NULL : constant_unit(rk_column_text(old, row), deflators, measure, error);
        if (text == NULL && !missing)
            return FALSE;
        rk_column_builder_text(builder, text, -1);
    }
    *units = rk_column_builder_finish(g_steal_pointer(&builder));
    return TRUE;
}

/** The price level of a row's period against the base, NaN when it cannot be said. */
static double level(const Deflators *deflators, guint32 group, double time, RkMishap *absent, RkMishap *bad,
                    guint32 row)
{
    double step = rk_period_number(time, deflators->panel.frequency);
    guint32 at = group == G_MAXUINT32 || isnan(step)
                     ? G_MAXUINT32
                     : rk_panel_find(&deflators->panel, &deflators->indices, group, step);
    gsize count;
    double price =
        at == G_MAXUINT32 ? NAN : deflators->indices.values[rk_measure_rows(&deflators->indices, group, &count)[at]];
    double base = group == G_MAXUINT32 ? NAN : deflators->base_values[group];
    if (isnan(price) || isnan(base))
        rk_mishap_add(absent, row);
    else if (!(price > 0 && base > 0))
        rk_mishap_add(bad, row);
    else
        return price / base;
    return NAN;
}

static RkTable *deflate(const RkValue *options, const RkMeasure *measure, const Deflators *deflators,
                        const RkColumn *time, const guint32 *groups, GError **error)
{
    gsize rows = rk_table_rows(measure->input), done = 0;
    RkMishap absent = {.reason = "no deflator for its period or for the base"};
    RkMishap bad = {.reason = "the deflator is not above zero"};
    const char *name = rk_option_as(rk_value_get(options, "as"), 0, "real");
    g_autofree char *otherwise = g_strconcat(name, "_deflator", NULL);
    RkColumn *units;
    if (!constant_units(measure, deflators, &units, error))
        return NULL;
    double *results = rk_missing_new(rows), *levels = rk_missing_new(rows);
    for (guint32 row = 0; row < rows; row++) {
        levels[row] = level(deflators, groups[row], rk_column_numbers(time)[row], &absent, &bad, row);
        results[row] = measure->values[row] / levels[row];
        done += !isnan(levels[row]);
    }
    rk_mishap_report(&absent, measure, "row");
    rk_mishap_report(&bad, measure, "row");
    g_autoptr(RkTable) table = rk_measure_result(measure, name, results, units);
    RkTable *output = rk_result_add(table, rk_option_as(rk_value_get(options, "as"), 1, otherwise), levels, NULL);
    if (done > 0 || rows == 0)
        return output;
    rk_table_unref(output);
    rk_error_set(error, RK_ERROR_DATA, measure->place, "compare the periods and keys of the two tables",
                 "deflate: not one row has a deflator");
    return NULL;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkMeasure) measure = {NULL};
    g_auto(Deflators) deflators = {.table = NULL};
    if (!rk_measure_read_rows(options, "deflate", input, context, &measure, error) ||
        !read_deflators(options, context, &deflators, error))
        return NULL;
    const RkColumn *time = read_time(options, &measure, &deflators, error);
    g_autofree guint32 *groups =
        time == NULL ? NULL : match_groups(rk_value_get(options, "by"), &measure, &deflators, error);
    return groups == NULL ? NULL : deflate(options, &measure, &deflators, time, groups, error);
}

static const RkProperty by_properties[] = {
    {.name = "data", .allow = RK_ALLOW_MAP, .required = TRUE, .summary = "the table of price indices"},
    {.name = "time", .allow = RK_ALLOW_TEXT, .summary = "its column of periods: time, else the only one"},
    {.name = "value", .allow = RK_ALLOW_TEXT, .summary = "its column of price indices: value"},
    {.name = "key", .allow = RK_ALLOW_TEXT, .summary = "the column, in both tables, that says whose prices they are"},
    {NULL}};
static const RkShape by_shape = {.name = "\"by\" of a deflate", .properties = by_properties};

static const RkProperty properties[] = {
    {.name = "deflate", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column of amounts"},
    {.name = "by", .allow = RK_ALLOW_MAP, .shape = &by_shape, .required = TRUE, .summary = "a table of price indices"},
    {.name = "base",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_NUMBER,
     .required = TRUE,
     .summary = "the period at whose prices the results are"},
    {.name = "time", .allow = RK_ALLOW_TEXT, .summary = "the column of periods: time, else the only one"},
    {.name = "as",
     .allow = RK_ALLOW_LIST | RK_ALLOW_TEXT,
     .items = RK_ALLOW_TEXT,
     .summary = "names: [real, its name with _deflator]"},
    {NULL}};
static const RkShape shape = {.name = "a deflate transform", .properties = properties};

const RkTransform rk_transform_deflate = {
    .name = "deflate", .summary = "amounts at the prices of a base period", .shape = &shape, .apply = apply};
