/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Matching the values of two columns: texts by their words, numbers and times by value, different types and
 * periods of different frequencies as written.
 */
#include "transform/lookup.h"

#include <math.h>

/** Rows are kept as number + 1, so that 0 is "not there". */
static gpointer pack(gsize row)
{
    return GSIZE_TO_POINTER(row + 1);
}

static guint32 unpack(gpointer packed)
{
    return packed == NULL ? G_MAXUINT32 : (guint32)(GPOINTER_TO_SIZE(packed) - 1);
}

/** How keys are compared. */
typedef struct {
    GHashFunc hash;
    GEqualFunc equal;
    gboolean by_number;
} Keys;

static gboolean equal_numbers(gconstpointer a, gconstpointer b)
{
    return *(const double *)a == *(const double *)b;
}

static guint hash_number(gconstpointer value)
{
    double number = *(const double *)value == 0 ? 0 : *(const double *)value;
    return g_double_hash(&number);
}

/** The key of a row: borrowed for numbers and texts, made for the rest. NULL when missing. */
static gconstpointer key_at(const Keys *keys, const RkColumn *column, gsize row, char **made)
{
    *made = NULL;
    if (rk_column_is_missing(column, row))
        return NULL;
    if (keys->by_number)
        return rk_column_numbers(column) + row;
    if (rk_column_type(column) == RK_COLUMN_TEXT)
        return rk_column_text(column, row);
    return *made = rk_column_write(column, row);
}

/** A year and its first quarter begin together and are not the same; days and moments are. */
static gboolean have_one_frequency(const RkColumn *key, const RkColumn *other)
{
    RkFrequency one = rk_column_frequency(key), two = rk_column_frequency(other);
    if (rk_column_frequencies(key) != NULL || rk_column_frequencies(other) != NULL)
        return FALSE;
    return one == two || (one >= RK_FREQUENCY_DAY && two >= RK_FREQUENCY_DAY) || one == RK_FREQUENCY_NONE ||
           two == RK_FREQUENCY_NONE;
}

guint32 *rk_match_rows(const RkColumn *key, const RkColumn *other, RkMatch which, gsize *repeated)
{
    gsize rows = rk_column_length(key), other_rows = rk_column_length(other);
    gboolean by_number = rk_column_type(key) == rk_column_type(other) && rk_column_numbers(key) != NULL &&
                         have_one_frequency(key, other);
    Keys keys = {by_number ? hash_number : g_str_hash, by_number ? equal_numbers : g_str_equal, by_number};
    g_autoptr(GHashTable) found = g_hash_table_new(keys.hash, keys.equal);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    /* The row with the same key that stands before each. */
    g_autofree guint32 *earlier = g_new(guint32, other_rows);
    for (gsize row = 0; row < other_rows; row++) {
        char *made;
        gconstpointer value = key_at(&keys, other, row, &made);
        if (made != NULL)
            g_ptr_array_add(texts, made);
        earlier[row] = value == NULL ? G_MAXUINT32 : unpack(g_hash_table_lookup(found, value));
        if (value != NULL && (which == RK_MATCH_LAST || earlier[row] == G_MAXUINT32))
            g_hash_table_insert(found, (gpointer)value, pack(row));
    }
    guint32 *matches = g_new(guint32, rows);
    g_autofree guint8 *used = g_new0(guint8, other_rows);
    for (gsize row = 0; row < rows; row++) {
        char *made;
        gconstpointer value = key_at(&keys, key, row, &made);
        matches[row] = value == NULL ? G_MAXUINT32 : unpack(g_hash_table_lookup(found, value));
        g_free(made);
        if (matches[row] != G_MAXUINT32)
            used[matches[row]] = TRUE;
    }
    for (gsize row = 0; row < other_rows && *repeated == G_MAXSIZE; row++)
        if (earlier[row] != G_MAXUINT32 && used[which == RK_MATCH_LAST ? row : earlier[row]])
            *repeated = row;
    return matches;
}
