/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Widths by Unicode's east Asian width, as terminals reckon them.
 */
#include "cli/words.h"

static guint cells(gunichar letter)
{
    if (g_unichar_iszerowidth(letter))
        return 0;
    return g_unichar_iswide(letter) ? 2 : 1;
}

guint rk_words_width(const char *text)
{
    guint width = 0;
    for (; *text != '\0'; text = g_utf8_next_char(text))
        width += cells(g_utf8_get_char(text));
    return width;
}

/* Embeddings, overrides and isolates would let a name turn the rest of the line around. */
static gboolean turns_direction(gunichar letter)
{
    return (letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2066 && letter <= 0x2069);
}

char *rk_words_printable(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *safe = g_string_new(NULL);
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (letter == '\n' || letter == '\t' || letter == '\r')
            g_string_append_c(safe, ' ');
        else if (g_unichar_iscntrl(letter) || turns_direction(letter))
            g_string_append_c(safe, '?');
        else
            g_string_append_unichar(safe, letter);
    }
    return g_string_free(safe, FALSE);
}

char *rk_words_list(const char *const *words, guint count)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < count; i++) {
        if (i > 0)
            g_string_append(text, i + 1 == count ? " and " : ", ");
        g_string_append(text, words[i]);
    }
    return g_string_free(text, FALSE);
}
