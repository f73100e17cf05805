/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Axes, legends, titles and panels of the grammar's figures. Places are those of the reference implementation (Vega 6.4
 * with Vega-Lite 6.4) when its texts are measured as here: half a font size a character. Baselines are worked out by
 * its rule: 0.79, 0.30 and -0.21 of the size below the place for top, middle and bottom, rounded.
 */
#include "support-figure.h"

#define SCHEMA "$schema: https://vega.github.io/schema/vega-lite/v6.json\n"
#define ROWS                                                                                                           \
    SCHEMA "data: {values: [{x: 1, y: 2, s: 10, g: a}, {x: 3, y: 7.5, s: 40, g: b}, {x: 6, y: 4, s: 90, g: a},\n"      \
           "  {x: 9, y: 9, s: 25, g: c}]}\n"
#define SQUARE ROWS "width: 100\nheight: 100\n"
#define X "x: {field: x, type: quantitative}"
#define Y "y: {field: y, type: quantitative}"

static void append_texts(const RkNode *node, double x, double y, GString *out)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == RK_NODE_GROUP)
            append_texts(node->group.first, x + node->group.x, y + node->group.y, out);
        if (node->kind != RK_NODE_TEXT)
            continue;
        g_autofree char *lines = g_strjoinv("/", (char **)node->text.lines);
        g_string_append_printf(out, "%s %.2f,%.2f\n", lines, x + node->text.x, y + node->text.y);
    }
}

/* Texts of the groups of a class with their baselines' places within the frame, each on a line. */
static void collect_places(const RkNode *node, const char *part, double x, double y, GString *out)
{
    for (; node != NULL; node = node->next) {
        if (node->kind != RK_NODE_GROUP)
            continue;
        double left = x + node->group.x, top = y + node->group.y;
        if (node->meaning.class_name != NULL && strstr(node->meaning.class_name, part) != NULL)
            append_texts(node->group.first, left, top, out);
        else
            collect_places(node->group.first, part, left, top, out);
    }
}

static void assert_places(const RkScene *scene, const char *part, const char *expected)
{
    const RkNode *frame = scene_group(scene, "role-frame", 0);
    g_autoptr(GString) found = g_string_new(NULL);
    collect_places(frame->group.first, part, 0, 0, found);
    assert_string_equal(found->str, expected);
}

/* Width and height of the figure, and where its frame begins. */
static void assert_layout(const RkScene *scene, double width, double height, double x, double y)
{
    const RkNode *frame = scene_group(scene, "role-frame", 0);
    assert_int_equal((int)rk_scene_width(scene), (int)width);
    assert_int_equal((int)rk_scene_height(scene), (int)height);
    assert_int_equal((int)frame->group.x, (int)x);
    assert_int_equal((int)frame->group.y, (int)y);
}

static void test_axes(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure(
        SQUARE "mark: bar\nencoding: {x: {field: g, type: nominal}, y: {field: y, type: quantitative, axis: "
               "{title: [Height, in metres]}}}\n");
    assert_layout(scene, 150, 137, 45, 5);
    assert_places(scene, "role-axis-label",
                  "a 19.67,107.50\nb 53.00,107.50\nc 86.33,107.50\n"
                  "0 -6.50,103.50\n2 -6.50,81.28\n4 -6.50,59.06\n6 -6.50,36.83\n8 -6.50,14.61\n");
    assert_places(scene, "role-axis-title", "g 50.50,125.50\nHeight/in metres -30.50,50.50\n");
}

static void test_labels_give_way(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure(
        SQUARE
        "mark: point\nencoding: {x: {field: x, type: quantitative, axis: {labelOverlap: greedy, tickCount: 20}}}\n");
    assert_places(scene, "role-axis-label",
                  "0.0 0.50,115.50\n2.5 28.28,115.50\n4.0 44.94,115.50\n5.5 61.61,115.50\n7.0 78.28,115.50\n"
                  "8.5 94.94,115.50\n");
}

static void test_legends(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_figure(SQUARE "mark: point\nencoding:\n  " X "\n  color: {field: g, type: nominal, legend: {columns: 2, "
                           "orient: bottom, padding: 6}}\n  size: {field: s, type: quantitative}\n");
    assert_layout(scene, 163, 220, 6, 5);
    assert_places(scene, "role-legend-label",
                  "a 22.00,181.00\nb 55.00,181.00\nc 22.00,199.00\n"
                  "0 142.00,24.00\n20 142.00,39.50\n40 142.00,59.50\n60 142.00,82.00\n80 142.00,107.00\n");
    assert_places(scene, "role-legend-title", "g 6.00,165.00\ns 118.00,9.00\n");
    assert_true(has_group(scene, "Symbol legend titled 'g' for stroke color with 3 values: a, b, c"));
    assert_true(has_group(scene, "Symbol legend titled 's' for size with values from 0 to 90"));
}

/* Upright texts: 0.79 of 13 and of 12 are 10 and 9 to the right of their places at -52.5 and -21.5. */
static void test_title_beside(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure(
        SQUARE "mark: point\ntitle: {text: [One, Two], subtitle: below, anchor: start, orient: left, offset: "
               "10}\nencoding: {" X "}\n");
    assert_layout(scene, 170, 142, 58, 5);
    assert_places(scene, "role-title", "One/Two -42.50,132.00\nbelow -12.50,132.00\n");
}

static void test_two_scales(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure(SQUARE "encoding: {" X "}\nlayer:\n- {mark: line, encoding: {" Y
                                                  "}}\n- {mark: line, encoding: {y: {field: s, "
                                                  "type: quantitative}}}\nresolve: {scale: {y: independent}}\n");
    assert_layout(scene, 169, 146, 32, 9);
    assert_places(scene, "role-axis-title", "x 50.50,130.50\ny -17.50,50.50\ns 123.50,50.50\n");
    assert_places(scene, "role-axis-label",
                  "2 13.00,115.50\n4 38.00,115.50\n6 63.00,115.50\n8 88.00,115.50\n"
                  "0 -6.50,103.50\n2 -6.50,81.28\n4 -6.50,59.06\n6 -6.50,36.83\n8 -6.50,14.61\n"
                  "0 107.50,103.50\n20 107.50,81.28\n40 107.50,59.06\n60 107.50,36.83\n80 107.50,14.61\n");
}

static void test_fitted(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_figure(ROWS "width: 200\nheight: 150\nautosize: {type: fit, contains: padding}\nmark: bar\nencoding: {" X
                         ", " Y "}\n");
    const RkNode *frame = scene_group(scene, "role-frame", 0);
    assert_layout(scene, 200, 150, 32, 5);
    assert_int_equal((int)frame->group.width, 162);
    assert_int_equal((int)frame->group.height, 108);
    g_autoptr(RkScene) stepped = draw_figure(
        ROWS "width: {step: 30}\nheight: 100\nmark: bar\nencoding: {x: {field: g, type: nominal}, " Y "}\n");
    assert_layout(stepped, 127, 137, 32, 5);
    assert_int_equal((int)scene_group(stepped, "role-frame", 0)->group.width, 90);
}

/* What a figure says outranks what its config says of some axes, and that what it says of all. */
static void test_precedence(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_figure(SQUARE "config: {axis: {labelFontSize: 8}, axisX: {labelFontSize: 9}, axisXQuantitative: "
                           "{labelFontSize: 12}, style: {guide-label: {fontSize: 30}}}\nmark: point\nencoding: {" X
                           ", y: {field: y, type: quantitative, axis: {labelFontSize: 14}}}\n");
    const RkNode *x = scene_group(scene, "role-axis-label", 0), *y = scene_group(scene, "role-axis-label", 1);
    assert_true(nth_node(x, 0)->text.font.size == 12);
    assert_true(nth_node(y, 0)->text.font.size == 14);
    g_autoptr(RkScene) styled = draw_figure(SQUARE "config: {style: {guide-label: {fontSize: 30, fill: red}}}\nmark: "
                                                   "point\nencoding: {" X "}\n");
    const RkNode *label = nth_node(scene_group(styled, "role-axis-label", 0), 0);
    assert_true(label->text.font.size == 30);
    assert_true(label->style.fill.color.red == 1);
}

static void test_conditions(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = draw_figure(
        SQUARE
        "mark: point\nencoding: {x: {field: x, type: quantitative, axis: {tickSize: {condition: {test: "
        "datum.value === 4, value: 12}, value: 3}, labelColor: {condition: [{test: {field: value, gt: 6}, value: "
        "red}, {test: \"datum.label === '0'\", value: blue}], value: black}}}}\n");
    const RkNode *ticks = scene_group(scene, "role-axis-tick", 0), *labels = scene_group(scene, "role-axis-label", 0);
    assert_true(nth_node(ticks, 0)->rule.y2 - nth_node(ticks, 0)->rule.y == 3);
    assert_true(nth_node(ticks, 2)->rule.y2 - nth_node(ticks, 2)->rule.y == 12);
    assert_true(nth_node(labels, 0)->style.fill.color.blue == 1);
    assert_true(nth_node(labels, 4)->style.fill.color.red == 1);
    assert_true(nth_node(labels, 2)->style.fill.color.red == 0);
}

static void test_titles_of_layers(void **state)
{
    (void)state;
    g_autoptr(RkScene) made = draw_figure(SQUARE "encoding: {" X "}\nlayer:\n- {mark: line, encoding: {" Y
                                                 "}}\n- {mark: point, encoding: {y: {aggregate: mean, field: s}}}\n");
    assert_true(has_group(made, "Y-axis titled 'y, Mean of s'"));
    g_autoptr(RkScene) written =
        draw_figure(SQUARE "encoding: {" X "}\nlayer:\n- {mark: line, encoding: {" Y
                           "}}\n- {mark: point, encoding: {y: {field: s, type: quantitative, title: Both}}}\n");
    assert_true(has_group(written, "Y-axis titled 'Both'"));
}

static void test_refused(void **state)
{
    (void)state;
#define AXIS(properties) SQUARE "mark: point\nencoding: {x: {field: x, type: quantitative, axis: {" properties "}}}\n"
    assert_figure_fails(AXIS("labelColor: nocolour"),
                        "figure.yaml:7:65: \"nocolour\" is not a colour (write a CSS colour "
                        "such as #2B5C97)");
    assert_figure_fails(AXIS("orient: left"),
                        "figure.yaml:7:61: an x axis cannot stand at the left (write top or bottom)");
    assert_figure_fails(AXIS("tickCount: month"), "figure.yaml:7:64: intervals of time count off a scale of times, and "
                                                  "this one is linear (write a number)");
    assert_figure_fails(AXIS("labelExpr: datum.value +"), "figure.yaml:7:77: expected a value, found the end");
    assert_figure_fails(AXIS("format: zzz"),
                        "figure.yaml:7:61: \"zzz\" is not a number format ([[fill]align][sign][symbol][0][width][,]"
                        "[.precision][~][type], as in \",.1f\" or \".0%\")");
    assert_figure_fails(AXIS("offset: 1e9"), "figure.yaml:1:1: the figure would be 118 × 1e+09 pixels large (look at "
                                             "sizes, padding, offsets and domains)");
}

static void test_sizes_refused(void **state)
{
    (void)state;
#define BARS(size) ROWS size "\nmark: bar\nencoding: {x: {field: g, type: nominal}, " Y "}\n"
    assert_figure_fails(BARS("width: 1e9"), "figure.yaml:4:8: a length must be from 0 to 32767 pixels");
    assert_figure_fails(BARS("width: -1"), "figure.yaml:4:8: a length must be from 0 to 32767 pixels");
    assert_figure_fails(BARS("width: {step: 1e7}"),
                        "figure.yaml:4:8: the panel would be 3e+06 pixels wide, and no picture is larger than 32767 "
                        "(give a smaller step, or filter the rows)");
    assert_figure_fails(
        BARS("width: 50\nheight: 50\npadding: 100\nautosize: {type: fit, contains: padding}"),
        "figure.yaml:1:1: what stands around the panel leaves no room for it (-177 × -177 pixels) (make "
        "the figure larger, or its padding and labels smaller)");
    assert_figure_warns(
        BARS("width: container"),
        "figure.yaml:4:8: warning: a static picture has no container: it is drawn 300 pixels large (give "
        "a number of pixels)");
}

static void test_told(void **state)
{
    (void)state;
    assert_figure_warns(ROWS "layer:\n- {title: Mine, mark: point, encoding: {" X ", " Y "}}\n",
                        "figure.yaml:5:11: warning: the title of a layer is not drawn (write it beside `layer`)");
    assert_figure_warns(
        "data: {values: [{a: x, b: 1, c: p}, {a: y, b: 2, c: q}]}\nmark: point\nencoding: {x: {field: b}, "
        "y: {field: a}, color: {field: c, legend: {columns: 2}}}\n",
        "figure.yaml:3:69: warning: columns has no effect in the look of reports (leave it out, or let "
        "$schema bring the grammar's own look)");
    assert_figure_warns(
        ROWS "mark: point\nencoding: {" X ", color: {field: g, type: nominal, legend: {symbolLimit: 2}}}\n",
        "figure.yaml:5:54: warning: the legend of channel color lists 1 of 3 entries (raise symbolLimit, "
        "or 0 for none)");
}

/* Sizes of layers are those of the figure. */
static void test_size_of_a_layer(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene =
        draw_figure(ROWS "layer:\n- {width: 70, height: 50, mark: point, encoding: {" X ", " Y "}}\n");
    assert_int_equal((int)scene_group(scene, "role-frame", 0)->group.width, 70);
    assert_int_equal((int)scene_group(scene, "role-frame", 0)->group.height, 50);
}

/* A line one pixel wide is sharp half a pixel beside the grid of pixels; our own look has no such frames. */
static void thin_frames_are_sharp(void **state)
{
    (void)state;
    static const char rest[] = "data: {values: [{a: 1}]}\nconfig: {view: {stroke: red}}\nmark: point\n"
                               "encoding: {x: {field: a, type: quantitative}}\n";
    g_autofree char *text = g_strconcat("$schema: https://vega.github.io/schema/vega-lite/v6.json\n", rest, NULL);
    g_autoptr(RkScene) scene = draw_figure(text);
    assert_float_equal(scene_group(scene, "role-frame", 0)->group.shift, 0.5, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thin_frames_are_sharp),
        cmocka_unit_test(test_axes),
        cmocka_unit_test(test_labels_give_way),
        cmocka_unit_test(test_legends),
        cmocka_unit_test(test_title_beside),
        cmocka_unit_test(test_two_scales),
        cmocka_unit_test(test_fitted),
        cmocka_unit_test(test_precedence),
        cmocka_unit_test(test_conditions),
        cmocka_unit_test(test_titles_of_layers),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_sizes_refused),
        cmocka_unit_test(test_told),
        cmocka_unit_test(test_size_of_a_layer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
