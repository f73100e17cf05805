/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names beside the columns: a chain of small tables, the innermost first.
 */
#include "base/collate.h"
#include "transform/expression-private.h"

struct RkScope {
    const RkScope *parent;
    const RkLocale *locale;
    RkFlagRule flag_rule; /**< of the outermost scope */
    gboolean code_order;  /**< of the outermost scope */
    gboolean like_vega;   /**< of the outermost scope */
    gboolean strict;
    RkColorReader colors;
    RkRowsFinder rows;
    gpointer rows_user;
    GHashTable *names; /**< name to Entry */
};

typedef struct {
    RkScalar scalar;
    char *text;
    char *shown; /**< what words have in place of the text; NULL: the text */
    gboolean late;
} Entry;

static void entry_free(gpointer data)
{
    Entry *entry = data;
    g_free(entry->text);
    g_free(entry->shown);
    g_free(entry);
}

RkScope *rk_scope_new(const RkScope *parent, const RkLocale *locale)
{
    RkScope *scope = g_new0(RkScope, 1);
    scope->parent = parent;
    scope->locale = locale;
    scope->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, entry_free);
    return scope;
}

void rk_scope_free(RkScope *scope)
{
    if (scope == NULL)
        return;
    g_hash_table_unref(scope->names);
    g_free(scope);
}

void rk_scope_set(RkScope *scope, const char *name, RkScalar scalar)
{
    Entry *entry = g_new0(Entry, 1);
    entry->scalar = scalar;
    if (scalar.kind == RK_SCALAR_TEXT)
        entry->scalar.text = entry->text = g_strdup(scalar.text);
    g_hash_table_replace(scope->names, g_strdup(name), entry);
}

void rk_scope_set_late(RkScope *scope, const char *name)
{
    Entry *entry = g_new0(Entry, 1);
    entry->late = TRUE;
    g_hash_table_replace(scope->names, g_strdup(name), entry);
}

static const Entry *find_entry(const RkScope *scope, const char *name)
{
    const Entry *entry = NULL;
    for (; entry == NULL && scope != NULL; scope = scope->parent)
        entry = g_hash_table_lookup(scope->names, name);
    return entry;
}

gboolean rk_scope_is_late(const RkScope *scope, const char *name)
{
    const Entry *entry = find_entry(scope, name);
    return entry != NULL && entry->late;
}

void rk_scope_set_shown(RkScope *scope, const char *name, const char *shown)
{
    Entry *entry = g_hash_table_lookup(scope->names, name);
    if (entry == NULL)
        return;
    g_free(entry->shown);
    entry->shown = g_strdup(shown);
}

const char *rk_scope_shown(const RkScope *scope, const char *name)
{
    const Entry *entry = find_entry(scope, name);
    return entry == NULL ? NULL : entry->shown;
}

gboolean rk_scope_get(const RkScope *scope, const char *name, RkScalar *scalar)
{
    const Entry *entry = find_entry(scope, name);
    if (entry == NULL || entry->late)
        return FALSE;
    *scalar = entry->scalar;
    return TRUE;
}

const RkLocale *rk_scope_locale(const RkScope *scope)
{
    for (; scope != NULL; scope = scope->parent)
        if (scope->locale != NULL)
            return scope->locale;
    return rk_locale_find(NULL);
}

void rk_scope_set_colors(RkScope *scope, RkColorReader reader)
{
    scope->colors = reader;
}

gboolean rk_scope_read_color(const RkScope *scope, const char *text, double parts[4])
{
    for (; scope != NULL; scope = scope->parent)
        if (scope->colors != NULL)
            return scope->colors(text, parts);
    return FALSE;
}

void rk_scope_set_rows(RkScope *scope, RkRowsFinder finder, gpointer user)
{
    scope->rows = finder;
    scope->rows_user = user;
}

const RkValue *rk_scope_find_rows(const RkScope *scope, const char *name, GError **error)
{
    for (; scope != NULL; scope = scope->parent)
        if (scope->rows != NULL)
            return scope->rows(scope->rows_user, name, error);
    rk_error_set(error, RK_ERROR_UNSUPPORTED, RK_NOWHERE, "use joinaggregate, window or lookup",
                 "no data set can be reached from here");
    return NULL;
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

void rk_scope_set_flag_rule(RkScope *scope, RkFlagRule rule)
{
    scope->flag_rule = rule;
}

static const RkScope *outermost(const RkScope *scope)
{
    while (scope != NULL && scope->parent != NULL)
        scope = scope->parent;
    return scope;
}

RkFlagRule rk_scope_flag_rule(const RkScope *scope)
{
    const RkScope *top = outermost(scope);
    return top != NULL ? top->flag_rule : RK_FLAGS_WEAKEST;
}

void rk_scope_set_code_order(RkScope *scope, gboolean code_order)
{
    scope->code_order = code_order;
}

void rk_scope_set_like_vega(RkScope *scope, gboolean like_vega)
{
    scope->like_vega = like_vega;
}

gboolean rk_scope_is_like_vega(const RkScope *scope)
{
    const RkScope *top = outermost(scope);
    return top != NULL && top->like_vega;
}

void rk_scope_set_strict(RkScope *scope, gboolean strict)
{
    scope->strict = strict;
}

gboolean rk_scope_is_strict(const RkScope *scope)
{
    return scope != NULL && scope->strict;
}

char *rk_scope_word_key(const RkScope *scope, const char *word)
{
    const RkScope *top = outermost(scope);
    if (top != NULL && top->code_order)
        return g_strdup(word);
    return rk_collation_key(word, rk_scope_locale(scope)->language);
}

const char **rk_scope_names(const RkScope *scope)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (; scope != NULL; scope = scope->parent) {
        GHashTableIter iterator;
        gpointer name;
        g_hash_table_iter_init(&iterator, scope->names);
        while (g_hash_table_iter_next(&iterator, &name, NULL))
            g_ptr_array_add(names, name);
    }
    /* Hash tables have no order of their own: hints must not differ from run to run. */
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    return (const char **)g_ptr_array_steal(names, NULL);
}
