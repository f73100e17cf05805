/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "csv": delimited text. Named outright the delimiter is a comma, unless `format.delimiter` says otherwise; found by
 * its content, the delimiter is found out too.
 */
#include "read/csv-private.h"

#include <string.h>

/* Any text may be delimited text, so other formats that know a signature come first. */
static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)path;
    return length == 0 || memchr(head, '\0', length) == NULL ? 10 : 1;
}

static RkTable *read_csv(const RkSource *source, const RkReadOptions *options, GError **error)
{
    gboolean named = options != NULL && rk_value_has(options->format, "type");
    return rk_csv_read(source, options, named ? ',' : 0, error);
}

static const char *const extensions[] = {"csv", "txt", NULL};

const RkFormat rk_format_csv = {.name = "csv",
                                .extensions = extensions,
                                .summary = "comma-separated text; other delimiters are found out when no type is named",
                                .shape = &rk_csv_shape,
                                .sniff = sniff,
                                .read = read_csv};
