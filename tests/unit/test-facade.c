/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way from figure files to tables and drawings: where data may come from, and what is said when they may not.
 */
#include "unit.h"

#include <glib/gstdio.h>
#include <math.h>

#include "rodiklis.h"

static char *folder;

/* A fresh folder below the current one, so that messages name short paths. */
static int set_up(void **state)
{
    (void)state;
    g_autofree char *template = g_build_filename(g_get_tmp_dir(), "rodiklis-facade-XXXXXX", NULL);
    folder = g_strdup(g_mkdtemp(template));
    return folder == NULL || g_chdir(folder) != 0 || g_mkdir("project", 0700) != 0 || g_mkdir("project/plots", 0700);
}

static int tear_down(void **state)
{
    (void)state;
    static const char *const files[] = {"project/plots/a.yaml", "project/rodiklis.yaml", "project/data.csv",
                                        "secret.csv"};
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        (void)g_remove(files[i]);
    (void)g_rmdir("project/plots");
    (void)g_rmdir("project");
    int outcome = g_chdir("/") != 0 || g_rmdir(folder) != 0;
    g_free(folder);
    return outcome;
}

static void write_file(const char *path, const char *text)
{
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* The table behind a figure with this data, NULL with the error in place. */
static RkTable *table_of(const char *data, GError **error)
{
    g_autofree char *text = g_strdup_printf("data: %s\nmark: point\nencoding: {x: {field: a}}\n", data);
    write_file("project/plots/a.yaml", text);
    g_autoptr(RkFigure) figure = rk_figure_open("project/plots/a.yaml", NULL, NULL, error);
    return figure == NULL ? NULL : rk_figure_table(figure, NULL, error);
}

static void assert_refused(const char *data, const char *message)
{
    GError *error = NULL;
    assert_null(table_of(data, &error));
    assert_error(&error, message);
}

static void assert_numbers(const char *data, const double *expected, gsize count)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RkTable) table = table_of(data, &error);
    if (table == NULL)
        fail_msg("%s: %s", data, error->message);
    assert_int_equal(rk_table_rows(table), count);
    const RkColumn *column = rk_table_find(table, "a");
    assert_non_null(column);
    assert_int_equal(rk_column_type(column), RK_COLUMN_NUMBER);
    for (gsize i = 0; i < count; i++)
        assert_true(rk_column_numbers(column)[i] == expected[i]);
}

static void test_file(void **state)
{
    (void)state;
    write_file("project/rodiklis.yaml", "");
    write_file("project/data.csv", "a,b\n1.5,x\n-2,y\n");
    assert_numbers("{url: ../data.csv}", (double[]){1.5, -2}, 2);
    assert_numbers("{url: ../data.csv, format: {type: csv, parse: {a: number}}}", (double[]){1.5, -2}, 2);
}

static void test_values(void **state)
{
    (void)state;
    assert_numbers("{values: [{a: 1}, {a: 2.25}]}", (double[]){1, 2.25}, 2);
}

static void test_sequence(void **state)
{
    (void)state;
    assert_numbers("{sequence: {start: 1, stop: 2, step: 0.25, as: a}}", (double[]){1, 1.25, 1.5, 1.75}, 4);
    assert_numbers("{sequence: {start: 3, stop: 0, step: -1, as: a}}", (double[]){3, 2, 1}, 3);
    assert_numbers("{sequence: {start: 3, stop: 0, as: a}}", NULL, 0);
    assert_refused(
        "{sequence: {start: 0, stop: 1, step: 0}}",
        "project/plots/a.yaml:1:44: a sequence with the step 0 does not end (leave it out, or give a distance)");
    assert_refused("{sequence: {start: 0, stop: 1e300}}",
                   "project/plots/a.yaml:1:18: the sequence has more than 10485760 numbers (choose a wider step)");
}

static void test_refused_places(void **state)
{
    (void)state;
    write_file("secret.csv", "a\n1\n");
    assert_refused("{url: ../../secret.csv}",
                   "project/plots/a.yaml:1:13: \"../../secret.csv\" leads out of the project folder (paths stay inside "
                   "the project, which begins in the nearest folder upwards that holds a file rodiklis.yaml)");
    assert_refused("{url: 'https://example.org/a.csv'}",
                   "project/plots/a.yaml:1:13: data are not fetched from \"https://example.org/a.csv\" (keep a copy "
                   "beside the figure)");
    assert_refused("{format: {type: csv}}", "project/plots/a.yaml:1:7: the data come from nowhere (give a url, values, "
                                            "or the name of a data set)");
}

static void test_format_words(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_null(table_of("{url: ../data.csv, format: {type: csv, decimel: ','}}", &error));
    assert_non_null(strstr(error->message, "decimel"));
    assert_string_equal(rk_error_hint(error), "did you mean \"decimal\"?");
    assert_int_equal(rk_error_line(error), 1);
    assert_int_equal(rk_error_column(error), 46);
    g_clear_error(&error);
    assert_null(table_of("{url: ../data.csv, format: {type: cvs}}", &error));
    assert_string_equal(rk_error_hint(error), "did you mean \"csv\"?");
    g_clear_error(&error);
}

static void test_width(void **state)
{
    (void)state;
    GError *error = NULL;
    write_file("project/plots/a.yaml", "width: 300px\ndata: {values: [{a: 1}]}\nmark: point\n"
                                       "encoding: {x: {field: a}}\n");
    g_autoptr(RkFigure) figure = rk_figure_open("project/plots/a.yaml", "100mm", NULL, &error);
    assert_non_null(figure);
    g_autoptr(RkScene) scene = rk_figure_draw(figure, NULL, &error);
    assert_non_null(scene);
    /* 100 mm are 377.95… pixels of 1/96 inch. */
    assert_true(rk_scene_width(scene) == 378);
    assert_null(rk_figure_open("project/plots/a.yaml", "ten", NULL, &error));
    assert_true(g_error_matches(error, RK_ERROR, RK_ERROR_USAGE));
    assert_error(&error, "width: \"ten\" is not a length (a number of pixels, or one with px, pt, mm, cm or in)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_file),           cmocka_unit_test(test_values),       cmocka_unit_test(test_sequence),
        cmocka_unit_test(test_refused_places), cmocka_unit_test(test_format_words), cmocka_unit_test(test_width),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
