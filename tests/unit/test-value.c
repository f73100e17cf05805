/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trees of values: reading what is not there, large maps, and writing as YAML, whose expected text was written by hand
 * after the specification's block styles.
 */
#include "unit.h"

#include "spec/document.h"

#include <math.h>
#include <string.h>

static void test_readers_accept_nothing(void **state)
{
    (void)state;
    assert_int_equal(rk_value_kind(NULL), RK_VALUE_NULL);
    assert_false(rk_value_is(NULL, RK_VALUE_NULL));
    assert_int_equal(rk_value_length(NULL), 0);
    assert_null(rk_value_get(rk_value_at(rk_value_get(NULL, "a"), 0), "b"));
    assert_true(rk_value_number_or(NULL, 4) == 4);
    assert_string_equal(rk_value_text_or(NULL, "x"), "x");
    assert_null(rk_value_key_at(NULL, 0));
    assert_int_equal(rk_value_place(NULL).line, 0);
}

/* Enough keys for the index; replacing keeps the position. */
static void test_large_map(void **state)
{
    (void)state;
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    RkValue *map = rk_document_map(document, RK_NOWHERE);
    for (int i = 0; i < 1000; i++) {
        g_autofree char *key = g_strdup_printf("key %d", i);
        rk_value_put(document, map, key, RK_NOWHERE, rk_document_number(document, RK_NOWHERE, i));
    }
    rk_value_put(document, map, "key 500", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, "new"));
    assert_int_equal(rk_value_length(map), 1000);
    assert_string_equal(rk_value_text_or(rk_value_at(map, 500), NULL), "new");
    assert_string_equal(rk_value_key_at(map, 999), "key 999");
    assert_true(rk_value_number_or(rk_value_get(map, "key 998"), 0) == 998);
    assert_false(rk_value_has(map, "key 1000"));
}

static void test_index_past_the_end(void **state)
{
    (void)state;
    g_autoptr(RkDocument) document = rk_document_new("f");
    RkValue *list = rk_document_list(document, RK_NOWHERE);
    for (int i = 0; i < 300; i++)
        rk_value_append(list, rk_document_number(document, (RkPlace){"g", 2, 3}, i));
    assert_int_equal(rk_value_length(list), 300);
    assert_true(rk_value_number_or(rk_value_at(list, 299), 0) == 299);
    assert_null(rk_value_at(list, 300));
    assert_null(rk_value_get(list, "a"));
    assert_string_equal(rk_value_place(rk_value_at(list, 0)).file, "g");
    assert_null(rk_value_place(list).file);
}

static void test_write(void **state)
{
    (void)state;
    static const char text[] = "title: 'Import dependency: 2020'\n"
                               "y:\n"
                               "  field: value\n"
                               "  axis: null\n"
                               "values:\n"
                               "- 1\n"
                               "- 0.1\n"
                               "- '1'\n"
                               "- 'null'\n"
                               "- 'yes'\n"
                               "- ''\n"
                               "- true\n"
                               "- \xc5\xa1iaur\xc4\x97\n"
                               "notes: |-\n"
                               "  one\n"
                               "  two\n"
                               "empty: []\n"
                               "none: {}\n";
    GError *error = NULL;
    g_autoptr(RkDocument) document = rk_document_parse(text, strlen(text), "f.yaml", &error);
    assert_non_null(document);
    g_autofree char *written = rk_value_to_yaml(rk_document_root(document));
    assert_string_equal(written, text);
}

static void test_write_missing(void **state)
{
    (void)state;
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    g_autofree char *missing = rk_value_to_yaml(rk_document_number(document, RK_NOWHERE, NAN));
    assert_string_equal(missing, "null\n");
    g_autofree char *nothing = rk_value_to_yaml(NULL);
    assert_string_equal(nothing, "null\n");
}

static gboolean keeps_rows(const char *owner, const char *key)
{
    return g_strcmp0(owner, "data") == 0 && strcmp(key, "values") == 0;
}

/* The copy reads the same, changes alone, and is no larger than what it was made of. */
static void test_copy(void **state)
{
    (void)state;
    const char *text = "a: &x {b: [1, true, null, t]}\nc: *x\ndata: {values: [1, 2]}\nvalues: [3]\n";
    GError *error = NULL;
    g_autoptr(RkDocument) document = rk_document_parse(text, strlen(text), "f.yaml", &error);
    assert_non_null(document);
    const RkValue *root = rk_document_root(document);
    g_autoptr(RkDocument) copy = rk_document_copy(document, keeps_rows);
    RkValue *copied = (RkValue *)rk_document_root(copy);
    g_autofree char *before = rk_value_to_yaml(root), *same = rk_value_to_yaml(copied);
    assert_string_equal(before, same);
    assert_ptr_equal(rk_value_get(copied, "a"), rk_value_get(copied, "c"));
    assert_ptr_not_equal(rk_value_get(copied, "a"), rk_value_get(root, "a"));
    assert_ptr_equal(rk_value_get(rk_value_get(copied, "data"), "values"),
                     rk_value_get(rk_value_get(root, "data"), "values"));
    assert_ptr_not_equal(rk_value_get(copied, "values"), rk_value_get(root, "values"));
    assert_int_equal(rk_value_place(rk_value_get(copied, "values")).line, 4);
    rk_value_remove((RkValue *)rk_value_get(copied, "a"), "b");
    g_autofree char *after = rk_value_to_yaml(root);
    assert_string_equal(before, after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_readers_accept_nothing), cmocka_unit_test(test_large_map),
        cmocka_unit_test(test_index_past_the_end),     cmocka_unit_test(test_write),
        cmocka_unit_test(test_write_missing),          cmocka_unit_test(test_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
