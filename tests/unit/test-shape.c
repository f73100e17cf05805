/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checker of shapes with a small vocabulary of its own, and the nearest word. Distances were counted by hand.
 */
#include "unit.h"

#include "base/shape.h"
#include "spec/document.h"

#include <string.h>

static const char *const sides[] = {"left", "right", NULL};
static const RkShape tree;

static const RkProperty common_properties[] = {
    {"name", RK_ALLOW_TEXT, .required = TRUE, .summary = "every tree has a name"},
    {0},
};
static const RkShape common = {.name = "the common part", .properties = common_properties};

static const RkProperty oak_properties[] = {{"kind", RK_ALLOW_TEXT}, {"acorns", RK_ALLOW_NUMBER}, {0}};
static const RkShape oak = {.name = "the oak", .properties = oak_properties};

static const RkShape *choose(const RkValue *value, GError **error)
{
    if (rk_value_is_text(rk_value_get(value, "kind"), "oak"))
        return &oak;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, "plant an oak", "no such plant");
    return NULL;
}

static gboolean check_even(const RkValue *value, GError **error)
{
    if ((int)rk_value_number_or(value, 0) % 2 == 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "an odd number");
    return FALSE;
}

static const RkProperty any_number = {"number", RK_ALLOW_NUMBER};
static const RkShape open_shape = {.name = "the numbers", .any = &any_number};

static const char *const seed_needs[] = {"nut|cone", "soil", NULL};
static const RkProperty seed_properties[] = {
    {"cone", RK_ALLOW_ANY}, {"nut", RK_ALLOW_ANY, .summary = "what grows"}, {"soil", RK_ALLOW_ANY}, {0}};
static const RkShape seed = {.name = "the seed", .properties = seed_properties, .needs = seed_needs};

static const RkProperty properties[] = {
    {"side", RK_ALLOW_TEXT | RK_ALLOW_LIST, sides},
    {"sides", RK_ALLOW_LIST, sides, .items = RK_ALLOW_TEXT},
    {"size", RK_ALLOW_NUMBER | RK_ALLOW_NULL, .check = check_even},
    {"branches", RK_ALLOW_LIST, .items = RK_ALLOW_MAP, .shape = &tree},
    {"rows", RK_ALLOW_LIST | RK_ALLOW_MAP, .items = RK_ITEMS_UNCHECKED, .shape = &tree},
    {"plant", RK_ALLOW_MAP, .choose = choose},
    {"height", RK_ALLOW_NUMBER | RK_ALLOW_ROWS},
    {"roots", RK_ALLOW_ANY, .unsupported = "roots are not drawn by this version"},
    {"rings", RK_ALLOW_LIST, .items = RK_ALLOW_NUMBER, .least = 1, .most = 2},
    {"forest", RK_ALLOW_LIST, .items = RK_ALLOW_MAP, .shape = &open_shape, .least = 2, .most = 2},
    {"seed", RK_ALLOW_MAP, .shape = &seed},
    {"leaf", RK_ALLOW_NULL | RK_ALLOW_MAP, .unsupported = "leaves are not drawn by this version"},
    {0},
};
static const RkShape *const includes[] = {&common, NULL};
static const RkShape tree = {.name = "the tree", .properties = properties, .includes = includes};

static gboolean check(const char *text, const RkShape *shape, GError **error)
{
    g_autoptr(RkDocument) document = rk_document_parse(text, strlen(text), "t.yaml", error);
    return document != NULL && rk_shape_check(rk_document_root(document), shape, error);
}

static void accepted(const char *text)
{
    GError *error = NULL;
    if (!check(text, &tree, &error))
        fail_msg("%s: %s", text, error->message);
}

static void refused(const char *text, const char *message)
{
    GError *error = NULL;
    assert_false(check(text, &tree, &error));
    assert_error(&error, message);
}

static void test_accepts(void **state)
{
    (void)state;
    accepted("name: a");
    accepted("{name: a, side: left, size: 2, leaf: null}");
    accepted("{name: a, size: null, side: [anything, 1]}");
    accepted("{name: a, branches: [{name: b, branches: [{name: c}]}]}");
    accepted("{name: a, rows: [{free: 1}, 2], plant: {kind: oak, acorns: 3}}");
}

static void test_needs(void **state)
{
    (void)state;
    accepted("{name: a, seed: {cone: 1, soil: 2}}");
    accepted("{name: a, seed: {nut: 1, cone: 1, soil: 2}}");
    refused("{name: a, seed: {}}", "t.yaml:1:17: seed needs the key \"nut\" or \"cone\" (what grows)");
    refused("{name: a, seed: {nut: 1}}", "t.yaml:1:17: seed needs the key \"soil\"");
}

static void test_lengths(void **state)
{
    (void)state;
    accepted("{name: a, rings: [1], forest: [{}, {}]}");
    refused("{name: a, rings: []}", "t.yaml:1:18: rings must have at least 1 item, not 0");
    refused("{name: a, rings: [1, 2, 3]}", "t.yaml:1:18: rings must have at most 2 items, not 3");
    refused("{name: a, forest: [{}]}", "t.yaml:1:19: forest must have 2 items, not 1");
}

static void test_keys(void **state)
{
    (void)state;
    refused("{nam: a}", "t.yaml:1:2: unknown key \"nam\" in the tree (did you mean \"name\"?)");
    refused("{}", "t.yaml:1:1: the tree needs the key \"name\" (every tree has a name)");
    refused("name: a\nbranches:\n- name: b\n  branches:\n  - {name: c, Siez: 1}\n",
            "t.yaml:5:15: unknown key \"Siez\" in branches[0].branches[0] (did you mean \"size\"?)");
    refused("{name: a, branches: [{name: b}, {side: left}]}",
            "t.yaml:1:33: branches[1] needs the key \"name\" (every tree has a name)");
    refused("{name: a, xylophone: 1}",
            "t.yaml:1:11: unknown key \"xylophone\" in the tree (known keys: side, sides, size, "
            "branches, rows, plant, height, roots, rings, forest, seed, leaf, name)");
    refused("{name: a, rows: {free: 1}}", "t.yaml:1:18: unknown key \"free\" in rows (known keys: side, sides, size, "
                                          "branches, rows, plant, height, roots, rings, forest, seed, leaf, name)");
}

static void test_values(void **state)
{
    (void)state;
    refused("[1]", "t.yaml:1:1: the tree must be a map, not a list");
    refused("null", "t.yaml:1:1: the tree must be a map, not null");
    refused("{name: 1}", "t.yaml:1:8: name must be a text, not a number");
    refused("{name: a, side: 2}", "t.yaml:1:17: side must be a text or a list, not a number");
    refused("{name: a, size: x}", "t.yaml:1:17: size must be null or a number, not a text");
    refused("{name: a, side: lefft}", "t.yaml:1:17: side cannot be \"lefft\" (did you mean \"left\"?)");
    refused("{name: a, side: up}", "t.yaml:1:17: side cannot be \"up\" (known words: left, right)");
    refused("{name: a, sides: [left, rigth]}", "t.yaml:1:25: sides[1] cannot be \"rigth\" (did you mean \"right\"?)");
    refused("{name: a, sides: [left, true]}", "t.yaml:1:25: sides[1] must be a text, not true or false");
    refused("{name: a, size: 3}", "t.yaml:1:17: an odd number");
}

/* Expressions that are left over look at rows; signals are written otherwise. */
static void test_expressions(void **state)
{
    (void)state;
    accepted("{name: a, height: {expr: datum.v}}");
    refused("{name: a, height: {expr: 1}}", "t.yaml:1:26: height cannot differ from row to row (give a constant, or an "
                                            "expression over parameters)");
    refused("{name: a, size: {expr: datum.v}}", "t.yaml:1:24: size cannot differ from row to row (give a constant, or "
                                                "an expression over parameters)");
    refused("{name: a, size: {signal: height}}", "t.yaml:1:18: unknown key \"signal\" in size (signals are words of "
                                                 "Vega: write {expr: …} in its place)");
    refused("{name: a, plant: {kind: oak, signal: 1}}", "t.yaml:1:30: unknown key \"signal\" in plant (signals are "
                                                        "words of Vega: write {expr: …} in its place)");
    refused("{name: a, height: true}", "t.yaml:1:19: height must be a number, not true or false");
}

static void test_chosen_and_refused(void **state)
{
    (void)state;
    refused("{name: a, plant: {kind: fern}}", "t.yaml:1:18: no such plant (plant an oak)");
    refused("{name: a, plant: {kind: oak, acrons: 1}}",
            "t.yaml:1:30: unknown key \"acrons\" in plant (did you mean \"acorns\"?)");
    GError *error = NULL;
    assert_false(check("{name: a, roots: 1}", &tree, &error));
    assert_int_equal(error->code, RK_ERROR_UNSUPPORTED);
    assert_error(&error, "t.yaml:1:11: roots: roots are not drawn by this version");
    refused("{name: a, leaf: {}}", "t.yaml:1:11: leaf: leaves are not drawn by this version");
}

static void test_any_key(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_true(check("{a: 1, b: 2}", &open_shape, &error));
    assert_false(check("{a: 1, b: c}", &open_shape, &error));
    assert_error(&error, "t.yaml:1:11: b must be a number, not a text");
}

static void test_find(void **state)
{
    (void)state;
    assert_ptr_equal(rk_shape_find(&tree, "name"), &common_properties[0]);
    assert_ptr_equal(rk_shape_find(&tree, "size"), &properties[2]);
    assert_null(rk_shape_find(&tree, "nam"));
    assert_null(rk_shape_find(&open_shape, "a"));
}

static void test_nearest(void **state)
{
    (void)state;
    static const char *const words[] = {"x", "color", "title", "titleColor", "fontSize", "\xc5\xa0iauliai", NULL};
    static const struct {
        const char *word;
        const char *nearest;
    } cases[] = {
        {"colour", "color"},
        {"colro", "color"},
        {"titel", "title"},
        {"fontsize", "fontSize"},
        {"titelColour", "titleColor"},
        {"\xc5\xa1iauliia", "\xc5\xa0iauliai"},
        {"color", "color"},
        {"X", "x"},
        {"y", NULL},
        {"", NULL},
        {"table", NULL},
        {"background", NULL},
        {"co\xff", NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *nearest = rk_nearest_word(cases[i].word, words);
        if (g_strcmp0(nearest, cases[i].nearest) != 0)
            fail_msg("%s gave %s", cases[i].word, nearest == NULL ? "nothing" : nearest);
    }
    g_autofree char *endless = g_strnfill(100000, 'c');
    assert_null(rk_nearest_word(endless, words));
    assert_null(rk_nearest_word("x", NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accepts),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_needs),
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_expressions),
        cmocka_unit_test(test_chosen_and_refused),
        cmocka_unit_test(test_any_key),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
