/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filters and an aggregate done piece by piece: wherever the rows are cut, the result is that of the verbs on all rows,
 * to the last bit; what could be another is given up.
 */
#include "support-transform.h"

#include "transform/leading.h"

/* Lines of a table as table_from() takes it. */
typedef struct {
    const char *header;
    GPtrArray *lines;
} Rows;

static RkTable *rows_from(const Rows *rows, gsize start, gsize end)
{
    g_autoptr(GString) text = g_string_new(rows->header);
    for (gsize i = start; i < MIN(end, rows->lines->len); i++)
        g_string_append_printf(text, "\n%s", (const char *)rows->lines->pdata[i]);
    return table_from(text->str);
}

/* What the steps make of rows that are shown in pieces of `size`, each with a dictionary of its own; NULL when they
 * leave it to the verbs. */
static RkTable *in_pieces(const Rows *rows, gsize size, const RkValue *steps, const RkTransformContext *context)
{
    guint done = 0;
    g_autoptr(RkLeading) leading = rk_leading_new(steps, NULL, context->like_vega);
    g_autoptr(RkTable) all = rows_from(rows, 0, rows->lines->len);
    g_autofree guint32 *places = g_new(guint32, rows->lines->len + 1);
    gsize count = 0;
    if (!rk_leading_uses_up(leading))
        return NULL;
    for (gsize start = 0; start < rows->lines->len; start += size) {
        g_autoptr(RkTable) piece = rows_from(rows, start, start + size);
        g_autofree guint8 *kept = g_new0(guint8, size);
        if (!rk_leading_take(leading, piece, kept, NULL))
            return NULL;
        for (gsize row = 0; row < rk_table_rows(piece); row++)
            if (kept[row])
                places[count++] = (guint32)(start + row);
    }
    g_autoptr(RkTable) kept = rk_table_gather(all, places, count);
    if (!rk_leading_settle(leading, kept))
        return NULL;
    g_autoptr(RkTable) table = rk_leading_result(leading, kept, &done);
    return rk_transform_apply_rest(steps, done, table, context, NULL);
}

static guint assert_same_by(const Rows *rows, const char *text, const RkTransformContext *context)
{
    static const gsize sizes[] = {1, 2, 3, 7, 16, 50, 64, 1000};
    GError *error = NULL;
    guint left = 0;
    g_autoptr(RkDocument) document = document_from(text);
    const RkValue *steps = rk_document_root(document);
    g_autoptr(RkTable) all = rows_from(rows, 0, rows->lines->len);
    g_autoptr(RkTable) expected = rk_transform_apply_list(steps, all, context, &error);
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autoptr(RkTable) found = in_pieces(rows, sizes[i], steps, context);
        g_autofree char *difference = found != NULL && expected != NULL ? rk_table_difference(expected, found) : NULL;
        if (difference != NULL || (found != NULL && expected == NULL))
            fail_msg("%s, pieces of %" G_GSIZE_FORMAT ": %s", text, sizes[i],
                     difference != NULL ? difference : error->message);
        left += found == NULL;
    }
    g_clear_error(&error);
    return left;
}

/* Compares for several sizes of pieces, by our rules and by Vega's; returns how often the verbs had to do it. */
static guint assert_same(const Rows *rows, const char *text)
{
    guint left = assert_same_by(rows, text, &(RkTransformContext){.like_vega = FALSE});
    assert_int_equal(assert_same_by(rows, text, &(RkTransformContext){.like_vega = TRUE}), left);
    return left;
}

/* ---- Made-up rows ---- */

static const char header[] = "geo|year:number|day:time|word|yes:boolean|v:number@unit#flag|w:number|unit|flag";

/* Every column is missing now and then; sums lose digits, and words are met late. Missing places have one unit. */
static char *make_row(GRand *random, guint row)
{
    static const char *const places[] = {"LT", "LV", "EE", "PL", ""};
    static const char *const flags[] = {"", "", "p", "e", "bd", "estimated", "c"};
    const char *place = places[g_rand_int_range(random, 0, 5)];
    const char *flag = flags[g_rand_int_range(random, 0, G_N_ELEMENTS(flags))];
    double v = g_rand_double_range(random, -1, 1) * pow(10, g_rand_int_range(random, -9, 17));
    g_autofree char *value = g_rand_int_range(random, 0, 6) == 0 ? g_strdup("") : g_strdup_printf("%.17g", v);
    return g_strdup_printf("%s|%d|2021-03-0%d|w%u|%s|%s|%.17g|%s|%s", place, 2000 + g_rand_int_range(random, 0, 4),
                           g_rand_int_range(random, 1, 9), g_rand_int_range(random, 0, 3) + row / 20,
                           g_rand_boolean(random)   ? "true"
                           : g_rand_boolean(random) ? "false"
                                                    : "",
                           value, g_rand_double_range(random, -2, 2), *place == '\0' ? "" : place, flag);
}

static Rows make_rows(guint seed, guint count)
{
    GRand *random = g_rand_new_with_seed(seed);
    Rows rows = {header, g_ptr_array_new_with_free_func(g_free)};
    for (guint row = 0; row < count; row++)
        g_ptr_array_add(rows.lines, make_row(random, row));
    g_rand_free(random);
    return rows;
}

static void test_random(void **state)
{
    (void)state;
    static const char *const keys[] = {"[geo]", "[geo, year]", "[geo, day, yes]", "[word, geo]", "geo"};
    static const char *const filters[] = {"", "{filter: 'datum.w > 0'}, ",
                                          "{filter: {field: year, range: [2001, 2002]}}, {filter: 'datum.v != 3'}, "};
    for (guint seed = 0; seed < 30; seed++) {
        Rows rows = make_rows(seed, seed * 7);
        g_autofree char *steps = g_strdup_printf(
            "[%s{aggregate: [{op: count, as: n}, {op: valid, field: v, as: a}, {op: missing, field: v, as: b},"
            " {op: distinct, field: word, as: c}, {op: distinct, field: v, as: d}, {op: sum, field: v},"
            " {op: mean, field: v}, {op: average, field: v}, {op: min, field: v}, {op: max, field: v},"
            " {op: product, field: w}, {op: max, field: yes}, {op: min, field: day, as: first}, {op: sum, field: yes},"
            " {op: valid, field: word}, {op: count, field: geo, as: m}], groupby: %s}, {filter: 'datum.n > 1'}]",
            filters[seed % 3], keys[seed % G_N_ELEMENTS(keys)]);
        assert_int_equal(assert_same(&rows, steps), 0);
        g_ptr_array_unref(rows.lines);
    }
}

/* Without keys there is one group, also without rows. */
static void test_one_group(void **state)
{
    (void)state;
    Rows rows = make_rows(99, 120);
    assert_int_equal(assert_same(&rows, "[{aggregate: [{op: sum, field: w}, {op: count}, {op: max, field: w}]}]"), 0);
    assert_int_equal(
        assert_same(&rows, "[{filter: 'datum.year == 1'}, {aggregate: [{op: sum, field: w}, {op: count}]}]"), 0);
    g_ptr_array_unref(rows.lines);
}

/* Flags are put together by the rule of the scope. */
static void test_flags(void **state)
{
    (void)state;
    static const char steps_text[] = "[{aggregate: [{op: sum, field: v}], groupby: [geo]}]";
    static const RkFlagRule rules[] = {RK_FLAGS_WEAKEST, RK_FLAGS_ALL, RK_FLAGS_NONE};
    static const char *const expected[] = {"geo|sum_v\nLT|3#be+\nLV|7#estimated",
                                           "geo|sum_v\nLT|3#bep+\nLV|7#estimated", "geo|sum_v\nLT|3\nLV|7"};
    g_autoptr(RkTable) all = table_from("geo|v:number#flag|flag\nLT|1|p\nLV|7|estimated\nLT||c\nLT|2|be");
    g_autoptr(RkDocument) document = document_from(steps_text);
    for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
        guint done;
        guint8 kept[4];
        RkScope *scope = rk_scope_new(NULL, NULL);
        rk_scope_set_flag_rule(scope, rules[i]);
        g_autoptr(RkLeading) leading = rk_leading_new(rk_document_root(document), scope, FALSE);
        assert_true(rk_leading_take(leading, all, kept, NULL));
        assert_memory_equal(kept, "\1\1\0\0", 4);
        g_autoptr(RkTable) firsts = rk_table_gather(all, (guint32[]){0, 1}, 2);
        assert_true(rk_leading_settle(leading, firsts));
        g_autoptr(RkTable) result = rk_leading_result(leading, firsts, &done);
        g_autofree char *text = table_text(result);
        assert_int_equal(done, 1);
        assert_string_equal(text, expected[i]);
        rk_scope_free(scope);
    }
}

/* The numbers are those of pandas: groupby("geo", sort=False, dropna=False) with size, count, nunique,
 * sum(min_count=1), mean, min, max and prod(min_count=1); the flag of the sum that misses a part is ours. */
static void test_pandas(void **state)
{
    (void)state;
    static const char *const lines[] = {"LT|0.1", "LV|0.2", "LT|0.3", "|4", "LV|", "LT|-7.5", "EE|"};
    Rows rows = {"geo|v:number", g_ptr_array_new()};
    g_autoptr(RkDocument) document =
        document_from("[{aggregate: [{op: count, as: n}, {op: valid, field: v, as: a}, {op: distinct, field: v, as: d},"
                      " {op: sum, field: v, as: s}, {op: mean, field: v, as: m}, {op: min, field: v, as: l},"
                      " {op: max, field: v, as: h}, {op: product, field: v, as: p}], groupby: [geo]}]");
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
        g_ptr_array_add(rows.lines, (gpointer)lines[i]);
    g_autoptr(RkTable) found = in_pieces(&rows, 2, rk_document_root(document), &(RkTransformContext){NULL});
    g_autofree char *text = table_text(found);
    assert_string_equal(text, "geo|n|a|d|s|m|l|h|p\n"
                              "LT|3|3|3|-7.1|-2.3666666666666667|-7.5|0.3|-0.22499999999999998\n"
                              "LV|2|1|1|0.2#+|0.2|0.2|0.2|0.2\n"
                              "|1|1|1|4|4|4|4|4\n"
                              "EE|1|0|0|||||");
    g_ptr_array_unref(rows.lines);
}

/* ---- What is left to the verbs ---- */

static gboolean uses_up(const char *text)
{
    g_autoptr(RkDocument) document = document_from(text);
    g_autoptr(RkLeading) leading = rk_leading_new(rk_document_root(document), NULL, FALSE);
    return rk_leading_uses_up(leading);
}

static void test_steps_left(void **state)
{
    (void)state;
    assert_true(uses_up("[{filter: 'datum.a > 1'}, {aggregate: [{op: sum, field: v}], groupby: [geo]}]"));
    assert_false(uses_up("[{aggregate: [{op: median, field: v}]}]"));
    assert_false(uses_up("[{aggregate: [{op: sum, field: v}, {op: stdev, field: v}]}]"));
    assert_false(uses_up("[{aggregate: [{op: argmax, field: v}]}]"));
    assert_false(uses_up("[{aggregate: [{op: summ, field: v}]}]"));
    assert_false(uses_up("[{aggregate: [{op: sum, field: v}], grupby: [geo]}]"));
    assert_false(uses_up("[{filter: 'datum.a > limit'}, {aggregate: [{op: sum, field: v}]}]"));
    assert_false(uses_up("[{calculate: 'datum.a', as: b}, {aggregate: [{op: sum, field: b}]}]"));
    assert_false(uses_up("[{joinaggregate: [{op: sum, field: v}]}]"));
    assert_false(uses_up("[{filter: 'datum.a > 1'}]"));
}

static void test_rows_left(void **state)
{
    (void)state;
    static const char *const units[] = {"LT|1|EUR|2020", "LT|2|EUR|2020", "LT|3|USD|2020"};
    static const char *const huge[] = {"LT|1.7e308|EUR|2020", "LT|1.7e308|EUR|2020"};
    static const char *const periods[] = {"LT|1|EUR|2020", "LV|2|EUR|2020", "LT|2|EUR|2020-Q1"};
    const struct {
        const char *const *lines;
        guint count;
        const char *steps;
    } cases[] = {
        {units, 3, "[{aggregate: [{op: sum, field: v}], groupby: [geo]}]"},
        {huge, 2, "[{aggregate: [{op: mean, field: v}], groupby: [geo]}]"},
        {periods, 3, "[{aggregate: [{op: max, field: time}], groupby: [geo]}]"},
        {units, 3, "[{aggregate: [{op: sum, field: geo}]}]"},
        {units, 3, "[{aggregate: [{op: sum, field: nothing}]}]"},
        {units, 3, "[{aggregate: [{op: count, as: geo}], groupby: [geo]}]"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Rows rows = {"geo|v:number@unit|unit|time:time", g_ptr_array_new()};
        for (guint k = 0; k < cases[i].count; k++)
            g_ptr_array_add(rows.lines, (gpointer)cases[i].lines[k]);
        assert_int_equal(assert_same(&rows, cases[i].steps), 8);
        g_ptr_array_unref(rows.lines);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random), cmocka_unit_test(test_one_group),  cmocka_unit_test(test_flags),
        cmocka_unit_test(test_pandas), cmocka_unit_test(test_steps_left), cmocka_unit_test(test_rows_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
