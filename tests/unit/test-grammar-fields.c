/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields in the grammar's figures: read as their channels and filters mean them, before any step looks at them.
 */
#include "support-figure.h"

#define HEAD "$schema: https://vega.github.io/schema/vega-lite/v6.json\n"
#define PLACES "x: {field: d, type: temporal}\n  y: {field: v, type: quantitative}\n"

/* A text among dates is missing, and told; texts without any date are no times. */
static void texts_that_are_no_dates(void **state)
{
    (void)state;
    static const char steps[] = "transform: [{filter: \"datum.d != null\"}]\nmark: point\nencoding:\n  " PLACES;
    g_autofree char *some =
        g_strconcat(HEAD "data: {values: [{d: Jan 1 2000, v: 1}, {d: soon, v: 2}, {d: later, v: 3}]}\n", steps, NULL);
    g_autofree char *none = g_strconcat(HEAD "data: {values: [{d: never, v: 1}]}\n", steps, NULL);
    assert_figure_warns(some, "figure.yaml:6:14: warning: 2 of 3 values of \"d\" are no dates, the first \"soon\"");
    assert_figure_fails(none, "figure.yaml:6:14: \"never\" in column \"d\" is not a date (periods are written 2020, "
                              "2020-S1, 2020-Q4, 2020-12, 2020-W52 or 2020-12-31)");
}

/* The type that the data's format gives is not changed. */
static void given_types_stay(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "data: {values: [{d: Jan 1 2000, v: 1}], format: {parse: {d: string}}}\n"
                             "transform: [{filter: \"datum.d == 'Jan 1 2000'\"}]\nmark: point\nencoding:\n  " PLACES,
                        "");
}

#define ROWS "data: {values: [{g: x, v: 1}, {g: y, v: 2}]}\n"
#define POINTS "mark: point\nencoding: {x: {field: g}, y: {field: v, type: quantitative}}\n"

/* The grammar draws a figure whose field no row has, and a warning names the nearest; ours is an error. */
static void fields_that_no_row_has(void **state)
{
    (void)state;
    assert_figure_warns(HEAD ROWS "transform: [{filter: \"!datum.gg\"}]\n" POINTS,
                        "figure.yaml:3:30: warning: no row has a field \"gg\" (did you mean \"g\"?)");
    assert_figure_fails(ROWS "transform: [{filter: \"!datum.gg\"}]\n" POINTS,
                        "figure.yaml:2:30: there is no column \"gg\" (did you mean \"g\"?)");
    assert_figure_warns(HEAD ROWS "mark: point\nencoding: {x: {field: gg}, y: {field: v, type: quantitative}}\n",
                        "figure.yaml:4:23: warning: no row has a field \"gg\" (did you mean \"g\"?)");
    assert_figure_fails(ROWS "mark: point\nencoding: {x: {field: gg}, y: {field: v}}\n",
                        "figure.yaml:3:23: there is no column \"gg\" (did you mean \"g\"?)");
}

/* A table to look things up in is one as well. */
static void fields_that_no_other_row_has(void **state)
{
    (void)state;
    assert_figure_warns(HEAD ROWS
                        "transform: [{lookup: g, from: {data: {values: [{k: x, w: 1}]}, key: k, fields: [ww]}, "
                        "default: null}]\n" POINTS,
                        "figure.yaml:3:81: warning: no row has a field \"ww\" (did you mean \"w\"?)");
}

/* A list is no field that nobody has: it is a text of several lines in the grammar, and parts of maps can be named. */
static void lists_and_maps(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "data: {values: [{a: 1, t: [one, two]}]}\nmark: text\nencoding: {text: {field: t}}\n", "");
    assert_figure_fails("data: {values: [{a: 1, t: [one, two]}]}\nmark: text\nencoding: {text: {field: t}}\n",
                        "figure.yaml:3:26: \"t\" holds lists or maps (name a part of it, such as t.length)");
    assert_figure_fails(HEAD "data: {values: [{a: 1, t: {b: two}}]}\nmark: text\nencoding: {text: {field: t}}\n",
                        "figure.yaml:4:26: \"t\" holds lists or maps (name a part of it, such as t.b)");
}

/* Milliseconds in quotes are no date, and the message says how they are read. */
static void milliseconds_in_texts(void **state)
{
    (void)state;
    assert_figure_fails(
        HEAD "data: {values: [{d: \"1577836800000\", v: 1}]}\nmark: point\nencoding:\n"
             "  x: {field: d, type: temporal}\n",
        "figure.yaml:5:14: \"1577836800000\" in column \"d\" is not a date (for milliseconds since 1970 "
        "write format: {parse: {d: number}})");
    assert_figure_warns(HEAD "data: {values: [{d: \"1577836800000\", v: 1}], format: {parse: {d: number}}}\n"
                             "mark: point\nencoding:\n  x: {field: d, type: temporal}\n",
                        "");
}

/* Expressions know data sets by their own names, and not before they are read. */
static void rows_in_expressions(void **state)
{
    (void)state;
    assert_figure_fails(HEAD ROWS "transform: [{calculate: \"length(data('source_0'))\", as: n}]\n" POINTS,
                        "figure.yaml:3:33: there is no data set \"source_0\" (name it under `datasets`)");
    assert_figure_fails(
        HEAD "params: [{name: n, expr: \"length(data('own'))\"}]\n" ROWS POINTS,
        "figure.yaml:2:34: the data set \"own\" is not read yet (use it in a transform or a condition)");
    assert_figure_fails(HEAD "params: [{name: p, select: point, value: [{g: x}]}]\n" ROWS
                             "transform: [{calculate: \"length(data('p_store'))\", as: n}]\n" POINTS,
                        "figure.yaml:4:33: what the selection of \"p_store\" begins with is no data set here (use a "
                        "condition or filter with `param`)");
}

/* The text "12" and the number 12 are one category, which is told. */
static void texts_and_numbers_alike(void **state)
{
    (void)state;
    assert_figure_warns(
        HEAD "data: {values: [{c: \"12\"}, {c: 12}, {c: \"7\"}]}\nmark: tick\nencoding:\n"
             "  x: {field: c, type: nominal}\n",
        "figure.yaml:5:6: warning: \"12\" is a text in some rows and a number in others, which makes one "
        "category of both (write all of them alike)");
}

/* A quantity and categories share no scale: in the grammar each has its own. */
static void layers_apart(void **state)
{
    (void)state;
    static const char layers[] = ROWS "layer:\n"
                                      "- {mark: point, encoding: {x: {field: v, type: quantitative}}}\n"
                                      "- {mark: tick, encoding: {x: {field: g, type: nominal}}}\n";
    g_autofree char *guest = g_strconcat(HEAD, layers, NULL);
    assert_figure_warns(guest, "figure.yaml:5:30: warning: the layers cannot share a scale of channel x: each has its "
                               "own (give the layers one type for this channel)");
    assert_figure_fails(layers, "figure.yaml:4:30: channel x is discrete in one layer and continuous in another, and "
                                "they share a scale (give the layers one type for this channel)");
}

/* A step below zero and a date that is none are refused where they stand. */
static void bins_and_dates_that_are_none(void **state)
{
    (void)state;
    assert_figure_fails(HEAD ROWS "mark: bar\nencoding: {x: {field: v, bin: {step: -2}}, y: {aggregate: count}}\n",
                        "figure.yaml:4:38: the step of classes is a number above zero");
    assert_figure_fails(
        HEAD "data: {values: [{d: \"2020-01-01\", v: 1}]}\nmark: bar\nencoding:\n"
             "  x: {field: d, timeUnit: day, type: ordinal, sort: [{day: mnday}]}\n  y: {field: v}\n",
        "figure.yaml:5:60: \"day\" of a date is a whole number from 0 to 7 (write a number, or the English name)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_that_are_no_dates), cmocka_unit_test(given_types_stay),
        cmocka_unit_test(fields_that_no_row_has),  cmocka_unit_test(fields_that_no_other_row_has),
        cmocka_unit_test(lists_and_maps),          cmocka_unit_test(layers_apart),
        cmocka_unit_test(rows_in_expressions),     cmocka_unit_test(milliseconds_in_texts),
        cmocka_unit_test(texts_and_numbers_alike), cmocka_unit_test(bins_and_dates_that_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
