/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns value by value. The array of values grows by doubling, so untouched pages cost address space and no memory;
 * finishing gives the rest back. It does not validate UTF-8: whoever reads the file did.
 */
#include "table/builder.h"

#include "table/column-private.h"

#include <math.h>
#include <string.h>

#define FIRST_CAPACITY 64u

struct RkColumnBuilder {
    char *name;
    RkColumnType type;
    RkFrequency frequency;
    guint8 *frequencies; /* of each row so far, from the first on that differs; NULL while all are alike */
    GByteArray *blanks;  /* of each row up to the last that has one; NULL while there is none */
    gsize length;
    gsize capacity;
    union {
        void *values;
        double *numbers;
        guint32 *codes;
        guint8 *booleans;
    };
    RkDictionary *dictionary;
    /* Neighbouring rows often repeat a word: the last one is compared before anything is hashed. */
    guint32 last_code;
    gsize last_length;
    const char *last_word;
};

static gsize value_size(RkColumnType type)
{
    if (type == RK_COLUMN_TEXT)
        return sizeof(guint32);
    return type == RK_COLUMN_BOOLEAN ? sizeof(guint8) : sizeof(double);
}

RkColumnBuilder *rk_column_builder_new(const char *name, RkColumnType type)
{
    RkColumnBuilder *builder = g_new0(RkColumnBuilder, 1);
    builder->name = g_strdup(name);
    builder->type = type;
    builder->last_length = G_MAXSIZE;
    if (type == RK_COLUMN_TEXT)
        builder->dictionary = rk_dictionary_new();
    return builder;
}

void rk_column_builder_free(RkColumnBuilder *builder)
{
    if (builder == NULL)
        return;
    rk_dictionary_unref(builder->dictionary);
    g_free(builder->values);
    g_free(builder->frequencies);
    g_clear_pointer(&builder->blanks, g_byte_array_unref);
    g_free(builder->name);
    g_free(builder);
}

static void grow(RkColumnBuilder *builder)
{
    builder->capacity = builder->capacity == 0 ? FIRST_CAPACITY : builder->capacity * 2;
    builder->values = g_realloc_n(builder->values, builder->capacity, value_size(builder->type));
    if (builder->frequencies != NULL)
        builder->frequencies = g_realloc(builder->frequencies, builder->capacity);
}

static inline void reserve_one(RkColumnBuilder *builder)
{
    if (G_UNLIKELY(builder->length == builder->capacity))
        grow(builder);
}

void rk_column_builder_number(RkColumnBuilder *builder, double value)
{
    g_return_if_fail(builder->type == RK_COLUMN_NUMBER);
    reserve_one(builder);
    builder->numbers[builder->length++] = value;
}

/* The first period of another frequency: from now on each row says its own. */
static void note_frequency(RkColumnBuilder *builder, RkFrequency frequency)
{
    if (builder->frequency == RK_FREQUENCY_NONE || builder->frequency == frequency || builder->frequencies != NULL)
        return;
    builder->frequencies = g_malloc(builder->capacity);
    memset(builder->frequencies, (int)builder->frequency, builder->length);
}

void rk_column_builder_time(RkColumnBuilder *builder, double start, RkFrequency frequency)
{
    g_return_if_fail(builder->type == RK_COLUMN_TIME);
    reserve_one(builder);
    if (!isnan(start))
        note_frequency(builder, frequency);
    if (builder->frequencies != NULL)
        builder->frequencies[builder->length] = (guint8)frequency;
    builder->numbers[builder->length++] = start;
    if (!isnan(start))
        builder->frequency = MAX(builder->frequency, frequency);
}

void rk_column_builder_boolean(RkColumnBuilder *builder, guint8 value)
{
    g_return_if_fail(builder->type == RK_COLUMN_BOOLEAN);
    reserve_one(builder);
    builder->booleans[builder->length++] = MIN(value, RK_BOOLEAN_MISSING);
}

static guint32 look_up(RkColumnBuilder *builder, const char *text, gsize length)
{
    guint32 code = rk_dictionary_code(builder->dictionary, text, length);
    if (code == RK_TEXT_MISSING)
        return code;
    builder->last_code = code;
    builder->last_length = length;
    /* Adding may move the arena, but only this function adds. */
    builder->last_word = rk_dictionary_word(builder->dictionary, code);
    return code;
}

void rk_column_builder_text(RkColumnBuilder *builder, const char *text, gssize length)
{
    g_return_if_fail(builder->type == RK_COLUMN_TEXT);
    if (text == NULL) {
        rk_column_builder_missing(builder);
        return;
    }
    gsize size = length < 0 ? strlen(text) : (gsize)length;
    gboolean same = size == builder->last_length && memcmp(text, builder->last_word, size) == 0;
    reserve_one(builder);
    builder->codes[builder->length++] = same ? builder->last_code : look_up(builder, text, size);
}

void rk_column_builder_missing(RkColumnBuilder *builder)
{
    reserve_one(builder);
    gsize row = builder->length++;
    if (builder->type == RK_COLUMN_TEXT)
        builder->codes[row] = RK_TEXT_MISSING;
    else if (builder->type == RK_COLUMN_BOOLEAN)
        builder->booleans[row] = RK_BOOLEAN_MISSING;
    else
        builder->numbers[row] = NAN;
    if (builder->frequencies != NULL)
        builder->frequencies[row] = RK_FREQUENCY_NONE;
}

/* What is more to say of the last row. */
static void note_blank(RkColumnBuilder *builder, guint8 blank)
{
    gsize row = builder->length - 1;
    if (blank == RK_BLANK_PLAIN || row >= G_MAXUINT - 1)
        return;
    if (builder->blanks == NULL)
        builder->blanks = g_byte_array_new();
    guint known = builder->blanks->len;
    g_byte_array_set_size(builder->blanks, (guint)row + 1);
    memset(builder->blanks->data + known, RK_BLANK_PLAIN, row - known);
    builder->blanks->data[row] = blank;
}

void rk_column_builder_blank(RkColumnBuilder *builder, RkBlank blank)
{
    rk_column_builder_missing(builder);
    note_blank(builder, (guint8)blank);
}

void rk_column_builder_guise(RkColumnBuilder *builder, RkColumnType type, const char *text)
{
    g_return_if_fail(builder->type == RK_COLUMN_TEXT);
    rk_column_builder_text(builder, text, -1);
    if (type != RK_COLUMN_TEXT)
        note_blank(builder, RK_BLANK_GUISE(type));
}

static guint8 *finish_blanks(RkColumnBuilder *builder)
{
    if (builder->blanks == NULL)
        return NULL;
    guint8 *blanks = g_malloc0(builder->length);
    memcpy(blanks, builder->blanks->data, builder->blanks->len);
    return blanks;
}

RkColumnType rk_column_builder_type(const RkColumnBuilder *builder)
{
    return builder->type;
}

gsize rk_column_builder_length(const RkColumnBuilder *builder)
{
    return builder->length;
}

static RkColumn *finish_periods(RkColumnBuilder *builder)
{
    RkColumn *column = rk_column_new_periods(builder->name, g_steal_pointer(&builder->numbers),
                                             g_steal_pointer(&builder->frequencies), builder->length);
    rk_column_set_blanks(column, finish_blanks(builder));
    rk_column_builder_free(builder);
    return column;
}

RkColumn *rk_column_builder_finish(RkColumnBuilder *builder)
{
    if (builder->frequencies != NULL)
        return finish_periods(builder);
    void *values = g_realloc_n(g_steal_pointer(&builder->values), builder->length, value_size(builder->type));
    if (builder->dictionary != NULL)
        rk_dictionary_seal(builder->dictionary);
    RkColumn *column = rk_column_new(builder->name, builder->type, values, builder->length,
                                     g_steal_pointer(&builder->dictionary), builder->frequency);
    rk_column_set_blanks(column, finish_blanks(builder));
    rk_column_builder_free(builder);
    return column;
}
