/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure whose expressions ask for its size is made twice: first without it, and again when a drawing has told it.
 * For that it keeps its document as it was written. Rows are not copied.
 */
#include "spec/figure-private.h"

#include <string.h>

/** Rows, which nobody changes. */
static gboolean is_shared(const char *owner, const char *key)
{
    return g_strcmp0(owner, "datasets") == 0 || (g_strcmp0(owner, "data") == 0 && strcmp(key, "values") == 0);
}

void rk_figure_keep_written(RkFigure *figure)
{
    const RkVocabulary *vocabulary = figure->vocabulary;
    const RkValue *root = rk_document_root(figure->document);
    gboolean vega_lite;
    if (vocabulary == NULL || vocabulary->asks_for_sizes == NULL || !vocabulary->asks_for_sizes(root) ||
        !rk_figure_read_schema(rk_value_get(root, "$schema"), &vega_lite, NULL) || !vega_lite)
        return;
    figure->written = figure->document;
    figure->document = rk_document_copy(figure->written, is_shared);
}

const double *rk_figure_drawn(const RkFigure *figure)
{
    return figure->is_drawn ? figure->drawn : NULL;
}

gboolean rk_figure_asks_for_sizes(const RkFigure *figure)
{
    return figure->written != NULL;
}

RkFigure *rk_figure_with_sizes(const RkFigure *figure, const double drawn[2], GError **error)
{
    g_return_val_if_fail(figure->written != NULL, NULL);
    g_autoptr(RkFigure) again = g_new0(RkFigure, 1);
    again->written = rk_document_ref(figure->written);
    again->document = rk_document_copy(again->written, is_shared);
    again->vocabulary = figure->vocabulary;
    memcpy(again->drawn, drawn, sizeof again->drawn);
    again->is_drawn = TRUE;
    again->views = g_ptr_array_new_with_free_func((GDestroyNotify)rk_view_free);
    again->folder = g_strdup(figure->folder);
    again->project = g_strdup(figure->project);
    return rk_figure_build(again, NULL, error) ? g_steal_pointer(&again) : NULL;
}
