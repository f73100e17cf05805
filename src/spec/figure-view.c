/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tree of views: what a view inherits is put in its place, short forms become long ones. It refuses views that have
 * no content or two, and layers that are nested too deep.
 */
#include "base/limits.h"
#include "spec/figure-private.h"

typedef struct {
    RkFigure *figure;
    const RkVocabulary *vocabulary;
    GError **error;
} Builder;

static RkView *build_view(Builder *builder, const RkValue *node, const RkView *parent, guint depth);

void rk_view_free(RkView *view)
{
    g_free((gpointer)view->children);
    g_free(view);
}

static gboolean check_content(const Builder *builder, const RkValue *node)
{
    gboolean mark = rk_value_has(node, "mark"), layer = rk_value_has(node, "layer");
    if (mark && layer) {
        rk_error_set(builder->error, RK_ERROR_SPEC, rk_value_place(rk_value_get(node, "layer")),
                     "move the mark into a layer of its own", "a view has either a mark or layers, not both");
        return FALSE;
    }
    if (!mark && !layer) {
        rk_error_set(builder->error, RK_ERROR_SPEC, rk_value_place(node), "add for example mark: bar",
                     "a view has neither a mark nor layers");
        return FALSE;
    }
    return TRUE;
}

/* Own value of a key, or the inherited one. null says: none, not even the parent's. */
static const RkValue *own_or(const RkValue *node, const char *key, const RkValue *inherited)
{
    const RkValue *own = rk_value_get(node, key);
    if (own == NULL)
        return inherited;
    return rk_value_is(own, RK_VALUE_NULL) ? NULL : own;
}

static void inherit_data(RkView *view)
{
    const RkView *parent = view->parent;
    gboolean own = parent == NULL || rk_value_has(view->node, "data");
    view->data = own_or(view->node, "data", own ? NULL : parent->data);
    view->data_view = own ? view : parent->data_view;
}

static const RkValue *benchmark_list(const Builder *builder, const RkValue *benchmark)
{
    if (!rk_value_is(benchmark, RK_VALUE_MAP))
        return benchmark;
    RkValue *list = rk_document_list(builder->figure->document, rk_value_place(benchmark));
    rk_value_append(list, benchmark);
    return list;
}

static RkView *new_view(const Builder *builder, const RkValue *node, const RkView *parent)
{
    static const RkView nothing = {0};
    const RkView *above = parent == NULL ? &nothing : parent;
    RkView *view = g_new0(RkView, 1);
    g_ptr_array_add(builder->figure->views, view);
    view->node = node;
    view->parent = parent;
    inherit_data(view);
    view->transform = view->written = rk_value_get(node, "transform");
    view->encoding =
        rk_figure_merge_encoding(builder->figure->document, above->encoding, rk_value_get(node, "encoding"));
    view->width = own_or(node, "width", above->width);
    view->height = own_or(node, "height", above->height);
    view->highlight = own_or(node, "highlight", above->highlight);
    view->benchmark = benchmark_list(builder, rk_value_get(node, "benchmark"));
    view->resolve = rk_value_get(node, "resolve");
    return view;
}

/* A mark that is only a name has not met the vocabulary yet. */
static gboolean expand_mark(const Builder *builder, RkView *view)
{
    view->kind = RK_VIEW_UNIT;
    view->mark = rk_value_get(view->node, "mark");
    if (rk_value_is(view->mark, RK_VALUE_MAP))
        return TRUE;
    RkPlace place = rk_value_place(view->mark);
    RkValue *map = rk_document_map(builder->figure->document, place);
    rk_value_put(builder->figure->document, map, "type", place, view->mark);
    view->mark = map;
    if (builder->vocabulary == NULL || builder->vocabulary->mark == NULL)
        return TRUE;
    GError *problem = NULL;
    const RkShape *shape = builder->vocabulary->mark(map, &problem);
    if (problem == NULL)
        return shape == NULL || rk_shape_check(map, shape, builder->error);
    rk_error_locate(problem, place);
    g_propagate_error(builder->error, problem);
    return FALSE;
}

static gboolean build_layers(Builder *builder, RkView *view, const RkValue *node, guint depth)
{
    const RkValue *layers = rk_value_get(node, "layer");
    guint count = rk_value_length(layers);
    view->kind = RK_VIEW_LAYER;
    if (count == 0) {
        rk_error_set(builder->error, RK_ERROR_SPEC, rk_value_place(layers), NULL, "layer needs at least one view");
        return FALSE;
    }
    const RkView **children = g_new0(const RkView *, count + 1);
    view->children = children;
    for (guint i = 0; i < count; i++) {
        children[i] = build_view(builder, rk_value_at(layers, i), view, depth + 1);
        if (children[i] == NULL)
            return FALSE;
    }
    return TRUE;
}

/* A view's own transforms, then those of what it stands for. */
static const RkValue *both_transforms(const Builder *builder, const RkValue *own, const RkValue *more)
{
    if (own == NULL || more == NULL)
        return own != NULL ? own : more;
    RkValue *both = rk_document_list(builder->figure->document, rk_value_place(own));
    for (guint i = 0; i < rk_value_length(own); i++)
        rk_value_append(both, rk_value_at(own, i));
    for (guint i = 0; i < rk_value_length(more); i++)
        rk_value_append(both, rk_value_at(more, i));
    return both;
}

/* A unit that stands for layers becomes them. Their encodings are whole: nothing of the unit's is inherited again. */
static gboolean expand_unit(Builder *builder, RkView *view, guint depth)
{
    RkFigure *figure = builder->figure;
    const RkUnitSource source = {figure->document, figure->config, figure->vega_lite, view->mark, view->encoding};
    const RkValue *expanded = NULL;
    if (builder->vocabulary == NULL || builder->vocabulary->expand == NULL)
        return TRUE;
    if (!builder->vocabulary->expand(&source, &expanded, builder->error))
        return FALSE;
    if (expanded == NULL)
        return TRUE;
    view->transform = both_transforms(builder, view->transform, rk_value_get(expanded, "transform"));
    view->mark = rk_value_get(expanded, "mark");
    view->encoding = rk_value_get(expanded, "encoding");
    return view->mark != NULL ? expand_unit(builder, view, depth) : build_layers(builder, view, expanded, depth);
}

static RkView *build_view(Builder *builder, const RkValue *node, const RkView *parent, guint depth)
{
    if (depth > RK_LIMIT_VIEW_DEPTH) {
        rk_error_set(builder->error, RK_ERROR_LIMIT, rk_value_place(node), NULL, "layers are nested more than %u deep",
                     RK_LIMIT_VIEW_DEPTH);
        return NULL;
    }
    if (!check_content(builder, node))
        return NULL;
    RkView *view = new_view(builder, node, parent);
    gboolean unit = rk_value_has(node, "mark");
    gboolean built = unit ? expand_mark(builder, view) && expand_unit(builder, view, depth)
                          : build_layers(builder, view, node, depth);
    return built ? view : NULL;
}

gboolean rk_figure_build_views(RkFigure *figure, const RkVocabulary *vocabulary, GError **error)
{
    Builder builder = {figure, vocabulary, error};
    figure->view = build_view(&builder, rk_document_root(figure->document), NULL, 0);
    return figure->view != NULL;
}
