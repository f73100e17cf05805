/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names without what people write differently: "St. Kitts & Nevis" and "SAINT KITTS AND NEVIS" become the same. The
 * generator of the table folds in the same way. It refuses to forgive letters: "Lithuana" stays another name.
 */
#include "places/geo-private.h"

#include <string.h>

/* The longest name in the table has about 100 letters; folding costs time for each. */
#define LONGEST_NAME 400

static gboolean is_dropped(gunichar letter)
{
    static const char dropped[] = "'\u2019\u2018\u02bc\u02bb`\u00b4*";
    return (letter >= 0x300 && letter <= 0x36f) || g_utf8_strchr(dropped, -1, letter) != NULL;
}

static gboolean is_space(gunichar letter)
{
    static const char spaces[] = ".,;:()[]-\u2010\u2011\u2012\u2013\u2014_/";
    return g_unichar_isspace(letter) || g_utf8_strchr(spaces, -1, letter) != NULL;
}

/* Spaces around words, "&" spelt out. */
static char *plain_letters(const char *text)
{
    GString *plain = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (letter == '&')
            g_string_append(plain, " and ");
        else if (is_space(letter))
            g_string_append_c(plain, ' ');
        else if (!is_dropped(letter))
            g_string_append_unichar(plain, letter);
    }
    return g_string_free(plain, FALSE);
}

char *rk_geo_fold(const char *name)
{
    if (strlen(name) > LONGEST_NAME || !g_utf8_validate(name, -1, NULL))
        return NULL;
    g_autofree char *lower = g_utf8_casefold(name, -1);
    g_autofree char *apart = g_utf8_normalize(lower, -1, G_NORMALIZE_NFD);
    g_autofree char *plain = plain_letters(apart);
    g_auto(GStrv) words = g_strsplit(plain, " ", -1);
    GString *folded = g_string_new(NULL);
    for (guint i = 0; words[i] != NULL; i++) {
        if (*words[i] == '\0' || strcmp(words[i], "the") == 0)
            continue;
        if (folded->len > 0)
            g_string_append_c(folded, ' ');
        g_string_append(folded, strcmp(words[i], "st") == 0 ? "saint" : words[i]);
    }
    return g_string_free(folded, FALSE);
}
