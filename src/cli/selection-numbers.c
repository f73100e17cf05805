/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table without any column of numbers: which column was meant to be one, and which of its cells stands in the way. It
 * guesses nothing about what the cell means; it says what would make it a number.
 */
#include <string.h>

#include "base/number.h"
#include "cli/selection.h"
#include "cli/writings.h"
#include "table/companions.h"

/* Words that may stand for missing values, in one hint. */
#define MOST_WORDS 4

const RkColumn *rk_selection_called_value(const RkTable *table)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) == RK_COLUMN_NUMBER && rk_column_role(rk_column_name(column)) == RK_ROLE_MEASURE)
            return column;
    }
    return NULL;
}

static gboolean is_number(const char *word)
{
    double value;
    return rk_number_parse(word, strlen(word), RK_NUMBER_SYNTAX_PLAIN, &value);
}

/* "5 %", "1 250,5": a text that begins as a number does. */
static gboolean begins_as_number(const char *word)
{
    return g_ascii_isdigit(*rk_writing_skip_sign(word));
}

/* How many words of a column begin as numbers. */
static guint32 count_numbers(const RkColumn *column)
{
    guint32 count = 0;
    for (guint32 code = 0; code < rk_column_words(column); code++)
        count += begins_as_number(rk_column_word(column, code));
    return count;
}

/* The column that is called the value, else the last of which some word begins as a number; NULL when there is none. */
static const RkColumn *find_meant(const RkTable *table)
{
    const RkColumn *meant = NULL;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) != RK_COLUMN_TEXT || count_numbers(column) == 0)
            continue;
        if (rk_column_role(rk_column_name(column)) == RK_ROLE_MEASURE)
            return column;
        meant = column;
    }
    return meant;
}

static gsize first_odd(const RkColumn *column)
{
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (!rk_column_is_missing(column, row) && !is_number(rk_column_text(column, row)))
            return row;
    return rk_column_length(column);
}

/* "--missing - --missing .." */
static char *missing_options(const RkColumn *column)
{
    GString *hint = g_string_new("if that is a missing value:");
    guint count = 0;
    for (guint32 code = 0; code < rk_column_words(column) && count < MOST_WORDS; code++) {
        const char *word = rk_column_word(column, code);
        g_autofree char *quoted = g_shell_quote(word);
        if (*word == '\0' || begins_as_number(word))
            continue;
        g_string_append_printf(hint, " --missing %s", quoted);
        count++;
    }
    return g_string_free(hint, FALSE);
}

/* What stands behind the digits, points and commas of a text. */
static const char *tail_of(const char *word)
{
    const char *tail = word + strspn(word, "+-0123456789.,");
    return tail + strspn(tail, " ");
}

static char *advise(const RkColumn *column, const char *word)
{
    const char *tail = tail_of(word);
    double value;
    if (!begins_as_number(word))
        return missing_options(column);
    if (rk_number_parse(word, strlen(word), (RkNumberSyntax){',', 0}, &value))
        return g_strdup("with a decimal comma: --decimal ,");
    if (*tail == '%' || g_str_has_prefix(tail, "\u2030"))
        return g_strdup("a number has no sign behind it: take it off, or describe the file by CSVW");
    if (rk_writing_has_minus(word))
        return g_strdup("a number has a plain minus, -, and this one is U+2212");
    if (g_ascii_isdigit(*tail) || rk_writing_has_blanks(word))
        return g_strdup("a number has no blanks between its digits: take them out");
    if (rk_writing_has_commas(word) || rk_writing_has_points(word))
        return g_strdup("a number has no marks between its thousands: take them out");
    return g_strdup_printf("a number stands alone: flags have a column of their own, %s_flag", rk_column_name(column));
}

void rk_selection_refuse_texts(const RkTable *table, const char *path, GError **error)
{
    const RkColumn *meant = find_meant(table);
    gsize row = meant == NULL ? 0 : first_odd(meant);
    if (meant == NULL) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, NULL, "has no column of numbers");
    } else if (row == rk_column_length(meant)) {
        g_autofree char *hint = g_strdup_printf("--parse '%s=number'", rk_column_name(meant));
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, hint,
                     "has no column of numbers: all of column \"%s\" are texts", rk_column_name(meant));
    } else {
        const char *word = rk_column_text(meant, row);
        g_autofree char *hint = advise(meant, word);
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, rk_table_origin(table, row).line, 0}, hint,
                     "has no column of numbers: \"%.40s\" in column \"%s\" is a text", word, rk_column_name(meant));
    }
}
