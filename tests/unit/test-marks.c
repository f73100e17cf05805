/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every mark under hostile values: each figure is drawn with places that every format can write, or refused with its
 * place. Then what composites refuse, and what marks say.
 */
#include "support-figure.h"

#define ROWS "data: {values: [%s]}\n"
#define VEGA_LITE "$schema: https://vega.github.io/schema/vega-lite/v6.json\n"

static const char *const rows[] = {
    "",
    "{a: A, x: 1, y: 2, z: 3}",
    "{a: A, x: null, y: null, z: null}, {a: B, x: 1, y: 2, z: 3}",
    "{a: A, x: 1e300, y: -1e300, z: 1e300}, {a: B, x: -1e300, y: 5, z: -1}",
    "{a: A, x: 5, y: 5, z: 5}, {a: A, x: 5, y: 5, z: 5}, {a: \"\", x: 5, y: 5, z: 5}",
    "{a: A, x: 0, y: 0, z: 0}, {a: B, x: -1, y: -2, z: -3}",
};

static const char *const words[] = {
    "",
    ", size: -5",
    ", size: 1e300",
    ", strokeWidth: -1, strokeMiterLimit: -4, strokeDash: [0, 0], strokeDashOffset: 1e9",
    ", cornerRadius: -3, innerRadius: -20, outerRadius: -9, padAngle: 99, radius: 1e300",
    ", x: 1e300, y: -1e300, x2: 5, y2: height",
    ", xOffset: 1e300, yOffset: -7, x2Offset: 3",
    ", interpolate: catmull-rom, tension: 40, thickness: -4, width: -3, height: {band: -2}",
    ", angle: 1e300, dx: 1e300, dy: 4, fontSize: 1e300, limit: 1, lineHeight: -9, ellipsis: \"\"",
    ", invalid: show, opacity: 7, fillOpacity: -2, blend: exclusion",
    ", invalid: null, orient: horizontal, cornerRadiusEnd: 1e300, minBandSize: 1e300",
    ", fill: {gradient: radial, r1: -4, r2: 1e300, stops: []}, stroke: {gradient: linear, x1: 4, x2: 4, stops: "
    "[{offset: "
    "9, color: red}]}",
};

static const char *const encodings[] = {
    "x: {field: x, type: quantitative}\n  y: {field: y, type: quantitative}",
    "x: {field: a, type: nominal}\n  y: {field: y, type: quantitative}\n  color: {field: a, type: nominal}",
    "theta: {field: z, type: quantitative}\n  radius: {field: y, type: quantitative}\n  color: {field: a, type: "
    "nominal}",
    "x: {field: x, type: quantitative}\n  x2: {field: y}\n  y: {field: a, type: nominal}\n  size: {field: z, type: "
    "quantitative}",
    "y: {field: y, type: quantitative}",
};

static gboolean is_composite(const char *mark)
{
    return g_str_equal(mark, "boxplot") || g_str_equal(mark, "errorbar") || g_str_equal(mark, "errorband");
}

static void try_one(const char *schema, const char *mark, const char *more, const char *values, const char *encoding)
{
    g_autofree char *text = g_strdup_printf("%s" ROWS "mark: {type: %s%s}\nencoding:\n  %s\n", schema, values, mark,
                                            is_composite(mark) ? "" : more, encoding);
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkScene) scene = try_figure(text, NULL, diagnostics, &error);
    if (scene == NULL) {
        assert_non_null(error);
        g_error_free(error);
        return;
    }
    /* A place beyond what formats can write is told, and never drawn. */
    if (!rk_scene_check(scene, &error)) {
        assert_non_null(error->message);
        g_error_free(error);
    }
}

static void test_hostile(void **state)
{
    (void)state;
    for (const char *const *mark = rk_mark_names(); *mark != NULL; mark++) {
        for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
            for (guint k = 0; k < G_N_ELEMENTS(rows); k++) {
                guint which = (i + k + (guint)(mark - rk_mark_names())) % G_N_ELEMENTS(encodings);
                try_one((i + k) % 2 == 0 ? VEGA_LITE : "", *mark, words[i], rows[k], encodings[which]);
            }
        }
    }
}

static void test_refusals(void **state)
{
    (void)state;
    assert_figure_fails("data: {values: [{a: A, v: 1}]}\nmark: boxplot\nencoding: {x: {field: a, type: nominal}}",
                        "figure.yaml:3:11: the boxplot mark has no quantity to sum up "
                        "(give x or y a field with type: quantitative)");
    assert_figure_fails("data: {values: [{v: 1, e: 1}]}\nmark: errorbar\nencoding: {x: {field: v, type: quantitative}, "
                        "x2: {field: e}, xError: {field: e}}",
                        "figure.yaml:2:7: the errorbar mark has second ends and errors "
                        "(keep either x2 and y2 or xError and yError)");
    assert_figure_fails(
        "data: {values: [{v: 1, e: 1}]}\nmark: errorband\nencoding: {y: {field: v, type: quantitative}, "
        "yError2: {field: e}}",
        "figure.yaml:2:7: the errorband mark has a second error without a first (add xError or yError)");
    assert_figure_fails("data: {values: [{v: 1}]}\nmark: {type: boxplot, extent: far}\nencoding: {y: {field: v, type: "
                        "quantitative}}",
                        "figure.yaml:2:31: mark.extent cannot be \"far\" (known words: min-max)");
    assert_figure_fails("data: {values: [{v: 1}]}\nmark: {type: point, shape: blob}\nencoding: {y: {field: v, type: "
                        "quantitative}}",
                        "figure.yaml:2:28: there is no symbol \"blob\" (known symbols: circle, square, cross, diamond, "
                        "triangle-up, triangle-down, triangle-right, triangle-left, stroke, arrow, wedge, triangle)");
}

/* What is said of a bar: titles, formats, the tooltip's fields, each once. */
static void test_labels(void **state)
{
    (void)state;
    g_autofree char *dump =
        figure_dump(VEGA_LITE "data: {values: [{a: A, b: 0.25, c: 7, d: \"2024-03-05\"}]}\nmark: bar\nencoding:\n"
                              "  x: {field: a, type: nominal, title: Place}\n"
                              "  y: {field: b, type: quantitative, axis: {format: .0%}}\n"
                              "  tooltip: [{field: c, type: quantitative, format: .2f}, {field: a, title: Place}, "
                              "{field: d, type: temporal}]\n");
    assert_non_null(strstr(dump, "label=\"Place: A; b: 25%; c: 7.00; d: Mar 05, 2024\""));
    g_autofree char *own = figure_dump(VEGA_LITE "data: {values: [{a: A, b: 1}]}\nmark: {type: bar, description: one}\n"
                                                 "encoding: {x: {field: a, type: nominal}, y: {field: b, type: "
                                                 "quantitative}}\n");
    assert_non_null(strstr(own, "label=\"one\""));
    g_autofree char *silent = figure_dump(VEGA_LITE "data: {values: [{a: A, b: 1}]}\nmark: {type: bar, aria: false}\n"
                                                    "encoding: {x: {field: a, type: nominal}, y: {field: b, type: "
                                                    "quantitative}}\n");
    assert_null(strstr(silent, "label=\"a: A"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_hostile), cmocka_unit_test(test_refusals),
                                       cmocka_unit_test(test_labels)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
