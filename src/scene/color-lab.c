/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CIE L*a*b* and its polar form (hue, chroma, lightness) with the white point D50 and the matrices that d3-color uses,
 * so that mixed colours agree with it to the last digit shown. The hue of grey is NaN.
 */
#include "scene/color-blend-private.h"

#include <math.h>

#define WHITE_X 0.96422
#define WHITE_Z 0.82521
#define KNEE (6.0 / 29)
#define OFFSET (4.0 / 29)
#define DEGREES (180 / G_PI)

static double to_linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double from_linear(double part)
{
    return part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055;
}

static double compress(double t)
{
    return t > KNEE * KNEE * KNEE ? cbrt(t) : t / (3 * KNEE * KNEE) + OFFSET;
}

static double expand(double t)
{
    return t > KNEE ? t * t * t : 3 * KNEE * KNEE * (t - OFFSET);
}

RkColorParts rk_lab_enter(RkColor color)
{
    double red = to_linear(color.red), green = to_linear(color.green), blue = to_linear(color.blue);
    double y = compress(0.2225045 * red + 0.7168786 * green + 0.0606169 * blue), x = y, z = y;
    if (color.red != color.green || color.green != color.blue) {
        x = compress((0.4360747 * red + 0.3850649 * green + 0.1430804 * blue) / WHITE_X);
        z = compress((0.0139322 * red + 0.0971045 * green + 0.7141733 * blue) / WHITE_Z);
    }
    return (RkColorParts){{116 * y - 16, 500 * (x - y), 200 * (y - z)}};
}

RkColor rk_lab_leave(RkColorParts lab)
{
    double l = (lab.parts[0] + 16) / 116;
    double x = WHITE_X * expand(isnan(lab.parts[1]) ? l : l + lab.parts[1] / 500);
    double z = WHITE_Z * expand(isnan(lab.parts[2]) ? l : l - lab.parts[2] / 200);
    double y = expand(l);
    return (RkColor){from_linear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                     from_linear(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                     from_linear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), 1};
}

RkColorParts rk_hcl_enter(RkColor color)
{
    RkColorParts lab = rk_lab_enter(color);
    double l = lab.parts[0], a = lab.parts[1], b = lab.parts[2];
    if (a == 0 && b == 0)
        return (RkColorParts){{NAN, l > 0 && l < 100 ? 0 : NAN, l}};
    double hue = atan2(b, a) * DEGREES;
    return (RkColorParts){{hue < 0 ? hue + 360 : hue, sqrt(a * a + b * b), l}};
}

RkColor rk_hcl_leave(RkColorParts hcl)
{
    double hue = hcl.parts[0] / DEGREES;
    if (isnan(hue))
        return rk_lab_leave((RkColorParts){{hcl.parts[2], 0, 0}});
    return rk_lab_leave((RkColorParts){{hcl.parts[2], cos(hue) * hcl.parts[1], sin(hue) * hcl.parts[1]}});
}
