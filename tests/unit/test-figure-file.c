/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What surrounds a figure: the lengths of its picture, its folder and its project.
 */
#include "unit.h"

#include "spec/document.h"
#include "spec/figure.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static void refused(const char *text, const char *message)
{
    GError *error = NULL;
    assert_null(rk_figure_parse(text, strlen(text), "f.yaml", NULL, NULL, &error));
    assert_error(&error, message);
}

/* 1 inch is 96 pixels, 72 points, 25.4 mm. */
static void test_lengths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double pixels;
    } cases[] = {{"300", 300}, {"25.4mm", 96}, {"2.54 cm", 96}, {"6.5in", 624}, {"400px", 400}, {"72pt", 96}, {"0", 0}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        GError *error = NULL;
        g_autoptr(RkDocument) document = rk_document_parse(cases[i].text, strlen(cases[i].text), "l", &error);
        double pixels = -1;
        assert_true(rk_length_parse(rk_document_root(document), &pixels, &error));
        assert_true(fabs(pixels - cases[i].pixels) < 1e-9);
    }
    refused("mark: bar\nwidth: 165m",
            "f.yaml:2:8: \"165m\" is not a length (a number of pixels, or one with px, pt, mm, cm or in)");
    refused("mark: bar\nwidth: '0x10px'",
            "f.yaml:2:8: \"0x10px\" is not a length (a number of pixels, or one with px, pt, mm, cm or in)");
    refused("mark: bar\nwidth: -1mm",
            "f.yaml:2:8: \"-1mm\" is not a length (a number of pixels, or one with px, pt, mm, cm or in)");
    refused("mark: bar\nwidth: -1", "f.yaml:2:8: a length must be from 0 to 32767 pixels");
    refused("mark: bar\nheight: 900in", "f.yaml:2:9: a length must be from 0 to 32767 pixels");
    refused("mark: bar\nwidth: {step: 5m}", "f.yaml:2:15: width.step must be a number, not a text");
}

static void write_file(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void remove_file(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_remove(path);
}

static void test_project(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autofree char *root = g_dir_make_tmp("rodiklis-XXXXXX", NULL);
    g_autofree char *folder = g_build_filename(root, "plots", "a", NULL);
    g_autofree char *path = g_build_filename(folder, "f.yaml", NULL);
    assert_int_equal(g_mkdir_with_parents(folder, 0700), 0);
    write_file(folder, "f.yaml", "mark: bar\n");
    g_autoptr(RkFigure) alone = rk_figure_load(path, NULL, NULL, &error);
    assert_string_equal(rk_figure_folder(alone), folder);
    assert_string_equal(rk_figure_project(alone), folder);
    write_file(root, "rodiklis.yaml", "");
    g_autoptr(RkFigure) figure = rk_figure_load(path, NULL, NULL, &error);
    assert_string_equal(rk_figure_folder(figure), folder);
    assert_string_equal(rk_figure_project(figure), root);
    assert_null(rk_figure_load(root, NULL, NULL, &error));
    g_clear_error(&error);
    remove_file(folder, "f.yaml");
    remove_file(root, "rodiklis.yaml");
    g_rmdir(folder);
    g_autofree char *plots = g_build_filename(root, "plots", NULL);
    g_rmdir(plots);
    g_rmdir(root);
}

/* Without a file the current folder is the figure's own. */
static void test_nowhere(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkFigure) figure = rk_figure_parse("mark: bar", 9, NULL, NULL, NULL, &error);
    g_autofree char *current = g_get_current_dir();
    assert_string_equal(rk_figure_folder(figure), current);
    assert_null(rk_figure_file(figure));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_project),
        cmocka_unit_test(test_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
