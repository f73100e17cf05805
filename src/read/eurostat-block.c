/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of Eurostat's TSV into codes, values, flags and reasons. Whatever is wrong first in the block is its fault. A
 * series must have as many codes as there are dimensions, and as many cells as there are periods.
 */
#include "read/eurostat-private.h"

#include <math.h>
#include <string.h>

static gpointer create(void)
{
    RkEurostatBlock *block = g_new0(RkEurostatBlock, 1);
    block->codes = g_array_new(FALSE, FALSE, sizeof(guint32));
    block->lines = g_array_new(FALSE, FALSE, sizeof(guint32));
    block->values = g_array_new(FALSE, FALSE, sizeof(double));
    block->flags = g_array_new(FALSE, FALSE, sizeof(guint32));
    block->reasons = g_array_new(FALSE, FALSE, sizeof(guint8));
    return block;
}

static void forget_words(RkEurostatBlock *block)
{
    for (guint i = 0; i < block->dimensions; i++)
        rk_dictionary_unref(block->words[i]);
    g_clear_pointer(&block->words, g_free);
    g_clear_pointer(&block->flag_words, rk_dictionary_unref);
    block->dimensions = 0;
}

static void destroy(gpointer data)
{
    RkEurostatBlock *block = data;
    forget_words(block);
    g_array_unref(block->codes);
    g_array_unref(block->lines);
    g_array_unref(block->values);
    g_array_unref(block->flags);
    g_array_unref(block->reasons);
    rk_csv_fault_clear(&block->fault);
    g_free(block->bytes);
    g_free(block);
}

static void prepare(RkEurostatBlock *block, const RkEurostatHead *head)
{
    forget_words(block);
    block->dimensions = head->dimensions->len;
    block->words = g_new(RkDictionary *, block->dimensions);
    for (guint i = 0; i < block->dimensions; i++)
        block->words[i] = rk_dictionary_new();
    block->flag_words = rk_dictionary_new();
    g_array_set_size(block->codes, 0);
    g_array_set_size(block->lines, 0);
    g_array_set_size(block->values, 0);
    g_array_set_size(block->flags, 0);
    g_array_set_size(block->reasons, 0);
    block->line_count = 0;
    block->skipped = 0;
    block->changed = 0;
    block->last = 0;
    block->last_length = 0;
    block->unsorted = FALSE;
}

static guint column_of(const char *line, const char *at)
{
    return (guint)g_utf8_strlen(line, at - line) + 1;
}

/* The codes of a series. */
static gboolean read_key(RkEurostatBlock *block, const RkEurostatHead *head, const char *line, gsize length)
{
    const char *at = line, *end = line + length;
    guint count = 0;
    for (;; at++) {
        const char *comma = memchr(at, ',', (gsize)(end - at));
        const char *stop = comma != NULL ? comma : end;
        while (stop > at && stop[-1] == ' ')
            stop--;
        if (stop == at) {
            rk_csv_fault(&block->fault, RK_ERROR_DATA, block->line_count + 1, column_of(line, at), NULL,
                         "a code of the series is empty");
            return FALSE;
        }
        if (count < head->dimensions->len) {
            guint32 code = head->kept[count] || (gint)count == head->frequency_at
                               ? rk_dictionary_code(block->words[count], at, (gsize)(stop - at))
                               : 0;
            g_array_append_val(block->codes, code);
        }
        count++;
        if (comma == NULL)
            break;
        at = comma;
    }
    if (count == head->dimensions->len)
        return TRUE;
    rk_csv_fault(&block->fault, RK_ERROR_SYNTAX, block->line_count + 1, 1,
                 count < head->dimensions->len ? "is the file cut off?" : NULL,
                 "the series has %u codes, the header has %u dimensions", count, head->dimensions->len);
    return FALSE;
}

gboolean rk_eurostat_is_sorted(const char *before, gsize before_length, const char *key, gsize length)
{
    int order = memcmp(before, key, MIN(before_length, length));
    return order < 0 || (order == 0 && before_length < length);
}

/* Where series stand in order, the same one again stands next to itself. */
static gboolean check_repeated(RkEurostatBlock *block, const char *line, gsize length)
{
    gboolean same = block->last_length == length && length > 0 && memcmp(block->bytes + block->last, line, length) == 0;
    if (same)
        rk_csv_fault(&block->fault, RK_ERROR_DATA, block->line_count + 1, 1, "remove one of the two lines",
                     "the series \"%.*s\" stands here a second time", (int)MIN(length, 200), line);
    block->unsorted =
        block->unsorted || (block->last_length > 0 &&
                            !rk_eurostat_is_sorted(block->bytes + block->last, block->last_length, line, length));
    block->last = (gsize)(line - block->bytes);
    block->last_length = length;
    return !same;
}

static RkFrequency frequency_of_series(const RkEurostatBlock *block, const RkEurostatHead *head)
{
    static const struct {
        char letter;
        RkFrequency frequency;
    } letters[] = {{'A', RK_FREQUENCY_YEAR},  {'S', RK_FREQUENCY_HALF_YEAR}, {'Q', RK_FREQUENCY_QUARTER},
                   {'M', RK_FREQUENCY_MONTH}, {'W', RK_FREQUENCY_WEEK},      {'D', RK_FREQUENCY_DAY}};
    if (!head->mixed || head->frequency_at < 0)
        return RK_FREQUENCY_NONE;
    guint at = block->codes->len - head->dimensions->len + (guint)head->frequency_at;
    const char *word = rk_dictionary_word(block->words[head->frequency_at], g_array_index(block->codes, guint32, at));
    for (guint i = 0; i < G_N_ELEMENTS(letters); i++)
        if (word[0] == letters[i].letter && word[1] == '\0')
            return letters[i].frequency;
    return RK_FREQUENCY_NONE;
}

/* TRUE when nothing stands where a series of years, say, has no month. */
static gboolean is_of_another_frequency(const RkEurostatHead *head, RkFrequency frequency, guint period,
                                        const RkEurostatCell *cell)
{
    return frequency != RK_FREQUENCY_NONE && head->frequencies[period] != RK_FREQUENCY_NONE &&
           head->frequencies[period] != frequency && isnan(cell->value) && cell->flag_count == 0;
}

/* Room for one more series; returns where it begins. */
static gsize add_series(RkEurostatBlock *block, guint periods)
{
    gsize start = block->values->len;
    guint32 line = block->line_count + 1;
    g_array_append_val(block->lines, line);
    g_array_set_size(block->values, block->values->len + periods);
    g_array_set_size(block->flags, block->flags->len + periods);
    g_array_set_size(block->reasons, block->reasons->len + periods);
    return start;
}

static void refuse_cell(RkEurostatBlock *block, const RkEurostatHead *head, const char *line, const char *cell,
                        gsize length, guint period)
{
    g_autofree char *shown = rk_rules_excerpt(cell, length);
    rk_csv_fault(&block->fault, RK_ERROR_DATA, block->line_count + 1, column_of(line, cell),
                 "a cell is a number with a point, or \":\", and letters behind a space",
                 "\"%s\" in the period %s is no value with flags", shown, (char *)head->periods->pdata[period]);
}

static void refuse_count(RkEurostatBlock *block, guint count, guint periods)
{
    rk_csv_fault(&block->fault, RK_ERROR_SYNTAX, block->line_count + 1, 0, "is the file cut off?",
                 "the series has %u cells, the header has %u periods", count, periods);
}

/* The cells of a series, from behind its key. */
static void read_cells(RkEurostatBlock *block, const RkEurostatHead *head, const char *line, const char *at,
                       const char *end)
{
    guint periods = head->periods->len, count = 0;
    RkFrequency frequency = frequency_of_series(block, head);
    gsize start = add_series(block, periods);
    for (; at < end; count++) {
        const char *cell = at + 1;
        const char *tab = memchr(cell, '\t', (gsize)(end - cell));
        RkEurostatCell found;
        at = tab != NULL ? tab : end;
        if (count >= periods)
            continue;
        if (!rk_eurostat_cell(cell, (gsize)(at - cell), &found)) {
            refuse_cell(block, head, line, cell, (gsize)(at - cell), count);
            return;
        }
        if (found.changed && block->changed++ == 0)
            block->changed_line = block->line_count + 1;
        if (is_of_another_frequency(head, frequency, count, &found)) {
            found.reason = RK_EUROSTAT_SKIPPED;
            block->skipped++;
        }
        g_array_index(block->values, double, start + count) = found.value;
        g_array_index(block->reasons, guint8, start + count) = found.reason;
        g_array_index(block->flags, guint32, start + count) =
            found.flag_count == 0 ? RK_TEXT_MISSING
                                  : rk_dictionary_code(block->flag_words, found.flags, found.flag_count);
    }
    if (count != periods)
        refuse_count(block, count, periods);
}

static void read_line(RkEurostatBlock *block, const RkEurostatHead *head, const char *line, const char *end)
{
    if (end > line && end[-1] == '\r')
        end--;
    if (end == line)
        return;
    const char *tab = memchr(line, '\t', (gsize)(end - line));
    gsize key = (gsize)((tab != NULL ? tab : end) - line);
    if (read_key(block, head, line, key) && check_repeated(block, line, key))
        read_cells(block, head, line, line + key, end);
}

static void work(gpointer data, gconstpointer plan)
{
    RkEurostatBlock *block = data;
    RkCsvFault bad_bytes = {0};
    prepare(block, plan);
    gsize sound = rk_csv_check_bytes(block->bytes, block->length, '\t', FALSE, &bad_bytes);
    const char *end = block->bytes + sound;
    for (const char *line = block->bytes; line < end && !block->fault.set;) {
        const char *stop = memchr(line, '\n', (gsize)(end - line));
        if (stop == NULL && bad_bytes.set)
            break;
        read_line(block, plan, line, stop != NULL ? stop : end);
        block->line_count += stop != NULL;
        line = stop != NULL ? stop + 1 : end;
    }
    if (bad_bytes.set && !block->fault.set)
        block->fault = bad_bytes;
    else
        rk_csv_fault_clear(&bad_bytes);
}

const RkRingKind rk_eurostat_ring_kind = {create, work, destroy};
