/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Messages that tell how to write what was meant: the shorthand of other tools, marks without a type, circles of
 * parameters, data that are not there.
 */
#include "support-figure.h"

#define HEAD "$schema: https://vega.github.io/schema/vega-lite/v6.json\ndata: {values: [{g: x, v: 1}, {g: y, v: 2}]}\n"

static void shorthand_of_other_tools(void **state)
{
    (void)state;
    assert_figure_fails(
        HEAD "mark: bar\nencoding: {x: 'g:N'}\n",
        "figure.yaml:4:15: encoding.x must be null or a map, not a text (\"g:N\" is Altair's shorthand: "
        "write {\"field\": \"g\", \"type\": \"nominal\"})");
    assert_figure_fails(HEAD "mark: bar\nencoding: {x: g}\n",
                        "figure.yaml:4:15: encoding.x must be null or a map, not a text (write {\"field\": \"g\"})");
    assert_figure_fails("data: cars.csv\nmark: bar\n",
                        "figure.yaml:1:7: data must be null or a map, not a text (write {\"url\": \"cars.csv\"})");
    assert_figure_fails(HEAD "mark: bar\nencoding: {x: {field: g, axis: true}}\n",
                        "figure.yaml:4:32: encoding.x.axis must be null or a map, not true or false (leave it out, or "
                        "write null for none)");
}

static void marks_without_a_type(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "mark: {color: red}\nencoding: {x: {field: g}}\n",
                        "figure.yaml:3:7: the mark has no type (add for example type: bar)");
}

static void circles_of_parameters(void **state)
{
    (void)state;
    assert_figure_fails(HEAD
                        "params: [{name: o, expr: p}, {name: p, expr: q + 1}, {name: q, expr: p + 1}]\nmark: bar\n",
                        "figure.yaml:3:46: parameters are made from each other: p from q from p (give one of them a "
                        "value)");
    assert_figure_fails(HEAD "params: [{name: p, expr: p + 1}]\nmark: bar\n",
                        "figure.yaml:3:26: parameters are made from each other: p from p (give one of them a value)");
    assert_figure_fails(HEAD "params: [{name: p, expr: q}, {name: q, expr: r}]\nmark: bar\n",
                        "figure.yaml:3:46: unknown name \"r\" (write datum.r for a field, 'r' for a text)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shorthand_of_other_tools),
        cmocka_unit_test(marks_without_a_type),
        cmocka_unit_test(circles_of_parameters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
