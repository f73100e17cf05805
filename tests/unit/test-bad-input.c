/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vega-Lite specifications that are wrong or hostile: a message with the path and the place, no crash, no hang.
 */
#include "support-figure.h"

#define SCHEMA(version) "\"$schema\": \"https://vega.github.io/schema/vega-lite/v" version ".json\",\n"
#define DATA "\"data\": {\"values\": [{\"a\": 1, \"c\": \"x\"}, {\"a\": 2, \"c\": \"y\"}]},\n"
#define HEAD "{" SCHEMA("6") DATA
/* Lines 3 and on are the test's own. */
#define AMOUNT "\"mark\": \"point\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"quantitative\"}}}"

static void wrong_types(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "\"mark\": 17}", "figure.yaml:3:9: mark must be a text or a map, not a number");
    assert_figure_fails(HEAD "\"mark\": {\"type\": \"bar\", \"opacity\": \"half\"}}",
                        "figure.yaml:3:36: mark.opacity must be a number, not a text");
    assert_figure_fails(HEAD "\"mark\": \"bar\", \"encoding\": [1]}",
                        "figure.yaml:3:28: encoding must be a map, not a list");
    assert_figure_fails(HEAD "\"layer\": {\"mark\": \"bar\"}}", "figure.yaml:3:10: layer must be a list, not a map");
    assert_figure_fails(HEAD "\"transform\": {\"filter\": \"datum.a > 1\"}, " AMOUNT,
                        "figure.yaml:3:14: transform must be a list, not a map");
    assert_figure_fails(HEAD "\"width\": \"wide\", " AMOUNT,
                        "figure.yaml:3:10: \"wide\" is not a length (a number of pixels, "
                        "or one with px, pt, mm, cm or in)");
    assert_figure_fails(HEAD
                        "\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", \"scale\": {\"zero\": \"yes\"}}}}",
                        "figure.yaml:3:67: encoding.x.scale.zero must be true or false, not a text");
    assert_figure_fails("{\"data\": [1, 2], " AMOUNT, "figure.yaml:1:10: data must be null or a map, not a list");
    assert_figure_fails("{\"data\": {\"values\": 17}, " AMOUNT,
                        "figure.yaml:1:21: data.values must be a text, a list or a map, not a number");
}

static void unknown_words(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "\"mark\": \"bar\", \"encoding\": {\"x\": {\"feild\": \"a\"}}}",
                        "figure.yaml:3:35: unknown key \"feild\" in encoding.x (did you mean \"field\"?)");
    assert_figure_fails(HEAD "\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"quantitive\"}}}",
                        "figure.yaml:3:57: encoding.x.type cannot be \"quantitive\" (did you mean \"quantitative\"?)");
    assert_figure_fails(HEAD "\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", \"aggregate\": \"avrage\"}}}",
                        "figure.yaml:3:62: unknown operation \"avrage\" (did you mean \"average\"?)");
}

/* In the grammar a field that no row has is undefined. */
static void unknown_fields(void **state)
{
    (void)state;
    assert_figure_warns(HEAD "\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"b\"}}}",
                        "figure.yaml:3:44: warning: no row has a field \"b\" (there are: a, c)");
    assert_figure_warns(HEAD "\"transform\": [{\"fold\": [\"b\", \"a\"]}], " AMOUNT,
                        "figure.yaml:3:25: warning: no row has a field \"b\" (there are: a, c)");
}

static void numbers_of_text(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"c\", \"aggregate\": \"mean\"}}}",
                        "figure.yaml:3:62: mean of text column \"c\" (name a column of numbers)");
    assert_figure_fails(
        HEAD "\"transform\": [{\"aggregate\": [{\"op\": \"sum\", \"field\": \"c\", \"as\": \"s\"}]}], " AMOUNT,
        "figure.yaml:3:37: sum of text column \"c\" (name a column of numbers)");
}

#define ON_X(scale)                                                                                                    \
    HEAD "\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"quantitative\",\n\"scale\": " scale  \
         "}}}"
#define ON_COLOR(scale)                                                                                                \
    HEAD "\"mark\": \"bar\", \"encoding\": {\"color\": {\"field\": \"a\", \"type\": "                                  \
         "\"quantitative\",\n\"scale\": " scale "}}}"
#define TOO_FAR                                                                                                        \
    "the values are too great, too small or too far apart for this scale (filter those rows, or use a linear or "      \
    "symlog scale)"

/* -1e308 and 1e308 are numbers; what lies between them is none. */
static void domains(void **state)
{
    (void)state;
    assert_figure_fails(ON_X("{\"type\": \"log\", \"domain\": [0, 10]}"),
                        "figure.yaml:4:37: channel x: a log scale needs values that are all above or all below zero "
                        "(another domain, or a linear or symlog scale)");
    assert_figure_fails(ON_X("{\"domain\": [-1e308, 1e308]}"), "figure.yaml:3:34: channel x: " TOO_FAR);
    assert_figure_fails(ON_COLOR("{\"type\": \"threshold\", \"domain\": [-1e308, 1e308]}"),
                        "figure.yaml:3:38: channel color: " TOO_FAR);
    assert_figure_fails(ON_COLOR("{\"type\": \"quantize\", \"domain\": [-1e308, 1e308]}"),
                        "figure.yaml:3:38: channel color: " TOO_FAR);
    assert_figure_fails("{\"data\": {\"values\": [{\"a\": -1e308}, {\"a\": 1e308}]},\n" AMOUNT,
                        "figure.yaml:2:36: channel x: " TOO_FAR);
    assert_figure_fails(ON_COLOR("{\"type\": \"threshold\", \"domain\": [1e999]}"),
                        "figure.yaml:4:43: 1e999 is not a finite number (write null for a missing value, or quote a "
                        "text)");
    assert_figure_fails(ON_COLOR("{\"type\": \"threshold\", \"domain\": {\"expr\": \"[1 / 0]\"}}"),
                        "figure.yaml:4:51: null stands where a finite number is needed");
    assert_figure_fails(ON_X("{\"domain\": [0, {\"expr\": \"1 / 0\"}]}"),
                        "figure.yaml:4:34: null stands where a finite number is needed");
    assert_figure_fails(ON_X("{\"domain\": [0, null]}"),
                        "figure.yaml:4:25: null stands where a finite number is needed");
}

/* `count` times `open`, then `middle`, then `count` times `close`, between `before` and `after`. */
static char *nest(const char *before, guint count, const char *open, const char *middle, const char *close,
                  const char *after)
{
    GString *text = g_string_new(before);
    for (guint i = 0; i < count; i++)
        g_string_append(text, open);
    g_string_append(text, middle);
    for (guint i = 0; i < count; i++)
        g_string_append(text, close);
    g_string_append(text, after);
    return g_string_free(text, FALSE);
}

#define CALCULATE(text) HEAD "\"transform\": [{\"calculate\": \"" text "\", \"as\": \"b\"}], " AMOUNT

static void expressions(void **state)
{
    (void)state;
    assert_figure_fails(CALCULATE("datum.a +"), "figure.yaml:3:39: expected a value, found the end");
    assert_figure_fails(CALCULATE("sqrtt(datum.a)"),
                        "figure.yaml:3:30: there is no function \"sqrtt\" (did you mean \"sqrt\"?)");
    assert_figure_fails(CALCULATE("sequence(1e9)"), "figure.yaml:3:30: a list longer than 1048576 items");
    assert_figure_fails(CALCULATE("pad('', 1e12, 'a', 'left')"), "figure.yaml:3:30: a text longer than 1048576 bytes");
    assert_figure_fails(CALCULATE("test(/(a+/, 'aa')"), "figure.yaml:3:30: \"(a+\" is not a regular expression (close "
                                                        "brackets, and write \\ before a sign that stands for itself)");
    assert_figure_fails(CALCULATE("test(/^(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')"),
                        "figure.yaml:3:30: a regular expression that takes too many steps (make the pattern simpler: "
                        "repeats within repeats explode)");
}

/* Each is as deep as a parser would have to recurse. */
static void depths(void **state)
{
    (void)state;
    static const char before[] = HEAD "\"transform\": [{\"filter\": \"", after[] = "\"}], " AMOUNT;
    g_autofree char *brackets = nest(before, 10000, "(", "1", ")", after);
    g_autofree char *nots = nest(before, 10000, "!", "1", "", after);
    g_autofree char *terms = nest(before, 10000, "1+", "1", "", after);
    g_autofree char *length = nest(before, 10000, "datum.a + ", "1", "", after);
    g_autofree char *layers = nest("{" DATA, 10000, "\"layer\": [{", "\"mark\": \"point\"", "}]", "}");
    g_autofree char *allowed = nest("{" DATA, 17, "\"layer\": [{", "\"mark\": \"point\"", "}]", "}");
    static const char too_deep[] = ": an expression nested deeper than 128 levels (split it into several calculate "
                                   "steps)";
    g_autofree char *at_bracket = g_strconcat("figure.yaml:3:155", too_deep, NULL);
    g_autofree char *at_term = g_strconcat("figure.yaml:3:284", too_deep, NULL);
    assert_figure_fails(brackets, at_bracket);
    assert_figure_fails(nots, at_bracket);
    assert_figure_fails(terms, at_term);
    assert_figure_fails(length, "figure.yaml:3:26: an expression longer than 65536 bytes");
    assert_figure_fails(layers, "figure.yaml:2:352: lists and maps are nested more than 64 deep (leave levels out, or "
                                "put data into a file of their own)");
    assert_figure_fails(allowed, "figure.yaml:2:187: layers are nested more than 16 deep");
}

/* Beside each other they are many, but no more than the time they take. */
static void ten_thousand_layers(void **state)
{
    (void)state;
    static const char before[] = HEAD "\"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"quantitative\"}},\n"
                                      "\"layer\": [";
    g_autofree char *text = nest(before, 9999, "{\"mark\": \"point\"}, ", "{\"mark\": \"point\"}", "", "]}");
    g_autoptr(RkScene) scene = draw_figure(text);
    assert_string_equal(scene_group(scene, "role-mark", 9999)->meaning.class_name, "mark-symbol role-mark marks");
    guint nth = 10000;
    assert_null(find_group(rk_scene_root(scene), "role-mark", &nth));
    GString *parameters = g_string_new("{" DATA "\"params\": [");
    for (guint i = 0; i <= 1000; i++)
        g_string_append_printf(parameters, "%s{\"name\": \"p%u\", \"value\": 1}", i > 0 ? "," : "", i);
    g_string_append(parameters, "], " AMOUNT);
    assert_figure_fails(parameters->str, "figure.yaml:2:28911: there are more than 1000 parameters");
    g_string_free(parameters, TRUE);
}

static void versions(void **state)
{
    (void)state;
    assert_figure_fails("{" SCHEMA("7") DATA AMOUNT,
                        "figure.yaml:1:13: $schema names a version of Vega-Lite that is not read: "
                        "\"https://vega.github.io/schema/vega-lite/v7.json\" (Vega-Lite 4, 5 and 6 are read)");
    assert_figure_fails("{\"$schema\": \"https://vega.github.io/schema/vega/v5.json\", " DATA AMOUNT,
                        "figure.yaml:1:13: $schema names Vega, which is another language than Vega-Lite: "
                        "\"https://vega.github.io/schema/vega/v5.json\" (Vega-Lite 4, 5 and 6 are read)");
}

/* Known, and not drawn: by name and place. */
static void refused(void **state)
{
    (void)state;
    assert_figure_fails(HEAD "\"repeat\": [\"a\"], \"spec\": {\"mark\": \"point\"}}",
                        "figure.yaml:3:1: repeat: repeated views are not drawn by this version");
    assert_figure_fails(HEAD "\"mark\": \"point\", \"encoding\": {\"row\": {\"field\": \"c\"}}}",
                        "figure.yaml:3:31: encoding.row: facets are not drawn by this version");
    assert_figure_fails(HEAD "\"mark\": \"geoshape\"}",
                        "figure.yaml:3:9: the geoshape mark is not drawn by this version "
                        "(`rodiklis list marks` names those that are)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_types),    cmocka_unit_test(unknown_words),
        cmocka_unit_test(unknown_fields), cmocka_unit_test(numbers_of_text),
        cmocka_unit_test(domains),        cmocka_unit_test(expressions),
        cmocka_unit_test(depths),         cmocka_unit_test(ten_thousand_layers),
        cmocka_unit_test(versions),       cmocka_unit_test(refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
