/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checker of document trees against shapes. It stops at the first mistake, in the order of the file, and says where
 * it stands, how to get there from the root, and what was probably meant. It changes nothing and supplies no defaults.
 */
#include "base/shape-private.h"

/* What figures of Vega write where figure files have expressions. */
#define SIGNAL "signal"
#define SIGNAL_HINT "signals are words of Vega: write {expr: …} in its place"

/* More names than this in a hint help nobody. */
enum { NAMES_IN_A_HINT = 30 };

/* Where the checker is: "encoding.x.axis", empty at the root. */
typedef struct {
    GString *path;
    const char *root; /* how the root calls itself */
    GError **error;
} Walk;

static gboolean check_map(Walk *walk, const RkValue *map, const RkShape *shape);

static const char *here(const Walk *walk)
{
    return walk->path->len > 0 ? walk->path->str : walk->root;
}

const RkProperty *rk_shape_find(const RkShape *shape, const char *name)
{
    for (const RkProperty *p = shape->properties; p != NULL && p->name != NULL; p++) {
        if (g_str_equal(p->name, name))
            return p;
    }
    for (const RkShape *const *include = shape->includes; include != NULL && *include != NULL; include++) {
        const RkProperty *found = rk_shape_find(*include, name);
        if (found != NULL)
            return found;
    }
    return NULL;
}

static void collect_names(const RkShape *shape, GPtrArray *names)
{
    for (const RkProperty *p = shape->properties; p != NULL && p->name != NULL; p++)
        g_ptr_array_add(names, (gpointer)p->name);
    for (const RkShape *const *include = shape->includes; include != NULL && *include != NULL; include++)
        collect_names(*include, names);
}

char *rk_hint_from(const char *word, const char *const *known, const char *introduction)
{
    const char *nearest = rk_nearest_word(word, known);
    if (nearest != NULL)
        return g_strdup_printf("did you mean \"%s\"?", nearest);
    guint count = g_strv_length((char **)known);
    if (count == 0 || count > NAMES_IN_A_HINT)
        return NULL;
    g_autofree char *list = g_strjoinv(", ", (char **)known);
    return g_strconcat(introduction, list, NULL);
}

static gboolean unknown_key(Walk *walk, const RkShape *shape, const char *key, RkPlace place)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    collect_names(shape, names);
    g_ptr_array_add(names, NULL);
    g_autofree char *hint = g_str_equal(key, SIGNAL)
                                ? g_strdup(SIGNAL_HINT)
                                : rk_hint_from(key, (const char *const *)names->pdata, "known keys: ");
    rk_error_set(walk->error, RK_ERROR_SPEC, place, hint, "unknown key \"%s\" in %s", key, here(walk));
    return FALSE;
}

/** A map of that one key, where the property knows no such key. */
static gboolean is_stranger(const RkValue *value, const RkProperty *property, const char *key)
{
    gboolean alone = rk_value_is(value, RK_VALUE_MAP) && rk_value_length(value) == 1 && rk_value_has(value, key);
    if (!alone || (property->allow & RK_ALLOW_MAP) == 0)
        return alone;
    return property->shape != NULL && property->shape->any == NULL && rk_shape_find(property->shape, key) == NULL;
}

static gboolean unknown_signal(Walk *walk, const RkValue *value)
{
    rk_error_set(walk->error, RK_ERROR_SPEC, rk_value_key_place_at(value, 0), SIGNAL_HINT,
                 "unknown key \"" SIGNAL "\" in %s", here(walk));
    return FALSE;
}

/** Expressions that are left when all that know their value have given it look at rows; `signal` is another grammar's
 * word for them. */
static gboolean check_expression(Walk *walk, const RkValue *value, const RkProperty *property)
{
    if (is_stranger(value, property, "expr")) {
        rk_error_set(walk->error, RK_ERROR_UNSUPPORTED, rk_value_place(rk_value_get(value, "expr")),
                     "give a constant, or an expression over parameters", "%s cannot differ from row to row",
                     here(walk));
        return FALSE;
    }
    return !is_stranger(value, property, SIGNAL) || unknown_signal(walk, value);
}

static gboolean follows_rows(const RkValue *value, const RkProperty *property)
{
    return (property->allow & RK_ALLOW_ROWS) != 0 && rk_value_length(value) == 1 &&
           rk_value_is(rk_value_get(value, "expr"), RK_VALUE_TEXT);
}

static gboolean check_kind(Walk *walk, const RkValue *value, guint allow, const RkShape *shape)
{
    if (allow == 0 || (allow & (1u << rk_value_kind(value))) != 0)
        return TRUE;
    g_autofree char *kinds = rk_shape_kinds(allow), *hint = rk_shape_kind_hint(value, allow, shape);
    rk_error_set(walk->error, RK_ERROR_SPEC, rk_value_place(value), hint, "%s must be %s, not %s", here(walk), kinds,
                 rk_value_kind_name(value));
    return FALSE;
}

static gboolean check_word(Walk *walk, const RkValue *value, const char *const *words)
{
    const char *word = rk_value_text_or(value, NULL);
    if (words == NULL || word == NULL || g_strv_contains(words, word))
        return TRUE;
    g_autofree char *hint = rk_hint_from(word, words, "known words: ");
    rk_error_set(walk->error, RK_ERROR_SPEC, rk_value_place(value), hint, "%s cannot be \"%s\"", here(walk), word);
    return FALSE;
}

static gboolean locate(Walk *walk, const RkValue *value, GError *problem)
{
    rk_error_locate(problem, rk_value_place(value));
    g_propagate_error(walk->error, problem);
    return FALSE;
}

static gboolean check_shape(Walk *walk, const RkValue *map, const RkProperty *property)
{
    const RkShape *shape = property->shape;
    if (shape == NULL && property->choose != NULL) {
        GError *problem = NULL;
        shape = property->choose(map, &problem);
        if (problem != NULL)
            return locate(walk, map, problem);
    }
    return shape == NULL || check_map(walk, map, shape);
}

static gboolean check_item(Walk *walk, const RkValue *item, const RkProperty *property)
{
    /* "one of these words, or a list of your own values": there the words are not for the list. */
    const char *const *words = (property->allow & RK_ALLOW_TEXT) != 0 ? NULL : property->words;
    if (!check_kind(walk, item, property->items, property->shape) || !check_word(walk, item, words))
        return FALSE;
    return !rk_value_is(item, RK_VALUE_MAP) || check_shape(walk, item, property);
}

static gboolean check_length(Walk *walk, const RkValue *list, const RkProperty *property)
{
    guint length = rk_value_length(list), least = property->least, most = property->most;
    if (length >= least && (most == 0 || length <= most))
        return TRUE;
    rk_error_set(walk->error, RK_ERROR_SPEC, rk_value_place(list), property->summary,
                 "%s must have %s%u item%s, not %u", here(walk),
                 least == most    ? ""
                 : length < least ? "at least "
                                  : "at most ",
                 length < least ? least : most, (length < least ? least : most) == 1 ? "" : "s", length);
    return FALSE;
}

static gboolean check_items(Walk *walk, const RkValue *list, const RkProperty *property)
{
    if (!check_length(walk, list, property))
        return FALSE;
    gboolean anything = property->items == 0 && property->words == NULL && property->shape == NULL;
    if ((anything && property->choose == NULL) || property->items == RK_ITEMS_UNCHECKED)
        return TRUE;
    gsize length = walk->path->len;
    for (guint i = 0; i < rk_value_length(list); i++) {
        g_string_append_printf(walk->path, "[%u]", i);
        if (!check_item(walk, rk_value_at(list, i), property))
            return FALSE;
        g_string_truncate(walk->path, length);
    }
    return TRUE;
}

static gboolean check_supported(Walk *walk, const RkValue *value, const RkProperty *property, RkPlace place)
{
    gboolean absent = (property->allow & RK_ALLOW_NULL) != 0 && rk_value_is(value, RK_VALUE_NULL);
    if (property->unsupported == NULL || absent)
        return TRUE;
    rk_error_set(walk->error, RK_ERROR_UNSUPPORTED, place, NULL, "%s: %s", here(walk), property->unsupported);
    return FALSE;
}

static gboolean check_property(Walk *walk, const RkValue *value, const RkProperty *property, RkPlace key_place)
{
    if (!check_supported(walk, value, property, key_place))
        return FALSE;
    if (follows_rows(value, property))
        return TRUE;
    if (!check_expression(walk, value, property) || !check_kind(walk, value, property->allow, property->shape) ||
        !check_word(walk, value, property->words))
        return FALSE;
    if (rk_value_is(value, RK_VALUE_LIST) && !check_items(walk, value, property))
        return FALSE;
    if (rk_value_is(value, RK_VALUE_MAP) && !check_shape(walk, value, property))
        return FALSE;
    GError *problem = NULL;
    if (property->check == NULL || property->check(value, &problem))
        return TRUE;
    return locate(walk, value, problem);
}

/** Of keys that can stand for each other one must be there: "value|expr". */
static gboolean check_need(Walk *walk, const RkValue *map, const RkShape *shape, const char *need)
{
    g_auto(GStrv) keys = g_strsplit(need, "|", 0);
    for (guint i = 0; keys[i] != NULL; i++) {
        if (rk_value_has(map, keys[i]))
            return TRUE;
    }
    const RkProperty *first = rk_shape_find(shape, keys[0]);
    g_autofree char *list = g_strjoinv("\" or \"", keys);
    rk_error_set(walk->error, RK_ERROR_SPEC, rk_value_place(map), first != NULL ? first->summary : NULL,
                 "%s needs the key \"%s\"", here(walk), list);
    return FALSE;
}

static gboolean check_required(Walk *walk, const RkValue *map, const RkShape *shape)
{
    for (const RkProperty *p = shape->properties; p != NULL && p->name != NULL; p++) {
        if (p->required && !rk_value_has(map, p->name)) {
            rk_error_set(walk->error, RK_ERROR_SPEC, rk_value_place(map), p->summary, "%s needs the key \"%s\"",
                         here(walk), p->name);
            return FALSE;
        }
    }
    for (const char *const *need = shape->needs; need != NULL && *need != NULL; need++) {
        if (!check_need(walk, map, shape, *need))
            return FALSE;
    }
    for (const RkShape *const *include = shape->includes; include != NULL && *include != NULL; include++) {
        if (!check_required(walk, map, *include))
            return FALSE;
    }
    return TRUE;
}

static gboolean check_map(Walk *walk, const RkValue *map, const RkShape *shape)
{
    gsize length = walk->path->len;
    for (guint i = 0; i < rk_value_length(map); i++) {
        const char *key = rk_value_key_at(map, i);
        const RkProperty *property = rk_shape_find(shape, key);
        if (property == NULL)
            property = shape->any;
        if (property == NULL)
            return unknown_key(walk, shape, key, rk_value_key_place_at(map, i));
        if (length > 0)
            g_string_append_c(walk->path, '.');
        g_string_append(walk->path, key);
        if (!check_property(walk, rk_value_at(map, i), property, rk_value_key_place_at(map, i)))
            return FALSE;
        g_string_truncate(walk->path, length);
    }
    return check_required(walk, map, shape);
}

gboolean rk_shape_check(const RkValue *value, const RkShape *shape, GError **error)
{
    g_autoptr(GString) path = g_string_new(NULL);
    Walk walk = {.path = path, .root = shape->name, .error = error};
    return check_kind(&walk, value, RK_ALLOW_MAP, NULL) && check_map(&walk, value, shape);
}
