/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis transform: table verbs one after the other, from a data file to a table.
 */
#include <string.h>

#include "cli/command.h"
#include "cli/naming.h"
#include "cli/report.h"
#include "cli/selection.h"
#include "cli/steps.h"
#include "cli/table-sheet.h"
#include "rodiklis.h"

static const char description[] =
    "An option with the name of a verb begins a step, the options behind it are its keys,\n"
    "and steps are taken in the order in which they stand: what a figure file has under\n"
    "transform. rodiklis transform VERB --help tells the keys of one. A list is written\n"
    "with commas, geo,time, or as in a figure file; a map as there: '{data: {url: …}}'.\n"
    "Units and flags come along: of columns that have them, and of what is reckoned.\n"
    "DATA may be - for standard input.\n"
    "\n"
    "Example:\n"
    "  rodiklis transform datasets/defence-expenditure.csv --where 'datum.time >= 2023' \\\n"
    "    --change value --groupby country --rank change --groupby time\n";

typedef struct {
    char *output, *format, *language, *flags;
    char **where;
    RkReading reading;
} Request;

static void clear_request(Request *request)
{
    g_free(request->output);
    g_free(request->format);
    g_free(request->language);
    g_free(request->flags);
    g_strfreev(request->where);
    rk_reading_clear(&request->reading);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, clear_request)

static int transform(const char *path, const Request *request, const RkSteps *steps)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    guint format = 0, rule = RK_FLAGS_WEAKEST;
    if (request->format != NULL && !rk_options_choose("--format", request->format, rk_sheet_formats(), &format, &error))
        return rk_report_error(error);
    if (request->flags != NULL && !rk_options_choose("--flags", request->flags, rk_flag_rules, &rule, &error))
        return rk_report_error(error);
    if (!rk_naming_check(request->language, &error))
        return rk_report_error(error);
    const char *name = rk_selection_name(path);
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    const RkValue *all;
    guint done;
    g_autoptr(RkTable) table =
        rk_selection_load_steps(path, &request->reading, request->where, rk_document_root(steps->document),
                                (RkFlagRule)rule, document, &all, &done, diagnostics, &error);
    g_autoptr(RkTable) result = table == NULL ? NULL
                                              : rk_transform_table_rest(table, all, done, (RkFlagRule)rule,
                                                                        request->language, diagnostics, &error);
    g_autoptr(RkTable) named = result == NULL ? NULL : rk_naming_table(result, request->language, name, diagnostics);
    rk_report_diagnostics(diagnostics);
    if (named == NULL)
        return rk_report_error(error);
    g_autoptr(RkSheet) sheet = rk_sheet_of_table(named);
    const char *output = request->output == NULL ? "-" : request->output;
    return rk_sheet_print(sheet, format, output, &error) ? RK_EXIT_OK : rk_report_error(error);
}

static gboolean asks_for_help(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--help") == 0 || strcmp(arguments[i], "-h") == 0)
            return TRUE;
    }
    return FALSE;
}

/* rodiklis transform VERB --help: an option parser of its own, which has nothing but the verb's keys. */
static int help_for(const RkTransform *verb)
{
    g_autoptr(GError) error = NULL;
    g_autofree GOptionEntry *keys = rk_steps_keys(verb);
    g_autofree char *program = g_strdup("rodiklis transform"), *help = g_strdup("--help");
    g_autofree char *parameters = g_strdup_printf("DATA --%s …", verb->name);
    g_autofree char *summary = g_strdup_printf("The step %s: %s.", verb->name, verb->summary);
    char *arguments[] = {program, help, NULL};
    int count = 2;
    const RkUsage usage = {parameters, summary, NULL, keys, 0, 0};
    return rk_options_parse(&usage, &count, arguments, &error) == RK_OPTIONS_FAIL ? rk_report_error(error) : RK_EXIT_OK;
}

int rk_command_transform(int count, char **arguments)
{
    g_auto(Request) request = {0};
    g_auto(RkSteps) steps = {0};
    g_autoptr(GError) error = NULL;
    const GOptionEntry own[] = {
        {"where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &request.where,
         "Keep the rows for which this is true, before all steps; may be given several times", "EXPR"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, "The file to write (default: standard output)",
         "FILE"},
        {"flags", 0, 0, G_OPTION_ARG_FILENAME, &request.flags,
         "Which flags numbers get that are worked out from several: weakest (default), all or none", "RULE"},
        RK_NAMING_ENTRY(&request.language),
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &request.format, "table (default), csv, json or markdown", "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    const RkTransform *asked = count > 2 && asks_for_help(count, arguments) ? rk_steps_verb(arguments[1]) : NULL;
    if (asked != NULL)
        return help_for(asked);
    g_autofree GOptionEntry *reading = rk_reading_entries(own, &request.reading);
    if (!rk_steps_take(reading, &count, arguments, &steps, &error))
        return rk_report_error(error);
    g_autofree GOptionEntry *entries = rk_steps_entries(reading);
    const RkUsage usage = {"DATA", "Takes a table through verbs, step by step.", description, entries, 1, 1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    return transform(arguments[0], &request, &steps);
}
