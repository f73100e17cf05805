/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Channels that a mark has no use for: told with their place, and nothing is made of them.
 */
#include "support-figure.h"

#define HEAD                                                                                                           \
    "$schema: https://vega.github.io/schema/vega-lite/v6.json\n"                                                       \
    "data: {values: [{a: 1, b: 2, c: p}, {a: 2, b: 1, c: q}]}\n"
#define PLACES "x: {field: a, type: quantitative}\n  y: {field: b, type: quantitative}\n"

static void told_by_name_and_place(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "mark: bar\nencoding:\n  " PLACES "  shape: {field: c}\n",
                        "figure.yaml:7:3: warning: channel shape has no effect on the bar mark");
    assert_figure_warns(HEAD "mark: rect\nencoding:\n  " PLACES "  text: {field: c}\n  theta: {field: a}\n",
                        "figure.yaml:7:3: warning: channel text has no effect on the rect mark\n"
                        "figure.yaml:8:3: warning: channel theta has no effect on the rect mark");
    assert_figure_warns(HEAD "mark: point\nencoding:\n  " PLACES "  shape: {field: c}\n", "");
}

/* An offset needs bands; the angle of an arc is its theta, where it has no other. */
static void channels_that_others_decide_about(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "mark: bar\nencoding:\n  " PLACES "  xOffset: {field: c}\n",
                        "figure.yaml:7:3: warning: channel xOffset has no effect where x is continuous (offsets need "
                        "an ordinal place)");
    assert_figure_warns(HEAD "mark: bar\nencoding:\n  x: {field: c}\n  yOffset: {field: c}\n  y: {aggregate: count}\n",
                        "figure.yaml:6:3: warning: channel yOffset has no effect where y is continuous (offsets need "
                        "an ordinal place)");
    assert_figure_warns(HEAD "mark: arc\nencoding:\n  angle: {field: b, type: quantitative}\n", "");
    assert_figure_warns(HEAD "mark: arc\nencoding:\n  angle: {field: b, type: quantitative}\n  theta: {value: 1}\n",
                        "figure.yaml:5:3: warning: channel angle has no effect on the arc mark");
}

/* The rows of a group are not parted by it, and there is no legend. */
static void nothing_is_made_of_them(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkScene) scene = try_figure(
        HEAD "mark: bar\nencoding:\n  y: {aggregate: sum, field: b}\n  shape: {field: c}\n", NULL, NULL, &error);
    assert_non_null(scene);
    assert_false(has_group(scene, "role-legend"));
    assert_int_equal(count_nodes(scene_group(scene, "role-mark", 0), RK_NODE_RECT), 1);
}

/* What one layer uses is not idle, wherever else it has no effect; what none uses is told once. */
static void layers_share_them(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "encoding:\n  " PLACES "  shape: {field: c}\nlayer: [{mark: bar}, {mark: point}]\n", "");
    assert_figure_warns(HEAD "encoding:\n  " PLACES "  shape: {field: c}\nlayer: [{mark: bar}, {mark: rect}]\n",
                        "figure.yaml:6:3: warning: channel shape has no effect on the bar mark");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(told_by_name_and_place),
        cmocka_unit_test(channels_that_others_decide_about),
        cmocka_unit_test(nothing_is_made_of_them),
        cmocka_unit_test(layers_share_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
