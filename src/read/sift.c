/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks of cells as columns that a filter can look at, and without the rows that it does not keep.
 */
#include "read/sift-private.h"

#include "read/reshape-private.h"
#include "table/builder.h"

#include <math.h>

/* TRUE when words that no kept row has can still change what the column is. */
static gboolean is_open(const RkCells *all, const RkCellRules *rules)
{
    return rules->parse != RK_PARSE_TEXT && rules->parse != RK_PARSE_NUMBER && !rk_survey_is_settled(&all->survey);
}

void rk_cells_meet(RkCells *all, RkCells *block, const RkCellRules *rules)
{
    gboolean some = FALSE;
    if (all->textual || block->textual) {
        rk_cells_turn(all, rules);
        rk_cells_turn(block, rules);
    }
    if (!all->textual && !all->not_years)
        all->not_years = rk_cells_hold_other_than_years(block, &some);
    if (!all->textual || !is_open(all, rules))
        return;
    for (guint32 code = 0; all != block && code < block->words->count; code++)
        rk_dictionary_code(all->words, rk_dictionary_word(block->words, code),
                           rk_dictionary_length(block->words, code));
    rk_survey_go_on(&all->survey, all->words, rules);
}

void rk_cells_watch(RkCells *all, const RkCells *block, const RkCellRules *rules)
{
    RkFrequency frequency;
    if (!all->textual || rules->parse != RK_PARSE_INFER || !rk_survey_is_settled(&all->survey))
        return;
    for (guint32 code = 0; code < block->words->count; code++)
        rk_survey_add(&all->survey, rk_word_kind(rk_dictionary_word(block->words, code),
                                                 rk_dictionary_length(block->words, code), rules, &frequency));
}

gboolean rk_cells_leave_doubt(RkCells *all, const RkCellRules *rules)
{
    if (!all->textual || rules->parse != RK_PARSE_INFER)
        return FALSE;
    rk_survey_go_on(&all->survey, all->words, rules);
    return (all->survey.any & (RK_WORD_NUMBER | RK_WORD_CODE | RK_WORD_TIME)) != 0 &&
           rk_survey_type(&all->survey, FALSE) == RK_COLUMN_TEXT;
}

static RkColumn *show_numbers(const RkCells *all, const RkCells *block, const RkCellRules *rules, gboolean vega_types)
{
    double *values = g_memdup2(block->numbers, MAX(block->length, 1) * sizeof *values);
    gboolean some = all->survey.some || all->length > 0;
    gboolean years = rules->parse == RK_PARSE_INFER && !vega_types && rk_name_says_time(rules->name) &&
                     !all->not_years && !rk_cells_hold_other_than_years(block, &some) && some;
    if (!years)
        return rk_column_new_numbers(rules->name, values, block->length);
    for (gsize row = 0; row < block->length; row++)
        values[row] = rk_year_start(values[row]);
    return rk_column_new_times(rules->name, values, block->length, RK_FREQUENCY_YEAR);
}

static RkColumn *show_words(const RkCells *block, const RkCellRules *rules)
{
    guint32 *codes = g_memdup2(block->codes, MAX(block->length, 1) * sizeof *codes);
    return rk_column_new_words(rules->name, codes, block->length, rk_dictionary_ref(block->words));
}

RkColumn *rk_cells_show(const RkCells *all, const RkCells *block, const RkCellRules *rules, gboolean vega_types)
{
    if (!block->textual)
        return show_numbers(all, block, rules, vega_types);
    RkColumnType type = rules->parse == RK_PARSE_TIME      ? RK_COLUMN_TIME
                        : rules->parse == RK_PARSE_BOOLEAN ? RK_COLUMN_BOOLEAN
                        : rules->parse == RK_PARSE_TEXT    ? RK_COLUMN_TEXT
                                                           : rk_survey_type(&all->survey, FALSE);
    if (type == RK_COLUMN_TIME)
        return rk_cells_times(block, rules, vega_types);
    return type == RK_COLUMN_BOOLEAN ? rk_cells_booleans(block, rules) : show_words(block, rules);
}

/* What a number is as a word: four digits are a year, too. */
static guint kind_of_number(double value, const char *spelling, gsize length, const RkCellRules *rules)
{
    RkFrequency frequency;
    if (spelling != NULL)
        return rk_word_kind(spelling, length, rules, &frequency);
    gboolean year = value >= 1000 && value <= 9999 && value == floor(value);
    return year ? RK_WORD_NUMBER | RK_WORD_TIME : RK_WORD_NUMBER;
}

/* Takes down the numbers that are left out, while they can still say something new. */
static void note_numbers(RkCells *all, const RkCells *block, const RkCellRules *rules, const guint8 *kept)
{
    RkSpellingWalk walk = {0};
    for (gsize row = 0; row < block->length; row++) {
        char buffer[RK_NUMBER_BUFFER];
        gsize length = 0;
        const char *spelling = rk_cells_spelling(block, rules, &walk, row, buffer, &length);
        if (!kept[row] && !isnan(block->numbers[row]))
            rk_survey_add(&all->survey, kind_of_number(block->numbers[row], spelling, length, rules));
        if (all->survey.some && all->survey.all == RK_WORD_NUMBER)
            return;
    }
}

void rk_cells_sift(RkCells *all, RkCells *block, const RkCellRules *rules, const guint8 *kept)
{
    gsize count = 0;
    gboolean open = rules->parse == RK_PARSE_INFER && !(all->survey.some && all->survey.all == RK_WORD_NUMBER);
    if (!block->textual && open)
        note_numbers(all, block, rules, kept);
    if (!block->textual)
        rk_cells_sift_spellings(block, kept);
    for (gsize row = 0; row < block->length; row++) {
        if (block->textual)
            block->codes[count] = block->codes[row];
        else
            block->numbers[count] = block->numbers[row];
        count += kept[row] != 0;
    }
    block->length = count;
}
