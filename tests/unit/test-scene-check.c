/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What rk_scene_check() lets through and what it refuses, with the whole message each time.
 */
#include "unit.h"

#include "base/limits.h"
#include "scene/scene.h"

#include <math.h>

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

static void assert_refused(const RkScene *scene, const char *expected)
{
    GError *error = NULL;
    assert_false(rk_scene_check(scene, &error));
    assert_error(&error, expected);
}

static void test_check_numbers(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 50);
    RkNode *panel = rk_scene_add_group(scene, rk_scene_root(scene), "panel", 0, 0);
    RkNode *rect = rk_scene_add(scene, panel, RK_NODE_RECT);
    rect = rk_scene_add(scene, panel, RK_NODE_RECT);
    rect->rect.width = NAN;
    assert_refused(scene, "root > panel > rect 2: width is not a finite number");
    rect->rect.width = -3;
    assert_refused(scene, "root > panel > rect 2: width is -3, below 0");
    rect->rect.width = -1e-9;
    assert_true(rk_scene_check(scene, NULL));
    rect->rect.x = 1.5e6;
    rect->meaning.class_name = "mark-rect";
    assert_refused(scene, "root > panel > mark-rect: x is 1.5e+06, beyond 1e+06");
    rect->rect.x = -INFINITY;
    assert_refused(scene, "root > panel > mark-rect: x is not a finite number");
    rect->rect.x = 0;
    rect->style.opacity = 1.5;
    assert_refused(scene, "root > panel > mark-rect: opacity is 1.5, beyond 1");
    rect->style.opacity = 1;
    rect->style.fill = (RkPaint){TRUE, {0, 0, NAN, 1}};
    assert_refused(scene, "root > panel > mark-rect: fill is not a finite number");
    rect->style.fill.set = FALSE;
    rect->style.dash = (const double[]){0, 0};
    rect->style.dash_count = 2;
    assert_refused(scene, "root > panel > mark-rect: dashes are shorter than 0.1 pixels");
    rect->style.dash = NULL;
    panel->group.x = 8e5;
    RkNode *inner = rk_scene_add_group(scene, panel, NULL, 8e5, 0);
    assert_refused(scene, "root > panel > group 3: x in the picture is 1.6e+06, beyond 1e+06");
    inner->group.x = 0;
    assert_true(rk_scene_check(scene, NULL));
    rk_scene_set_size(scene, INFINITY, 50);
    assert_refused(scene, "root: width of the picture is not a finite number");
}

static void test_check_texts(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 50);
    RkNode *text = add_text(scene, rk_scene_root(scene), 0, 0, "fine");
    text->meaning.label = "two\nlines";
    assert_true(rk_scene_check(scene, NULL));
    text->text.lines = (const char *const[]){"fine", "\xff", NULL};
    assert_refused(scene, "root > text 1: text is not valid UTF-8");
    text->text.lines = (const char *const[]){"a\x01", NULL};
    assert_refused(scene, "root > text 1: text holds the control character U+0001");
    text->text.lines = (const char *const[]){"a\u2028b", NULL};
    assert_refused(scene, "root > text 1: text holds the control character U+2028");
    text->text.lines = (const char *const[]){"a", NULL};
    text->meaning.label = "\uffff";
    assert_refused(scene, "root > text 1: label holds the control character U+FFFF");
    text->meaning.label = NULL;
    text->text.font.size = 1e5;
    assert_refused(scene, "root > text 1: font size is 100000, beyond 2000");
    text->text.font.size = 10;
    text->meaning.class_name = "\xc3(";
    assert_refused(scene, "root > text 1: class name is not valid UTF-8");
    text->meaning.class_name = NULL;
    rk_scene_set_document(scene, "bell \a", NULL, NULL);
    assert_refused(scene, "root: title holds the control character U+0007");
}

static void test_check_links(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 50);
    RkNode *rect = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_RECT);
    static const char *const fine[] = {"https://example.org/a?b=c:d", "mailto:a@example.org", "notes.html#a", "#here"};
    static const char *const bad[] = {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
                                      "data:text/html,x", "file:///etc/passwd"};
    for (guint i = 0; i < G_N_ELEMENTS(fine); i++) {
        rect->meaning.href = fine[i];
        assert_true(rk_scene_check(scene, NULL));
    }
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        rect->meaning.href = bad[i];
        assert_refused(scene, "root > rect 1: link is neither http, https, mailto nor relative");
    }
}

static void test_check_shapes(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 50);
    RkNode *symbol = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_SYMBOL);
    assert_refused(scene, "root > symbol 1: there is no such symbol");
    symbol->symbol.shape = "blob";
    assert_refused(scene, "root > symbol 1: there is no such symbol");
    symbol->symbol.shape = "cross";
    RkNode *path = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_PATH);
    path->path.path = (RkPath){(const guint8[]){RK_PATH_LINE}, 1, (const double[]){1, 2}, 2};
    assert_refused(scene, "root > path 2: path does not start with a move");
    path->path.path = (RkPath){(const guint8[]){RK_PATH_MOVE}, 1, (const double[]){1}, 1};
    assert_refused(scene, "root > path 2: path has 1 numbers for verbs that take 2");
    path->path.path = (RkPath){(const guint8[]){RK_PATH_MOVE, 9}, 2, (const double[]){1, 2}, 2};
    assert_refused(scene, "root > path 2: path has an unknown verb");
    path->path.path = (RkPath){0};
    assert_true(rk_scene_check(scene, NULL));
}

static void test_check_depth(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = rk_scene_new(100, 50);
    RkNode *group = rk_scene_root(scene);
    for (guint depth = 1; depth < RK_LIMIT_SCENE_DEPTH; depth++)
        group = rk_scene_add_group(scene, group, NULL, 0, 0);
    assert_true(rk_scene_check(scene, NULL));
    rk_scene_add_group(scene, group, NULL, 0, 0);
    assert_refused(scene, "the drawing nests more than 128 groups");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check_numbers), cmocka_unit_test(test_check_texts), cmocka_unit_test(test_check_links),
        cmocka_unit_test(test_check_shapes),  cmocka_unit_test(test_check_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
