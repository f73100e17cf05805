/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the data of a figure come from: files below its project folder, standard input, rows in the figure file,
 * sequences of numbers. Nothing is fetched from a network.
 */
#include "rodiklis-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>

#include "base/file.h"
#include "base/limits.h"
#include "read/values.h"
#include "spec/document.h"
#include "table/builder.h"
#include "transform/leading.h"

/* A file of this size is read again for every aggregate of it rather than kept. */
#define SHARED_BYTES (256 << 20)

void rk_figure_data_clear(RkFigureData *data)
{
    g_clear_pointer(&data->tables, g_hash_table_unref);
    g_clear_pointer(&data->columns, g_strfreev);
    g_clear_pointer(&data->used, g_strfreev);
}

/* A path below the current folder is named as people would write it. */
static const char *shorten(const char *path)
{
    g_autofree char *here = g_get_current_dir();
    gsize length = strlen(here);
    return g_str_has_prefix(path, here) && path[length] == '/' ? path + length + 1 : path;
}

static char *resolve(const RkDataHome *home, const RkValue *url, GError **error)
{
    const char *path = rk_value_text_or(url, "");
    g_autofree char *scheme = g_uri_parse_scheme(path);
    if (scheme != NULL) {
        rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(url), "keep a copy beside the figure",
                     "data are not fetched from \"%s\"", path);
        return NULL;
    }
    if (g_str_equal(path, "-"))
        return g_strdup(path);
    static const char hint[] =
        "paths stay inside the project, which begins in the nearest folder upwards that holds a file rodiklis.yaml";
    return rk_file_resolve_below(home->project, home->folder, path, hint, rk_value_place(url), error);
}

/* A file that is not there is told where it is named. */
static gboolean check_there(const RkValue *url, const char *path, GError **error)
{
    if (g_str_equal(path, "-") || g_access(path, F_OK) == 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_IO, rk_value_place(url), "paths start in the folder of this file",
                 "\"%s\" cannot be opened: %s", rk_value_text_or(url, ""), g_strerror(errno));
    return FALSE;
}

static gboolean take(gpointer user, const RkTable *rows, guint8 *kept, GError **error)
{
    return rk_leading_take(user, rows, kept, error);
}

static gboolean settle(gpointer user, const RkTable *kept)
{
    return rk_leading_settle(user, kept);
}

static void give_up(gpointer user)
{
    rk_leading_give_up(user);
}

/* The steps as what a reader asks row by row. */
static RkRowFilter filter_of(RkLeading *leading)
{
    gboolean uses_up = rk_leading_uses_up(leading);
    return (RkRowFilter){.test = take,
                         .user = leading,
                         .columns = rk_leading_columns(leading),
                         .settle = uses_up ? settle : NULL,
                         .give_up = uses_up ? give_up : NULL};
}

RkTable *rk_data_read_leading(const char *path, const RkReadOptions *options, RkLeading *leading, guint *done,
                              GError **error)
{
    RkSource source = {.path = path};
    RkReadOptions own = *options;
    RkRowFilter filter = filter_of(leading);
    if (rk_value_is_text(rk_value_get(options->format, "type"), rk_format_claims.name))
        return rk_format_claims.read(&source, options, error);
    own.filter = rk_leading_is_idle(leading) ? NULL : &filter;
    g_autoptr(RkTable) table = rk_read(&source, &own, error);
    return table != NULL ? rk_leading_result(leading, table, done) : NULL;
}

typedef struct {
    RkTable *table;
    guint done; /* steps behind the data that are in it */
} Loaded;

static void loaded_free(gpointer user)
{
    Loaded *loaded = user;
    rk_table_unref(loaded->table);
    g_free(loaded);
}

/* A text that is another for another file, format or step. */
static char *key_of(const char *path, const RkValue *format, const RkLeading *leading)
{
    const GPtrArray *parts = rk_leading_parts(leading);
    GString *key = g_string_new(path);
    for (guint i = 0; i <= parts->len; i++) {
        const RkValue *part = i == 0 ? format : g_ptr_array_index(parts, i - 1);
        g_autofree char *text = part == NULL ? NULL : rk_value_to_yaml(part);
        g_string_append_printf(key, "\n%s", text == NULL ? "" : text);
    }
    return g_string_free(key, FALSE);
}

/* How often a file names this one as data. */
static guint mentions(const RkValue *value, const char *url)
{
    guint count = rk_value_is_text(rk_value_get(value, "url"), url);
    for (guint i = 0; i < rk_value_length(value); i++)
        count += mentions(rk_value_at(value, i), url);
    return count;
}

/* What comes first behind data. Where several things are made of one file, reading it once is worth memory for its
 * rows, unless that is a lot. */
static RkLeading *leading_of(const RkDataHome *home, const RkValue *data, const char *path, const RkNextSteps *next)
{
    GStatBuf status;
    RkLeading *leading = rk_leading_new(next->list, next->scope, home->vega_types);
    gboolean huge = g_stat(path, &status) == 0 && status.st_size > SHARED_BYTES;
    if (!huge && mentions(home->root, rk_value_text_or(rk_value_get(data, "url"), "")) > 1)
        rk_leading_give_up(leading);
    return leading;
}

/* The table of a file, read at most once with the same format and the same leading steps. */
static RkTable *load_file(RkFigureData *data, const char *path, const RkReadOptions *options, RkLeading *leading,
                          guint *done, GError **error)
{
    g_autofree char *key = key_of(path, options->format, leading);
    Loaded *loaded = g_hash_table_lookup(data->tables, key);
    if (loaded == NULL) {
        guint early = 0;
        RkTable *table = rk_data_read_leading(shorten(path), options, leading, &early, error);
        if (table == NULL)
            return NULL;
        loaded = g_new(Loaded, 1);
        *loaded = (Loaded){table, early};
        g_hash_table_insert(data->tables, g_steal_pointer(&key), loaded);
    }
    *done = loaded->done;
    return rk_table_ref(loaded->table);
}

static gboolean is_packed(const char *path)
{
    return g_str_has_suffix(path, ".gz") || g_str_has_suffix(path, ".zip");
}

/* Of a small file all columns are kept: an error about a misspelt field can then name the one that was meant. */
gboolean rk_data_is_large(const char *path)
{
    GStatBuf status;
    if (g_str_equal(path, "-"))
        return TRUE;
    return g_stat(path, &status) == 0 && status.st_size > (is_packed(path) ? 256 << 10 : 4 << 20);
}

static RkTable *make_sequence(const RkValue *sequence, GError **error)
{
    double start = rk_value_number_or(rk_value_get(sequence, "start"), 0);
    double stop = rk_value_number_or(rk_value_get(sequence, "stop"), 0);
    double step = rk_value_number_or(rk_value_get(sequence, "step"), 1);
    if (step == 0) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_get(sequence, "step")),
                     "leave it out, or give a distance", "a sequence with the step 0 does not end");
        return NULL;
    }
    double count = fmax(ceil((stop - start) / step), 0);
    if (!(count <= RK_LIMIT_GENERATED_ROWS)) {
        rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(sequence), "choose a wider step",
                     "the sequence has more than %u numbers", RK_LIMIT_GENERATED_ROWS);
        return NULL;
    }
    gsize rows = (gsize)count;
    double *numbers = g_new(double, MAX(rows, 1));
    for (gsize i = 0; i < rows; i++)
        numbers[i] = start + (double)i * step;
    const char *name = rk_value_text_or(rk_value_get(sequence, "as"), "data");
    g_autoptr(RkColumn) column = rk_column_new_numbers(name, numbers, rows);
    const RkColumn *columns[] = {column};
    return rk_table_new(columns, 1, rows, NULL);
}

RkTable *rk_figure_data_load(RkFigureData *own, const RkDataHome *home, const RkValue *data, RkNextSteps *next,
                             GError **error)
{
    RkReadOptions options = {
        .format = rk_value_get(data, "format"),
        .vega_types = home->vega_types,
        .diagnostics = own->diagnostics,
    };
    if (own->used == NULL)
        own->used = rk_document_fields(home->root);
    options.used = (const char *const *)own->used;
    options.progress = rk_diagnostics_watcher(own->diagnostics, &options.progress_user);
    if (rk_value_is(options.format, RK_VALUE_NULL))
        options.format = NULL;
    if (rk_value_has(data, "values"))
        return rk_read_values(rk_value_get(data, "values"), &options, error);
    if (rk_value_has(data, "sequence"))
        return make_sequence(rk_value_get(data, "sequence"), error);
    if (!rk_value_has(data, "url")) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(data), "give a url, values, or the name of a data set",
                     "the data come from nowhere");
        return NULL;
    }
    g_autofree char *path = resolve(home, rk_value_get(data, "url"), error);
    if (path == NULL)
        return NULL;
    if (!check_there(rk_value_get(data, "url"), path, error))
        return NULL;
    const RkNextSteps none = {NULL};
    gboolean large = rk_data_is_large(path);
    g_autoptr(RkLeading) leading = leading_of(home, data, path, large ? next : &none);
    if (!large)
        return load_file(own, path, &options, leading, &next->done, error);
    if (own->columns == NULL)
        own->columns = rk_document_words(home->root);
    options.columns = (const char *const *)own->columns;
    return load_file(own, path, &options, leading, &next->done, error);
}

static RkTable *load(gpointer user, const RkFigure *figure, const RkValue *data, RkNextSteps *next, GError **error)
{
    const RkDataHome home = {
        .folder = rk_figure_folder(figure),
        .project = rk_figure_project(figure),
        .root = rk_figure_root(figure),
        .vega_types = rk_figure_is_vega_lite(figure),
    };
    return rk_figure_data_load(user, &home, data, next, error);
}

void rk_figure_data_init(RkFigureData *data, RkDiagnostics *diagnostics)
{
    data->tables = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, loaded_free);
    data->diagnostics = diagnostics;
}

RkPlotEnvironment rk_figure_data_environment(RkFigureData *data, RkDiagnostics *diagnostics)
{
    rk_figure_data_init(data, diagnostics);
    return (RkPlotEnvironment){.load = load, .user = data, .measurer = rk_text_measurer(), .diagnostics = diagnostics};
}
