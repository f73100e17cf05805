/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranges of scales and what stands beside them: names that are none, results of another kind, ends without a beginning,
 * and lists that are too short.
 */
#include "support-figure.h"

#define HEAD "$schema: https://vega.github.io/schema/vega-lite/v6.json\ndata: {values: [{g: x, v: 1}, {g: y, v: 2}]}\n"
#define PLACES "x: {field: g}, y: {field: v, type: quantitative}"

static void ranges_by_name(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "mark: point\nencoding: {x: {field: v, type: quantitative, scale: {range: widht}}}\n",
                        "figure.yaml:4:61: there is no range \"widht\" for channel x (did you mean \"width\"?)");
    assert_figure_fails(
        HEAD "mark: point\nencoding: {" PLACES ", size: {field: v, type: quantitative, scale: {range: width}}}\n",
        "figure.yaml:4:114: the range \"width\" has nothing for channel size (write a list, or name one "
        "of config.range)");
    assert_figure_fails(HEAD "mark: point\nencoding: {" PLACES ", opacity: {field: g, scale: {range: zzz}}}\n",
                        "figure.yaml:4:97: there is no range \"zzz\" for channel opacity (known ranges: width, height, "
                        "symbol, category, diverging, heatmap, ordinal, ramp)");
    assert_figure_fails(HEAD "mark: point\nencoding: {" PLACES ", shape: {field: g, scale: {range: symbols}}}\n",
                        "figure.yaml:4:95: there is no range \"symbols\" for channel shape (did you mean \"symbol\"?)");
    g_autoptr(RkScene) named = draw_figure(HEAD "config: {range: {sizes: [1, 9]}}\nmark: point\nencoding: {" PLACES
                                                ", size: {field: v, type: quantitative, scale: {range: sizes}}}\n");
    assert_non_null(named);
}

static void kinds_of_results(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "mark: point\nencoding: {" PLACES ", shape: {field: g, scale: {range: [circle, null]}}}\n",
                        "figure.yaml:4:104: a range of shapes is made of names, not of null (write [circle, square])");
    assert_figure_fails(
        HEAD "mark: line\nencoding: {" PLACES ", strokeDash: {field: g, scale: {range: [[1, a]]}}}\n",
        "figure.yaml:4:105: a range of dashes is made of lists of lengths, not of a text (write [[4, 2], "
        "[1, 1]])");
    assert_figure_fails(
        HEAD "mark: line\nencoding: {" PLACES ", strokeDash: {field: g, scale: {range: [4, 2]}}}\n",
        "figure.yaml:4:101: a range of dashes is made of lists of lengths, not of a number (write [[4, 2], "
        "[1, 1]])");
}

static void ends_without_a_beginning(void **state)
{
    (void)state;
    assert_figure_fails(
        HEAD "mark: bar\nencoding: {x2: {field: v}, y: {field: g}}\n",
        "figure.yaml:4:16: channel x2 is the other end of x, which is not there (add x, or write x in its "
        "place)");
    assert_figure_fails(HEAD "mark: arc\nencoding: {theta2: {field: v}}\n",
                        "figure.yaml:4:20: channel theta2 is the other end of theta, which is not there (add theta, or "
                        "write theta in its place)");
}

static void legends_have_no_such_value(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "mark: point\nencoding: {" PLACES ", color: {field: g, legend: {values: [x, z]}}}\n",
                        "figure.yaml:4:101: warning: channel color has no \"z\" to label");
}

static void words_of_transforms(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "transform: [{stack: v, groupby: [g], as: [a]}]\nmark: point\nencoding: {" PLACES "}\n",
                        "figure.yaml:3:42: transform[0].as must have 2 items, not 1 (names of the new columns: [start, "
                        "end])");
    assert_figure_fails(HEAD "transform: [{filter: true}]\nmark: point\nencoding: {" PLACES "}\n",
                        "figure.yaml:3:22: transform[0].filter must be a text or a map, not true or false");
    assert_figure_fails(HEAD
                        "mark: point\nencoding: {x: {field: g}, y: {field: v, type: quantitative, impute: {method: "
                        "meen}}}\n",
                        "figure.yaml:4:78: method cannot be \"meen\" (did you mean \"mean\"?)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranges_by_name),           cmocka_unit_test(kinds_of_results),
        cmocka_unit_test(ends_without_a_beginning), cmocka_unit_test(legends_have_no_such_value),
        cmocka_unit_test(words_of_transforms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
