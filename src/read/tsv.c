/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "tsv": delimited text with tabs, when the type is named. By its content it is found as "csv".
 */
#include "read/csv-private.h"

static guint sniff(const guint8 *head, gsize length, const char *path)
{
    (void)head;
    (void)length;
    (void)path;
    return 0;
}

static RkTable *read_tsv(const RkSource *source, const RkReadOptions *options, GError **error)
{
    return rk_csv_read(source, options, '\t', error);
}

static const char *const extensions[] = {"tsv", "tab", NULL};

const RkFormat rk_format_tsv = {.name = "tsv",
                                .extensions = extensions,
                                .summary = "tab-separated text",
                                .shape = &rk_csv_shape,
                                .sniff = sniff,
                                .read = read_tsv};
