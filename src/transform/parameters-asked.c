/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the expressions of a figure ask for its width or height. It reads words, not expressions: one that asks for
 * neither may be taken for one that does, which costs a drawing and changes none.
 */
#include <string.h>

#include "transform/parameters-private.h"

/** Whether the text holds one of the words by itself, not as the key of something. */
static gboolean names_size(const char *text)
{
    for (const char *word = text; *word != '\0'; word++) {
        gsize length = strspn(word, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_");
        gboolean whole = word == text || word[-1] != '.';
        if (whole &&
            ((length == 5 && memcmp(word, "width", 5) == 0) || (length == 6 && memcmp(word, "height", 6) == 0)))
            return TRUE;
        word += length > 0 ? length - 1 : 0;
    }
    return FALSE;
}

/** The keys that expressions stand under; lists of predicates hold them as well. */
static gboolean holds_expressions(const char *key)
{
    static const char *const keys[] = {"expr", "labelExpr", "calculate", "filter", "test", "and", "or", "not", NULL};
    return key != NULL && g_strv_contains(keys, key);
}

static gboolean asks(const RkValue *value, const char *owner, const char *key, GHashTable *seen)
{
    if (rk_value_is(value, RK_VALUE_TEXT))
        return holds_expressions(key) && names_size(rk_value_text_or(value, ""));
    gboolean map = rk_value_is(value, RK_VALUE_MAP);
    if (rk_value_length(value) == 0 || rk_parameters_pass_over(owner, key) || !g_hash_table_add(seen, (gpointer)value))
        return FALSE;
    for (guint i = 0; i < rk_value_length(value); i++)
        if (asks(rk_value_at(value, i), map ? key : owner, map ? rk_value_key_at(value, i) : key, seen))
            return TRUE;
    return FALSE;
}

gboolean rk_parameters_ask_for_sizes(const RkValue *root)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    return asks(root, NULL, NULL, seen);
}

/** Rows and the words of other files: nothing in them is an expression. */
gboolean rk_parameters_pass_over(const char *owner, const char *key)
{
    static const char *const always[] = {"facts", "usermeta", NULL};
    return g_strcmp0(owner, "datasets") == 0 || (g_strcmp0(owner, "data") == 0 && g_strcmp0(key, "values") == 0) ||
           (key != NULL && g_strv_contains(always, key));
}
