/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis table: the numbers behind a figure.
 */
#include "cli/command.h"
#include "cli/naming.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/selection.h"
#include "cli/table-sheet.h"
#include "rodiklis.h"

static const char description[] = "Writes the rows that the figure's first mark draws, after all transforms, as CSV\n"
                                  "with unrounded numbers; of box plots what each box sums up. FIGURE may be - for\n"
                                  "standard input.\n"
                                  "\n"
                                  "Example:\n"
                                  "  rodiklis table plots/russian-oil.yaml -o oil.csv\n";

typedef struct {
    char *output, *format, *language;
} Request;

static void clear_request(Request *request)
{
    g_free(request->output);
    g_free(request->format);
    g_free(request->language);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, clear_request)

static int write_table(const char *path, const Request *request, guint format)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_report_begin();
    g_autoptr(RkFigure) figure = rk_figure_open(path, NULL, diagnostics, &error);
    g_autoptr(RkTable) table = figure == NULL ? NULL : rk_figure_table(figure, diagnostics, &error);
    if (table != NULL && rk_table_rows(table) == 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){rk_selection_name(path), 0, 0},
                           "look at its filters", "no row is left for the figure's first mark");
    g_autoptr(RkTable) named = table == NULL ? NULL : rk_naming_table(table, request->language, path, diagnostics);
    rk_diagnostics_locate(diagnostics, path);
    rk_report_diagnostics(diagnostics);
    if (named == NULL)
        return rk_report_error(error);
    g_autoptr(RkSheet) sheet = rk_sheet_of_table(named);
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
        RK_NAMING_ENTRY(&request.language),
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &request.format, "csv (default), json, markdown or table", "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    const RkUsage usage = {"FIGURE", "Writes the table behind a figure.", description, entries, 1, 1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    if (request.format != NULL && !rk_options_choose("--format", request.format, rk_sheet_formats(), &format, &error))
        return rk_report_error(error);
    if (!rk_naming_check(request.language, &error))
        return rk_report_error(error);
    return write_table(arguments[0], &request, format);
}
