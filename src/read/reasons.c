/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flags of missing values into reasons. The letters are those of Eurostat and of SDMX's list of observation states;
 * letters that say nothing about a missing value leave it "not available".
 */
#include "read/reasons-private.h"

#include "table/builder.h"

#include <math.h>
#include <string.h>

static const char *const words[RK_REASONS] = {[RK_REASON_NOT_AVAILABLE] = "not available",
                                              [RK_REASON_CONFIDENTIAL] = "confidential",
                                              [RK_REASON_NOT_APPLICABLE] = "not applicable",
                                              [RK_REASON_CANNOT_EXIST] = "cannot exist",
                                              [RK_REASON_NOT_COLLECTED] = "not collected"};

RkReason rk_reason_of_flags(const char *flags, gsize length)
{
    static const struct {
        char letter;
        RkReason reason;
    } letters[] = {{'c', RK_REASON_CONFIDENTIAL},
                   {'z', RK_REASON_NOT_APPLICABLE},
                   {'m', RK_REASON_CANNOT_EXIST},
                   {'l', RK_REASON_NOT_COLLECTED}};
    for (guint i = 0; i < G_N_ELEMENTS(letters) && length > 0; i++)
        if (memchr(flags, letters[i].letter, length) != NULL)
            return letters[i].reason;
    return RK_REASON_NOT_AVAILABLE;
}

const char *rk_reason_word(RkReason reason)
{
    return words[reason];
}

RkColumn *rk_reason_column(guint8 *reasons, gsize count)
{
    RkColumnBuilder *builder = rk_column_builder_new(RK_REASON_COLUMN, RK_COLUMN_TEXT);
    for (gsize row = 0; row < count; row++)
        rk_column_builder_text(builder, words[reasons[row]], -1);
    g_free(reasons);
    return rk_column_builder_finish(builder);
}

RkColumn *rk_reason_column_of(const RkColumn *measure, const RkColumn *flags)
{
    gsize count = rk_column_length(measure);
    guint8 *reasons = g_new0(guint8, MAX(count, 1));
    for (gsize row = 0; row < count; row++) {
        const char *letters = flags != NULL ? rk_column_text(flags, row) : NULL;
        if (rk_column_is_missing(measure, row))
            reasons[row] = (guint8)rk_reason_of_flags(letters, letters != NULL ? strlen(letters) : 0);
    }
    return rk_reason_column(reasons, count);
}
