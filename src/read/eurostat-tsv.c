/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "eurostat-tsv": Eurostat's tab-separated files, of the present layout and of the one before 2023. Known by the first
 * cell, which joins the dimensions by commas and ends with a backslash and the name of the periods.
 */
#include "read/eurostat-private.h"

#include <string.h>

#define UUID_LENGTH 36u
#define NAME_BYTES 64u

/* A name of a dimension, and how long it is. */
static gsize name_length(const char *text, gsize length)
{
    gsize at = 0;
    while (at < length && at < NAME_BYTES && (g_ascii_isalnum(text[at]) || text[at] == '_'))
        at++;
    return at;
}

gsize rk_eurostat_signature(const char *head, gsize length)
{
    gsize at = length >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    for (;;) {
        gsize name = name_length(head + at, length - at);
        at += name;
        if (name == 0 || at >= length)
            return 0;
        if (head[at] == '\\')
            break;
        if (head[at++] != ',')
            return 0;
    }
    at++;
    gsize time = name_length(head + at, length - at);
    at += time;
    while (at < length && head[at] == ' ')
        at++;
    gboolean ended = at == length || memchr("\t\r\n", head[at], 3) != NULL;
    return time > 0 && ended ? at : 0;
}

/* Instead of a file, the interface may answer with the name of a job. */
static gboolean is_uuid(const char *head, gsize length)
{
    while (length > 0 && g_ascii_isspace(head[length - 1]))
        length--;
    if (length != UUID_LENGTH)
        return FALSE;
    g_autofree char *text = g_strndup(head, length);
    return g_uuid_string_is_valid(text);
}

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    const char *text = (const char *)head;
    return rk_eurostat_signature(text, length) > 0 || is_uuid(text, length) ? 95 : 0;
}

static RkTable *read_tsv(const RkSource *source, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    options = options != NULL ? options : &none;
    const char *file = rk_source_name(source);
    const char *encoding = rk_value_text_or(rk_value_get(options->format, "encoding"), NULL);
    g_autoptr(RkStream) stream = rk_stream_open(source, encoding, error);
    gsize length = 0;
    const char *head = stream != NULL ? rk_stream_peek(stream, &length, error) : NULL;
    if (head == NULL)
        return NULL;
    if (is_uuid(head, length)) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){file, 1, 1},
                     "ask for the result of this job later, and save that instead",
                     "this is the number of a job that Eurostat had not finished, not its data");
        return NULL;
    }
    if (rk_eurostat_signature(head, length) == 0) {
        rk_error_set(error, RK_ERROR_SYNTAX, (RkPlace){file, 1, 1}, NULL,
                     "the first cell does not name dimensions and periods, such as \"freq,geo\\TIME_PERIOD\"");
        return NULL;
    }
    RkSource opened = *source;
    opened.stream = g_steal_pointer(&stream);
    return rk_eurostat_read(&opened, options, error);
}

static const char *const extensions[] = {"tsv", NULL};

const RkFormat rk_format_eurostat_tsv = {.name = "eurostat-tsv",
                                         .extensions = extensions,
                                         .summary = "Eurostat's TSV: a series a line, a period a column, with flags",
                                         .shape = &rk_encoding_shape,
                                         .sniff = sniff,
                                         .read = read_tsv};
