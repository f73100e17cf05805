/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "owid": CSV of Our World in Data: Entity, Code, Year or Day, and a column for each measure. Codes and names are texts
 * whatever they look like; everything else is read as in any CSV.
 */
#include "read/named-header-private.h"

#include <string.h>

/* The header begins with these; TRUE when a measure follows. */
static gboolean is_header(const GPtrArray *fields)
{
    return fields->len > 3 && rk_record_find(fields, "Entity", FALSE) == 0 &&
           rk_record_find(fields, "Code", FALSE) == 1 &&
           (rk_record_find(fields, "Year", FALSE) == 2 || rk_record_find(fields, "Day", FALSE) == 2);
}

static const RkNamedHeader header = {is_header, "the header does not begin with Entity, Code and Year or Day"};

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    return rk_named_header_sniff(&header, head, length);
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
    RkSource opened;
    guint lines;
    g_autoptr(GPtrArray) names = rk_named_header_open(&header, source, options, &opened, &lines, error);
    if (names == NULL)
        return NULL;
    return read_rows(&opened, names, lines, options, error);
}

static const char *const extensions[] = {"csv", NULL};

const RkFormat rk_format_owid = {.name = "owid",
                                 .extensions = extensions,
                                 .summary = "CSV of Our World in Data",
                                 .shape = &rk_rules_shape,
                                 .sniff = sniff,
                                 .read = read_owid};
