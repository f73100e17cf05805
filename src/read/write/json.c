/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "json": JSON records, an object for each row, with unit and flag in members of their own and null for what is
 * missing.
 */
#include "read/write/write-private.h"

#include "base/json-text.h"

/* Bare years are numbers, under a name that says what they are. */
static gboolean is_years(const RkColumn *column)
{
    return rk_column_type(column) == RK_COLUMN_TIME && rk_column_frequency(column) == RK_FREQUENCY_YEAR &&
           rk_name_says_time(rk_column_name(column));
}

static void write_value(GString *text, const RkColumn *column, gsize row)
{
    if (rk_column_is_missing(column, row)) {
        g_string_append(text, "null");
        return;
    }
    if (rk_column_type(column) == RK_COLUMN_NUMBER) {
        rk_json_append_number(text, rk_column_numbers(column)[row]);
        return;
    }
    g_autofree char *word = rk_column_write(column, row);
    if (rk_column_type(column) == RK_COLUMN_BOOLEAN || (is_years(column) && word[0] != '0'))
        g_string_append(text, word);
    else
        rk_json_append_text(text, word);
}

static void write_table(const RkTable *table, GString *text)
{
    g_string_append_c(text, '[');
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        g_string_append(text, row > 0 ? ",\n{" : "\n{");
        for (guint i = 0; i < rk_table_columns(table); i++) {
            const RkColumn *column = rk_table_column(table, i);
            g_string_append(text, i > 0 ? ", " : "");
            rk_json_append_text(text, rk_column_name(column));
            g_string_append(text, ": ");
            write_value(text, column, row);
        }
        g_string_append_c(text, '}');
    }
    g_string_append(text, "\n]\n");
}

static RkTable *prepare(const RkTable *table, GError **error)
{
    if (rk_table_rows(table) == 0 && rk_table_columns(table) > 0) {
        rk_write_refuse(error, NULL, "the rows of JSON records say what the columns are, and there is no row");
        return NULL;
    }
    return rk_write_companions(table, error);
}

static const char *const extensions[] = {"json", NULL};

const RkWriter rk_writer_json = {.name = "json",
                                 .extensions = extensions,
                                 .summary = "JSON records, an object for each row",
                                 .prepare = prepare,
                                 .write = write_table,
                                 .by_cells = TRUE};
