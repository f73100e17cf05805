/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns: counted references to shared values, and the accessors. Nothing here changes a value.
 */
#include "table/column-private.h"

#include "base/number.h"
#include "table/builder.h"

#include <math.h>
#include <string.h>

static RkColumn *wrap_payload(const char *name, RkPayload *payload)
{
    RkColumn *column = g_new0(RkColumn, 1);
    g_atomic_ref_count_init(&column->references);
    column->name = g_strdup(name != NULL ? name : "");
    column->payload = payload;
    return column;
}

/* From so many values on, the allocator takes zeros from the kernel. */
#define MANY_CODES 65536u

/* Units, indicators and frequencies are often one word in every row. Such a column is all zeros, and zeros that nobody
 * ever wrote take no memory. */
static guint32 *let_go_of_zeros(guint32 *codes, gsize length)
{
    for (gsize row = 0; row < length; row++) {
        if (codes[row] != 0)
            return codes;
    }
    g_free(codes);
    return g_new0(guint32, length);
}

RkColumn *rk_column_new(const char *name, RkColumnType type, void *values, gsize length, RkDictionary *dictionary,
                        RkFrequency frequency)
{
    RkPayload *payload = g_new0(RkPayload, 1);
    g_atomic_ref_count_init(&payload->references);
    payload->type = type;
    payload->frequency = frequency;
    payload->length = length;
    /* An empty column has an array too: NULL tells callers that the type is another. */
    payload->values = values != NULL ? values : g_malloc0(sizeof(double));
    payload->dictionary = dictionary;
    if (type == RK_COLUMN_TEXT && length >= MANY_CODES)
        payload->codes = let_go_of_zeros(payload->codes, length);
    return wrap_payload(name, payload);
}

RkColumn *rk_column_new_numbers(const char *name, double *values, gsize length)
{
    return rk_column_new(name, RK_COLUMN_NUMBER, values, length, NULL, RK_FREQUENCY_NONE);
}

RkColumn *rk_column_new_absent(const char *name, gsize length)
{
    double *values = g_new(double, MAX(length, 1));
    for (gsize row = 0; row < length; row++)
        values[row] = NAN;
    RkColumn *column = rk_column_new_numbers(name, values, length);
    column->payload->absent = TRUE;
    return column;
}

void rk_column_set_blanks(RkColumn *column, guint8 *blanks)
{
    RkPayload *payload = column->payload;
    g_free(payload->blanks);
    payload->blanks = blanks;
    payload->mixed = FALSE;
    for (gsize row = 0; blanks != NULL && payload->type == RK_COLUMN_TEXT && row < payload->length; row++)
        payload->mixed |= blanks[row] > RK_BLANK_NAN && payload->codes[row] != RK_TEXT_MISSING;
}

gboolean rk_column_is_mixed(const RkColumn *column)
{
    return column->payload->mixed;
}

RkColumnType rk_column_guise(const RkColumn *column, gsize row)
{
    const RkPayload *payload = column->payload;
    gboolean said = payload->mixed && row < payload->length && payload->blanks[row] > RK_BLANK_NAN;
    return said ? (RkColumnType)(payload->blanks[row] - RK_BLANK_GUISE(0)) : payload->type;
}

const char *rk_blank_name(RkBlank blank)
{
    return blank == RK_BLANK_UNDEFINED ? "undefined" : blank == RK_BLANK_NAN ? "NaN" : "null";
}

RkBlank rk_column_blank(const RkColumn *column, gsize row)
{
    const RkPayload *payload = column->payload;
    if (payload->absent)
        return RK_BLANK_UNDEFINED;
    gboolean said = payload->blanks != NULL && row < payload->length && rk_column_is_missing(column, row);
    return said && payload->blanks[row] <= RK_BLANK_NAN ? (RkBlank)payload->blanks[row] : RK_BLANK_PLAIN;
}

gboolean rk_column_has_blanks(const RkColumn *column)
{
    return column->payload->absent || column->payload->blanks != NULL;
}

gboolean rk_column_is_absent(const RkColumn *column)
{
    return column->payload->absent;
}

RkColumn *rk_column_new_times(const char *name, double *values, gsize length, RkFrequency frequency)
{
    return rk_column_new(name, RK_COLUMN_TIME, values, length, NULL, frequency);
}

RkColumn *rk_column_new_periods(const char *name, double *values, guint8 *frequencies, gsize length)
{
    RkFrequency finest = RK_FREQUENCY_NONE, coarsest = RK_FREQUENCY_MOMENT;
    for (gsize row = 0; row < length; row++) {
        if (isnan(values[row]))
            continue;
        finest = MAX(finest, (RkFrequency)frequencies[row]);
        coarsest = MIN(coarsest, (RkFrequency)frequencies[row]);
    }
    RkColumn *column = rk_column_new(name, RK_COLUMN_TIME, values, length, NULL, finest);
    if (coarsest < finest)
        column->payload->frequencies = g_steal_pointer(&frequencies);
    g_free(frequencies);
    return column;
}

RkColumn *rk_column_new_booleans(const char *name, guint8 *values, gsize length)
{
    return rk_column_new(name, RK_COLUMN_BOOLEAN, values, length, NULL, RK_FREQUENCY_NONE);
}

RkColumn *rk_column_new_codes(const char *name, guint32 *codes, gsize length, const RkColumn *words_from)
{
    g_return_val_if_fail(words_from->payload->type == RK_COLUMN_TEXT, NULL);
    return rk_column_new(name, RK_COLUMN_TEXT, codes, length, rk_dictionary_ref(words_from->payload->dictionary),
                         RK_FREQUENCY_NONE);
}

RkColumn *rk_column_new_words(const char *name, guint32 *codes, gsize length, RkDictionary *words)
{
    return rk_column_new(name, RK_COLUMN_TEXT, codes, length, words, RK_FREQUENCY_NONE);
}

RkColumn *rk_column_ref(const RkColumn *column)
{
    RkColumn *shared = (RkColumn *)column;
    g_atomic_ref_count_inc(&shared->references);
    return shared;
}

static void payload_unref(RkPayload *payload)
{
    if (!g_atomic_ref_count_dec(&payload->references))
        return;
    rk_dictionary_unref(payload->dictionary);
    g_free(payload->values);
    g_free(payload->frequencies);
    g_free(payload->blanks);
    g_free(payload);
}

void rk_column_unref(RkColumn *column)
{
    if (column == NULL || !g_atomic_ref_count_dec(&column->references))
        return;
    payload_unref(column->payload);
    rk_column_unref(column->unit);
    rk_column_unref(column->flag);
    rk_column_unref(column->reason);
    g_free(column->labelled);
    g_free(column->name);
    g_free(column);
}

const char *rk_column_name(const RkColumn *column)
{
    return column->name;
}

RkColumnType rk_column_type(const RkColumn *column)
{
    return column->payload->type;
}

const char *rk_column_type_name(RkColumnType type)
{
    static const char *const names[] = {"number", "text", "time", "boolean"};
    return (guint)type < G_N_ELEMENTS(names) ? names[type] : "unknown";
}

gsize rk_column_length(const RkColumn *column)
{
    return column->payload->length;
}

RkFrequency rk_column_frequency(const RkColumn *column)
{
    return column->payload->frequency;
}

RkFrequency rk_column_frequency_at(const RkColumn *column, gsize row)
{
    const RkPayload *payload = column->payload;
    return payload->frequencies != NULL && row < payload->length ? (RkFrequency)payload->frequencies[row]
                                                                 : payload->frequency;
}

const guint8 *rk_column_frequencies(const RkColumn *column)
{
    return column->payload->frequencies;
}

const double *rk_column_numbers(const RkColumn *column)
{
    RkColumnType type = column->payload->type;
    return type == RK_COLUMN_NUMBER || type == RK_COLUMN_TIME ? column->payload->numbers : NULL;
}

const guint32 *rk_column_codes(const RkColumn *column)
{
    return column->payload->type == RK_COLUMN_TEXT ? column->payload->codes : NULL;
}

const guint8 *rk_column_booleans(const RkColumn *column)
{
    return column->payload->type == RK_COLUMN_BOOLEAN ? column->payload->booleans : NULL;
}

guint32 rk_column_words(const RkColumn *column)
{
    return column->payload->dictionary != NULL ? column->payload->dictionary->count : 0;
}

const char *rk_column_word(const RkColumn *column, guint32 code)
{
    return code < rk_column_words(column) ? rk_dictionary_word(column->payload->dictionary, code) : NULL;
}

gboolean rk_column_is_missing(const RkColumn *column, gsize row)
{
    const RkPayload *payload = column->payload;
    if (row >= payload->length)
        return TRUE;
    if (payload->type == RK_COLUMN_TEXT)
        return payload->codes[row] == RK_TEXT_MISSING;
    if (payload->type == RK_COLUMN_BOOLEAN)
        return payload->booleans[row] == RK_BOOLEAN_MISSING;
    return isnan(payload->numbers[row]);
}

const char *rk_column_text(const RkColumn *column, gsize row)
{
    const RkPayload *payload = column->payload;
    if (payload->type != RK_COLUMN_TEXT || row >= payload->length)
        return NULL;
    return rk_column_word(column, payload->codes[row]);
}

char *rk_column_write(const RkColumn *column, gsize row)
{
    const RkPayload *payload = column->payload;
    char buffer[RK_NUMBER_BUFFER];
    if (rk_column_is_missing(column, row))
        return NULL;
    if (payload->type == RK_COLUMN_TEXT)
        return g_strdup(rk_column_text(column, row));
    if (payload->type == RK_COLUMN_BOOLEAN)
        return g_strdup(payload->booleans[row] ? "true" : "false");
    if (payload->type == RK_COLUMN_TIME)
        return g_strdup(
            rk_period_write(payload->numbers[row], rk_column_frequency_at(column, row), buffer, sizeof buffer));
    return g_strdup(rk_number_shortest(payload->numbers[row], buffer));
}

const RkColumn *rk_column_unit(const RkColumn *column)
{
    return column->unit;
}

const RkColumn *rk_column_flag(const RkColumn *column)
{
    return column->flag;
}

const RkColumn *rk_column_reason(const RkColumn *column)
{
    return column->reason;
}

static gboolean may_accompany(const RkColumn *column, const RkColumn *companion)
{
    return companion == NULL ||
           (companion->payload->type == RK_COLUMN_TEXT && companion->payload->length == column->payload->length);
}

RkColumn *rk_column_with(const RkColumn *column, const char *name, const RkColumn *unit, const RkColumn *flag)
{
    g_return_val_if_fail(may_accompany(column, unit) && may_accompany(column, flag), NULL);
    g_atomic_ref_count_inc(&column->payload->references);
    RkColumn *other = wrap_payload(name != NULL ? name : column->name, column->payload);
    other->unit = unit != NULL ? rk_column_ref(unit) : NULL;
    other->flag = flag != NULL ? rk_column_ref(flag) : NULL;
    other->reason = column->reason != NULL ? rk_column_ref(column->reason) : NULL;
    other->labelled = g_strdup(column->labelled);
    return other;
}

RkColumn *rk_column_with_reason(const RkColumn *column, const RkColumn *reason)
{
    g_return_val_if_fail(may_accompany(column, reason), NULL);
    RkColumn *other = rk_column_with(column, NULL, column->unit, column->flag);
    rk_column_unref(other->reason);
    other->reason = reason != NULL ? rk_column_ref(reason) : NULL;
    return other;
}
