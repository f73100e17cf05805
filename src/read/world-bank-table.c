/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wide table of the World Bank as a long one: a row for each line and period. Units are those that the indicators
 * name in brackets. Groups of countries are those without a region.
 */
#include "read/world-bank-private.h"

#include "read/reasons-private.h"
#include "read/reshape-private.h"
#include "read/row-key-private.h"
#include "table/annotations.h"
#include "table/builder.h"

#include <math.h>
#include <string.h>

static RkColumn *long_values(const RkTable *wide, const GPtrArray *periods)
{
    gsize rows = rk_table_rows(wide);
    double *values = g_new(double, MAX(rows * periods->len, 1));
    for (guint i = 0; i < periods->len; i++) {
        const double *column = rk_column_numbers(rk_table_find(wide, periods->pdata[i]));
        for (gsize row = 0; row < rows; row++)
            values[row * periods->len + i] = column[row];
    }
    return rk_column_new_numbers("value", values, rows * periods->len);
}

static RkPlace in_header(gpointer file, const RkColumn *column, const char *word)
{
    (void)column;
    (void)word;
    return (RkPlace){file, 0, 0};
}

static RkColumn *long_periods(gsize rows, const GPtrArray *periods, const char *file, const RkReadOptions *options)
{
    RkColumnBuilder *builder = rk_column_builder_new("time", RK_COLUMN_TEXT);
    for (gsize row = 0; row < rows; row++)
        for (guint i = 0; i < periods->len; i++)
            rk_column_builder_text(builder, periods->pdata[i], -1);
    return rk_column_as_periods(rk_column_builder_finish(builder), in_header, (gpointer)file, options);
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

/* The columns that are no periods. */
static GPtrArray *key_columns(const RkTable *wide, const GPtrArray *periods)
{
    GPtrArray *keys = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(wide); i++) {
        const RkColumn *column = rk_table_column(wide, i);
        if (!g_ptr_array_find_with_equal_func((GPtrArray *)periods, rk_column_name(column), g_str_equal, NULL))
            g_ptr_array_add(keys, (gpointer)column);
    }
    return keys;
}

/* These columns, each row as often as there are periods. */
static RkTable *long_keys(const RkTable *wide, const GPtrArray *periods)
{
    g_autoptr(GPtrArray) keys = key_columns(wide, periods);
    gsize rows = rk_table_rows(wide);
    g_autoptr(RkTable) narrow = rk_table_new((const RkColumn *const *)keys->pdata, keys->len, rows, wide);
    g_autofree guint32 *repeated = repeat_rows(rows, periods->len);
    return rk_table_gather(narrow, repeated, rows * periods->len);
}

static const RkColumn *find_indicator(const RkTable *keys)
{
    const RkColumn *indicator = rk_table_find(keys, "Indicator Name");
    if (indicator == NULL)
        indicator = rk_table_find(keys, "Series Name");
    return indicator != NULL && rk_column_type(indicator) == RK_COLUMN_TEXT ? indicator : NULL;
}

/* A line of which nothing but the first cell is filled holds no observation: DataBank signs its exports so. */
static gboolean is_remark(const RkTable *wide, gsize row)
{
    for (guint i = 0; i < rk_table_columns(wide); i++) {
        const RkColumn *column = rk_table_column(wide, i);
        if (strcmp(rk_column_name(column), "Country Name") != 0 && !rk_column_is_missing(column, row))
            return FALSE;
    }
    return TRUE;
}

/* What DataBank says of the data in its remarks. Takes over `rows`, which are those of `wide` without them. */
static RkTable *annotate(RkTable *rows, const RkTable *wide)
{
    static const struct {
        const char *begin, *key;
    } known[] = {{"Data from database: ", RK_ANNOTATION_SOURCE}, {"Last Updated: ", RK_ANNOTATION_UPDATED}};
    const RkColumn *names = rk_table_find(wide, "Country Name");
    for (gsize row = 0; names != NULL && rk_column_codes(names) != NULL && row < rk_table_rows(wide); row++) {
        const char *text = rk_column_text(names, row);
        for (guint i = 0; text != NULL && i < G_N_ELEMENTS(known); i++)
            if (g_str_has_prefix(text, known[i].begin) && is_remark(wide, row))
                rows = rk_table_annotate(rows, known[i].key, text + strlen(known[i].begin), NULL);
    }
    return rows;
}

/* The lines that are data, with a word about the others. */
static RkTable *without_remarks(const RkTable *wide, const RkReadOptions *options, const char *file)
{
    gsize rows = rk_table_rows(wide), count = 0;
    g_autofree guint32 *kept = g_new(guint32, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        if (!is_remark(wide, row))
            kept[count++] = (guint32)row;
    if (count < rows && options->diagnostics != NULL)
        rk_diagnostics_add(options->diagnostics, RK_SEVERITY_NOTE, (RkPlace){file, 0, 0}, NULL,
                           "%" G_GSIZE_FORMAT " %s without codes and values left out", rows - count,
                           rows - count == 1 ? "line" : "lines");
    return annotate(rk_table_gather(wide, kept, count), wide);
}

RkTable *rk_world_bank_long(const RkTable *all, const GPtrArray *periods, const RkTable *regions,
                            const RkReadOptions *options, const char *file, GError **error)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    g_autoptr(RkTable) wide = without_remarks(all, options, file);
    g_autoptr(GPtrArray) codes_of_line = key_columns(wide, periods);
    if (!rk_row_key_check(wide, codes_of_line, "keep one of the two lines", error))
        return NULL;
    g_autoptr(RkTable) keys = long_keys(wide, periods);
    gsize rows = rk_table_rows(keys);
    for (guint i = 0; i < rk_table_columns(keys); i++)
        g_ptr_array_add(columns, rk_column_ref(rk_table_column(keys, i)));
    const RkColumn *indicator = find_indicator(keys);
    const RkColumn *codes = rk_table_find(keys, RK_WORLD_BANK_COUNTRY);
    g_autoptr(RkColumn) unit = rk_column_join_words("unit", indicator, NULL, rows, unit_of);
    g_autoptr(RkColumn) plain = long_values(wide, periods);
    g_ptr_array_add(columns, long_periods(rk_table_rows(wide), periods, file, options));
    g_autoptr(RkColumn) with_unit = rk_column_with(plain, NULL, unit, NULL);
    g_autoptr(RkColumn) reason = rk_reason_column_of(plain, NULL);
    g_ptr_array_add(columns, rk_column_with_reason(with_unit, reason));
    g_ptr_array_add(columns, rk_column_ref(unit));
    g_ptr_array_add(columns, rk_column_ref(reason));
    if (regions != NULL && codes != NULL && rk_column_type(codes) == RK_COLUMN_TEXT)
        g_ptr_array_add(columns, long_aggregates(codes, regions));
    return rk_table_of_wanted(columns, keys, options->columns);
}
