/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that the grammar allows and that do nothing, or nothing that was meant: the reference draws these figures as if
 * they were not there, or with less than they say.
 */
#include "support-figure.h"

#define HEAD "$schema: https://vega.github.io/schema/vega-lite/v6.json\ndata: {values: [{g: x, v: 1}, {g: y, v: 2}]}\n"
#define PLACES "x: {field: g}, y: {field: v, type: quantitative}"
#define POINTS "mark: point\nencoding: {" PLACES "}\n"

static void numbers(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "mark: {type: line, strokeDash: [-2, 3]}\nencoding: {" PLACES "}\n",
                        "figure.yaml:3:33: warning: no dash has a negative length (write lengths from 0 on)");
    assert_figure_warns(HEAD "mark: point\nencoding: {" PLACES ", strokeDash: {value: [1, -1]}}\n",
                        "figure.yaml:4:86: warning: no dash has a negative length (write lengths from 0 on)");
    assert_figure_warns(
        HEAD "mark: {type: bar, color: {gradient: linear, stops: [{offset: 0, color: red}, {offset: 2, color: "
             "blue}]}}\nencoding: {" PLACES "}\n",
        "figure.yaml:3:87: warning: a gradient ends before this stop (write a number from 0 to 1)");
    assert_figure_warns(
        HEAD "mark: bar\nencoding: {x: {field: v, bin: {step: 0}}, y: {aggregate: count}}\n",
        "figure.yaml:4:38: warning: a step of 0 has no effect (leave it out, or give the width of a bin)");
    assert_figure_warns(HEAD
                        "mark: point\nencoding: {x: {field: g, bandPosition: 9}, y: {field: v, type: quantitative}}\n",
                        "figure.yaml:4:40: warning: a place outside of its band (write a number from 0 to 1)");
    assert_figure_warns(HEAD "mark: {type: boxplot, extent: -1}\nencoding: {y: {field: v, type: quantitative}}\n",
                        "figure.yaml:3:31: warning: whiskers of a negative length end within the box (write 1.5, or "
                        "min-max)");
}

static void numbers_that_the_schema_refuses(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "mark: bar\nencoding: {x: {field: g, scale: {padding: -3}}}\n",
                        "figure.yaml:4:43: -3 is no number from 0 on");
    assert_figure_fails(HEAD "mark: point\nencoding: {" PLACES
                             ", color: {field: v, type: quantitative, legend: {tickCount: -4}}}\n",
                        "figure.yaml:4:120: -4 is no number from 0 on");
    assert_figure_fails(HEAD "mark: bar\nencoding: {x: {field: v, bin: {step: 1e-12}}, y: {aggregate: count}}\n",
                        "figure.yaml:4:38: there are more than 10485760 classes (choose a wider step)");
    assert_figure_fails(HEAD "padding: -3\n" POINTS, "figure.yaml:3:10: -3 is no number from 0 on");
    assert_figure_fails(HEAD "transform: [{impute: v, value: 0}]\n" POINTS,
                        "figure.yaml:3:13: an impute transform needs the key \"key\" (the field by which rows are "
                        "missing)");
}

static void words_without_effect(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "resolve: {scale: {x: independent}}\n" POINTS,
                        "figure.yaml:3:10: warning: resolve has no effect on a view without layers (leave it out)");
    assert_figure_warns(
        HEAD "mark: bar\nencoding: {x: {field: g, type: nominal, stack: zero}, y: {field: v, type: quantitative}}\n",
        "figure.yaml:4:48: warning: categories are not stacked (stack the channel that shows the numbers)");
    assert_figure_warns(HEAD "params: [{name: a b, value: 1}]\n" POINTS,
                        "figure.yaml:3:17: warning: expressions cannot call a parameter whose name has a blank (write "
                        "it without blanks)");
    assert_figure_warns(HEAD "config: {locale: {number: {decimal: ','}}}\n" POINTS,
                        "figure.yaml:3:27: warning: the locale of numbers lacks thousands, grouping, currency (those "
                        "of the language are taken)");
    assert_figure_warns(
        HEAD "config: {locale: {time: {dateTime: '%c', date: '%x', time: '%X', periods: [am, pm]}}}\n" POINTS,
        "figure.yaml:3:25: warning: the locale of times lacks days, shortDays, months, shortMonths "
        "(those of the language are taken)");
}

static void ranges_that_nothing_uses(void **state)
{
    (void)state;
    assert_figure_warns(
        HEAD "config: {range: {category: [red, rde], ramp: bluse, heatmap: {scheme: zzz}}}\n" POINTS,
        "figure.yaml:3:34: warning: \"rde\" is not a colour (write a CSS colour such as #2B5C97)\n"
        "figure.yaml:3:71: warning: there is no colour scheme \"zzz\" (name a scheme, or list colours)\n"
        "figure.yaml:3:46: warning: there is no colour scheme \"bluse\" (did you mean \"blues\"?)");
    g_autoptr(RkScene) silent =
        draw_figure(HEAD "config: {range: {category: [red, '#00f'], ramp: blues-7, heatmap: {scheme: viridis}, "
                         "ordinal: category}}\n" POINTS);
    assert_non_null(silent);
}

/** The reference puts the end of a datum without a beginning at that pixel. */
static void data_without_a_beginning(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "mark: rule\nencoding: {x2: {datum: 3}, y: {field: v, type: quantitative}}\n",
                        "figure.yaml:4:24: warning: without x the datum of x2 is a number of pixels (add x, or write "
                        "`value` for `datum`)");
}

static void patterns(void **state)
{
    (void)state;
    assert_figure_warns(
        HEAD "mark: point\nencoding: {x: {field: g, axis: {format: .2f}}, y: {field: v, type: quantitative}}\n",
        "figure.yaml:4:41: warning: a pattern of numbers has no effect on words (leave it out, or write "
        "a labelExpr)");
    assert_figure_warns(HEAD "mark: point\nencoding: {x: {field: v, type: temporal, axis: {format: .2f}}}\n",
                        "figure.yaml:4:57: warning: all times read \".2f\" (write parts of times: %Y, %b %d …)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(numbers_that_the_schema_refuses),
        cmocka_unit_test(words_without_effect),
        cmocka_unit_test(ranges_that_nothing_uses),
        cmocka_unit_test(data_without_a_beginning),
        cmocka_unit_test(patterns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
