/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a fuzz target over the files of its corpus, with any compiler and without a fuzzer: what once broke is a test
 * from then on. `replay FOLDER` or `replay FILE…`.
 */
#include <glib.h>

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

/* The bytes are copied to their exact length, so that a read beyond them is seen. */
static gboolean replay_file(const char *path)
{
    g_autofree char *contents = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &contents, &length, NULL)) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return FALSE;
    }
    g_autofree guint8 *exact = g_memdup2(contents, length);
    LLVMFuzzerTestOneInput(exact, length);
    return TRUE;
}

/* The files of a folder; how many there were, or -1. */
static int replay_folder(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    int count = 0;
    if (folder == NULL)
        return replay_file(path) ? 1 : -1;
    for (const char *name = g_dir_read_name(folder); name != NULL; name = g_dir_read_name(folder)) {
        g_autofree char *file = g_build_filename(path, name, NULL);
        if (!replay_file(file))
            return -1;
        count++;
    }
    return count;
}

int main(int count, char **arguments)
{
    int files = 0;
    for (int i = 1; i < count; i++) {
        int more = replay_folder(arguments[i]);
        if (more < 0)
            return EXIT_FAILURE;
        files += more;
    }
    printf("%d inputs replayed\n", files);
    return files > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
