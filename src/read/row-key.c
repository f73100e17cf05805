/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys of rows. Within one table rows are compared by the numbers of their words, so that bulk files can be looked
 * through; between tables by a text that says where each value ends.
 */
#include "read/row-key-private.h"

#include <math.h>
#include <string.h>

#include "read/rules-private.h"

RkKeyColumns *rk_row_key_columns(const RkTable *table, const GPtrArray *names)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    for (guint i = 0; i < names->len; i++) {
        const RkColumn *column = rk_table_find(table, names->pdata[i]);
        if (column == NULL)
            return NULL;
        g_ptr_array_add(columns, (gpointer)column);
    }
    return g_steal_pointer(&columns);
}

char *rk_row_key(const RkKeyColumns *columns, gsize row)
{
    GString *key = g_string_new(NULL);
    for (guint i = 0; i < columns->len; i++) {
        g_autofree char *text = rk_column_write(columns->pdata[i], row);
        g_string_append_printf(key, "%" G_GSIZE_FORMAT ":%s", text != NULL ? strlen(text) + 1 : 0,
                               text != NULL ? text : "");
    }
    return g_string_free(key, FALSE);
}

gboolean rk_row_key_is_whole(const RkKeyColumns *columns, gsize row)
{
    for (guint i = 0; i < columns->len; i++)
        if (rk_column_is_missing(columns->pdata[i], row))
            return FALSE;
    return TRUE;
}

char *rk_row_key_show(const RkKeyColumns *columns, gsize row)
{
    g_autoptr(GString) key = g_string_new(NULL);
    for (guint i = 0; i < columns->len; i++) {
        g_autofree char *text = rk_column_write(columns->pdata[i], row);
        g_string_append_printf(key, "%s%s", i > 0 ? ", " : "", text != NULL ? text : "");
    }
    return rk_rules_excerpt(key->str, key->len);
}

/* A number that equal values of one column share, and others do not. */
static guint64 bits_of(const RkColumn *column, gsize row)
{
    guint64 bits = 0;
    if (rk_column_codes(column) != NULL)
        return rk_column_codes(column)[row];
    if (rk_column_booleans(column) != NULL)
        return rk_column_booleans(column)[row];
    double number = rk_column_numbers(column)[row];
    if (isnan(number))
        return G_MAXUINT64;
    number = number == 0 ? 0 : number;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static gboolean is_same(const RkKeyColumns *columns, gsize left, gsize right)
{
    for (guint i = 0; i < columns->len; i++) {
        const RkColumn *column = columns->pdata[i];
        /* A year and its first quarter begin together. */
        if (bits_of(column, left) != bits_of(column, right) ||
            rk_column_frequency_at(column, left) != rk_column_frequency_at(column, right))
            return FALSE;
    }
    return TRUE;
}

/* Keyed at random: a hostile file could otherwise choose rows that all collide. */
static guint64 hash_of(const RkKeyColumns *columns, gsize row, const guint64 keys[2])
{
    guint64 hash = keys[0];
    for (guint i = 0; i < columns->len; i++) {
        hash = (hash ^ bits_of(columns->pdata[i], row)) * (keys[1] | 1);
        hash ^= hash >> 29;
    }
    return hash * (keys[0] | 1);
}

gboolean rk_row_key_repeats(const RkKeyColumns *columns, gsize rows, gsize *before, gsize *again)
{
    guint64 keys[2] = {(guint64)g_random_int() << 32 | g_random_int(), (guint64)g_random_int() << 32 | g_random_int()};
    guint shift = 60;
    while (shift > 0 && (gsize)1 << (64 - shift) < rows * 2)
        shift--;
    gsize mask = ((gsize)1 << (64 - shift)) - 1;
    g_autofree guint32 *slots = g_new0(guint32, mask + 1);
    for (gsize row = 0; row < rows; row++) {
        gsize slot = hash_of(columns, row, keys) >> shift;
        for (; slots[slot] != 0; slot = (slot + 1) & mask) {
            if (!is_same(columns, slots[slot] - 1, row))
                continue;
            *before = slots[slot] - 1;
            *again = row;
            return TRUE;
        }
        slots[slot] = (guint32)row + 1;
    }
    return FALSE;
}

gboolean rk_row_key_check(const RkTable *table, const RkKeyColumns *columns, const char *hint, GError **error)
{
    gsize before = 0, again = 0;
    if (columns->len == 0 || !rk_row_key_repeats(columns, rk_table_rows(table), &before, &again))
        return TRUE;
    g_autofree char *shown = rk_row_key_show(columns, again);
    guint line = rk_table_origin(table, before).line;
    g_autofree char *first =
        line > 0 ? g_strdup_printf("line %u", line) : g_strdup_printf("row %" G_GSIZE_FORMAT, before + 1);
    g_autofree char *second = line > 0 ? g_strdup("") : g_strdup_printf(" in row %" G_GSIZE_FORMAT, again + 1);
    rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, again), hint,
                 "the key \"%s\" of %s stands here a second time%s", shown, first, second);
    return FALSE;
}
