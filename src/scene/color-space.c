/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What charts measure in colours: WCAG 2.1 luminance and contrast, and OKLab (Björn Ottosson, "A perceptual color space
 * for image processing", 2020) for mixing and distance. It refuses to know palettes.
 */
#include "scene/color.h"

#include <math.h>

typedef struct {
    double lightness, a, b;
} OkLab;

static double to_linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double from_linear(double part)
{
    double encoded = part <= 0.0031308 ? part * 12.92 : 1.055 * pow(part, 1 / 2.4) - 0.055;
    return CLAMP(encoded, 0.0, 1.0);
}

static OkLab to_oklab(RkColor color)
{
    double red = to_linear(color.red);
    double green = to_linear(color.green);
    double blue = to_linear(color.blue);
    double l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return (OkLab){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                   1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                   0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

static double cube(double value)
{
    return value * value * value;
}

static RkColor from_oklab(OkLab lab, double alpha)
{
    double l = cube(lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
    double m = cube(lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
    double s = cube(lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
    return (RkColor){from_linear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                     from_linear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                     from_linear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), alpha};
}

double rk_color_luminance(RkColor color)
{
    return 0.2126 * to_linear(color.red) + 0.7152 * to_linear(color.green) + 0.0722 * to_linear(color.blue);
}

double rk_color_contrast(RkColor a, RkColor b)
{
    double first = rk_color_luminance(a);
    double second = rk_color_luminance(b);
    return (MAX(first, second) + 0.05) / (MIN(first, second) + 0.05);
}

static double between(double from, double to, double t)
{
    return from + (to - from) * t;
}

RkColor rk_color_mix(RkColor a, RkColor b, double t)
{
    /* The ends are given back as they came: the way there and back rounds. */
    if (t <= 0)
        return a;
    if (t >= 1)
        return b;
    OkLab from = to_oklab(a);
    OkLab to = to_oklab(b);
    OkLab mixed = {between(from.lightness, to.lightness, t), between(from.a, to.a, t), between(from.b, to.b, t)};
    return from_oklab(mixed, between(a.alpha, b.alpha, t));
}

double rk_color_distance(RkColor a, RkColor b)
{
    OkLab first = to_oklab(a);
    OkLab second = to_oklab(b);
    return hypot(hypot(first.lightness - second.lightness, first.a - second.a), first.b - second.b);
}
