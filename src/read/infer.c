/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The type of a column from all its cells. Every different text is looked at once. A decimal comma is never guessed:
 * when a column that somebody uses would be numbers under another way of writing them, reading shows both readings, and
 * stops unless it follows the grammar.
 */
#include "read/infer-private.h"

#include "read/reshape-private.h"
#include "read/rules-private.h"
#include "table/builder.h"

#include <math.h>
#include <string.h>

static RkColumn *finish_text(RkCells *cells, const RkCellRules *rules)
{
    guint32 *codes = g_realloc_n(g_steal_pointer(&cells->values), MAX(cells->length, 1), sizeof *codes);
    rk_dictionary_seal(cells->words);
    return rk_column_new_words(rules->name, codes, cells->length, g_steal_pointer(&cells->words));
}

RkColumn *rk_cells_times(const RkCells *cells, const RkCellRules *rules, gboolean vega_types)
{
    guint32 count = cells->words->count;
    g_autofree double *starts = g_new(double, (gsize)count + 1);
    g_autofree guint8 *frequencies = g_new0(guint8, (gsize)count + 1);
    for (guint32 code = 0; code < count; code++) {
        const char *word = rk_dictionary_word(cells->words, code);
        gsize length = rk_dictionary_length(cells->words, code);
        RkFrequency frequency = RK_FREQUENCY_NONE;
        if (rk_cell_says_missing(rules, word, length) || !rk_rules_time(rules, word, length, &starts[code], &frequency))
            starts[code] = NAN;
        frequencies[code] = (guint8)frequency;
    }
    return rk_column_of_periods(rules->name, cells->codes, cells->length, starts, frequencies, count, vega_types);
}

RkColumn *rk_cells_booleans(const RkCells *cells, const RkCellRules *rules)
{
    guint8 *values = g_new(guint8, MAX(cells->length, 1));
    for (gsize row = 0; row < cells->length; row++) {
        guint32 code = cells->codes[row];
        values[row] = code == RK_TEXT_MISSING ? RK_BOOLEAN_MISSING
                                              : rk_cell_boolean(rk_dictionary_word(cells->words, code),
                                                                rk_dictionary_length(cells->words, code));
    }
    return rk_column_new_booleans(rules->name, values, cells->length);
}

static double *take_numbers(RkCells *cells, const RkCellRules *rules)
{
    double *values = g_realloc_n(g_steal_pointer(&cells->values), MAX(cells->length, 1), sizeof *values);
    /* What the missing values remembered is of no use outside. */
    for (gsize row = 0; (rules->missing != NULL || rules->keeps_empty) && row < cells->length; row++)
        if (isnan(values[row]))
            values[row] = NAN;
    return values;
}

static RkColumn *finish_years(RkCells *cells, const RkCellRules *rules)
{
    gsize length = cells->length;
    double *values = take_numbers(cells, rules);
    for (gsize row = 0; row < length; row++)
        values[row] = rk_year_start(values[row]);
    return rk_column_new_times(rules->name, values, length, RK_FREQUENCY_YEAR);
}

/* Whole numbers that came out as others, and the first of them. */
static void warn_of_lost_digits(const RkCells *cells, const RkCellRules *rules, const RkColumnFacts *facts)
{
    RkSpellingWalk walk = {0};
    g_autofree char *first = NULL;
    gsize count = 0, at = 0;
    for (guint i = 0; cells->spellings != NULL && i < cells->spellings->len; i++) {
        char buffer[RK_NUMBER_BUFFER];
        gsize length = 0, row = g_array_index(cells->spellings, RkSpelling, i).row;
        const char *text = rk_cells_spelling(cells, rules, &walk, row, buffer, &length);
        if (text == buffer || !rk_number_loses_digits(text, length, cells->numbers[row]))
            continue;
        at = count == 0 ? row : at;
        first = count == 0 ? g_strndup(text, length) : first;
        count++;
    }
    if (count == 0)
        return;
    char buffer[RK_NUMBER_BUFFER];
    g_autofree char *hint =
        g_strdup_printf("format.parse: {\"%s\": \"string\"} keeps them as they are written", rules->name);
    rk_diagnostics_add(facts->diagnostics, RK_SEVERITY_WARNING,
                       (RkPlace){facts->file, facts->lines != NULL ? facts->lines[at] : 0, 0}, hint,
                       "\"%s\" in column \"%s\" has more digits than a number holds and becomes %s, the first of "
                       "%" G_GSIZE_FORMAT " such values",
                       first, rules->name, rk_number_shortest(cells->numbers[at], buffer), count);
}

static RkColumn *finish_numbers(RkCells *cells, const RkCellRules *rules, const RkColumnFacts *facts)
{
    if (rules->parse == RK_PARSE_INFER && !facts->vega_types && rk_name_says_time(rules->name) &&
        rk_cells_are_years(cells))
        return finish_years(cells, rules);
    warn_of_lost_digits(cells, rules, facts);
    gsize length = cells->length;
    return rk_column_new_numbers(rules->name, take_numbers(cells, rules), length);
}

static const char *first_word(const RkCells *cells, const guint8 *kinds, guint unwanted)
{
    for (guint32 code = 0; code < cells->words->count; code++)
        if ((kinds[code] & unwanted) == 0)
            return rk_dictionary_word(cells->words, code);
    return "";
}

/* The two numbers that a text with one comma could mean. */
static gboolean two_readings(const char *word, double *with, double *without)
{
    g_auto(GStrv) parts = g_strsplit(word, ",", 0);
    g_autofree char *joined = g_strjoinv("", parts);
    return rk_number_parse(word, strlen(word), (RkNumberSyntax){',', 0}, with) &&
           rk_number_parse(joined, strlen(joined), RK_NUMBER_SYNTAX_PLAIN, without);
}

/* Which numbers the texts could be. Free with g_free(). */
static char *comma_readings(const char *word, const RkCellRules *rules)
{
    g_autofree char *shown = rk_rules_excerpt(word, strlen(word));
    char buffers[2][RK_NUMBER_BUFFER];
    double with, without;
    return two_readings(word, &with, &without)
               ? g_strdup_printf("\"%s\" in column \"%s\" is %s with a decimal comma and %s without", shown,
                                 rules->name, rk_number_shortest(with, buffers[0]),
                                 rk_number_shortest(without, buffers[1]))
               : g_strdup_printf("\"%s\" in column \"%s\" is a number only when its comma is explained", shown,
                                 rules->name);
}

/* The grammar has texts with commas as texts, which transforms may take apart; a figure of our own would be wrong.
 * FALSE with an error. */
static gboolean admit_comma(const RkCells *cells, const RkCellRules *rules, const RkColumnFacts *facts, GError **error)
{
    const char *word = first_word(cells, cells->survey.kinds, RK_WORD_MISSING | RK_WORD_NUMBER);
    g_autofree char *readings = comma_readings(word, rules);
    g_autofree char *hint = g_strdup_printf(
        "set format.decimal: \",\" or format.group: \",\"; format.parse: {\"%s\": \"string\"} keeps the text",
        rules->name);
    if (facts->unused)
        return TRUE;
    if (facts->vega_types)
        rk_diagnostics_add(facts->diagnostics, RK_SEVERITY_WARNING, facts->first_other, hint, "%s; it stays a text",
                           readings);
    else
        rk_error_set(error, RK_ERROR_DATA, facts->first_other, hint, "%s", readings);
    return facts->vega_types;
}

/* How many cells are of a kind, and how many say something. */
static void count_cells(const RkCells *cells, const guint8 *kinds, guint kind, gsize *some, gsize *all)
{
    *some = 0;
    *all = 0;
    for (gsize row = 0; row < cells->length; row++) {
        guint32 code = cells->codes[row];
        if (code == RK_TEXT_MISSING || kinds[code] == RK_WORD_MISSING)
            continue;
        *all += 1;
        *some += (kinds[code] & kind) != 0;
    }
}

/* The same of different texts: those of the kind, and those that are something else. */
static void count_words(const RkCells *cells, const guint8 *kinds, guint kind, gsize *some, gsize *others)
{
    *some = 0;
    *others = 0;
    for (guint32 code = 0; code < cells->words->count; code++) {
        *some += (kinds[code] & kind) != 0;
        *others += (kinds[code] & (RK_WORD_MISSING | kind)) == 0;
    }
}

/* A kind was meant when it is most of the cells, or when all other cells say the same: a word for a missing value
 * however many there are. Codes, which look like numbers now and then, are seldom so alike. */
static gboolean was_meant(const RkCells *cells, const guint8 *kinds, guint kind, gsize some, gsize all)
{
    gsize different, others;
    count_words(cells, kinds, kind, &different, &others);
    return some < all && (some > all - some || (others == 1 && different > 1));
}

/* Where the first row has a word. */
static RkPlace place_of_word(const RkCells *cells, const char *word, const RkColumnFacts *facts)
{
    for (gsize row = 0; facts->lines != NULL && row < cells->length; row++)
        if (cells->codes[row] != RK_TEXT_MISSING && rk_dictionary_word(cells->words, cells->codes[row]) == word)
            return (RkPlace){facts->file, facts->lines[row], 0};
    return (RkPlace){facts->file, 0, 0};
}

/* Some periods, and everything else is at least written as one. */
static gboolean all_look_like_periods(const RkCells *cells, const guint8 *kinds)
{
    for (guint32 code = 0; code < cells->words->count; code++)
        if ((kinds[code] & (RK_WORD_MISSING | RK_WORD_TIME)) == 0 &&
            !rk_cell_looks_like_period(rk_dictionary_word(cells->words, code),
                                       rk_dictionary_length(cells->words, code)))
            return FALSE;
    return TRUE;
}

/* What helps with a word that is in the way. Free with g_free(). */
static char *advise(const char *word, guint kind, const RkCellRules *rules)
{
    const char *minus = "\u2212";
    g_autofree char *shown = rk_rules_excerpt(word, strlen(word));
    if (kind == RK_WORD_NUMBER && rk_word_is_number_with_comma(word, strlen(word)))
        return g_strdup("decimal comma? set format.decimal: \",\"");
    if (kind == RK_WORD_NUMBER && g_str_has_prefix(word, minus) && g_ascii_isdigit(word[strlen(minus)]))
        return g_strdup("a number has a plain minus, -, and this one is U+2212");
    return g_strdup_printf("set format.missing: [\"%s\"], or format.parse: {\"%s\": \"string\"}", shown, rules->name);
}

static void warn_of_odd_word(const RkCells *cells, guint kind, gsize some, gsize all, const RkCellRules *rules,
                             const RkColumnFacts *facts)
{
    const char *word = first_word(cells, cells->survey.kinds, RK_WORD_MISSING | kind);
    g_autofree char *shown = rk_rules_excerpt(word, strlen(word));
    g_autofree char *hint = advise(word, kind, rules);
    RkPlace place = kind == RK_WORD_NUMBER ? facts->first_other : place_of_word(cells, word, facts);
    rk_diagnostics_add(facts->diagnostics, RK_SEVERITY_WARNING, place, hint,
                       "\"%s\" makes the column \"%s\" text, though %" G_GSIZE_FORMAT " of its %" G_GSIZE_FORMAT
                       " values are %s",
                       shown, rules->name, some, all, kind == RK_WORD_NUMBER ? "numbers" : "periods");
}

/* Years are numbers and periods: what more of the cells are was meant. */
static void warn_when_nearly(const RkCells *cells, const RkCellRules *rules, const RkColumnFacts *facts)
{
    const guint8 *kinds = cells->survey.kinds;
    gsize numbers, periods, all;
    count_cells(cells, kinds, RK_WORD_NUMBER, &numbers, &all);
    count_cells(cells, kinds, RK_WORD_TIME, &periods, &all);
    gboolean dated = all_look_like_periods(cells, kinds) || was_meant(cells, kinds, RK_WORD_TIME, periods, all);
    if (periods > numbers && periods < all && dated)
        warn_of_odd_word(cells, RK_WORD_TIME, periods, all, rules, facts);
    else if (!facts->quoted && was_meant(cells, kinds, RK_WORD_NUMBER, numbers, all))
        warn_of_odd_word(cells, RK_WORD_NUMBER, numbers, all, rules, facts);
}

static void note_codes(const RkCells *cells, const RkSurvey *found, const RkCellRules *rules,
                       const RkColumnFacts *facts)
{
    const char *word = first_word(cells, found->kinds, RK_WORD_MISSING | RK_WORD_NUMBER);
    g_autofree char *shown = rk_rules_excerpt(word, strlen(word));
    g_autofree char *hint = g_strdup_printf("format.parse: {\"%s\": \"number\"} reads numbers", rules->name);
    rk_diagnostics_add(facts->diagnostics, RK_SEVERITY_NOTE, facts->first_other, hint,
                       "the column \"%s\" is kept as text, because \"%s\" is a code", rules->name, shown);
}

static RkColumn *decide(RkCells *cells, const RkCellRules *rules, const RkColumnFacts *facts, GError **error)
{
    const RkSurvey *found = &cells->survey;
    RkColumnType type = rk_survey_type(found, facts->quoted);
    if (type == RK_COLUMN_BOOLEAN)
        return rk_cells_booleans(cells, rules);
    if (type == RK_COLUMN_TIME)
        return rk_cells_times(cells, rules, facts->vega_types);
    if (!facts->quoted && found->some && !found->not_if_comma && (found->any & RK_WORD_COMMA) != 0)
        return admit_comma(cells, rules, facts, error) ? finish_text(cells, rules) : NULL;
    if ((found->any & RK_WORD_CODE) == 0)
        warn_when_nearly(cells, rules, facts);
    else if (!facts->quoted && !found->not_if_code)
        note_codes(cells, found, rules, facts);
    return finish_text(cells, rules);
}

static RkColumn *infer_words(RkCells *cells, const RkCellRules *rules, const RkColumnFacts *facts, GError **error)
{
    rk_survey_go_on(&cells->survey, cells->words, rules);
    return decide(cells, rules, facts, error);
}

/* A cell that does not follow the declared type was read as a missing value. */
static void warn_of_void(const RkCellRules *rules, const RkColumnFacts *facts)
{
    if (rules->parse != RK_PARSE_INFER && facts->first_void.line > 0)
        rk_diagnostics_add(facts->diagnostics, RK_SEVERITY_WARNING, facts->first_void,
                           "set format.missing if it stands for a missing value",
                           "a value of column \"%s\" is not %s, and counts as missing", rules->name,
                           rk_rules_wanted(rules));
}

RkColumn *rk_cells_finish(RkCells *cells, const RkCellRules *rules, const RkColumnFacts *facts, GError **error)
{
    warn_of_void(rules, facts);
    if (!cells->textual)
        return finish_numbers(cells, rules, facts);
    switch (rules->parse) {
    case RK_PARSE_TIME:
        return rk_cells_times(cells, rules, facts->vega_types);
    case RK_PARSE_BOOLEAN:
        return rk_cells_booleans(cells, rules);
    case RK_PARSE_TEXT:
        return finish_text(cells, rules);
    default:
        return infer_words(cells, rules, facts, error);
    }
}
