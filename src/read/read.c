/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing the format: by name when one is declared, otherwise by looking at the content. The extension of the path is
 * at most a hint to a format, never a decision.
 */
#include "read/foreign-private.h"
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

static const RkFormat *surest(const char *head, gsize length, const char *path)
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
    return best;
}

/* The format that reads the stream: the declared one, or the surest. */
static const RkFormat *choose(const RkFormat *declared, const char *head, gsize length, const RkSource *source,
                              GError **error)
{
    const char *file = rk_source_name(source);
    if (!rk_foreign_check(head, length, file, error))
        return NULL;
    const RkFormat *format =
        declared != NULL ? declared : surest(head, length, source->bytes == NULL ? source->path : NULL);
    if (format == NULL)
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){file, 0, 0}, "set format.type",
                     "the format of the data is not recognised");
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
    const RkFormat *format = head != NULL ? choose(declared, head, length, source, error) : NULL;
    if (format == NULL || (declared == NULL && !check_keys(format, options->format, error)))
        return NULL;
    RkSource opened = *source;
    opened.stream = g_steal_pointer(&stream);
    return format->read(&opened, options, error);
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
    return read_stream(source, declared, options, error);
}
