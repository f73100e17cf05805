/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis check: the verdicts on the claims of a file. A claim that does not hold has an exit code of its own, so that
 * a pipeline can tell it from work that could not be done.
 */
#include "cli/command.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/sheet.h"
#include "rodiklis.h"

static const char description[] =
    "CLAIMS is a file of statements, each with the query that recomputes it; it may be -\n"
    "for standard input. A claim holds, holds after rounding, does not hold, or cannot be\n"
    "checked. The exit code is 3 when one does not hold.\n"
    "\n"
    "Example:\n"
    "  rodiklis check plots/claims/study-claims.yaml --tolerate\n";

typedef struct {
    char *output, *format;
    gboolean tolerate, strict;
} Request;

static void clear_request(Request *request)
{
    g_free(request->output);
    g_free(request->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, clear_request)

/* A column of the report and who sees it. */
typedef struct {
    const char *name, *title;
    RkCellKind kind;
    RkAudience on_screen, in_document;
} Column;

static const Column columns[] = {
    {"id", "claim", RK_CELLS_TEXT, RK_FOR_ALL, RK_FOR_ALL},
    {"study", "study", RK_CELLS_TEXT, RK_FOR_DATA, RK_FOR_ALL},
    {"place", "place", RK_CELLS_TEXT, RK_FOR_DATA, RK_FOR_ALL},
    {"statement", "statement", RK_CELLS_TEXT, RK_FOR_DATA, RK_FOR_ALL},
    {"kind", "kind", RK_CELLS_TEXT, RK_FOR_DATA, RK_FOR_DATA},
    {"verdict", "verdict", RK_CELLS_TEXT, RK_FOR_ALL, RK_FOR_ALL},
    {"stated", "stated", RK_CELLS_TEXT, RK_FOR_ALL, RK_FOR_ALL},
    {"unit", "unit", RK_CELLS_TEXT, RK_FOR_DATA, RK_FOR_DATA},
    {"value", "value", RK_CELLS_NUMBER, RK_FOR_DATA, RK_FOR_DATA},
    {"computed", "computed", RK_CELLS_TEXT, RK_FOR_ALL, RK_FOR_ALL},
    {"finding", "finding", RK_CELLS_TEXT, RK_FOR_DATA, RK_FOR_ALL},
    {"remedy", "what would make it true, or decide", RK_CELLS_TEXT, RK_FOR_DATA, RK_FOR_ALL},
    {"source", "source", RK_CELLS_TEXT, RK_FOR_DATA, RK_FOR_ALL},
};

static const char *cell(const RkClaimsReport *report, const char *column, gsize row)
{
    return rk_column_text(rk_table_find(report->table, column), row);
}

static gboolean is_verdict(const RkClaimsReport *report, gsize row, RkVerdict verdict)
{
    return g_strcmp0(cell(report, "verdict", row), rk_verdict_name(verdict)) == 0;
}

static void add_row(const RkClaimsReport *report, gsize row, gboolean screen, RkSheet *sheet)
{
    rk_sheet_add_row(sheet, screen && is_verdict(report, row, RK_VERDICT_FAILS));
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
        const RkColumn *column = rk_table_find(report->table, columns[i].name);
        if (columns[i].kind == RK_CELLS_NUMBER)
            rk_sheet_set_number(sheet, i, rk_column_numbers(column)[row]);
        else
            rk_sheet_set_text(sheet, i, rk_column_text(column, row));
    }
}

static void note_counts(const RkClaimsReport *report, RkSheet *sheet)
{
    static const char *const one[] = {"holds", "holds after rounding", "does not hold", "cannot be checked"};
    static const char *const many[] = {"hold", "hold after rounding", "do not hold", "cannot be checked"};
    guint claims = (guint)rk_table_rows(report->table);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "Of %u claim%s", claims, claims == 1 ? "" : "s");
    for (guint i = 0; i < RK_VERDICTS; i++)
        g_string_append_printf(text, "%s %u %s", i == 0 ? "" : ",", report->counts[i],
                               report->counts[i] == 1 ? one[i] : many[i]);
    rk_sheet_note(sheet, "%s.", text->str);
}

/* Sentences are too long for cells on a screen; what holds needs none. */
static void note_findings(const RkClaimsReport *report, RkSheet *sheet)
{
    for (gsize row = 0; row < rk_table_rows(report->table); row++) {
        const char *finding = cell(report, "finding", row), *remedy = cell(report, "remedy", row);
        if (is_verdict(report, row, RK_VERDICT_HOLDS))
            continue;
        rk_sheet_note(sheet, "%s: %s%s%s", cell(report, "id", row), finding == NULL ? "" : finding,
                      remedy == NULL                                  ? ""
                      : is_verdict(report, row, RK_VERDICT_UNDECIDED) ? " Needed: "
                                                                      : " ",
                      remedy == NULL ? "" : remedy);
    }
}

static RkSheet *make_sheet(const RkClaimsReport *report, gboolean screen)
{
    RkSheet *sheet = rk_sheet_new();
    if (report->title != NULL)
        rk_sheet_head(sheet, "%s", report->title);
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
        RkAudience audience = screen ? columns[i].on_screen : columns[i].in_document;
        rk_sheet_add_column(sheet, columns[i].name, columns[i].title, columns[i].kind, audience, RK_DECIMALS_ALL);
    }
    for (gsize row = 0; row < rk_table_rows(report->table); row++)
        add_row(report, row, screen, sheet);
    if (screen)
        note_findings(report, sheet);
    note_counts(report, sheet);
    for (char **note = report->notes; *note != NULL; note++)
        rk_sheet_note(sheet, "%s", *note);
    return sheet;
}

/* The first place is for the table on a screen. */
static gboolean is_screen(guint format)
{
    return format == 0;
}

static int exit_code(const RkClaimsReport *report, const Request *request)
{
    gboolean wrong =
        report->counts[RK_VERDICT_FAILS] > 0 || (request->strict && report->counts[RK_VERDICT_UNDECIDED] > 0);
    return wrong && !request->tolerate ? RK_EXIT_CLAIM : RK_EXIT_OK;
}

static int check(const char *path, const Request *request, guint format)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_report_begin();
    g_autoptr(RkClaimsReport) report = rk_check_claims(path, diagnostics, &error);
    rk_report_diagnostics(diagnostics);
    if (report == NULL)
        return rk_report_error(error);
    g_autoptr(RkSheet) sheet = make_sheet(report, is_screen(format));
    const char *output = request->output == NULL ? "-" : request->output;
    return rk_sheet_print(sheet, format, output, &error) ? exit_code(report, request) : rk_report_error(error);
}

int rk_command_check(int count, char **arguments)
{
    g_auto(Request) request = {0};
    g_autoptr(GError) error = NULL;
    guint format = 0;
    const GOptionEntry entries[] = {
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &request.format, "table (default), csv, json or markdown", "FORMAT"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, "The file to write (default: standard output)",
         "FILE"},
        {"tolerate", 0, 0, G_OPTION_ARG_NONE, &request.tolerate, "Exit with 0 also when a claim does not hold", NULL},
        {"strict", 0, 0, G_OPTION_ARG_NONE, &request.strict, "Exit with 3 also when a claim cannot be checked", NULL},
        G_OPTION_ENTRY_NULL,
    };
    const RkUsage usage = {"CLAIMS", "Puts the claims of a file to the test.", description, entries, 1, 1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    if (request.format != NULL && !rk_options_choose("--format", request.format, rk_sheet_formats(), &format, &error))
        return rk_report_error(error);
    return check(arguments[0], &request, format);
}
