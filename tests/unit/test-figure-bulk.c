/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures from a file that is long enough to be aggregated while it is read: whoever asks for its rows gets those that
 * the verbs make of all of them.
 */
#include "unit-folder.h"

#include "rodiklis.h"

#define FILTER "{filter: \"datum.geo != 'PL'\"}"
#define AGGREGATE "{aggregate: [{op: sum, field: value, as: s}, {op: count, as: n}], groupby: [geo]}"
#define REST "{calculate: 'datum.s / datum.n', as: m}, {filter: 'datum.m > 1'}"
/* A step that must not be done early, and changes nothing. */
#define FIRST "{calculate: '1', as: one}, "

static int set_up(void **state)
{
    static const char *const places[] = {"LT", "LV", "EE", "PL", "DE"};
    g_autoptr(GString) text = g_string_new("geo,time,value,unit,flag\n");
    if (make_folder(state) != 0)
        return 1;
    for (guint i = 0; i < 300000; i++)
        g_string_append_printf(text, "%s,%u-%02u,%u.%u,EUR,%s\n", places[i % 5], 1990 + i % 30, i % 12 + 1, i, i % 7,
                               i % 11 == 0 ? "p" : "");
    g_autofree char *path = in_folder("bulk.csv"), *project = in_folder("rodiklis.yaml");
    put(path, text->str);
    put(project, "");
    return 0;
}

/* The table of a figure with this beginning. */
static RkTable *table_of(const char *beginning)
{
    GError *error = NULL;
    g_autofree char *path = in_folder("a.yaml");
    g_autofree char *text =
        g_strdup_printf("%s\nmark: bar\nencoding: {x: {field: s, type: quantitative}}\n", beginning);
    put(path, text);
    g_autoptr(RkFigure) figure = rk_figure_open(path, NULL, NULL, &error);
    RkTable *table = figure == NULL ? NULL : rk_figure_table(figure, NULL, &error);
    if (table == NULL)
        fail_msg("%s: %s", beginning, error->message);
    return table;
}

static void assert_same(const char *beginning, const char *other)
{
    g_autoptr(RkTable) found = table_of(beginning), expected = table_of(other);
    g_autofree char *difference = rk_table_difference(expected, found);
    assert_true(rk_table_rows(found) == 4);
    if (difference != NULL)
        fail_msg("%s: %s", beginning, difference);
}

static void test_view(void **state)
{
    (void)state;
    assert_same("data: {url: bulk.csv}\ntransform: [" FILTER ", " AGGREGATE ", " REST "]",
                "data: {url: bulk.csv}\ntransform: [" FIRST FILTER ", " AGGREGATE ", " REST "]");
    assert_same("data: {url: bulk.csv}\ntransform: [" AGGREGATE ", " FILTER ", " REST "]",
                "data: {url: bulk.csv}\ntransform: [" FILTER ", " FIRST AGGREGATE ", " REST "]");
}

static void test_data_set(void **state)
{
    (void)state;
    assert_same("datasets: {d: {url: bulk.csv, transform: [" FILTER ", " AGGREGATE "]}}\n"
                "data: {name: d}\ntransform: [" REST "]",
                "data: {url: bulk.csv}\ntransform: [" FIRST FILTER ", " AGGREGATE ", " REST "]");
}

/* Rows of one file for several ends: here all are kept, because the file is named twice. */
static void test_fact(void **state)
{
    (void)state;
    g_autoptr(RkTable) table =
        table_of("facts: {all: {data: {url: bulk.csv}, transform: [{aggregate: [{op: count, as: n}]}], field: n, "
                 "expect: 'all == "
                 "300000'}}\ndata: {url: bulk.csv}\ntransform: [" FILTER ", " AGGREGATE ", {filter: 'datum.n < all'}]");
    assert_int_equal(rk_table_rows(table), 4);
    g_autoptr(RkTable) alone = table_of(
        "facts: {all: {data: {url: bulk.csv}, transform: [{aggregate: [{op: count, as: n}]}], field: n, expect: "
        "'all == 300000'}}\ndata: {values: [{s: 1}]}\ntransform: [{filter: 'datum.s < all'}]");
    assert_int_equal(rk_table_rows(alone), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_view),
        cmocka_unit_test(test_data_set),
        cmocka_unit_test(test_fact),
    };
    return cmocka_run_group_tests(tests, set_up, clear_folder);
}
