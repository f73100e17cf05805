/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a single cell says by its text alone: missing, a code, true or false, meant as a period.
 */
#include "read/cells-private.h"
#include "table/companions.h"

#include <string.h>

static gboolean is_token(const RkValue *token, const char *text, gsize length)
{
    const char *expected = rk_value_text_or(token, "");
    return strlen(expected) == length && memcmp(expected, text, length) == 0;
}

/* 1 + position of the text in a list, or 1 when it is the text; 0 when it is not there. */
guint rk_cell_token(const RkValue *tokens, const char *text, gsize length)
{
    if (rk_value_is(tokens, RK_VALUE_TEXT))
        return is_token(tokens, text, length);
    for (guint i = 0; i < rk_value_length(tokens); i++)
        if (is_token(rk_value_at(tokens, i), text, length))
            return i + 1;
    return 0;
}

gboolean rk_cell_says_missing(const RkCellRules *rules, const char *text, gsize length)
{
    return length == 0 || rk_cell_token(rules->missing, text, length) > 0;
}

/* A measure of so many digits is rounded like any other; an identifier would become that of something else. */
static gboolean is_long_identifier(const RkCellRules *rules, const char *text, gsize length)
{
    double value;
    return length > 15 && memchr(text, '.', length) == NULL && !rules->loose &&
           rk_column_role(rules->name) != RK_ROLE_MEASURE &&
           rk_number_parse(text, length, RK_NUMBER_SYNTAX_PLAIN, &value) && rk_number_loses_digits(text, length, value);
}

gboolean rk_cell_is_code(const RkCellRules *rules, const char *text, gsize length)
{
    if (is_long_identifier(rules, text, length))
        return TRUE;
    if (length > 1 && text[0] == '+') {
        gsize digits = 1;
        while (digits < length && g_ascii_isdigit(text[digits]))
            digits++;
        if (digits == length)
            return TRUE;
    }
    gsize start = length > 0 && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    return length >= start + 2 && text[start] == '0' && g_ascii_isdigit(text[start + 1]);
}

guint8 rk_cell_boolean(const char *text, gsize length)
{
    if (length == 4 && (memcmp(text, "true", 4) == 0 || memcmp(text, "True", 4) == 0 || memcmp(text, "TRUE", 4) == 0))
        return 1;
    if (length == 5 &&
        (memcmp(text, "false", 5) == 0 || memcmp(text, "False", 5) == 0 || memcmp(text, "FALSE", 5) == 0))
        return 0;
    return RK_BOOLEAN_MISSING;
}

gboolean rk_cell_looks_like_period(const char *text, gsize length)
{
    gsize digits = 0;
    while (digits < length && g_ascii_isdigit(text[digits]))
        digits++;
    if (digits != 4 || length < 6)
        return FALSE;
    for (gsize i = digits; i < length; i++)
        if (!g_ascii_isdigit(text[i]) && strchr("-/:.+QWMSHTZ ", text[i]) == NULL)
            return FALSE;
    return TRUE;
}
