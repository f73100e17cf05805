/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flags: their letters, and what holds for numbers that are worked out from several values. The rule is the one that
 * the documentation states: of the uncertain letters the weakest, and every other letter.
 */
#include "support-transform.h"

#include "table/flags.h"

/** "-c" stands beside a missing value. */
static const char *joined(const char *const *flags, RkFlagRule rule, gboolean missing)
{
    static char buffer[RK_FLAG_BUFFER];
    RkFlagSet set = {0};
    for (; *flags != NULL; flags++)
        rk_flag_set_add(&set, **flags == '-' ? *flags + 1 : *flags, **flags == '-');
    return rk_flag_set_result(&set, rule, missing, buffer);
}

#define JOINED(rule, missing, ...) joined((const char *const[]){__VA_ARGS__, NULL}, rule, missing)

static void test_rules(void **state)
{
    (void)state;
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "p", "e"), "e");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "f", "p", "s"), "f");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "p", "v"), "v");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "s", "e", "i"), "i");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "bd", "pu"), "bdpu");
    assert_string_equal(JOINED(RK_FLAGS_ALL, FALSE, "p", "e", "b"), "bep");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "pe"), "pe");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "pe", "b"), "be");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "pec"), "pec");
    assert_null(JOINED(RK_FLAGS_NONE, FALSE, "p", "e"));
    assert_null(JOINED(RK_FLAGS_WEAKEST, FALSE, ""));
}

/* States of SDMX are written in capitals: those that its list has mean what the small letters do, its S does not. */
static void test_states(void **state)
{
    (void)state;
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "P", "E"), "e");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "S", "P"), "Sp");
    assert_true(rk_flag_is_known("PB"));
    assert_true(rk_flag_is_known("A"));
    assert_false(rk_flag_is_known("S"));
    assert_false(rk_flag_is_known("C"));
    assert_int_equal(rk_flag_why("pM", 2), 'm');
}

/* Why one of several values was missing says nothing of a sum that is there, and everything of one that is not. */
static void test_reasons(void **state)
{
    (void)state;
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, TRUE, "-c", "p"), "cp");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "-c", "p"), "p");
    assert_null(JOINED(RK_FLAGS_ALL, FALSE, "-z"));
    /* Beside a value that is there the letter is a remark like others. */
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "c", "p"), "cp");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "c", "-c", "-q"), "c");
    assert_string_equal(JOINED(RK_FLAGS_ALL, FALSE, "z"), "z");
}

/* Letters of other lists have no known strength: all are kept. A word is not taken apart. */
static void test_foreign(void **state)
{
    (void)state;
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "x", "e", "7"), "7 e x");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "7 e x", "b"), "7 b e x");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "b", "d", "e", "u", "n", "+"), "bdenu+");
    assert_true(rk_flag_is_letters("bdenu+"));
    assert_true(rk_flag_is_letters("BDENU"));
    assert_false(rk_flag_is_letters("est"));
    assert_false(rk_flag_is_letters("model"));
    assert_false(rk_flag_is_letters("n a"));
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "estimated", "provisional"), "estimated");
    assert_true(rk_flag_is_letters("bd"));
    assert_false(rk_flag_is_letters("estimated"));
    assert_true(rk_flag_is_letters("b d"));
    assert_true(rk_flag_is_letters("p, e"));
    assert_false(rk_flag_is_letters("n/a"));
    /* A sign that an office has as a flag, and what stands for a missing value. */
    assert_true(rk_flag_is_letters("e*"));
    assert_false(rk_flag_is_letters("n.a."));
    assert_false(rk_flag_is_letters(":"));
    assert_false(rk_flag_is_letters(".."));
    assert_false(rk_flag_is_letters("p, est"));
    assert_string_equal(JOINED(RK_FLAGS_ALL, FALSE, "p, b", "e;u"), "bepu");
    assert_false(rk_flag_is_letters(""));
    assert_true(rk_flag_is_known("be"));
    assert_false(rk_flag_is_known("bx"));
    assert_null(rk_flag_meaning('x'));
    assert_string_equal(rk_flag_meaning('p')->word, "provisional");
}

/* Words that offices shorten meanings to stand for the letter; letters in the order of the alphabet are no such word.
 */
static void test_short_words(void **state)
{
    (void)state;
    assert_string_equal(rk_flag_plain("prov"), "p");
    assert_string_equal(rk_flag_plain("Rev."), "r");
    assert_string_equal(rk_flag_plain("EST"), "e");
    assert_string_equal(rk_flag_plain("imp"), "imp");
    assert_string_equal(rk_flag_plain("."), ".");
    assert_null(rk_flag_plain(NULL));
    assert_false(rk_flag_is_letters("prov"));
    assert_false(rk_flag_is_letters("rev"));
    assert_true(rk_flag_is_letters("imp"));
    assert_string_equal(rk_flag_reason("conf"), "confidential");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "prov", "b"), "bp");
    assert_string_equal(JOINED(RK_FLAGS_WEAKEST, FALSE, "prov", "est"), "e");
}

#define PANEL "geo|t:number|v:number#f|f|w:number\nA|1|10|p|1\nA|2|20||1\nA|3|30|e|1\nB|1|5||1\nB|2|10|b|1\nB|3||c|1"

static void test_verbs(void **state)
{
    (void)state;
    assert_makes(PANEL, "[{change: v, time: t, groupby: [geo], as: x}, {filter: \"datum.t > 1\"}]",
                 "geo|t|v|f|w|x\nA|2|20||1|10#p\nA|3|30#e|e|1|10#e\nB|2|10#b|b|1|5#b\nB|3|#c|c|1|#bc");
    assert_makes(PANEL, "[{growth: v, time: t, groupby: [geo], as: x}, {filter: \"datum.t == 2\"}]",
                 "geo|t|v|f|w|x\nA|2|20||1|100@PC#p\nB|2|10#b|b|1|100@PC#b");
    assert_makes(PANEL, "[{index: v, time: t, base: 1, groupby: [geo], as: x}, {filter: \"datum.t == 2\"}]",
                 "geo|t|v|f|w|x\nA|2|20||1|200@INDEX_1#p\nB|2|10#b|b|1|200@INDEX_1#b");
    assert_makes(PANEL, "[{filter: \"datum.t == 1\"}, {share: v, as: x}]",
                 "geo|t|v|f|w|x\nA|1|10#p|p|1|66.66666666666667@PC#p\nB|1|5||1|33.333333333333336@PC#p");
    /* 30 of a total that a part is missing of: 30 and no more is known. */
    assert_makes(PANEL, "[{filter: \"datum.t == 3\"}, {share: v, as: x}, {filter: \"datum.geo == 'A'\"}]",
                 "geo|t|v|f|w|x\nA|3|30#e|e|1|100@PC#e+");
    assert_makes(PANEL, "[{filter: \"datum.t == 1\"}, {benchmark: v, to: \"datum.geo == 'A'\", as: x}]",
                 "geo|t|v|f|w|x\nA|1|10#p|p|1|0#p\nB|1|5||1|-5#p");
    assert_makes(PANEL, "[{normalize: v, method: minmax, as: x}, {filter: \"datum.t == 3\"}]",
                 "geo|t|v|f|w|x\nA|3|30#e|e|1|100#e\nB|3|#c|c|1|#c");
    assert_makes(PANEL, "[{weight: [v, w], as: x}, {filter: \"datum.t == 3 && datum.geo == 'A'\"}]",
                 "geo|t|v|f|w|x\nA|3|30#e|e|1|15.5#e");
}

/* A rank rests on its own value, also where there is none; intervals of ranks likewise. */
static void test_ranks(void **state)
{
    (void)state;
    assert_makes(PANEL, "[{rank: v, groupby: [t]}]",
                 "geo|t|v|f|w|rank\nA|1|10#p|p|1|1#p\nA|2|20||1|1\nA|3|30#e|e|1|1#e\n"
                 "B|1|5||1|2\nB|2|10#b|b|1|2#b\nB|3|#c|c|1|#c");
    assert_makes(PANEL,
                 "[{rankinterval: v, rounding: 0, groupby: [t], draws: 100}, {filter: \"datum.t == 3\"}, "
                 "{calculate: \"datum.rank_median\", as: m}, {aggregate: [{op: max, field: m, as: m}, "
                 "{op: max, field: place, as: p}], groupby: [geo]}]",
                 "geo|m|p\nA|1#e|1#e\nB|#c|#c");
}

static void test_tables(void **state)
{
    (void)state;
    assert_makes(PANEL, "[{aggregate: [{op: mean, field: v, as: m}, {op: valid, field: v, as: n}], groupby: [geo]}]",
                 "geo|m|n\nA|20#e|3\nB|7.5#b|2");
    assert_makes(PANEL, "[{pivot: t, value: v, groupby: [geo]}]", "geo|1|2|3\nA|10#p|20|30#e\nB|5|10#b|#c");
    assert_makes(PANEL,
                 "[{window: [{op: sum, field: v, as: s}], frame: [-1, 0], sort: [{field: t}], groupby: [geo]}, "
                 "{filter: \"datum.geo == 'A'\"}]",
                 "geo|t|v|f|w|s\nA|1|10#p|p|1|10#p\nA|2|20||1|30#p\nA|3|30#e|e|1|50#e");
    assert_makes(PANEL, "[{calculate: \"datum.v + datum.w\", as: x}, {filter: \"datum.t == 1\"}]",
                 "geo|t|v|f|w|x\nA|1|10#p|p|1|11#p\nB|1|5||1|6");
    /* Confidential values that are there. */
    assert_makes("geo|v:number#f|f\nA|1|c\nB|2|qe", "[{calculate: \"datum.v * 2\", as: x}, {rank: v}]",
                 "geo|v|f|x|rank\nA|1#c|c|2#c|2#c\nB|2#qe|qe|4#qe|1#qe");
    assert_makes("geo|v:number#f|f\nA|1|c\nB|2|e", "[{aggregate: [{op: sum, field: v, as: s}]}]", "s\n3#ce");
    assert_makes("geo|v:number#f|f\nA|1|c\nB|2|qe", "[{pivot: geo, value: v}]", "A|B\n1#c|2#qe");
    assert_makes("a:number#f|f|b:number#g|g\n1|p|2|e\n3||4|",
                 "[{calculate: \"datum.a * datum.b\", as: x}, {calculate: \"datum.x > 2 ? 'much' : 'little'\", as: y}]",
                 "a|f|b|g|x|y\n1#p|p|2#e|e|2#e|little\n3||4||12|much");
}

/* A sum that a part is missing of is no fall; a mean, and a sum of nothing, do not say so. */
static void test_sums(void **state)
{
    (void)state;
    static const char plain[] = "g|t:number|v:number\nA|1|1\nA|2|\nA|3|4\nB|1|\nC|1|2";
    assert_makes(plain, "[{aggregate: [{op: sum, field: v, as: s}, {op: mean, field: v, as: m}], groupby: [g]}]",
                 "g|s|m\nA|5#+|2.5\nB||\nC|2|2");
    assert_makes(plain,
                 "[{filter: \"datum.g == 'A'\"}, {window: [{op: sum, field: v, as: s}], frame: [null, 0], "
                 "sort: [{field: t}]}]",
                 "g|t|v|s\nA|1|1|1\nA|2||1#+\nA|3|4|5#+");
    assert_makes("g|v:number#f|f\nA|1|+\nA|2|e\nB|3|p+",
                 "[{aggregate: [{op: sum, field: v, as: s}], groupby: [g]}, "
                 "{aggregate: [{op: max, field: s, as: s}]}]",
                 "s\n3#e+");
}

static void test_scope(void **state)
{
    (void)state;
    g_autoptr(RkTable) input = table_from(PANEL);
    g_autoptr(RkDocument) document = document_from("[{aggregate: [{op: sum, field: v, as: s}], groupby: [geo]}]");
    const char *const expected[] = {"geo|s\nA|60#e\nB|15#b+", "geo|s\nA|60#ep\nB|15#b+", "geo|s\nA|60\nB|15"};
    for (guint rule = 0; rk_flag_rules[rule] != NULL; rule++) {
        g_autoptr(RkScope) outer = rk_scope_new(NULL, NULL), inner = rk_scope_new(outer, NULL);
        rk_scope_set_flag_rule(outer, (RkFlagRule)rule);
        const RkTransformContext context = {.scope = inner};
        g_autoptr(RkTable) output = rk_transform_apply_list(rk_document_root(document), input, &context, NULL);
        g_autofree char *text = table_text(output);
        assert_string_equal(text, expected[rule]);
    }
}

/* Why a value is missing has no letter, and goes where the value goes. */
static void test_reasons_in_words(void **state)
{
    (void)state;
    g_autoptr(RkTable) plain = table_from("geo|t:number|v:number|r\nA|1||refused\nA|2|5|\nB|1|3|\nB|2||away");
    g_autoptr(RkColumn) values = rk_column_with_reason(rk_table_find(plain, "v"), rk_table_find(plain, "r"));
    g_autoptr(RkTable) input = rk_table_with_column(plain, values);
    static const struct {
        const char *steps, *column;
        gsize row;
        const char *why;
    } cases[] = {
        {"[{pivot: t, value: v, groupby: [geo]}]", "1", 0, "refused"},
        {"[{pivot: t, value: v, groupby: [geo]}]", "1", 1, NULL},
        {"[{pivot: t, value: v, groupby: [geo]}, {fold: ['1', '2']}]", "value", 3, "away"},
        {"[{filter: \"datum.geo == 'B'\"}]", "v", 1, "away"},
        {"[{calculate: \"datum.v * 2\", as: x}]", "x", 0, "refused"},
        {"[{calculate: \"datum.v\", as: x}]", "x", 3, "away"},
        {"[{aggregate: [{op: mean, field: v, as: x}], groupby: [geo, t]}]", "x", 3, "away"},
        {"[{aggregate: [{op: mean, field: v, as: x}], groupby: [geo]}]", "x", 0, NULL},
        {"[{change: v, time: t, groupby: [geo], as: x}]", "x", 1, "refused"},
        {"[{window: [{op: lag, field: v, as: x}], groupby: [geo]}]", "x", 1, "refused"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(RkDocument) document = document_from(cases[i].steps);
        g_autoptr(RkScope) scope = rk_scope_new(NULL, NULL);
        const RkTransformContext context = {.scope = scope};
        g_autoptr(GError) error = NULL;
        g_autoptr(RkTable) output = rk_transform_apply_list(rk_document_root(document), input, &context, &error);
        if (output == NULL)
            fail_msg("%s: %s", cases[i].steps, error->message);
        const char *why = rk_column_why(rk_table_find(output, cases[i].column), cases[i].row);
        if (g_strcmp0(why, cases[i].why) != 0)
            fail_msg("%s: %s instead of %s", cases[i].steps, why, cases[i].why);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules),   cmocka_unit_test(test_reasons),          cmocka_unit_test(test_states),
        cmocka_unit_test(test_foreign), cmocka_unit_test(test_short_words),      cmocka_unit_test(test_verbs),
        cmocka_unit_test(test_ranks),   cmocka_unit_test(test_tables),           cmocka_unit_test(test_scope),
        cmocka_unit_test(test_sums),    cmocka_unit_test(test_reasons_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
