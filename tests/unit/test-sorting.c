/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of categories: every way that a figure can ask for one, ties by name, and that the order of the rows never
 * shows unless it is asked for. The expected orders are sorted by hand.
 */
#include "support-figure.h"

/* Two fuels for five countries; sums: B 5, A 5, D 9, C 4, E 1. Largest parts: B 3, A 4, D 9, C 2, E 1. */
static const char *const rows[] = {
    "{c: B, p: oil, v: 2}", "{c: A, p: gas, v: 4}", "{c: D, p: oil, v: 0}", "{c: C, p: gas, v: 2}",
    "{c: E, p: oil, v: 1}", "{c: B, p: gas, v: 3}", "{c: A, p: oil, v: 1}", "{c: D, p: gas, v: 9}",
    "{c: C, p: oil, v: 2}", "{c: E, p: gas, v: 0}",
};

/* A stacked bar chart of those rows in the given order. */
static char *figure(const guint *order, const char *y, const char *more)
{
    GString *text = g_string_new("width: 400\ndata:\n  values:\n");
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_string_append_printf(text, "    - %s\n", rows[order != NULL ? order[i] : i]);
    g_string_append_printf(text,
                           "mark: bar\nencoding:\n  y: {field: c%s}\n  x: {field: v}\n  color: {field: p, legend: "
                           "null, scale: {domain: [gas, oil]}}\n%s",
                           y, more);
    return g_string_free(text, FALSE);
}

static const struct {
    const char *y;
    const char *reads;
} orders[] = {
    /* By the length of the whole bar, the longest first; equal ones by name. */
    {"", "D|A|B|C|E"},
    {", sort: -x", "D|A|B|C|E"},
    {", sort: x", "E|C|A|B|D"},
    {", sort: {encoding: x, order: descending}", "D|A|B|C|E"},
    {", sort: {encoding: x}", "E|C|A|B|D"},
    {", sort: ascending", "A|B|C|D|E"},
    {", sort: descending", "E|D|C|B|A"},
    /* As the rows come: the only order that depends on them. */
    {", sort: null", "B|A|D|C|E"},
    /* What a list does not name comes after it, by name. */
    {", sort: [E, C]", "E|C|A|B|D"},
    {", sort: [C, unheard of, A]", "C|A|B|D|E"},
    {", sort: {field: v, op: max, order: descending}", "D|A|B|C|E"},
    {", sort: {field: v, op: max}", "E|C|B|A|D"},
    {", sort: {field: v, op: min, order: descending}", "B|C|A|D|E"},
    {", sort: {field: v, op: mean}", "E|C|A|B|D"},
    {", sort: {field: v, op: count}", "A|B|C|D|E"},
    {", aside: A", "D|B|C|E|A"},
    {", aside: [D, A]", "B|C|E|D|A"},
    {", sort: descending, aside: [E, nobody]", "D|C|B|A|E"},
    {", sort: [A, B], aside: A", "B|C|D|E|A"},
    {", scale: {domain: [B, E, A, D, C]}", "B|E|A|D|C"},
};

static void orders_are_as_asked(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(orders); i++) {
        g_autofree char *text = figure(NULL, orders[i].y, "");
        assert_axis_reads(text, "Y-axis", orders[i].reads);
    }
}

static void shuffle(GRand *random, guint *order, guint count)
{
    for (guint i = 0; i < count; i++)
        order[i] = i;
    for (guint i = count; i > 1; i--) {
        guint k = (guint)g_rand_int_range(random, 0, (int)i), swap = order[i - 1];
        order[i - 1] = order[k];
        order[k] = swap;
    }
}

static void row_order_never_shows(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(2024);
    for (guint i = 0; i < G_N_ELEMENTS(orders); i++) {
        for (guint round = 0; round < 12 && strcmp(orders[i].y, ", sort: null") != 0; round++) {
            guint order[G_N_ELEMENTS(rows)];
            shuffle(random, order, G_N_ELEMENTS(rows));
            g_autofree char *text = figure(order, orders[i].y, "");
            assert_axis_reads(text, "Y-axis", orders[i].reads);
        }
    }
}

/* Without a stack a bar has one value; a missing one stands last whichever way the order runs. */
static void missing_values_come_last(void **state)
{
    (void)state;
    static const char *const sorts[] = {"x", "-x"};
    static const char *const reads[] = {"C|A|D|B", "A|D|C|B"};
    for (guint i = 0; i < G_N_ELEMENTS(sorts); i++) {
        g_autofree char *text =
            g_strdup_printf("data:\n  values: [{c: B, v: null}, {c: D, v: 7}, {c: A, v: 7}, {c: C, v: -3}]\n"
                            "mark: bar\nencoding:\n  y: {field: c, sort: %s}\n  x: {field: v}\n",
                            sorts[i]);
        assert_axis_reads(text, "Y-axis", reads[i]);
    }
}

/* Numbers as categories are in the order of their values, not of their digits. */
static void numbers_sort_as_numbers(void **state)
{
    (void)state;
    assert_axis_reads("data:\n  values: [{n: 10}, {n: 9}, {n: -1}, {n: 100}, {n: 2.5}]\n"
                      "mark: point\nencoding: {x: {field: n, type: ordinal}}\n",
                      "X-axis", "-1|2.5|9|10|100");
}

static void unknown_orders_are_refused(void **state)
{
    (void)state;
    g_autofree char *channel = figure(NULL, ", sort: -y", "");
    assert_figure_fails(channel, "figure.yaml:16:23: cannot sort by the channel \"y\" (sort by a channel that "
                                 "draws numbers)");
    assert_figure_fails("data: {values: [{c: A, v: 1}]}\nmark: bar\nencoding:\n  y: {field: c, sort: {field: w}}\n"
                        "  x: {field: v}\n",
                        "figure.yaml:4:31: there is no column \"w\" (there are: c, v)");
    g_autofree char *text = figure(NULL, ", sort: {field: p}", "");
    assert_figure_fails(text, "figure.yaml:16:31: min of text column \"p\" (name a column of numbers)");
}

/* Legend, colours and parts follow each other, in the order of the names whatever the order of the rows. */
static void legends_follow_the_names(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure("data:\n  values: [{c: A, p: oil, v: 2}, {c: A, p: gas, v: 3}]\n"
                                           "mark: bar\nencoding:\n  y: {field: c}\n  x: {field: v}\n"
                                           "  color: {field: p}\n");
    g_autofree char *texts = group_texts(scene, "role-legend-label");
    assert_string_equal(texts, "gas|oil");
    const RkNode *first = nth_node(scene_group(scene, "mark-rect role-mark", 0), 0);
    const RkNode *symbol = nth_node(scene_group(scene, "role-legend-symbol", 0), 1);
    assert_memory_equal(&first->style.fill.color, &symbol->style.fill.color, sizeof(RkColor));
    assert_string_equal(first->meaning.label, "v: 2; c: A; p: oil");
}

/* Bars side by side stand as the legend does. */
static void offsets_follow_the_legend(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure("data:\n  values: [{c: A, p: oil, v: 2}, {c: A, p: gas, v: 3}]\n"
                                           "mark: bar\nencoding:\n  x: {field: c}\n  xOffset: {field: p}\n"
                                           "  y: {field: v}\n  color: {field: p}\n");
    g_autofree char *texts = group_texts(scene, "role-legend-label");
    assert_string_equal(texts, "gas|oil");
    const RkNode *group = scene_group(scene, "mark-rect role-mark", 0);
    assert_true(nth_node(group, 1)->rect.x < nth_node(group, 0)->rect.x);
}

/* Medians: A 6, B 10.5, C 2. The outlier of A is no order of the boxes. */
static void boxes_follow_their_rows(void **state)
{
    (void)state;
    static const char data[] = "$schema: https://vega.github.io/schema/vega-lite/v6.json\ndata:\n  values:\n"
                               "    [{a: A, b: 4}, {a: A, b: 5}, {a: A, b: 6}, {a: A, b: 7}, {a: A, b: 21},\n"
                               "     {a: B, b: 9}, {a: B, b: 12}, {a: C, b: 1}, {a: C, b: 3}]\n";
    static const char *const marks[] = {"boxplot", "{type: boxplot, extent: min-max}", "errorbar"};
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
        g_autofree char *text = g_strdup_printf("%smark: %s\nencoding:\n  x: {field: a, sort: {field: b, op: median}}\n"
                                                "  y: {field: b, type: quantitative}\n",
                                                data, marks[i]);
        g_autoptr(RkScene) scene = draw_figure(text);
        g_autofree char *texts = group_texts(scene, "role-axis-label");
        assert_true(g_str_has_prefix(texts, "C|A|B"));
    }
}

/* B has the first word, A the last. */
static void words_of_a_channel_sort(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_figure("data:\n  values: [{c: A, p: oil, v: 2}, {c: B, p: coal, v: 3}, {c: C, p: gas, v: 1}]\n"
                    "mark: point\nencoding:\n  x: {field: c, sort: color}\n  y: {field: v}\n"
                    "  color: {field: p, legend: null}\n");
    g_autofree char *texts = group_texts(scene, "role-axis-label");
    assert_true(g_str_has_prefix(texts, "B|C|A"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_are_as_asked),        cmocka_unit_test(row_order_never_shows),
        cmocka_unit_test(missing_values_come_last),   cmocka_unit_test(numbers_sort_as_numbers),
        cmocka_unit_test(unknown_orders_are_refused), cmocka_unit_test(legends_follow_the_names),
        cmocka_unit_test(offsets_follow_the_legend),  cmocka_unit_test(boxes_follow_their_rows),
        cmocka_unit_test(words_of_a_channel_sort),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
