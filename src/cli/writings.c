/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signs, digits in threes with marks between them, decimals: one pattern for all ways of writing.
 */
#include "cli/writings.h"

#include <string.h>

#include "base/number.h"

#define MINUS "\u2212"
#define MOST_DIGITS 18

gboolean rk_writing_has_comma(const char *word)
{
    double value;
    return strchr(word, ',') != NULL && rk_number_parse(word, strlen(word), (RkNumberSyntax){',', 0}, &value);
}

const char *rk_writing_skip_sign(const char *word)
{
    return g_str_has_prefix(word, MINUS) ? word + strlen(MINUS) : word + (*word == '-' || *word == '+');
}

/* Past so many digits; NULL when there are fewer or more. */
static const char *skip_digits(const char *word, gsize least, gsize most)
{
    gsize count = strspn(word, G_CSET_DIGITS);
    return count >= least && count <= most ? word + count : NULL;
}

/* Digits in threes with this mark between them: past them, and how often it stands there. NULL when they are not. */
static const char *skip_groups(const char *word, const char *mark, guint *groups)
{
    const char *at = skip_digits(rk_writing_skip_sign(word), 1, 3);
    for (*groups = 0; at != NULL && g_str_has_prefix(at, mark); (*groups)++)
        at = skip_digits(at + strlen(mark), 3, 3);
    return at;
}

/* TRUE when the mark can only part thousands: any blank can, a point or comma that stands there twice, or before
 * another one. */
static gboolean is_grouped(const char *word, const char *mark)
{
    guint groups = 0;
    const char *at = skip_groups(word, mark, &groups);
    if (at == NULL || groups == 0)
        return FALSE;
    gboolean ended = *at == '\0', blank = strchr(".,", *mark) == NULL;
    if (ended)
        return blank || groups > 1;
    const char *end = strchr(".,", *at) != NULL && *at != *mark ? skip_digits(at + 1, 1, MOST_DIGITS) : NULL;
    return end != NULL && *end == '\0';
}

static gboolean has_some(const char *word, const char *const *marks)
{
    for (; *marks != NULL; marks++)
        if (is_grouped(word, *marks))
            return TRUE;
    return FALSE;
}

gboolean rk_writing_has_blanks(const char *word)
{
    static const char *const marks[] = {" ", "\u00a0", "\u202f", "\u2009", "'", "\u2019", NULL};
    return has_some(word, marks);
}

gboolean rk_writing_has_commas(const char *word)
{
    return is_grouped(word, ",");
}

gboolean rk_writing_has_points(const char *word)
{
    return is_grouped(word, ".");
}

gboolean rk_writing_has_minus(const char *word)
{
    return g_str_has_prefix(word, MINUS) && g_ascii_isdigit(word[strlen(MINUS)]);
}

/* Past digits with one mark of decimals or groups of any kind; NULL when no number stands there. */
static const char *skip_number(const char *word)
{
    const char *at = rk_writing_skip_sign(word);
    if (!g_ascii_isdigit(*at))
        return NULL;
    while (g_ascii_isdigit(*at) || ((*at == '.' || *at == ',') && g_ascii_isdigit(at[1])))
        at++;
    return at;
}

/* "(1)", "[a]", "¹", "*", "†" */
static gboolean is_mark(const char *text)
{
    static const char *const marks[] = {"*", "**", "***", "†", "‡", "#", "¹", "²", "³", NULL};
    gsize length = strlen(text);
    gboolean brackets = length >= 3 && length <= 5 &&
                        ((text[0] == '(' && text[length - 1] == ')') || (text[0] == '[' && text[length - 1] == ']'));
    return brackets || g_strv_contains(marks, text);
}

/* One or two small letters, as flags are; "5 t" and "3 m" look the same, and only point, too. */
static gboolean are_letters(const char *text)
{
    gsize length = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    return length >= 1 && length <= 2 && text[length] == '\0';
}

gboolean rk_writing_has_note(const char *word)
{
    const char *end = skip_number(word);
    if (end == NULL || *end == '\0')
        return FALSE;
    gboolean apart = *end == ' ';
    end += strspn(end, " ");
    return is_mark(end) || (apart && are_letters(end));
}
