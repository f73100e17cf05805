/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folders around a figure file: its own, where relative paths start, and its project, which they may not leave. The
 * project file is only looked for here, never read.
 */
#include "spec/figure-private.h"

static const char project_file[] = "rodiklis.yaml";

char *rk_figure_find_folder(const char *path)
{
    if (path == NULL)
        return g_get_current_dir();
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    return g_path_get_dirname(absolute);
}

static gboolean holds_project(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, project_file, NULL);
    return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

char *rk_figure_find_project(const char *folder)
{
    g_autofree char *candidate = g_strdup(folder);
    while (!holds_project(candidate)) {
        char *parent = g_path_get_dirname(candidate);
        gboolean at_the_top = g_str_equal(parent, candidate);
        g_free(candidate);
        candidate = parent;
        if (at_the_top)
            return g_strdup(folder);
    }
    return g_steal_pointer(&candidate);
}
