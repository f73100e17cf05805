/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ways between colours and schemes against vega-scale, which uses d3-interpolate (tests/oracle/scene-color-blend.mjs).
 */
#include "unit.h"

#include "../oracle/scene-color-blend.h"
#include "scene/color-blend.h"
#include "scene/color-scheme.h"

#include <math.h>

static void test_blends(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(blend_oracle); i++) {
        RkColor from, to;
        char buffer[8];
        assert_true(rk_color_parse(blend_oracle[i].from, &from));
        assert_true(rk_color_parse(blend_oracle[i].to, &to));
        const RkColorBlend *blend = rk_color_blend_find(blend_oracle[i].way);
        assert_non_null(blend);
        RkColor color = rk_color_blend(blend, blend_oracle[i].gamma, from, to, blend_oracle[i].t);
        if (g_strcmp0(rk_color_write(color, buffer), blend_oracle[i].color) != 0)
            fail_msg("%s %g from %s to %s at %g: %s instead of %s", blend_oracle[i].way, blend_oracle[i].gamma,
                     blend_oracle[i].from, blend_oracle[i].to, blend_oracle[i].t, buffer, blend_oracle[i].color);
    }
    assert_null(rk_color_blend_find("oklab"));
    assert_null(rk_color_blend_find(NULL));
}

static void test_blend_names(void **state)
{
    (void)state;
    guint count = 0;
    for (const char *const *name = rk_color_blend_names(); *name != NULL; name++, count++)
        assert_string_equal(rk_color_blend_find(*name)->name, *name);
    assert_int_equal(count, 8);
}

/** Between the stops of a scheme vega-scale goes in rgb. */
static void test_ramps(void **state)
{
    (void)state;
    const RkColorBlend *rgb = rk_color_blend_find("rgb");
    for (guint i = 0; i < G_N_ELEMENTS(scheme_oracle); i++) {
        const RkColorScheme *scheme = rk_color_scheme_find(scheme_oracle[i].name);
        assert_non_null(scheme);
        assert_true(scheme->running);
        double along = scheme_oracle[i].t * (rk_color_scheme_length(scheme) - 1);
        guint below = MIN((guint)along, rk_color_scheme_length(scheme) - 2);
        RkColor color = rk_color_blend(rgb, 1, rk_color_scheme_color(scheme, below),
                                       rk_color_scheme_color(scheme, below + 1), along - below);
        char buffer[8];
        assert_string_equal(rk_color_write(color, buffer), scheme_oracle[i].color);
    }
}

static void test_lists(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(list_oracle); i++) {
        const RkColorScheme *scheme = rk_color_scheme_find(list_oracle[i].name);
        assert_non_null(scheme);
        assert_false(scheme->running);
        assert_int_equal(rk_color_scheme_length(scheme), list_oracle[i].length);
        char buffer[8];
        assert_string_equal(rk_color_write(rk_color_scheme_color(scheme, list_oracle[i].index), buffer),
                            list_oracle[i].color);
    }
}

static void test_scheme_names(void **state)
{
    (void)state;
    guint count = 0;
    for (const char *const *name = rk_color_scheme_names(); *name != NULL; name++, count++)
        assert_string_equal(rk_color_scheme_find(*name)->name, *name);
    /* The lists of https://vega.github.io/vega/docs/schemes/, counted there. */
    assert_int_equal(count, 68);
    assert_ptr_equal(rk_color_scheme_find("BlueOrange"), rk_color_scheme_find("blueorange"));
    assert_null(rk_color_scheme_find("blue"));
    assert_null(rk_color_scheme_find(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blends), cmocka_unit_test(test_blend_names),  cmocka_unit_test(test_ramps),
        cmocka_unit_test(test_lists),  cmocka_unit_test(test_scheme_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
