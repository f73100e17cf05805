/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wiring between the rooms: files to figures, figures to drawings.
 */
#include "rodiklis.h"

#include "base/number.h"
#include "rodiklis-private.h"
#include "spec/document.h"

#include <string.h>

RkTable *rk_load_table(const char *path, const RkReadOptions *options, GError **error)
{
    RkSource source = {.path = path};
    return rk_read(&source, options, error);
}

/* Puts another width into the file's map, as if it had been written there. */
static gboolean set_width(RkDocument *document, const char *width, GError **error)
{
    double pixels, number;
    RkPlace place = {"width", 0, 0};
    RkValue *root = (RkValue *)rk_document_root(document);
    gboolean bare = rk_number_parse(width, strlen(width), RK_NUMBER_SYNTAX_PLAIN, &number);
    RkValue *value = bare ? rk_document_number(document, place, number) : rk_document_text(document, place, width);
    if (!rk_value_is(root, RK_VALUE_MAP))
        return TRUE;
    if (!rk_length_parse(value, &pixels, error)) {
        /* It is the caller's mistake, not the file's. */
        if (error != NULL)
            (*error)->code = RK_ERROR_USAGE;
        return FALSE;
    }
    rk_value_put(document, root, "width", place, rk_document_number(document, place, pixels));
    return TRUE;
}

RkFigure *rk_figure_open(const char *path, const char *width, RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkDocument) document = rk_document_load(path, error);
    if (document == NULL || (width != NULL && !set_width(document, width, error)))
        return NULL;
    const char *place = g_str_equal(path, "-") ? NULL : path;
    return rk_figure_new(g_steal_pointer(&document), place, rk_vocabulary(), diagnostics, error);
}

RkScene *rk_figure_draw(const RkFigure *figure, RkDiagnostics *diagnostics, GError **error)
{
    g_auto(RkFigureData) data = {0};
    RkPlotEnvironment environment = rk_figure_data_environment(&data, diagnostics);
    RkScene *scene = rk_plot(figure, &environment, error);
    rk_text_tell_missing(scene, diagnostics);
    return scene;
}

RkTable *rk_figure_table(const RkFigure *figure, RkDiagnostics *diagnostics, GError **error)
{
    g_auto(RkFigureData) data = {0};
    RkPlotEnvironment environment = rk_figure_data_environment(&data, diagnostics);
    return rk_plot_table(figure, &environment, error);
}
