/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dressing formatted digits: trimming, sign, currency and percent, grouping, padding, all in the words of a locale.
 * Lengths are counted in characters.
 */
#include "base/format-private.h"

#include <math.h>
#include <string.h>

#define DEFAULT_PRECISION 6
#define PLAIN_PRECISION 12
#define GROUP 3

typedef struct {
    RkSpecifier specifier;
    const RkNumberType *type;
    const RkLocale *locale;
    int precision;
} Recipe;

/* "n" is ",g"; no type at all is "~g" with twelve digits. */
static void settle_type(Recipe *recipe)
{
    RkSpecifier *specifier = &recipe->specifier;
    if (specifier->type == 'n') {
        specifier->comma = TRUE;
        specifier->type = 'g';
    } else if (specifier->type == '\0') {
        if (specifier->precision == RK_FORMAT_UNSET)
            specifier->precision = PLAIN_PRECISION;
        specifier->trim = TRUE;
        specifier->type = 'g';
    }
    recipe->type = rk_number_type_find(specifier->type);
    if (specifier->precision == RK_FORMAT_UNSET)
        recipe->precision = DEFAULT_PRECISION;
    else if (recipe->type->significant)
        recipe->precision = CLAMP(specifier->precision, 1, 21);
    else
        recipe->precision = MIN(specifier->precision, 20);
}

static void settle_padding(RkSpecifier *specifier)
{
    if (!specifier->zero && !(specifier->align == '=' && strcmp(specifier->fill, "0") == 0))
        return;
    specifier->zero = TRUE;
    specifier->align = '=';
    strcpy(specifier->fill, "0");
}

/* Zeros at the end of the fraction go, and the point when nothing is left behind it. */
static void trim_zeros(GString *text)
{
    const char *point = strchr(text->str, '.');
    if (point == NULL)
        return;
    gsize start = (gsize)(point - text->str);
    gsize end = start + 1 + strspn(point + 1, "0123456789");
    gsize keep = end;
    while (keep > start + 1 && text->str[keep - 1] == '0')
        keep--;
    if (keep == start + 1)
        keep = start;
    g_string_erase(text, (gssize)keep, (gssize)(end - keep));
}

static gboolean shows_zero(const char *text)
{
    gsize zeros = strspn(text, "0.");
    return zeros > 0 && (text[zeros] == '\0' || text[zeros] == 'e');
}

static void add_sign(const Recipe *recipe, gboolean negative, GString *prefix)
{
    char sign = recipe->specifier.sign;
    if (negative && sign == '(')
        g_string_append_c(prefix, '(');
    else if (negative)
        g_string_append(prefix, recipe->locale->minus);
    else if (sign == '+' || sign == ' ')
        g_string_append_c(prefix, sign);
}

static void add_symbol(const Recipe *recipe, GString *prefix)
{
    char symbol = recipe->specifier.symbol;
    char type = recipe->type->letter;
    if (symbol == '$')
        g_string_append(prefix, recipe->locale->currency[0]);
    else if (symbol == '#' && strchr("boxX", type) != NULL)
        g_string_append_printf(prefix, "0%c", g_ascii_tolower(type));
}

/* What stands behind the digits: fraction or exponent, SI prefix, currency or percent, closing bracket. */
static void move_suffix(const Recipe *recipe, gboolean negative, RkFormatted *digits, GString *suffix)
{
    const char *grouped = recipe->type->decimal ? "0123456789" : recipe->type->letter == 'c' ? "" : NULL;
    gsize whole = grouped != NULL ? strspn(digits->text->str, grouped) : digits->text->len;
    const char *rest = digits->text->str + whole;
    if (*rest == '.') {
        g_string_append(suffix, recipe->locale->decimal);
        rest++;
    }
    g_string_append(suffix, rest);
    g_string_truncate(digits->text, whole);
    g_string_append(suffix, digits->suffix);
    if (recipe->specifier.symbol == '$')
        g_string_append(suffix, recipe->locale->currency[1]);
    else if (recipe->type->percent)
        g_string_append(suffix, recipe->locale->percent);
    if (negative && recipe->specifier.sign == '(')
        g_string_append_c(suffix, ')');
}

/* Separators between threes, from the right. With zeros as padding the leftmost group gives way so that the whole is
 * `room` characters; 0 means no bound. */
static void group_digits(GString *text, gssize room, const RkLocale *locale)
{
    const guint8 threes[] = {GROUP, 0}, *groups = locale->grouping[0] > 0 ? locale->grouping : threes;
    const char *separator = locale->thousands;
    guint at = 0;
    g_autofree char *digits = g_strdup(text->str);
    gssize left = (gssize)text->len;
    gssize used = 0;
    g_string_truncate(text, 0);
    while (left > 0) {
        gssize size = groups[at];
        at = at + 1 < G_N_ELEMENTS(locale->grouping) && groups[at + 1] > 0 ? at + 1 : 0;
        if (room > 0 && used + size + 1 > room)
            size = MAX(1, room - used);
        size = MIN(size, left);
        left -= size;
        if (text->len > 0)
            g_string_prepend(text, separator);
        g_string_prepend_len(text, digits + left, size);
        used += size + 1;
        if (room > 0 && used > room)
            break;
    }
}

static void append_fill(GString *text, const char *fill, glong count)
{
    for (glong done = 0; done < count; done++)
        g_string_append(text, fill);
}

static char *assemble(const RkSpecifier *specifier, glong padding, const char *prefix, const char *digits,
                      const char *suffix)
{
    GString *text = g_string_new(NULL);
    char align = specifier->align;
    glong before = align == '>' ? padding : align == '^' ? padding / 2 : 0;
    append_fill(text, specifier->fill, before);
    g_string_append(text, prefix);
    if (align == '=')
        append_fill(text, specifier->fill, padding);
    g_string_append(text, digits);
    g_string_append(text, suffix);
    if (align == '<' || align == '^')
        append_fill(text, specifier->fill, padding - before);
    return g_string_free(text, FALSE);
}

static char *group_and_pad(const Recipe *recipe, const GString *prefix, GString *digits, const GString *suffix)
{
    const RkSpecifier *specifier = &recipe->specifier;
    const RkLocale *locale = recipe->locale;
    if (specifier->comma && !specifier->zero)
        group_digits(digits, 0, locale);
    glong suffix_length = g_utf8_strlen(suffix->str, -1);
    glong length = g_utf8_strlen(prefix->str, -1) + g_utf8_strlen(digits->str, -1) + suffix_length;
    glong padding = MAX(0, specifier->width - length);
    if (specifier->comma && specifier->zero) {
        for (glong done = 0; done < padding; done++)
            g_string_prepend_c(digits, '0');
        group_digits(digits, padding > 0 ? MAX(1, specifier->width - suffix_length) : 0, locale);
        padding = 0;
    }
    return assemble(specifier, padding, prefix->str, digits->str, suffix->str);
}

/** The digits of another script. Takes `text` over. */
static char *with_numerals(const RkLocale *locale, char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at++) {
        if (g_ascii_isdigit(*at))
            g_string_append(out, locale->numerals[*at - '0']);
        else
            g_string_append_c(out, *at);
    }
    g_free(text);
    return g_string_free(out, FALSE);
}

static char *apply(const Recipe *recipe, double value)
{
    g_autoptr(GString) prefix = g_string_new(NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GString) suffix = g_string_new(NULL);
    RkFormatted digits = {text, ""};
    gboolean verbatim = recipe->type->letter == 'c';
    if (isnan(value))
        g_string_append(text, recipe->locale->nan != NULL ? recipe->locale->nan : "NaN");
    else
        recipe->type->apply(verbatim ? value : fabs(value), recipe->precision, &digits);
    gboolean negative = !verbatim && !isnan(value) && signbit(value);
    if (!verbatim) {
        if (recipe->specifier.trim)
            trim_zeros(text);
        /* "−0" says nothing; only an explicit sign keeps it. */
        if (negative && recipe->specifier.sign != '+' && shows_zero(text->str))
            negative = FALSE;
        add_sign(recipe, negative, prefix);
    }
    add_symbol(recipe, prefix);
    move_suffix(recipe, negative, &digits, suffix);
    char *whole = group_and_pad(recipe, prefix, text, suffix);
    return recipe->locale->numerals[0] == NULL ? whole : with_numerals(recipe->locale, whole);
}

char *rk_format_number(const char *specifier, double value, const RkLocale *locale, GError **error)
{
    Recipe recipe = {.locale = locale != NULL ? locale : rk_locale_find(NULL)};
    if (!rk_specifier_parse(specifier, &recipe.specifier, error))
        return NULL;
    settle_type(&recipe);
    settle_padding(&recipe.specifier);
    return apply(&recipe, value);
}

gboolean rk_format_number_check(const char *specifier, GError **error)
{
    RkSpecifier parsed;
    return rk_specifier_parse(specifier, &parsed, error);
}
