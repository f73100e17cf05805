/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis table: the numbers behind a figure.
 */
#include "cli/command.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/sheet.h"
#include "rodiklis.h"

static const char description[] = "Writes the rows that the figure's first mark draws, after all transforms, as CSV\n"
                                  "with unrounded numbers. FIGURE may be - for standard input.\n"
                                  "\n"
                                  "Example:\n"
                                  "  rodiklis table plots/russian-oil.yaml -o oil.csv\n";

typedef struct {
    char *output, *format;
} Request;

static void clear_request(Request *request)
{
    g_free(request->output);
    g_free(request->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, clear_request)

static void set_cell(RkSheet *sheet, guint index, const RkColumn *column, gsize row)
{
    g_autofree char *text = NULL;
    if (rk_column_is_missing(column, row))
        return;
    if (rk_column_type(column) == RK_COLUMN_NUMBER) {
        rk_sheet_set_number(sheet, index, rk_column_numbers(column)[row]);
    } else if (rk_column_type(column) == RK_COLUMN_BOOLEAN) {
        rk_sheet_set_number(sheet, index, rk_column_booleans(column)[row]);
    } else {
        text = rk_column_write(column, row);
        rk_sheet_set_text(sheet, index, text);
    }
}

/* What a count without a field is called, as in Vega-Lite; the one such column that is an answer. */
#define COUNT_FIELD "__count"

/* The columns that the figure's author knows of, not those that the drawing needs for itself. Free it. */
static GPtrArray *find_columns(const RkTable *table)
{
    GPtrArray *columns = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (!g_str_has_prefix(rk_column_name(column), "__") || g_str_equal(rk_column_name(column), COUNT_FIELD))
            g_ptr_array_add(columns, (gpointer)column);
    }
    return columns;
}

static RkSheet *make_sheet(const RkTable *table)
{
    static const RkCellKind kinds[] = {
        [RK_COLUMN_NUMBER] = RK_CELLS_NUMBER,
        [RK_COLUMN_TEXT] = RK_CELLS_TEXT,
        [RK_COLUMN_TIME] = RK_CELLS_TEXT,
        [RK_COLUMN_BOOLEAN] = RK_CELLS_BOOLEAN,
    };
    RkSheet *sheet = rk_sheet_new();
    g_autoptr(GPtrArray) columns = find_columns(table);
    for (guint i = 0; i < columns->len; i++) {
        const RkColumn *column = g_ptr_array_index(columns, i);
        const char *name = rk_column_name(column);
        name = g_str_equal(name, COUNT_FIELD) ? "count" : name;
        rk_sheet_add_column(sheet, name, name, kinds[rk_column_type(column)], RK_FOR_ALL, RK_DECIMALS_ALL);
    }
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        rk_sheet_add_row(sheet, FALSE);
        for (guint i = 0; i < columns->len; i++)
            set_cell(sheet, i, g_ptr_array_index(columns, i), row);
    }
    return sheet;
}

static int write_table(const char *path, const Request *request, guint format)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkFigure) figure = rk_figure_open(path, NULL, diagnostics, &error);
    g_autoptr(RkTable) table = figure == NULL ? NULL : rk_figure_table(figure, diagnostics, &error);
    rk_report_diagnostics(diagnostics);
    if (table == NULL)
        return rk_report_error(error);
    g_autoptr(RkSheet) sheet = make_sheet(table);
    const char *output = request->output == NULL ? "-" : request->output;
    return rk_sheet_print(sheet, format, output, &error) ? RK_EXIT_OK : rk_report_error(error);
}

int rk_command_table(int count, char **arguments)
{
    g_auto(Request) request = {0};
    g_autoptr(GError) error = NULL;
    guint format = 1;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, "The file to write (default: standard output)",
         "FILE"},
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &request.format, "csv (default), json, markdown or table", "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    const RkUsage usage = {"FIGURE", "Writes the table behind a figure.", description, entries, 1, 1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    if (request.format != NULL && !rk_options_choose("--format", request.format, rk_sheet_formats(), &format, &error))
        return rk_report_error(error);
    return write_table(arguments[0], &request, format);
}
