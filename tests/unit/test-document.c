/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents: YAML 1.2's core schema (chapter 10.3 of its specification), JSON as RFC 8259 writes it, and what a hostile
 * or mistaken file meets. Expected values are those of the two specifications.
 */
#include "unit.h"

#include "base/limits.h"
#include "spec/document.h"

#include <glib/gstdio.h>
#include <string.h>

static RkDocument *parse(const char *text, GError **error)
{
    return rk_document_parse(text, strlen(text), "f.yaml", error);
}

/* The document, which must parse. */
static RkDocument *parsed(const char *text)
{
    GError *error = NULL;
    RkDocument *document = parse(text, &error);
    if (document == NULL)
        fail_msg("%s: %s", text, error->message);
    return document;
}

static void refused(const char *text, const char *message)
{
    GError *error = NULL;
    assert_null(parse(text, &error));
    assert_error(&error, message);
}

static const RkValue *root_key(RkDocument *document, const char *key)
{
    return rk_value_get(rk_document_root(document), key);
}

/* 2^53 + 1 lies half-way between two numbers; 2^53 and 2^53 + 2 are numbers. */
static void test_digits(void **state)
{
    (void)state;
    static const char *const changed[] = {"9007199254740993", "-9007199254740993", "0x20000000000001",
                                          "0o400000000000000001", "0x10000000000000001"};
    static const char *const kept[] = {
        "9007199254740992", "9007199254740994", "0x20000000000000", "0x20000000000002", "0.1", "1e300"};
    for (guint i = 0; i < G_N_ELEMENTS(changed); i++) {
        g_autofree char *text = g_strconcat("a: ", changed[i], NULL);
        g_autoptr(RkDocument) document = parsed(text);
        assert_true(rk_value_is(root_key(document, "a"), RK_VALUE_NUMBER));
        assert_string_equal(rk_value_digits(root_key(document, "a")), changed[i]);
    }
    for (guint i = 0; i < G_N_ELEMENTS(kept); i++) {
        g_autofree char *text = g_strconcat("a: ", kept[i], NULL);
        g_autoptr(RkDocument) document = parsed(text);
        assert_null(rk_value_digits(root_key(document, "a")));
    }
}

static void test_plain_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        RkValueKind kind;
        double number;
    } cases[] = {
        {"null", RK_VALUE_NULL, 0},     {"Null", RK_VALUE_NULL, 0},
        {"NULL", RK_VALUE_NULL, 0},     {"~", RK_VALUE_NULL, 0},
        {"", RK_VALUE_NULL, 0},         {"nULL", RK_VALUE_TEXT, 0},
        {"true", RK_VALUE_BOOLEAN, 1},  {"True", RK_VALUE_BOOLEAN, 1},
        {"FALSE", RK_VALUE_BOOLEAN, 0}, {"yes", RK_VALUE_TEXT, 0},
        {"no", RK_VALUE_TEXT, 0},       {"on", RK_VALUE_TEXT, 0},
        {"y", RK_VALUE_TEXT, 0},        {"0", RK_VALUE_NUMBER, 0},
        {"-19", RK_VALUE_NUMBER, -19},  {"+12.3e+2", RK_VALUE_NUMBER, 1230},
        {"0.", RK_VALUE_NUMBER, 0},     {"-.5", RK_VALUE_NUMBER, -0.5},
        {"0o14", RK_VALUE_NUMBER, 12},  {"0xBd", RK_VALUE_NUMBER, 189},
        {"007", RK_VALUE_NUMBER, 7},    {"0o8", RK_VALUE_TEXT, 0},
        {"0x", RK_VALUE_TEXT, 0},       {"1e", RK_VALUE_TEXT, 0},
        {".", RK_VALUE_TEXT, 0},        {"1_000", RK_VALUE_TEXT, 0},
        {"12:30:45", RK_VALUE_TEXT, 0}, {"2020-01-01", RK_VALUE_TEXT, 0},
        {"1.2.3", RK_VALUE_TEXT, 0},    {"12,5", RK_VALUE_TEXT, 0},
        {"\"1\"", RK_VALUE_TEXT, 0},    {"'true'", RK_VALUE_TEXT, 0},
        {"|\n  1\n", RK_VALUE_TEXT, 0},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat("a: ", cases[i].text, NULL);
        g_autoptr(RkDocument) document = parsed(text);
        const RkValue *value = root_key(document, "a");
        if (rk_value_kind(value) != cases[i].kind)
            fail_msg("%s is %s", cases[i].text, rk_value_kind_name(value));
        if (cases[i].kind == RK_VALUE_NUMBER && rk_value_number_or(value, 99) != cases[i].number)
            fail_msg("%s is %g", cases[i].text, rk_value_number_or(value, 99));
        if (cases[i].kind == RK_VALUE_BOOLEAN)
            assert_int_equal(rk_value_boolean_or(value, 2), cases[i].number);
    }
}

static void test_places(void **state)
{
    (void)state;
    g_autoptr(RkDocument) document = parsed("\xef\xbb\xbf"
                                            "a: 1\r\n\"\xc5\xbe\": [x,  {b: c}]\n");
    const RkValue *list = root_key(document, "\xc5\xbe");
    RkPlace place = rk_value_place(rk_value_get(rk_value_at(list, 1), "b"));
    assert_string_equal(place.file, "f.yaml");
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 15);
    place = rk_value_key_place_at(rk_document_root(document), 1);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 1);
}

static void test_json(void **state)
{
    (void)state;
    g_autoptr(RkDocument) document =
        parsed("{\r\n\t\"a\":\"x\\/y\",\t\"b\":[1,\t-2.5e3,true,null],\n\t\"\":{\"c\":\"\\u0105\\n\\\"\"}}");
    assert_string_equal(rk_value_text_or(root_key(document, "a"), NULL), "x/y");
    assert_int_equal(rk_value_length(root_key(document, "b")), 4);
    assert_true(rk_value_number_or(rk_value_at(root_key(document, "b"), 1), 0) == -2500);
    assert_string_equal(rk_value_text_or(rk_value_get(root_key(document, ""), "c"), NULL), "\xc4\x85\n\"");
}

/* U+1F600 and U+1D11E; the second is the example of RFC 8259, section 7. */
/* RFC 8259, sections 2 to 7. */
static void test_strict_json(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"{\"a\": [1, 2,]}", "f.json:1:12: not JSON: nothing follows this comma (take it away)"},
        {"{\"a\": 1,\n}", "f.json:1:8: not JSON: nothing follows this comma (take it away)"},
        {"{a: 1}", "f.json:1:2: not JSON: a text has no quotation marks (\") (put it between quotation marks)"},
        {"{\"a\": x}", "f.json:1:7: not JSON: a value is expected here (a value is a number, a \"text\", true, false, "
                       "null, [list] or {map})"},
        {"{\"a\": 007}", "f.json:1:8: not JSON: a comma or a closing bracket is expected here"},
        {"{\"a\": .5}", "f.json:1:7: not JSON: a value is expected here (a value is a number, a \"text\", true, false, "
                        "null, [list] or {map})"},
        {"{\"a\": 1.}", "f.json:1:7: not JSON: a number is not written as one (write numbers as 0.5, -1 or 1e6)"},
        {"{\"a\": \"\\x41\"}", "f.json:1:9: not JSON: no escape is written like this (write \\\\ for a backslash)"},
        {"{\"a\" 1}", "f.json:1:6: not JSON: a key is followed by a colon"},
        {"{\"a\": 1} # 2", "f.json:1:10: not JSON: something follows the end"},
        {"a: 1", "f.json:1:1: not JSON: a value is expected here (a value is a number, a \"text\", true, false, null, "
                 "[list] or {map})"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        GError *error = NULL;
        assert_null(rk_document_parse(cases[i].text, strlen(cases[i].text), "f.json", &error));
        g_autofree char *described = rk_error_describe(error);
        assert_string_equal(described, cases[i].message);
        g_clear_error(&error);
    }
    static const char good[] = "{\"a\": [-0.5e+3, 0, 1E2, \"\\u00e9\\\"\", {}, [], true, false, null]}\r\n";
    GError *error = NULL;
    g_autoptr(RkDocument) document = rk_document_parse(good, strlen(good), "f.json", &error);
    assert_non_null(document);
}

static void test_surrogates(void **state)
{
    (void)state;
    g_autoptr(RkDocument) document = parsed("# \\uD83D\\uDE00\n"
                                            "{\"\\uD83D\\uDE00\": \"a\\ud83d\\ude00\\uD834\\uDD1Eb\",\n"
                                            "\"p\": \"\\\\uD83D\\\\uDE00\", 'q': '\\uD834\\uDD1E', x: 1,\n"
                                            "\"r\": \"\xee\x80\x80\\uE001\", s: \\uD83D\\uDE00\\uD834\\uDD1E}");
    assert_string_equal(rk_value_text_or(root_key(document, "\xf0\x9f\x98\x80"), NULL),
                        "a\xf0\x9f\x98\x80\xf0\x9d\x84\x9e"
                        "b");
    assert_string_equal(rk_value_text_or(root_key(document, "p"), NULL), "\\uD83D\\uDE00");
    assert_string_equal(rk_value_text_or(root_key(document, "q"), NULL), "\\uD834\\uDD1E");
    assert_string_equal(rk_value_text_or(root_key(document, "r"), NULL), "\xee\x80\x80\xee\x80\x81");
    assert_string_equal(rk_value_text_or(root_key(document, "s"), NULL), "\\uD83D\\uDE00\\uD834\\uDD1E");
    RkPlace place = rk_value_place(root_key(document, "x"));
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 48);
    /* The escape that is half begins in column 18, its digits in 20. */
    refused("a: \"\\ud83d\\ude00 \\ud83d\"", "f.yaml:1:20: found invalid Unicode character escape code (a character "
                                             "beyond U+FFFF needs both halves, such as "
                                             "\\uD83D\\uDE00, or itself in UTF-8)");
}

static void test_refusals(void **state)
{
    (void)state;
    refused("", "f.yaml: the document is empty");
    refused("# only a remark\n", "f.yaml: the document is empty");
    refused("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n", "f.yaml:5:3: the key \"c\" stands twice (it stands first in line 3)");
    refused("{\"a\": 1, \"a\": 2}", "f.yaml:1:10: the key \"a\" stands twice (it stands first in line 1)");
    refused("a: !!python/object x", "f.yaml:1:4: tags are not read (quote a text that begins with !)");
    refused("a: !map {}", "f.yaml:1:4: tags are not read (quote a text that begins with !)");
    refused("!x a: b", "f.yaml:1:1: a key must be a text (quote a key that begins with [, {, *, & or !)");
    refused("a: &x {b: 1}\nc:\n  <<: *x\n",
            "f.yaml:3:3: merge keys are not read (write the keys out, or put shared settings into config)");
    refused("? [a]\n: b", "f.yaml:1:3: a key must be a text (quote a key that begins with [, {, *, & or !)");
    refused("a: 1\n---\nb: 2\n",
            "f.yaml:2:1: a second document begins (a file holds one document: put this one into a file of its own)");
    refused("a: .inf", "f.yaml:1:4: .inf is not a finite number (write null for a missing value, or quote a text)");
    refused("a: -.NaN", "f.yaml:1:4: -.NaN is not a finite number (write null for a missing value, or quote a text)");
    refused("a: 1e999", "f.yaml:1:4: 1e999 is not a finite number (write null for a missing value, or quote a text)");
    refused("a: \"x\\0y\"", "f.yaml:1:4: a text with the character U+0000");
}

static void test_bytes(void **state)
{
    (void)state;
    GError *error = NULL;
    refused("a: 1\nb: \xc4\x85\xff\n", "f.yaml:2:5: byte 0xFF is not UTF-8 (save the file as UTF-8)");
    refused("\xff\xfe"
            "a",
            "f.yaml:1:1: byte 0xFF is not UTF-8 (save the file as UTF-8)");
    refused("a: \xed\xa0\xbd", "f.yaml:1:4: byte 0xED is not UTF-8 (save the file as UTF-8)");
    refused("a: \"x\xe2\x80\xa8y\"",
            "f.yaml:1:6: the separator U+2028 stands unescaped (write \"\\u2028\" within double quotes)");
    refused("a: b\nc: \x01", "f.yaml:2:4: control characters are not allowed");
    assert_null(rk_document_parse("a: 1\0", 5, "f.yaml", &error));
    assert_error(&error, "f.yaml:1:5: a NUL byte (is this a text file in UTF-8?)");
    g_autofree char *long_text = g_strnfill(RK_LIMIT_DOCUMENT_BYTES + 1, ' ');
    refused(long_text, "f.yaml: longer than 16777216 bytes (put data into a file of their own)");
}

static void test_syntax(void **state)
{
    (void)state;
    refused("a:\n\tb: 1",
            "f.yaml:2:1: found character that cannot start any token (indent with spaces, not tabs, and quote a "
            "text that begins with @, ` or %)");
    refused(
        "title: GDP: growth",
        "f.yaml:1:11: mapping values are not allowed in this context (quote a text that holds a colon and a space, and "
        "give every key of a map the same indentation)");
    refused("a: [1, 2\nb: 3",
            "f.yaml:2:2: did not find expected ',' or ']' (while parsing a flow sequence that begins in line 1)");
}

static void test_aliases(void **state)
{
    (void)state;
    g_autoptr(RkDocument) document = parsed("a: &x [1, &y 2]\nb: *x\nc: *y\nd: &x 3\ne: *x\n");
    assert_ptr_equal(root_key(document, "a"), root_key(document, "b"));
    assert_true(rk_value_number_or(root_key(document, "c"), 0) == 2);
    assert_true(rk_value_number_or(root_key(document, "e"), 0) == 3);
    refused("a: *nowhere", "f.yaml:1:4: no value before this one is marked \"&nowhere\"");
    refused("a: &x [1, *x]", "f.yaml:1:11: \"*x\" stands inside itself");
}

/* Each list holds ten times the one before: 10^8 values in a few hundred bytes. */
static void test_alias_bomb(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 8; i++) {
        g_string_append_printf(text, "a%d: &a%d [", i, i);
        for (int j = 0; j < 10; j++)
            g_string_append_printf(text, "*a%d,", i - 1);
        g_string_append(text, "]\n");
    }
    /* A list of step n stands for 11, 111, 1111 … values; up to and with a5 that is 1 + 1234566, and a5 itself 1111111.
     */
    refused(text->str,
            "f.yaml:7:10: more than 2097152 values, aliases counted each time (put data into a file of their own)");
}

static void test_nesting(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < RK_LIMIT_DOCUMENT_DEPTH; i++)
        g_string_append_c(text, '[');
    for (guint i = 0; i < RK_LIMIT_DOCUMENT_DEPTH; i++)
        g_string_append_c(text, ']');
    g_autoptr(RkDocument) deepest = parsed(text->str);
    assert_non_null(deepest);
    g_string_prepend_c(text, '[');
    g_string_append_c(text, ']');
    refused(text->str, "f.yaml:1:65: lists and maps are nested more than 64 deep (leave levels out, or put data into a "
                       "file of their own)");
    g_string_truncate(text, 0);
    for (guint i = 0; i < 100000; i++)
        g_string_append(text, "{\"a\":[");
    refused(text->str, "f.yaml:1:193: lists and maps are nested more than 64 deep (leave levels out, or put data into "
                       "a file of their own)");
    /* Through aliases: each line is one deeper than the one before, and the root map counts too. */
    g_string_assign(text, "a0: &a0 [x]\n");
    for (guint i = 1; i < 80; i++)
        g_string_append_printf(text, "a%u: &a%u [*a%u]\n", i, i, i - 1);
    refused(text->str, "f.yaml:64:12: lists and maps are nested more than 64 deep (leave levels out, or put data into "
                       "a file of their own)");
}

static void test_load(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_null(rk_document_load("/nowhere/figure.yaml", &error));
    assert_string_equal(rk_error_file(error), "/nowhere/figure.yaml");
    g_clear_error(&error);
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "rodiklis-test-document.yaml", NULL);
    assert_true(g_file_set_contents(path, "a: 7\n", -1, NULL));
    g_autoptr(RkDocument) document = rk_document_load(path, &error);
    assert_non_null(document);
    assert_true(rk_value_number_or(root_key(document, "a"), 0) == 7);
    assert_string_equal(rk_document_file(document), path);
    g_remove(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_digits),   cmocka_unit_test(test_plain_kinds), cmocka_unit_test(test_places),
        cmocka_unit_test(test_json),     cmocka_unit_test(test_strict_json), cmocka_unit_test(test_surrogates),
        cmocka_unit_test(test_refusals), cmocka_unit_test(test_bytes),       cmocka_unit_test(test_syntax),
        cmocka_unit_test(test_aliases),  cmocka_unit_test(test_alias_bomb),  cmocka_unit_test(test_nesting),
        cmocka_unit_test(test_load),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
