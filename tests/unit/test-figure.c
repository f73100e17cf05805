/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figure files from text to a tree of views: what is inherited, what is refused and how. The rules of inheritance are
 * those of Vega-Lite's documentation of layered views.
 */
#include "unit.h"

#include "spec/document.h"
#include "spec/figure.h"

#include <string.h>

/* Stands for the rooms that own marks, transforms and formats. */
static const char *const mark_names[] = {"bar", "line", "rule", NULL};
static const RkProperty mark_properties[] = {
    {"type", RK_ALLOW_TEXT, mark_names, .required = TRUE}, {"color", RK_ALLOW_TEXT}, {0}};
static const RkShape mark_shape = {.name = "the mark", .properties = mark_properties};
static const RkProperty filter_properties[] = {{"filter", RK_ALLOW_TEXT | RK_ALLOW_MAP}, {0}};
static const RkShape filter_shape = {.name = "the filter", .properties = filter_properties};
static const RkProperty format_properties[] = {{"type", RK_ALLOW_TEXT}, {"decimal", RK_ALLOW_TEXT}, {0}};
static const RkShape format_shape = {.name = "the format", .properties = format_properties};

static const RkShape *choose_mark(const RkValue *value, GError **error)
{
    const char *type = rk_value_text_or(rk_value_get(value, "type"), "");
    if (g_strv_contains(mark_names, type))
        return &mark_shape;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "unknown mark \"%s\"", type);
    return NULL;
}

static const RkShape *choose_transform(const RkValue *value, GError **error)
{
    (void)value, (void)error;
    return &filter_shape;
}

static const RkShape *choose_format(const RkValue *value, GError **error)
{
    (void)value, (void)error;
    return &format_shape;
}

static const RkVocabulary vocabulary = {choose_mark, choose_transform, choose_format};

static RkFigure *figure_of(const char *text)
{
    GError *error = NULL;
    RkFigure *figure = rk_figure_parse(text, strlen(text), "f.yaml", &vocabulary, NULL, &error);
    if (figure == NULL)
        fail_msg("%s: %s", text, error->message);
    return figure;
}

static void refused(const char *text, const char *message)
{
    GError *error = NULL;
    assert_null(rk_figure_parse(text, strlen(text), "f.yaml", &vocabulary, NULL, &error));
    assert_error(&error, message);
}

static void assert_yaml(const RkValue *value, const char *expected)
{
    g_autofree char *text = rk_value_to_yaml(value);
    assert_string_equal(text, expected);
}

static void test_unit(void **state)
{
    (void)state;
    g_autoptr(RkFigure) figure = figure_of("data: {url: a.csv}\nmark: bar\nbenchmark: {y: 2}\nwidth: 165mm\n");
    const RkView *view = rk_figure_view(figure);
    assert_int_equal(view->kind, RK_VIEW_UNIT);
    assert_null(view->parent);
    assert_null(view->children);
    assert_yaml(view->mark, "type: bar\n");
    assert_int_equal(rk_value_place(view->mark).line, 2);
    assert_yaml(view->benchmark, "- y: 2\n");
    assert_ptr_equal(view->data_view, view);
    assert_null(view->encoding);
    assert_false(rk_figure_is_vega_lite(figure));
    assert_string_equal(rk_figure_language(figure), "en");
    assert_string_equal(rk_figure_file(figure), "f.yaml");
}

static void test_layers(void **state)
{
    (void)state;
    g_autoptr(RkFigure) figure =
        figure_of("data: {url: a.csv}\n"
                  "height: 200\n"
                  "highlight: {field: c, equal: LT}\n"
                  "encoding: {x: {field: a, type: ordinal}, y: {field: b}, color: {field: c}}\n"
                  "layer:\n"
                  "- mark: bar\n"
                  "  encoding: {x: {field: d}, y: null, color: {value: red}}\n"
                  "- highlight: null\n"
                  "  transform: [{filter: x}]\n"
                  "  layer:\n"
                  "  - {mark: {type: line}, data: {url: b.csv}, height: 10}\n"
                  "  - {mark: rule, data: null}\n");
    const RkView *top = rk_figure_view(figure);
    assert_int_equal(top->kind, RK_VIEW_LAYER);
    const RkView *bar = top->children[0], *inner = top->children[1];
    assert_null(top->children[2]);
    assert_yaml(bar->encoding, "x:\n  field: d\n  type: ordinal\ncolor:\n  value: red\n");
    assert_ptr_equal(bar->data, top->data);
    assert_ptr_equal(bar->data_view, top);
    assert_ptr_equal(bar->parent, top);
    assert_ptr_equal(bar->highlight, top->highlight);
    assert_true(rk_value_number_or(bar->height, 0) == 200);
    assert_null(bar->transform);
    assert_null(inner->highlight);
    assert_int_equal(rk_value_length(inner->transform), 1);
    const RkView *line = inner->children[0], *rule = inner->children[1];
    assert_yaml(line->data, "url: b.csv\n");
    assert_ptr_equal(line->data_view, line);
    assert_true(rk_value_number_or(line->height, 0) == 10);
    assert_yaml(line->encoding, "x:\n  field: a\n  type: ordinal\ny:\n  field: b\ncolor:\n  field: c\n");
    assert_null(line->highlight);
    assert_null(line->transform);
    assert_null(rule->data);
    assert_ptr_equal(rule->data_view, rule);
}

static void test_misspelt(void **state)
{
    (void)state;
    refused("titel: x\nmark: bar", "f.yaml:1:1: unknown key \"titel\" in the figure (did you mean \"title\"?)");
    refused("mark: bar\nencoding:\n  x:\n    axis: {gird: true}\n",
            "f.yaml:4:12: unknown key \"gird\" in encoding.x.axis (did you mean \"grid\"?)");
    refused("layer:\n- mark: bar\n- layer:\n  - mark: bar\n    encoding: {color: {legend: {orient: lft}}}\n",
            "f.yaml:5:41: layer[1].layer[0].encoding.color.legend.orient cannot be \"lft\" (did you mean \"left\"?)");
    refused("mark: bar\nconfig: {axisXBand: {labelColr: red}}",
            "f.yaml:2:22: unknown key \"labelColr\" in config.axisXBand (did you mean \"labelColor\"?)");
    refused("mark: bar\nhighlight: {field: a, equl: b}",
            "f.yaml:2:23: unknown key \"equl\" in highlight (did you mean \"equal\"?)");
    refused("mark: bar\ndatasets: {a: [{free: 1}], b: {ulr: x}}",
            "f.yaml:2:32: unknown key \"ulr\" in datasets.b (did you mean \"url\"?)");
    refused("mark: bar\nfacts: {a: {data: {url: x, format: {decimel: 1}}}}",
            "f.yaml:2:37: unknown key \"decimel\" in facts.a.data.format (did you mean \"decimal\"?)");
    refused("mark: bar\ntransform: [{filtre: x}]",
            "f.yaml:2:14: unknown key \"filtre\" in transform[0] (did you mean \"filter\"?)");
    refused("mark: {type: bar, colour: red}", "f.yaml:1:19: unknown key \"colour\" in mark (did you mean \"color\"?)");
    refused("mark: baar", "f.yaml:1:7: unknown mark \"baar\"");
    refused("layer:\n- mark: {type: bra}\n", "f.yaml:2:9: unknown mark \"bra\"");
    refused("mark: bar\ntheme: reprot", "f.yaml:2:8: unknown theme \"reprot\" (did you mean \"report\"?)");
}

static void test_kinds(void **state)
{
    (void)state;
    refused("[]", "f.yaml:1:1: the figure must be a map, not a list");
    refused("---\n", "f.yaml:2:1: the figure must be a map, not null");
    refused("mark: 3", "f.yaml:1:7: mark must be a text or a map, not a number");
    refused("mark: bar\nencoding: {x: {axis: {grid: 1}}}",
            "f.yaml:2:29: encoding.x.axis.grid must be true or false, not a number");
    refused("mark: bar\ntitle: [a, 1]", "f.yaml:2:12: title[1] must be a text, not a number");
    refused("mark: bar\ntitle: {subtitle: a}", "f.yaml:2:8: title needs the key \"text\" (the title, or its lines)");
    refused("mark: bar\nbenchmark: {label: a}",
            "f.yaml:2:12: a benchmark needs either x or y (x for an upright line, y for a level one)");
    refused("mark: bar\nbenchmark: [{x: 1}, {x: 1, y: 2}]",
            "f.yaml:2:21: a benchmark needs either x or y (x for an upright line, y for a level one)");
}

static void test_content(void **state)
{
    (void)state;
    refused("title: x", "f.yaml:1:1: a view has neither a mark nor layers (add for example mark: bar)");
    refused("layer:\n- mark: bar\n- title: x\n",
            "f.yaml:3:3: a view has neither a mark nor layers (add for example mark: bar)");
    refused("mark: bar\nlayer: [{mark: bar}]",
            "f.yaml:2:8: a view has either a mark or layers, not both (move the mark into a layer of its own)");
    refused("layer: []", "f.yaml:1:8: layer needs at least one view");
}

static void test_unsupported(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *message;
    } cases[] = {
        {"facet: {field: a}", "f.yaml:1:1: facet: facets are not drawn by this version"},
        {"hconcat: []", "f.yaml:1:1: hconcat: views side by side are not drawn by this version"},
        {"mark: bar\nencoding: {row: {field: a}}", "f.yaml:2:12: encoding.row: facets are not drawn by this version"},
        {"mark: bar\nencoding: {url: {field: a}}", "f.yaml:2:12: encoding.url: images are not drawn by this version"},
        {"mark: bar\nencoding: {x: {field: {repeat: column}}}",
         "f.yaml:2:24: encoding.x.field.repeat: repeated views are not drawn by this version"},
        {"mark: bar\nencoding: {x: {type: geojson}}", "f.yaml:2:22: maps are not drawn by this version"},
        {"mark: bar\nselection: {a: {type: single}}",
         "f.yaml:2:1: selection: selections are made by a reader, and a static picture has none"},
        {"mark: bar\nencoding: {x: {scale: {domain: {selection: a}}}}",
         "f.yaml:2:33: encoding.x.scale.domain.selection: selections are made by a reader, and a static picture has "
         "none"},
        {"mark: bar\nfacts: {a: {field: b, aggregate: max}}",
         "f.yaml:2:23: facts.a.aggregate: write it as the last step of the fact's transform"},
        {"mark: bar\ndata: {sphere: true}", "f.yaml:2:8: data.sphere: maps are not drawn by this version"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        GError *error = NULL;
        assert_null(rk_figure_parse(cases[i].text, strlen(cases[i].text), "f.yaml", &vocabulary, NULL, &error));
        assert_int_equal(error->code, RK_ERROR_UNSUPPORTED);
        assert_error(&error, cases[i].message);
    }
}

static void test_schema(void **state)
{
    (void)state;
    static const char *const read[] = {"https://vega.github.io/schema/vega-lite/v4.json",
                                       "https://vega.github.io/schema/vega-lite/v5.20.1.json",
                                       "https://vega.github.io/schema/vega-lite/v6.json"};
    for (guint i = 0; i < G_N_ELEMENTS(read); i++) {
        g_autofree char *text = g_strdup_printf("{\"$schema\": \"%s\", \"mark\": \"bar\"}", read[i]);
        g_autoptr(RkFigure) figure = figure_of(text);
        assert_true(rk_figure_is_vega_lite(figure));
        const RkValue *color = rk_config_get(rk_figure_config(figure), "mark", "color");
        assert_string_equal(rk_value_text_or(color, ""), "#4c78a8");
    }
    refused("mark: bar\n$schema: https://vega.github.io/schema/vega/v5.json",
            "f.yaml:2:10: $schema names Vega, which is another language than Vega-Lite: "
            "\"https://vega.github.io/schema/vega/v5.json\" (Vega-Lite 4, 5 and 6 are read)");
    refused("mark: bar\n$schema: https://vega.github.io/schema/vega-lite/v3.json",
            "f.yaml:2:10: $schema names a version of Vega-Lite that is not read: "
            "\"https://vega.github.io/schema/vega-lite/v3.json\" (Vega-Lite 4, 5 and 6 are read)");
    refused("mark: bar\n$schema: x",
            "f.yaml:2:10: $schema names a grammar that is not known: \"x\" (Vega-Lite 4, 5 and 6 are read)");
}

static void test_theme(void **state)
{
    (void)state;
    g_autoptr(RkFigure) figure =
        figure_of("$schema: https://vega.github.io/schema/vega-lite/v5.json\nmark: bar\ntheme: report\n"
                  "config: {mark: {color: red}}\n");
    assert_non_null(rk_config_get(rk_figure_config(figure), "palette", "highlight"));
    assert_string_equal(rk_value_text_or(rk_config_get(rk_figure_config(figure), "mark", "color"), ""), "red");
}

static void test_depth(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 17; i++)
        g_string_append(text, "{layer: [");
    g_string_append(text, "{mark: bar}");
    for (int i = 0; i < 17; i++)
        g_string_append(text, "]}");
    refused(text->str, "f.yaml:1:154: layers are nested more than 16 deep");
    g_string_erase(text, 0, (gssize)strlen("{layer: ["));
    g_string_truncate(text, text->len - 2);
    g_autoptr(RkFigure) deepest = figure_of(text->str);
    assert_non_null(deepest);
    g_string_truncate(text, 0);
    for (int i = 0; i < 10000; i++)
        g_string_append(text, "{\"layer\":[");
    refused(text->str, "f.yaml:1:321: lists and maps are nested more than 64 deep (leave levels out, or put data into "
                       "a file of their own)");
}

static void test_parameters(void **state)
{
    (void)state;
    static const char text[] = "layer:\n- mark: bar\n  params:\n  - {name: a, value: 1}\n  - {name: b, select: point}\n"
                               "  - {name: c, bind: {input: range}}\n";
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkFigure) figure = rk_figure_parse(text, strlen(text), "f.yaml", &vocabulary, diagnostics, &error);
    assert_non_null(figure);
    assert_int_equal(rk_diagnostics_count(diagnostics), 1);
    g_autofree char *note = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 0));
    assert_string_equal(note, "f.yaml:5:5: note: the picture is static: selections are drawn as they begin, controls "
                              "and handles are not");
}

static void test_language(void **state)
{
    (void)state;
    g_autoptr(RkFigure) figure = figure_of("mark: bar\nlanguage: lt");
    assert_string_equal(rk_figure_language(figure), "lt");
    GError *error = NULL;
    assert_null(rk_figure_parse("language: xx\nmark: bar", 22, "f.yaml", &vocabulary, NULL, &error));
    assert_string_equal(error->message, "unknown language \"xx\"");
    assert_int_equal(rk_error_column(error), 11);
    g_clear_error(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unit),       cmocka_unit_test(test_layers),   cmocka_unit_test(test_misspelt),
        cmocka_unit_test(test_kinds),      cmocka_unit_test(test_content),  cmocka_unit_test(test_unsupported),
        cmocka_unit_test(test_schema),     cmocka_unit_test(test_theme),    cmocka_unit_test(test_depth),
        cmocka_unit_test(test_parameters), cmocka_unit_test(test_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
