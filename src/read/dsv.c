/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "dsv": delimited text whose delimiter must be declared in `format.delimiter`.
 */
#include "read/csv-private.h"

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)head;
    (void)length;
    (void)path;
    return 0;
}

static RkTable *read_dsv(const RkSource *source, const RkReadOptions *options, GError **error)
{
    const RkValue *format = options != NULL ? options->format : NULL;
    if (rk_value_has(format, "delimiter"))
        return rk_csv_read(source, options, 0, error);
    if (source->stream != NULL)
        rk_stream_free(source->stream);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(format), "for example format.delimiter: \";\"",
                 "the format \"dsv\" needs a delimiter");
    return NULL;
}

static const char *const extensions[] = {NULL};

const RkFormat rk_format_dsv = {.name = "dsv",
                                .extensions = extensions,
                                .summary = "text with a declared delimiter",
                                .shape = &rk_csv_shape,
                                .sniff = sniff,
                                .read = read_dsv};
