/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places within texts of a file, however the file writes them: quotes, escapes, blocks, folded lines, anchors. The sign
 * § stands where the place is expected, and is looked for in the bytes of the file.
 */
#include "unit.h"

#include "base/place.h"
#include "spec/document.h"

#include <string.h>

#define SIGN "\xc2\xa7"

/* Line and column of the sign, in characters. */
static void find_sign(const char *file, guint *line, guint *column)
{
    *line = *column = 1;
    for (const char *at = file; !g_str_has_prefix(at, SIGN); at = g_utf8_next_char(at)) {
        *column = *at == '\n' ? 1 : *column + 1;
        *line += *at == '\n';
    }
}

static void assert_found(const char *file)
{
    GError *error = NULL;
    guint line, column;
    g_autoptr(RkDocument) document = rk_document_parse(file, strlen(file), "f.yaml", &error);
    if (document == NULL)
        fail_msg("%s: %s", file, error->message);
    const RkValue *value = rk_value_get(rk_document_root(document), "a");
    const char *text = rk_value_text_or(value, NULL);
    gsize offset = (gsize)(strstr(text, SIGN) - text);
    find_sign(file, &line, &column);
    RkPlace place = rk_place_within(text, rk_value_place(value), offset);
    g_autofree char *written = rk_place_keep_written(text, rk_value_place(value));
    RkPlace kept = {"f.yaml", rk_value_place(value).line, rk_value_place(value).column, written};
    RkPlace again = rk_place_within(text, kept, offset);
    if (place.line != line || place.column != column || again.line != line || again.column != column)
        fail_msg("%s: %u:%u, kept %u:%u instead of %u:%u", file, place.line, place.column, again.line, again.column,
                 line, column);
}

static void test_spellings(void **state)
{
    (void)state;
    static const char *const files[] = {
        "a: x" SIGN "y",
        "a: " SIGN,
        "{\"a\": \"" SIGN "\"}",
        "{\"a\": \"x\\\"\\u0041\\n\\/\\t " SIGN " y\"}",
        "{\"b\": \"ą\\ud83d\\ude00\", \"a\": \"\\ud83d\\ude00ė\\u0117\\\\" SIGN "\"}",
        "a: \"\\x41\\U0001F600\\_\\N\\e" SIGN "\"",
        "a: \"one \\\n   two\n\n   three " SIGN "\"",
        "a: 'it''s '' " SIGN "'",
        "a: 'one\n  two\n\n  ''three'' " SIGN "'",
        "a: one +\n  two +\n  " SIGN " + 1",
        "a: |\n  one\n    two\n\n  " SIGN "\n",
        "a: >-  # folded\n  one\n  two\n\n    three\n  " SIGN "\n",
        "a: |2\n   one\n  " SIGN "\n",
        "a: &x \"one\\t" SIGN "\"\nb: *x",
        "a: &x\n  'one'' " SIGN "'",
        "b: \"\\\"\"\nc: 'ž'\na:\n  \"\\\"" SIGN "\"",
        "b: \"\xf0\x9f\x98\x80\"\r\na: \"\\\"\r\n  " SIGN "\"",
    };
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        assert_found(files[i]);
}

/* A place that was taken for another text counts characters from where it begins. */
static void test_others(void **state)
{
    (void)state;
    static const char file[] = "a: \"\\t\\tone\"";
    g_autoptr(RkDocument) document = rk_document_parse(file, strlen(file), "f.yaml", NULL);
    RkPlace place = rk_value_place(rk_value_get(rk_document_root(document), "a"));
    assert_int_equal(rk_place_within("two", place, 2).column, place.column + 2);
    assert_null(rk_place_keep_written("two", place));
    assert_int_equal(rk_place_within("one and more", place, 12).column, place.column + 12);
    assert_int_equal(rk_place_within("x\ny", RK_NOWHERE, 2).line, 2);
    assert_int_equal(rk_place_within("x\ny", (RkPlace){"f.yaml", 0, 0, NULL}, 2).line, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spellings),
        cmocka_unit_test(test_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
