/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders of words: keys that are texts become their places among each other. Words are compared byte by byte, as the
 * grammar does, never by a language.
 */
#include "plot/sort-private.h"

#include <math.h>
#include <string.h>

static int compare_words(gconstpointer first, gconstpointer second)
{
    return strcmp(*(const char *const *)first, *(const char *const *)second);
}

/** 1 + the place of each different text of `words`, which are sorted. */
static GHashTable *rank(GPtrArray *words)
{
    GHashTable *ranks = g_hash_table_new(g_str_hash, g_str_equal);
    g_ptr_array_sort(words, compare_words);
    for (guint i = words->len; i > 0; i--)
        g_hash_table_insert(ranks, g_ptr_array_index(words, i - 1), GUINT_TO_POINTER(i));
    return ranks;
}

double *rk_sort_places_of_words(const RkColumn *column)
{
    gsize rows = rk_column_length(column);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (gsize row = 0; row < rows; row++)
        if (!rk_column_is_missing(column, row))
            g_ptr_array_add(words, (gpointer)rk_column_text(column, row));
    g_autoptr(GHashTable) ranks = rank(words);
    double *places = g_new(double, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        places[row] = rk_column_is_missing(column, row)
                          ? NAN
                          : GPOINTER_TO_UINT(g_hash_table_lookup(ranks, rk_column_text(column, row)));
    return places;
}

static void note_words(const RkScale *scale, guint index, RkChannel channel, const char **first)
{
    const RkUse *use = g_ptr_array_index(scale->uses, index);
    const RkUse *other = ((const RkUnit *)g_ptr_array_index(scale->units, index))->uses[channel];
    if (use->column == NULL || other == NULL || other->column == NULL ||
        rk_column_type(other->column) != RK_COLUMN_TEXT)
        return;
    for (gsize row = 0; row < rk_column_length(other->column); row++) {
        const char *word = rk_column_text(other->column, row);
        g_autofree char *text = rk_column_write(use->column, row);
        guint32 category = rk_sort_category(scale, text);
        if (category != G_MAXUINT32 && word != NULL && (first[category] == NULL || strcmp(word, first[category]) < 0))
            first[category] = word;
    }
}

void rk_sort_by_words(RkScale *scale, RkChannel channel, RkSortEntry *entries)
{
    guint count = scale->categories->len;
    g_autofree const char **first = g_new0(const char *, MAX(count, 1));
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (guint i = 0; i < scale->uses->len; i++)
        note_words(scale, i, channel, first);
    for (guint i = 0; i < count; i++)
        if (first[i] != NULL)
            g_ptr_array_add(words, (gpointer)first[i]);
    g_autoptr(GHashTable) ranks = rank(words);
    for (guint i = 0; i < count; i++)
        entries[i].key = first[i] == NULL ? NAN : GPOINTER_TO_UINT(g_hash_table_lookup(ranks, first[i]));
}
