/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of numbers among words, which figures of the grammar may have: a word that is no number is neither before
 * nor after a number, so that the way of sorting decides. It is that of JavaScript's engines for up to 64 values, each
 * of which finds its place among those before it by halving.
 */
#include "plot/sort-private.h"

#include <math.h>
#include <string.h>

/** What the values of a column are that are written alike: bits by type. */
static void note_types(const RkColumn *column, GHashTable *types)
{
    for (gsize row = 0; row < rk_column_length(column); row++) {
        const char *text = rk_column_text(column, row);
        guint known = text == NULL ? 0 : GPOINTER_TO_UINT(g_hash_table_lookup(types, text));
        guint own = 1u << rk_column_guise(column, row);
        /* As what it comes first, it is sorted. */
        guint first = known != 0 ? known & ~0xffu : own << 8;
        if (text != NULL)
            g_hash_table_insert(types, (gpointer)text, GUINT_TO_POINTER((known & 0xffu) | own | first));
    }
}

static void warn_of_two(const RkScale *scale, const char *text)
{
    rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING,
                       rk_value_place(rk_scale_first_use(scale)->definition), "write all of them alike",
                       "\"%s\" is a text in some rows and a number in others, which makes one category of both", text);
}

void rk_sort_find_words(const RkScale *scale, RkSortEntry *entries, guint count)
{
    const guint text = 1u << RK_COLUMN_TEXT, both = text | 1u << RK_COLUMN_NUMBER;
    g_autoptr(GHashTable) types = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        if (use->column != NULL && rk_column_is_mixed(use->column))
            note_types(use->column, types);
    }
    gboolean told = FALSE;
    for (guint i = 0; i < count; i++) {
        guint found = GPOINTER_TO_UINT(g_hash_table_lookup(types, entries[i].text));
        entries[i].word = found >> 8 == text;
        if (found >> 8 == 1u << RK_COLUMN_BOOLEAN)
            entries[i].number = g_str_equal(entries[i].text, "true");
        if ((found & both) == both && !told)
            warn_of_two(scale, entries[i].text);
        told = told || (found & both) == both;
    }
}

/** Numbers by value, words as texts; whatever else is alike. */
static int compare(const RkSortEntry *a, const RkSortEntry *b)
{
    if (a->missing != b->missing)
        return a->missing ? -1 : 1;
    if ((a->word && b->word) || (isnan(a->number) && isnan(b->number)))
        return strcmp(a->spelling, b->spelling);
    return (a->number > b->number) - (a->number < b->number);
}

static guint place_among(const RkSortEntry *entries, guint count, const RkSortEntry *entry, int sign)
{
    guint low = 0, high = count;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (sign * compare(entry, &entries[middle]) < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

void rk_sort_mixed(RkSortEntry *entries, guint count, gboolean descending)
{
    for (guint i = 1; i < count; i++) {
        RkSortEntry entry = entries[i];
        guint place = place_among(entries, i, &entry, descending ? -1 : 1);
        memmove(&entries[place + 1], &entries[place], (i - place) * sizeof *entries);
        entries[place] = entry;
    }
}
