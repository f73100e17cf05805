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
    assert_shows(
        "data: {values: [{a: 1, a_flag: e, b: 5}, {a: 2, a_flag: b, b: 6}, {a: 3, b: 7, b_flag: b}, {a: 4, "
        "a_flag: n, b: 3, b_flag: g}, {a: 4, a_flag: g, b: 1, b_flag: g}, {a_flag: c, b: 7, n: Z}]}\nmark: point\n"
        "encoding: {x: {field: a}, y: {field: b}, detail: {field: n}}\n",
        "b|b|g n|g",
        "estimated|b\u2002break in series|g\u2002experimental|n\u2002not significant|"
        "not shown: Z (confidential)");
    /* Without names they are counted. */
    assert_figure_warns("data: {values: [{a: 1, b: 5}, {a: 2}, {b: 3, a_flag: c}, {b: 4, a_flag: c}]}\nmark: point\n"
                        "encoding: {x: {field: a}, y: {field: b}}\n",
                        "figure.yaml:2:7: warning: 3 of 4 points are not shown, as a value is missing: "
                        "1 (not available), 2 (confidential) (name them by `detail` or `label`)");
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

/* A bar of no length cannot be hatched: its letter says what the hatching would. */
static void test_flat(void **state)
{
    (void)state;
    assert_shows("data: {values: [{g: A, value: 0, flag: p}, {g: B, value: 4}, {g: C, value: -0.01, flag: pb}]}\n"
                 "mark: bar\nencoding: {x: {field: g}, y: {field: value}}\n",
                 "p|p b", "p\u2002provisional|b\u2002break in series");
    assert_shows("data: {values: [{g: A, value: 0, flag: p}, {g: B, value: 4, flag: e}]}\nmark: bar\n"
                 "encoding: {y: {field: g}, x: {field: value}}\n",
                 "p", "estimated|p\u2002provisional");
}

/* Sectors are hatched and have their letters; one that is not there is told of. */
static void test_sectors(void **state)
{
    (void)state;
    assert_shows("data: {values: [{g: A, value: 3, flag: p}, {g: B, value: 4, flag: b}, {g: C, value: 2, flag: g}]}\n"
                 "mark: arc\nencoding: {theta: {field: value}, color: {field: g}}\n",
                 "b|g", "provisional|b\u2002break in series|g\u2002experimental");
    g_autoptr(RkScene) scene = draw_figure("data: {values: [{g: A, value: 3}, {g: B, flag: c}]}\nmark: arc\n"
                                           "encoding: {theta: {field: value}, color: {field: g}}\n");
    g_autofree char *key = group_texts(scene, "role-flag-key");
    assert_string_equal(key, "c\u2002confidential");
    assert_figure_warns("data: {values: [{g: A, value: 3}, {g: B, flag: c}]}\nmark: arc\n"
                        "encoding: {theta: {field: value}, color: {field: g, legend: null}}\n",
                        "figure.yaml:2:7: warning: 1 of 2 values of \"value\" is missing, which sectors cannot show "
                        "(say so in a note, or draw bars)");
}

/* The plus behind a stack has its word in the key, with a total and without. */
static void test_stack(void **state)
{
    (void)state;
    static const char *const marks[] = {"bar", "{type: bar, label: true}"};
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
        g_autofree char *text = g_strdup_printf(
            "data: {values: [{g: A, p: x, value: 3}, {g: A, p: y, flag: c}, {g: B, p: x, value: 2}, {g: B, p: y, "
            "value: 1}]}\nmark: %s\nencoding: {y: {field: g}, x: {field: value}, color: {field: p}}\n",
            marks[i]);
        g_autoptr(RkScene) scene = draw_figure(text);
        g_autofree char *key = group_texts(scene, "role-flag-key");
        assert_string_equal(key, "+\u2002a part is missing|c\u2002confidential");
    }
}

static void test_trail(void **state)
{
    (void)state;
    assert_shows("data: {values: [{time: '2015', value: 3}, {time: '2016', value: 4, flag: b}, {time: '2017', value: "
                 "3, flag: pg}, {time: '2018', flag: c}, {time: '2019', value: 2}]}\nmark: trail\n" ENCODING,
                 "c|g", "provisional|break in series|g\u2002experimental|c\u2002confidential");
}

/** The lowest point of what is drawn for the break of a first value, above the point. */
static void test_first_break(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_figure("data: {values: [{time: '2015', value: 3, flag: b}, {time: '2016'}, {time: '2017', value: 4}, "
                    "{time: '2018', value: 2}]}\nmark: line\n" ENCODING);
    const RkNode *dot = NULL, *stroke = NULL;
    for (const RkNode *node = scene_group(scene, "mark-line", 0)->group.first; node != NULL; node = node->next)
        dot = node->kind == RK_NODE_SYMBOL ? node : dot;
    for (const RkNode *node = scene_group(scene, "role-mark flags", 0)->group.first; node != NULL; node = node->next)
        stroke = node->kind == RK_NODE_RULE ? node : stroke;
    assert_non_null(dot);
    assert_non_null(stroke);
    assert_true(stroke->rule.y < dot->symbol.y - 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order), cmocka_unit_test(test_both_places), cmocka_unit_test(test_missing),
        cmocka_unit_test(test_flat),  cmocka_unit_test(test_sectors),     cmocka_unit_test(test_stack),
        cmocka_unit_test(test_trail), cmocka_unit_test(test_first_break),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
