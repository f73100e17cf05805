/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinds of words, and what a column of such words is. Every different word is looked at once.
 */
#include "read/cells-private.h"

#include <string.h>

gboolean rk_word_is_number_with_comma(const char *word, gsize length)
{
    static const RkNumberSyntax ways[] = {{',', 0}, {'.', ','}, {',', '.'}};
    double value;
    if (memchr(word, ',', length) == NULL)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(ways); i++)
        if (rk_number_parse(word, length, ways[i], &value))
            return TRUE;
    return FALSE;
}

guint rk_word_kind(const char *word, gsize length, const RkCellRules *rules, RkFrequency *frequency)
{
    double value;
    *frequency = RK_FREQUENCY_NONE;
    if (rk_cell_says_missing(rules, word, length))
        return RK_WORD_MISSING;
    if (rk_cell_boolean(word, length) != RK_BOOLEAN_MISSING)
        return RK_WORD_BOOLEAN;
    gboolean code = rk_cell_is_code(rules, word, length);
    guint kind = 0;
    if (rk_number_parse(word, length, rules->syntax, &value))
        kind = code ? RK_WORD_CODE : RK_WORD_NUMBER;
    else if (rules->syntax.decimal == '.' && rk_word_is_number_with_comma(word, length))
        kind = RK_WORD_COMMA;
    /* In the grammar nothing is a date that nobody asks a date of. */
    if (!rules->loose && kind != RK_WORD_CODE && rk_period_parse(word, length, &value, frequency))
        kind |= RK_WORD_TIME;
    return kind;
}

void rk_survey_clear(RkSurvey *survey)
{
    g_free(survey->kinds);
    *survey = (RkSurvey){0};
}

void rk_survey_add(RkSurvey *survey, guint kind)
{
    if (kind == RK_WORD_MISSING)
        return;
    survey->all = survey->some ? survey->all & kind : kind;
    survey->any |= kind;
    survey->some = TRUE;
    survey->not_if_comma = survey->not_if_comma || (kind & (RK_WORD_NUMBER | RK_WORD_COMMA)) == 0;
    survey->not_if_code = survey->not_if_code || (kind & (RK_WORD_NUMBER | RK_WORD_CODE)) == 0;
}

void rk_survey_go_on(RkSurvey *survey, const RkDictionary *words, const RkCellRules *rules)
{
    if (words->count > survey->reserved) {
        survey->reserved = words->count + words->count / 2 + 8;
        survey->kinds = g_renew(guint8, survey->kinds, survey->reserved);
    }
    for (; survey->count < words->count; survey->count++) {
        RkFrequency frequency;
        guint kind = rk_word_kind(rk_dictionary_word(words, survey->count), rk_dictionary_length(words, survey->count),
                                  rules, &frequency);
        survey->kinds[survey->count] = (guint8)kind;
        survey->finest = MAX(survey->finest, frequency);
        rk_survey_add(survey, kind);
    }
}

gboolean rk_survey_is_settled(const RkSurvey *survey)
{
    return survey->some && survey->all == 0 && survey->not_if_comma;
}

RkColumnType rk_survey_type(const RkSurvey *survey, gboolean quoted)
{
    if ((survey->all & RK_WORD_BOOLEAN) != 0 && !quoted)
        return RK_COLUMN_BOOLEAN;
    if ((survey->all & RK_WORD_TIME) != 0 && (survey->all & RK_WORD_NUMBER) == 0)
        return RK_COLUMN_TIME;
    return RK_COLUMN_TEXT;
}
