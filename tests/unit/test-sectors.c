/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sectors by arithmetic: ends of arcs, the parallel sides of a gap, corners that touch side and ring. And paths in the
 * language of SVG, with the mistakes that make them none.
 */
#include "unit.h"

#include "scene/path-parse.h"
#include "scene/sector.h"

#include <math.h>

static RkPath outline(RkScene *scene, RkSector sector)
{
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_sector_outline(&sector, builder);
    return rk_path_take(builder, scene);
}

/* The numbers of the arcs, five each. */
static guint arcs_of(const RkPath *path, double arcs[8][5])
{
    const double *at = path->numbers;
    guint count = 0;
    for (guint i = 0; i < path->verb_count; i++) {
        guint numbers = path->verbs[i] == RK_PATH_ARC ? 5 : path->verbs[i] == RK_PATH_CLOSE ? 0 : 2;
        for (guint k = 0; path->verbs[i] == RK_PATH_ARC && k < 5; k++)
            arcs[count][k] = at[k];
        count += path->verbs[i] == RK_PATH_ARC;
        at += numbers;
    }
    return count;
}

static void test_quarter(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(0, 0);
    double arcs[8][5];
    RkPath pie = outline(scene, (RkSector){0, G_PI / 2, 0, 10, 0, 0});
    assert_int_equal(arcs_of(&pie, arcs), 1);
    assert_float_equal(pie.numbers[0], 0, 1e-9);
    assert_float_equal(pie.numbers[1], -10, 1e-9);
    assert_float_equal(arcs[0][3], -G_PI / 2, 1e-9);
    assert_float_equal(arcs[0][4], 0, 1e-9);
    RkPath ring = outline(scene, (RkSector){G_PI / 2, G_PI, 10, 4, 0, 0});
    assert_int_equal(arcs_of(&ring, arcs), 2);
    assert_float_equal(arcs[0][2], 10, 0);
    assert_float_equal(arcs[1][2], 4, 0);
    RkPath whole = outline(scene, (RkSector){0, 7, 4, 10, 2, 0.1});
    assert_int_equal(arcs_of(&whole, arcs), 2);
    assert_float_equal(arcs[0][4] - arcs[0][3], 2 * G_PI, 1e-9);
}

/* A gap of angle a is, on either side, as wide as the mean radius times sin(a / 2) at both rings. */
static void test_gap(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(0, 0);
    double arcs[8][5], gap = hypot(6, 8) * sin(0.05);
    RkPath path = outline(scene, (RkSector){0, 2, 6, 8, 0, 0.1});
    assert_int_equal(arcs_of(&path, arcs), 2);
    assert_float_equal(8 * sin(arcs[0][3] + G_PI / 2), gap, 1e-9);
    assert_float_equal(6 * sin(arcs[1][4] + G_PI / 2), gap, 1e-9);
}

/* Circles that touch the outer ring from inside and the side: the first side lies along the axis upwards. */
static void test_corners(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(0, 0);
    double arcs[8][5];
    RkPath path = outline(scene, (RkSector){0, 2, 20, 50, 5, 0});
    assert_int_equal(arcs_of(&path, arcs), 6);
    assert_float_equal(arcs[0][2], 5, 0);
    assert_float_equal(hypot(arcs[0][0], arcs[0][1]), 45, 1e-9);
    assert_float_equal(arcs[0][0], 5, 1e-9);
    assert_float_equal(hypot(arcs[3][0], arcs[3][1]), 25, 1e-9);
    /* A thin slice has room for a circle that touches both its sides only: r = (50 - r) sin 0.05. */
    path = outline(scene, (RkSector){0, 0.1, 20, 50, 12, 0});
    arcs_of(&path, arcs);
    assert_float_equal(arcs[0][2], 50 * sin(0.05) / (1 + sin(0.05)), 1e-9);
}

static void test_nothing(void **state)
{
    (void)state;
    const RkSector odd[] = {{0, NAN, 0, 10, 0, 0}, {0, 1, 0, INFINITY, 0, 0}, {0, 1, 0, 0, 0, 0},
                            {0, 1, -5, -9, 0, 0},  {0, 1, 0, 10, 0, NAN},     {INFINITY, 1, 0, 10, 0, 0}};
    g_autoptr(RkScene) scene = rk_scene_new(0, 0);
    for (guint i = 0; i < G_N_ELEMENTS(odd); i++)
        assert_int_equal(outline(scene, odd[i]).verb_count, 0);
    RkPath wide = outline(scene, (RkSector){0, 0.1, 0, 10, 0, 3});
    for (guint i = 0; i < wide.number_count; i++)
        assert_true(isfinite(wide.numbers[i]));
}

static void test_paths(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(0, 0);
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    assert_true(rk_path_parse("M1-1l.5.5h1V3zm1 1 2 2", 2, builder));
    RkPath path = rk_path_take(builder, scene);
    const double wanted[] = {2, -2, 3, -1, 5, -1, 5, 6, 4, 0, 8, 4};
    assert_int_equal(path.number_count, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < G_N_ELEMENTS(wanted); i++)
        assert_float_equal(path.numbers[i], wanted[i], 1e-12);
    /* A half circle of radius 1 in two pieces, whose first ends at its top. */
    assert_true(rk_path_parse("M-1,0A1 1 0 011,0Z", 1, builder));
    path = rk_path_take(builder, scene);
    assert_int_equal(path.verb_count, 4);
    assert_float_equal(path.numbers[6], 0, 1e-9);
    assert_float_equal(path.numbers[7], -1, 1e-9);
    static const char *const mistakes[] = {"",
                                           "L1,1",
                                           "M1",
                                           "M1,1 L2",
                                           "M1,1 X2,2",
                                           "M1,1Z3",
                                           "M1e400",
                                           "M,",
                                           "M0,0A1 1 0 2 0 1 1",
                                           "circles",
                                           "M1,1 L2000000,0",
                                           NULL};
    for (const char *const *text = mistakes; *text != NULL; text++) {
        if (rk_path_parse(*text, 1, builder) || !rk_path_is_empty(builder))
            fail_msg("\"%s\" is taken for a path", *text);
    }
    g_autofree char *long_text = g_strnfill(40000, ' ');
    assert_false(rk_path_parse(long_text, 1, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_quarter), cmocka_unit_test(test_gap),
                                       cmocka_unit_test(test_corners), cmocka_unit_test(test_nothing),
                                       cmocka_unit_test(test_paths)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
