/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours of expressions, made from numbers or from other colours, and what they measure. A colour is the text
 * "rgb(r, g, b)". How colours are named is the drawing's business: the scope knows a reader.
 */
#include "transform/expression-private.h"

#include <math.h>

/** Red, green and blue 0–255, opacity 0–1. */
typedef struct {
    double red, green, blue, opacity;
} Color;

static double number_at(const RkScalar *arguments, guint count, guint index, double otherwise)
{
    return index < count && arguments[index].kind != RK_SCALAR_NULL ? rk_scalar_to_number(arguments[index]) : otherwise;
}

static RkScalar write_color(RkEvaluation *evaluation, Color color)
{
    int parts[3] = {(int)CLAMP(round(color.red), 0, 255), (int)CLAMP(round(color.green), 0, 255),
                    (int)CLAMP(round(color.blue), 0, 255)};
    char opacity[G_ASCII_DTOSTR_BUF_SIZE];
    if (isnan(color.red + color.green + color.blue))
        return rk_null();
    if (!(color.opacity < 1))
        return rk_evaluation_take(evaluation, g_strdup_printf("rgb(%d, %d, %d)", parts[0], parts[1], parts[2]));
    g_ascii_formatd(opacity, sizeof opacity, "%.6g", fmax(0, color.opacity));
    return rk_evaluation_take(evaluation,
                              g_strdup_printf("rgba(%d, %d, %d, %s)", parts[0], parts[1], parts[2], opacity));
}

static gboolean read_color(RkEvaluation *evaluation, RkScalar scalar, Color *color)
{
    double parts[4];
    const char *text = rk_scalar_to_text(evaluation, scalar);
    if (scalar.kind == RK_SCALAR_NULL)
        return FALSE;
    if (!rk_scope_read_color(evaluation->scope, text, parts)) {
        rk_evaluation_fail(evaluation, RK_ERROR_SPEC, "write a CSS colour such as #2B5C97", "\"%.60s\" is not a colour",
                           text);
        return FALSE;
    }
    *color = (Color){parts[0] * 255, parts[1] * 255, parts[2] * 255, parts[3]};
    return TRUE;
}

/** A colour of one argument is that colour; of several, what `of_parts` makes of the numbers. */
static RkScalar make(RkEvaluation *evaluation, const RkScalar *arguments, guint count,
                     Color (*of_parts)(double, double, double))
{
    Color color;
    if (count == 1)
        return read_color(evaluation, arguments[0], &color) ? write_color(evaluation, color) : rk_null();
    color = of_parts(number_at(arguments, count, 0, NAN), number_at(arguments, count, 1, NAN),
                     number_at(arguments, count, 2, NAN));
    color.opacity = number_at(arguments, count, 3, 1);
    return write_color(evaluation, color);
}

static Color of_rgb(double red, double green, double blue)
{
    return (Color){red, green, blue, 1};
}

static double hue_part(double hue, double low, double high)
{
    hue -= 360 * floor(hue / 360);
    return 255 * (hue < 60    ? low + (high - low) * hue / 60
                  : hue < 180 ? high
                  : hue < 240 ? low + (high - low) * (240 - hue) / 60
                              : low);
}

static Color of_hsl(double hue, double saturation, double lightness)
{
    double high = lightness + (lightness < 0.5 ? lightness : 1 - lightness) * saturation;
    double low = 2 * lightness - high;
    return (Color){hue_part(hue + 120, low, high), hue_part(hue, low, high), hue_part(hue - 120, low, high), 1};
}

static double unbend(double value)
{
    return value > 6.0 / 29 ? value * value * value : 3 * (6.0 / 29) * (6.0 / 29) * (value - 4.0 / 29);
}

static double to_screen(double light)
{
    return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055);
}

/** CIELAB under the white of D50, as in d3-color. */
static Color of_lab(double lightness, double a, double b)
{
    double height = (lightness + 16) / 116;
    double x = 0.96422 * unbend(height + a / 500), y = unbend(height), z = 0.82521 * unbend(height - b / 200);
    return (Color){to_screen(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                   to_screen(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                   to_screen(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), 1};
}

static Color of_hcl(double hue, double chroma, double lightness)
{
    double angle = hue * M_PI / 180;
    return of_lab(lightness, cos(angle) * chroma, sin(angle) * chroma);
}

/** Defines a function that makes a colour. */
#define COLOR(name, of_parts)                                                                                          \
    static RkScalar name(RkEvaluation *evaluation, const RkScalar *arguments, guint count)                             \
    {                                                                                                                  \
        return make(evaluation, arguments, count, of_parts);                                                           \
    }

COLOR(call_rgb, of_rgb)
COLOR(call_hsl, of_hsl)
COLOR(call_lab, of_lab)
COLOR(call_hcl, of_hcl)

static double linear(double part)
{
    double share = part / 255;
    return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance_of(Color color)
{
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

static RkScalar call_luminance(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    Color color;
    return read_color(evaluation, arguments[0], &color) ? rk_number(luminance_of(color)) : rk_null();
}

static RkScalar call_contrast(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    Color one, other;
    if (!read_color(evaluation, arguments[0], &one) || !read_color(evaluation, arguments[1], &other))
        return rk_null();
    double a = luminance_of(one), b = luminance_of(other);
    return rk_number((fmax(a, b) + 0.05) / (fmin(a, b) + 0.05));
}

const RkFunction rk_functions_color[] = {{"contrast", 2, 2, RK_SCALAR_NUMBER, call_contrast},
                                         {"hcl", 1, 4, RK_SCALAR_TEXT, call_hcl},
                                         {"hsl", 1, 4, RK_SCALAR_TEXT, call_hsl},
                                         {"lab", 1, 4, RK_SCALAR_TEXT, call_lab},
                                         {"luminance", 1, 1, RK_SCALAR_NUMBER, call_luminance},
                                         {"rgb", 1, 4, RK_SCALAR_TEXT, call_rgb},
                                         {NULL}};
