/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes around outlines, worked out on paper. On the fake measurer a text of size 10 is 5 wide for each character, 7
 * high above its baseline and 2 deep below.
 */
#include "unit.h"

#include <math.h>

#include "scene/bounds.h"
#include "support-measure.h"

static void assert_bounds(const RkNode *node, double left, double top, double right, double bottom)
{
    RkBounds bounds = rk_node_bounds(node, fake_measurer());
    assert_float_equal(bounds.left, left, 1e-9);
    assert_float_equal(bounds.top, top, 1e-9);
    assert_float_equal(bounds.right, right, 1e-9);
    assert_float_equal(bounds.bottom, bottom, 1e-9);
}

static RkNode *add_path(RkScene *scene, RkPathBuilder *builder)
{
    RkNode *node = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_PATH);
    node->path.path = rk_path_take(builder, scene);
    return node;
}

/* y = 3·10·t(1−t), at most 7.5 in the middle; the control points reach 10. */
static void test_curve(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 100);
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_path_move(builder, 0, 0);
    rk_path_curve(builder, 0, 10, 10, 10, 10, 0);
    RkNode *node = add_path(scene, builder);
    assert_bounds(node, 0, 0, 10, 7.5);
    node->path.x = 5;
    node->path.y = -1;
    assert_bounds(node, 5, -1, 15, 6.5);
}

/* From 3 to 6 o'clock: the quarter in between is at the end; from 1:30 to 7:30 both 3 and 6 o'clock are passed. */
static void test_arc(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 100);
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_path_arc(builder, 50, 50, 10, 0, G_PI_2);
    assert_bounds(add_path(scene, builder), 50, 50, 60, 60);
    rk_path_arc(builder, 50, 50, 10, 3 * G_PI_4, -G_PI_4);
    assert_bounds(add_path(scene, builder), 50 - 10 * sqrt(0.5), 50 - 10 * sqrt(0.5), 60, 60);
    rk_path_arc(builder, 0, 0, 10, 0, 2 * G_PI);
    rk_path_close(builder);
    rk_path_move(builder, 20, 0);
    rk_path_line(builder, 30, 1);
    assert_bounds(add_path(scene, builder), -10, -10, 30, 10);
}

static void test_symbol(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 100);
    RkNode *node = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_SYMBOL);
    node->symbol.shape = "square";
    node->symbol.size = 100;
    node->symbol.x = 20;
    assert_bounds(node, 15, -5, 25, 5);
    node->symbol.angle = 45;
    assert_bounds(node, 20 - sqrt(50), -sqrt(50), 20 + sqrt(50), sqrt(50));
    node->symbol.shape = "no such shape";
    assert_bounds(node, 20, 0, 20, 0);
}

static void test_text(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 100);
    RkNode *node = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_TEXT);
    node->text.x = 50;
    node->text.y = 20;
    node->text.lines = rk_scene_lines(scene, "four\nfives");
    node->text.font = (RkFont){.size = 10, .weight = 400};
    node->text.line_height = 12;
    assert_bounds(node, 50, 13, 75, 34);
    node->text.align = RK_ALIGN_RIGHT;
    assert_bounds(node, 25, 13, 50, 34);
    node->text.angle = 90;
    assert_bounds(node, 36, -5, 57, 20);
}

static void test_rule_rect_group(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 100);
    RkNode *rule = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_RULE);
    rule->rule.x = 10;
    rule->rule.y = 5;
    rule->rule.x2 = 4;
    rule->rule.y2 = 8;
    assert_bounds(rule, 4, 5, 10, 8);
    RkNode *group = rk_scene_add_group(scene, rk_scene_root(scene), "frame", 3, 4);
    group->group.width = 20;
    group->group.height = 30;
    assert_bounds(group, 3, 4, 23, 34);
    RkNode *rect = rk_scene_add(scene, group, RK_NODE_RECT);
    rect->rect.x = 1;
    rect->rect.y = 2;
    rect->rect.width = 3;
    rect->rect.height = 4;
    assert_bounds(rect, 1, 2, 4, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_curve),           cmocka_unit_test(test_arc),
        cmocka_unit_test(test_symbol),          cmocka_unit_test(test_text),
        cmocka_unit_test(test_rule_rect_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
