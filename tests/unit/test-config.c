/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layers of configuration, and the themes that are compiled in. Defaults of the grammar are those that Vega-Lite's own
 * documentation states.
 */
#include "unit.h"

#include "spec/config.h"
#include "spec/document.h"
#include "spec/vocabulary-private.h"

#include <string.h>

static RkConfig *layered(const char *own, const char *theme)
{
    GError *error = NULL;
    g_autoptr(RkDocument) document = rk_document_parse(own, strlen(own), "own.yaml", &error);
    assert_non_null(document);
    RkConfig *config = rk_config_new(document, rk_document_root(document), theme, &error);
    assert_non_null(config);
    return config;
}

static double number(const RkConfig *config, const char *block, const char *key)
{
    return rk_value_number_or(rk_config_get(config, block, key), -1);
}

static void test_grammar_defaults(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkConfig) config = rk_config_new(NULL, NULL, "vega-lite", &error);
    assert_true(number(config, "view", "step") == 20);
    assert_true(number(config, "axis", "labelLimit") == 180);
    assert_true(number(config, "axis", "tickSize") == 5);
    assert_true(number(config, "legend", "symbolSize") == 100);
    assert_true(number(config, "scale", "barBandPaddingInner") == 0.1);
    assert_true(number(config, "bar", "continuousBandSize") == 5);
    assert_true(number(config, NULL, "padding") == 5);
    assert_string_equal(rk_value_text_or(rk_config_get(config, "mark", "color"), ""), "#4c78a8");
    assert_string_equal(rk_value_text_or(rk_config_get(config, "range", "category"), ""), "tableau10");
    assert_true(number(config, "style.group-title", "fontSize") == 13);
    assert_null(rk_config_get(config, "style.nothing", "fontSize"));
    assert_null(rk_config_get(config, "axis", "nothing"));
    assert_null(rk_config_get(config, NULL, "nothing"));
}

static void test_layers(void **state)
{
    (void)state;
    g_autoptr(RkConfig) config = layered("{axis: {tickSize: 9, labelLimit: null}, axisX: {tickWidth: 3}}", "vega-lite");
    assert_true(number(config, "axis", "tickSize") == 9);
    assert_true(number(config, "axis", "tickWidth") == 1);
    /* null is something said. */
    assert_true(rk_value_is(rk_config_get(config, "axis", "labelLimit"), RK_VALUE_NULL));
    static const char *const blocks[] = {"axisX", "axisQuantitative", "axis", NULL};
    assert_true(rk_value_number_or(rk_config_get_first(config, blocks, "tickWidth"), 0) == 3);
    /* The figure's general block comes before the theme's particular one. */
    g_autoptr(RkConfig) plain = layered("{axis: {grid: false}}", "vega-lite");
    assert_false(rk_value_boolean_or(rk_config_get_first(plain, blocks, "grid"), TRUE));
    assert_null(rk_config_get_first(plain, blocks, "nothing"));
}

static void test_report_stands_on_the_grammar(void **state)
{
    (void)state;
    g_autoptr(RkConfig) config = layered("{}", "report");
    assert_true(number(config, "legend", "gradientThickness") == 16);
    assert_false(rk_value_is_text(rk_config_get(config, "mark", "color"), "#4c78a8"));
}

static void test_unknown_theme(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_null(rk_config_new(NULL, NULL, "reprot", &error));
    assert_error(&error, "unknown theme \"reprot\" (did you mean \"report\"?)");
    assert_null(rk_config_new(NULL, NULL, "x", &error));
    assert_string_equal(error->message, "unknown theme \"x\"");
    assert_true(g_str_has_prefix(rk_error_hint(error), "known themes: report"));
    g_clear_error(&error);
    g_autoptr(RkConfig) none = rk_config_new(NULL, NULL, NULL, &error);
    assert_null(rk_config_get(none, "axis", "grid"));
}

/* Every theme speaks the vocabulary, and the registry says what the file says. */
static void test_themes(void **state)
{
    (void)state;
    guint count = 0;
    for (const RkTheme *const *theme = rk_themes(); *theme != NULL; theme++, count++) {
        GError *error = NULL;
        g_autoptr(RkDocument) document =
            rk_document_parse((*theme)->text, strlen((*theme)->text), (*theme)->name, &error);
        if (document == NULL)
            fail_msg("%s: %s", (*theme)->name, error->message);
        const RkValue *root = rk_document_root(document);
        assert_string_equal(rk_value_text_or(rk_value_get(root, "summary"), ""), (*theme)->summary);
        if (!rk_shape_check(rk_value_get(root, "config"), &rk_shape_config, &error))
            fail_msg("%s: %s", (*theme)->name, rk_error_describe(error));
        if (rk_value_has(root, "dark") && !rk_shape_check(rk_value_get(root, "dark"), &rk_shape_config, &error))
            fail_msg("%s: %s", (*theme)->name, rk_error_describe(error));
        for (guint i = 0; i < rk_value_length(root); i++) {
            static const char *const keys[] = {"summary", "extends", "config", "dark", NULL};
            assert_true(g_strv_contains(keys, rk_value_key_at(root, i)));
        }
        assert_ptr_equal(rk_theme_find((*theme)->name), *theme);
    }
    assert_true(count >= 2);
    assert_null(rk_theme_find("none of them"));
    assert_null(rk_theme_find(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grammar_defaults),
        cmocka_unit_test(test_layers),
        cmocka_unit_test(test_report_stands_on_the_grammar),
        cmocka_unit_test(test_unknown_theme),
        cmocka_unit_test(test_themes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
