/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * convert: values of one or several units into one unit. Multiples and fixed factors are exact; currencies need a
 * table of rates and a date, and the rate and the date that were used stand in columns of their own.
 */
#include <math.h>

#include "table/companions.h"
#include "transform/rates.h"

/** When a row's rate is looked up: one date for all, or a column. */
typedef struct {
    const RkColumn *column;
    double date;
    RkPlace place;
} When;

typedef struct {
    const RkMeasure *measure;
    const RkValue *options;
    RkUnit to;
    const char *to_text, *from_text; /**< from_text: of values without a unit column */
    RkRates *rates;
    When when;
    double most;
    double *results, *used, *dates;
} Converting;

static gboolean read_target(const RkValue *value, Converting *converting, GError **error)
{
    converting->to_text = rk_value_text_or(value, "");
    converting->to = rk_unit_read(converting->to_text);
    if (converting->to.family != RK_UNIT_OTHER)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), "units are written MIO_EUR, USD, PC, SHARE, GWH, THS_T …",
                 "unknown unit \"%s\"", converting->to_text);
    return FALSE;
}

static gboolean check_frequency(const Converting *converting, RkFrequency frequency, const char *words, GError **error)
{
    RkFrequency needed = rk_rates_frequency(converting->rates);
    if (frequency == RK_FREQUENCY_NONE || frequency >= needed)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, converting->when.place, "say which date counts",
                 "\"%s\" is a %s, and the rates are of %ss", words, rk_frequency_name(frequency),
                 rk_frequency_name(needed));
    return FALSE;
}

static gboolean read_when(Converting *converting, GError **error)
{
    const RkValue *date = rk_value_get(converting->options, "date"), *field = rk_value_get(date, "field");
    RkFrequency frequency = RK_FREQUENCY_NONE;
    converting->when.place = rk_value_place(field != NULL ? field : date);
    if (date == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_get(converting->options, "rates")),
                     "write date: \"2022-02-24\", or date: {field: …}", "rates need a date");
        return FALSE;
    }
    if (field == NULL) {
        g_autofree char *text = rk_scalar_write(rk_scalar_from_value(date));
        if (rk_period_parse(text, strlen(text), &converting->when.date, &frequency))
            return check_frequency(converting, frequency, text, error);
        rk_error_set(error, RK_ERROR_SPEC, converting->when.place, RK_HINT_PERIOD, "\"%s\" is not a date", text);
        return FALSE;
    }
    const RkColumn *column =
        rk_table_require(converting->measure->input, rk_value_text_or(field, ""), converting->when.place, error);
    if (column == NULL)
        return FALSE;
    if (rk_column_type(column) != RK_COLUMN_TIME) {
        rk_error_set(error, RK_ERROR_DATA, converting->when.place, RK_HINT_PERIOD, "\"%s\" is a %s column, not times",
                     rk_column_name(column), rk_column_type_name(rk_column_type(column)));
        return FALSE;
    }
    if (!rk_column_check_frequency(column, "convert", converting->when.place, error))
        return FALSE;
    converting->when.column = column;
    return check_frequency(converting, rk_column_frequency(column), rk_column_name(column), error);
}

static gboolean read_rates(Converting *converting, const RkTransformContext *context, GError **error)
{
    const RkValue *rates = rk_value_get(converting->options, "rates");
    const RkValue *age = rk_value_get(converting->options, "maxAge");
    converting->most = rk_value_number_or(age, 0);
    if (!(converting->most >= 0)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(age), NULL, "maxAge is a number of periods, 0 or more");
        return FALSE;
    }
    if (rates == NULL)
        return TRUE;
    converting->rates = rk_rates_read(rates, context, error);
    return converting->rates != NULL && read_when(converting, error);
}

static gboolean refuse(const Converting *converting, const char *text, const RkUnit *unit, gsize row, GError **error)
{
    g_autofree char *is = rk_unit_describe(unit), *wanted = rk_unit_describe(&converting->to);
    g_autofree char *words = rk_row_words(converting->measure->input, row);
    gboolean money = unit->family == RK_UNIT_CURRENCY && converting->to.family == RK_UNIT_CURRENCY;
    if (money && strcmp(unit->base, converting->to.base) != 0 && strcmp(unit->qualifier, converting->to.qualifier) == 0)
        rk_error_set(error, RK_ERROR_DATA, converting->measure->place,
                     "give a table of rates and a date: rates: {data: …}, date: …",
                     "convert from \"%s\" to \"%s\" needs exchange rates (%s)", text, converting->to_text, words);
    else
        rk_error_set(error, RK_ERROR_DATA, converting->measure->place, "filter the rows that can be converted",
                     "convert from \"%s\", %s, to \"%s\", %s (%s)", text == NULL ? "" : text, is, converting->to_text,
                     wanted, words);
    return FALSE;
}

/** Through a rate: multiples first, so that a rate against the base itself is divided by once. */
static gboolean exchange(const Converting *converting, const RkUnit *unit, gsize row, GError **error)
{
    double date =
        converting->when.column == NULL ? converting->when.date : rk_column_numbers(converting->when.column)[row];
    RkUnit same = converting->to;
    g_strlcpy(same.base, unit->base, RK_UNIT_PART);
    double multiply, divide;
    RkExchange rate;
    if (isnan(date)) {
        g_autofree char *words = rk_row_words(converting->measure->input, row);
        rk_error_set(error, RK_ERROR_DATA, converting->when.place, NULL, "no date for the rate of %s (%s)", unit->base,
                     words);
        return FALSE;
    }
    if (!rk_unit_factor(unit, &same, &multiply, &divide) ||
        !rk_rates_find(converting->rates, unit->base, converting->to.base, date, converting->most,
                       converting->when.place, &rate, error))
        return FALSE;
    double amount = converting->measure->values[row] * multiply / divide;
    converting->results[row] = amount * rate.multiply / rate.divide;
    converting->used[row] = rate.divide / rate.multiply;
    converting->dates[row] = rate.date;
    return TRUE;
}

static gboolean convert_row(const Converting *converting, gsize row, GError **error)
{
    const RkColumn *units = rk_column_unit(converting->measure->column);
    const char *text = units == NULL ? converting->from_text : rk_column_text(units, row);
    double multiply, divide;
    if (isnan(converting->measure->values[row]))
        return TRUE;
    RkUnit unit = rk_unit_read(text);
    if (rk_unit_factor(&unit, &converting->to, &multiply, &divide)) {
        converting->results[row] = converting->measure->values[row] * multiply / divide;
        return TRUE;
    }
    gboolean money = unit.family == RK_UNIT_CURRENCY && converting->to.family == RK_UNIT_CURRENCY &&
                     strcmp(unit.qualifier, converting->to.qualifier) == 0;
    return money && converting->rates != NULL ? exchange(converting, &unit, row, error)
                                              : refuse(converting, text, &unit, row, error);
}

static RkTable *results(Converting *converting, GError **error)
{
    const RkValue *as = rk_value_get(converting->options, "as");
    const RkTable *input = converting->measure->input;
    gsize rows = rk_table_rows(input);
    const char *name = rk_option_as(as, 0, rk_column_name(converting->measure->column));
    g_autofree char *rate = g_strconcat(name, "_rate", NULL), *date = g_strconcat(name, "_rate_date", NULL);
    const char *names[] = {name, rk_option_as(as, 1, rate), rk_option_as(as, 2, date)};
    if (g_str_equal(names[0], names[1]) || g_str_equal(names[0], names[2]) || g_str_equal(names[1], names[2])) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(as), NULL, "two columns of one name");
        return NULL;
    }
    g_autoptr(RkColumn) plain = rk_column_new_numbers(names[0], g_steal_pointer(&converting->results), rows);
    g_autoptr(RkColumn) unit = rk_unit_column(converting->to_text, rows);
    RkCompanions companions = rk_companions_of(converting->measure->column);
    companions.unit = unit;
    g_autoptr(RkColumn) value = rk_companions_put(plain, &companions);
    g_autoptr(RkTable) table = rk_table_with_column(input, value);
    if (converting->rates == NULL)
        return g_steal_pointer(&table);
    g_autoptr(RkTable) with_rate = rk_result_add(table, names[1], g_steal_pointer(&converting->used), NULL);
    g_autoptr(RkColumn) dates =
        rk_column_new_times(names[2], g_steal_pointer(&converting->dates), rows, rk_rates_frequency(converting->rates));
    return rk_table_with_column(with_rate, dates);
}

static RkTable *convert(Converting *converting, const RkTransformContext *context, GError **error)
{
    gsize rows = rk_table_rows(converting->measure->input);
    if (!read_target(rk_value_get(converting->options, "to"), converting, error) ||
        !read_rates(converting, context, error))
        return NULL;
    converting->from_text = rk_value_text_or(rk_value_get(converting->options, "from"), NULL);
    if (rk_column_unit(converting->measure->column) == NULL && converting->from_text == NULL) {
        rk_error_set(error, RK_ERROR_DATA, converting->measure->place, "say it with from: MIO_USD",
                     "the column \"%s\" has no unit", rk_column_name(converting->measure->column));
        return NULL;
    }
    converting->results = rk_missing_new(rows);
    converting->used = rk_missing_new(rows);
    converting->dates = rk_missing_new(rows);
    for (gsize row = 0; row < rows; row++)
        if (!convert_row(converting, row, error))
            return NULL;
    return results(converting, error);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkMeasure) measure = {NULL};
    if (!rk_measure_read_rows(options, "convert", input, context, &measure, error))
        return NULL;
    Converting converting = {.measure = &measure, .options = options};
    RkTable *table = convert(&converting, context, error);
    rk_rates_free(converting.rates);
    g_free(converting.results);
    g_free(converting.used);
    g_free(converting.dates);
    return table;
}

static const RkProperty field_properties[] = {
    {.name = "field", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column of dates"}, {NULL}};
static const RkShape field_shape = {.name = "date", .properties = field_properties};

static const RkProperty properties[] = {
    {.name = "convert", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column of values with units"},
    {.name = "to", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the unit to convert to: MIO_EUR"},
    {.name = "from", .allow = RK_ALLOW_TEXT, .summary = "the unit of a column that has none beside it"},
    {.name = "rates",
     .allow = RK_ALLOW_MAP,
     .shape = &rk_rates_shape,
     .summary = "a table of exchange rates: {data, base, currency, date, value}"},
    {.name = "date",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_NUMBER | RK_ALLOW_MAP,
     .shape = &field_shape,
     .summary = "whose rates count: a date, or {field: a column}"},
    {.name = "maxAge", .allow = RK_ALLOW_NUMBER, .summary = "how many periods older a rate may be: 0"},
    {.name = "as",
     .allow = RK_ALLOW_LIST | RK_ALLOW_TEXT,
     .items = RK_ALLOW_TEXT,
     .summary = "names: [the column itself, its name with _rate, with _rate_date]"},
    {NULL}};
static const RkShape shape = {.name = "a convert transform", .properties = properties};

const RkTransform rk_transform_convert = {.name = "convert",
                                          .summary = "values into another unit, currencies by a table of rates",
                                          .shape = &shape,
                                          .apply = apply};
