/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbering values: words by their codes, numbers and moments by a hash table.
 */
#include "cli/classes.h"

#include <math.h>
#include <string.h>

static void number_codes(const RkColumn *column, guint32 *classes, guint32 *count)
{
    const guint32 *codes = rk_column_codes(column);
    g_autofree guint32 *known = g_new(guint32, MAX(rk_column_words(column), 1));
    for (guint32 code = 0; code < rk_column_words(column); code++)
        known[code] = RK_CLASS_MISSING;
    for (gsize row = 0; row < rk_column_length(column); row++) {
        guint32 code = codes[row];
        if (code != RK_TEXT_MISSING && known[code] == RK_CLASS_MISSING)
            known[code] = (*count)++;
        classes[row] = code == RK_TEXT_MISSING ? RK_CLASS_MISSING : known[code];
    }
}

/* GLib's hash of doubles looks at the whole part only: shares between 0 and 1 would all fall together. */
static guint hash_number(gconstpointer key)
{
    /* Adding 0 makes a negative zero positive: they are equal. */
    double number = *(const double *)key + 0.0;
    guint64 bits;
    memcpy(&bits, &number, sizeof bits);
    bits *= G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
    return (guint)(bits >> 32);
}

/* A year and its first quarter begin together: what tells them apart is added to whole milliseconds. Free with
 * g_free(). */
static double *with_frequencies(const RkColumn *column)
{
    double *values = g_new(double, rk_column_length(column));
    for (gsize row = 0; row < rk_column_length(column); row++)
        values[row] = rk_column_numbers(column)[row] * 16 + rk_column_frequency_at(column, row);
    return values;
}

static void number_numbers(const RkColumn *column, guint32 *classes, guint32 *count)
{
    g_autofree double *made = rk_column_frequencies(column) != NULL ? with_frequencies(column) : NULL;
    const double *numbers = made != NULL ? made : rk_column_numbers(column);
    g_autoptr(GHashTable) known = g_hash_table_new(hash_number, g_double_equal);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        gpointer found;
        classes[row] = RK_CLASS_MISSING;
        if (isnan(numbers[row]))
            continue;
        if (!g_hash_table_lookup_extended(known, &numbers[row], NULL, &found)) {
            found = GUINT_TO_POINTER((*count)++);
            g_hash_table_insert(known, (gpointer)&numbers[row], found);
        }
        classes[row] = GPOINTER_TO_UINT(found);
    }
}

static void number_booleans(const RkColumn *column, guint32 *classes, guint32 *count)
{
    const guint8 *values = rk_column_booleans(column);
    guint32 known[2] = {RK_CLASS_MISSING, RK_CLASS_MISSING};
    for (gsize row = 0; row < rk_column_length(column); row++) {
        guint8 value = values[row];
        if (value < 2 && known[value] == RK_CLASS_MISSING)
            known[value] = (*count)++;
        classes[row] = value < 2 ? known[value] : RK_CLASS_MISSING;
    }
}

guint32 *rk_classes_of(const RkColumn *column, guint32 *count)
{
    guint32 *classes = g_new(guint32, MAX(rk_column_length(column), 1));
    *count = 0;
    if (rk_column_codes(column) != NULL)
        number_codes(column, classes, count);
    else if (rk_column_numbers(column) != NULL)
        number_numbers(column, classes, count);
    else
        number_booleans(column, classes, count);
    return classes;
}
