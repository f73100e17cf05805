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
    /* Reads what stands behind the header of `names`, which took that many lines. */
    RkTable *(*read_rows)(const RkSource *source, const GPtrArray *names, guint lines, const RkReadOptions *options,
                          GError **error);
} RkNamedHeader;

/* How sure it is that a file with this head has the header. */
guint rk_named_header_sniff(const RkNamedHeader *header, const guint8 *head, gsize length);
/* Reads such a file; `options` may be NULL. NULL with a located error. */
RkTable *rk_named_header_read(const RkNamedHeader *header, const RkSource *source, const RkReadOptions *options,
                              GError **error);

G_END_DECLS

#endif
