/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the data of a figure come from: files below its project folder, standard input, rows in the figure file,
 * sequences of numbers. Nothing is fetched from a network.
 */
#include "rodiklis-private.h"

#include <glib/gstdio.h>
#include <math.h>

#include "base/file.h"
#include "base/limits.h"
#include "read/values.h"
#include "spec/document.h"
#include "table/builder.h"

void rk_figure_data_clear(RkFigureData *data)
{
    g_clear_pointer(&data->tables, g_hash_table_unref);
    g_clear_pointer(&data->columns, g_strfreev);
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
    return rk_file_resolve_below(home->project, home->folder, path, rk_value_place(url), error);
}

static RkTable *read_file(const char *path, const RkReadOptions *options, GError **error)
{
    RkSource source = {.path = path};
    if (rk_value_is_text(rk_value_get(options->format, "type"), rk_format_claims.name))
        return rk_format_claims.read(&source, options, error);
    return rk_read(&source, options, error);
}

/* The table of a file, read at most once with the same format and the same leading filters. */
static RkTable *load_file(RkFigureData *data, const char *path, const RkReadOptions *options, const char *filters,
                          GError **error)
{
    g_autofree char *format = options->format == NULL ? g_strdup("") : rk_value_to_yaml(options->format);
    g_autofree char *key = g_strconcat(path, "\n", format, "\n", filters, NULL);
    RkTable *table = g_hash_table_lookup(data->tables, key);
    if (table != NULL)
        return rk_table_ref(table);
    table = read_file(shorten(path), options, error);
    if (table != NULL)
        g_hash_table_insert(data->tables, g_steal_pointer(&key), rk_table_ref(table));
    return table;
}

static gboolean is_packed(const char *path)
{
    return g_str_has_suffix(path, ".gz") || g_str_has_suffix(path, ".zip");
}

/* Of a small file all columns are kept: an error about a misspelt field can then name the one that was meant. */
static gboolean is_large(const char *path)
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
    double count = step == 0 ? NAN : fmax(ceil((stop - start) / step), 0);
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

RkTable *rk_figure_data_load(RkFigureData *own, const RkDataHome *home, const RkValue *data, GError **error)
{
    RkReadOptions options = {
        .format = rk_value_get(data, "format"),
        .vega_types = home->vega_types,
        .diagnostics = own->diagnostics,
    };
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
    if (!is_large(path))
        return load_file(own, path, &options, "", error);
    if (own->columns == NULL)
        own->columns = rk_document_words(home->root);
    options.columns = (const char *const *)own->columns;
    g_autoptr(RkLeadingFilters) leading = rk_leading_filters_new(home->root, data);
    options.filter = rk_leading_filters_filter(leading);
    return load_file(own, path, &options, rk_leading_filters_key(leading), error);
}

static RkTable *load(gpointer user, const RkFigure *figure, const RkValue *data, GError **error)
{
    const RkDataHome home = {
        .folder = rk_figure_folder(figure),
        .project = rk_figure_project(figure),
        .root = rk_figure_root(figure),
        .vega_types = rk_figure_is_vega_lite(figure),
    };
    return rk_figure_data_load(user, &home, data, error);
}

void rk_figure_data_init(RkFigureData *data, RkDiagnostics *diagnostics)
{
    data->tables = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)rk_table_unref);
    data->diagnostics = diagnostics;
}

RkPlotEnvironment rk_figure_data_environment(RkFigureData *data, RkDiagnostics *diagnostics)
{
    rk_figure_data_init(data, diagnostics);
    return (RkPlotEnvironment){.load = load, .user = data, .measurer = rk_text_measurer(), .diagnostics = diagnostics};
}
