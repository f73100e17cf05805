/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts: numbers that figures work out from their data, the texts that quote them, benchmarks at them, and wrapping of
 * such texts. Expected numbers are worked out by hand from the three rows.
 */
#include "plot/plot-private.h"
#include "support-figure.h"

#define DATA                                                                                                           \
    "width: 400\ndata:\n  values: [{c: Alpha, v: 10.25}, {c: Beta, v: 20.5}, {c: Gamma, v: null}]\n"                   \
    "  format: {parse: {v: number}}\n"
#define MARK "mark: bar\nencoding: {y: {field: c}, x: {field: v}}\n"
#define FACTS                                                                                                          \
    "facts:\n  top: {transform: [{filter: \"datum.v > 15\"}], field: v}\n"                                             \
    "  who: {transform: [{filter: \"datum.v > 15\"}], field: c}\n"                                                     \
    "  double: {expr: \"2 * top\"}\n"

static void assert_title(const char *title, const char *expected)
{
    g_autofree char *text = g_strdup_printf(DATA FACTS MARK "title: \"%s\"\n", title);
    g_autoptr(RkScene) scene = draw_figure(text);
    g_autofree char *drawn = group_texts(scene, "role-title-text");
    assert_string_equal(drawn, expected);
    assert_string_equal(rk_scene_title(scene), expected);
}

static void texts_quote_facts(void **state)
{
    (void)state;
    assert_title("{who} leads", "Beta leads");
    assert_title("{top}", "20.5");
    assert_title("{top:.2f} %", "20.50 %");
    assert_title("{top:.0f} and {double:.1f}", "21 and 41.0");
    assert_title("{top:+.1f}", "+20.5");
    assert_title("a {{brace}} and {who}", "a {brace} and Beta");
    assert_title("}} {{", "} {");
    assert_title("a } alone", "a } alone");
}

/* Without facts braces are braces: figure files of the grammar have them. */
static void braces_stay_without_facts(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure(DATA MARK "title: \"{who} {{leads}} {\"\n");
    assert_string_equal(rk_scene_title(scene), "{who} {{leads}} {");
}

static void facts_are_quoted_everywhere(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure(
        DATA FACTS "subtitle: \"sub {top}\"\nnotes: [\"one {who}\", \"two {double}\"]\nsource: \"from {who}\"\n"
                   "description: \"long {top:.1f}\"\nmark: bar\nencoding:\n  y: {field: c}\n"
                   "  x: {field: v, axis: {title: \"axis {who}\"}}\n");
    g_autofree char *subtitle = group_texts(scene, "role-title-subtitle");
    assert_string_equal(subtitle, "sub 20.5");
    assert_string_equal(rk_scene_description(scene), "long 20.5");
    g_autofree char *dump = rk_scene_dump(scene);
    assert_non_null(strstr(dump, "\"Notes: one Beta two 41\""));
    assert_non_null(strstr(dump, "\"Source: from Beta\""));
    assert_non_null(strstr(dump, "\"axis Beta\""));
}

static void bad_texts_are_refused(void **state)
{
    (void)state;
    assert_figure_fails(
        DATA FACTS MARK "title: \"{nobody}\"\n",
        "figure.yaml:11:8: there is no fact \"nobody\" (name it under `facts`, or write {{ for a brace)");
    assert_figure_fails(DATA FACTS MARK "title: \"{top\"\n",
                        "figure.yaml:11:8: a brace is opened and never closed (write {{ for a brace)");
    assert_figure_fails(DATA FACTS MARK "title: \"{}\"\n",
                        "figure.yaml:11:8: there is no fact \"\" (name it under `facts`, or write {{ for a brace)");
    assert_figure_fails(DATA FACTS MARK "notes: [fine, \"{top:.2q}\"]\n",
                        "figure.yaml:11:15: the number format \".2q\" has no type that is known (types are e f g r s % "
                        "p b o d x X c n)");
}

static void bad_facts_are_refused(void **state)
{
    (void)state;
    assert_figure_fails(DATA "facts:\n  n: {field: v}\n" MARK,
                        "figure.yaml:6:6: the fact \"n\" has 3 rows instead of one (add filters or an aggregate until "
                        "one row is left)");
    assert_figure_fails(DATA "facts:\n  n: {transform: [{filter: \"datum.v > 99\"}], field: v}\n" MARK,
                        "figure.yaml:6:6: the fact \"n\" has 0 rows instead of one (add filters or an aggregate until "
                        "one row is left)");
    assert_figure_fails(DATA "facts:\n  n: {transform: [{filter: \"datum.c == 'Gamma'\"}], field: v}\n" MARK,
                        "figure.yaml:6:6: the fact \"n\" is missing in the data");
    assert_figure_fails(DATA "facts:\n  n: {transform: [{filter: \"datum.v > 15\"}], field: w}\n" MARK,
                        "figure.yaml:6:53: there is no column \"w\" (there are: c, v)");
    assert_figure_fails(DATA "facts:\n  n: {expr: \"2 * later\"}\n  later: {expr: \"1\"}\n" MARK,
                        "figure.yaml:6:18: unknown name \"later\" (write datum.later for a field, 'later' for a text)");
}

/* A domain of 0 to 41 across 290 pixels or whatever the layout leaves: the rule stands at the same part of the frame.
 */
static void benchmarks_stand_at_facts(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_figure(DATA FACTS "benchmark: {x: \"double - 0.5\", label: \"twice {top}\"}\n" MARK);
    const RkNode *frame = scene_group(scene, "role-frame", 0);
    const RkNode *group = scene_group(scene, "role-benchmark", 0);
    const RkNode *rule = nth_node(group, 0);
    assert_int_equal(rule->kind, RK_NODE_RULE);
    /* 40.5 of 40.5: the benchmark itself is the end of the scale. */
    assert_true(rule->rule.x == frame->group.width && rule->rule.x2 == rule->rule.x);
    assert_true(rule->rule.y2 == frame->group.height);
    g_autofree char *text = group_texts(scene, "role-benchmark");
    assert_string_equal(text, "twice 20.5");
}

static void bad_benchmarks_are_refused(void **state)
{
    (void)state;
    assert_figure_fails(DATA "benchmark: {label: none}\n" MARK,
                        "figure.yaml:5:12: a benchmark needs either x or y (x for an upright line, y for a level one)");
    assert_figure_fails(DATA "benchmark: {y: 3}\n" MARK,
                        "figure.yaml:5:16: the benchmark needs a continuous scale on channel y");
    assert_figure_fails(DATA FACTS "benchmark: {x: who}\n" MARK,
                        "figure.yaml:9:16: \"who\" does not give a finite number");
}

typedef struct {
    RkPlotting plotting;
    RkFont font;
} Writing;

static Writing writing(void)
{
    Writing own = {.plotting = {.measurer = fake_measurer(), .strings = g_string_chunk_new(256)}, .font = {.size = 10}};
    own.plotting.diagnostics = rk_diagnostics_new();
    return own;
}

static void writing_end(Writing *own)
{
    g_string_chunk_free(own->plotting.strings);
    rk_diagnostics_free(own->plotting.diagnostics);
}

/* Every character is 5 wide. */
static const struct {
    const char *text;
    double width;
    const char *wrapped, *even;
} wrapping[] = {
    {"one two three", 65, "one two three", "one two three"},
    {"one two three", 64, "one two\nthree", "one two\nthree"},
    {"aa bb cc dd e", 60, "aa bb cc dd\ne", "aa bb cc\ndd e"},
    {"longerthanthewidth and", 30, "longerthanthewidth\nand", "longerthanthewidth\nand"},
    {"kept\nbreaks stay here", 60, "kept\nbreaks stay\nhere", "kept\nbreaks\nstay here"},
    {"", 10, "", ""},
    {"žąsis ėda žolę", 45, "žąsis ėda\nžolę", "žąsis\nėda žolę"},
};

static void words_wrap(void **state)
{
    (void)state;
    Writing own = writing();
    for (guint i = 0; i < G_N_ELEMENTS(wrapping); i++) {
        const char *wrapped = rk_plotting_wrap(&own.plotting, &own.font, wrapping[i].text, wrapping[i].width);
        assert_string_equal(wrapped, wrapping[i].wrapped);
    }
    writing_end(&own);
}

/* An even block has as many lines as a greedy one, none longer than the width, and its longest line is no longer than
 * the greedy one's: checked by trying every width below. */
static void words_wrap_evenly(void **state)
{
    (void)state;
    Writing own = writing();
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (guint round = 0; round < 200; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int words = g_rand_int_range(random, 1, 25); words > 0; words--) {
            for (int letters = g_rand_int_range(random, 1, 9); letters > 0; letters--)
                g_string_append_c(text, 'x');
            if (words > 1)
                g_string_append_c(text, ' ');
        }
        double width = g_rand_double_range(random, 50, 300);
        const char *greedy = rk_plotting_wrap(&own.plotting, &own.font, text->str, width);
        const char *even = rk_plotting_wrap_even(&own.plotting, &own.font, text->str, width);
        assert_int_equal(rk_line_count(even), rk_line_count(greedy));
        double longest = rk_plotting_text_width(&own.plotting, &own.font, even);
        assert_true(longest <= width);
        assert_true(longest <= rk_plotting_text_width(&own.plotting, &own.font, greedy));
        g_auto(GStrv) back = g_strsplit(even, "\n", -1);
        g_autofree char *joined = g_strjoinv(" ", back);
        assert_string_equal(joined, text->str);
        /* Halving the width seven times leaves less than 0.005 of it: nothing clearly narrower has as few lines. */
        double least = longest - 0.01 * width - 5;
        if (least > 0.4 * width && rk_line_count(greedy) > 1)
            assert_true(rk_line_count(rk_plotting_wrap(&own.plotting, &own.font, text->str, least)) >
                        rk_line_count(greedy));
    }
    writing_end(&own);
}

static void shortening_is_told(void **state)
{
    (void)state;
    Writing own = writing();
    assert_string_equal(rk_plotting_limit(&own.plotting, &own.font, "twelve chars", 60), "twelve chars");
    assert_string_equal(rk_plotting_limit(&own.plotting, &own.font, "twelve chars", 0), "twelve chars");
    assert_int_equal(rk_diagnostics_count(own.plotting.diagnostics), 0);
    /* Five letters and the ellipsis are 30 wide. */
    assert_string_equal(rk_plotting_limit(&own.plotting, &own.font, "žąsis ėda", 30), "žąsis…");
    assert_string_equal(rk_plotting_limit(&own.plotting, &own.font, "twelve chars", 1), "…");
    assert_int_equal(rk_diagnostics_count(own.plotting.diagnostics), 2);
    g_autofree char *told = rk_diagnostic_describe(rk_diagnostics_at(own.plotting.diagnostics, 0));
    assert_string_equal(told,
                        "warning: the label \"žąsis ėda\" is shortened to 30 pixels (raise the limit, or 0 for none)");
    writing_end(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_quote_facts),           cmocka_unit_test(braces_stay_without_facts),
        cmocka_unit_test(facts_are_quoted_everywhere), cmocka_unit_test(bad_texts_are_refused),
        cmocka_unit_test(bad_facts_are_refused),       cmocka_unit_test(benchmarks_stand_at_facts),
        cmocka_unit_test(bad_benchmarks_are_refused),  cmocka_unit_test(words_wrap),
        cmocka_unit_test(words_wrap_evenly),           cmocka_unit_test(shortening_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
