/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flags as figures draw them: that no order of the rows changes a sign, that no flag of a mark is lost without a word,
 * and that what is written has its words in the key.
 */
#include "support-figure.h"

#define ENCODING "encoding: {x: {field: time, type: temporal}, y: {field: value, type: quantitative}}\n"

/* Tables of Eurostat used to have the newest period first. */
static void test_order(void **state)
{
    (void)state;
    static const char *const marks[] = {"line", "area", "trail", "{type: line, point: true}"};
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
        g_autofree char *upward =
            g_strdup_printf("data: {values: [{time: '2018', value: 1}, {time: '2019', value: 1}, {time: '2020', value: "
                            "2, flag: b}, {time: '2021', value: 3}, {time: '2022', value: 4, flag: p}]}\nmark: "
                            "%s\n" ENCODING,
                            marks[i]);
        g_autofree char *downward =
            g_strdup_printf("data: {values: [{time: '2022', value: 4, flag: p}, {time: '2021', value: 3}, {time: "
                            "'2020', value: 2, flag: b}, {time: '2019', value: 1}, {time: '2018', value: 1}]}\nmark: "
                            "%s\n" ENCODING,
                            marks[i]);
        g_autofree char *first = figure_dump(upward), *second = figure_dump(downward);
        assert_string_equal(first, second);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
