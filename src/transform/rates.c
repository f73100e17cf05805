/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of exchange rates, sorted to be searched. A rate says how many units of the currency one unit of the base is
 * worth. Rates are never interpolated: the last one on or before a date counts, and only while it is young enough.
 */
#include "transform/rates.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    const char *base, *currency; /**< borrowed from the columns */
    double date, step, value;
} Rate;

struct RkRates {
    RkTable *table;
    RkFrequency frequency;
    GArray *rates;    /**< of Rate, by base, currency, date */
    GPtrArray *bases; /**< different ones in the order of their bytes */
    char *only_base;  /**< when the option names a currency instead of a column */
};

void rk_rates_free(RkRates *rates)
{
    if (rates == NULL)
        return;
    g_clear_pointer(&rates->table, rk_table_unref);
    g_clear_pointer(&rates->rates, g_array_unref);
    g_clear_pointer(&rates->bases, g_ptr_array_unref);
    g_free(rates->only_base);
    g_free(rates);
}

RkFrequency rk_rates_frequency(const RkRates *rates)
{
    return rates->frequency;
}

static int compare_pairs(const Rate *x, const Rate *y)
{
    int order = strcmp(x->base, y->base);
    return order != 0 ? order : strcmp(x->currency, y->currency);
}

static int compare_rates(gconstpointer a, gconstpointer b)
{
    const Rate *x = a, *y = b;
    int order = compare_pairs(x, y);
    return order != 0 ? order : (x->step > y->step) - (x->step < y->step);
}

static const RkColumn *column_of(const RkValue *option, const char *name, const RkTable *table, RkColumnType type,
                                 GError **error)
{
    const RkValue *value = rk_value_get(option, name);
    RkPlace place = rk_value_place(value == NULL ? option : value);
    const RkColumn *column = rk_table_require(table, rk_value_text_or(value, name), place, error);
    if (column == NULL || rk_column_type(column) == type)
        return column;
    rk_error_set(error, RK_ERROR_DATA, place, type == RK_COLUMN_TIME ? RK_HINT_PERIOD : NULL,
                 "the column \"%s\" of the rates is a %s column, not %s", rk_column_name(column),
                 rk_column_type_name(rk_column_type(column)), rk_column_type_name(type));
    return NULL;
}

/** The column of bases; NULL without error when the option names a currency. */
static gboolean read_base(const RkValue *option, RkRates *rates, const RkColumn **column, GError **error)
{
    const char *name = rk_value_text_or(rk_value_get(option, "base"), NULL);
    RkUnit unit = rk_unit_read(name);
    *column = NULL;
    if (name != NULL && rk_table_find(rates->table, name) == NULL && unit.family == RK_UNIT_CURRENCY &&
        g_str_equal(unit.base, name)) {
        rates->only_base = g_strdup(name);
        return TRUE;
    }
    *column = column_of(option, "base", rates->table, RK_COLUMN_TEXT, error);
    return *column != NULL;
}

static gboolean bad_rate(const RkRates *rates, const RkValue *option, gsize row, const char *what, GError **error)
{
    g_autofree char *words = rk_row_words(rates->table, row);
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(option), NULL, "%s in the table of rates (%s)", what, words);
    return FALSE;
}

static gboolean collect(const RkValue *option, RkRates *rates, GError **error)
{
    const RkColumn *base = NULL, *currency, *date, *value;
    if (!read_base(option, rates, &base, error) ||
        (currency = column_of(option, "currency", rates->table, RK_COLUMN_TEXT, error)) == NULL ||
        (date = column_of(option, "date", rates->table, RK_COLUMN_TIME, error)) == NULL ||
        (value = column_of(option, "value", rates->table, RK_COLUMN_NUMBER, error)) == NULL ||
        !rk_column_check_frequency(date, "rates", rk_value_place(option), error))
        return FALSE;
    rates->frequency = rk_column_frequency(date);
    for (gsize row = 0; row < rk_table_rows(rates->table); row++) {
        Rate rate = {.base = base == NULL ? rates->only_base : rk_column_text(base, row),
                     .currency = rk_column_text(currency, row),
                     .date = rk_column_numbers(date)[row],
                     .value = rk_column_numbers(value)[row]};
        if (rate.base == NULL || rate.currency == NULL || isnan(rate.date) || isnan(rate.value))
            continue;
        if (!(rate.value > 0) || isinf(rate.value))
            return bad_rate(rates, option, row, "a rate that is not above zero", error);
        rate.step = rk_period_number(rate.date, rates->frequency);
        g_array_append_val(rates->rates, rate);
    }
    return TRUE;
}

static gboolean finish(const RkValue *option, RkRates *rates, GError **error)
{
    g_array_sort(rates->rates, compare_rates);
    for (guint i = 0; i < rates->rates->len; i++) {
        const Rate *rate = &g_array_index(rates->rates, Rate, i), *before = i == 0 ? NULL : rate - 1;
        if (before == NULL || strcmp(before->base, rate->base) != 0)
            g_ptr_array_add(rates->bases, (gpointer)rate->base);
        if (before == NULL || compare_rates(before, rate) != 0 || before->value == rate->value)
            continue;
        char buffer[32];
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(option), "filter the table of rates",
                     "two different rates of %s to %s for %s", rate->base, rate->currency,
                     rk_period_write(rate->date, rates->frequency, buffer, sizeof buffer));
        return FALSE;
    }
    return TRUE;
}

RkRates *rk_rates_read(const RkValue *option, const RkTransformContext *context, GError **error)
{
    g_autoptr(RkRates) rates = g_new0(RkRates, 1);
    rates->rates = g_array_new(FALSE, FALSE, sizeof(Rate));
    rates->bases = g_ptr_array_new();
    rates->table = rk_option_table(option, context, error);
    if (rates->table == NULL || !collect(option, rates, error) || !finish(option, rates, error))
        return NULL;
    return g_steal_pointer(&rates);
}

/** The last rate of a pair not after `step`, or NULL. */
static const Rate *last_rate(const RkRates *rates, const char *base, const char *currency, double step)
{
    const Rate key = {.base = base, .currency = currency, .step = step};
    guint low = 0, high = rates->rates->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (compare_rates(&g_array_index(rates->rates, Rate, middle), &key) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    const Rate *rate = low == 0 ? NULL : &g_array_index(rates->rates, Rate, low - 1);
    return rate != NULL && compare_pairs(rate, &key) == 0 ? rate : NULL;
}

/** Rates of both currencies against a base on the same date; a currency against itself is 1 on every date. */
static gboolean through(const RkRates *rates, const char *base, const char *from, const char *to, double step,
                        RkExchange *exchange, double *found)
{
    gboolean from_base = strcmp(base, from) == 0, to_base = strcmp(base, to) == 0;
    const Rate *one = from_base ? NULL : last_rate(rates, base, from, step);
    const Rate *other = to_base ? NULL : last_rate(rates, base, to, step);
    while (one != NULL && other != NULL && one->step != other->step) {
        step = fmin(one->step, other->step);
        one = last_rate(rates, base, from, step);
        other = last_rate(rates, base, to, step);
    }
    if ((one == NULL && !from_base) || (other == NULL && !to_base))
        return FALSE;
    const Rate *dated = one != NULL ? one : other;
    *exchange = (RkExchange){other == NULL ? 1 : other->value, one == NULL ? 1 : one->value, dated->date};
    *found = dated->step;
    return TRUE;
}

static void fail(const RkRates *rates, const char *from, const char *to, double date, double found, double step,
                 const RkExchange *last, RkPlace place, GError **error)
{
    char asked[32], there[32];
    rk_period_write(date, rates->frequency, asked, sizeof asked);
    if (isnan(found)) {
        g_autoptr(GString) hint = g_string_new("the table has");
        for (guint i = 0; i < rates->rates->len && hint->len < 200; i++) {
            const Rate *rate = &g_array_index(rates->rates, Rate, i);
            if (i == 0 || compare_pairs(rate - 1, rate) != 0)
                g_string_append_printf(hint, "%s %s to %s from %s", i == 0 ? "" : ",", rate->base, rate->currency,
                                       rk_period_write(rate->date, rates->frequency, there, sizeof there));
        }
        rk_error_set(error, RK_ERROR_DATA, place, rates->rates->len == 0 ? "the table is empty" : hint->str,
                     "no rate between %s and %s on or before %s", from, to, asked);
        return;
    }
    rk_period_write(last->date, rates->frequency, there, sizeof there);
    rk_error_set(error, RK_ERROR_DATA, place, "choose another date, or allow older rates with maxAge",
                 "no rate between %s and %s for %s: the last one is of %s, %.0f %s%s older", from, to, asked, there,
                 step - found, rk_frequency_name(rates->frequency), step - found == 1 ? "" : "s");
}

gboolean rk_rates_find(const RkRates *rates, const char *from, const char *to, double date, double most, RkPlace place,
                       RkExchange *exchange, GError **error)
{
    double step = rk_period_number(date, rates->frequency), latest = NAN;
    const char *direct[] = {to, from};
    /* A direct quotation first, then the youngest way round, the first base of equally young ones. */
    for (guint i = 0; i < rates->bases->len + 2; i++) {
        RkExchange candidate;
        double found;
        const char *base = i < 2 ? direct[i] : g_ptr_array_index(rates->bases, i - 2);
        if (i == 2 && !isnan(latest) && step - latest <= most)
            break;
        if (!through(rates, base, from, to, step, &candidate, &found) || (!isnan(latest) && found <= latest))
            continue;
        latest = found;
        *exchange = candidate;
    }
    if (!isnan(latest) && step - latest <= most)
        return TRUE;
    fail(rates, from, to, date, latest, step, exchange, place, error);
    return FALSE;
}

static const RkProperty properties[] = {
    {.name = "data", .allow = RK_ALLOW_MAP, .required = TRUE, .summary = "the table of rates"},
    {.name = "base", .allow = RK_ALLOW_TEXT, .summary = "its column of currencies that are one, or a currency: base"},
    {.name = "currency", .allow = RK_ALLOW_TEXT, .summary = "its column of currencies that are counted: currency"},
    {.name = "date", .allow = RK_ALLOW_TEXT, .summary = "its column of dates: date"},
    {.name = "value", .allow = RK_ALLOW_TEXT, .summary = "its column of units of the currency for one base: value"},
    {NULL}};
const RkShape rk_rates_shape = {.name = "rates", .properties = properties};
