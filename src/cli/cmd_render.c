/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis render: figure files to pictures.
 */
#include <string.h>

#include "cli/batch.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/report.h"
#include "rodiklis.h"

static const char description[] = "Without -o a picture stands beside its figure file, under the same name. With -o\n"
                                  "the ending of the file says the format; several figures or formats go to a\n"
                                  "folder. Files appear whole or not at all, and one that would not change is left\n"
                                  "alone. FIGURE may be -, and then the picture goes to standard output.\n"
                                  "\n"
                                  "Examples:\n"
                                  "  rodiklis render plots/russian-oil.yaml -o oil.png --dpi 300\n"
                                  "  rodiklis render doc/examples/seats.vl.json -o seats.pdf\n"
                                  "  rodiklis render plots/*.yaml -f svg,pdf -o pictures/\n";

typedef struct {
    char *output, *formats, *scale, *dpi, *width;
    gboolean lint;
} Request;

static void clear_request(Request *request)
{
    char **texts[] = {&request->output, &request->formats, &request->scale, &request->dpi, &request->width};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_clear_pointer(texts[i], g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Request, clear_request)

/* Two figures of one name would overwrite each other. */
static gboolean check_names(const RkOutputs *outputs, int count, char **figures, GError **error)
{
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < count; i++) {
        char *name = rk_outputs_name(outputs, figures[i], g_ptr_array_index(outputs->renderers, 0));
        const char *first = g_hash_table_lookup(names, name);
        if (first != NULL) {
            rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "\"%s\" and \"%s\" would both become \"%s\"", first,
                         figures[i], name);
            g_free(name);
            return FALSE;
        }
        g_hash_table_insert(names, name, figures[i]);
    }
    return TRUE;
}

/* No picture over a file of data, wherever the figure names one. */
static gboolean spare_data(const RkOutputs *outputs, const char *path, const char *folder, const RkValue *value,
                           GError **error)
{
    const char *url = rk_value_text_or(rk_value_get(value, "url"), NULL);
    g_autofree char *file = url == NULL ? NULL : g_canonicalize_filename(url, folder);
    if (file != NULL && !rk_outputs_spare(outputs, path, file, url, error))
        return FALSE;
    for (guint i = 0; i < rk_value_length(value); i++) {
        if (!spare_data(outputs, path, folder, rk_value_at(value, i), error))
            return FALSE;
    }
    return TRUE;
}

static RkScene *draw(const char *path, const char *width, const RkOutputs *outputs, RkDiagnostics *diagnostics,
                     GError **error)
{
    g_autoptr(RkFigure) figure = rk_figure_open(path, width, diagnostics, error);
    if (figure == NULL || !spare_data(outputs, path, rk_figure_folder(figure), rk_figure_root(figure), error))
        return NULL;
    return rk_figure_draw(figure, diagnostics, error);
}

static gboolean has_warnings(const RkDiagnostics *diagnostics)
{
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        if (rk_diagnostics_at(diagnostics, i)->severity == RK_SEVERITY_WARNING)
            return TRUE;
    }
    return FALSE;
}

/** A figure on its way: what there is to say of it waits until those before it have had their say. */
typedef struct {
    RkDiagnostics *diagnostics;
    GError *error;
    GString *done;
} Outcome;

/** The figures of one command, drawn by several threads. */
typedef struct {
    const Request *request;
    const RkOutputs *outputs;
    RkRenderOptions options;
    char **figures;
    Outcome *outcomes;
    int worst;
} Batch;

static void render_figure(const Batch *batch, const char *path, Outcome *outcome)
{
    g_autoptr(RkScene) scene = draw(path, batch->request->width, batch->outputs, outcome->diagnostics, &outcome->error);
    if (scene == NULL)
        return;
    if (batch->request->lint)
        rk_scene_lint(scene, rk_text_measurer(), outcome->diagnostics);
    else
        rk_outputs_write(batch->outputs, path, scene, &batch->options, outcome->done, &outcome->error);
}

/* A line that knows no place is told with the figure: of many, nobody could tell whose it is. What is wrong with the
 * command line is nobody's. */
static void render_one(gpointer user, guint index)
{
    Batch *batch = user;
    Outcome *outcome = &batch->outcomes[index];
    const char *path = batch->figures[index];
    render_figure(batch, path, outcome);
    rk_diagnostics_locate(outcome->diagnostics, path);
    if (!g_error_matches(outcome->error, RK_ERROR, RK_ERROR_USAGE))
        rk_error_locate(outcome->error, (RkPlace){path, 0, 0});
}

static void report_one(gpointer user, guint index)
{
    Batch *batch = user;
    Outcome *outcome = &batch->outcomes[index];
    int code = RK_EXIT_OK;
    rk_report_diagnostics(outcome->diagnostics);
    if (outcome->error != NULL)
        code = rk_report_error(outcome->error);
    else if (batch->request->lint)
        code = has_warnings(outcome->diagnostics) ? RK_EXIT_FAILURE : RK_EXIT_OK;
    else
        rk_report_done("%s: %s", batch->figures[index], outcome->done->str);
    batch->worst = MAX(batch->worst, code);
    rk_diagnostics_free(outcome->diagnostics);
    g_clear_error(&outcome->error);
    g_string_free(outcome->done, TRUE);
}

/* One figure shows how far reading is; of several at once, that would be a jumble. */
static int render_figures(Batch *batch, guint count)
{
    g_autofree Outcome *outcomes = batch->outcomes = g_new0(Outcome, count);
    for (guint i = 0; i < count; i++) {
        outcomes[i].diagnostics = count == 1 ? rk_report_begin() : rk_diagnostics_new();
        outcomes[i].done = g_string_new(NULL);
    }
    rk_batch_run(count, render_one, report_one, batch);
    return batch->worst;
}

/* A specification from elsewhere, which names the fonts of its machine. */
static gboolean any_is_json(int count, char **figures)
{
    for (int i = 0; i < count; i++)
        if (g_str_has_suffix(figures[i], ".json"))
            return TRUE;
    return FALSE;
}

static int render_all(int count, char **figures, const Request *request)
{
    g_autoptr(GError) error = NULL;
    Batch batch = {.request = request, .figures = figures, .worst = RK_EXIT_OK};
    rk_text_start();
    if (any_is_json(count, figures))
        rk_text_start_system();
    if (!rk_outputs_refuse_pictures((guint)count, figures, &error) ||
        !rk_outputs_scale(request->scale, request->dpi, &batch.options, &error))
        return rk_report_error(error);
    g_autoptr(RkOutputs) outputs = rk_outputs_new(request->output, request->formats, (guint)count, &error);
    if (outputs == NULL || !check_names(outputs, count, figures, &error) ||
        !rk_outputs_spare_figures(outputs, (guint)count, figures, &error))
        return rk_report_error(error);
    if (!request->lint && !rk_outputs_prepare(outputs, &error))
        return rk_report_error(error);
    batch.outputs = outputs;
    return render_figures(&batch, (guint)count);
}

int rk_command_render(int count, char **arguments)
{
    g_auto(Request) request = {0};
    g_autoptr(GError) error = NULL;
    const GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, "The file to write, or the folder for several",
         "PATH"},
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &request.formats,
         "Output formats, parted by commas: svg (default), png, pdf, scene, scene-json", "LIST"},
        {"scale", 's', 0, G_OPTION_ARG_FILENAME, &request.scale, "Pixels of a PNG to one of 1/96 inch (default 2)",
         "N"},
        {"dpi", 0, 0, G_OPTION_ARG_FILENAME, &request.dpi, "Pixels of a PNG to an inch", "N"},
        {"width", 0, 0, G_OPTION_ARG_FILENAME, &request.width,
         "Lay the figure out in this width: 165mm, 6.5in, 400 (pixels)", "LENGTH"},
        {"lint", 0, 0, G_OPTION_ARG_NONE, &request.lint,
         "Write nothing, only look for text that is cut or overlaps: exit code 1 when there is any", NULL},
        G_OPTION_ENTRY_NULL,
    };
    const RkUsage usage = {"FIGURE…", "Draws figure files.", description, entries, 1, 0};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    return render_all(count, arguments, &request);
}
