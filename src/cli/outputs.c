/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names and formats of the files that figures become.
 */
#include "cli/outputs.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "base/number.h"
#include "base/shape.h"
#include "cli/words.h"

static const char **renderer_names(void)
{
    const RkRenderer *const *known = rk_renderers();
    guint count = 0;
    while (known[count] != NULL)
        count++;
    const char **names = g_new0(const char *, count + 1);
    for (guint i = 0; i < count; i++)
        names[i] = known[i]->name;
    return names;
}

static const RkRenderer *require_renderer(const char *name, GError **error)
{
    const RkRenderer *renderer = rk_renderer_find(name);
    if (renderer != NULL)
        return renderer;
    g_autofree const char **names = renderer_names();
    g_autofree char *all = rk_words_list(names, g_strv_length((char **)names));
    const char *nearest = rk_nearest_word(name, names);
    g_autofree char *hint =
        nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : g_strdup_printf("there are %s", all);
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, hint, "there is no output format \"%s\"", name);
    return NULL;
}

static gboolean add_formats(RkOutputs *outputs, const char *formats, GError **error)
{
    g_auto(GStrv) names = g_strsplit(formats, ",", -1);
    for (guint i = 0; names[i] != NULL; i++) {
        const RkRenderer *renderer = require_renderer(g_strstrip(names[i]), error);
        if (renderer == NULL)
            return FALSE;
        if (!g_ptr_array_find(outputs->renderers, renderer, NULL))
            g_ptr_array_add(outputs->renderers, (gpointer)renderer);
    }
    return TRUE;
}

/* The ending of a file name without its point, NULL without one. */
static const char *ending_of(const char *path)
{
    const char *name = strrchr(path, '/');
    const char *point = strrchr(name == NULL ? path : name, '.');
    return point == NULL || point[1] == '\0' ? NULL : point + 1;
}

static gboolean contradict(const RkOutputs *outputs, const char *ending, GError **error)
{
    const RkRenderer *renderer = g_ptr_array_index(outputs->renderers, 0);
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "\"%s\" ends in %s, but the format is %s", outputs->output,
                 ending, renderer->name);
    return FALSE;
}

/* One figure in one format, into one file: its ending says the format, or at least does not say another. */
static gboolean choose_file(RkOutputs *outputs, GError **error)
{
    const char *ending = ending_of(outputs->output);
    const RkRenderer *said = ending == NULL ? NULL : rk_renderer_find(ending);
    if (outputs->renderers->len > 0) {
        const RkRenderer *wanted = g_ptr_array_index(outputs->renderers, 0);
        return said == NULL || said == wanted || contradict(outputs, ending, error);
    }
    if (ending == NULL) {
        g_ptr_array_add(outputs->renderers, (gpointer)rk_renderer_find("svg"));
        return TRUE;
    }
    said = require_renderer(ending, error);
    if (said != NULL)
        g_ptr_array_add(outputs->renderers, (gpointer)said);
    return said != NULL;
}

gboolean rk_outputs_refuse_pictures(guint count, char **figures, GError **error)
{
    for (guint i = 0; i < count; i++) {
        const char *ending = ending_of(figures[i]);
        if (ending == NULL || rk_renderer_find(ending) == NULL)
            continue;
        g_autofree char *hint = g_strdup_printf("to write it: -o %s", figures[i]);
        rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, hint, "\"%s\" is a picture, not a figure file", figures[i]);
        return FALSE;
    }
    return TRUE;
}

static gboolean refuse_one_file(const RkOutputs *outputs, GError **error)
{
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, "name a folder",
                 "several figures or formats do not fit into \"%s\"", outputs->output);
    return FALSE;
}

static gboolean choose(RkOutputs *outputs, guint figures, GError **error)
{
    const char *output = outputs->output;
    gboolean several = figures > 1 || outputs->renderers->len > 1;
    if (output != NULL && !g_str_equal(output, "-"))
        outputs->folder = g_file_test(output, G_FILE_TEST_IS_DIR) || g_str_has_suffix(output, "/") ||
                          (several && !g_file_test(output, G_FILE_TEST_EXISTS));
    if (several && output != NULL && !outputs->folder)
        return refuse_one_file(outputs, error);
    if (output != NULL && !outputs->folder && !g_str_equal(output, "-"))
        return choose_file(outputs, error);
    if (outputs->renderers->len == 0)
        g_ptr_array_add(outputs->renderers, (gpointer)rk_renderer_find("svg"));
    return TRUE;
}

RkOutputs *rk_outputs_new(const char *output, const char *formats, guint figures, GError **error)
{
    g_autoptr(RkOutputs) outputs = g_new0(RkOutputs, 1);
    outputs->output = g_strdup(output);
    outputs->renderers = g_ptr_array_new();
    if ((formats != NULL && !add_formats(outputs, formats, error)) || !choose(outputs, figures, error))
        return NULL;
    return g_steal_pointer(&outputs);
}

void rk_outputs_free(RkOutputs *outputs)
{
    if (outputs == NULL)
        return;
    g_free(outputs->output);
    g_ptr_array_unref(outputs->renderers);
    g_free(outputs);
}

char *rk_outputs_name(const RkOutputs *outputs, const char *figure, const RkRenderer *renderer)
{
    gboolean streamed = g_str_equal(figure, "-");
    if (outputs->output != NULL && !outputs->folder)
        return g_strdup(outputs->output);
    if (outputs->output == NULL && streamed && outputs->renderers->len == 1)
        return g_strdup("-");
    g_autofree char *name = streamed ? g_strdup("figure") : g_path_get_basename(figure);
    g_autofree char *beside = streamed ? g_strdup(".") : g_path_get_dirname(figure);
    const char *ending = ending_of(name);
    int stem = ending == NULL ? (int)strlen(name) : (int)(ending - 1 - name);
    g_autofree char *file = g_strdup_printf("%.*s.%s", stem, name, renderer->name);
    return g_build_filename(outputs->folder ? outputs->output : beside, file, NULL);
}

/* Two names of one file, through links, too. */
static gboolean is_same_file(const char *one, const char *other)
{
    GStatBuf a, b;
    return g_stat(one, &a) == 0 && g_stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static gboolean refuse_over(const char *name, GError **error)
{
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, "name another file",
                 "the picture would be written over \"%s\", which it is made from", name);
    return FALSE;
}

gboolean rk_outputs_spare(const RkOutputs *outputs, const char *figure, const char *input, const char *name,
                          GError **error)
{
    for (guint i = 0; i < outputs->renderers->len; i++) {
        g_autofree char *picture = rk_outputs_name(outputs, figure, g_ptr_array_index(outputs->renderers, i));
        if (!g_str_equal(picture, "-") && !g_str_equal(input, "-") && is_same_file(picture, input))
            return refuse_over(name, error);
    }
    return TRUE;
}

/* A text that all names of one file share; NULL when there is no such file. */
static char *identity_of(const char *path)
{
    GStatBuf about;
    if (g_str_equal(path, "-") || g_stat(path, &about) != 0)
        return NULL;
    return g_strdup_printf("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64)about.st_dev, (guint64)about.st_ino);
}

gboolean rk_outputs_spare_figures(const RkOutputs *outputs, guint count, char **figures, GError **error)
{
    g_autoptr(GHashTable) inputs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < count; i++) {
        char *identity = identity_of(figures[i]);
        if (identity != NULL)
            g_hash_table_insert(inputs, identity, figures[i]);
    }
    for (guint i = 0; i < count; i++) {
        for (guint k = 0; k < outputs->renderers->len; k++) {
            g_autofree char *picture = rk_outputs_name(outputs, figures[i], g_ptr_array_index(outputs->renderers, k));
            g_autofree char *identity = identity_of(picture);
            const char *over = identity == NULL ? NULL : g_hash_table_lookup(inputs, identity);
            if (over != NULL)
                return refuse_over(over, error);
        }
    }
    return TRUE;
}

gboolean rk_outputs_prepare(const RkOutputs *outputs, GError **error)
{
    if (!outputs->folder || g_mkdir_with_parents(outputs->output, 0777) == 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_IO, (RkPlace){outputs->output, 0, 0}, NULL, "the folder cannot be made: %s",
                 g_strerror(errno));
    return FALSE;
}

static void unref_bytes(gpointer bytes)
{
    if (bytes != NULL)
        g_bytes_unref(bytes);
}

gboolean rk_outputs_write(const RkOutputs *outputs, const char *figure, const RkScene *scene,
                          const RkRenderOptions *options, GString *done, GError **error)
{
    g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func(unref_bytes);
    for (guint i = 0; i < outputs->renderers->len; i++) {
        GBytes *picture = rk_render(g_ptr_array_index(outputs->renderers, i), scene, options, error);
        if (picture == NULL)
            return FALSE;
        g_ptr_array_add(pictures, picture);
    }
    for (guint i = 0; i < pictures->len; i++) {
        gboolean changed;
        g_autofree char *name = rk_outputs_name(outputs, figure, g_ptr_array_index(outputs->renderers, i));
        if (!rk_file_replace(name, g_ptr_array_index(pictures, i), &changed, error))
            return FALSE;
        if (done != NULL)
            g_string_append_printf(done, "%s%s%s", i == 0 ? "" : ", ", name, changed ? "" : " (unchanged)");
    }
    return TRUE;
}

static gboolean read_positive(const char *option, const char *text, double *number, GError **error)
{
    if (rk_number_parse(text, strlen(text), RK_NUMBER_SYNTAX_PLAIN, number) && *number > 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, "a number above 0", "%s cannot be \"%s\"", option, text);
    return FALSE;
}

gboolean rk_outputs_scale(const char *scale, const char *dpi, RkRenderOptions *options, GError **error)
{
    double number = 0;
    if (scale != NULL && dpi != NULL) {
        rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "--scale and --dpi say the same thing: choose one");
        return FALSE;
    }
    if (scale != NULL && !read_positive("--scale", scale, &number, error))
        return FALSE;
    if (dpi != NULL && !read_positive("--dpi", dpi, &number, error))
        return FALSE;
    options->scale = dpi == NULL ? number : number / 96;
    return TRUE;
}
