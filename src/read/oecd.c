/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "oecd": the CSV of OECD.Stat, before the OECD went over to SDMX-CSV: LOCATION, TIME, Value, and pairs of columns for
 * codes and their names. Values stay as written; a power of ten goes to their unit.
 */
#include "read/named-header-private.h"
#include "read/reasons-private.h"
#include "read/reshape-private.h"
#include "read/row-key-private.h"
#include "read/sdmx-private.h"
#include "table/labels.h"

#include <string.h>

static gboolean is_header(const GPtrArray *fields)
{
    return rk_record_find(fields, "LOCATION", TRUE) >= 0 && rk_record_find(fields, "TIME", TRUE) >= 0 &&
           rk_record_find(fields, "Value", TRUE) >= 0;
}

static RkTable *read_columns(const RkSource *source, const GPtrArray *names, guint lines, const RkReadOptions *options,
                             GError **error)
{
    static const char *const missing[] = {"..", ":", "NaN"};
    g_auto(RkDeclaration) declaration;
    RkReadOptions own = *options;
    rk_declaration_init(&declaration, options->format);
    for (guint i = 0; i < names->len; i++) {
        gboolean value = strcmp(names->pdata[i], "Value") == 0;
        rk_declaration_parse(&declaration, names->pdata[i], value ? "number" : "string");
    }
    for (guint i = 0; i < G_N_ELEMENTS(missing); i++)
        rk_declaration_missing(&declaration, "Value", missing[i]);
    own.format = rk_declaration_format(&declaration);
    own.columns = NULL;
    own.filter = NULL;
    return rk_csv_read_given(source, &own, &(RkCsvGiven){names, lines, ','}, error);
}

/* Codes and their names: all that is neither the value nor said of it. */
static gboolean check_keys(const RkTable *table, GError **error)
{
    static const char *const attributes[] = {"Value", "Flag Codes", "Flags", "PowerCode Code", "PowerCode", NULL};
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(table); i++)
        if (!g_strv_contains(attributes, rk_column_name(rk_table_column(table, i))))
            g_ptr_array_add(columns, (gpointer)rk_table_column(table, i));
    return rk_row_key_check(table, columns, "keep one of the two rows", error);
}

/* "Country" behind LOCATION, "Subject" behind SUBJECT, "Unit" behind "Unit Code". */
static void name_codes(GPtrArray *columns)
{
    for (guint i = 1; i < columns->len; i++) {
        RkColumn *names = columns->pdata[i];
        const char *before = rk_column_name(columns->pdata[i - 1]), *name = rk_column_name(names);
        if (rk_column_type(names) != RK_COLUMN_TEXT ||
            !(rk_sdmx_names_codes(name, before) || g_str_has_suffix(before, " Code")))
            continue;
        columns->pdata[i] = rk_column_as_labels(names, before);
        rk_column_unref(names);
    }
}

static RkTable *finish(const RkTable *table, const RkReadOptions *options)
{
    static const RkSdmxRoles roles = {.value = "Value",
                                      .unit = "Unit Code",
                                      .other_unit = "Unit",
                                      .flag = "Flag Codes",
                                      .power = "PowerCode Code",
                                      .states = TRUE,
                                      .bar_breaks = TRUE};
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    gboolean declared = rk_value_has(rk_value_get(options->format, "parse"), "TIME");
    for (guint i = 0; i < rk_table_columns(table); i++) {
        RkColumn *column = rk_column_ref(rk_table_column(table, i));
        if (strcmp(rk_column_name(column), "TIME") == 0 && !declared)
            column = rk_column_as_periods(column, rk_column_row_of_word, (gpointer)table, options);
        g_ptr_array_add(columns, column);
    }
    name_codes(columns);
    rk_sdmx_complete(columns, &roles, rk_table_rows(table));
    return rk_table_of_wanted(columns, table, options->columns);
}

static RkTable *read_rows(const RkSource *source, const GPtrArray *names, guint lines, const RkReadOptions *options,
                          GError **error)
{
    g_autoptr(RkTable) table = read_columns(source, names, lines, options, error);
    return table != NULL && check_keys(table, error) ? finish(table, options) : NULL;
}

static const RkNamedHeader header = {is_header, "the header does not name LOCATION, TIME and Value", read_rows};

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    return rk_named_header_sniff(&header, head, length);
}

static RkTable *read_oecd(const RkSource *source, const RkReadOptions *options, GError **error)
{
    return rk_named_header_read(&header, source, options, error);
}

static const char *const extensions[] = {"csv", NULL};

const RkFormat rk_format_oecd = {.name = "oecd",
                                 .extensions = extensions,
                                 .summary = "CSV of OECD.Stat; newer files of the OECD are SDMX-CSV",
                                 .shape = &rk_rules_shape,
                                 .sniff = sniff,
                                 .read = read_oecd};
