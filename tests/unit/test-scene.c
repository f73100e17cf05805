/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene: memory, dump, boxes of text, outlines of symbols. Expected places are arithmetic on the fake
 * measurer.
 */
#include "unit.h"

#include "scene/symbol.h"
#include "scene/text-box.h"
#include "support-measure.h"
#include "support-near.h"

#include <math.h>
#include <string.h>

static RkNode *add_text(RkScene *scene, RkNode *parent, double x, double y, const char *text)
{
    RkNode *node = rk_scene_add(scene, parent, RK_NODE_TEXT);
    node->text.x = x;
    node->text.y = y;
    node->text.lines = rk_scene_lines(scene, text);
    node->text.font = (RkFont){.size = 10, .weight = 400};
    node->text.line_height = 12;
    node->style.fill = (RkPaint){TRUE, {0, 0, 0, 1}};
    return node;
}

static void test_builder(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 50);
    char name[] = "first";
    RkNode *group = rk_scene_add_group(scene, rk_scene_root(scene), name, 1, 2);
    name[0] = 'X';
    assert_string_equal(group->meaning.class_name, "first");
    RkNode *rect = rk_scene_add(scene, group, RK_NODE_RECT);
    RkNode *rule = rk_scene_add(scene, group, RK_NODE_RULE);
    assert_ptr_equal(group->group.first, rect);
    assert_ptr_equal(rect->next, rule);
    assert_ptr_equal(group->group.last, rule);
    assert_near(rect->style.opacity, 1, 0);
    assert_null(rk_scene_text(scene, NULL));
    assert_null(rk_scene_numbers(scene, NULL, 3));
    assert_null(rk_scene_lines(scene, NULL));
    const char *const *lines = rk_scene_lines(scene, "one\r\n\ttwo\n");
    assert_string_equal(lines[0], "one");
    assert_string_equal(lines[1], " two");
    assert_string_equal(lines[2], "");
    assert_null(lines[3]);
    assert_true(rk_scene_check(scene, NULL));
    rk_scene_ref(scene);
    rk_scene_unref(scene);
    assert_near(rk_scene_width(scene), 100, 0);
}

/* Every piece is where it was put, in blocks small and large. */
static void test_many_nodes(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 50);
    g_autofree char *large = g_strnfill(3 << 20, 'x');
    const char *copy = rk_scene_text(scene, large);
    for (guint i = 0; i < 100000; i++) {
        RkNode *node = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_RECT);
        node->rect.x = i % 1000;
        node->meaning.label = rk_scene_text(scene, "point");
        assert_int_equal((guintptr)node % 16, 0);
    }
    guint count = 0;
    for (const RkNode *node = rk_scene_root(scene)->group.first; node != NULL; node = node->next, count++) {
        assert_near(node->rect.x, count % 1000, 0);
        assert_string_equal(node->meaning.label, "point");
    }
    assert_int_equal(count, 100000);
    assert_string_equal(copy, large);
    assert_true(rk_scene_check(scene, NULL));
}

static void test_dump(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 50);
    rk_scene_set_document(scene, "A \"title\"", NULL, "lt");
    RkNode *panel = rk_scene_add_group(scene, rk_scene_root(scene), "panel", 10, -0.001);
    panel->group.clip = TRUE;
    RkNode *rect = rk_scene_add(scene, panel, RK_NODE_RECT);
    rect->rect.x = 1.005;
    rect->rect.width = 20;
    rect->rect.height = 1.0 / 3;
    rect->rect.corner_radius[2] = 2;
    rect->style.fill = (RkPaint){TRUE, {1, 0, 0, 0.5}};
    rect->style.stroke = (RkPaint){TRUE, {0, 0, 1, 1}};
    rect->style.stroke_width = 1.5;
    rect->style.opacity = 0.25;
    rect->style.dash = (const double[]){4, 2};
    rect->style.dash_count = 2;
    rect->style.cap = RK_CAP_ROUND;
    rect->meaning = (RkMeaning){NULL, "graphics-symbol", "bar", "Lietuva: 68,8\n%", "#a", TRUE};
    RkNode *text = add_text(scene, panel, 3, 4, "Žemė\nantra");
    text->text.angle = -90;
    text->text.font = (RkFont){"Georgia", 11, 600, TRUE, TRUE};
    text->text.align = RK_ALIGN_RIGHT;
    text->text.baseline = RK_BASELINE_MIDDLE;
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    assert_true(rk_path_is_empty(builder));
    rk_path_move(builder, 0, 0);
    rk_path_line(builder, 1, 1);
    rk_path_curve(builder, 1, 2, 3, 4, 5, 6);
    rk_path_arc(builder, 0, 0, 5, 0, 3.14159);
    rk_path_close(builder);
    RkNode *path = rk_scene_add(scene, panel, RK_NODE_PATH);
    path->path.path = rk_path_take(builder, scene);
    assert_true(rk_path_is_empty(builder));
    RkNode *symbol = rk_scene_add(scene, panel, RK_NODE_SYMBOL);
    symbol->symbol.shape = "diamond";
    symbol->symbol.size = 64;
    symbol->symbol.angle = 45;
    RkNode *rule = rk_scene_add(scene, panel, RK_NODE_RULE);
    rule->rule.x2 = 7;
    g_autofree char *dump = rk_scene_dump(scene);
    assert_string_equal(
        dump, "scene 100.00x50.00 title=\"A \\\"title\\\"\" language=\"lt\"\n"
              "  group 0.00,0.00 100.00x50.00\n"
              "    group 10.00,0.00 clip class=\"panel\"\n"
              "      rect 1.00,0.00 20.00x0.33 radius=0.00,0.00,2.00,0.00 fill=#ff0000/0.50 stroke=#0000ff width=1.50 "
              "opacity=0.25 dash=4.00,2.00 cap=round role=\"graphics-symbol\" description=\"bar\" "
              "label=\"Lietuva: 68,8\\n%\" href=\"#a\" hidden\n"
              "      text 3.00,4.00 \"Žemė\" \"antra\" family=\"Georgia\" size=11.00 weight=600 italic tabular right "
              "middle angle=-90.00 line-height=12.00 fill=#000000\n"
              "      path 0.00,0.00 M0.00,0.00L1.00,1.00C1.00,2.00,3.00,4.00,5.00,6.00A0.00,0.00,5.00,0.00,3.14Z\n"
              "      symbol 0.00,0.00 diamond size=64.00 angle=45.00\n"
              "      rule 0.00,0.00 7.00,0.00\n");
}

static void test_text_box(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 50);
    /* Size 10: ascent 9, descent 2, capitals 7, "abcd" is 20 wide; three lines 12 apart. */
    RkNode *text = add_text(scene, rk_scene_root(scene), 0, 0, "ab\nabcd\na");
    static const struct {
        RkBaseline baseline;
        double first;
    } baselines[] = {{RK_BASELINE_ALPHABETIC, 0},
                     {RK_BASELINE_TOP, 9},
                     {RK_BASELINE_MIDDLE, (7 - 24) / 2.0},
                     {RK_BASELINE_BOTTOM, -2 - 24}};
    for (guint i = 0; i < G_N_ELEMENTS(baselines); i++) {
        text->text.baseline = baselines[i].baseline;
        RkTextBox box = rk_text_box(text, fake_measurer());
        assert_int_equal(box.line_count, 3);
        assert_near(box.first_baseline, baselines[i].first, 1e-12);
        assert_near(box.top, baselines[i].first - 7, 1e-12);
        assert_near(box.bottom, baselines[i].first + 24 + 2, 1e-12);
    }
    static const double lefts[] = {0, -10, -20};
    for (guint align = 0; align < 3; align++) {
        text->text.align = (RkAlign)align;
        RkTextBox box = rk_text_box(text, fake_measurer());
        assert_near(box.left, lefts[align], 1e-12);
        assert_near(box.right, lefts[align] + 20, 1e-12);
    }
}

/* The area of a polygon by the shoelace formula. */
static double area_of(const char *shape, double size)
{
    g_autoptr(RkScene) scene = rk_scene_new(1, 1);
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    assert_true(rk_symbol_outline(shape, size, builder));
    RkPath path = rk_path_take(builder, scene);
    guint count = path.number_count / 2;
    double sum = 0;
    for (guint i = 0; i < count; i++) {
        const double *a = path.numbers + 2 * i;
        const double *b = path.numbers + 2 * ((i + 1) % count);
        sum += a[0] * b[1] - b[0] * a[1];
    }
    return fabs(sum) / 2;
}

static void test_symbols(void **state)
{
    (void)state;
    /* Around a square of side 10: two bars of 10 × 4, half the square, triangles of base 10 and height 5√3. */
    assert_near(area_of("square", 100), 100, 1e-9);
    assert_near(area_of("cross", 100), 2 * 40 - 16, 1e-9);
    assert_near(area_of("diamond", 100), 50, 1e-9);
    assert_near(area_of("triangle-up", 100), 25 * sqrt(3), 1e-9);
    assert_near(area_of("triangle-left", 100), 25 * sqrt(3), 1e-9);
    assert_near(area_of("triangle", 100), 25 * sqrt(3), 1e-9);
    assert_true(rk_symbol_is_open("stroke"));
    assert_false(rk_symbol_is_open("circle"));
    assert_false(rk_symbol_is_open("blob"));
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    assert_false(rk_symbol_outline("blob", 1, builder));
    assert_true(rk_path_is_empty(builder));
    guint count = 0;
    for (const char *const *name = rk_symbol_names(); *name != NULL; name++, count++)
        assert_true(rk_symbol_outline(*name, 30, builder));
    assert_int_equal(count, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_builder),  cmocka_unit_test(test_many_nodes), cmocka_unit_test(test_dump),
        cmocka_unit_test(test_text_box), cmocka_unit_test(test_symbols),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
