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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_have_a_frame),
        cmocka_unit_test(none_without_ends_or_with_scales),
        cmocka_unit_test(legends_show_what_is_selected),
        cmocka_unit_test(ends_must_be_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
