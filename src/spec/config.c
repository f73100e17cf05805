/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layers of defaults: the figure's `config` on top, then its theme, then the theme that one extends, and so on. Layers
 * are never merged: a lookup walks them. It refuses themes it does not know and themes that extend each other in a
 * circle.
 */
#include "spec/config.h"

#include "base/shape.h"
#include "spec/document.h"

#include <string.h>

/* Themes that may stand on each other: more is a circle. */
enum { LONGEST_CHAIN = 16 };

typedef struct {
    RkDocument *owner;
    const RkValue *map;
    const RkValue *dark; /* of a theme: what a dark background changes of it; or NULL */
} Layer;

struct RkConfig {
    gboolean has_own;
    GArray *layers; /* most particular first */
};

const RkTheme *rk_theme_find(const char *name)
{
    for (const RkTheme *const *theme = rk_themes(); *theme != NULL; theme++) {
        if (g_strcmp0((*theme)->name, name) == 0)
            return *theme;
    }
    return NULL;
}

static void layer_clear(gpointer data)
{
    Layer *layer = data;
    rk_document_unref(layer->owner);
}

/* Takes the reference to `owner`. */
static void add_layer(RkConfig *config, RkDocument *owner, const RkValue *map, const RkValue *dark)
{
    Layer layer = {owner, map, dark};
    g_array_append_val(config->layers, layer);
}

static gboolean unknown_theme(const char *name, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const RkTheme *const *theme = rk_themes(); *theme != NULL; theme++)
        g_ptr_array_add(names, (gpointer)(*theme)->name);
    g_ptr_array_add(names, NULL);
    const char *nearest = rk_nearest_word(name, (const char *const *)names->pdata);
    g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
    g_autofree char *hint =
        nearest == NULL ? g_strconcat("known themes: ", list, NULL) : g_strdup_printf("did you mean \"%s\"?", nearest);
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, hint, "unknown theme \"%s\"", name);
    return FALSE;
}

/* A theme never changes, so each is parsed once for all figures; the mutex guards the documents kept. */
static RkDocument *parsed_theme(const RkTheme *theme, GError **error)
{
    static GMutex lock;
    static GHashTable *kept; /* from theme to document */
    g_mutex_lock(&lock);
    if (kept == NULL)
        kept = g_hash_table_new(NULL, NULL);
    RkDocument *document = g_hash_table_lookup(kept, theme);
    if (document == NULL) {
        document = rk_document_parse(theme->text, strlen(theme->text), theme->name, error);
        if (document != NULL)
            g_hash_table_insert(kept, (gpointer)theme, document);
    }
    g_mutex_unlock(&lock);
    return document != NULL ? rk_document_ref(document) : NULL;
}

static gboolean add_theme(RkConfig *config, const char *name, GError **error)
{
    guint steps = 0;
    while (name != NULL) {
        const RkTheme *theme = rk_theme_find(name);
        if (theme == NULL)
            return unknown_theme(name, error);
        RkDocument *document = parsed_theme(theme, error);
        if (document == NULL)
            return FALSE;
        const RkValue *root = rk_document_root(document);
        add_layer(config, document, rk_value_get(root, "config"), rk_value_get(root, "dark"));
        name = rk_value_text_or(rk_value_get(root, "extends"), NULL);
        if (++steps > LONGEST_CHAIN) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(root), NULL, "themes extend each other in a circle");
            return FALSE;
        }
    }
    return TRUE;
}

RkConfig *rk_config_new(RkDocument *owner, const RkValue *own, const char *theme, GError **error)
{
    g_autoptr(RkConfig) config = g_new0(RkConfig, 1);
    config->layers = g_array_new(FALSE, FALSE, sizeof(Layer));
    g_array_set_clear_func(config->layers, layer_clear);
    config->has_own = own != NULL;
    if (own != NULL)
        add_layer(config, owner == NULL ? NULL : rk_document_ref(owner), own, NULL);
    return add_theme(config, theme, error) ? g_steal_pointer(&config) : NULL;
}

void rk_config_add_project(RkConfig *config, RkDocument *owner, const RkValue *map)
{
    Layer layer = {rk_document_ref(owner), map, NULL};
    g_array_insert_val(config->layers, config->has_own ? 1 : 0, layer);
}

RkConfig *rk_config_on_dark(const RkConfig *config)
{
    RkConfig *dark = g_new0(RkConfig, 1);
    dark->has_own = config->has_own;
    dark->layers = g_array_new(FALSE, FALSE, sizeof(Layer));
    for (guint i = 0; i < config->layers->len; i++) {
        const Layer *layer = &g_array_index(config->layers, Layer, i);
        if (layer->dark != NULL)
            add_layer(dark, NULL, layer->dark, NULL);
        add_layer(dark, NULL, layer->map, NULL);
    }
    return dark;
}

void rk_config_free(RkConfig *config)
{
    if (config == NULL)
        return;
    g_array_unref(config->layers);
    g_free(config);
}

/* A block is a key of the layer, or two with a dot between: "style.guide-label". */
static const RkValue *find_block(const RkValue *layer, const char *block)
{
    if (block == NULL)
        return layer;
    const char *dot = strchr(block, '.');
    if (dot == NULL)
        return rk_value_get(layer, block);
    g_autofree char *outer = g_strndup(block, (gsize)(dot - block));
    return rk_value_get(rk_value_get(layer, outer), dot + 1);
}

const RkValue *rk_config_get(const RkConfig *config, const char *block, const char *key)
{
    for (guint i = 0; i < config->layers->len; i++) {
        const RkValue *layer = g_array_index(config->layers, Layer, i).map;
        const RkValue *value = rk_value_get(find_block(layer, block), key);
        if (value != NULL)
            return value;
    }
    return NULL;
}

const RkValue *rk_config_get_first(const RkConfig *config, const char *const *blocks, const char *key)
{
    for (guint i = 0; i < config->layers->len; i++) {
        const RkValue *layer = g_array_index(config->layers, Layer, i).map;
        for (const char *const *block = blocks; *block != NULL; block++) {
            const RkValue *value = rk_value_get(find_block(layer, *block), key);
            if (value != NULL)
                return value;
        }
    }
    return NULL;
}

guint rk_config_layers(const RkConfig *config)
{
    return config->layers->len;
}

const RkValue *rk_config_block(const RkConfig *config, guint layer, const char *block)
{
    return find_block(g_array_index(config->layers, Layer, layer).map, block);
}

const RkValue *rk_config_get_in(const RkConfig *config, guint layer, const char *block, const char *key)
{
    return rk_value_get(find_block(g_array_index(config->layers, Layer, layer).map, block), key);
}
