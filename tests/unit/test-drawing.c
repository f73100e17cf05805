/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What marks draw: stacks, gaps, dots between gaps, what is drawn last, conditions, grouping. Places are worked out by
 * hand as parts of the frame, whose size the layout decides.
 */
#include "support-figure.h"

#include "support-near.h"

static const RkNode *marks(const RkScene *scene, const char *kind)
{
    g_autofree char *name = g_strdup_printf("mark-%s role-mark marks", kind);
    return scene_group(scene, name, 0);
}

static const RkNode *frame(const RkScene *scene)
{
    return scene_group(scene, "role-frame", 0);
}

#define PARTS                                                                                                          \
    "width: 400\ndata:\n  values: [{c: A, p: a, v: 1}, {c: A, p: b, v: 3}, {c: A, p: c, v: -2}, {c: B, p: a, v: 2},\n" \
    "    {c: B, p: b, v: 2}]\n"
#define STACK(how)                                                                                                     \
    PARTS "mark: {type: bar, hairline: 0}\nencoding:\n  y: {field: c, sort: ascending}\n"                              \
          "  x: {field: v, scale: {domain: [-2, 8], nice: false}" how "}\n  color: {field: p, legend: null}\n"

/* From and to of each bar in units of the data, over a domain from -2 to 8. */
static void assert_bars_of(const RkScene *scene, const double (*ends)[2], guint count)
{
    double width = frame(scene)->group.width;
    const RkNode *group = marks(scene, "rect");
    assert_int_equal(count_nodes(group, RK_NODE_RECT), count);
    for (guint i = 0; i < count; i++) {
        const RkNode *bar = nth_node(group, i);
        assert_near(bar->rect.x / width * 10 - 2, ends[i][0], 1e-9);
        assert_near((bar->rect.x + bar->rect.width) / width * 10 - 2, ends[i][1], 1e-9);
    }
}

static void assert_bars(const char *text, const double (*ends)[2], guint count)
{
    g_autoptr(RkScene) scene = draw_figure(text);
    assert_bars_of(scene, ends, count);
}

/* Parts below zero are drawn by their size, and not in silence. */
static void assert_sizes(const char *text, const double (*ends)[2], guint count)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkScene) scene = try_figure(text, NULL, diagnostics, &error);
    assert_null(error);
    assert_bars_of(scene, ends, count);
    assert_int_equal(rk_diagnostics_count(diagnostics), 2);
    g_autofree char *said = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 0));
    assert_string_equal(said, "figure.yaml:8:6: warning: stack: 1 value of \"v\" below zero counts by its size (filter "
                              "them, or stack from zero)");
    /* B has no part c: that is not the same as 0. */
    g_autofree char *noted = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, 1));
    assert_string_equal(noted, "figure.yaml:5:7: note: 1 part of stacks has no row, which is drawn as nothing: c of B "
                               "(write 0 where there is nothing, or no value (null) where it is not known)");
}

static void stacks_pile_up(void **state)
{
    (void)state;
    /* Positive parts to the right of zero, negative ones to the left. */
    const double zero[][2] = {{0, 1}, {1, 4}, {-2, 0}, {0, 2}, {2, 4}};
    assert_bars(STACK(""), zero, 5);
    assert_bars(STACK(", stack: zero"), zero, 5);
    assert_bars(STACK(", stack: true"), zero, 5);
    /* Absolute values over their sum, as Vega's stack transform defines it: sixths and halves. */
    const double normalized[][2] = {{0, 1 / 6.0}, {1 / 6.0, 4 / 6.0}, {4 / 6.0, 1}, {0, 0.5}, {0.5, 1}};
    assert_sizes(STACK(", stack: normalize"), normalized, 5);
    /* The largest sum of absolute values is 6: A begins at 0, B, whose sum is 4, at 1. */
    const double centered[][2] = {{0, 1}, {1, 4}, {4, 6}, {1, 3}, {3, 5}};
    assert_sizes(STACK(", stack: center"), centered, 5);
    /* All from zero, over each other. */
    const double none[][2] = {{0, 1}, {0, 3}, {-2, 0}, {0, 2}, {0, 2}};
    assert_bars(STACK(", stack: null"), none, 5);
    assert_bars(STACK(", stack: false"), none, 5);
}

static void stacks_follow_the_order_channel(void **state)
{
    (void)state;
    const double backwards[][2] = {{3, 4}, {0, 3}, {-2, 0}, {2, 4}, {0, 2}};
    assert_bars(STACK("") "  order: {field: p, sort: descending}\n", backwards, 5);
}

/* A stacked bar speaks of its own value, not of its end. */
static void parts_speak_of_their_value(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure(STACK(""));
    assert_string_equal(nth_node(marks(scene, "rect"), 1)->meaning.label, "v: 3; c: A; p: b");
}

/* A missing part leaves a hole of nothing: the next one stands on the one before. */
static void missing_parts_take_no_room(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_figure("width: 400\ndata: {values: [{p: a, v: 1}, {p: b, v: null}, {p: c, v: 4}], format: {parse: {v: "
                    "number}}}\nmark: {type: bar, hairline: 0}\n"
                    "encoding: {x: {field: v, scale: {nice: false}}, color: {field: p, legend: null}}\n");
    const RkNode *group = marks(scene, "rect");
    guint count = count_nodes(group, RK_NODE_RECT);
    const RkNode *last = nth_node(group, count - 1);
    double width = frame(scene)->group.width;
    assert_near(last->rect.x, width / 5, 1e-9);
    assert_near(last->rect.x + last->rect.width, width, 1e-9);
}

#define LINE(values)                                                                                                   \
    "width: 400\nheight: 100\ndata: {values: [" values "], format: {parse: {y: number}}}\n"                            \
    "mark: line\nencoding: {x: {field: x}, y: {field: y}}\n"

/* The verbs of the path and the number of dots beside it. */
static void assert_line(const char *text, const char *verbs, guint dots)
{
    g_autoptr(RkScene) scene = draw_figure(text);
    const RkNode *group = marks(scene, "line");
    g_autoptr(GString) drawn = g_string_new(NULL);
    for (const RkNode *node = group->group.first; node != NULL; node = node->next) {
        for (guint i = 0; node->kind == RK_NODE_PATH && i < node->path.path.verb_count; i++)
            g_string_append_c(drawn, "MLCAZ"[node->path.path.verbs[i]]);
    }
    assert_string_equal(drawn->str, verbs);
    assert_int_equal(count_nodes(group, RK_NODE_SYMBOL), dots);
}

static void missing_values_are_gaps(void **state)
{
    (void)state;
    assert_line(LINE("{x: 1, y: 1}, {x: 2, y: 2}, {x: 3, y: 3}"), "MLL", 0);
    assert_line(LINE("{x: 1, y: 1}, {x: 2, y: 2}, {x: 3, y: null}, {x: 4, y: 4}, {x: 5, y: 5}"), "MLML", 0);
    assert_line(LINE("{x: 1, y: null}, {x: 2, y: 2}, {x: 3, y: 3}, {x: 4, y: null}"), "ML", 0);
}

static void values_between_gaps_are_dots(void **state)
{
    (void)state;
    assert_line(LINE("{x: 1, y: 1}, {x: 2, y: 2}, {x: 3, y: null}, {x: 4, y: 4}, {x: 5, y: null}, {x: 6, y: 1}"), "ML",
                2);
    assert_line(LINE("{x: 1, y: 1}"), "", 1);
    assert_line(LINE("{x: 1, y: 1}, {x: 2, y: null}, {x: 3, y: 5}"), "", 2);
}

/* Rows of a line are joined along x whatever their order in the file. */
static void lines_run_along_x(void **state)
{
    (void)state;
    g_autofree char *sorted = figure_dump(LINE("{x: 1, y: 1}, {x: 2, y: 5}, {x: 3, y: 3}"));
    g_autofree char *shuffled = figure_dump(LINE("{x: 3, y: 3}, {x: 1, y: 1}, {x: 2, y: 5}"));
    g_auto(GStrv) lines = g_strsplit(sorted, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *path = strstr(lines[i], "path ");
        g_auto(GStrv) parts = path != NULL ? g_strsplit(path, " label=", 2) : NULL;
        if (parts != NULL && strstr(shuffled, parts[0]) == NULL)
            fail_msg("%s is not drawn alike", parts[0]);
    }
}

#define SERIES                                                                                                         \
    "width: 400\nheight: 100\ndata:\n  values: [{g: A, x: 1, y: 1}, {g: A, x: 2, y: 2}, {g: B, x: 1, y: 5},\n"         \
    "    {g: B, x: 2, y: 6}, {g: C, x: 1, y: 9}, {g: C, x: 2, y: 9}]\n"                                                \
    "highlight: {field: g, equal: A}\n"

static void highlighted_is_drawn_last(void **state)
{
    (void)state;
    g_autoptr(RkScene) lines =
        draw_figure(SERIES "mark: line\nencoding: {x: {field: x}, y: {field: y}, detail: {field: g}}\n");
    const RkNode *group = marks(lines, "line");
    assert_int_equal(count_nodes(group, RK_NODE_PATH), 3);
    assert_string_equal(nth_node(group, 0)->meaning.label, "x: 1; y: 5; g: B");
    assert_string_equal(nth_node(group, 1)->meaning.label, "x: 1; y: 9; g: C");
    assert_string_equal(nth_node(group, 2)->meaning.label, "x: 1; y: 1; g: A");
    assert_true(nth_node(group, 2)->style.stroke_width > nth_node(group, 0)->style.stroke_width);
    g_autoptr(RkScene) points =
        draw_figure(SERIES "mark: point\nencoding: {x: {field: x}, y: {field: y}, detail: {field: g}}\n");
    group = marks(points, "symbol");
    assert_string_equal(nth_node(group, 0)->meaning.label, "x: 1; y: 5; g: B");
    assert_string_equal(nth_node(group, 5)->meaning.label, "x: 2; y: 2; g: A");
}

/* Bars within bars: three parts of a band of 3 u. */
static void offsets_share_a_band(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure(PARTS "mark: bar\nencoding:\n  x: {field: c, sort: ascending}\n"
                                                 "  xOffset: {field: p}\n  y: {field: v, stack: null}\n");
    const RkNode *group = marks(scene, "rect");
    double size = nth_node(group, 0)->rect.width, start = nth_node(group, 0)->rect.x;
    for (guint i = 0; i < 3; i++) {
        assert_near(nth_node(group, i)->rect.x, start + i * size, 1e-9);
        assert_near(nth_node(group, i)->rect.width, size, 1e-9);
    }
    assert_near(nth_node(group, 4)->rect.x - nth_node(group, 3)->rect.x, size, 1e-9);
    /* Both categories begin at the same place of their bands. */
    double step = nth_node(group, 3)->rect.x - start;
    assert_near(step, frame(scene)->group.width / 2, frame(scene)->group.width / 8);
}

/* The first condition that holds decides; where none does, the rest of the definition. */
static void conditions_choose(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure(
        "data: {values: [{v: 1}, {v: 2}, {v: 3}, {v: null}], format: {parse: {v: number}}}\nmark: {type: "
        "point, filled: true}\nencoding:\n  y: {datum: 1}\n  x: {field: v}\n  color:\n    condition: [{test: \"datum.v "
        "> 2\", value: \"#ff0000\"}, {test: \"datum.v > 1\", value: \"#00ff00\"}]\n    value: \"#0000ff\"\n");
    const RkNode *group = marks(scene, "symbol");
    assert_int_equal(count_nodes(group, RK_NODE_SYMBOL), 3);
    assert_near(nth_node(group, 0)->style.fill.color.blue, 1, 0);
    assert_near(nth_node(group, 1)->style.fill.color.green, 1, 0);
    assert_near(nth_node(group, 2)->style.fill.color.red, 1, 0);
}

/* Vega-Lite's rule: what a bar, line or area stands on need not hold zero; a point's axes do. */
static void zero_is_where_marks_rise_from(void **state)
{
    (void)state;
    g_autoptr(RkScene) line = draw_figure(LINE("{x: 2000, y: 40}, {x: 2002, y: 50}"));
    g_autofree char *x = group_texts(line, "X-axis");
    assert_true(g_str_has_prefix(x, "2,000"));
    g_autofree char *y = group_texts(line, "Y-axis");
    assert_true(g_str_has_prefix(y, "0|"));
    g_autoptr(RkScene) point = draw_figure("data: {values: [{x: 2000, y: 40}]}\nmark: point\nencoding: {x: {field: x}, "
                                           "y: {field: y}}\n");
    g_autofree char *from_zero = group_texts(point, "X-axis");
    assert_true(g_str_has_prefix(from_zero, "0|"));
}

/* The same aggregate in two channels is computed once: 2 and 1 rows. */
static void channels_share_aggregates(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_figure("data: {values: [{c: A}, {c: B}, {c: A}]}\nmark: {type: bar, label: true}\nencoding:\n"
                    "  y: {field: c}\n  x: {aggregate: count}\n  opacity: {aggregate: count, legend: null}\n");
    g_autofree char *labels = group_texts(scene, "role-mark label");
    assert_string_equal(labels, "2|1");
}

/* An outlier beyond a declared domain stays out of sight and moves nothing else. */
static void outliers_stay_out_of_sight(void **state)
{
    (void)state;
    static const char figure[] =
        "width: 400\ndata: {values: [{c: A, v: 3}, {c: B, v: %s}]}\nmark: {type: bar, label: true}\n"
        "encoding: {y: {field: c, sort: ascending}, x: {field: v, scale: {domain: [0, 10]}}}\n";
    g_autofree char *near = g_strdup_printf(figure, "5"), *far = g_strdup_printf(figure, "1e300");
    g_autoptr(RkScene) first = draw_figure(near);
    g_autoptr(RkScene) second = try_figure(far, NULL, NULL, NULL);
    assert_near(frame(second)->group.width, frame(first)->group.width, 0);
    assert_near(nth_node(marks(second, "rect"), 0)->rect.width, nth_node(marks(first, "rect"), 0)->rect.width, 0);
    assert_true(nth_node(marks(second, "rect"), 1)->rect.width > rk_scene_width(second));
}

/* A bar without a category has no place, and no value is written for it. */
static void no_category_is_no_bar(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure("data: {values: [{c: A, v: 3}, {c: null, v: 5}]}\n"
                                           "mark: {type: bar, label: true}\n"
                                           "encoding: {y: {field: c}, x: {field: v}}\n");
    assert_int_equal(count_nodes(marks(scene, "rect"), RK_NODE_RECT), 1);
    g_autofree char *labels = group_texts(scene, "role-mark label");
    assert_string_equal(labels, "3");
}

static void texts_take_the_size_of_their_row(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_figure("data: {values: [{c: A, s: 8}, {c: B, s: 16}]}\nmark: text\nencoding:\n"
                    "  y: {field: c, sort: ascending}\n  text: {field: c}\n  size: {field: s, scale: null}\n");
    const RkNode *group = marks(scene, "text");
    assert_near(nth_node(group, 0)->text.font.size, 8, 0);
    assert_near(nth_node(group, 1)->text.font.size, 16, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stacks_pile_up),
        cmocka_unit_test(stacks_follow_the_order_channel),
        cmocka_unit_test(parts_speak_of_their_value),
        cmocka_unit_test(missing_parts_take_no_room),
        cmocka_unit_test(missing_values_are_gaps),
        cmocka_unit_test(values_between_gaps_are_dots),
        cmocka_unit_test(lines_run_along_x),
        cmocka_unit_test(highlighted_is_drawn_last),
        cmocka_unit_test(offsets_share_a_band),
        cmocka_unit_test(conditions_choose),
        cmocka_unit_test(channels_share_aggregates),
        cmocka_unit_test(outliers_stay_out_of_sight),
        cmocka_unit_test(no_category_is_no_bar),
        cmocka_unit_test(texts_take_the_size_of_their_row),
        cmocka_unit_test(zero_is_where_marks_rise_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
