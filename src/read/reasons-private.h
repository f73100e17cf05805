/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a value is missing, in words that are the same whatever the format: read from the flags beside it. A value that
 * is there has no reason.
 */
#ifndef RK_READ_REASONS_PRIVATE_H
#define RK_READ_REASONS_PRIVATE_H

#include "read/read.h"

G_BEGIN_DECLS

/* The name of the column that says why. */
#define RK_REASON_COLUMN "reason"

typedef enum {
    RK_REASON_NONE,
    RK_REASON_NOT_AVAILABLE,
    RK_REASON_CONFIDENTIAL,
    RK_REASON_NOT_APPLICABLE,
    RK_REASON_CANNOT_EXIST,
    RK_REASON_NOT_COLLECTED,
    RK_REASON_SUPPRESSED,
    RK_REASON_HOLIDAY,
    RK_REASONS
} RkReason;

/* The reason of a missing value from its flags (may be NULL): c, z, m, l, q, h; everything else is "not available". */
RkReason rk_reason_of_flags(const char *flags, gsize length);
/* "confidential" …; NULL for RK_REASON_NONE. */
const char *rk_reason_word(RkReason reason);
/* A text column of reasons (one for each of `count` values; g_malloc'ed bytes, taken over). */
RkColumn *rk_reason_column(guint8 *reasons, gsize count);
/* The reasons of a measure's missing values, from its flags (a text column or NULL). */
RkColumn *rk_reason_column_of(const RkColumn *measure, const RkColumn *flags);

G_END_DECLS

#endif
