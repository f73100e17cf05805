/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF: what poppler's pdftotext finds in it, and that its bytes depend on nothing but the drawing and
 * SOURCE_DATE_EPOCH.
 */
#include "unit.h"

#include "render/render.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static RkScene *sample_scene(void)
{
    RkScene *scene = rk_scene_new(400, 200);
    rk_scene_set_document(scene, "Dalis – „didelė“", "A description", "lt");
    static const char *const texts[] = {"Žemė ir šalys", "−12,5 %", "turned"};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        RkNode *node = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_TEXT);
        node->text.x = 20;
        node->text.y = 30 + 40.0 * i;
        node->text.lines = rk_scene_lines(scene, texts[i]);
        node->text.font = (RkFont){.size = 12, .weight = i == 0 ? 600 : 400, .tabular = TRUE};
        node->text.angle = i == 2 ? 90 : 0;
        node->style.fill = (RkPaint){TRUE, {0, 0, 0, 1}};
    }
    RkNode *rect = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_RECT);
    rect->rect.width = rect->rect.height = 10;
    rect->style.fill = (RkPaint){TRUE, {0, 0, 1, 1}};
    rect->meaning.href = "https://example.org/it's";
    return scene;
}

static GBytes *render(void)
{
    g_autoptr(RkScene) scene = sample_scene();
    GBytes *file = rk_render(rk_renderer_find("pdf"), scene, NULL, NULL);
    assert_non_null(file);
    return file;
}

static gboolean contains(GBytes *file, const char *part)
{
    gsize size;
    const char *data = g_bytes_get_data(file, &size);
    return memmem(data, size, part, strlen(part)) != NULL;
}

/* What a program prints about the file; NULL when there is no such program. */
static char *ask(GBytes *file, const char *program, const char *option)
{
    g_autofree char *path = NULL;
    char *output = NULL;
    int descriptor = g_file_open_tmp("rodiklis-XXXXXX.pdf", &path, NULL);
    assert_true(descriptor >= 0);
    close(descriptor);
    assert_true(g_file_set_contents(path, g_bytes_get_data(file, NULL), (gssize)g_bytes_get_size(file), NULL));
    const char *const arguments[] = {program, option, path, "-", NULL};
    g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                 NULL, NULL, NULL);
    g_unlink(path);
    return output;
}

static void test_text(void **state)
{
    (void)state;
    g_autoptr(GBytes) file = render();
    g_autofree char *text = ask(file, "pdftotext", "-raw");
    if (text == NULL)
        skip();
    assert_non_null(strstr(text, "Žemė ir šalys\n"));
    assert_non_null(strstr(text, "−12,5 %\n"));
    assert_non_null(strstr(text, "turned\n"));
}

static void test_page(void **state)
{
    (void)state;
    g_autoptr(GBytes) file = render();
    /* 400 × 200 pixels of 1/96 inch are 300 × 150 points of 1/72. */
    assert_true(contains(file, "/MediaBox [ 0 0 300 150 ]"));
    assert_true(contains(file, "/CreationDate (19700101000000Z"));
    assert_true(contains(file, "(https://example.org/it's)"));
    assert_false(contains(file, "/ModDate"));
}

/* Cairo drops what an opaque page-filling shape hides; links before, around and after it must not break the file. */
static void test_covered_page(void **state)
{
    (void)state;
    g_autoptr(RkScene) scene = sample_scene();
    rk_scene_root(scene)->style.fill = (RkPaint){TRUE, {1, 1, 1, 1}};
    g_autoptr(GBytes) background = rk_render(rk_renderer_find("pdf"), scene, NULL, NULL);
    assert_non_null(background);
    assert_true(contains(background, "(https://example.org/it's)"));
    rk_scene_root(scene)->meaning.href = "https://example.org/all";
    RkNode *cover = rk_scene_add(scene, rk_scene_root(scene), RK_NODE_RECT);
    cover->rect.width = 400;
    cover->rect.height = 200;
    cover->style.fill = (RkPaint){TRUE, {1, 1, 1, 1}};
    cover->meaning.href = "https://example.org/cover";
    g_autoptr(GBytes) covered = rk_render(rk_renderer_find("pdf"), scene, NULL, NULL);
    assert_non_null(covered);
    assert_true(contains(covered, "%%EOF"));
}

static void test_same_bytes(void **state)
{
    (void)state;
    g_autoptr(GBytes) first = render();
    g_usleep(1100000); /* the clock of a PDF counts seconds */
    g_autoptr(GBytes) second = render();
    assert_true(g_bytes_equal(first, second));
    g_setenv("SOURCE_DATE_EPOCH", "1700000000", TRUE);
    g_autoptr(GBytes) dated = render();
    assert_true(contains(dated, "/CreationDate (20231114221320Z"));
    g_setenv("SOURCE_DATE_EPOCH", "soon", TRUE);
    g_autoptr(GBytes) undated = render();
    assert_true(g_bytes_equal(first, undated));
    g_unsetenv("SOURCE_DATE_EPOCH");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_covered_page),
        cmocka_unit_test(test_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
