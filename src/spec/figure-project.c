/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folders around a figure file: its own, where relative paths start, and its project, which they may not leave. The
 * project file may hold one thing: defaults for the figures of the house's own looks.
 */
#include "base/file.h"
#include "base/limits.h"
#include "spec/document.h"
#include "spec/figure-private.h"
#include "spec/vocabulary-private.h"

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

static const RkProperty properties[] = {
    {"config", RK_ALLOW_MAP, .shape = &rk_shape_config, .summary = "defaults of all figures of the project"},
    {0},
};
static const RkShape shape = {.name = "the project", .properties = properties};

/** TRUE when all lines are blank or remarks. */
static gboolean is_without_words(const char *text, gsize length)
{
    gboolean remark = FALSE;
    for (gsize i = 0; i < length; i++) {
        remark = text[i] == '\n' ? FALSE : remark || text[i] == '#';
        if (!remark && !g_ascii_isspace(text[i]))
            return FALSE;
    }
    return TRUE;
}

gboolean rk_figure_read_project(const char *project, RkConfig *config, GError **error)
{
    g_autofree char *path = g_build_filename(project, project_file, NULL);
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    g_autoptr(GBytes) bytes = rk_file_read(path, RK_LIMIT_DOCUMENT_BYTES, error);
    if (bytes == NULL)
        return FALSE;
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);
    /* A file that only marks the folder is the common case. */
    if (text == NULL || is_without_words(text, length))
        return TRUE;
    g_autoptr(RkDocument) document = rk_document_parse(text, length, path, error);
    if (document == NULL)
        return FALSE;
    const RkValue *root = rk_document_root(document);
    if (!rk_shape_check(root, &shape, error))
        return FALSE;
    const RkValue *own = rk_value_get(root, "config");
    if (own != NULL)
        rk_config_add_project(config, document, own);
    return TRUE;
}
