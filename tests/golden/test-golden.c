/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Golden scenes: every NAME.yaml of this folder is drawn and its scene compared, character by character, with
 * NAME.scene. Text is measured by a measurer without fonts, so that the scenes are the same on every machine; warnings
 * of the drawing and of the linter stand at the end. REGENERATE=1 writes the scenes anew: look at the pictures
 * (PICTURES=FOLDER makes one of every scene) before such a change is kept.
 */
#include "unit.h"

#include "rodiklis-private.h"
#include "support-measure.h"

#include <stdlib.h>
#include <string.h>

static const char *golden_folder(void)
{
    const char *data = g_getenv("TEST_DATA");
    return data != NULL ? data : ".";
}

static char *golden_path(const char *name, const char *ending)
{
    g_autofree char *file = g_strconcat(name, ending, NULL);
    return g_build_filename(golden_folder(), file, NULL);
}

static RkScene *draw(const char *path, RkDiagnostics *diagnostics)
{
    GError *error = NULL;
    g_autoptr(RkFigure) figure = rk_figure_open(path, NULL, diagnostics, &error);
    g_auto(RkFigureData) data = {0};
    RkPlotEnvironment environment = rk_figure_data_environment(&data, diagnostics);
    environment.measurer = fake_measurer();
    RkScene *scene = figure == NULL ? NULL : rk_plot(figure, &environment, &error);
    if (scene == NULL) {
        g_autofree char *described = rk_error_describe(error);
        g_clear_error(&error);
        fail_msg("%s", described);
    }
    return scene;
}

/* The scene and after it what was warned of, without the folder that the tree stands in. */
static char *describe(const RkScene *scene, const RkDiagnostics *diagnostics)
{
    g_autofree char *dump = rk_scene_dump(scene);
    GString *text = g_string_new(dump);
    if (text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c(text, '\n');
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *line = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        const char *after = g_str_has_prefix(line, golden_folder()) ? line + strlen(golden_folder()) + 1 : line;
        g_string_append_printf(text, "# %s\n", after);
    }
    return g_string_free(text, FALSE);
}

static void picture(const char *name, const RkScene *scene)
{
    const char *folder = g_getenv("PICTURES");
    if (folder == NULL)
        return;
    g_autofree char *file = g_strconcat(name, ".png", NULL);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    g_autoptr(GBytes) bytes = rk_render(rk_renderer_find("png"), scene, NULL, NULL);
    assert_non_null(bytes);
    assert_true(g_file_set_contents(path, g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes), NULL));
}

static void show_difference(const char *name, const char *expected, const char *got)
{
    g_auto(GStrv) left = g_strsplit(expected, "\n", -1);
    g_auto(GStrv) right = g_strsplit(got, "\n", -1);
    guint line = 0;
    while (left[line] != NULL && right[line] != NULL && strcmp(left[line], right[line]) == 0)
        line++;
    print_error("%s.scene:%u:\nexpected %s\ngot      %s\n", name, line + 1, left[line] != NULL ? left[line] : "its end",
                right[line] != NULL ? right[line] : "its end");
}

static void scene_is_as_kept(void **state)
{
    const char *name = *state;
    g_autofree char *figure_path = golden_path(name, ".yaml");
    g_autofree char *path = golden_path(name, ".scene");
    g_autofree char *kept = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkScene) scene = draw(figure_path, diagnostics);
    rk_scene_lint(scene, fake_measurer(), diagnostics);
    g_autofree char *text = describe(scene, diagnostics);
    picture(name, scene);
    if (g_getenv("REGENERATE") != NULL)
        assert_true(g_file_set_contents(path, text, -1, NULL));
    if (!g_file_get_contents(path, &kept, NULL, NULL))
        fail_msg("%s is not there: REGENERATE=1 writes it", path);
    if (strcmp(kept, text) == 0)
        return;
    show_difference(name, kept, text);
    fail_msg("the scene of %s has changed", name);
}

static int by_text(gconstpointer first, gconstpointer second)
{
    return strcmp(*(const char *const *)first, *(const char *const *)second);
}

/* The names of all figures in the folder, in order. */
static GPtrArray *figures(void)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) listing = g_dir_open(golden_folder(), 0, NULL);
    const char *file;
    while (listing != NULL && (file = g_dir_read_name(listing)) != NULL) {
        if (g_str_has_suffix(file, ".yaml"))
            g_ptr_array_add(names, g_strndup(file, strlen(file) - strlen(".yaml")));
    }
    g_ptr_array_sort(names, by_text);
    return names;
}

int main(int argc, char **argv)
{
    g_autoptr(GPtrArray) names = figures();
    g_autofree struct CMUnitTest *tests = g_new0(struct CMUnitTest, names->len + 1);
    guint count = 0;
    for (guint i = 0; i < names->len; i++) {
        char *name = g_ptr_array_index(names, i);
        if (argc < 2 || g_strv_contains((const char *const *)argv + 1, name))
            tests[count++] = (struct CMUnitTest){name, scene_is_as_kept, NULL, NULL, name};
    }
    if (count == 0) {
        print_error("no figure is in %s\n", golden_folder());
        return EXIT_FAILURE;
    }
    return _cmocka_run_group_tests("golden", tests, count, NULL, NULL);
}
