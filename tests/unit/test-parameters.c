/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parameters at their first values: what a figure's document looks like once they are in their places. What selections
 * mean is the documentation of Vega-Lite; the documents are written down by hand.
 */
#include "unit.h"

#include "spec/document.h"
#include "transform/parameters.h"

static char *resolved(const char *yaml, GError **error)
{
    g_autoptr(RkDocument) document = rk_document_parse(yaml, strlen(yaml), "f.yaml", error);
    assert_non_null(document);
    return rk_parameters_resolve(document, NULL, NULL, error) ? rk_value_to_yaml(rk_document_root(document)) : NULL;
}

/* Both documents without their parameters. */
static void assert_resolves(const char *params, const char *yaml, const char *expected)
{
    GError *error = NULL;
    g_autofree char *whole = g_strdup_printf("params: %s\n%s", params, yaml);
    g_autofree char *wanted = g_strdup_printf("params: %s\n%s", params, expected);
    g_autofree char *text = resolved(whole, &error);
    if (text == NULL)
        fail_msg("%s: %s", yaml, error->message);
    g_autoptr(RkDocument) document = rk_document_parse(wanted, strlen(wanted), "f.yaml", &error);
    g_autofree char *normal = rk_value_to_yaml(rk_document_root(document));
    assert_string_equal(text, normal);
}

static void assert_fails(const char *yaml, const char *message)
{
    GError *error = NULL;
    g_autofree char *text = resolved(yaml, &error);
    assert_null(text);
    assert_error(&error, message);
}

static void test_expressions(void **state)
{
    (void)state;
    const char *params =
        "[{name: a, expr: b * 2}, {name: b, value: 3, bind: {input: range}}, {name: c, value: [1, 2]}]";
    assert_resolves(params, "mark: {type: bar, size: {expr: a + 1}}", "mark: {type: bar, size: 7}");
    assert_resolves(params, "title: {text: {expr: \"'up to ' + a\"}}", "title: {text: up to 6}");
    assert_resolves(params, "axis: {values: {expr: 'c'}, domain: {expr: 'a > b'}}",
                    "axis: {values: [1, 2], domain: true}");
    assert_resolves(params, "layer: [{width: {expr: 'a'}}, {x: [{expr: 'b'}]}]", "layer: [{width: 6}, {x: [3]}]");
    assert_resolves(params,
                    "$schema: vega-lite\nencoding: {x: {type: temporal}}\nmark: {type: rule, x: {expr: width / 2}}",
                    "$schema: vega-lite\nencoding: {x: {type: temporal}}\nmark: {type: rule, x: 150}");
    assert_resolves(params, "width: 50\nheight: {expr: width / 2}", "width: 50\nheight: 25");
    /* Rows of data are no place for references, and facts come later. */
    assert_resolves(params, "data: {values: [{expr: a}]}\ndatasets: {d: [{expr: a}]}",
                    "data: {values: [{expr: a}]}\ndatasets: {d: [{expr: a}]}");
    assert_resolves(params, "facts: {best: {expr: '1'}}\nfilter: {field: x, gt: {expr: best}}",
                    "facts: {best: {expr: '1'}}\nfilter: {field: x, gt: {expr: best}}");
}

static void test_rows(void **state)
{
    (void)state;
    assert_resolves("[]", "mark: {type: point, size: {expr: datum.v}}",
                    "mark: {type: point}\nencoding: {size: {value: {expr: datum.v}}}");
    assert_resolves("[]", "mark: {type: point, size: {expr: datum.v}}\nencoding: {size: {value: 3}}",
                    "mark: {type: point}\nencoding: {size: {value: 3}}");
}

static void test_variables(void **state)
{
    (void)state;
    assert_resolves("[{name: on, value: true}]", "condition: {param: 'on', value: 1}",
                    "condition: {value: 1, test: 'true'}");
    assert_resolves("[{name: on, value: false}]", "filter: {not: {param: 'on'}}", "filter: {not: 'false'}");
}

static void test_selections(void **state)
{
    (void)state;
    const char *empty = "[{name: p, select: point}, {name: i, select: interval}]";
    assert_resolves(empty, "filter: {param: i}", "filter: 'true'");
    assert_resolves(empty, "filter: {and: [{param: p, empty: false}]}", "filter: {and: ['false']}");
    assert_resolves(empty, "condition: [{param: p, empty: false, value: red}]",
                    "condition: [{value: red, test: 'false'}]");
    assert_resolves(empty, "scale: {domain: {param: i}, nice: true}", "scale: {nice: true, zero: false}");
    assert_resolves("[{name: p, select: {type: point, fields: [geo]}, value: [{geo: LT}, {geo: LV}]}]",
                    "filter: {param: p}",
                    "filter: {or: [{and: [{field: geo, equal: LT}]}, {and: [{field: geo, equal: LV}]}]}");
    assert_resolves("[{name: p, select: {type: point, fields: [geo]}, value: LT}]", "filter: {param: p}",
                    "filter: {field: geo, equal: LT}");
    const char *interval = "[{name: i, select: {type: interval, encodings: [x]}, value: {x: [9, 2]}}]";
    assert_resolves(interval, "encoding: {x: {field: v}}\nfilter: {param: i}",
                    "encoding: {x: {field: v}}\nfilter: {and: [{field: v, range: [2, 9]}]}");
    assert_resolves(interval, "encoding: {x: {field: v}}\nscale: {domain: {param: i, encoding: x}}",
                    "encoding: {x: {field: v}}\nscale: {domain: [9, 2]}");
    assert_resolves(interval, "bin: {extent: {param: i}}", "bin: {extent: [9, 2]}");
}

static void test_mistakes(void **state)
{
    (void)state;
    assert_fails("params: [{name: a, value: 1}, {name: a, value: 2}]", "f.yaml:1:38: there are two parameters \"a\"");
    assert_fails("params: [{name: a, expr: b}, {name: b, expr: a}]",
                 "f.yaml:1:26: parameters are made from each other: a from b from a (give one of them a value)");
    assert_fails("params: [{name: size, value: 1}]\nwidth: {expr: siez}",
                 "f.yaml:2:15: unknown name \"siez\" (did you mean \"size\"?)");
    assert_fails("width: {expr: '1 +'}", "f.yaml:1:19: expected a value, found the end");
    assert_fails(
        "width: {step: 9}\nmark: {type: bar, size: {expr: width}}",
        "f.yaml:2:32: \"width\" follows from the size of the figure, which is not known yet (give the figure a "
        "width and a height in pixels)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_expressions), cmocka_unit_test(test_rows),
                                       cmocka_unit_test(test_variables), cmocka_unit_test(test_selections),
                                       cmocka_unit_test(test_mistakes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
