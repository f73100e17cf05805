/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis describe: what is in a table, column by column, or one column of numbers by groups.
 */
#include "cli/command.h"
#include "cli/naming.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/selection.h"
#include "cli/sheet.h"
#include "cli/summary.h"

static const char description[] = "Without --value every column gets a line: numbers with their statistics, words and\n"
                                  "periods with how many different ones there are. Quartiles are of type 7, sd is\n"
                                  "the sample's, MAD the median distance from the median, skewness G1. Numbers of\n"
                                  "several units are counted, but never taken together. With --value or --group\n"
                                  "known aggregates such as EU27_2020 are left out, unless the groups are places.\n"
                                  "DATA may be - for standard input.\n"
                                  "\n"
                                  "Examples:\n"
                                  "  rodiklis describe datasets/defence-expenditure.csv\n"
                                  "  rodiklis describe datasets/defence-expenditure.csv --value value --group time\n";

typedef struct {
    char *value, *group, *format, *language;
    char **where;
    RkReading reading;
} Request;

static void clear_request(Request *request)
{
    g_free(request->value);
    g_free(request->group);
    g_free(request->format);
    g_free(request->language);
    g_strfreev(request->where);
    rk_reading_clear(&request->reading);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, clear_request)

/* Only the names of groups are names of places. */
static gboolean check_language(const Request *request, GError **error)
{
    if (request->language == NULL || request->group != NULL)
        return rk_naming_check(request->language, error);
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "--language goes with --group");
    return FALSE;
}

static gboolean describe_groups(const RkTable *all, const Request *request, const char *path, RkSheet *sheet,
                                RkDiagnostics *diagnostics, GError **error)
{
    g_autofree char *note = NULL;
    const RkColumn *by = request->group == NULL ? NULL : rk_table_find(all, request->group);
    g_autoptr(RkTable) table = rk_summary_without_aggregates(all, by, &note);
    const RkColumn *value = rk_selection_value(table, request->value, "--value", path, error);
    if (value == NULL)
        return FALSE;
    rk_summary_note_flags(value, sheet);
    if (note != NULL)
        rk_sheet_note(sheet, "%s", note);
    if (request->group == NULL) {
        rk_summary_add_columns(sheet, "column", FALSE);
        return rk_summary_add(value, rk_column_name(value), NULL, rk_table_rows(table), path, sheet, error);
    }
    const RkColumn *group = rk_table_require(table, request->group, (RkPlace){path, 0, 0}, error);
    if (group == NULL)
        return FALSE;
    g_autoptr(RkColumn) named = rk_naming_column(group, request->language);
    if (named == NULL && request->language != NULL)
        rk_naming_warn(request->language, path, diagnostics);
    rk_sheet_head(sheet, "%s by %s", rk_column_name(value), request->group);
    rk_summary_add_columns(sheet, request->group, FALSE);
    return rk_summary_add_groups(value, named != NULL ? named : group, request->language, path, sheet, error);
}

static int describe(const char *path, const Request *request)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkSheet) sheet = rk_sheet_new();
    guint format = 0;
    if (request->format != NULL && !rk_options_choose("--format", request->format, rk_sheet_formats(), &format, &error))
        return rk_report_error(error);
    if (!check_language(request, &error))
        return rk_report_error(error);
    g_autoptr(RkTable) table = rk_selection_load(path, &request->reading, request->where, diagnostics, &error);
    gboolean done = table != NULL;
    path = rk_selection_name(path);
    if (done && rk_table_rows(table) == 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){path, 0, 0}, NULL,
                           "names columns but has no rows");
    if (done && request->value == NULL && request->group == NULL)
        rk_summary_add_table(table, path, sheet, diagnostics);
    else if (done)
        done = describe_groups(table, request, path, sheet, diagnostics, &error);
    rk_report_diagnostics(diagnostics);
    return done && rk_sheet_print(sheet, format, "-", &error) ? RK_EXIT_OK : rk_report_error(error);
}

int rk_command_describe(int count, char **arguments)
{
    g_auto(Request) request = {0};
    g_autoptr(GError) error = NULL;
    const GOptionEntry own[] = {
        {"value", 'v', 0, G_OPTION_ARG_FILENAME, &request.value, "Describe this column of numbers only", "COL"},
        {"group", 'g', 0, G_OPTION_ARG_FILENAME, &request.group, "One line for each value of this column", "COL"},
        {"where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &request.where,
         "Keep the rows for which this is true; may be given several times", "EXPR"},
        RK_NAMING_ENTRY(&request.language),
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &request.format, "table (default), csv, json or markdown", "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    g_autofree GOptionEntry *entries = rk_reading_entries(own, &request.reading);
    const RkUsage usage = {"DATA", "Describes the columns of a table.", description, entries, 1, 1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    return describe(arguments[0], &request);
}
