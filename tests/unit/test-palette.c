/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of categories in the house look: how far any two are apart, in normal sight and as those see them who
 * lack a kind of cones, and what they are on a dark ground. Matrices are those of Machado, Oliveira and Fernandes
 * (2009) for severity 1, the least contrast of graphics is that of WCAG 2.1 (3 : 1).
 */
#include "unit.h"

#include "scene/color.h"
#include "spec/config.h"

#include <math.h>

/** So many are to be told apart best. */
enum { FIRST = 7, ALL = 12 };

static const double sights[][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
};

static double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double encoded(double part)
{
    part = fmin(1, fmax(0, part));
    return part <= 0.0031308 ? 12.92 * part : 1.055 * pow(part, 1 / 2.4) - 0.055;
}

static RkColor seen(const double sight[3][3], RkColor color)
{
    const double parts[] = {linear(color.red), linear(color.green), linear(color.blue)};
    double out[3];
    for (guint i = 0; i < 3; i++)
        out[i] = encoded(sight[i][0] * parts[0] + sight[i][1] * parts[1] + sight[i][2] * parts[2]);
    return (RkColor){out[0], out[1], out[2], 1};
}

static double least_distance(const RkColor *colors, guint count, guint from, guint to)
{
    double least = INFINITY;
    for (guint sight = from; sight <= to; sight++)
        for (guint i = 0; i < count; i++)
            for (guint k = 0; k < i; k++)
                least = fmin(least, rk_color_distance(seen(sights[sight], colors[i]), seen(sights[sight], colors[k])));
    return least;
}

static void read_colors(const RkConfig *config, RkColor colors[ALL])
{
    const RkValue *list = rk_config_get(config, "range", "category");
    assert_int_equal(rk_value_length(list), ALL);
    for (guint i = 0; i < ALL; i++)
        assert_true(rk_color_parse(rk_value_text_or(rk_value_at(list, i), ""), &colors[i]));
}

static void test_apart(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkConfig) light = rk_config_new(NULL, NULL, "report", &error);
    g_autoptr(RkConfig) dark = rk_config_on_dark(light);
    RkColor colors[ALL];
    read_colors(light, colors);
    assert_true(least_distance(colors, FIRST, 0, 0) >= 0.185);
    assert_true(least_distance(colors, FIRST, 1, 3) >= 0.14);
    assert_true(least_distance(colors, ALL, 0, 0) >= 0.12);
    assert_true(least_distance(colors, ALL, 1, 3) >= 0.08);
    read_colors(dark, colors);
    assert_true(least_distance(colors, FIRST, 0, 0) >= 0.17);
    assert_true(least_distance(colors, FIRST, 1, 3) >= 0.13);
    assert_true(least_distance(colors, ALL, 0, 0) >= 0.11);
    assert_true(least_distance(colors, ALL, 1, 3) >= 0.07);
}

static void test_on_dark(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkConfig) light = rk_config_new(NULL, NULL, "report", &error);
    g_autoptr(RkConfig) dark = rk_config_on_dark(light);
    RkColor colors[ALL], ground;
    read_colors(dark, colors);
    assert_true(rk_color_parse("#24303C", &ground));
    for (guint i = 0; i < ALL; i++)
        assert_true(rk_color_contrast(colors[i], ground) >= 3);
    static const char *const names[] = {"gas", "oil", "solid", "highlight", "context"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_true(rk_color_parse(rk_value_text_or(rk_config_get(dark, "palette", names[i]), ""), &colors[0]));
        assert_true(rk_color_contrast(colors[0], ground) >= 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_apart), cmocka_unit_test(test_on_dark)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
