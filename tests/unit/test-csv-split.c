/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records parted here and by libcsv: the same fields, lines, types and errors, whatever the text. libcsv is the oracle.
 */
#include "unit.h"

#include "read-dump.h"

static guint next_below(guint64 *state, guint bound)
{
    *state = *state * 6364136223846793005 + 1442695040888963407;
    return (guint)((*state >> 33) % bound);
}

static GString *random_text(guint64 *state)
{
    static const char *const pieces[] = {",",
                                         ",",
                                         ",",
                                         "\n",
                                         "\n",
                                         "\r\n",
                                         "\r",
                                         "\"",
                                         "\"",
                                         "\"",
                                         "\"a\"",
                                         "\"1,5\"",
                                         "\",\"",
                                         "\"\"",
                                         " ",
                                         "\t",
                                         "x",
                                         "é",
                                         "1",
                                         "0",
                                         "-0",
                                         "12.50",
                                         "1.0",
                                         "-3.25",
                                         "007",
                                         "0.00001",
                                         "1e5",
                                         "+4",
                                         "123456789012345",
                                         "1234567890123456",
                                         "NA",
                                         ".5"};
    GString *text = g_string_new("a,b,c\n");
    for (guint left = next_below(state, 40); left > 0; left--) {
        /* Most rows are sound, or the first error would hide all that follows. */
        if (next_below(state, 3) == 0)
            g_string_append_printf(text, "%s,\"q\",%u.%02u\n", pieces[16 + next_below(state, 14)],
                                   next_below(state, 20), next_below(state, 100));
        else if (next_below(state, 3) == 0)
            g_string_append(text, pieces[next_below(state, G_N_ELEMENTS(pieces))]);
    }
    return text;
}

static void assert_same(const GString *text, const ReadCase *with)
{
    RkCsvTuning slow = {.block_bytes = text->len + 1, .serial_bytes = G_MAXUINT64, .libcsv_only = TRUE};
    g_autofree char *expected = read_tuned(text->str, text->len, with, &slow);
    for (gsize block = 1; block <= text->len + 1; block += 1 + text->len / 5) {
        RkCsvTuning tuning = {.block_bytes = block, .serial_bytes = G_MAXUINT64};
        g_autofree char *read = read_tuned(text->str, text->len, with, &tuning);
        if (strcmp(read, expected) != 0)
            fail_msg("%s\nin blocks of %" G_GSIZE_FORMAT " gave\n%s\ninstead of\n%s", text->str, block, read, expected);
    }
}

static void test_like_libcsv(void **state)
{
    (void)state;
    static const char *const some[] = {"c", NULL};
    static const ReadCase cases[] = {{0},
                                     {.columns = some},
                                     {.format = "{missing: [NA, \"1\"]}"},
                                     {.format = "{missing: NA, parse: {c: number}}"},
                                     {.format = "{parse: {a: string}}"}};
    guint64 random = 20261127;
    for (guint i = 0; i < 5000; i++) {
        g_autoptr(GString) text = random_text(&random);
        assert_same(text, &cases[i % G_N_ELEMENTS(cases)]);
    }
}

static void test_quoted_fields(void **state)
{
    (void)state;
    assert_read("a,b\n\"x,y\",1.50\n\"\",2\nz,3.0\n", "a:text b:number\n2|x,y|1.5\n3|~|2\n4|z|3");
    assert_read("a\n\"x\"\n\"\"\ny\n", "a:text\n2|x\n3|~\n4|y");
    assert_read("a,b\n\"x\"\"y\",\"1\nz\"\nu,\"v\"\n", "a:text b:text\n2|x\"y|1\nz\n4|u|v");
}

/* Numbers come back as they were written once a word is among them. */
static void test_spellings(void **state)
{
    (void)state;
    assert_read("a\n1.50\n-2.00\n-0.0\n0.0\n12.0\n0.00010\n0.0000\n+5\n007\n100\nx\n",
                "a:text\n2|1.50\n3|-2.00\n4|-0.0\n5|0.0\n6|12.0\n7|0.00010\n8|0.0000\n9|+5\n10|007\n11|100\n12|x");
    assert_read_as("{delimiter: ;, decimal: \",\"}", "a\n1,50\n3,0\n7\nx\n",
                   "a:text\n2|1,50\n3|3,0\n4|7\n5|x\n"
                   "t.csv:5:1: warning: \"x\" makes the column \"a\" text, though 3 of its 4 values are numbers (set "
                   "format.missing: [\"x\"], or format.parse: {\"a\": \"string\"})");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_like_libcsv),
        cmocka_unit_test(test_quoted_fields),
        cmocka_unit_test(test_spellings),
    };
    return cmocka_run_group_tests_name("csv-split", tests, NULL, NULL);
}
