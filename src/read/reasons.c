/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flags of missing values into reasons. The letters are those of Eurostat and of SDMX's list of observation states;
 * letters that say nothing about a missing value leave it "not available".
 */
#include "read/reasons-private.h"

#include "table/builder.h"
#include "table/flags.h"

#include <math.h>
#include <string.h>

/* The letter behind each reason. */
static const char letters[RK_REASONS] = {
    [RK_REASON_NOT_AVAILABLE] = 'o', [RK_REASON_CONFIDENTIAL] = 'c',  [RK_REASON_NOT_APPLICABLE] = 'z',
    [RK_REASON_CANNOT_EXIST] = 'm',  [RK_REASON_NOT_COLLECTED] = 'l', [RK_REASON_SUPPRESSED] = 'q',
    [RK_REASON_HOLIDAY] = 'h'};

RkReason rk_reason_of_flags(const char *flags, gsize length)
{
    char letter = rk_flag_why(flags, length);
    for (guint reason = RK_REASON_NONE + 1; letter != 0 && reason < RK_REASONS; reason++)
        if (letters[reason] == letter)
            return (RkReason)reason;
    return RK_REASON_NOT_AVAILABLE;
}

const char *rk_reason_word(RkReason reason)
{
    return reason == RK_REASON_NONE ? NULL : rk_flag_meaning(letters[reason])->word;
}

RkColumn *rk_reason_column(guint8 *reasons, gsize count)
{
    RkColumnBuilder *builder = rk_column_builder_new(RK_REASON_COLUMN, RK_COLUMN_TEXT);
    for (gsize row = 0; row < count; row++)
        rk_column_builder_text(builder, rk_reason_word((RkReason)reasons[row]), -1);
    g_free(reasons);
    return rk_column_builder_finish(builder);
}

RkColumn *rk_reason_column_of(const RkColumn *measure, const RkColumn *flags)
{
    gsize count = rk_column_length(measure);
    guint8 *reasons = g_new0(guint8, MAX(count, 1));
    for (gsize row = 0; row < count; row++) {
        const char *flag = flags != NULL ? rk_column_text(flags, row) : NULL;
        if (rk_column_is_missing(measure, row))
            reasons[row] = (guint8)rk_reason_of_flags(flag, flag != NULL ? strlen(flag) : 0);
    }
    return rk_reason_column(reasons, count);
}
