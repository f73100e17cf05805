/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paths that must stay below a project folder: as written, and through symbolic links.
 */
#include "unit-folder.h"

#include "base/file.h"

#include <unistd.h>

static void assert_refused(const char *root, const char *base, const char *path, const char *expected)
{
    GError *error = NULL;
    assert_null(rk_file_resolve_below(root, base, path, NULL, (RkPlace){"fig.yaml", 3, 7}, &error));
    assert_int_equal(error->code, RK_ERROR_SPEC);
    assert_error(&error, expected);
}

#define STAY " (paths are relative to the project and stay inside it)"

static void test_resolve(void **state)
{
    (void)state;
    g_autofree char *root = in_folder("project");
    g_autofree char *plots = in_folder("project/plots");
    g_autofree char *data = in_folder("project/data.csv");
    g_autofree char *sibling = in_folder("project-other");
    assert_int_equal(g_mkdir_with_parents(plots, 0700), 0);
    assert_int_equal(g_mkdir_with_parents(sibling, 0700), 0);
    put(data, "a\n");
    g_autofree char *found = rk_file_resolve_below(root, plots, "../data.csv", NULL, RK_NOWHERE, NULL);
    assert_string_equal(found, data);
    g_autofree char *later = rk_file_resolve_below(root, root, "new/folder/../out.svg", NULL, RK_NOWHERE, NULL);
    g_autofree char *wanted = in_folder("project/new/out.svg");
    assert_string_equal(later, wanted);
    assert_refused(root, plots, "/etc/passwd", "fig.yaml:3:7: \"/etc/passwd\" is an absolute path" STAY);
    assert_refused(root, plots, "../../x", "fig.yaml:3:7: \"../../x\" leads out of the project folder" STAY);
    assert_refused(root, plots, "a/../../../x", "fig.yaml:3:7: \"a/../../../x\" leads out of the project folder" STAY);
    assert_refused(root, root, "../project-other/x",
                   "fig.yaml:3:7: \"../project-other/x\" leads out of the project folder" STAY);
    g_autofree char *whole = rk_file_resolve_below("/", "/", "etc/hostname", NULL, RK_NOWHERE, NULL);
    assert_string_equal(whole, "/etc/hostname");
}

static void test_resolve_links(void **state)
{
    (void)state;
    g_autofree char *root = in_folder("linked");
    g_autofree char *inner = in_folder("linked/inner");
    g_autofree char *out = in_folder("linked/out");
    g_autofree char *dangling = in_folder("linked/dangling");
    g_autofree char *self = in_folder("linked/self");
    g_autofree char *good = in_folder("linked/good");
    assert_int_equal(g_mkdir_with_parents(inner, 0700), 0);
    assert_int_equal(symlink("/etc", out), 0);
    assert_int_equal(symlink("/nowhere-at-all/x", dangling), 0);
    assert_int_equal(symlink("self", self), 0);
    assert_int_equal(symlink("inner", good), 0);
    assert_refused(root, root, "out/passwd",
                   "fig.yaml:3:7: \"out/passwd\" leads out of the project folder through a link" STAY);
    assert_refused(root, root, "out/no/such/file",
                   "fig.yaml:3:7: \"out/no/such/file\" leads out of the project folder through a link" STAY);
    assert_refused(root, root, "dangling",
                   "fig.yaml:3:7: \"dangling\" leads out of the project folder through a link" STAY);
    assert_refused(root, root, "self/x",
                   "fig.yaml:3:7: \"self/x\" leads out of the project folder through a link" STAY);
    g_autofree char *inside = rk_file_resolve_below(root, root, "good/data.csv", NULL, RK_NOWHERE, NULL);
    g_autofree char *wanted = in_folder("linked/good/data.csv");
    assert_string_equal(inside, wanted);
    /* A project that is itself reached through a link is fine. */
    g_autofree char *entrance = in_folder("entrance");
    assert_int_equal(symlink("linked", entrance), 0);
    g_autofree char *through = rk_file_resolve_below(entrance, entrance, "inner/x", NULL, RK_NOWHERE, NULL);
    assert_non_null(through);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_resolve),
        cmocka_unit_test(test_resolve_links),
    };
    return cmocka_run_group_tests(tests, make_folder, clear_folder);
}
