/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Picking rows of a column by number: the one primitive behind filter, sort, join and sample. A row number past the end
 * gives a missing value, so it never reads outside. Words are shared, not copied.
 */
#include "table/builder.h"
#include "table/column-private.h"

#include <math.h>

static double *gather_numbers(const RkPayload *payload, const guint32 *rows, gsize count)
{
    double *values = g_new(double, count);
    for (gsize at = 0; at < count; at++)
        values[at] = rows[at] < payload->length ? payload->numbers[rows[at]] : NAN;
    return values;
}

static guint32 *gather_codes(const RkPayload *payload, const guint32 *rows, gsize count)
{
    guint32 *values = g_new(guint32, count);
    for (gsize at = 0; at < count; at++)
        values[at] = rows[at] < payload->length ? payload->codes[rows[at]] : RK_TEXT_MISSING;
    return values;
}

static guint8 *gather_booleans(const RkPayload *payload, const guint32 *rows, gsize count)
{
    guint8 *values = g_new(guint8, count);
    for (gsize at = 0; at < count; at++)
        values[at] = rows[at] < payload->length ? payload->booleans[rows[at]] : RK_BOOLEAN_MISSING;
    return values;
}

static void *gather_values(const RkPayload *payload, const guint32 *rows, gsize count)
{
    if (payload->type == RK_COLUMN_TEXT)
        return gather_codes(payload, rows, count);
    if (payload->type == RK_COLUMN_BOOLEAN)
        return gather_booleans(payload, rows, count);
    return gather_numbers(payload, rows, count);
}

static guint8 *gather_blanks(const RkPayload *payload, const guint32 *rows, gsize count)
{
    guint8 *blanks = payload->blanks == NULL ? NULL : g_new(guint8, MAX(count, 1));
    for (gsize at = 0; blanks != NULL && at < count; at++)
        blanks[at] = rows[at] < payload->length ? payload->blanks[rows[at]] : RK_BLANK_PLAIN;
    return blanks;
}

/* What is left may have one frequency again. */
static RkColumn *gather_periods(const RkColumn *column, const guint32 *rows, gsize count)
{
    const RkPayload *payload = column->payload;
    guint8 *frequencies = g_new(guint8, MAX(count, 1));
    for (gsize at = 0; at < count; at++)
        frequencies[at] = rows[at] < payload->length ? payload->frequencies[rows[at]] : (guint8)payload->frequency;
    return rk_column_new_periods(column->name, gather_numbers(payload, rows, count), frequencies, count);
}

static RkColumn *gather_payload(const RkColumn *column, const guint32 *rows, gsize count)
{
    const RkPayload *payload = column->payload;
    if (payload->frequencies != NULL)
        return gather_periods(column, rows, count);
    RkDictionary *dictionary = payload->dictionary != NULL ? rk_dictionary_ref(payload->dictionary) : NULL;
    RkColumn *picked = rk_column_new(column->name, payload->type, gather_values(payload, rows, count), count,
                                     dictionary, payload->frequency);
    picked->payload->absent = payload->absent;
    return picked;
}

RkColumn *rk_column_gather(const RkColumn *column, const guint32 *rows, gsize count)
{
    RkColumn *picked = gather_payload(column, rows, count);
    rk_column_set_blanks(picked, gather_blanks(column->payload, rows, count));
    if (column->unit != NULL)
        picked->unit = rk_column_gather(column->unit, rows, count);
    if (column->flag != NULL)
        picked->flag = rk_column_gather(column->flag, rows, count);
    if (column->reason != NULL)
        picked->reason = rk_column_gather(column->reason, rows, count);
    picked->labelled = g_strdup(column->labelled);
    return picked;
}
