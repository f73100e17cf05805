/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files in a folder made for the test. Failing writes are provoked by the file size limit of the process, /dev/full and
 * paths that cannot be.
 */
#include "unit.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char *folder;

static int make_folder(void **state)
{
    (void)state;
    g_autofree char *made = g_dir_make_tmp("rodiklis-file-XXXXXX", NULL);
    /* The folder for temporary files may itself stand behind a link. */
    folder = made != NULL ? realpath(made, NULL) : NULL;
    return folder == NULL;
}

static void remove_all(const char *path)
{
    GDir *listing = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
    const char *name;
    while (listing != NULL && (name = g_dir_read_name(listing)) != NULL) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        remove_all(inner);
    }
    if (listing != NULL)
        g_dir_close(listing);
    g_remove(path);
}

static int clear_folder(void **state)
{
    (void)state;
    remove_all(folder);
    free(folder);
    return 0;
}

static char *in_folder(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static void put(const char *path, const char *text)
{
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void assert_holds(const char *path, const char *expected)
{
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_string_equal(text, expected);
}

static guint entries(const char *path)
{
    g_autoptr(GDir) listing = g_dir_open(path, 0, NULL);
    guint count = 0;
    while (g_dir_read_name(listing) != NULL)
        count++;
    return count;
}

static void test_read(void **state)
{
    (void)state;
    g_autofree char *path = in_folder("read.txt");
    put(path, "twelve bytes");
    GError *error = NULL;
    g_autoptr(GBytes) bytes = rk_file_read(path, 12, &error);
    assert_null(error);
    assert_int_equal(g_bytes_get_size(bytes), 12);
    assert_string_equal(g_bytes_get_data(bytes, NULL), "twelve bytes");
    assert_null(rk_file_read(path, 11, &error));
    g_autofree char *too_long = g_strdup_printf("%s: is longer than 11 bytes", path);
    assert_int_equal(error->code, RK_ERROR_LIMIT);
    assert_error(&error, too_long);
    assert_null(rk_file_read(folder, 100, &error));
    g_autofree char *no_file = g_strdup_printf("%s: is a folder, not a file", folder);
    assert_error(&error, no_file);
    g_autofree char *absent = in_folder("absent");
    assert_null(rk_file_read(absent, 100, &error));
    g_autofree char *missing = g_strdup_printf("%s: cannot be opened: No such file or directory", absent);
    assert_int_equal(error->code, RK_ERROR_IO);
    assert_error(&error, missing);
}

static void test_read_without_size(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(GBytes) nothing = rk_file_read("/dev/null", 0, &error);
    assert_int_equal(g_bytes_get_size(nothing), 0);
    assert_string_equal(g_bytes_get_data(nothing, NULL), "");
    assert_null(rk_file_read("/dev/zero", 1000000, &error));
    assert_error(&error, "/dev/zero: is longer than 1000000 bytes");
}

static void test_standard_streams(void **state)
{
    (void)state;
    g_autofree char *path = in_folder("stream.txt");
    put(path, "from the pipe");
    int kept = dup(STDIN_FILENO);
    int stream = g_open(path, O_RDONLY, 0);
    assert_true(dup2(stream, STDIN_FILENO) == STDIN_FILENO);
    g_autoptr(GBytes) bytes = rk_file_read("-", 100, NULL);
    dup2(kept, STDIN_FILENO);
    close(kept);
    close(stream);
    assert_string_equal(g_bytes_get_data(bytes, NULL), "from the pipe");
    g_autofree char *out = in_folder("out.txt");
    fflush(stdout);
    kept = dup(STDOUT_FILENO);
    stream = g_open(out, O_WRONLY | O_CREAT, 0600);
    dup2(stream, STDOUT_FILENO);
    gboolean changed = FALSE;
    gboolean written = rk_file_replace("-", bytes, &changed, NULL);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(stream);
    assert_true(written && changed);
    assert_holds(out, "from the pipe");
}

static void test_replace(void **state)
{
    (void)state;
    g_autofree char *path = in_folder("figure.svg");
    g_autoptr(GBytes) first = g_bytes_new_static("<svg/>", 6);
    g_autoptr(GBytes) second = g_bytes_new_static("<svg></svg>", 11);
    guint before = entries(folder);
    gboolean changed = FALSE;
    mode_t mask = umask(027);
    assert_true(rk_file_replace(path, first, &changed, NULL));
    umask(mask);
    assert_true(changed);
    assert_holds(path, "<svg/>");
    struct stat made, same, replaced;
    assert_int_equal(stat(path, &made), 0);
    assert_int_equal(made.st_mode & 07777, 0640);
    assert_true(rk_file_replace(path, first, &changed, NULL));
    assert_false(changed);
    assert_int_equal(stat(path, &same), 0);
    assert_int_equal(same.st_ino, made.st_ino);
    assert_int_equal(chmod(path, 0604), 0);
    assert_true(rk_file_replace(path, second, &changed, NULL));
    assert_true(changed);
    assert_holds(path, "<svg></svg>");
    assert_int_equal(stat(path, &replaced), 0);
    assert_int_equal(replaced.st_mode & 07777, 0604);
    assert_int_equal(entries(folder), before + 1);
}

static void test_replace_behind_link(void **state)
{
    (void)state;
    g_autofree char *behind = in_folder("behind.txt");
    g_autofree char *link = in_folder("link.txt");
    put(behind, "old");
    assert_int_equal(symlink("behind.txt", link), 0);
    g_autoptr(GBytes) bytes = g_bytes_new_static("new", 3);
    assert_true(rk_file_replace(link, bytes, NULL, NULL));
    assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    assert_holds(behind, "new");
}

/* The write breaks off in the middle; the old file must stay whole and nothing may be left beside it. */
static void test_broken_write(void **state)
{
    (void)state;
    g_autofree char *path = in_folder("kept.txt");
    put(path, "old content");
    guint before = entries(folder);
    g_autofree char *large = g_strnfill(100000, 'x');
    g_autoptr(GBytes) bytes = g_bytes_new_static(large, 100000);
    struct rlimit usual, tight;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &usual), 0);
    tight = usual;
    tight.rlim_cur = 4096;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    GError *error = NULL;
    gboolean written = rk_file_replace(path, bytes, NULL, &error);
    setrlimit(RLIMIT_FSIZE, &usual);
    signal(SIGXFSZ, handler);
    assert_false(written);
    g_autofree char *expected = g_strdup_printf("%s: cannot be written: File too large", path);
    assert_int_equal(error->code, RK_ERROR_IO);
    assert_error(&error, expected);
    assert_holds(path, "old content");
    assert_int_equal(entries(folder), before);
}

static void test_unwritable(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = g_bytes_new_static("text", 4);
    GError *error = NULL;
    assert_false(rk_file_replace("/dev/full", bytes, NULL, &error));
    assert_error(&error, "/dev/full: cannot be written: No space left on device");
    assert_true(rk_file_replace("/dev/null", bytes, NULL, &error));
    assert_false(rk_file_replace(folder, bytes, NULL, &error));
    g_autofree char *no_file = g_strdup_printf("%s: cannot be written: Is a directory", folder);
    assert_error(&error, no_file);
    g_autofree char *nowhere = in_folder("none/figure.svg");
    assert_false(rk_file_replace(nowhere, bytes, NULL, &error));
    g_autofree char *absent = g_strdup_printf("%s: cannot be written: No such file or directory", nowhere);
    assert_error(&error, absent);
    g_autofree char *plain = in_folder("plain");
    g_autofree char *under_file = in_folder("plain/figure.svg");
    put(plain, "a file");
    assert_false(rk_file_replace(under_file, bytes, NULL, &error));
    g_autofree char *not_folder = g_strdup_printf("%s: cannot be written: Not a directory", under_file);
    assert_error(&error, not_folder);
}

static void test_read_only(void **state)
{
    (void)state;
    g_autofree char *path = in_folder("locked.txt");
    put(path, "locked");
    assert_int_equal(chmod(path, 0444), 0);
    g_autoptr(GBytes) same = g_bytes_new_static("locked", 6);
    g_autoptr(GBytes) other = g_bytes_new_static("opened", 6);
    assert_true(rk_file_replace(path, same, NULL, NULL));
    /* Nothing is read-only to the administrator. */
    if (geteuid() == 0)
        return;
    GError *error = NULL;
    assert_false(rk_file_replace(path, other, NULL, &error));
    g_autofree char *expected = g_strdup_printf("%s: cannot be written: Permission denied", path);
    assert_error(&error, expected);
    assert_holds(path, "locked");
}

static void assert_refused(const char *root, const char *base, const char *path, const char *expected)
{
    GError *error = NULL;
    assert_null(rk_file_resolve_below(root, base, path, (RkPlace){"fig.yaml", 3, 7}, &error));
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
    g_autofree char *found = rk_file_resolve_below(root, plots, "../data.csv", RK_NOWHERE, NULL);
    assert_string_equal(found, data);
    g_autofree char *later = rk_file_resolve_below(root, root, "new/folder/../out.svg", RK_NOWHERE, NULL);
    g_autofree char *wanted = in_folder("project/new/out.svg");
    assert_string_equal(later, wanted);
    assert_refused(root, plots, "/etc/passwd", "fig.yaml:3:7: \"/etc/passwd\" is an absolute path" STAY);
    assert_refused(root, plots, "../../x", "fig.yaml:3:7: \"../../x\" leads out of the project folder" STAY);
    assert_refused(root, plots, "a/../../../x", "fig.yaml:3:7: \"a/../../../x\" leads out of the project folder" STAY);
    assert_refused(root, root, "../project-other/x",
                   "fig.yaml:3:7: \"../project-other/x\" leads out of the project folder" STAY);
    g_autofree char *whole = rk_file_resolve_below("/", "/", "etc/hostname", RK_NOWHERE, NULL);
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
    g_autofree char *inside = rk_file_resolve_below(root, root, "good/data.csv", RK_NOWHERE, NULL);
    g_autofree char *wanted = in_folder("linked/good/data.csv");
    assert_string_equal(inside, wanted);
    /* A project that is itself reached through a link is fine. */
    g_autofree char *entrance = in_folder("entrance");
    assert_int_equal(symlink("linked", entrance), 0);
    g_autofree char *through = rk_file_resolve_below(entrance, entrance, "inner/x", RK_NOWHERE, NULL);
    assert_non_null(through);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),         cmocka_unit_test(test_read_without_size),
        cmocka_unit_test(test_replace),      cmocka_unit_test(test_replace_behind_link),
        cmocka_unit_test(test_broken_write), cmocka_unit_test(test_unwritable),
        cmocka_unit_test(test_read_only),    cmocka_unit_test(test_standard_streams),
        cmocka_unit_test(test_resolve),      cmocka_unit_test(test_resolve_links),
    };
    return cmocka_run_group_tests(tests, make_folder, clear_folder);
}
