/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the linter says of a drawing, and where it keeps silent. On the fake measurer a text of size 10 is 5 wide for
 * each character, 7 high above its baseline and 2 deep below.
 */
#include "unit.h"

#include "support-measure.h"
#include "scene/scene.h"

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

static void assert_lint(const RkScene *scene, const char *expected)
{
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    rk_scene_lint(scene, fake_measurer(), diagnostics);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *line = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        g_string_append_printf(all, "%s\n", line);
    }
    assert_string_equal(all->str, expected);
}

static void test_lint_edges(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 50);
    RkNode *group = rk_scene_add_group(scene, rk_scene_root(scene), "panel", 50, 20);
    RkNode *text = add_text(scene, group, 30, 0, "four"); /* ends at 100 */
    assert_lint(scene, "");
    text->text.x = 32;
    assert_lint(scene, "warning: the text \"four\" leaves the picture (give it more room or fewer words)\n");
    text->style.opacity = 0;
    assert_lint(scene, "");
    text->style.opacity = 1;
    text->text.x = 10;
    group->group.clip = TRUE;
    group->group.width = 25;
    group->group.height = 50;
    text->text.y = 10;
    assert_lint(scene, "warning: the text \"four\" is cut off at its frame\n");
    text->text.x = 5;
    assert_lint(scene, "");
    /* Turned by a right angle it needs 20 of height: from 20 + 15 up to 15. */
    text->text.angle = -90;
    text->text.y = 15;
    text->text.x = 12;
    group->group.clip = FALSE;
    assert_lint(scene, "");
    text->text.y = -5;
    assert_lint(scene, "warning: the text \"four\" leaves the picture (give it more room or fewer words)\n");
}

static void test_lint_overlap(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(200, 100);
    RkNode *first = add_text(scene, rk_scene_root(scene), 10, 50, "first"); /* 10–35 */
    RkNode *second = add_text(scene, rk_scene_root(scene), 35.5, 50, "second");
    assert_lint(scene, "");
    second->text.x = 30;
    assert_lint(scene, "warning: the text \"second\" lies over \"first\"\n");
    second->text.y = 60;
    assert_lint(scene, "");
    /* Bounding boxes overlap, the turned boxes do not. */
    first->text.lines = rk_scene_lines(scene, "a rather long text");
    first->text.angle = 45;
    first->text.x = 60;
    first->text.y = 20;
    second->text.x = 60;
    second->text.y = 75;
    assert_lint(scene, "");
    second->text.x = 85;
    second->text.y = 60;
    assert_lint(scene, "warning: the text \"second\" lies over \"a rather long text\"\n");
    /* A halo is the same text underneath. */
    *second = *first;
    second->next = NULL;
    assert_lint(scene, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lint_edges), cmocka_unit_test(test_lint_overlap)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
