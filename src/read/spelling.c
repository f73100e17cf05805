/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spellings of numbers that a number alone does not remember: 1.50, +3, 007. They are needed when the column turns out
 * to be words. Whole columns are written with the same number of decimals, so zeros at the end are only counted.
 */
#include "read/cells-private.h"

#include <string.h>

static void note(RkCells *cells, gint32 decimals)
{
    if (cells->spellings == NULL) {
        cells->spellings = g_array_new(FALSE, FALSE, sizeof(RkSpelling));
        cells->spelt = g_string_new(NULL);
    }
    RkSpelling spelling = {(guint32)cells->length, decimals};
    g_array_append_val(cells->spellings, spelling);
}

void rk_cells_spell_decimals(RkCells *cells, guint decimals)
{
    note(cells, (gint32)decimals);
}

void rk_cells_spell(RkCells *cells, const char *text, gsize length)
{
    note(cells, -(gint32)length);
    g_string_append_len(cells->spelt, text, (gssize)length);
}

void rk_cells_append_spellings(RkCells *cells, const RkCells *more)
{
    if (more->spellings == NULL || more->spellings->len == 0)
        return;
    if (cells->spellings == NULL) {
        cells->spellings = g_array_new(FALSE, FALSE, sizeof(RkSpelling));
        cells->spelt = g_string_new(NULL);
    }
    guint first = cells->spellings->len;
    g_array_append_vals(cells->spellings, more->spellings->data, more->spellings->len);
    for (guint i = first; i < cells->spellings->len; i++)
        g_array_index(cells->spellings, RkSpelling, i).row += (guint32)cells->length;
    g_string_append_len(cells->spelt, more->spelt->str, (gssize)more->spelt->len);
}

void rk_cells_sift_spellings(RkCells *cells, const guint8 *kept)
{
    guint count = 0, before = 0;
    gsize row = 0, from = 0, to = 0;
    for (guint i = 0; cells->spellings != NULL && i < cells->spellings->len; i++) {
        RkSpelling spelling = g_array_index(cells->spellings, RkSpelling, i);
        gsize length = spelling.decimals < 0 ? (gsize)-spelling.decimals : 0;
        for (; row < spelling.row; row++)
            before += kept[row] != 0;
        if (kept[spelling.row]) {
            spelling.row = before;
            g_array_index(cells->spellings, RkSpelling, count++) = spelling;
            memmove(cells->spelt->str + to, cells->spelt->str + from, length);
            to += length;
        }
        from += length;
    }
    if (cells->spellings != NULL) {
        g_array_set_size(cells->spellings, count);
        g_string_truncate(cells->spelt, to);
    }
}

gsize rk_cells_write_plain(double value, char decimal, guint decimals, char buffer[RK_NUMBER_BUFFER])
{
    const char *text = rk_number_shortest(value, buffer);
    if (text != buffer)
        g_strlcpy(buffer, text, RK_NUMBER_BUFFER);
    gsize length = strlen(buffer);
    char *point = strchr(buffer, '.');
    if (point == NULL && decimals > 0) {
        point = buffer + length;
        length++;
    }
    if (point != NULL)
        *point = decimal;
    while (point != NULL && buffer + length - point - 1 < (gssize)decimals)
        buffer[length++] = '0';
    buffer[length] = '\0';
    return length;
}

const char *rk_cells_spelling(const RkCells *cells, const RkCellRules *rules, RkSpellingWalk *walk, gsize row,
                              char buffer[RK_NUMBER_BUFFER], gsize *length)
{
    if (cells->spellings == NULL || walk->next == cells->spellings->len)
        return NULL;
    const RkSpelling *spelling = &g_array_index(cells->spellings, RkSpelling, walk->next);
    if (spelling->row != row)
        return NULL;
    walk->next++;
    if (spelling->decimals >= 0) {
        *length = rk_cells_write_plain(cells->numbers[row], rules->syntax.decimal, (guint)spelling->decimals, buffer);
        return buffer;
    }
    const char *text = cells->spelt->str + walk->start;
    *length = (gsize)-spelling->decimals;
    walk->start += *length;
    return text;
}
