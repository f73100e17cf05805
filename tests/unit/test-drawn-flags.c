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

static void assert_shows(const char *text, const char *letters, const char *key)
{
    g_autoptr(RkScene) scene = draw_figure(text);
    g_autofree char *written = group_texts(scene, "role-mark flags");
    g_autofree char *explained = group_texts(scene, "role-flag-key");
    assert_string_equal(written, letters);
    assert_string_equal(explained, key);
}

/* A point stands on two values, and each has its flags. */
static void test_both_places(void **state)
{
    (void)state;
    assert_shows("data: {values: [{a: 1, a_flag: e, b: 5}, {a: 2, a_flag: b, b: 6}, {a: 3, b: 7, b_flag: b}, {a: 4, "
                 "a_flag: n, b: 3, b_flag: g}, {a: 4, a_flag: g, b: 1, b_flag: g}, {a_flag: c, b: 7}]}\nmark: point\n"
                 "encoding: {x: {field: a}, y: {field: b}}\n",
                 "b|b|g n|g", "estimated|b\u2002break in series|g\u2002experimental|n\u2002not significant");
}

/* What stands beside a missing value is written with the sign for why it is, and told once. */
static void test_missing(void **state)
{
    (void)state;
    assert_shows("data: {values: [{g: A, value: 3, flag: g}, {g: B, flag: g}, {g: C, flag: be}, {g: D, flag: cj}, {g: "
                 "E}, {g: F, flag: k}]}\nmark: bar\nencoding: {y: {field: g, sort: null}, x: {field: value}}\n",
                 "g|: g|: b e|c j|:|k",
                 "g\u2002experimental|b\u2002break in series|c\u2002confidential|j\u2002derogation|"
                 "k\u2002included in another category|:\u2002not available|e\u2002estimated");
    assert_figure_warns("data: {values: [{g: A, value: 3}, {g: B, flag: y}]}\nmark: bar\n"
                        "encoding: {y: {field: g}, x: {field: value}}\n",
                        "figure.yaml:2:7: warning: no list that is known has the flag \"y\" of \"value\" (say what it "
                        "means in flags: {codes: …} of the figure, or of the config in rodiklis.yaml)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_both_places),
        cmocka_unit_test(test_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
