/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The algebra of units. Factors are definitions: 1 toe = 41.868 GJ (International Energy Agency), 1 kWh = 3.6 MJ, and
 * powers of ten.
 */
#include "support-near.h"
#include "unit.h"

#include "transform/units.h"

static void test_families(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        RkUnitFamily family;
        const char *base, *qualifier;
        double times;
    } cases[] = {{"PC", RK_UNIT_PERCENT, "", "", 1},
                 {"PC_GDP", RK_UNIT_PERCENT, "", "GDP", 1},
                 {"%", RK_UNIT_PERCENT, "", "", 1},
                 {"PP", RK_UNIT_POINTS, "", "", 1},
                 {"PC_PNT", RK_UNIT_POINTS, "", "", 1},
                 {"SHARE", RK_UNIT_SHARE, "", "", 1},
                 {"INDEX_2015", RK_UNIT_INDEX, "", "2015", 1},
                 {"I15", RK_UNIT_INDEX, "", "2015", 1},
                 {"I96", RK_UNIT_INDEX, "", "1996", 1},
                 {"EUR", RK_UNIT_CURRENCY, "EUR", "", 1},
                 {"MIO_RUB", RK_UNIT_CURRENCY, "RUB", "", 1e6},
                 {"BN_EUR", RK_UNIT_CURRENCY, "EUR", "", 1e9},
                 {"CP_MEUR", RK_UNIT_CURRENCY, "EUR", "", 1e6},
                 {"CLV10_MEUR", RK_UNIT_CURRENCY, "EUR", "CLV10", 1e6},
                 {"USD_HAB", RK_UNIT_CURRENCY, "USD", "HAB", 1},
                 {"MIO_EUR_2015", RK_UNIT_CURRENCY, "EUR", "2015", 1e6},
                 {"THS_T", RK_UNIT_PHYSICAL, "G", "", 1e9},
                 {"MIO_M3", RK_UNIT_PHYSICAL, "L", "", 1e9},
                 {"NR", RK_UNIT_COUNT, "NR", "", 1},
                 {"THS_PERS", RK_UNIT_COUNT, "PERS", "", 1e3},
                 {"SCORE_0_100", RK_UNIT_OTHER, "SCORE_0_100", "", 1},
                 {"PER_EUR", RK_UNIT_OTHER, "PER_EUR", "", 1},
                 {"PCT", RK_UNIT_OTHER, "PCT", "", 1},
                 {"EURO", RK_UNIT_OTHER, "EURO", "", 1},
                 {"", RK_UNIT_OTHER, "", "", 1},
                 {NULL, RK_UNIT_OTHER, "", "", 1}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        RkUnit unit = rk_unit_read(cases[i].text);
        if (unit.family != cases[i].family)
            fail_msg("%s is of family %d", cases[i].text, unit.family);
        assert_string_equal(unit.base, cases[i].base);
        assert_string_equal(unit.qualifier, cases[i].qualifier);
        assert_true(unit.times / unit.per == cases[i].times);
    }
}

/* No text is too long, too odd or too short. */
static void test_hostile(void **state)
{
    (void)state;
    g_autofree char *longest = g_strnfill(100000, 'X');
    g_autofree char *qualified = g_strconcat("MIO_EUR_", longest, NULL);
    g_autofree char *percent = g_strconcat("PC_", longest, NULL);
    const char *const texts[] = {longest, qualified, percent, "_",  "MIO_", "THS__", "I",
                                 "I1",    "CLV",     "CLV1",  "MI", " ",    "D A",   "\xc4\x85"};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_int_equal(rk_unit_read(texts[i]).family, RK_UNIT_OTHER);
}

static void assert_factor(const char *from, const char *to, double number, double expected)
{
    RkUnit one = rk_unit_read(from), other = rk_unit_read(to);
    double multiply, divide;
    if (!rk_unit_factor(&one, &other, &multiply, &divide))
        fail_msg("%s does not become %s", from, to);
    if (number * multiply / divide != expected)
        fail_msg("%.17g %s are %.17g %s", number, from, number * multiply / divide, to);
}

static void test_factors(void **state)
{
    (void)state;
    /* Exact: one rounding each, as the decimal numbers themselves have. */
    assert_factor("EUR", "MIO_EUR", 645000, 0.645);
    assert_factor("MIO_EUR", "EUR", 3.224, 3224000);
    assert_factor("MIO_EUR", "BN_EUR", 5, 0.005);
    assert_factor("CP_MEUR", "THS_EUR", 0.1, 100);
    assert_factor("PC", "SHARE", 7, 0.07);
    assert_factor("SHARE_GDP", "PC_GDP", 0.07, 7.000000000000001);
    assert_factor("GWH", "TJ", 10, 36);
    assert_factor("TJ", "GWH", 36, 10);
    assert_factor("KTOE", "TJ", 1, 41.868);
    assert_factor("THS_T", "KG", 2, 2e6);
    assert_factor("MIO_M3", "M3", 0.5, 5e5);
    assert_factor("NUMBER", "NR", 3, 3);
    assert_factor("THS_PERS", "PERS", 2.8, 2800);
}

static void test_no_factor(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {{"EUR", "USD"},      {"PC", "PP"},       {"PC_GDP", "PC"},
                                           {"PC_GDP", "SHARE"}, {"EUR", "EUR_HAB"}, {"MIO_EUR", "MIO_EUR_2015"},
                                           {"GWH", "T"},        {"NR", "PERS"},     {"INDEX_2010", "INDEX_2015"},
                                           {"SCORE", "SCORE"},  {NULL, NULL},       {"PC", "NR"}};
    double multiply, divide;
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        RkUnit one = rk_unit_read(pairs[i][0]), other = rk_unit_read(pairs[i][1]);
        if (rk_unit_factor(&one, &other, &multiply, &divide))
            fail_msg("%s becomes %s", pairs[i][0], pairs[i][1]);
    }
}

static void test_difference(void **state)
{
    (void)state;
    assert_string_equal(rk_unit_difference("PC_GDP"), "PP");
    assert_string_equal(rk_unit_difference("PC"), "PP");
    assert_string_equal(rk_unit_difference("PP"), "PP");
    assert_string_equal(rk_unit_difference("MIO_EUR"), "MIO_EUR");
    assert_string_equal(rk_unit_difference("SHARE"), "SHARE");
    assert_null(rk_unit_difference(NULL));
}

static void test_words(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"MIO_RUB", "an amount in RUB"},
                                           {"PC_GDP", "a percentage"},
                                           {"PP", "a number of percentage points"},
                                           {"SHARE", "a share"},
                                           {"I15", "an index number"},
                                           {"GWH", "a physical quantity"},
                                           {"NR", "a count"},
                                           {"SCORE", "an unknown unit"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        RkUnit unit = rk_unit_read(cases[i][0]);
        g_autofree char *words = rk_unit_describe(&unit);
        assert_string_equal(words, cases[i][1]);
    }
    g_autofree char *multiple = rk_unit_remedy("EUR", "MIO_EUR", "value");
    assert_string_equal(multiple, "bring them together with {convert: value, to: EUR}");
    g_autofree char *currency = rk_unit_remedy("MIO_EUR", "USD", "value");
    assert_string_equal(currency, "bring them together with {convert: value, to: MIO_EUR, rates: …, date: …}");
    assert_null(rk_unit_remedy("PC", "PP", "value"));
    assert_null(rk_unit_remedy("EUR", "EUR_HAB", "value"));
    assert_null(rk_unit_remedy(NULL, "EUR", "value"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_families),   cmocka_unit_test(test_hostile),
                                       cmocka_unit_test(test_factors),    cmocka_unit_test(test_no_factor),
                                       cmocka_unit_test(test_difference), cmocka_unit_test(test_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
