/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves against d3-shape, and how they end: alone, as the edge of an area, of one or two points.
 */
#include "unit.h"

#include "../oracle/plot-curves.h"
#include "plot/curve.h"

#include <math.h>

#define TOLERANCE 1e-5

/* Whether the curve passes the place: some point of it, closely sampled, lies there. */
static gboolean passes(const RkPath *path, double x, double y)
{
    const double *at = path->numbers;
    double from_x = 0, from_y = 0;
    for (guint i = 0; i < path->verb_count; i++) {
        guint8 verb = path->verbs[i];
        guint count = verb == RK_PATH_CURVE ? 6 : verb == RK_PATH_CLOSE ? 0 : 2;
        for (guint k = 1; verb == RK_PATH_CURVE && k < 4; k++) {
            double t = k / 4.0, u = 1 - t;
            double here_x = u * u * u * from_x + 3 * u * u * t * at[0] + 3 * u * t * t * at[2] + t * t * t * at[4];
            double here_y = u * u * u * from_y + 3 * u * u * t * at[1] + 3 * u * t * t * at[3] + t * t * t * at[5];
            if (hypot(here_x - x, here_y - y) < TOLERANCE)
                return TRUE;
        }
        if (count > 0) {
            from_x = at[count - 2];
            from_y = at[count - 1];
            if (hypot(from_x - x, from_y - y) < TOLERANCE)
                return TRUE;
        }
        at += count;
    }
    return FALSE;
}

static RkPath draw(RkScene *scene, const char *name, const double *points, guint count, RkEdge edge)
{
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    RkCurve curve = {name, NAN, FALSE};
    rk_curve_draw(builder, &curve, points, count, edge);
    return rk_path_take(builder, scene);
}

static void test_oracle(void **state)
{
    (void)state;
    guint count = G_N_ELEMENTS(curve_points) / 2;
    for (guint i = 0; i < G_N_ELEMENTS(curve_oracle); i++) {
        const CurveOracle *wanted = &curve_oracle[i];
        g_autoptr(RkScene) scene = rk_scene_new(0, 0);
        RkPath path = draw(scene, wanted->name, curve_points, count, RK_EDGE_NONE);
        for (guint k = 0; k < wanted->count; k++) {
            if (!passes(&path, wanted->places[2 * k], wanted->places[2 * k + 1]))
                fail_msg("%s does not pass %g, %g", wanted->name, wanted->places[2 * k], wanted->places[2 * k + 1]);
        }
        assert_int_equal(path.verbs[0], RK_PATH_MOVE);
        assert_float_equal(path.numbers[0], wanted->places[0], TOLERANCE);
    }
    assert_int_equal(g_strv_length((char **)rk_curve_names), G_N_ELEMENTS(curve_oracle));
}

/* One point alone closes upon itself, two are a line; areas go back on their second edge and close. */
static void test_ends(void **state)
{
    (void)state;
    for (const char *const *name = rk_curve_names; *name != NULL; name++) {
        g_autoptr(RkScene) scene = rk_scene_new(0, 0);
        RkPath none = draw(scene, *name, curve_points, 0, RK_EDGE_NONE);
        assert_int_equal(none.verb_count, 0);
        RkPath one = draw(scene, *name, curve_points, 1, RK_EDGE_NONE);
        assert_int_equal(one.verb_count, 2);
        assert_int_equal(one.verbs[1], RK_PATH_CLOSE);
        RkPath two = draw(scene, *name, curve_points, 2, RK_EDGE_NONE);
        for (guint i = 0; i < two.number_count; i++)
            assert_true(isfinite(two.numbers[i]));
    }
    g_autoptr(RkScene) scene = rk_scene_new(0, 0);
    RkPath first = draw(scene, "natural", curve_points, 6, RK_EDGE_FIRST);
    RkPath second = draw(scene, "natural", curve_points, 6, RK_EDGE_SECOND);
    assert_int_equal(first.verbs[first.verb_count - 1], RK_PATH_CURVE);
    assert_int_equal(second.verbs[0], RK_PATH_LINE);
    assert_int_equal(second.verbs[second.verb_count - 1], RK_PATH_CLOSE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_oracle), cmocka_unit_test(test_ends)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
