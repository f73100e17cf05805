/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "owid": CSV of Our World in Data: Entity, Code, Year or Day, and a column for each measure. Codes and names are texts
 * whatever they look like; everything else is read as in any CSV.
 */
#include "read/record-private.h"

#include <string.h>

/* The header begins with these; TRUE when a measure follows. */
static gboolean is_header(const GPtrArray *fields)
{
    return fields != NULL && fields->len > 3 && rk_record_find(fields, "Entity", FALSE) == 0 &&
           rk_record_find(fields, "Code", FALSE) == 1 &&
           (rk_record_find(fields, "Year", FALSE) == 2 || rk_record_find(fields, "Day", FALSE) == 2);
}

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    g_autoptr(GPtrArray) fields = rk_record_fields((const char *)head, length, ',', NULL);
    return is_header(fields) ? 92 : 0;
}

static RkTable *read_rows(const RkSource *source, const GPtrArray *names, guint lines, const RkReadOptions *options,
                          GError **error)
{
    g_auto(RkDeclaration) declaration;
    RkReadOptions own = *options;
    rk_declaration_init(&declaration, options->format);
    rk_declaration_parse(&declaration, names->pdata[0], "string");
    rk_declaration_parse(&declaration, names->pdata[1], "string");
    own.format = rk_declaration_format(&declaration);
    return rk_csv_read_given(source, &own, &(RkCsvGiven){names, lines, ','}, error);
}

static RkTable *read_owid(const RkSource *source, const RkReadOptions *options, GError **error)
{
    static const RkReadOptions none = {0};
    options = options != NULL ? options : &none;
    const char *file = rk_source_name(source);
    const char *encoding = rk_value_text_or(rk_value_get(options->format, "encoding"), NULL);
    guint lines = 0;
    g_autoptr(RkStream) stream = rk_stream_open(source, encoding, error);
    g_autoptr(GPtrArray) names = stream != NULL ? rk_record_take(stream, ',', file, &lines, error) : NULL;
    if (names == NULL || !rk_record_check_names(names, (RkPlace){file, lines, 0}, error))
        return NULL;
    if (!is_header(names)) {
        rk_error_set(error, RK_ERROR_SYNTAX, (RkPlace){file, lines, 0}, NULL,
                     "the header does not begin with Entity, Code and Year or Day");
        return NULL;
    }
    RkSource opened = *source;
    opened.stream = g_steal_pointer(&stream);
    return read_rows(&opened, names, lines, options, error);
}

static const char *const extensions[] = {"csv", NULL};

const RkFormat rk_format_owid = {.name = "owid",
                                 .extensions = extensions,
                                 .summary = "CSV of Our World in Data",
                                 .shape = &rk_rules_shape,
                                 .sniff = sniff,
                                 .read = read_owid};
