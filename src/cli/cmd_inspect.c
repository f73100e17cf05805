/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis inspect: what was understood of a data file, before anything is made of it.
 */
#include <string.h>

#include "cli/command.h"
#include "cli/inspection.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/selection.h"

static const char description[] =
    "Says what was understood of DATA: its format and how it was recognised, the columns of\n"
    "codes, periods and what is left out between them, numbers by unit, flags and reasons\n"
    "for missing values in words, rows with the same codes, cells that are worth a second\n"
    "look, and commands that can be run on it. DATA may be - for standard input.\n"
    "\n"
    "Example:\n"
    "  rodiklis inspect datasets/defence-expenditure.csv\n";

typedef struct {
    char *format;
    char **where;
    RkReading reading;
} Request;

static void clear_request(Request *request)
{
    g_free(request->format);
    g_strfreev(request->where);
    rk_reading_clear(&request->reading);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, clear_request)

typedef struct {
    const char *key, *title;
    void (*fill)(const RkTable *table, RkSheet *sheet);
} Section;

static const Section sections[] = {{"about", "Said of the data", rk_inspect_about},
                                   {"dimensions", "Codes and words", rk_inspect_dimensions},
                                   {"periods", "Periods", rk_inspect_periods},
                                   {"measures", "Numbers", rk_inspect_measures},
                                   {"flags", "Flags", rk_inspect_flags},
                                   {"missing", "Missing values", rk_inspect_missing},
                                   {"duplicates", "Rows with the same codes", rk_inspect_duplicates}};

/* How sure the format is, in words. */
static const char *how(const RkRecognition *found)
{
    if (found->declared)
        return "as it was told";
    return found->sureness >= 80   ? "known by its content"
           : found->sureness >= 50 ? "likely by its content"
                                   : "by its delimiters, as no other format knows it";
}

static RkSheet *head_of(const RkTable *table, const RkRecognition *found, const char *name)
{
    RkSheet *sheet = rk_sheet_new();
    static const char *const keys[] = {"file", "format", "summary", "recognised"};
    const char *texts[] = {name, found->format->name, found->format->summary, how(found)};
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        rk_sheet_add_column(sheet, keys[i], keys[i], RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "rows", "rows", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "columns", "columns", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_row(sheet, FALSE);
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        rk_sheet_set_text(sheet, i, texts[i]);
    rk_sheet_set_number(sheet, 4, (double)rk_table_rows(table));
    rk_sheet_set_number(sheet, 5, rk_table_columns(table));
    return sheet;
}

static void append_section(GString *text, const char *key, const char *title, const RkSheet *sheet, gboolean json)
{
    if (json) {
        g_autoptr(GString) inner = g_string_new(NULL);
        rk_sheet_to_json(sheet, inner);
        g_string_append_printf(text, "%s\"%s\": %s", text->len > 2 ? ",\n" : "", key, g_strchomp(inner->str));
        return;
    }
    if (sheet->rows->len == 0)
        return;
    RkScreen screen = rk_output_screen();
    g_string_append_printf(text, "\n%s\n", title);
    rk_sheet_to_table(sheet, &screen, text);
}

static void append_head(GString *text, const RkTable *table, const RkRecognition *found, const char *name,
                        gboolean json)
{
    g_autoptr(RkSheet) head = head_of(table, found, name);
    if (json) {
        append_section(text, "file", "", head, TRUE);
        return;
    }
    g_autofree char *rows = rk_sheet_write(head, 0, 4), *columns = rk_sheet_write(head, 0, 5);
    g_string_append_printf(text, "%s: %s, %s (%s)\n%s rows, %s columns\n", name, found->format->name, how(found),
                           found->format->summary, rows, columns);
}

static char *inspect(const RkTable *table, const RkRecognition *found, const RkInspectedFile *file, gboolean json)
{
    GString *text = g_string_new(json ? "{\n" : NULL);
    const char *name = rk_selection_name(file->path);
    append_head(text, table, found, name, json);
    for (guint i = 0; i < G_N_ELEMENTS(sections); i++) {
        g_autoptr(RkSheet) sheet = rk_sheet_new();
        sections[i].fill(table, sheet);
        append_section(text, sections[i].key, sections[i].title, sheet, json);
    }
    g_autoptr(RkSheet) doubts = rk_sheet_new();
    rk_inspect_doubts(table, file, doubts);
    append_section(text, "doubts", "Worth a second look", doubts, json);
    g_autoptr(RkSheet) uses = rk_sheet_new();
    rk_inspect_uses(table, file->path, file->reading, uses);
    append_section(text, "uses", "What can be done with it", uses, json);
    g_string_append(text, json ? "\n}\n" : "");
    return g_string_free(text, FALSE);
}

int rk_command_inspect(int count, char **arguments)
{
    static const char *const formats[] = {"table", "json", NULL};
    g_auto(Request) request = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_report_begin();
    RkRecognition found = {0};
    guint format = 0;
    const GOptionEntry own[] = {
        {"where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &request.where,
         "Look only at the rows for which this is true; may be given several times", "EXPR"},
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &request.format, "table (default) or json", "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    g_autofree GOptionEntry *entries = rk_reading_entries(own, &request.reading);
    const RkUsage usage = {"DATA", "Says what was understood of a data file.", description, entries, 1, 1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    if (request.format != NULL && !rk_options_choose("--format", request.format, formats, &format, &error))
        return rk_report_error(error);
    g_autoptr(RkTable) table =
        rk_selection_inspect(arguments[0], &request.reading, request.where, &found, diagnostics, &error);
    rk_report_diagnostics(diagnostics);
    if (table == NULL)
        return rk_report_error(error);
    const RkInspectedFile file = {arguments[0], &request.reading, request.where, found.format->name};
    g_autofree char *text = inspect(table, &found, &file, format == 1);
    return rk_output_write(text, strlen(text), &error) ? RK_EXIT_OK : rk_report_error(error);
}
