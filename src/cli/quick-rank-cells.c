/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the cells of a table of ranks have room for: value and rank, the value alone, or nothing but their colour. It
 * counts characters, because the figure is written before anything measures its letters.
 */
#include "cli/quick-rank.h"

#include "base/format.h"
#include "table/flags.h"

/* A page of the theme "report", what a character of a name takes, and one of a cell with its size of 9.5. */
#define PAGE 623.0
#define NAME_CHARACTER 6.0
#define CHARACTER 5.4
/* What tells one cell's text from the next. */
#define GAP 6.0
/* Names in another language than that of the data are not known here. */
#define OTHER_NAMES 14

guint rk_rank_columns(const RkRankPlan *plan)
{
    if (plan->moments > 1 || plan->section == NULL)
        return MAX(plan->moments, 1);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (gsize row = 0; row < rk_table_rows(plan->table); row++)
        if (!rk_column_is_missing(plan->section, row))
            g_hash_table_add(seen, (gpointer)rk_column_text(plan->section, row));
    return MAX(g_hash_table_size(seen), 1);
}

static glong longest_name(const RkRankPlan *plan)
{
    glong longest = plan->request->language != NULL ? OTHER_NAMES : 0;
    for (guint i = 0; i < plan->places->len; i++)
        longest = MAX(longest, g_utf8_strlen(plan->places->pdata[i], -1));
    return longest;
}

static glong longest_value(const RkRankPlan *plan, const char *pattern)
{
    glong longest = 0;
    for (gsize row = 0; row < rk_table_rows(plan->table); row++) {
        g_autofree char *text = rk_column_is_missing(plan->value, row)
                                    ? NULL
                                    : rk_format_number(pattern, rk_column_numbers(plan->value)[row], NULL, NULL);
        longest = MAX(longest, text != NULL ? g_utf8_strlen(text, -1) : 0);
    }
    return longest;
}

/** Letters of flags stand in the corner of their cell, parted by blanks; those of uncertain values are hatching. */
static guint count_letters(const char *flag)
{
    guint count = 0;
    flag = rk_flag_plain(flag);
    char letter;
    while (flag != NULL && rk_flag_is_letters(flag) && (letter = rk_flag_take(&flag)) != '\0') {
        const RkFlagMeaning *meaning = rk_flag_meaning(rk_flag_letter(letter));
        count += letter != 'A' && (meaning == NULL || meaning->kind != RK_FLAG_UNCERTAIN);
    }
    return count;
}

static guint most_letters(const RkRankPlan *plan)
{
    const RkColumn *flag = rk_column_flag(plan->value);
    guint most = 0;
    for (gsize row = 0; flag != NULL && row < rk_table_rows(plan->table); row++)
        if (!rk_column_is_missing(plan->value, row))
            most = MAX(most, count_letters(rk_column_text(flag, row)));
    return most;
}

RkRankCell rk_rank_cell_room(const RkRankPlan *plan, const char *pattern)
{
    double room = (PAGE - NAME_CHARACTER * (double)longest_name(plan)) / rk_rank_columns(plan) - GAP;
    guint letters = most_letters(plan);
    /* The value stands in the middle: what its right side leaves to letters its left side leaves as well. */
    room -= letters > 0 ? 2 * CHARACTER * (2 * letters - 1) : 0;
    double value = (double)longest_value(plan, pattern);
    double brackets = 3 + (plan->places->len > 99 ? 3 : plan->places->len > 9 ? 2 : 1);
    if (CHARACTER * (value + brackets) <= room)
        return RK_RANK_CELL_VALUE_AND_RANK;
    return CHARACTER * value <= room ? RK_RANK_CELL_VALUE : RK_RANK_CELL_EMPTY;
}

const char *rk_rank_cell_subtitle(RkRankCell cell)
{
    /* On a dark ground the first rank is the lightest: the words must hold for every theme. */
    static const char *const subtitles[] = {[RK_RANK_CELL_VALUE_AND_RANK] = NULL,
                                            [RK_RANK_CELL_VALUE] = "Values, strongest colour for the first rank",
                                            [RK_RANK_CELL_EMPTY] = "Ranks, strongest colour for the first"};
    return subtitles[cell];
}

char *rk_rank_cell_text(RkRankCell cell, const char *datum, const char *pattern)
{
    return g_strdup_printf("isValid(datum.rank) ? format(%s, '%s')%s : null", datum, pattern,
                           cell == RK_RANK_CELL_VALUE_AND_RANK ? " + ' (' + datum.rank + ')'" : "");
}
