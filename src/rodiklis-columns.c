/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which columns of its data a figure can possibly mean: every word that the figure file holds. A column that no word
 * names need not be kept in memory. It answers "all" as soon as an expression works a field's name out.
 */
#include "rodiklis-private.h"

#include <string.h>

typedef struct {
    GHashTable *words;
    gboolean all;
    gboolean
        fields; /**< only those that are drawn or worked with: what people read and where data are does not count */
} Words;

static gboolean in_name(char c)
{
    return g_ascii_isalnum(c) || c == '_' || (guchar)c >= 0x80;
}

static void add(Words *words, const char *from, gsize length)
{
    if (length > 0)
        g_hash_table_add(words->words, g_strndup(from, length));
}

/** datum[…] with anything but a quoted name inside can mean any field. */
static gboolean is_computed(const char *text)
{
    /* An escape can spell a name that stands nowhere as it is. */
    if (strchr(text, '\\') != NULL)
        return TRUE;
    for (const char *at = strstr(text, "datum"); at != NULL; at = strstr(at + 1, "datum")) {
        const char *inside = at + strlen("datum");
        inside += strspn(inside, " \t\n");
        if (*inside++ != '[')
            continue;
        inside += strspn(inside, " \t\n");
        const char *end = *inside == '\'' || *inside == '"' ? strchr(inside + 1, *inside) : NULL;
        if (end == NULL || end[1 + strspn(end + 1, " \t\n")] != ']')
            return TRUE;
    }
    return FALSE;
}

static void add_quoted(Words *words, const char *text)
{
    for (const char *at = strpbrk(text, "'\""); at != NULL; at = strpbrk(at, "'\"")) {
        const char *end = strchr(at + 1, *at);
        if (end == NULL)
            return;
        add(words, at + 1, (gsize)(end - at - 1));
        at = end + 1;
    }
}

static void add_text(Words *words, const char *text)
{
    words->all = words->all || is_computed(text);
    add(words, text, strlen(text));
    add_quoted(words, text);
    while (*text != '\0') {
        gsize length = 0;
        while (in_name(text[length]))
            length++;
        add(words, text, length);
        text += MAX(length, 1);
    }
}

static gboolean is_prose(const char *key)
{
    static const char *const keys[] = {"title", "subtitle", "description", "caption", "source", "note",     "notes",
                                       "name",  "data",     "datasets",    "format",  "parse",  "keywords", NULL};
    return g_strv_contains(keys, key);
}

static void collect(Words *words, const RkValue *value)
{
    for (guint i = 0; i < rk_value_length(value); i++) {
        const char *key = rk_value_is(value, RK_VALUE_MAP) ? rk_value_key_at(value, i) : NULL;
        if (words->fields && key != NULL && is_prose(key))
            continue;
        if (!words->fields && key != NULL)
            add_text(words, key);
        collect(words, rk_value_at(value, i));
    }
    if (rk_value_is(value, RK_VALUE_TEXT))
        add_text(words, rk_value_text_or(value, ""));
}

/** Columns that transforms and marks read although no figure names them. */
static const char *const unnamed[] = {"time", "value", "base", "currency", "date", "reason"};

/** Uses `words` up. */
static char **list_of(Words *words)
{
    GPtrArray *list = g_ptr_array_new();
    GHashTableIter iterator;
    gpointer word;
    g_hash_table_iter_init(&iterator, words->words);
    while (g_hash_table_iter_next(&iterator, &word, NULL))
        g_ptr_array_add(list, g_strdup(word));
    g_ptr_array_add(list, NULL);
    g_hash_table_unref(words->words);
    char **names = (char **)g_ptr_array_free(list, FALSE);
    if (words->all)
        g_clear_pointer(&names, g_strfreev);
    return names;
}

char **rk_document_words(const RkValue *root)
{
    Words words = {.words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    for (guint i = 0; i < G_N_ELEMENTS(unnamed); i++)
        add(&words, unnamed[i], strlen(unnamed[i]));
    collect(&words, root);
    return list_of(&words);
}

char **rk_document_fields(const RkValue *root)
{
    Words words = {.words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL), .fields = TRUE};
    collect(&words, root);
    return list_of(&words);
}
