/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "owid": CSV of Our World in Data: Entity, Code, Year or Day, and a column for each measure. Codes and names are texts
 * whatever they look like, and years are years from the first one on; earlier ones have no date and stay numbers, which
 * is told. Everything else is read as in any CSV.
 */
#include "read/infer-private.h"
#include "read/named-header-private.h"
#include "read/row-key-private.h"
#include "table/builder.h"

#include <math.h>
#include <string.h>

/* The header begins with these; TRUE when a measure follows. */
static gboolean is_header(const GPtrArray *fields)
{
    return fields->len > 3 && rk_record_find(fields, "Entity", FALSE) == 0 &&
           rk_record_find(fields, "Code", FALSE) == 1 &&
           (rk_record_find(fields, "Year", FALSE) == 2 || rk_record_find(fields, "Day", FALSE) == 2);
}

/* The first row whose year no date can have; the number of rows when there is none. */
static gsize find_undated(const RkColumn *years)
{
    const double *values = rk_column_numbers(years);
    gsize row = 0;
    while (row < rk_column_length(years) &&
           (isnan(values[row]) || (values[row] >= 1 && values[row] <= 9999 && values[row] == floor(values[row]))))
        row++;
    return row;
}

static void warn_of_undated(const RkTable *table, const RkColumn *years, gsize row, RkDiagnostics *diagnostics)
{
    char buffer[RK_NUMBER_BUFFER];
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_table_origin(table, row),
                       "filter the rows before the year 1",
                       "the year %s has no date, so the column \"%s\" is kept as numbers",
                       rk_number_shortest(rk_column_numbers(years)[row], buffer), rk_column_name(years));
}

/* Years that could be any numbers elsewhere: before 1000. Takes over the table. */
static RkTable *date_years(RkTable *table, const char *name, const RkReadOptions *options)
{
    const RkColumn *years = rk_table_find(table, name);
    gboolean declared = rk_value_has(rk_value_get(options->format, "parse"), name);
    if (years == NULL || rk_column_type(years) != RK_COLUMN_NUMBER || declared || options->vega_types)
        return table;
    gsize undated = find_undated(years), rows = rk_column_length(years);
    if (undated < rows) {
        warn_of_undated(table, years, undated, options->diagnostics);
        return table;
    }
    double *values = g_new(double, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        values[row] = rk_year_start(rk_column_numbers(years)[row]);
    g_autoptr(RkColumn) times = rk_column_new_times(name, values, rows, RK_FREQUENCY_YEAR);
    RkTable *dated = rk_table_with_column(table, times);
    rk_table_unref(table);
    return dated;
}

/* The table, when no entity stands twice in one year or day; NULL with an error. Takes the table over. */
static RkTable *checked(RkTable *taken, const GPtrArray *names, GError **error)
{
    g_autoptr(RkTable) table = taken;
    g_autoptr(GPtrArray) key = g_ptr_array_new();
    g_ptr_array_add(key, names->pdata[0]);
    g_ptr_array_add(key, names->pdata[2]);
    g_autoptr(GPtrArray) columns = rk_row_key_columns(table, key);
    if (columns != NULL && !rk_row_key_check(table, columns, "keep one of the two rows", error))
        return NULL;
    return g_steal_pointer(&table);
}

static RkTable *read_rows(const RkSource *source, const GPtrArray *names, guint lines, const RkReadOptions *options,
                          GError **error)
{
    g_auto(RkDeclaration) declaration;
    RkReadOptions own = *options;
    rk_declaration_init(&declaration, options->format);
    rk_declaration_parse(&declaration, names->pdata[0], "string");
    rk_declaration_parse(&declaration, names->pdata[1], "string");
    own.format = rk_declaration_format(&declaration);
    RkTable *table = rk_csv_read_given(source, &own, &(RkCsvGiven){names, lines, ','}, error);
    return table != NULL ? checked(date_years(table, names->pdata[2], options), names, error) : NULL;
}

static const RkNamedHeader header = {is_header, "the header does not begin with Entity, Code and Year or Day",
                                     read_rows};

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    return rk_named_header_sniff(&header, head, length);
}

static RkTable *read_owid(const RkSource *source, const RkReadOptions *options, GError **error)
{
    return rk_named_header_read(&header, source, options, error);
}

static const char *const extensions[] = {"csv", NULL};

const RkFormat rk_format_owid = {.name = "owid",
                                 .extensions = extensions,
                                 .summary = "CSV of Our World in Data",
                                 .shape = &rk_rules_shape,
                                 .sniff = sniff,
                                 .read = read_owid};
