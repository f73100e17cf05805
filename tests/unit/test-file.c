/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files in a folder made for the test. Failing writes are provoked by the file size limit of the process, /dev/full and
 * paths that cannot be.
 */
#include "unit-folder.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),         cmocka_unit_test(test_read_without_size),
        cmocka_unit_test(test_replace),      cmocka_unit_test(test_replace_behind_link),
        cmocka_unit_test(test_broken_write), cmocka_unit_test(test_unwritable),
        cmocka_unit_test(test_read_only),    cmocka_unit_test(test_standard_streams),
    };
    return cmocka_run_group_tests(tests, make_folder, clear_folder);
}
