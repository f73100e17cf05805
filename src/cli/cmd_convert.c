/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis convert: a data file in another format. Writes nothing that would not be read back as it was.
 */
#include <string.h>

#include "base/file.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/selection.h"
#include "read/write.h"

static const char description[] =
    "Writes DATA as tidy CSV, SDMX-CSV, JSON-stat or JSON records, with its flags, units\n"
    "and reasons for missing values. What is written has been read back and compared: a\n"
    "table that the format cannot hold is refused, by the name of what would be lost.\n"
    "Where the cells of CSV do not say what a column is, as with codes made of digits,\n"
    "CSVW metadata are written beside it. What is no dimension, such as UNIT_MULT or a\n"
    "note that some rows have, stands in the extension of JSON-stat and comes back from\n"
    "there. The ending of FILE says the format: .csv, .sdmx.csv, .jsonstat.json, .json.\n"
    "DATA may be - for standard input.\n"
    "\n"
    "Examples:\n"
    "  rodiklis convert datasets/gdp-population.csv --where \"datum.geo == 'LT'\" -o lt.json\n"
    "  rodiklis convert datasets/defence-expenditure.csv -f sdmx-csv -o defence.csv\n";

typedef struct {
    char *output, *format, *columns;
    char **where;
    RkReading reading;
} Request;

static void clear_request(Request *request)
{
    g_free(request->output);
    g_free(request->format);
    g_free(request->columns);
    g_strfreev(request->where);
    rk_reading_clear(&request->reading);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, clear_request)

static gboolean choose_writer(const Request *request, const RkWriter **writer, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    guint chosen;
    for (const RkWriter *const *known = rk_writers(); *known != NULL; known++)
        g_ptr_array_add(names, (gpointer)(*known)->name);
    g_ptr_array_add(names, NULL);
    *writer = request->output != NULL ? rk_writer_for(request->output) : NULL;
    if (request->format != NULL) {
        if (!rk_options_choose("--format", request->format, (const char *const *)names->pdata, &chosen, error))
            return FALSE;
        *writer = rk_writers()[chosen];
    }
    if (*writer == NULL && request->output != NULL && strcmp(request->output, "-") != 0) {
        rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, "say it with -f csv, sdmx-csv, json-stat or json",
                     "the ending of \"%s\" says no format", request->output);
        return FALSE;
    }
    *writer = *writer != NULL ? *writer : rk_writers()[0];
    return TRUE;
}

/* The data must outlive what is made from them. */
static gboolean spare_input(const char *input, const char *output, GError **error)
{
    char *from = realpath(input, NULL), *to = output != NULL ? realpath(output, NULL) : NULL;
    gboolean same = from != NULL && to != NULL && strcmp(from, to) == 0;
    free(from);
    free(to);
    if (same)
        rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, "choose another name",
                     "\"%s\" would be written over the file that is read", output);
    return !same;
}

/* "reason=string" of a column "reason" that holds nothing. */
static gboolean is_idle(const RkWritten *written, const char *type)
{
    g_autofree char *column = g_strndup(type, (gsize)(strrchr(type, '=') - type));
    return written->idle != NULL && g_strv_contains((const char *const *)written->idle, column);
}

static void warn_of_types(const RkWritten *written, RkDiagnostics *diagnostics, const char *output)
{
    g_autoptr(GString) options = g_string_new(NULL);
    for (guint i = 0; written->types != NULL && written->types[i] != NULL; i++) {
        g_autofree char *quoted = g_shell_quote(written->types[i]);
        if (!is_idle(written, written->types[i]))
            g_string_append_printf(options, "%s--parse %s", options->len > 0 ? " " : "", quoted);
    }
    if (written->looks_other)
        g_string_append_printf(options, "%s--delimiter ,", options->len > 0 ? " " : "");
    if (options->len > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){output, 0, 0}, NULL,
                           "to be read back as it was it needs %s", options->str);
}

static void warn_of_names(const RkWritten *written, RkDiagnostics *diagnostics, const char *output)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (char **name = written->renamed; name != NULL && *name != NULL; name += 2)
        g_string_append_printf(names, "%s\"%s\" is \"%s\"", names->len > 0 ? ", " : "", name[0], name[1]);
    if (names->len > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){output, 0, 0}, NULL,
                           "columns have other names there: %s", names->str);
}

/* What was said of the data as a whole, where the format has no place for it. */
static void note_left_out(const RkWritten *written, const RkWriter *writer, RkDiagnostics *diagnostics,
                          const char *output)
{
    if (written->left_out == NULL)
        return;
    g_autofree char *list = g_strjoinv(", ", written->left_out);
    rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, (RkPlace){output, 0, 0}, NULL,
                       "%s has no place for what is said of the data as a whole: %s", writer->name, list);
}

/* Names the option that chooses what a writer asks to choose. */
static void explain(GError **error)
{
    const char *hint = error != NULL && *error != NULL ? rk_error_hint(*error) : NULL;
    gboolean columns = hint != NULL && strstr(hint, "columns") != NULL;
    gboolean rows = hint != NULL && strstr(hint, "rows") != NULL;
    if (!columns && !rows)
        return;
    g_autoptr(GError) plain = g_steal_pointer(error);
    g_autofree char *longer = g_strdup_printf("%s; the option is %s%s%s", rk_error_hint(plain), rows ? "--where" : "",
                                              rows && columns ? ", " : "", columns ? "--columns" : "");
    RkPlace place = {rk_error_file(plain), rk_error_line(plain), rk_error_column(plain)};
    rk_error_set(error, (RkErrorCode)plain->code, place, longer, "%s", plain->message);
}

static gboolean write_files(const RkTable *table, const RkWriter *writer, const char *output,
                            RkDiagnostics *diagnostics, GError **error)
{
    g_auto(RkWritten) written = {0};
    g_autofree char *name = g_path_get_basename(output);
    gboolean file = strcmp(output, "-") != 0;
    if (!rk_write(table, writer, name, &written, error)) {
        explain(error);
        return FALSE;
    }
    g_autofree char *beside = writer->beside != NULL && file ? g_strconcat(output, writer->beside, NULL) : NULL;
    /* Metadata of an earlier file of this name would explain this one wrongly. */
    gboolean stale = beside != NULL && written.description == NULL && g_file_test(beside, G_FILE_TEST_EXISTS);
    if (stale) {
        rk_error_set(error, RK_ERROR_IO, (RkPlace){beside, 0, 0}, "remove it, or choose another name",
                     "speaks of another table that had this name");
        return FALSE;
    }
    if (beside != NULL && written.description != NULL && !rk_file_replace(beside, written.description, NULL, error))
        return FALSE;
    warn_of_names(&written, diagnostics, file ? output : "standard output");
    note_left_out(&written, writer, diagnostics, file ? output : "standard output");
    if (beside == NULL || written.description == NULL)
        warn_of_types(&written, diagnostics, file ? output : "standard output");
    return rk_file_replace(output, written.bytes, NULL, error);
}

static gboolean convert(const char *path, const Request *request, RkDiagnostics *diagnostics, GError **error)
{
    const RkWriter *writer;
    if (!choose_writer(request, &writer, error) || !spare_input(path, request->output, error))
        return FALSE;
    g_auto(GStrv) columns = request->columns != NULL ? g_strsplit(request->columns, ",", 0) : NULL;
    g_autoptr(RkTable) table = rk_selection_load_columns(path, &request->reading, request->where,
                                                         (const char *const *)columns, diagnostics, error);
    if (table == NULL)
        return FALSE;
    if (!write_files(table, writer, request->output != NULL ? request->output : "-", diagnostics, error))
        return FALSE;
    if (request->output != NULL)
        rk_report_done("%s: %s, %" G_GSIZE_FORMAT " rows", request->output, writer->name, rk_table_rows(table));
    return TRUE;
}

int rk_command_convert(int count, char **arguments)
{
    g_auto(Request) request = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_report_begin();
    const GOptionEntry own[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, "The file to write (default: standard output)",
         "FILE"},
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &request.format,
         "csv (default), sdmx-csv, json-stat or json; without it the ending of FILE says the format", "FORMAT"},
        {"where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &request.where,
         "Keep the rows for which this is true; may be given several times", "EXPR"},
        {"columns", 0, 0, G_OPTION_ARG_FILENAME, &request.columns, "The columns to keep, parted by commas", "LIST"},
        G_OPTION_ENTRY_NULL,
    };
    g_autofree GOptionEntry *entries = rk_reading_entries(own, &request.reading);
    const RkUsage usage = {"DATA", "Writes a data file in another format.", description, entries, 1, 1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    gboolean done = convert(arguments[0], &request, diagnostics, &error);
    rk_report_diagnostics(diagnostics);
    return done ? RK_EXIT_OK : rk_report_error(error);
}
