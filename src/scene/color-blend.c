/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks from one colour to another as d3-interpolate 3 does: rgb, hsl, lab, hcl and cubehelix with the shorter or the
 * given way round the hues, and an exponent for rgb and cubehelix. The spaces are color-lab.c and color-helix.c.
 */
#include "scene/color-blend-private.h"

#include <math.h>

static const RkColorBlend blends[] = {
    {"rgb", rk_rgb_enter, rk_rgb_leave, FALSE, FALSE, TRUE, FALSE},
    {"hsl", rk_hsl_enter, rk_hsl_leave, TRUE, FALSE, FALSE, FALSE},
    {"hsl-long", rk_hsl_enter, rk_hsl_leave, TRUE, TRUE, FALSE, FALSE},
    {"lab", rk_lab_enter, rk_lab_leave, FALSE, FALSE, FALSE, FALSE},
    {"hcl", rk_hcl_enter, rk_hcl_leave, TRUE, FALSE, FALSE, FALSE},
    {"hcl-long", rk_hcl_enter, rk_hcl_leave, TRUE, TRUE, FALSE, FALSE},
    {"cubehelix", rk_cubehelix_enter, rk_cubehelix_leave, TRUE, FALSE, FALSE, TRUE},
    {"cubehelix-long", rk_cubehelix_enter, rk_cubehelix_leave, TRUE, TRUE, FALSE, TRUE},
};

const RkColorBlend *rk_color_blend_find(const char *name)
{
    for (guint i = 0; name != NULL && i < G_N_ELEMENTS(blends); i++) {
        if (g_str_equal(blends[i].name, name))
            return &blends[i];
    }
    return NULL;
}

const char *const *rk_color_blend_names(void)
{
    static const char *const names[] = {"rgb",      "hsl",       "hsl-long",       "lab", "hcl",
                                        "hcl-long", "cubehelix", "cubehelix-long", NULL};
    return names;
}

/** Straight, or constant where one end says nothing. */
static double straight(double a, double b, double t)
{
    double difference = b - a;
    if (difference == 0 || isnan(difference))
        return isnan(a) ? b : a;
    return a + t * difference;
}

static double bent(double a, double b, double t, double gamma)
{
    if (gamma == 1 || b - a == 0 || isnan(b - a))
        return straight(a, b, t);
    double from = pow(a, gamma), to = pow(b, gamma);
    return pow(from + t * (to - from), 1 / gamma);
}

static double turned(double a, double b, double t)
{
    double difference = b - a;
    if (difference > 180 || difference < -180)
        difference -= 360 * floor(difference / 360 + 0.5);
    return difference == 0 || isnan(difference) ? (isnan(a) ? b : a) : a + t * difference;
}

static RkColorParts parts_of(const RkColorBlend *blend, RkColor color)
{
    if (color.alpha <= 0)
        return (RkColorParts){{NAN, NAN, NAN}};
    return blend->enter(color);
}

static double shown(double part)
{
    return isnan(part) ? 0 : CLAMP(part, 0.0, 1.0);
}

RkColor rk_color_blend(const RkColorBlend *blend, double gamma, RkColor a, RkColor b, double t)
{
    RkColorParts from = parts_of(blend, a), to = parts_of(blend, b), mixed;
    double inner = blend->gamma ? gamma : 1;
    for (guint i = 0; i < 3; i++)
        mixed.parts[i] = bent(from.parts[i], to.parts[i], t, inner);
    if (blend->hue && !blend->long_way)
        mixed.parts[0] = turned(from.parts[0], to.parts[0], t);
    if (blend->twists)
        mixed.parts[2] = straight(from.parts[2], to.parts[2], pow(t, gamma));
    RkColor color = blend->leave(mixed);
    return (RkColor){shown(color.red), shown(color.green), shown(color.blue), shown(straight(a.alpha, b.alpha, t))};
}
