/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis plot: a chart of a table without a figure file, or the figure file to begin with.
 */
#include <string.h>

#include "base/file.h"
#include "cli/command.h"
#include "cli/naming.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/quick.h"
#include "cli/report.h"
#include "cli/selection.h"
#include "rodiklis.h"
#include "spec/document.h"

static const char description[] =
    "What varies in time becomes lines, two columns of numbers become points, and\n"
    "everything else bars, a place each. The picture goes to -o, or to a file named\n"
    "after DATA in the current folder. DATA may be - for standard input, and then the\n"
    "picture goes to standard output.\n"
    "\n"
    "With --rank places are ranked by -y, aggregates left out: bump draws ranks over\n"
    "time (-x), dots how sure ranks are, dumbbell and slope the first and last values,\n"
    "heat a table of values and ranks, profile one place in every indicator (-c).\n"
    "\n"
    "Examples:\n"
    "  rodiklis plot datasets/defence-expenditure.csv --where 'datum.time == 2024' -o defence.png\n"
    "  rodiklis plot datasets/defence-expenditure.csv --where 'datum.time == 2024' --print-spec\n"
    "  rodiklis plot datasets/published/russian-gas-share.tsv --highlight LT --highlight DE -o gas.svg\n"
    "  rodiklis plot datasets/defence-expenditure.csv --rank bump --highlight Lithuania -o ranks.svg\n";

/* Standard input is read once, here. */
#define LIMIT ((gsize)1 << 30)

typedef struct {
    char *mark, *x, *y, *color, *title, *output, *formats;
    char *rank, *by, *order, *errors, *rounding, *language;
    char **where, **highlight;
    RkReading reading;
    gboolean print_spec;
} Request;

static void clear_request(Request *request)
{
    char **texts[] = {&request->mark,   &request->x,        &request->y,       &request->color, &request->title,
                      &request->output, &request->formats,  &request->rank,    &request->by,    &request->order,
                      &request->errors, &request->rounding, &request->language};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_clear_pointer(texts[i], g_free);
    g_strfreev(request->where);
    g_strfreev(request->highlight);
    rk_reading_clear(&request->reading);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, clear_request)

/* Data for a figure: an entry of its data map, what that says about the format (NULL: nothing), the table behind it,
 * and the file the figure seems to stand in. */
typedef struct {
    const char *key;
    char *text;
    char *place;
    RkDocument *format;
    RkTable *table;
} Data;

static void clear_data(Data *data)
{
    g_free(data->text);
    g_free(data->place);
    g_clear_pointer(&data->format, rk_document_unref);
    g_clear_pointer(&data->table, rk_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Data, clear_data)

/* The columns that the options name; NULL when they name none. */
static char **used_columns(const Request *request)
{
    const char *const named[] = {request->x, request->y, request->color};
    g_autoptr(GStrvBuilder) used = g_strv_builder_new();
    gboolean any = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(named); i++) {
        if (named[i] != NULL)
            g_strv_builder_add(used, named[i]);
        any = any || named[i] != NULL;
    }
    return any ? g_strv_builder_end(used) : NULL;
}

/* What comes from standard input can be read only once, and becomes part of the figure. */
static gboolean read_stream(Data *data, const Request *request, RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(GBytes) bytes = rk_file_read("-", LIMIT, error);
    if (bytes == NULL)
        return FALSE;
    const char *name = rk_selection_name("-");
    RkSource source = {.path = name, .bytes = g_bytes_get_data(bytes, NULL), .length = g_bytes_get_size(bytes)};
    g_auto(GStrv) used = used_columns(request);
    RkReadOptions options = {.format = data->format == NULL ? NULL : rk_document_root(data->format),
                             .used = (const char *const *)used,
                             .diagnostics = diagnostics};
    if (!g_utf8_validate_len(source.bytes, source.length, NULL)) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){name, 0, 0}, "save it to a file first",
                     "only plain text can be plotted from a stream");
        return FALSE;
    }
    data->key = "values";
    data->text = g_strndup(source.bytes, source.length);
    data->table = rk_selection_read(&source, &options, request->where, error);
    return data->table != NULL;
}

/* The way from a folder to a file below it; NULL when it lies elsewhere. */
static char *way_below(const char *folder, const char *file)
{
    g_autofree char *start = g_str_has_suffix(folder, "/") ? g_strdup(folder) : g_strconcat(folder, "/", NULL);
    return g_str_has_prefix(file, start) ? g_strdup(file + strlen(start)) : NULL;
}

/* Figure files name data from their own folder, which is that of -o or the current one. */
static char *url_of(const char *path, const char *output, RkDiagnostics *diagnostics)
{
    if (!g_path_is_absolute(path))
        return g_strdup(path);
    g_autofree char *file = g_canonicalize_filename(path, NULL), *name = g_path_get_basename(path);
    g_autofree char *figure = g_canonicalize_filename(output == NULL || g_str_equal(output, "-") ? "-" : output, NULL);
    g_autofree char *folder = g_path_get_dirname(figure);
    char *url = way_below(folder, file);
    if (url != NULL)
        return url;
    g_autofree char *hint =
        g_strdup_printf("put it beside the figure file and write \"url: %s\", or run this in a folder above it", name);
    rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, (RkPlace){path, 0, 0}, hint,
                       "the figure file cannot be drawn: it names its data by an absolute path");
    return g_strdup(path);
}

/* The figure is imagined beside the file: then the file is within reach of it, wherever the program runs. */
static gboolean read_file(Data *data, const char *path, const Request *request, RkDiagnostics *diagnostics,
                          GError **error)
{
    g_auto(GStrv) used = used_columns(request);
    data->table =
        rk_selection_load_using(path, &request->reading, request->where, (const char *const *)used, diagnostics, error);
    if (data->table == NULL)
        return FALSE;
    data->key = "url";
    if (request->print_spec) {
        data->text = url_of(path, request->output, diagnostics);
        return TRUE;
    }
    char *real = realpath(path, NULL);
    g_autofree char *folder = g_path_get_dirname(real == NULL ? path : real);
    data->text = g_path_get_basename(real == NULL ? path : real);
    data->place = g_build_filename(folder, "plot.yaml", NULL);
    free(real);
    return TRUE;
}

static gboolean print_spec(const RkDocument *document, const char *output, GError **error)
{
    char *text = rk_value_to_yaml(rk_document_root(document));
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, strlen(text));
    return rk_file_replace(output == NULL ? "-" : output, bytes, NULL, error);
}

static gboolean draw(RkDocument *document, const char *path, const Data *data, const Request *request,
                     RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkOutputs) outputs = rk_outputs_new(request->output, request->formats, 1, error);
    if (outputs == NULL || !rk_outputs_spare(outputs, path, path, path, error))
        return FALSE;
    g_autoptr(RkFigure) figure =
        rk_figure_new(rk_document_ref(document), data->place, rk_vocabulary(), diagnostics, error);
    g_autoptr(RkScene) scene = figure == NULL ? NULL : rk_figure_draw(figure, diagnostics, error);
    if (scene == NULL || !rk_outputs_prepare(outputs, error))
        return FALSE;
    g_autofree char *name = g_path_get_basename(path);
    g_autoptr(GString) done = g_string_new(NULL);
    if (!rk_outputs_write(outputs, name, scene, NULL, done, error))
        return FALSE;
    rk_report_done("%s: %s", path, done->str);
    return TRUE;
}

/* What says nothing without --rank must not be passed over in silence. */
static gboolean check_request(const Request *request, GError **error)
{
    const char *of_ranks = request->by != NULL         ? "--by"
                           : request->order != NULL    ? "--order"
                           : request->errors != NULL   ? "--error"
                           : request->rounding != NULL ? "--rounding"
                                                       : NULL;
    if (request->rank == NULL && of_ranks != NULL)
        rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "%s goes with --rank", of_ranks);
    else if (request->rank != NULL && request->mark != NULL)
        rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "--mark and --rank cannot be had together");
    else
        return TRUE;
    return FALSE;
}

/* What is asked for holds for names in the data as well as for codes. */
static void declare_language(RkDocument *document, const char *language)
{
    RkValue *root = (RkValue *)rk_document_root(document);
    RkPlace place = {"--language", 0, 0};
    if (language == NULL)
        return;
    rk_value_put(document, root, "language", place, rk_document_text(document, place, language));
    rk_value_put(document, root, "placeNames", place, rk_document_boolean(document, place, TRUE));
}

/* The figure reads its data as the table was read. */
static void declare_format(RkDocument *document, const Data *data)
{
    RkValue *map = (RkValue *)rk_value_get(rk_document_root(document), "data");
    if (data->format != NULL)
        rk_value_put(document, map, "format", RK_NOWHERE, rk_document_root(data->format));
}

static gboolean plot(const char *path, const Request *request, RkDiagnostics *diagnostics, GError **error)
{
    g_auto(Data) data = {0};
    if (!request->print_spec)
        rk_text_start();
    gboolean streamed = g_str_equal(path, "-");
    if (!check_request(request, error) || !rk_reading_format(&request->reading, &data.format, error))
        return FALSE;
    if (!(streamed ? read_stream(&data, request, diagnostics, error)
                   : read_file(&data, path, request, diagnostics, error)))
        return FALSE;
    const RkQuickRequest quick = {.mark = request->mark,
                                  .x = request->x,
                                  .y = request->y,
                                  .color = request->color,
                                  .title = request->title,
                                  .where = request->where,
                                  .rank = request->rank,
                                  .by = request->by,
                                  .order = request->order,
                                  .errors = request->errors,
                                  .rounding = request->rounding,
                                  .highlight = request->highlight,
                                  .language = request->language,
                                  .diagnostics = diagnostics};
    g_autoptr(RkDocument) document = (request->rank != NULL ? rk_quick_rank : rk_quick_figure)(
        data.table, &quick, data.key, data.text, rk_selection_name(path), error);
    if (document == NULL)
        return FALSE;
    declare_format(document, &data);
    declare_language(document, request->language);
    return request->print_spec ? print_spec(document, request->output, error)
                               : draw(document, path, &data, request, diagnostics, error);
}

int rk_command_plot(int count, char **arguments)
{
    g_auto(Request) request = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_report_begin();
    const GOptionEntry own[] = {
        {"mark", 'm', 0, G_OPTION_ARG_FILENAME, &request.mark, "How to draw: see rodiklis list marks", "MARK"},
        {"x", 'x', 0, G_OPTION_ARG_FILENAME, &request.x, "The column from left to right", "COL"},
        {"y", 'y', 0, G_OPTION_ARG_FILENAME, &request.y, "The column from bottom to top", "COL"},
        {"color", 'c', 0, G_OPTION_ARG_FILENAME, &request.color, "The column of colours", "COL"},
        {"where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &request.where,
         "Keep the rows for which this is true; may be given several times", "EXPR"},
        {"rank", 'r', 0, G_OPTION_ARG_FILENAME, &request.rank,
         "A chart of ranks: bump, dots, dumbbell, slope, heat or profile", "CHART"},
        {"by", 0, 0, G_OPTION_ARG_FILENAME, &request.by,
         "The column of places that are ranked (default: country, geo or the first text column)", "COL"},
        {"order", 0, 0, G_OPTION_ARG_FILENAME, &request.order,
         "What has rank 1: descending, the greatest value (default), or ascending", "ORDER"},
        {"highlight", 'l', 0, G_OPTION_ARG_FILENAME_ARRAY, &request.highlight,
         "Let a place stand out, by name or code; may be given several times", "NAME"},
        {"error", 0, 0, G_OPTION_ARG_FILENAME, &request.errors, "The column of standard errors, for dots", "COL"},
        {"rounding", 0, 0, G_OPTION_ARG_FILENAME, &request.rounding,
         "The decimals that values were rounded to, for dots", "DECIMALS"},
        RK_NAMING_ENTRY(&request.language),
        {"title", 't', 0, G_OPTION_ARG_FILENAME, &request.title, "The title", "TEXT"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, "The file to write, its ending says the format",
         "PATH"},
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &request.formats,
         "Output formats, parted by commas: svg (default), png, pdf, scene, scene-json", "LIST"},
        {"print-spec", 0, 0, G_OPTION_ARG_NONE, &request.print_spec,
         "Write the figure file instead of the picture, to grow from", NULL},
        G_OPTION_ENTRY_NULL,
    };
    g_autofree GOptionEntry *entries = rk_reading_entries(own, &request.reading);
    const RkUsage usage = {"DATA", "Draws a table without a figure file.", description, entries, 1, 1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    gboolean done = plot(arguments[0], &request, diagnostics, &error);
    rk_report_diagnostics(diagnostics);
    return done ? RK_EXIT_OK : rk_report_error(error);
}
