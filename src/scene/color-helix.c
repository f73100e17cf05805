/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The spaces that are made from sRGB without regard to the eye: sRGB itself, HSL, and Dave Green's cubehelix ("A colour
 * scheme for the display of astronomical intensity images", 2011) as d3-color defines them. The hue of grey is NaN.
 */
#include "scene/color-blend-private.h"

#include <math.h>

#define DEGREES (180 / G_PI)
/* The coefficients of Green's paper, in the order in which it gives them. */
#define A -0.14861
#define B 1.78277
#define C -0.29227
#define D -0.90649
#define E 1.97294

RkColorParts rk_rgb_enter(RkColor color)
{
    /* On the scale of bytes, so that halves between two bytes are halves. */
    return (RkColorParts){{color.red * 255, color.green * 255, color.blue * 255}};
}

RkColor rk_rgb_leave(RkColorParts rgb)
{
    return (RkColor){rgb.parts[0] / 255, rgb.parts[1] / 255, rgb.parts[2] / 255, 1};
}

static double hue_of(RkColor color, double highest, double range)
{
    if (color.red == highest)
        return (color.green - color.blue) / range + (color.green < color.blue ? 6 : 0);
    if (color.green == highest)
        return (color.blue - color.red) / range + 2;
    return (color.red - color.green) / range + 4;
}

RkColorParts rk_hsl_enter(RkColor color)
{
    double lowest = fmin(fmin(color.red, color.green), color.blue);
    double highest = fmax(fmax(color.red, color.green), color.blue);
    double range = highest - lowest, lightness = (highest + lowest) / 2;
    if (range == 0)
        return (RkColorParts){{NAN, lightness > 0 && lightness < 1 ? 0 : NAN, lightness}};
    double saturation = range / (lightness < 0.5 ? highest + lowest : 2 - highest - lowest);
    return (RkColorParts){{hue_of(color, highest, range) * 60, saturation, lightness}};
}

static double hsl_part(double hue, double low, double high)
{
    if (hue < 60)
        return low + (high - low) * hue / 60;
    if (hue < 180)
        return high;
    return hue < 240 ? low + (high - low) * (240 - hue) / 60 : low;
}

RkColor rk_hsl_leave(RkColorParts hsl)
{
    double hue = fmod(hsl.parts[0], 360) + (hsl.parts[0] < 0 ? 360 : 0), lightness = hsl.parts[2];
    double saturation = isnan(hue) || isnan(hsl.parts[1]) ? 0 : hsl.parts[1];
    double high = lightness + (lightness < 0.5 ? lightness : 1 - lightness) * saturation, low = 2 * lightness - high;
    if (isnan(hue))
        hue = 0;
    return (RkColor){hsl_part(hue >= 240 ? hue - 240 : hue + 120, low, high), hsl_part(hue, low, high),
                     hsl_part(hue < 120 ? hue + 240 : hue - 120, low, high), 1};
}

RkColorParts rk_cubehelix_enter(RkColor color)
{
    double mixed = B * C - D * A;
    double l = (mixed * color.blue + E * D * color.red - E * B * color.green) / (mixed + E * D - E * B);
    double bluish = color.blue - l, k = (E * (color.green - l) - C * bluish) / D;
    double saturation = sqrt(k * k + bluish * bluish) / (E * l * (1 - l));
    double hue = saturation != 0 && !isnan(saturation) ? atan2(k, bluish) * DEGREES - 120 : NAN;
    return (RkColorParts){{hue < 0 ? hue + 360 : hue, saturation, l}};
}

RkColor rk_cubehelix_leave(RkColorParts helix)
{
    double hue = isnan(helix.parts[0]) ? 0 : (helix.parts[0] + 120) / DEGREES, l = helix.parts[2];
    double amplitude = isnan(helix.parts[1]) ? 0 : helix.parts[1] * l * (1 - l);
    double c = cos(hue), s = sin(hue);
    return (RkColor){l + amplitude * (A * c + B * s), l + amplitude * (C * c + D * s), l + amplitude * (E * c), 1};
}
