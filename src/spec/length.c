/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lengths on paper and screen: pixels of 1/96 inch, or a number with a unit. It refuses what is negative, and what no
 * picture can hold.
 */
#include "spec/figure.h"

#include "base/limits.h"
#include "spec/vocabulary-private.h"

static const struct {
    const char *name;
    double pixels;
} units[] = {{"px", 1}, {"pt", 96.0 / 72.0}, {"mm", 96.0 / 25.4}, {"cm", 96.0 / 2.54}, {"in", 96}};

/* Pixels of one unit; 0 when there is none of that name. */
static double unit_pixels(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
        if (g_str_equal(units[i].name, name))
            return units[i].pixels;
    }
    return 0;
}

static gboolean malformed(const RkValue *value, const char *text, GError **error)
{
    if (g_str_equal(text, "container")) {
        rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(value), "give a length such as 165mm",
                     "a static picture has no container to fill");
        return FALSE;
    }
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), "a number of pixels, or one with px, pt, mm, cm or in",
                 "\"%s\" is not a length", text);
    return FALSE;
}

/* Digits with at most one point, then a unit. */
static gboolean parse_text(const RkValue *value, const char *text, double *pixels, GError **error)
{
    const char *rest = text;
    guint digits = 0, points = 0;
    for (; g_ascii_isdigit(*rest) || *rest == '.'; rest++) {
        digits += *rest != '.';
        points += *rest == '.';
    }
    double number = g_ascii_strtod(text, NULL);
    while (*rest == ' ')
        rest++;
    double unit = unit_pixels(rest);
    if (digits == 0 || points > 1 || unit == 0)
        return malformed(value, text, error);
    *pixels = number * unit;
    return TRUE;
}

gboolean rk_length_parse(const RkValue *value, double *pixels, GError **error)
{
    double length = rk_value_number_or(value, 0);
    const char *text = rk_value_text_or(value, NULL);
    if (text == NULL && !rk_value_is(value, RK_VALUE_NUMBER)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "a length must be a number or a text, not %s",
                     rk_value_kind_name(value));
        return FALSE;
    }
    if (text != NULL && !parse_text(value, text, &length, error))
        return FALSE;
    if (!(length >= 0 && length <= RK_LIMIT_PIXELS_SIDE)) {
        rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(value), NULL, "a length must be from 0 to %u pixels",
                     RK_LIMIT_PIXELS_SIDE);
        return FALSE;
    }
    *pixels = length;
    return TRUE;
}

gboolean rk_check_length(const RkValue *value, GError **error)
{
    double pixels;
    return rk_value_is(value, RK_VALUE_MAP) || rk_value_is_text(value, "container") ||
           rk_length_parse(value, &pixels, error);
}
