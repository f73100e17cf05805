/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder of its own for a group of tests, removed afterwards.
 */
#ifndef RK_TESTS_FOLDER_H
#define RK_TESTS_FOLDER_H

#include "unit.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *folder;

static inline int make_folder(void **state)
{
    (void)state;
    g_autofree char *made = g_dir_make_tmp("rodiklis-file-XXXXXX", NULL);
    /* The folder for temporary files may itself stand behind a link. */
    folder = made != NULL ? realpath(made, NULL) : NULL;
    return folder == NULL;
}

static inline void remove_all(const char *path)
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

static inline int clear_folder(void **state)
{
    (void)state;
    remove_all(folder);
    free(folder);
    return 0;
}

static inline char *in_folder(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static inline void put(const char *path, const char *text)
{
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

#endif
