/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells of a column as numbers or as words, and the way from the one to the other. What the column finally is, is
 * decided in infer.c.
 */
#include "read/cells-private.h"

#include "base/large.h"
#include "base/number-scan.h"

#include <math.h>
#include <string.h>

#define FIRST_CAPACITY 1024u
#define EMPTY_TEXT G_MAXUINT32

/* A missing value that remembers which of the declared texts it was (0: an empty cell, EMPTY_TEXT: a text without
 * characters that stays one among words). */
static double missing_number(guint token)
{
    guint64 bits = G_GUINT64_CONSTANT(0x7ff8000000000000) | token;
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static guint missing_token(double value)
{
    guint64 bits;
    memcpy(&bits, &value, sizeof bits);
    return (guint)(bits & G_MAXUINT32);
}

void rk_cells_clear(RkCells *cells)
{
    g_free(cells->values);
    rk_dictionary_unref(cells->words);
    g_clear_pointer(&cells->spellings, g_array_unref);
    if (cells->spelt != NULL)
        g_string_free(cells->spelt, TRUE);
    rk_survey_clear(&cells->survey);
    *cells = (RkCells){0};
}

void rk_cells_restart(RkCells *cells, gboolean textual)
{
    if (cells->textual != textual)
        rk_cells_clear(cells);
    g_clear_pointer(&cells->words, rk_dictionary_unref);
    if (textual)
        cells->words = rk_dictionary_new();
    if (cells->spellings != NULL) {
        g_array_set_size(cells->spellings, 0);
        g_string_truncate(cells->spelt, 0);
    }
    cells->textual = textual;
    cells->length = 0;
}

/* The memory grows in place or by moving pages, so the room that is not used yet costs none. */
void rk_cells_reserve(RkCells *cells, gsize more)
{
    if (G_LIKELY(cells->length + more <= cells->capacity))
        return;
    gsize size = cells->textual ? sizeof *cells->codes : sizeof *cells->numbers, old = cells->capacity * size;
    cells->capacity = MAX(cells->length + more, cells->capacity + cells->capacity / 2 + FIRST_CAPACITY);
    cells->values = rk_large_realloc(cells->values, old, cells->capacity * size);
}

static void put_number(RkCells *cells, double value)
{
    rk_cells_reserve(cells, 1);
    cells->numbers[cells->length++] = value;
}

/* Without text it is missing. */
static void put_word(RkCells *cells, const char *text, gsize length)
{
    rk_cells_reserve(cells, 1);
    cells->codes[cells->length++] = text == NULL ? RK_TEXT_MISSING : rk_dictionary_code(cells->words, text, length);
}

static gboolean follows(const RkCellRules *rules, const char *text, gsize length)
{
    double start;
    RkFrequency frequency;
    if (rk_cell_says_missing(rules, text, length))
        return TRUE;
    if (rules->parse == RK_PARSE_TIME)
        return rk_rules_time(rules, text, length, &start, &frequency);
    if (rules->parse == RK_PARSE_BOOLEAN)
        return rk_cell_boolean(text, length) != RK_BOOLEAN_MISSING;
    return TRUE;
}

/* Only words that are new can break a declared type. */
static RkCellFate add_word(RkCells *cells, const RkCellRules *rules, const char *text, gsize length)
{
    guint32 known = cells->words->count;
    put_word(cells, text, length);
    if (cells->words->count == known || follows(rules, text, length))
        return RK_CELL_KEPT;
    return rules->loose ? RK_CELL_VOID : RK_CELL_REFUSED;
}

static RkCellFate add_other(RkCells *cells, const RkCellRules *rules, const char *text, gsize length)
{
    if (rules->parse == RK_PARSE_NUMBER && !rules->loose)
        return RK_CELL_REFUSED;
    if (rules->parse == RK_PARSE_NUMBER) {
        put_number(cells, missing_number(0));
        return RK_CELL_VOID;
    }
    rk_cells_turn(cells, rules);
    put_word(cells, text, length);
    return RK_CELL_TURNED;
}

static RkCellFate add_spelt(RkCells *cells, const RkCellRules *rules, const char *text, gsize length)
{
    double value = 0;
    if (!rk_number_parse(text, length, rules->syntax, &value) ||
        (rules->parse != RK_PARSE_NUMBER && rk_cell_is_code(rules, text, length)))
        return add_other(cells, rules, text, length);
    rk_cells_spell(cells, text, length);
    put_number(cells, value);
    return RK_CELL_KEPT;
}

RkCellFate rk_cells_add(RkCells *cells, const RkCellRules *rules, const char *text, gsize length)
{
    if (rules->missing_here != NULL && length > 0 && rk_cell_token(rules->missing_here, text, length) > 0)
        length = 0;
    if (length == 0 && !rules->keeps_empty)
        text = NULL;
    if (cells->textual)
        return add_word(cells, rules, text, length);
    guint token = rules->missing != NULL && length > 0 ? rk_cell_token(rules->missing, text, length) : 0;
    double value = 0;
    guint decimals = 0;
    if (length == 0 || token > 0)
        put_number(cells, missing_number(length == 0 && text != NULL ? EMPTY_TEXT : token));
    else if (rk_number_scan(text, text + length, rules->syntax.decimal, &value, &decimals) == length)
        rk_cells_add_scanned(cells, value, decimals);
    else
        return add_spelt(cells, rules, text, length);
    return RK_CELL_KEPT;
}

void rk_cells_add_number(RkCells *cells, double value)
{
    if (cells->textual) {
        char buffer[RK_NUMBER_BUFFER];
        const char *text = isnan(value) ? NULL : rk_number_shortest(value, buffer);
        put_word(cells, text, text == NULL ? 0 : strlen(text));
        return;
    }
    put_number(cells, isnan(value) ? missing_number(0) : value);
}

static void put_written(RkCells *cells, const RkCellRules *rules, double value)
{
    char buffer[RK_NUMBER_BUFFER];
    if (isnan(value)) {
        guint token = missing_token(value);
        const char *text = token == 0            ? NULL
                           : token == EMPTY_TEXT ? ""
                                                 : rk_value_text_or(rk_value_at(rules->missing, token - 1), "");
        put_word(cells, text, text == NULL ? 0 : strlen(text));
        return;
    }
    gsize length = rk_cells_write_plain(value, rules->syntax.decimal, 0, buffer);
    put_word(cells, buffer, length);
}

void rk_cells_turn(RkCells *cells, const RkCellRules *rules)
{
    if (cells->textual)
        return;
    RkCells numbers = *cells;
    numbers.survey = (RkSurvey){0};
    *cells = (RkCells){.textual = TRUE, .words = rk_dictionary_new(), .survey = cells->survey};
    rk_cells_reserve(cells, numbers.length + 1);
    RkSpellingWalk walk = {0};
    for (gsize row = 0; row < numbers.length; row++) {
        char buffer[RK_NUMBER_BUFFER];
        gsize length = 0;
        const char *spelling = rk_cells_spelling(&numbers, rules, &walk, row, buffer, &length);
        if (spelling != NULL)
            put_word(cells, spelling, length);
        else
            put_written(cells, rules, numbers.numbers[row]);
    }
    rk_cells_clear(&numbers);
}

static void append_words(RkCells *cells, const RkCells *more)
{
    guint32 count = more->words->count;
    g_autofree guint32 *translated = g_new(guint32, (gsize)count + 1);
    guint32 *codes = cells->codes + cells->length;
    memset(translated, 0xff, ((gsize)count + 1) * sizeof *translated);
    /* Words that only rows had which were left out are not taken along. */
    for (gsize row = 0; row < more->length; row++) {
        guint32 code = more->codes[row];
        if (code != RK_TEXT_MISSING && G_UNLIKELY(translated[code] == RK_TEXT_MISSING))
            translated[code] = rk_dictionary_code(cells->words, rk_dictionary_word(more->words, code),
                                                  rk_dictionary_length(more->words, code));
        codes[row] = code == RK_TEXT_MISSING ? RK_TEXT_MISSING : translated[code];
    }
}

void rk_cells_append(RkCells *cells, RkCells *more, const RkCellRules *rules)
{
    if (cells->textual || more->textual) {
        rk_cells_turn(cells, rules);
        rk_cells_turn(more, rules);
    }
    if (more->length == 0)
        return;
    rk_cells_reserve(cells, more->length);
    if (cells->textual) {
        append_words(cells, more);
    } else {
        rk_cells_append_spellings(cells, more);
        memcpy(cells->numbers + cells->length, more->numbers, more->length * sizeof *more->numbers);
    }
    cells->length += more->length;
}
