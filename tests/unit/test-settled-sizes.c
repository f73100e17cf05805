/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expressions that ask for a size which only the drawing tells. The sizes are Vega-Lite's: steps of 20 pixels for each
 * of the categories, by hand. What goes round in a circle is refused, and a guess is never heard of.
 */
#include "support-figure.h"

#define HEAD "$schema: https://vega.github.io/schema/vega-lite/v6.json\ndata: {values: [{a: A, b: 3}, {a: B, b: 9}]}\n"
#define BARS "mark: bar\nencoding: {x: {field: a}, y: {field: b, type: quantitative}"

static void assert_texts(const char *text, const char *part, const char *expected)
{
    g_autoptr(RkScene) scene = draw_figure(text);
    g_autofree char *texts = group_texts(scene, part);
    assert_string_equal(texts, expected);
}

static void test_steps(void **state)
{
    (void)state;
    assert_texts(HEAD "mark: {type: text, text: {expr: \"width + ' x ' + height\"}}\n"
                      "encoding: {x: {field: a}, y: {field: b, type: quantitative}}",
                 "mark-text role-mark", "40 x 300|40 x 300");
    assert_texts(HEAD "params: [{name: half, expr: width / 2}]\nwidth: {step: 50}\n"
                      "mark: {type: text, text: {expr: half}}\nencoding: {x: {field: a}, y: {field: a}}",
                 "mark-text role-mark", "50|50");
    assert_texts(HEAD BARS "}\ntitle: {text: {expr: \"'wide ' + width\"}}", "role-title-text", "wide 40");
    /* A number that is stated needs no drawing before, and may decide the rows. */
    assert_texts(HEAD "width: 8\ntransform: [{filter: datum.b < width}]\nmark: {type: text, text: {expr: width}}\n"
                      "encoding: {x: {field: a}}",
                 "mark-text role-mark", "8");
}

static void test_circles(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "transform: [{filter: datum.b < width}]\n" BARS "}",
                        "figure.yaml:3:32: \"width\" follows from the size of the figure, which is not known yet (give "
                        "the figure a width and a height in pixels)");
    assert_figure_fails(HEAD "params: [{name: most, expr: width * 2}]\n"
                             "transform: [{calculate: datum.b * most, as: c}]\n" BARS "}",
                        "figure.yaml:4:35: \"most\" follows from the size of the figure, which is not known yet (give "
                        "the figure a width and a height in pixels)");
    /* Two categories are 40 pixels wide, which asks for one, which is 20 wide, which asks for two. */
    assert_figure_fails(HEAD "mark: bar\nencoding: {x: {field: a, scale: {domain: {expr: \"width > 30 ? ['A'] : "
                             "['A', 'B']\"}}}}",
                        "figure.yaml:1:1: the width follows from what is drawn, and what is drawn from the width (give "
                        "the figure a width in pixels)");
}

/** The first drawing goes by 200 pixels, which draws a bar of 20: a warning of it would be of nothing that is seen. */
static void test_silence(void **state)
{
    (void)state;
    assert_figure_warns(HEAD BARS ", opacity: {value: {expr: width / 80}}, shape: {value: circle}}",
                        "figure.yaml:4:100: warning: channel shape has no effect on the bar mark");
}

static void test_table(void **state)
{
    (void)state;
    const char *text = HEAD BARS ", opacity: {value: {expr: width / 80}}}";
    GError *error = NULL;
    g_autoptr(RkFigure) figure = rk_figure_parse(text, strlen(text), "figure.yaml", rk_vocabulary(), NULL, &error);
    assert_non_null(figure);
    g_autoptr(RkTable) table = rk_figure_table(figure, NULL, &error);
    assert_non_null(table);
    assert_int_equal(rk_table_rows(table), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_steps), cmocka_unit_test(test_circles),
                                       cmocka_unit_test(test_silence), cmocka_unit_test(test_table)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
