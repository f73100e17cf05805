/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One cell of Eurostat's TSV: "628 e", "12.5", ":", ": c", and "0n" in old files. A cell that is none of these is not
 * understood, never read in part.
 */
#include "read/eurostat-private.h"

#include <math.h>

static void trim(const char **text, gsize *length)
{
    while (*length > 0 && **text == ' ') {
        (*text)++;
        (*length)--;
    }
    while (*length > 0 && (*text)[*length - 1] == ' ')
        (*length)--;
}

/* Letters, with spaces between them left out. */
static gboolean read_flags(const char *text, gsize length, RkEurostatCell *cell)
{
    for (gsize at = 0; at < length; at++) {
        if (text[at] == ' ')
            continue;
        if (!g_ascii_isalpha(text[at]) || cell->flag_count == RK_EUROSTAT_FLAGS)
            return FALSE;
        cell->flags[cell->flag_count++] = text[at];
    }
    return TRUE;
}

/* Where the flags begin: behind the first space, or at the letters that end the cell. */
static gsize find_flags(const char *text, gsize length)
{
    gsize at = 0;
    while (at < length && text[at] != ' ')
        at++;
    if (at < length)
        return at;
    while (at > 0 && g_ascii_isalpha(text[at - 1]))
        at--;
    return at;
}

gboolean rk_eurostat_cell(const char *text, gsize length, RkEurostatCell *cell)
{
    trim(&text, &length);
    cell->value = NAN;
    cell->flag_count = 0;
    cell->reason = RK_REASON_NONE;
    cell->changed = FALSE;
    if (length == 0 || text[0] == ':') {
        gboolean sound = length == 0 || read_flags(text + 1, length - 1, cell);
        cell->reason = (guint8)rk_reason_of_flags(cell->flags, cell->flag_count);
        return sound;
    }
    gsize flags = find_flags(text, length);
    if (!rk_number_parse(text, flags, RK_NUMBER_SYNTAX_PLAIN, &cell->value))
        return FALSE;
    cell->changed = rk_number_loses_digits(text, flags, cell->value);
    return read_flags(text + flags, length - flags, cell);
}
