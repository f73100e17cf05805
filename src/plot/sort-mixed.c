/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of numbers among words, which figures of the grammar may have: a word that is no number is neither before
 * nor after a number, so that the way of sorting decides. It is that of JavaScript's engines for up to 64 values, each
 * of which finds its place among those before it by halving.
 */
#include "plot/sort-private.h"

#include <math.h>
#include <string.h>

/** Numbers by value, words as texts; whatever else is alike. */
static int compare(const RkSortEntry *a, const RkSortEntry *b)
{
    if (a->missing != b->missing)
        return a->missing ? -1 : 1;
    if (isnan(a->number) && isnan(b->number))
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
