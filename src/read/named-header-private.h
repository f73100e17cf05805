/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Formats that are CSV with certain names in the header.
 */
#ifndef RK_READ_NAMED_HEADER_PRIVATE_H
#define RK_READ_NAMED_HEADER_PRIVATE_H

#include "read/record-private.h"

G_BEGIN_DECLS

typedef struct {
    gboolean (*fits)(const GPtrArray *fields);
    const char *fault; /* what an unfit header lacks, as a message */
} RkNamedHeader;

/* How sure it is that a file with this head has the header. */
guint rk_named_header_sniff(const RkNamedHeader *header, const guint8 *head, gsize length);
/* The names, and in `opened` the source behind the header, which the CSV reader takes over. NULL with an error. */
GPtrArray *rk_named_header_open(const RkNamedHeader *header, const RkSource *source, const RkReadOptions *options,
                                RkSource *opened, guint *lines, GError **error);

G_END_DECLS

#endif
