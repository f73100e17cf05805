/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain numbers at the head of a text. The oracle of values is the C library's strtod, by g_ascii_strtod; that of
 * spellings the text itself.
 */
#include "unit.h"

#include "base/number-scan.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

static guint64 next_random(guint64 *state)
{
    *state = *state * 6364136223846793005 + 1442695040888963407;
    return *state >> 20;
}

static void test_cases(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        gsize length;
        double value;
        guint decimals;
    } cases[] = {
        {"0", 1, 0, 0},
        {"7,", 1, 7, 0},
        {"-12.5\n", 5, -12.5, 0},
        {"12.50", 5, 12.5, 2},
        {"3.0;", 3, 3, 1},
        {"0.0", 3, 0, 1},
        {"-0", 0, 0, 0},
        {"-0.00", 0, 0, 0},
        {"0.0001", 6, 0.0001, 0},
        {"0.00001", 0, 0, 0},
        {"0.00010", 7, 0.0001, 5},
        {"1.00001", 7, 1.00001, 0},
        {"123456789012345", 15, 123456789012345, 0},
        {"1234567890123456", 0, 0, 0},
        {"12345678901234.5", 16, 12345678901234.5, 0},
        {"12345678901234.50", 0, 0, 0},
        {"1.", 0, 0, 0},
        {".5", 0, 0, 0},
        {"+1", 0, 0, 0},
        {"007", 0, 0, 0},
        {"1e5", 1, 1, 0},
        {"1,5", 1, 1, 0},
        {"", 0, 0, 0},
        {"-", 0, 0, 0},
        {"x", 0, 0, 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        double value = 0;
        guint decimals = 0;
        gsize length = rk_number_scan(cases[i].text, cases[i].text + strlen(cases[i].text), '.', &value, &decimals);
        if (length != cases[i].length || (length > 0 && (value != cases[i].value || decimals != cases[i].decimals)))
            fail_msg("%s gave %zu bytes, %.17g and %u", cases[i].text, length, value, decimals);
    }
    double value;
    guint decimals;
    const char *text = "1,25";
    assert_int_equal(rk_number_scan(text, text + 3, ',', &value, &decimals), 3);
    assert_true(value == 1.2);
}

/* The text that a number and its decimals say. */
static char *written(double value, guint decimals)
{
    char buffer[RK_NUMBER_BUFFER];
    return decimals == 0 ? g_strdup(rk_number_shortest(value, buffer)) : g_strdup_printf("%.*f", (int)decimals, value);
}

/* Numbers of every length up to 17 digits, the point anywhere. */
static void test_like_strtod(void **state)
{
    (void)state;
    guint64 random = 1991, scanned = 0;
    for (guint i = 0; i < 2000000; i++) {
        char text[40];
        guint64 mantissa = next_random(&random) * next_random(&random);
        guint digits = 1 + (guint)(next_random(&random) % 17), point = (guint)(next_random(&random) % (digits + 3));
        double power = 1;
        for (guint at = 0; at < digits; at++)
            power *= 10;
        int length = g_snprintf(text, sizeof text - 4, "%s%llu", i % 2 ? "-" : "",
                                (unsigned long long)(mantissa % (guint64)power));
        if ((int)point < length && g_ascii_isdigit(text[length - (int)point - 1]) && point > 0) {
            memmove(text + length - point + 1, text + length - point, point + 1);
            text[length - (int)point] = '.';
            length++;
        }
        double value = NAN, parsed = NAN;
        guint decimals = 0;
        gsize taken = rk_number_scan(text, text + length, '.', &value, &decimals);
        assert_true(rk_number_parse(text, (gsize)length, RK_NUMBER_SYNTAX_PLAIN, &parsed));
        double expected = g_ascii_strtod(text, NULL);
        if (parsed != expected)
            fail_msg("%s parsed to %a instead of %a", text, parsed, expected);
        if (taken == 0)
            continue;
        g_autofree char *again = written(value, decimals);
        if (taken != (gsize)length || memcmp(&value, &expected, sizeof value) != 0 || strcmp(again, text) != 0)
            fail_msg("%s gave %zu bytes, %a instead of %a, written %s", text, taken, value, expected, again);
        scanned++;
    }
    assert_true(scanned > 1000000);
}

/* Just on, below and above the middle between two doubles: rounded to even, down and up. */
static void test_halfway(void **state)
{
    (void)state;
    guint64 random = 7;
    for (guint i = 0; i < 300000; i++) {
        /* 2^53 to 2^54 holds even numbers only. */
        guint64 middle = (G_GUINT64_CONSTANT(1) << 53) + (next_random(&random) % (G_GUINT64_CONSTANT(1) << 53) | 1);
        for (int off = -1; off <= 1; off++) {
            char text[64];
            const char *rest = off > 0 ? ".000000000000000000001" : "";
            g_snprintf(text, sizeof text, "%llu%s%s", (unsigned long long)(off < 0 ? middle - 1 : middle),
                       off < 0 ? ".99999999999999999999" : "", rest);
            double parsed = NAN;
            assert_true(rk_number_parse(text, strlen(text), RK_NUMBER_SYNTAX_PLAIN, &parsed));
            double expected = off < 0   ? (double)(middle - 1)
                              : off > 0 ? (double)(middle + 1)
                                        : (double)(middle % 4 == 1 ? middle - 1 : middle + 1);
            if (parsed != expected || parsed != g_ascii_strtod(text, NULL))
                fail_msg("%s parsed to %a instead of %a", text, parsed, expected);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_like_strtod),
        cmocka_unit_test(test_halfway),
    };
    return cmocka_run_group_tests_name("number-scan", tests, NULL, NULL);
}
