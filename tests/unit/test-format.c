/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Number and date patterns. Oracles: d3-format 3.1, d3-time-format 4.1 and d3-scale 4.0 (run with Node.js) for what the
 * patterns give; the Unicode locale data for the words.
 */
#include "unit.h"

#include "base/format.h"

#include <math.h>
#include <string.h>

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *specifier;
        double value;
        const char *expected;
    } cases[] = {
        {"", 1234.5, "1234.5"},
        {"", 0.30000000000000004, "0.3"},
        {"", 1e+21, "1e+21"},
        {"", -0.0, "0"},
        {".1f", 0.25, "0.3"},
        {".0f", 2.5, "3"},
        {".2f", 1.005, "1.00"},
        {",.2f", -1234567.891, "−1,234,567.89"},
        {"+,d", 1234567, "+1,234,567"},
        {"+d", -0.4, "−0"},
        {"(,.1f", -1234.56, "(1,234.6)"},
        {"$,.2f", 1234.5, "$1,234.50"},
        {"($.2f", -5, "($5.00)"},
        {".0%", 0.123, "12%"},
        {"+.1%", -0.0005, "−0.1%"},
        {"%", 0.42, "42.000000%"},
        {".2p", 0.0123, "1.2%"},
        {".3r", 1234567, "1230000"},
        {".2r", 0.00012345, "0.00012"},
        {".3s", 1500000, "1.50M"},
        {"s", 4.2e-7, "420.000n"},
        {".2s", 4.2e+31, "42000000Y"},
        {".2s", 1e-26, "0.01y"},
        {"~s", 1500, "1.5k"},
        {".3~g", 0.5, "0.5"},
        {"g", 1e-7, "1.00000e-7"},
        {".3g", 123456, "1.23e+5"},
        {"n", 1234567.891, "1.23457e+6"},
        {".2e", 12345, "1.23e+4"},
        {".0e", 0, "0e+0"},
        {"~e", 1200, "1.2e+3"},
        {"d", 2.5, "3"},
        {"d", 1e+22, "10000000000000000000000"},
        {"b", 10, "1010"},
        {"#b", 10, "0b1010"},
        {"o", 8, "10"},
        {"#o", 64, "0o100"},
        {"x", 3735928559, "deadbeef"},
        {"#X", 48879, "0xBEEF"},
        {",x", 3735928559, "de,adb,eef"},
        {"c", -1.5, "-1.5"},
        {"*^12,.1f", 1234.5, "**1,234.5***"},
        {"·>8.1f", 3.14, "·····3.1"},
        {"=+8d", 42, "+     42"},
        {"_=10", -7, "−________7"},
        {"€<6d", 7, "7€€€€€"},
        {"08.1f", -3.14, "−00003.1"},
        {"012,d", 1234567, "0,001,234,567"},
        {"06,d", 1234, "01,234"},
        {" .1f", 2, " 2.0"},
        {"f", 1e+21, "1e+21"},
        {".30f", 0.1, "0.10000000000000000555"},
        {"d", NAN, "NaN"},
        {"$,d", NAN, "$NaN"},
        {".1f", INFINITY, "Infinity"},
        {".1f", -0.04, "0.0"},
        {"+.1f", -0.04, "−0.0"},
        {"(.1f", -0.04, "0.0"},
        {"d", 9007199254740992, "9007199254740992"},
    };
    for (gsize at = 0; at < G_N_ELEMENTS(cases); at++) {
        g_autofree char *text = rk_format_number(cases[at].specifier, cases[at].value, NULL, NULL);
        assert_non_null(text);
        assert_string_equal(text, cases[at].expected);
    }
}

static void test_locales(void **state)
{
    (void)state;
    static const struct {
        const char *language;
        const char *specifier;
        const char *expected;
    } cases[] = {
        {"lt", ",.2f", "−1\u00a0234\u00a0567,89"},
        {"lt-LT", "$,.0f", "−1\u00a0234\u00a0568\u00a0€"},
        {"lt", ".3~s", "−1,23M"},
        {"lt", ".1%", "−123456789,1\u00a0%"},
        {"de", ",.1f", "−1.234.567,9"},
        {"fr", ",d", "−1\u202f234\u202f568"},
        {"pl", "$,d", "−1\u00a0234\u00a0568\u00a0zł"},
        {"et", ".0%", "−123456789%"},
        {"tlh", ",d", "−1,234,568"},
    };
    for (gsize at = 0; at < G_N_ELEMENTS(cases); at++) {
        const RkLocale *locale = rk_locale_find(cases[at].language);
        g_autofree char *text = rk_format_number(cases[at].specifier, -1234567.891, locale, NULL);
        assert_string_equal(text, cases[at].expected);
    }
}

static void test_every_locale_is_whole(void **state)
{
    (void)state;
    const char *const *languages = rk_locale_languages();
    guint count = 0;
    for (; languages[count] != NULL; count++) {
        const RkLocale *locale = rk_locale_find(languages[count]);
        assert_string_equal(locale->language, languages[count]);
        assert_string_equal(locale->minus, "\u2212");
        assert_true(locale->decimal[0] != '\0' && locale->thousands[0] != '\0');
        /* Every word is there: a pattern of all of them has no gap. */
        for (int month = 0; month < 12; month++) {
            g_autofree char *text = rk_format_time("%B|%b|%A|%a|%p|%c|", month * 30.5 * 86400000, locale);
            assert_true(g_utf8_validate(text, -1, NULL));
            assert_null(g_strrstr(text, "||"));
        }
    }
    assert_true(count >= 10);
    assert_ptr_equal(rk_locale_find(NULL), rk_locale_find("en"));
    assert_ptr_equal(rk_locale_find(""), rk_locale_find("en"));
}

static void test_malformed(void **state)
{
    (void)state;
    static const char *const malformed[] = {"<8d|", "..2f", ".f", ",,f", "~~f", "1.2.3", "%d", "#$f", "f1", "ab>5"};
    GError *error = NULL;
    for (gsize at = 0; at < G_N_ELEMENTS(malformed); at++) {
        if (rk_format_number_check(malformed[at], &error))
            fail_msg("\"%s\" passed as a format", malformed[at]);
        assert_non_null(error);
        g_clear_error(&error);
    }
    assert_null(rk_format_number(".f", 1, NULL, &error));
    assert_error(&error,
                 "\".f\" is not a number format ([[fill]align][sign][symbol][0][width][,][.precision][~][type], "
                 "as in \",.1f\" or \".0%\")");
    assert_false(rk_format_number_check(".1F", &error));
    assert_error(&error, "the number format \".1F\" has no type that is known (types are e f g r s % p b o d x X c n)");
    assert_false(rk_format_number_check("\xff>5d", &error));
    g_clear_error(&error);
    /* A hostile width and precision stay harmless. */
    g_autofree char *wide = rk_format_number("99999999999999d", 5, NULL, NULL);
    assert_int_equal(strlen(wide), 1000);
    g_autofree char *precise = rk_format_number(".99999999999999f", 0.5, NULL, NULL);
    assert_string_equal(precise, "0.50000000000000000000");
}

static void test_tick_specifiers(void **state)
{
    (void)state;
    static const struct {
        double start, stop;
        guint count;
        const char *given;
        const char *expected;
    } cases[] = {
        {0, 1, 10, NULL, ",.1f"},
        {0, 100, 10, NULL, ",.0f"},
        {-0.005, 0.005, 4, NULL, ",.3f"},
        {1999.5, 2000.5, 3, NULL, ",.1f"},
        {1, 0, 10, NULL, ",.1f"},
        {0, 1, 10, "%", ".0%"},
        {0, 0.01, 10, "%", ".1%"},
        {0, 1e6, 10, "$,f", "$,.0f"},
        {0, 10, 5, ".3f", ".3f"},
        {0, 0.35, 7, "e", ".1e"},
        {0, 2500, 5, "g", ".2g"},
        {0, 1.4, 7, "r", ".2r"},
        {0, 1, 5, "+", "+.1"},
        {0, 1e6, 5, "d", "d"},
        {5, 5, 5, NULL, ",f"},
        {0, INFINITY, 5, NULL, ",f"},
        {0, 1, 0, NULL, ",f"},
        {0, 1, 10, "*<9", "*<9.1"},
    };
    for (gsize at = 0; at < G_N_ELEMENTS(cases); at++) {
        g_autofree char *text =
            rk_format_tick_specifier(cases[at].start, cases[at].stop, cases[at].count, cases[at].given);
        assert_string_equal(text, cases[at].expected);
    }
}

/* With SI prefixes each tick has its own, and enough digits to be exact. */
static void test_prefixed_ticks(void **state)
{
    (void)state;
    g_autofree char *specifier = rk_format_tick_specifier(0, 2e6, 4, "s");
    static const char *const expected[] = {"0.0", "500k", "1.0M", "1.5M", "2.0M"};
    for (int at = 0; at < 5; at++) {
        g_autofree char *text = rk_format_number(specifier, at * 5e5, NULL, NULL);
        assert_string_equal(text, expected[at]);
    }
}

/* On an axis all have the prefix of its larger end: half a million is 0.5M, by d3's precisionPrefix and formatPrefix.
 */
static void test_ticks_of_one_prefix(void **state)
{
    (void)state;
    static const char *const expected[] = {"0.0M", "0.5M", "1.0M", "1.5M", "2.0M"};
    for (int at = 0; at < 5; at++) {
        g_autofree char *text = rk_format_tick(0, 2e6, 4, "s", at * 5e5, NULL);
        assert_string_equal(text, expected[at]);
    }
    /* With a precision of its own each tick is formatted alone: 60M and not $60.00M. */
    g_autofree char *precise = rk_format_tick(0, 8e7, 4, "$.2s", 6e7, NULL);
    assert_string_equal(precise, "$60M");
    g_autofree char *negative = rk_format_tick(-12e6, 12e6, 8, "s", -8e6, NULL);
    assert_string_equal(negative, "\u22128M");
    g_autofree char *plain = rk_format_tick(0, 2, 4, NULL, 0.5, NULL);
    assert_string_equal(plain, "0.5");
}

/* As vega-format's formatFloat gives them under Node. */
static void test_floats(void **state)
{
    (void)state;
    static const struct {
        const char *specifier;
        double value;
        const char *expected;
    } cases[] = {{NULL, 1376048943, "1,376,048,943"},
                 {NULL, 0.0123456789, "0.0123456789"},
                 {NULL, 1e12, "1e+12"},
                 {"s", 1376048943, "1.376048943G"},
                 {"s", 100000, "100k"},
                 {"%", 0.125, "12.5%"},
                 {"e", 1500, "1.5e+3"},
                 {".2f", 1.5, "1.50"},
                 {"$,.1f", 1234.56, "$1,234.6"}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = rk_format_float(cases[i].specifier, cases[i].value, NULL);
        assert_string_equal(text, cases[i].expected);
    }
}

static void test_times(void **state)
{
    (void)state;
    static const double moments[] = {1609682709078, 1735516800000, -14182940000};
    static const struct {
        const char *pattern;
        const char *expected[3];
    } cases[] = {
        {"%a %A", {"Sun Sunday", "Mon Monday", "Sun Sunday"}},
        {"%b %B", {"Jan January", "Dec December", "Jul July"}},
        {"%c", {"1/3/2021, 2:05:09 PM", "12/30/2024, 12:00:00 AM", "7/20/1969, 8:17:40 PM"}},
        {"%d|%e|%-d|%_d|%0e", {"03| 3|3| 3|03", "30|30|30|30|30", "20|20|20|20|20"}},
        {"%f %L", {"078000 078", "000000 000", "000000 000"}},
        {"%g %G %V", {"20 2020 53", "25 2025 01", "69 1969 29"}},
        {"%H %I %p %-I", {"14 02 PM 2", "00 12 AM 12", "20 08 PM 8"}},
        {"%j %m %-m", {"003 01 1", "365 12 12", "201 07 7"}},
        {"%M:%S", {"05:09", "00:00", "17:40"}},
        {"%q %Q %s", {"1 1609682709078 1609682709", "4 1735516800000 1735516800", "3 -14182940000 -14182940"}},
        {"%u %w", {"7 0", "1 1", "7 0"}},
        {"%U %W", {"01 00", "52 53", "29 28"}},
        {"%x", {"1/3/2021", "12/30/2024", "7/20/1969"}},
        {"%X", {"2:05:09 PM", "12:00:00 AM", "8:17:40 PM"}},
        {"%y %Y", {"21 2021", "24 2024", "69 1969"}},
        {"%Z%%", {"+0000%", "+0000%", "+0000%"}},
        {"%k", {"k", "k", "k"}},
        {"m. %", {"m. ", "m. ", "m. "}},
    };
    for (gsize at = 0; at < G_N_ELEMENTS(cases); at++) {
        for (int moment = 0; moment < 3; moment++) {
            g_autofree char *text = rk_format_time(cases[at].pattern, moments[moment], NULL);
            assert_string_equal(text, cases[at].expected[moment]);
        }
    }
    g_autofree char *lithuanian = rk_format_time("%Y m. %B (%b), %A (%a); %x %X", moments[0], rk_locale_find("lt"));
    assert_string_equal(lithuanian, "2021 m. sausis (saus.), sekmadienis (sk); 2021-01-03 14:05:09");
    g_autofree char *nothing = rk_format_time("%Y", NAN, NULL);
    assert_string_equal(nothing, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_locales),
        cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_every_locale_is_whole),
        cmocka_unit_test(test_tick_specifiers),
        cmocka_unit_test(test_prefixed_ticks),
        cmocka_unit_test(test_ticks_of_one_prefix),
        cmocka_unit_test(test_floats),
        cmocka_unit_test(test_times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
