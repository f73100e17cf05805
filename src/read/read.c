/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing the format: by name when one is declared, otherwise by looking at the content. The extension of the path is
 * at most a hint to a format, never a decision.
 */
#include "read/foreign-private.h"
#include "read/sieve-private.h"
#include "read/source-private.h"

#include <string.h>

const RkFormat *rk_format_find(const char *name)
{
    const RkFormat *const *formats = rk_formats();
    for (guint i = 0; name != NULL && formats[i] != NULL; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

static gboolean refuse_name(const RkValue *type, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const RkFormat *const *format = rk_formats(); *format != NULL; format++)
        g_ptr_array_add(names, (gpointer)(*format)->name);
    g_ptr_array_add(names, NULL);
    const char *name = rk_value_text_or(type, "");
    const char *nearest = rk_nearest_word(name, (const char *const *)names->pdata);
    g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
    g_autofree char *hint =
        nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : g_strdup_printf("known are %s", all);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(type), hint, "the data format \"%s\" is not known", name);
    return FALSE;
}

/* The keys of the map are those of the format, and `type`. */
static gboolean check_keys(const RkFormat *format, const RkValue *map, GError **error)
{
    static const RkProperty own[] = {{.name = "type", .allow = RK_ALLOW_TEXT}, {0}};
    const RkShape *includes[] = {format->shape, NULL};
    const RkShape shape = {.name = "format", .properties = own, .includes = includes};
    return map == NULL || rk_shape_check(map, &shape, error);
}

static const RkFormat *surest(const char *head, gsize length, const char *path, guint *sureness)
{
    const RkFormat *best = NULL;
    guint best_score = 0;
    for (const RkFormat *const *format = rk_formats(); *format != NULL; format++) {
        guint score = (*format)->sniff((const guint8 *)head, length, path);
        if (score > best_score) {
            best = *format;
            best_score = score;
        }
    }
    *sureness = best_score;
    return best;
}

/* Nobody said how the file is to be read, and one of the formats does. */
static void pass_others_over(const RkFormat *chosen, const char *path, RkDiagnostics *diagnostics)
{
    for (const RkFormat *const *format = rk_formats(); *format != NULL; format++)
        if (*format != chosen && (*format)->pass_over != NULL)
            (*format)->pass_over(path, diagnostics);
}

/* The format that reads the stream: the declared one, or the surest. */
static const RkFormat *choose(const RkFormat *declared, const char *head, gsize length, const RkSource *source,
                              const RkReadOptions *options, GError **error)
{
    const char *file = rk_source_name(source);
    guint sureness = 100;
    if (!rk_foreign_check(head, length, file, error))
        return NULL;
    const RkFormat *format =
        declared != NULL ? declared : surest(head, length, source->bytes == NULL ? source->path : NULL, &sureness);
    if (options->recognition != NULL)
        *options->recognition = (RkRecognition){format, sureness, declared != NULL};
    if (format == NULL)
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){file, 0, 0}, "set format.type",
                     "the format of the data is not recognised");
    else if (declared == NULL && source->bytes == NULL)
        pass_others_over(format, source->path, options->diagnostics);
    return format;
}

/* Looks at the head of the stream, which the format then reads on. */
static RkTable *read_stream(const RkSource *source, const RkFormat *declared, const RkReadOptions *options,
                            GError **error)
{
    const char *encoding = rk_value_text_or(rk_value_get(options->format, "encoding"), NULL);
    g_autoptr(RkStream) stream = rk_stream_open(source, encoding, error);
    gsize length = 0;
    const char *head = stream != NULL ? rk_stream_peek(stream, &length, error) : NULL;
    const RkFormat *format = head != NULL ? choose(declared, head, length, source, options, error) : NULL;
    if (format == NULL || (declared == NULL && !check_keys(format, options->format, error)))
        return NULL;
    RkSource opened = *source;
    opened.stream = g_steal_pointer(&stream);
    return format->read(&opened, options, error);
}

/* Standard input and pipes come only once. */
static gboolean comes_again(const RkSource *source)
{
    return source->bytes != NULL || (source->path != NULL && g_file_test(source->path, G_FILE_TEST_IS_REGULAR));
}

static void pass_on(const RkDiagnostics *from, RkDiagnostics *to)
{
    for (guint i = 0; i < rk_diagnostics_count(from); i++) {
        const RkDiagnostic *line = rk_diagnostics_at(from, i);
        rk_diagnostics_add(to, line->severity, (RkPlace){line->file, line->line, line->column}, line->hint, "%s",
                           line->message);
    }
}

/* Leaves rows out on the way. NULL with `sieve->changed` when the types of all rows are not those that the filter saw.
 */
static RkTable *read_sifted(const RkSource *source, const RkFormat *declared, const RkReadOptions *options,
                            RkSieve *sieve, GError **error)
{
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    RkReadOptions own = *options;
    own.filter = &sieve->filter;
    own.diagnostics = diagnostics;
    g_autoptr(RkTable) table = read_stream(source, declared, &own, error);
    if (table == NULL || sieve->failed || !rk_sieve_agrees(sieve, table))
        return NULL;
    g_autoptr(RkTable) kept = rk_sieve_finish(sieve, g_steal_pointer(&table), error);
    if (kept != NULL || !sieve->failed)
        pass_on(diagnostics, options->diagnostics);
    return g_steal_pointer(&kept);
}

static RkTable *refuse_change(const RkSource *source, const RkSieve *sieve, GError **error)
{
    g_autofree char *hint =
        g_strdup_printf("name a file, or say the type: format.parse: {\"%s\": \"string\"}", sieve->changed);
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){rk_source_name(source), 0, 0}, hint,
                 "the column \"%s\" turns out to be of another type after rows were left out", sieve->changed);
    return NULL;
}

/* Reads all rows, and filters them as a whole. */
static RkTable *read_whole(const RkSource *source, const RkFormat *declared, const RkReadOptions *options,
                           GError **error)
{
    g_auto(RkSieve) sieve;
    RkReadOptions own = *options;
    own.filter = NULL;
    rk_sieve_init(&sieve, options->filter);
    return rk_sieve_finish(&sieve, read_stream(source, declared, &own, error), error);
}

/* What was left out on the way may have been wanted after all: then the file is read again, and filtered as a whole. */
static RkTable *read_filtered(const RkSource *source, const RkFormat *declared, const RkReadOptions *options,
                              GError **error)
{
    g_auto(RkSieve) sieve;
    g_autoptr(GError) cause = NULL;
    rk_sieve_init(&sieve, options->filter);
    RkTable *table = read_sifted(source, declared, options, &sieve, &cause);
    if (table != NULL)
        return table;
    if ((sieve.changed != NULL || sieve.failed) && comes_again(source))
        return read_whole(source, declared, options, error);
    if (sieve.changed != NULL)
        return refuse_change(source, &sieve, error);
    g_propagate_error(error, g_steal_pointer(&cause));
    return NULL;
}

/* Rows that are used up come only once; where the caller needs them again, he filters them, as far as the source can be
 * read again. */
static RkTable *read_used_up(const RkSource *source, const RkFormat *declared, const RkReadOptions *options,
                             GError **error)
{
    g_auto(RkSieve) sieve;
    g_autoptr(GError) cause = NULL;
    RkRowFilter plain = *options->filter;
    RkReadOptions own = *options;
    plain.settle = NULL;
    own.filter = &plain;
    rk_sieve_init(&sieve, options->filter);
    RkTable *table = read_sifted(source, declared, options, &sieve, &cause);
    if (table != NULL)
        return table;
    if (sieve.changed != NULL && !comes_again(source))
        return refuse_change(source, &sieve, error);
    if (cause != NULL && ((sieve.changed == NULL && !sieve.failed) || !comes_again(source))) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return NULL;
    }
    options->filter->give_up(options->filter->user);
    return read_filtered(source, declared, &own, error);
}

RkTable *rk_read(const RkSource *source, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    if (options == NULL)
        options = &none;
    const RkValue *type = rk_value_get(options->format, "type");
    const RkFormat *declared = rk_format_find(rk_value_text_or(type, NULL));
    if (type != NULL && declared == NULL) {
        refuse_name(type, error);
        return NULL;
    }
    /* What a declaration says is known to be wrong before any file is opened. */
    if (declared != NULL && !check_keys(declared, options->format, error))
        return NULL;
    if (options->filter == NULL)
        return read_stream(source, declared, options, error);
    return options->filter->settle != NULL ? read_used_up(source, declared, options, error)
                                           : read_filtered(source, declared, options, error);
}
