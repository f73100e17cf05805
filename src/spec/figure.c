/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a figure file to a figure: parse, check against the vocabulary, choose grammar and theme, build the views. It
 * stops at the first mistake and never half-answers.
 */
#include "spec/figure.h"

#include "base/format.h"
#include "spec/document.h"
#include "spec/figure-private.h"
#include "spec/vocabulary-private.h"

/* TRUE when somebody would have to move a pointer for this parameter to change. */
static gboolean is_interactive(const RkValue *parameter)
{
    return rk_value_has(parameter, "select") || rk_value_has(parameter, "bind");
}

static gboolean note_interaction(const RkValue *node, RkDiagnostics *diagnostics)
{
    const RkValue *parameters = rk_value_get(node, "params");
    for (guint i = 0; i < rk_value_length(parameters); i++) {
        const RkValue *parameter = rk_value_at(parameters, i);
        if (!is_interactive(parameter))
            continue;
        rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, rk_value_place(parameter), NULL,
                           "the picture is static: selections are drawn as they begin, controls and handles are not");
        return TRUE;
    }
    const RkValue *layers = rk_value_get(node, "layer");
    for (guint i = 0; i < rk_value_length(layers); i++) {
        if (note_interaction(rk_value_at(layers, i), diagnostics))
            return TRUE;
    }
    return FALSE;
}

/* Places may have names in a language that numbers are not written in. */
static gboolean names_places(const RkValue *language, const RkVocabulary *vocabulary, RkDiagnostics *diagnostics)
{
    const char *name = rk_value_text_or(language, ""), *written = rk_locale_find(name)->language;
    if (vocabulary == NULL || vocabulary->languages == NULL || !g_strv_contains(vocabulary->languages(), name))
        return FALSE;
    gboolean words = vocabulary->has_words != NULL && vocabulary->has_words(name);
    if (!g_str_has_prefix(name, written))
        rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, rk_value_place(language), NULL,
                           words ? "places and flags have their names in \"%s\", numbers and dates are written as in "
                                   "English"
                                 : "places have their names in \"%s\", numbers, dates, the names of flags and the word "
                                   "for sources are written as in English",
                           name);
    return TRUE;
}

/* Names of places are known in more languages than anybody would read through. */
static char *describe_languages(const RkVocabulary *vocabulary)
{
    g_autofree char *list = g_strjoinv(", ", (char **)rk_locale_languages());
    guint count =
        vocabulary != NULL && vocabulary->languages != NULL ? g_strv_length((char **)vocabulary->languages()) : 0;
    if (count == 0)
        return g_strconcat("known languages: ", list, NULL);
    return g_strdup_printf("numbers and dates are written in %s; places have names in %u languages, by codes as ka or "
                           "pt_BR",
                           list, count);
}

static gboolean check_language(const RkValue *language, const RkVocabulary *vocabulary, RkDiagnostics *diagnostics,
                               GError **error)
{
    const char *name = rk_value_text_or(language, NULL);
    const char *const *known = rk_locale_languages();
    if (name == NULL || g_strv_contains(known, name) || names_places(language, vocabulary, diagnostics))
        return TRUE;
    g_autofree char *hint = describe_languages(vocabulary);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(language), hint, "unknown language \"%s\"", name);
    return FALSE;
}

static gboolean make_config(RkFigure *figure, GError **error)
{
    const RkValue *root = rk_document_root(figure->document);
    const RkValue *theme = rk_value_get(root, "theme");
    const char *name = rk_value_text_or(theme, figure->vega_lite ? "vega-lite" : "report");
    GError *problem = NULL;
    figure->config = rk_config_new(figure->document, rk_value_get(root, "config"), name, &problem);
    /* A figure in the grammar's own look is the same everywhere. */
    if (figure->config != NULL)
        return figure->vega_lite || rk_figure_read_project(figure->project, figure->config, error);
    rk_error_locate(problem, rk_value_place(theme));
    g_propagate_error(error, problem);
    return FALSE;
}

gboolean rk_figure_build(RkFigure *figure, RkDiagnostics *diagnostics, GError **error)
{
    const RkVocabulary *vocabulary = figure->vocabulary;
    const RkValue *root = rk_document_root(figure->document);
    g_autoptr(RkFigureShape) shape = rk_figure_shape_new(vocabulary);
    gboolean resolves = vocabulary != NULL && vocabulary->resolve != NULL;
    if (!rk_figure_read_schema(rk_value_get(root, "$schema"), &figure->vega_lite, error) ||
        !rk_figure_parameters_check(root, error) ||
        (resolves && !vocabulary->resolve(figure->document, rk_figure_drawn(figure), error)) ||
        !rk_figure_shape_check(shape, root, error) ||
        !check_language(rk_value_get(root, "language"), vocabulary, diagnostics, error) ||
        !make_config(figure, error) || !rk_figure_build_views(figure, vocabulary, error))
        return FALSE;
    note_interaction(root, diagnostics);
    rk_figure_note_schema(rk_value_get(root, "$schema"), diagnostics);
    rk_figure_check_names(figure, diagnostics);
    return TRUE;
}

RkFigure *rk_figure_new(RkDocument *document, const char *path, const RkVocabulary *vocabulary,
                        RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkFigure) figure = g_new0(RkFigure, 1);
    figure->document = document;
    figure->vocabulary = vocabulary;
    figure->views = g_ptr_array_new_with_free_func((GDestroyNotify)rk_view_free);
    figure->folder = rk_figure_find_folder(path);
    figure->project = rk_figure_find_project(figure->folder);
    rk_figure_keep_written(figure);
    return rk_figure_build(figure, diagnostics, error) ? g_steal_pointer(&figure) : NULL;
}

RkFigure *rk_figure_load(const char *path, const RkVocabulary *vocabulary, RkDiagnostics *diagnostics, GError **error)
{
    RkDocument *document = rk_document_load(path, error);
    if (document == NULL)
        return NULL;
    return rk_figure_new(document, g_str_equal(path, "-") ? NULL : path, vocabulary, diagnostics, error);
}

RkFigure *rk_figure_parse(const char *text, gsize length, const char *name, const RkVocabulary *vocabulary,
                          RkDiagnostics *diagnostics, GError **error)
{
    RkDocument *document = rk_document_parse(text, length, name, error);
    return document == NULL ? NULL : rk_figure_new(document, name, vocabulary, diagnostics, error);
}

void rk_figure_free(RkFigure *figure)
{
    if (figure == NULL)
        return;
    g_ptr_array_unref(figure->views);
    rk_config_free(figure->config);
    rk_document_unref(figure->document);
    rk_document_unref(figure->written);
    g_free(figure->folder);
    g_free(figure->project);
    g_free(figure);
}

const RkView *rk_figure_view(const RkFigure *figure)
{
    return figure->view;
}

const RkConfig *rk_figure_config(const RkFigure *figure)
{
    return figure->config;
}

const RkValue *rk_figure_root(const RkFigure *figure)
{
    return rk_document_root(figure->document);
}

const char *rk_figure_file(const RkFigure *figure)
{
    return rk_document_file(figure->document);
}

const char *rk_figure_project(const RkFigure *figure)
{
    return figure->project;
}

const char *rk_figure_folder(const RkFigure *figure)
{
    return figure->folder;
}

gboolean rk_figure_is_vega_lite(const RkFigure *figure)
{
    return figure->vega_lite;
}

const char *rk_figure_language(const RkFigure *figure)
{
    return rk_value_text_or(rk_value_get(rk_figure_root(figure), "language"), "en");
}
