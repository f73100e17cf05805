/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows behind a view: its data (named, loaded or inherited) through the transforms of its ancestors and its own.
 * A named data set is made once. Reading files is the environment's business.
 */
#include "plot/plot-private.h"

static RkTable *dataset(RkPlotting *plotting, const RkValue *name, GError **error);

static RkTable *resolve(gpointer user, const RkValue *data, GError **error)
{
    return rk_plotting_data(user, data, error);
}

void rk_plotting_transform_context(RkPlotting *plotting, RkTransformContext *context)
{
    *context = (RkTransformContext){
        .resolve_data = resolve,
        .user = plotting,
        .scope = plotting->scope,
        .diagnostics = plotting->diagnostics,
    };
}

static RkTable *apply(RkPlotting *plotting, const RkValue *transform, const RkTable *table, GError **error)
{
    RkTransformContext context;
    rk_plotting_transform_context(plotting, &context);
    return rk_transform_apply_list(transform, table, &context, error);
}

/** A table of one row and no column: what a view without data draws from. */
static RkTable *nothing(void)
{
    return rk_table_new(NULL, 0, 1, NULL);
}

RkTable *rk_plotting_data(RkPlotting *plotting, const RkValue *data, GError **error)
{
    if (data == NULL || rk_value_is(data, RK_VALUE_NULL))
        return nothing();
    if (rk_value_is(data, RK_VALUE_TEXT))
        return dataset(plotting, data, error);
    if (rk_value_has(data, "name") && !rk_value_has(data, "url") && !rk_value_has(data, "values"))
        return dataset(plotting, rk_value_get(data, "name"), error);
    return plotting->environment->load(plotting->environment->user, plotting->figure, data, error);
}

static RkTable *make_dataset(RkPlotting *plotting, const RkValue *definition, GError **error)
{
    if (rk_value_is(definition, RK_VALUE_LIST)) {
        RkValue *data = rk_document_map(plotting->scratch, rk_value_place(definition));
        rk_value_put(plotting->scratch, data, "values", rk_value_place(definition), definition);
        return rk_plotting_data(plotting, data, error);
    }
    g_autoptr(RkTable) table = rk_plotting_data(plotting, definition, error);
    return table == NULL ? NULL : apply(plotting, rk_value_get(definition, "transform"), table, error);
}

static RkTable *dataset(RkPlotting *plotting, const RkValue *name, GError **error)
{
    const char *text = rk_value_text_or(name, "");
    RkTable *known = g_hash_table_lookup(plotting->datasets, text);
    if (known != NULL)
        return rk_table_ref(known);
    const RkValue *datasets = rk_value_get(rk_figure_root(plotting->figure), "datasets");
    const RkValue *definition = rk_value_get(datasets, text);
    if (definition == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(name), "name it under `datasets`",
                     "there is no data set \"%s\"", text);
        return NULL;
    }
    if (!g_hash_table_add(plotting->loading, g_strdup(text))) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(definition), NULL, "the data set \"%s\" is made from itself",
                     text);
        return NULL;
    }
    RkTable *table = make_dataset(plotting, definition, error);
    g_hash_table_remove(plotting->loading, text);
    if (table != NULL)
        g_hash_table_insert(plotting->datasets, g_strdup(text), rk_table_ref(table));
    return table;
}

/** Applies the transforms of the views from `from` down to `view`. */
static RkTable *through_ancestors(RkPlotting *plotting, const RkView *view, const RkView *from, RkTable *table,
                                  GError **error)
{
    g_autoptr(RkTable) input = table;
    if (view != from && view->parent != NULL) {
        input = through_ancestors(plotting, view->parent, from, table, error);
        if (input == NULL)
            return NULL;
    }
    return apply(plotting, view->transform, input, error);
}

RkTable *rk_plotting_view_table(RkPlotting *plotting, const RkView *view, GError **error)
{
    RkTable *table = rk_plotting_data(plotting, view->data, error);
    if (table == NULL)
        return NULL;
    return through_ancestors(plotting, view, view->data_view, table, error);
}
