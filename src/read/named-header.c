/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Formats that are CSV with certain names in the header: recognised by them, and read on behind them. They refuse a
 * header that merely comes near.
 */
#include "read/named-header-private.h"

guint rk_named_header_sniff(const RkNamedHeader *header, const guint8 *head, gsize length)
{
    g_autoptr(GPtrArray) fields = rk_record_fields((const char *)head, length, ',', NULL);
    return fields != NULL && header->fits(fields) ? 92 : 0;
}

/* The names, and in `opened` the source behind the header, which the CSV reader takes over. NULL with an error. */
static GPtrArray *open_behind(const RkNamedHeader *header, const RkSource *source, const RkReadOptions *options,
                              RkSource *opened, guint *lines, GError **error)
{
    const char *file = rk_source_name(source);
    const char *encoding = rk_value_text_or(rk_value_get(options->format, "encoding"), NULL);
    *lines = 0;
    g_autoptr(RkStream) stream = rk_stream_open(source, encoding, error);
    g_autoptr(GPtrArray) names = stream != NULL ? rk_record_take(stream, ',', file, lines, error) : NULL;
    RkPlace place = {file, *lines, 0};
    if (names == NULL || !rk_record_check_names(names, place, error))
        return NULL;
    if (!header->fits(names)) {
        rk_error_set(error, RK_ERROR_SYNTAX, place, NULL, "%s", header->fault);
        return NULL;
    }
    *opened = *source;
    opened->stream = g_steal_pointer(&stream);
    return g_steal_pointer(&names);
}

RkTable *rk_named_header_read(const RkNamedHeader *header, const RkSource *source, const RkReadOptions *options,
                              GError **error)
{
    static const RkReadOptions none = {0};
    options = options != NULL ? options : &none;
    RkSource opened;
    guint lines;
    g_autoptr(GPtrArray) names = open_behind(header, source, options, &opened, &lines, error);
    return names != NULL ? header->read_rows(&opened, names, lines, options, error) : NULL;
}
