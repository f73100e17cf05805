/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that a figure makes up itself. A style that a mark asks for or a view that a parameter asks for and that is not
 * there, and a range that no scale asks for, are told with the nearest; the grammar allows it, and nothing comes of it.
 */
#include "spec/figure-private.h"

#include "base/shape.h"

/** What a walk through the figure finds. */
typedef struct {
    RkFigure *figure;
    RkDiagnostics *diagnostics;
    GHashTable *ranges; /**< names that scales ask for */
    GPtrArray *views;   /**< names of views */
} Names;

static void tell(Names *names, RkPlace place, const char *const *known, const char *what, const char *name)
{
    const char *nearest = rk_nearest_word(name, known);
    g_autofree char *hint = nearest == NULL ? NULL : g_strdup_printf("did you mean \"%s\"?", nearest);
    rk_diagnostics_add(names->diagnostics, RK_SEVERITY_WARNING, place, hint, "%s \"%s\"", what, name);
}

static void each_key(const RkValue *map, GPtrArray *keys)
{
    for (guint i = 0; rk_value_is(map, RK_VALUE_MAP) && i < rk_value_length(map); i++)
        g_ptr_array_add(keys, (gpointer)rk_value_key_at(map, i));
}

static gboolean is_known(const GPtrArray *keys, const char *name)
{
    for (guint i = 0; i < keys->len; i++)
        if (keys->pdata[i] != NULL && g_str_equal(keys->pdata[i], name))
            return TRUE;
    return FALSE;
}

/** The styles of the figure and of its theme. */
static void check_style(Names *names, const RkValue *style)
{
    if (rk_value_is(style, RK_VALUE_LIST)) {
        for (guint i = 0; i < rk_value_length(style); i++)
            check_style(names, rk_value_at(style, i));
        return;
    }
    const char *name = rk_value_text_or(style, NULL);
    g_autoptr(GPtrArray) keys = g_ptr_array_new();
    if (name == NULL)
        return;
    for (guint layer = 0; layer < rk_config_layers(names->figure->config); layer++)
        each_key(rk_config_block(names->figure->config, layer, "style"), keys);
    /* A kind of mark is the name of its style. */
    static const char *const own[] = {"arc",    "area",        "bar",         "circle",      "geoshape",
                                      "image",  "line",        "point",       "rect",        "rule",
                                      "square", "text",        "tick",        "trail",       "cell",
                                      "group",  "guide-label", "guide-title", "group-title", "group-subtitle"};
    for (guint i = 0; i < G_N_ELEMENTS(own); i++)
        g_ptr_array_add(keys, (gpointer)own[i]);
    if (is_known(keys, name))
        return;
    g_ptr_array_add(keys, NULL);
    tell(names, rk_value_place(style), (const char *const *)keys->pdata, "config.style has no", name);
}

/** Marks, titles, panels and axes, also those of config, may name styles. */
static gboolean takes_style(const char *key)
{
    static const char *const owners[] = {"mark", "title", "view", NULL};
    return g_strv_contains(owners, key) || g_str_has_prefix(key, "axis");
}

static void walk(Names *names, const RkValue *value)
{
    const RkValue *range = rk_value_get(rk_value_get(value, "scale"), "range"), *mark = rk_value_get(value, "mark");
    if (rk_value_is(range, RK_VALUE_TEXT))
        g_hash_table_add(names->ranges, (gpointer)rk_value_text_or(range, ""));
    if ((mark != NULL || rk_value_has(value, "layer")) && rk_value_is(rk_value_get(value, "name"), RK_VALUE_TEXT))
        g_ptr_array_add(names->views, (gpointer)rk_value_text_or(rk_value_get(value, "name"), ""));
    for (guint i = 0; i < rk_value_length(value); i++) {
        const char *key = rk_value_key_at(value, i);
        if (key != NULL && takes_style(key))
            check_style(names, rk_value_get(rk_value_at(value, i), "style"));
        if (key == NULL || (!g_str_equal(key, "data") && !g_str_equal(key, "datasets")))
            walk(names, rk_value_at(value, i));
    }
}

static void check_ranges(Names *names, const RkValue *ranges)
{
    static const char *const known[] = {"category", "diverging", "heatmap", "ordinal", "ramp", "symbol", NULL};
    for (guint i = 0; rk_value_is(ranges, RK_VALUE_MAP) && i < rk_value_length(ranges); i++) {
        const char *name = rk_value_key_at(ranges, i);
        if (!g_strv_contains(known, name) && !g_hash_table_contains(names->ranges, name))
            tell(names, rk_value_key_place_at(ranges, i), known, "no scale asks for the range", name);
    }
}

static void check_views(Names *names, const RkValue *node)
{
    const RkValue *parameters = rk_value_get(node, "params"), *layers = rk_value_get(node, "layer");
    for (guint i = 0; i < rk_value_length(parameters); i++) {
        const RkValue *views = rk_value_get(rk_value_at(parameters, i), "views");
        for (guint j = 0; j < rk_value_length(views); j++) {
            const char *name = rk_value_text_or(rk_value_at(views, j), "");
            if (!is_known(names->views, name))
                tell(names, rk_value_place(rk_value_at(views, j)), (const char *const *)names->views->pdata,
                     "there is no view", name);
        }
    }
    for (guint i = 0; i < rk_value_length(layers); i++)
        check_views(names, rk_value_at(layers, i));
}

void rk_figure_check_names(RkFigure *figure, RkDiagnostics *diagnostics)
{
    const RkValue *root = rk_document_root(figure->document);
    g_autoptr(GHashTable) ranges = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) views = g_ptr_array_new();
    Names names = {figure, diagnostics, ranges, views};
    walk(&names, root);
    g_ptr_array_add(views, NULL);
    check_ranges(&names, rk_value_get(rk_value_get(root, "config"), "range"));
    check_views(&names, root);
}
