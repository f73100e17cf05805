/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wide table of the World Bank as a long one: a row for each line and period, or series. Units are those that the
 * indicators name in brackets. Groups of countries are those without a region.
 */
#include "read/world-bank-private.h"

#include "read/reasons-private.h"
#include "read/reshape-private.h"
#include "read/row-key-private.h"
#include "table/builder.h"
#include "table/labels.h"

#include <math.h>
#include <string.h>

static RkColumn *long_values(const RkTable *wide, const GPtrArray *across)
{
    gsize rows = rk_table_rows(wide);
    double *values = g_new(double, MAX(rows * across->len, 1));
    for (guint i = 0; i < across->len; i++) {
        const double *column = rk_column_numbers(rk_table_find(wide, across->pdata[i]));
        for (gsize row = 0; row < rows; row++)
            values[row * across->len + i] = column[row];
    }
    return rk_column_new_numbers("value", values, rows * across->len);
}

static RkPlace in_header(gpointer file, const RkColumn *column, const char *word)
{
    (void)column;
    (void)word;
    return (RkPlace){file, 0, 0};
}

/* Series, not periods, stand side by side when their codes do. */
static gboolean is_series(const GPtrArray *across)
{
    return across->len > 0 && g_str_has_suffix(across->pdata[0], "]");
}

/* The initials of a source or a method: "WGI"; of units, there are those of currencies and of containers. */
static gboolean is_acronym(const char *text)
{
    static const char *const units[] = {"LCU", "TEU", "USD", "EUR", NULL};
    gsize length = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return length >= 3 && text[length] == '\0' && !g_strv_contains(units, text);
}

/* What stands in brackets says how the number came about ("modeled ILO estimate", "WGI"), or what its ends or its base
 * are ("1=low to 6=high", "2015 = 100"). */
static gboolean is_remark_on_method(const char *text)
{
    return g_str_has_suffix(text, "estimate") || g_str_has_suffix(text, "estimates") || strchr(text, '=') != NULL ||
           is_acronym(text);
}

/* "GDP (current US$)" is in current US$, "Unemployment (% of labor force) (modeled ILO estimate)" in % of
 * labor force. */
static char *unit_of(const char *indicator, const char *other)
{
    (void)other;
    g_autofree char *name = g_strdup(indicator);
    while (name != NULL && g_str_has_suffix(name, ")")) {
        char *open = strrchr(name, '(');
        if (open == NULL)
            return NULL;
        g_autofree char *inside = g_strndup(open + 1, strlen(open) - 2);
        if (!is_remark_on_method(inside))
            return g_steal_pointer(&inside);
        *open = '\0';
        g_strchomp(name);
    }
    return NULL;
}

/* TRUE for groups, by the codes of the metadata; both strings are missing or words. */
static RkColumn *long_aggregates(const RkColumn *codes, const RkTable *regions)
{
    const RkColumn *countries = rk_table_find(regions, RK_WORLD_BANK_COUNTRY);
    const RkColumn *names = rk_table_find(regions, "Region");
    gsize rows = rk_column_length(codes);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    guint8 *values = g_new(guint8, MAX(rows, 1));
    for (gsize row = 0; row < rk_table_rows(regions); row++)
        if (rk_column_text(countries, row) != NULL)
            g_hash_table_insert(known, (gpointer)rk_column_text(countries, row),
                                GUINT_TO_POINTER(1 + rk_column_is_missing(names, row)));
    for (gsize row = 0; row < rows; row++) {
        const char *code = rk_column_text(codes, row);
        guint found = code != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(known, code)) : 0;
        values[row] = found == 0 ? RK_BOOLEAN_MISSING : (guint8)(found - 1);
    }
    return rk_column_new_booleans("aggregate", values, rows);
}

static guint32 *repeat_rows(gsize rows, guint periods)
{
    guint32 *repeated = g_new(guint32, MAX(rows * periods, 1));
    for (gsize row = 0; row < rows; row++)
        for (guint i = 0; i < periods; i++)
            repeated[row * periods + i] = (guint32)row;
    return repeated;
}

/* The columns that hold no values. */
static GPtrArray *key_columns(const RkTable *wide, const GPtrArray *across)
{
    GPtrArray *keys = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(wide); i++) {
        const RkColumn *column = rk_table_column(wide, i);
        if (!g_ptr_array_find_with_equal_func((GPtrArray *)across, rk_column_name(column), g_str_equal, NULL))
            g_ptr_array_add(keys, (gpointer)column);
    }
    return keys;
}

/* These columns, each row as often as there are periods. */
static RkTable *long_keys(const RkTable *wide, const GPtrArray *across)
{
    g_autoptr(GPtrArray) keys = key_columns(wide, across);
    gsize rows = rk_table_rows(wide);
    g_autoptr(RkTable) narrow = rk_table_new((const RkColumn *const *)keys->pdata, keys->len, rows, wide);
    g_autofree guint32 *repeated = repeat_rows(rows, across->len);
    return rk_table_gather(narrow, repeated, rows * across->len);
}

static const RkColumn *find_indicator(const GPtrArray *columns)
{
    static const char *const names[] = {"Indicator Name", "Series Name", NULL};
    for (guint i = 0; i < columns->len; i++)
        if (g_strv_contains(names, rk_column_name(columns->pdata[i])) &&
            rk_column_type(columns->pdata[i]) == RK_COLUMN_TEXT)
            return columns->pdata[i];
    return NULL;
}

/* "GDP (current US$) [NY.GDP.MKTP.CD]": before and within the brackets. Free with g_free(). */
static char *series_name(const char *series, const char *other)
{
    (void)other;
    return series == NULL ? NULL : g_strndup(series, (gsize)(g_strrstr(series, " [") - series));
}

static char *series_code(const char *series, const char *other)
{
    (void)other;
    const char *code = series == NULL ? NULL : g_strrstr(series, " [") + 2;
    return code == NULL ? NULL : g_strndup(code, strlen(code) - 1);
}

/* Names of columns, again for each of `lines`. */
static RkColumn *across_texts(const GPtrArray *across, gsize lines, const char *name)
{
    RkColumnBuilder *builder = rk_column_builder_new(name, RK_COLUMN_TEXT);
    for (gsize line = 0; line < lines; line++)
        for (guint i = 0; i < across->len; i++)
            rk_column_builder_text(builder, across->pdata[i], -1);
    return rk_column_builder_finish(builder);
}

/* Codes that have their names beside them. */
static void name_codes(GPtrArray *columns)
{
    static const char *const pairs[][2] = {
        {"Country Name", RK_WORLD_BANK_COUNTRY}, {"Indicator Name", "Indicator Code"}, {"Series Name", "Series Code"}};
    for (guint i = 0; i < columns->len; i++)
        for (guint k = 0; k < G_N_ELEMENTS(pairs); k++) {
            RkColumn *column = columns->pdata[i];
            if (strcmp(rk_column_name(column), pairs[k][0]) != 0)
                continue;
            columns->pdata[i] = rk_column_as_labels(column, pairs[k][1]);
            rk_column_unref(column);
        }
}

/* What tells the rows apart, with the time at the end; returns the names of what is measured, or NULL. */
static const RkColumn *add_keys(GPtrArray *columns, const RkTable *keys, const GPtrArray *across, gsize lines,
                                const char *file, const RkReadOptions *options)
{
    gsize rows = rk_table_rows(keys);
    const RkColumn *time = rk_table_find(keys, RK_WORLD_BANK_TIME);
    gboolean series = time != NULL && is_series(across);
    for (guint i = 0; i < rk_table_columns(keys); i++)
        if (!series || rk_table_column(keys, i) != time)
            g_ptr_array_add(columns, rk_column_ref(rk_table_column(keys, i)));
    g_autoptr(RkColumn) texts = across_texts(across, lines, "time");
    RkColumn *times = series ? rk_column_with(time, "time", NULL, NULL) : rk_column_ref(texts);
    if (series) {
        g_ptr_array_add(columns, rk_column_join_words("Series Name", texts, NULL, rows, series_name));
        g_ptr_array_add(columns, rk_column_join_words("Series Code", texts, NULL, rows, series_code));
    }
    g_ptr_array_add(columns, rk_column_as_periods(times, in_header, (gpointer)file, options));
    name_codes(columns);
    return find_indicator(columns);
}

RkTable *rk_world_bank_long(const RkTable *all, const GPtrArray *across, const RkTable *regions,
                            const RkReadOptions *options, const char *file, GError **error)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    g_autoptr(RkTable) wide = rk_world_bank_without_remarks(all, options, file);
    g_autoptr(GPtrArray) codes_of_line = key_columns(wide, across);
    if (!rk_row_key_check(wide, codes_of_line, "keep one of the two lines", error))
        return NULL;
    g_autoptr(RkTable) keys = long_keys(wide, across);
    const RkColumn *indicator = add_keys(columns, keys, across, rk_table_rows(wide), file, options);
    g_autoptr(RkColumn) unit = rk_column_join_words("unit", indicator, NULL, rk_table_rows(keys), unit_of);
    g_autoptr(RkColumn) plain = long_values(wide, across);
    g_autoptr(RkColumn) with_unit = rk_column_with(plain, NULL, unit, NULL);
    g_autoptr(RkColumn) reason = rk_reason_column_of(plain, NULL);
    g_ptr_array_add(columns, rk_column_with_reason(with_unit, reason));
    g_ptr_array_add(columns, rk_column_ref(unit));
    g_ptr_array_add(columns, rk_column_ref(reason));
    const RkColumn *codes = rk_table_find(keys, RK_WORLD_BANK_COUNTRY);
    if (regions != NULL && codes != NULL && rk_column_type(codes) == RK_COLUMN_TEXT)
        g_ptr_array_add(columns, long_aggregates(codes, regions));
    return rk_table_of_wanted(columns, keys, options->columns);
}
