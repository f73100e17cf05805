/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers read and written. Oracles: Python 3.11's float() and float.hex() for reading (a correctly rounded reader of
 * another house), V8's Number::toString for the shortest texts and toFixed for the rounded ones.
 */
#include "unit.h"

#include "base/number-private.h"

#include <float.h>
#include <math.h>
#include <string.h>

static gboolean reads(const char *text, RkNumberSyntax syntax, double *value)
{
    /* The bytes behind the number must not matter. */
    g_autofree char *longer = g_strconcat(text, "7e9", NULL);
    return rk_number_parse(longer, strlen(text), syntax, value);
}

static void test_rounding(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double expected;
    } cases[] = {
        {"0", 0},
        {"1", 1},
        {"-12.5", -12.5},
        {"+3", 3},
        {".5", 0.5},
        {"5.", 5},
        {"007", 7},
        {"1E3", 1000},
        {"1e-2", 0x1.47ae147ae147bp-7},
        {"0.1", 0x1.999999999999ap-4},
        {"1e23", 0x1.52d02c7e14af6p+76},
        {"1e-19", 0x1.d83c94fb6d2acp-64},
        {"9007199254740993", 0x1.0000000000000p+53},
        {"9007199254740993.0000000000000000001", 0x1.0000000000001p+53},
        {"9007199254740993e5", 0x1.86a0000000001p+69},
        {"0.1234567890123456789", 0x1.f9add3746f65fp-4},
        {"123456789012345678", 0x1.b69b4ba630f35p+56},
        {"62.5364939768271845828", 0x1.f44abd5aa7ca4p+5},
        {"0.500000000000000166533453693773481063544750213623046875", 0x1.0000000000002p-1},
        {"3.518437208883201171875e13", 0x1.0000000000002p+45},
        {"2.2250738585072011e-308", 0x0.fffffffffffffp-1022},
        {"2.2250738585072014e-308", DBL_MIN},
        {"8.5e-320", 0x0.0000000004334p-1022},
        {"2.4703282292062328e-324", 0x0.0000000000001p-1022},
        {"2.4703282292062327e-324", 0},
        {"1e-400", 0},
        {"1.7976931348623158e308", DBL_MAX},
        {"0e999999999999", 0},
    };
    for (gsize at = 0; at < G_N_ELEMENTS(cases); at++) {
        double value = NAN;
        if (!reads(cases[at].text, RK_NUMBER_SYNTAX_PLAIN, &value) || value != cases[at].expected)
            fail_msg("%s gave %a instead of %a", cases[at].text, value, cases[at].expected);
    }
    double zero = 1;
    assert_true(reads("-0.0", RK_NUMBER_SYNTAX_PLAIN, &zero));
    assert_true(zero == 0 && !signbit(zero));
}

static void test_long_numbers(void **state)
{
    (void)state;
    double value = NAN;
    g_autofree char *zeros = g_strnfill(5000, '0');
    g_autofree char *small = g_strconcat("0.", zeros, "25e5000", NULL);
    assert_true(reads(small, RK_NUMBER_SYNTAX_PLAIN, &value));
    assert_true(value == 0.25);
    g_autofree char *large = g_strconcat("1", zeros, NULL);
    assert_false(reads(large, RK_NUMBER_SYNTAX_PLAIN, &value));
    g_autofree char *tamed = g_strconcat(large, "e-5000", NULL);
    assert_true(reads(tamed, RK_NUMBER_SYNTAX_PLAIN, &value));
    assert_true(value == 1);
}

static void test_refusals(void **state)
{
    (void)state;
    static const char *const texts[] = {"",      " ",    "-",    "+",     ".",     "e5",  "1e",          "1e+",
                                        " 1",    "1 ",   "1,5",  "1.2.3", "--1",   "1-",  "NaN",         "nan",
                                        "inf",   "0x10", "1e5x", "1_000", "1 000", "1d3", "-Infinity",   "1e309",
                                        "1e+-5", "١",    "½",    "−5",    "1e1.5", "12b", "99999999e999"};
    for (gsize at = 0; at < G_N_ELEMENTS(texts); at++) {
        double value = 42;
        if (reads(texts[at], RK_NUMBER_SYNTAX_PLAIN, &value))
            fail_msg("\"%s\" was read as %g", texts[at], value);
        assert_true(value == 42);
    }
    double value = 42;
    assert_false(rk_number_parse("1\0002", 3, RK_NUMBER_SYNTAX_PLAIN, &value));
}

static void test_syntax(void **state)
{
    (void)state;
    const RkNumberSyntax comma = {',', 0};
    const RkNumberSyntax lithuanian = {',', ' '};
    const RkNumberSyntax english = {'.', ','};
    double value = NAN;
    assert_true(reads("12,5", comma, &value) && value == 12.5);
    assert_false(reads("12.5", comma, &value));
    assert_true(reads("-1 234 567,25", lithuanian, &value) && value == -1234567.25);
    assert_true(reads("1234567,25", lithuanian, &value) && value == 1234567.25);
    assert_true(reads("1,234,567,890,123,456,789,012", english, &value) && value == 0x1.0bb448ec2f608p+70);
    assert_true(reads("12,345e3", english, &value) && value == 12345000);
    static const char *const refused[] = {"1,5", "1,50", "1,2345", "1234,567", ",123", "1,,234", "1,234,", "0.123,456"};
    for (gsize at = 0; at < G_N_ELEMENTS(refused); at++) {
        if (reads(refused[at], english, &value))
            fail_msg("\"%s\" was read as %g", refused[at], value);
    }
}

static void test_shortest(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *expected;
    } cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {1, "1"},
        {-12.5, "-12.5"},
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1e20, "100000000000000000000"},
        {1e21, "1e+21"},
        {123456789012345680000.0, "123456789012345680000"},
        {0.000001, "0.000001"},
        {1.5e-6, "0.0000015"},
        {1e-7, "1e-7"},
        {1.0 / 3, "0.3333333333333333"},
        {9007199254740993.0, "9007199254740992"},
        {0x1p-44, "5.684341886080802e-14"},
        {0x1p-1074, "5e-324"},
        {DBL_MIN, "2.2250738585072014e-308"},
        {-DBL_MAX, "-1.7976931348623157e+308"},
        {NAN, "NaN"},
        {INFINITY, "Infinity"},
        {-INFINITY, "-Infinity"},
    };
    char buffer[RK_NUMBER_BUFFER];
    for (gsize at = 0; at < G_N_ELEMENTS(cases); at++)
        assert_string_equal(rk_number_shortest(cases[at].value, buffer), cases[at].expected);
}

/* Every text reads back as the same double: bit patterns spread over all magnitudes. */
static void test_round_trip(void **state)
{
    (void)state;
    guint64 bits = 0x9e3779b97f4a7c15;
    for (int at = 0; at < 20000; at++) {
        bits = bits * 6364136223846793005 + 1442695040888963407;
        double value;
        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value))
            continue;
        char buffer[RK_NUMBER_BUFFER];
        double back = NAN;
        rk_number_shortest(value, buffer);
        assert_true(strlen(buffer) < 26);
        if (!rk_number_parse(buffer, strlen(buffer), RK_NUMBER_SYNTAX_PLAIN, &back) || back != value)
            fail_msg("%s does not read back as %a", buffer, value);
    }
}

static void test_trimmed(void **state)
{
    (void)state;
    static const struct {
        double value;
        guint decimals;
        const char *expected;
    } cases[] = {
        {12, 3, "12"},
        {12.5, 3, "12.5"},
        {-12.3456, 3, "-12.346"},
        {-0.0004, 3, "0"},
        {-0.0005001, 3, "-0.001"},
        {0.0625, 3, "0.063"},
        {1.005, 2, "1"},
        {1.115, 2, "1.11"},
        {0.285, 2, "0.28"},
        {2.5, 0, "3"},
        {999.9996, 3, "1000"},
        {100.05, 1, "100"},
        {0.000000001, 9, "0.000000001"},
        {1.1, 99, "1.1"},
        {4503599627370495.5, 1, "4503599627370495.5"},
        {-123456789.123456789, 9, "-123456789.123456791"},
        {1e20, 3, "100000000000000000000"},
        {1e22, 3, "1e+22"},
        {NAN, 3, "NaN"},
    };
    char buffer[RK_NUMBER_BUFFER];
    for (gsize at = 0; at < G_N_ELEMENTS(cases); at++)
        assert_string_equal(rk_number_trimmed(cases[at].value, cases[at].decimals, buffer), cases[at].expected);
}

static void test_fixed_digits(void **state)
{
    (void)state;
    g_autofree char *carried = rk_digits_fixed(9.5, 0);
    assert_string_equal(carried, "10");
    g_autofree char *tie = rk_digits_fixed(1125899906842623.25, 1);
    assert_string_equal(tie, "1125899906842623.3");
    g_autofree char *below = rk_digits_fixed(0.45, 1);
    assert_string_equal(below, "0.5");
    RkDigits digits;
    rk_digits_rounded(99.5, 2, &digits);
    assert_string_equal(digits.digits, "10");
    assert_int_equal(digits.exponent, 2);
    rk_digits_rounded(12500, 2, &digits);
    assert_string_equal(digits.digits, "13");
    assert_int_equal(digits.exponent, 4);
}

/* What a program writes again in other digits: the numbers stand in the ECMAScript standard's notes on safe integers,
 * and 2^60 is 1152921504606846976. */
static void test_lost_digits(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        gboolean lost;
    } cases[] = {{"9007199254740991", FALSE},
                 {"9007199254740992", FALSE},
                 {"9007199254740993", TRUE},
                 {"-9007199254740993", TRUE},
                 {"+12345678901234567", TRUE},
                 {"100000000000000000000000", FALSE},
                 {"1152921504606846976", TRUE},
                 {"1152921504606847000", FALSE},
                 {"123456789012345", FALSE},
                 {"0.12345678901234567", FALSE},
                 {"1e300", FALSE}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        double value = 0;
        gsize length = strlen(cases[i].text);
        assert_true(rk_number_parse(cases[i].text, length, RK_NUMBER_SYNTAX_PLAIN, &value));
        if (rk_number_loses_digits(cases[i].text, length, value) != cases[i].lost)
            fail_msg("%s", cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rounding), cmocka_unit_test(test_long_numbers), cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_syntax),   cmocka_unit_test(test_shortest),     cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_trimmed),  cmocka_unit_test(test_lost_digits),  cmocka_unit_test(test_fixed_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
