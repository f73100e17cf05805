/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures and data that cannot be drawn: each says where, what and what to do, and nothing is drawn instead.
 */
#include "unit-folder.h"

#include <unistd.h>

#include "support-figure.h"

#define PROJECT                                                                                                        \
    "paths stay inside the project, which begins in the nearest folder upwards that holds a file rodiklis.yaml"

/* Draws `text` as if it were project/figure.yaml in the folder of these tests, which is the project. */
static RkScene *try_in_folder(const char *text, RkDiagnostics *diagnostics, GError **error)
{
    g_autofree char *name = in_folder("figure.yaml");
    return try_figure(text, name, diagnostics, error);
}

/* The description with the folder's name struck out. */
static char *without_folder(char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, folder, -1);
    g_free(text);
    return g_strjoinv("HERE", parts);
}

static void assert_fails_here(const char *text, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkScene) scene = try_in_folder(text, NULL, &error);
    if (scene != NULL)
        fail_msg("this should fail with %s\n%s", expected, text);
    g_autofree char *described = without_folder(rk_error_describe(error));
    g_clear_error(&error);
    if (strcmp(described, expected) != 0)
        fail_msg("the error is\n%s\nexpected\n%s", described, expected);
}

static void assert_warns_here(const char *text, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkScene) scene = try_in_folder(text, diagnostics, &error);
    assert_non_null(scene);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *line = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        g_string_append_printf(all, "%s\n", line);
    }
    g_autofree char *described = without_folder(g_strdup(all->str));
    assert_string_equal(described, expected);
}

static void put_here(const char *name, const char *text)
{
    g_autofree char *path = in_folder(name);
    put(path, text);
}

#define BARS "mark: bar\nencoding: {y: {field: c}, x: {field: v}}\n"

static void data_files(void **state)
{
    (void)state;
    put_here("empty.csv", "");
    put_here("good.csv", "c,v\nA,1\nB,2\n");
    assert_fails_here(
        "data: {url: nowhere.csv}\n" BARS,
        "HERE/figure.yaml:1:13: \"nowhere.csv\" cannot be opened: No such file or directory (paths start in the "
        "folder of this file)");
    assert_fails_here("data: {url: empty.csv}\n" BARS,
                      "HERE/empty.csv: the file is empty (the first line must name the columns)");
    assert_fails_here("data: {url: good.csv}\nmark: bar\nencoding: {y: {field: c}, x: {field: vv}}\n",
                      "HERE/figure.yaml:3:38: there is no column \"vv\" (did you mean \"v\"?)");
    assert_fails_here("data: {url: ../../../../etc/passwd}\n" BARS,
                      "HERE/figure.yaml:1:13: \"../../../../etc/passwd\" leads out of the project folder (" PROJECT
                      ")");
    assert_fails_here("data: {url: /etc/passwd}\n" BARS,
                      "HERE/figure.yaml:1:13: \"/etc/passwd\" is an absolute path (" PROJECT ")");
    assert_fails_here("data: {url: \"https://example.org/good.csv\"}\n" BARS,
                      "HERE/figure.yaml:1:13: data are not fetched from \"https://example.org/good.csv\" (keep a copy "
                      "beside the figure)");
}

/* A header alone names columns but no types and no rows: an empty figure, and it is said. */
static void header_alone(void **state)
{
    (void)state;
    put_here("header.csv", "c,v\n");
    assert_warns_here("data: {url: header.csv}\n" BARS,
                      "HERE/figure.yaml:3:30: warning: channel x has no value to draw (the view has no rows: look at "
                      "its data and filters)\nHERE/figure.yaml:3:15: warning: channel y has no value to draw (the view "
                      "has no rows: look at its data and filters)\n");
}

/* A link that leads out of the project is outside. */
static void links_lead_nowhere_else(void **state)
{
    (void)state;
    g_autofree char *path = in_folder("link.csv");
    assert_int_equal(symlink("/etc/passwd", path), 0);
    assert_fails_here("data: {url: link.csv}\n" BARS,
                      "HERE/figure.yaml:1:13: \"link.csv\" leads out of the project folder through a link (" PROJECT
                      ")");
}

static void data_sets(void **state)
{
    (void)state;
    assert_fails_here("datasets: {a: {name: a}}\ndata: {name: a}\n" BARS,
                      "HERE/figure.yaml:1:15: the data set \"a\" is made from itself");
    assert_fails_here("datasets: {a: {name: b}, b: {name: a}}\ndata: {name: a}\n" BARS,
                      "HERE/figure.yaml:1:15: the data set \"a\" is made from itself");
    assert_fails_here(
        "datasets:\n  a:\n    values: [{c: x, v: 1}]\n    transform: [{lookup: c, from: {data: {name: a}, "
        "key: c, fields: [v]}}]\ndata: {name: a}\n" BARS,
        "HERE/figure.yaml:3:5: the data set \"a\" is made from itself");
    assert_fails_here("data: {name: b}\ndatasets: {a: [{c: x, v: 1}]}\n" BARS,
                      "HERE/figure.yaml:1:14: there is no data set \"b\" (name it under `datasets`)");
}

static void scales(void **state)
{
    (void)state;
    assert_figure_fails("data: {values: [{a: x, v: 1}]}\nmark: point\nencoding:\n  x: {field: v}\n"
                        "  y: {field: a, type: quantitative, scale: {type: log}}\n",
                        "figure.yaml:5:6: the field \"a\" of channel y is text, which cannot be quantitative (write "
                        "type: nominal, or mend the column so that all its cells are numbers)");
    assert_figure_fails(
        "data: {values: [{v: 1}, {v: -2}]}\nmark: point\nencoding: {x: {field: v, scale: {type: log}}}\n",
        "figure.yaml:3:15: channel x: a log scale needs values that are all above or all below zero (filter those "
        "rows, or use a linear or symlog scale)");
    assert_figure_fails(
        "data: {values: [{v: 1}, {v: 0}]}\nmark: point\nencoding: {x: {field: v, scale: {type: log}}}\n",
        "figure.yaml:3:15: channel x: a log scale needs values that are all above or all below zero (filter those "
        "rows, or use a linear or symlog scale)");
    assert_figure_fails(
        "data: {values: [{v: 1}]}\nmark: point\nencoding: {x: {field: v, scale: {type: log, domain: [0, "
        "10]}}}\n",
        "figure.yaml:3:54: channel x: a log scale needs values that are all above or all below zero (another "
        "domain, or a linear or symlog scale)");
    assert_figure_fails(
        "data: {values: [{v: 1}]}\nmark: point\nencoding: {x: {field: v, scale: {type: log, base: 1}}}\n",
        "figure.yaml:3:51: channel x: the base of a log scale is a number above 1 and at most a million "
        "(base: 10 is usual)");
    assert_figure_fails("data: {values: [{v: 1, c: a}]}\nmark: bar\nencoding: {x: {field: v}, color: {field: c, scale: "
                        "{scheme: nosuch}}}\n",
                        "figure.yaml:3:61: channel color has no colours: no such range or scheme as \"nosuch\" (name a "
                        "scheme, or list colours as `range`)");
    assert_figure_fails(
        "data: {values: [{v: 5}]}\nmark: point\nencoding: {x: {field: v, scale: {type: pow, exponent: 1e9}}}\n",
        "figure.yaml:3:15: channel x: the values are too great, too small or too far apart for this scale (filter "
        "those "
        "rows, or use a linear or symlog scale)");
    assert_figure_fails(
        "data: {values: [{v: 1}]}\nmark: point\nencoding: {x: {field: v, scale: {type: symlog, constant: 0}}}\n",
        "figure.yaml:3:15: channel x: the constant of a symlog scale is a number above 0 (filter those "
        "rows, or use a linear or symlog scale)");
    assert_figure_fails("data: {values: [{v: 1}]}\nmark: point\nencoding: {x: {field: v}, color: {field: v, scale: "
                        "{interpolate: hsv}}}\n",
                        "figure.yaml:3:66: encoding.color.scale.interpolate cannot be \"hsv\" (did you mean \"hsl\"?)");
    assert_figure_fails("data: {values: [{v: 1}]}\nmark: point\nencoding: {x: {field: v, scale: {bins: [3, 2]}}}\n",
                        "figure.yaml:3:44: the borders of bins must grow");
    assert_figure_fails("data: {values: [{v: 1}]}\nmark: point\nencoding: {x: {field: v}, shape: {field: v, type: "
                        "nominal, scale: {range: [squere]}}}\n",
                        "figure.yaml:3:76: there is no symbol \"squere\" (did you mean \"square\"?)");
    assert_figure_fails(
        "data: {values: [{v: 1, c: a}]}\nmark: bar\nencoding: {x: {field: v}, color: {field: v, scale: "
        "{scheme: {name: viridus, count: 3}}}}\n",
        "figure.yaml:3:68: channel color has no colours: no such range or scheme as \"viridus\" (did you "
        "mean \"viridis\"?)");
    assert_figure_fails("data: {values: [{v: 1, c: a}]}\nmark: bar\nencoding: {x: {field: v}, color: {field: c, scale: "
                        "{range: [nosuch]}}}\n",
                        "figure.yaml:3:61: \"nosuch\" is not a colour (write a CSS colour such as #2B5C97)");
}

static void layers_disagree(void **state)
{
    (void)state;
    assert_figure_fails("data: {values: [{v: 1, c: a}]}\nlayer:\n  - mark: point\n    encoding: {x: {field: v}}\n"
                        "  - mark: point\n    encoding: {x: {field: c}}\n",
                        "figure.yaml:6:19: channel x is discrete in one layer and continuous in another, and they "
                        "share a scale (give the layers one type for this channel)");
}

static void nothing_to_draw_is_told(void **state)
{
    (void)state;
    assert_figure_warns("data:\n  values: [{c: A, v: null}, {c: B, v: null}]\n  format: {parse: {v: number}}\n" BARS,
                        "figure.yaml:5:30: warning: channel x has no value to draw (all values are missing: look at "
                        "the column and the filters)");
    assert_figure_warns("data: {values: [{v: 1, c: A}]}\ntransform: [{filter: \"datum.v > 3\"}]\n" BARS,
                        "figure.yaml:4:30: warning: channel x has no value to draw (the view has no rows: look at its "
                        "data and filters)\nfigure.yaml:4:15: warning: channel y has no value to draw (the view has no "
                        "rows: look at its data and filters)");
    assert_figure_warns("data:\n  values: [{v: null}]\n  format: {parse: {v: number}}\nmark: point\n"
                        "encoding: {x: {field: v, scale: {type: log}}}\n",
                        "figure.yaml:5:15: warning: channel x has no value to draw (all values are missing: look at "
                        "the column and the filters)");
}

/* A bar that runs out of the picture looks as long as the picture is wide. */
static void values_outside_the_domain(void **state)
{
    (void)state;
    static const char figure[] = "data: {values: [{c: A, v: 3}, {c: B, v: 12}, {c: C, v: -1}]}\nmark: {type: bar%s}\n"
                                 "encoding: {y: {field: c}, x: {field: v, scale: {domain: [0, 10]%s}}}\n";
    g_autofree char *plain = g_strdup_printf(figure, "", ""), *cut = g_strdup_printf(figure, ", clip: true", "");
    g_autofree char *clamped = g_strdup_printf(figure, "", ", clamp: true");
    assert_figure_warns(plain,
                        "figure.yaml:3:57: warning: 2 values of \"v\" outside the domain are drawn beyond the panel "
                        "(widen the domain, filter the rows, or let the mark clip)");
    assert_figure_warns(cut, "");
    assert_figure_warns(clamped, "");
}

static void sums_over_mixed_units(void **state)
{
    (void)state;
    put_here("units.csv", "c,unit,value\nA,PC,1\nB,PC,2\nA,MIO_EUR,300\n");
    assert_fails_here(
        "data: {url: units.csv}\nmark: bar\nencoding: {y: {field: c}, x: {field: value, aggregate: sum}}\n",
        "HERE/figure.yaml:3:56: sum over mixed units \"PC\" and \"MIO_EUR\" in column \"value\" (filter or group by "
        "the unit; the first odd row is HERE/units.csv:4)");
    /* By name, one unit each. */
    GError *error = NULL;
    g_autoptr(RkScene) scene =
        try_in_folder("data: {url: units.csv}\ntransform: [{filter: \"datum.unit == 'PC'\"}]\nmark: bar\n"
                      "encoding: {y: {field: c}, x: {field: value, aggregate: sum}}\n",
                      NULL, &error);
    assert_non_null(scene);
}

static void too_many_categories(void **state)
{
    (void)state;
    assert_figure_fails(
        "data: {sequence: {start: 0, stop: 5001}}\nmark: bar\n"
        "encoding: {y: {field: data, type: nominal}, x: {value: 3}}\n",
        "figure.yaml:3:15: channel y has more than 5000 categories (filter the rows, or use a quantitative type)");
    assert_figure_fails("data: {sequence: {start: 0, stop: 1e9}}\nmark: bar\nencoding: {x: {field: data}}\n",
                        "figure.yaml:1:18: the sequence has more than 10485760 numbers (choose a wider step)");
}

static void too_small_for_its_labels(void **state)
{
    (void)state;
    assert_figure_fails("width: 120\ndata: {values: [{c: A country with a very long name, v: 1}]}\n" BARS,
                        "figure.yaml:1:1: the labels leave no room for the marks (9 × 21 pixels) (make the figure "
                        "larger, or shorten or wrap its labels)");
    assert_figure_fails("width: 300\nheight: 30\nautosize: fit\ntitle: T\ndata: {values: [{c: A, v: 1}]}\n" BARS,
                        "figure.yaml:1:1: the labels leave no room for the marks (189 × -62 pixels) (make the figure "
                        "larger, or shorten or wrap its labels)");
    assert_figure_fails("width: 0\ndata: {values: [{c: A, v: 1}]}\n" BARS,
                        "figure.yaml:1:1: the labels leave no room for the marks (-111 × 21 pixels) (make the figure "
                        "larger, or shorten or wrap its labels)");
    assert_figure_fails("width: 1e9\ndata: {values: [{c: A, v: 1}]}\n" BARS,
                        "figure.yaml:1:8: a length must be from 0 to 32767 pixels");
}

static void words(void **state)
{
    (void)state;
    assert_figure_fails("data: {values: [{c: A, v: 1}]}\nmark: bat\nencoding: {x: {field: v}}\n",
                        "figure.yaml:2:7: there is no mark \"bat\" (did you mean \"bar\"?)");
    assert_figure_fails("data: {values: [{c: A, v: 1}]}\nmark: {type: bar, colour: red}\n",
                        "figure.yaml:2:19: unknown key \"colour\" in mark (did you mean \"color\"?)");
    assert_figure_fails(
        "data: {values: [{c: A, v: 1}]}\nmark: {type: point, shape: hexagon}\nencoding: {x: {field: v}}\n",
        "figure.yaml:2:28: there is no symbol \"hexagon\" (known symbols: circle, square, cross, diamond, "
        "triangle-up, triangle-down, triangle-right, triangle-left, stroke, arrow, wedge, triangle)");
    assert_figure_fails(
        "data: {values: [{c: A, v: 1}]}\nmark: bar\nencoding: {x: {field: v, axis: {labelExpr: \"datum.\"}}}\n",
        "figure.yaml:3:51: expected a field name, found the end");
    assert_figure_fails("data: {values: [{c: A, v: 1}]}\nmark: {type: bar, label: {filter: \"datum.w\"}}\n"
                        "encoding: {x: {field: v}}\n",
                        "figure.yaml:2:42: there is no column \"w\" (there are: c, v)");
    assert_figure_fails(
        "data: {values: [{c: A, v: 1}]}\nmark: {type: bar, label: {field: w}}\nencoding: {x: {field: v}}\n",
        "figure.yaml:2:34: there is no column \"w\" (there are: c, v)");
    assert_figure_fails(
        "data: {values: [{c: A, v: 1}]}\nmark: bar\nencoding: {x: {field: v}, color: {condition: {test: "
        "\"datum.w > 1\", value: red}}}\n",
        "figure.yaml:3:60: there is no column \"w\" (there are: c, v)");
}

/* Files below the current folder are named from there: these tests stand nowhere near theirs. */
static int make_folder_apart(void **state)
{
    return chdir("/") != 0 || make_folder(state) != 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(data_files),
        cmocka_unit_test(header_alone),
        cmocka_unit_test(links_lead_nowhere_else),
        cmocka_unit_test(data_sets),
        cmocka_unit_test(scales),
        cmocka_unit_test(layers_disagree),
        cmocka_unit_test(nothing_to_draw_is_told),
        cmocka_unit_test(values_outside_the_domain),
        cmocka_unit_test(sums_over_mixed_units),
        cmocka_unit_test(too_many_categories),
        cmocka_unit_test(too_small_for_its_labels),
        cmocka_unit_test(words),
    };
    return cmocka_run_group_tests(tests, make_folder_apart, clear_folder);
}
