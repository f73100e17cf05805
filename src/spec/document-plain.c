/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The core schema of YAML 1.2: which plain scalars are null, booleans and numbers. Words that only YAML 1.1 knew (yes,
 * on, 1_000, 12:30) are text. Infinity and NaN are refused: a figure has no use for them, missing is null.
 */
#include "base/number.h"
#include "spec/document-private.h"

#include <math.h>
#include <string.h>

typedef enum { PLAIN_TEXT, PLAIN_NULL, PLAIN_TRUE, PLAIN_FALSE, PLAIN_NUMBER, PLAIN_RADIX, PLAIN_NOT_FINITE } PlainKind;

static gboolean is_one_of(const char *text, const char *const *words)
{
    return g_strv_contains(words, text);
}

static const char *skip_digits(const char *text)
{
    while (g_ascii_isdigit(*text))
        text++;
    return text;
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? */
static gboolean is_decimal(const char *text)
{
    text += *text == '-' || *text == '+';
    const char *rest = skip_digits(text);
    gboolean whole = rest > text;
    if (*rest == '.') {
        const char *fraction = rest + 1;
        rest = skip_digits(fraction);
        if (!whole && rest == fraction)
            return FALSE;
    } else if (!whole) {
        return FALSE;
    }
    if (*rest == 'e' || *rest == 'E') {
        const char *exponent = rest + 1;
        exponent += *exponent == '-' || *exponent == '+';
        rest = skip_digits(exponent);
        if (rest == exponent)
            return FALSE;
    }
    return *rest == '\0';
}

static gboolean is_radix(const char *text)
{
    if (text[0] != '0' || (text[1] != 'o' && text[1] != 'x') || text[2] == '\0')
        return FALSE;
    const char *digits = text[1] == 'o' ? "01234567" : "0123456789abcdefABCDEF";
    return text[2 + strspn(text + 2, digits)] == '\0';
}

static PlainKind plain_kind(const char *text)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL", NULL};
    static const char *const trues[] = {"true", "True", "TRUE", NULL};
    static const char *const falses[] = {"false", "False", "FALSE", NULL};
    static const char *const endless[] = {".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN", NULL};
    if (is_one_of(text, nulls))
        return PLAIN_NULL;
    if (is_one_of(text, trues))
        return PLAIN_TRUE;
    if (is_one_of(text, falses))
        return PLAIN_FALSE;
    if (is_decimal(text))
        return PLAIN_NUMBER;
    if (is_radix(text))
        return PLAIN_RADIX;
    return is_one_of(text + (*text == '-' || *text == '+'), endless) ? PLAIN_NOT_FINITE : PLAIN_TEXT;
}

static double radix_value(const char *text)
{
    double value = 0;
    int base = text[1] == 'o' ? 8 : 16;
    for (text += 2; *text != '\0'; text++)
        value = value * base + g_ascii_xdigit_value(*text);
    return value;
}

/* Above 2^53 not every whole number is a number. */
static gboolean radix_changes(const char *text, double value)
{
    return value >= 0x1p64 ||
           (value >= 0x1p53 && g_ascii_strtoull(text + 2, NULL, text[1] == 'o' ? 8 : 16) != (guint64)value);
}

static RkValue *plain_number(RkDocument *document, RkPlace place, const char *text, double value, GError **error)
{
    gboolean changed = is_radix(text) ? radix_changes(text, value) : rk_number_loses_digits(text, strlen(text), value);
    if (isfinite(value))
        return changed ? rk_document_number_with_digits(document, place, value, text)
                       : rk_document_number(document, place, value);
    rk_error_set(error, RK_ERROR_SYNTAX, place, "write null for a missing value, or quote a text",
                 "%s is not a finite number", text);
    return NULL;
}

RkValue *rk_document_plain(RkDocument *document, RkPlace place, const char *text, GError **error)
{
    PlainKind kind = plain_kind(text);
    if (kind == PLAIN_NULL)
        return rk_document_null(document, place);
    if (kind == PLAIN_TRUE || kind == PLAIN_FALSE)
        return rk_document_boolean(document, place, kind == PLAIN_TRUE);
    if (kind == PLAIN_TEXT)
        return rk_document_text(document, place, text);
    double value = NAN;
    if (kind == PLAIN_RADIX)
        value = radix_value(text);
    else if (kind == PLAIN_NUMBER && !rk_number_parse(text, strlen(text), RK_NUMBER_SYNTAX_PLAIN, &value))
        value = NAN;
    return plain_number(document, place, text, value, error);
}

gboolean rk_document_plain_is_special(const char *text)
{
    /* Words of YAML 1.1: quoted, so that older readers agree with ours. */
    static const char *const older[] = {"yes", "Yes", "YES", "no",  "No", "NO", "on", "On",
                                        "ON",  "off", "Off", "OFF", "<<", "=",  NULL};
    return plain_kind(text) != PLAIN_TEXT || is_one_of(text, older);
}
