/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and writing d3-format specifiers. Stricter than d3 in one point: a type letter that nobody knows is an error
 * here, where d3 takes it for none.
 */
#include "base/format-private.h"

#include <string.h>

/* Nobody pads a label to more; a hostile width must not become memory. */
#define WIDEST 1000
#define MOST_PRECISE 1000

static const RkSpecifier blank = {
    .fill = " ", .align = '>', .sign = '-', .width = RK_FORMAT_UNSET, .precision = RK_FORMAT_UNSET};

static gboolean take_one_of(const char **at, const char *choices, char *taken)
{
    if (**at == '\0' || strchr(choices, **at) == NULL)
        return FALSE;
    *taken = *(*at)++;
    return TRUE;
}

static gboolean take(const char **at, char wanted)
{
    if (**at != wanted)
        return FALSE;
    (*at)++;
    return TRUE;
}

/* RK_FORMAT_UNSET where there is no digit. */
static int take_number(const char **at, int ceiling)
{
    if (!g_ascii_isdigit(**at))
        return RK_FORMAT_UNSET;
    int number = 0;
    for (; g_ascii_isdigit(**at); (*at)++)
        number = MIN(number * 10 + (**at - '0'), ceiling);
    return number;
}

/* A fill is any one character, but only in front of an alignment. */
static void take_alignment(const char **at, RkSpecifier *specifier)
{
    static const char alignments[] = "<>=^";
    const char *next = **at == '\0' ? *at : g_utf8_next_char(*at);
    gsize length = (gsize)(next - *at);
    if (length > 0 && *next != '\0' && strchr(alignments, *next) != NULL) {
        memcpy(specifier->fill, *at, length);
        specifier->fill[length] = '\0';
        *at = next;
    }
    take_one_of(at, alignments, &specifier->align);
}

static gboolean take_all(const char *at, RkSpecifier *specifier)
{
    take_alignment(&at, specifier);
    take_one_of(&at, "+-( ", &specifier->sign);
    take_one_of(&at, "$#", &specifier->symbol);
    specifier->zero = take(&at, '0');
    specifier->width = take_number(&at, WIDEST);
    specifier->comma = take(&at, ',');
    if (take(&at, '.')) {
        specifier->precision = take_number(&at, MOST_PRECISE);
        if (specifier->precision == RK_FORMAT_UNSET)
            return FALSE;
    }
    specifier->trim = take(&at, '~');
    if (*at != '\0')
        specifier->type = *at++;
    return *at == '\0';
}

gboolean rk_specifier_parse(const char *text, RkSpecifier *specifier, GError **error)
{
    text = text != NULL ? text : "";
    *specifier = blank;
    gboolean utf8 = g_utf8_validate(text, -1, NULL);
    if (!utf8 || !take_all(text, specifier)) {
        rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE,
                     "[[fill]align][sign][symbol][0][width][,][.precision][~][type], as in \",.1f\" or \".0%\"",
                     "\"%s\" is not a number format", utf8 ? text : "(not UTF-8)");
        return FALSE;
    }
    char type = specifier->type;
    if (type != '\0' && type != 'n' && rk_number_type_find(type) == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, "types are e f g r s % p b o d x X c n",
                     "the number format \"%s\" has no type that is known", text);
        return FALSE;
    }
    return TRUE;
}

char *rk_specifier_write(const RkSpecifier *specifier)
{
    GString *text = g_string_new(NULL);
    if (strcmp(specifier->fill, blank.fill) != 0)
        g_string_append_printf(text, "%s%c", specifier->fill, specifier->align);
    else if (specifier->align != blank.align)
        g_string_append_c(text, specifier->align);
    if (specifier->sign != blank.sign)
        g_string_append_c(text, specifier->sign);
    if (specifier->symbol != '\0')
        g_string_append_c(text, specifier->symbol);
    if (specifier->zero)
        g_string_append_c(text, '0');
    if (specifier->width != RK_FORMAT_UNSET)
        g_string_append_printf(text, "%d", specifier->width);
    if (specifier->comma)
        g_string_append_c(text, ',');
    if (specifier->precision != RK_FORMAT_UNSET)
        g_string_append_printf(text, ".%d", specifier->precision);
    if (specifier->trim)
        g_string_append_c(text, '~');
    if (specifier->type != '\0')
        g_string_append_c(text, specifier->type);
    return g_string_free(text, FALSE);
}
