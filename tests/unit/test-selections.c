/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selections before a reader touches them: frames of intervals, faint entries of legends, scales that begin elsewhere.
 */
#include "support-figure.h"

#define HEAD                                                                                                           \
    "$schema: https://vega.github.io/schema/vega-lite/v6.json\n"                                                       \
    "data: {values: [{a: 0, b: 2, c: p}, {a: 10, b: 1, c: q}]}\nwidth: 100\nheight: 100\n"
#define MARK                                                                                                           \
    "mark: point\nencoding:\n  x: {field: a, type: quantitative}\n  y: {field: b, type: quantitative}\n"               \
    "  color: {field: c}\n"

/* A note says that the picture is static. */
static RkScene *draw_selection(const char *text)
{
    GError *error = NULL;
    RkScene *scene = try_figure(text, NULL, NULL, &error);
    assert_non_null(scene);
    return scene;
}

/* The interval from 2 to 4 of ten on a hundred pixels: ground below the marks, outline above them. */
static void intervals_have_a_frame(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_selection(HEAD "params: [{name: s, select: {type: interval, encodings: [x]}, value: {x: [4, 2]}}]\n" MARK);
    const RkNode *ground = nth_node(scene_group(scene, "mark-rect role-mark", 0), 0);
    const RkNode *outline = nth_node(scene_group(scene, "mark-rect role-mark", 1), 0);
    assert_float_equal(ground->rect.x, 20, 1e-9);
    assert_float_equal(ground->rect.width, 20, 1e-9);
    assert_float_equal(ground->rect.height, 100, 1e-9);
    assert_float_equal(ground->style.fill.color.alpha, 0.125, 1e-9);
    assert_false(ground->style.stroke.set);
    assert_true(outline->style.stroke.set && !outline->style.fill.set);
}

static void none_without_ends_or_with_scales(void **state)
{
    (void)state;
    static const char *const parameters[] = {"{name: s, select: interval}",
                                             "{name: s, select: interval, bind: scales, value: {x: [2, 4]}}",
                                             "{name: s, select: point, value: [{c: p}]}"};
    for (guint i = 0; i < G_N_ELEMENTS(parameters); i++) {
        g_autofree char *text = g_strdup_printf(HEAD "params: [%s]\n" MARK, parameters[i]);
        g_autoptr(RkScene) scene = draw_selection(text);
        assert_false(has_group(scene, "mark-rect role-mark"));
    }
}

static void legends_show_what_is_selected(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_selection(HEAD "params: [{name: s, select: {type: point, fields: [c]}, bind: legend, value: p}]\n" MARK);
    const RkNode *symbols = scene_group(scene, "role-legend-symbol", 0);
    const RkNode *labels = scene_group(scene, "role-legend-label", 0);
    assert_float_equal(nth_node(symbols, 0)->style.opacity, 0.7, 1e-9);
    assert_float_equal(nth_node(symbols, 1)->style.opacity, 0.35, 1e-9);
    assert_float_equal(nth_node(labels, 0)->style.opacity, 1, 1e-9);
    assert_float_equal(nth_node(labels, 1)->style.opacity, 0.35, 1e-9);
}

static void ends_must_be_places(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "params: [{name: s, select: interval, value: {x: [low, 4]}}]\n" MARK,
                        "figure.yaml:5:50: channel x has numbers, and \"low\" gives none: unknown name \"low\" (did "
                        "you mean \"log\"?)");
}

static void values_are_of_what_is_looked_at(void **state)
{
    (void)state;
    assert_figure_fails(
        HEAD "params: [{name: s, select: {type: interval, encodings: [x]}, value: {x: [1, 2], yy: [1, 2]}}]\n" MARK,
        "figure.yaml:5:81: the selection \"s\" does not look at \"yy\" (it looks at x)");
    assert_figure_fails(HEAD "params: [{name: s, select: {type: point, fields: [a, c]}, value: [{d: p}]}]\n" MARK,
                        "figure.yaml:5:68: the selection \"s\" does not look at \"d\" (it looks at a, c)");
    assert_figure_fails(HEAD "params: [{name: s, select: interval}]\nmark: point\n"
                             "encoding: {x: {field: a, type: quantitative, scale: {domain: {param: s, field: d}}}}\n",
                        "figure.yaml:7:80: the selection \"s\" does not look at \"d\" (it looks at x, y)");
    assert_figure_fails(HEAD "params: [{name: s, select: interval, value: {x: [1]}}]\n" MARK,
                        "figure.yaml:5:49: an interval has two ends (write [from, to])");
    assert_figure_fails(HEAD "params: [{name: s, select: interval, value: {x: 1}}]\n" MARK,
                        "figure.yaml:5:49: params[0].value.x must be a list, not a number");
    assert_figure_fails(
        HEAD "params: [{name: s, select: point, value: [{c: [p]}]}]\n" MARK,
        "figure.yaml:5:47: params[0].value[0].c must be null, true or false, a number, a text or a map, "
        "not a list");
    assert_figure_fails(HEAD "params: [{name: v, value: 1, bind: {min: 0}}]\n" MARK,
                        "figure.yaml:5:36: params[0].bind needs the key \"input\" or \"element\" (kind of control: "
                        "range, select, radio, checkbox, text …)");
}

/* A parameter that is wrong is told where it stands, not where it is asked for. */
static void parameters_are_checked_before_they_are_used(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "params: [{nam: wide, value: 3}]\nmark: {type: point, size: {expr: wide}}\n",
                        "figure.yaml:5:11: unknown key \"nam\" in params[0] (did you mean \"name\"?)");
    assert_figure_fails(HEAD "config: {params: {wide: 3}}\nmark: {type: point, size: {expr: wide}}\n",
                        "figure.yaml:5:18: config.params must be a list, not a map");
}

static void predicates_are_one_thing(void **state)
{
    (void)state;
    assert_figure_fails(HEAD
                        "params: [{name: s, select: interval}]\ntransform: [{filter: {param: s, empt: true}}]\n" MARK,
                        "figure.yaml:6:33: unknown key \"empt\" in transform[0].filter (did you mean \"empty\"?)");
    assert_figure_fails(HEAD "transform: [{filter: {field: a, equal: 1, not: 'false'}}]\n" MARK,
                        "figure.yaml:5:43: a predicate is one thing, and this one has \"field\" and \"not\" (write a "
                        "predicate for each within {and: […]})");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_have_a_frame),
        cmocka_unit_test(none_without_ends_or_with_scales),
        cmocka_unit_test(legends_show_what_is_selected),
        cmocka_unit_test(ends_must_be_places),
        cmocka_unit_test(values_are_of_what_is_looked_at),
        cmocka_unit_test(parameters_are_checked_before_they_are_used),
        cmocka_unit_test(predicates_are_one_thing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
