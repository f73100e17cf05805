/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathering flags row by row or group by group. Where nothing is flagged no column is made.
 */
#include "transform/flagging.h"

#include "table/builder.h"

struct RkFlagging {
    const RkColumn *column;
    const RkGroups *groups;
    gboolean own, adds_up;
    RkFlagSet *of_rows, *of_groups;
};

/** The companions of results in the making. */
typedef struct {
    const RkColumn *result;
    RkFlagRule rule;
    RkColumnBuilder *flags, *reasons;
} Flags;

static void append(Flags *flags, const RkFlagSet *set)
{
    char buffer[RK_FLAG_BUFFER];
    gboolean missing = rk_column_is_missing(flags->result, rk_column_builder_length(flags->flags));
    rk_column_builder_text(flags->flags, rk_flag_set_result(set, flags->rule, missing, buffer), -1);
    rk_column_builder_text(flags->reasons, missing ? set->reason : NULL, -1);
}

static Flags flags_new(const RkColumn *result, RkFlagRule rule)
{
    return (Flags){result, rule, rk_column_builder_new("flag", RK_COLUMN_TEXT),
                   rk_column_builder_new("reason", RK_COLUMN_TEXT)};
}

static gboolean says_something(const RkColumn *column)
{
    return rk_column_flag(column) != NULL || rk_column_has_reasons(column);
}

/** Takes over `result`. */
static RkColumn *flags_finish(Flags *flags, RkColumn *result)
{
    g_autoptr(RkColumn) owned = result;
    g_autoptr(RkColumn) flag = rk_column_builder_finish(flags->flags);
    g_autoptr(RkColumn) reason = rk_column_builder_finish(flags->reasons);
    g_autoptr(RkColumn) flagged =
        rk_column_with(owned, NULL, rk_column_unit(owned), rk_column_words(flag) > 0 ? flag : NULL);
    return rk_column_with_reason(flagged, rk_column_words(reason) > 0 ? reason : NULL);
}

static RkFlagging *flagging_new(const RkColumn *column, const RkGroups *groups, gsize rows, gboolean own)
{
    RkFlagging *flagging = g_new0(RkFlagging, 1);
    flagging->column = column;
    flagging->groups = groups;
    flagging->own = own;
    flagging->of_rows = g_new0(RkFlagSet, MAX(rows, 1));
    flagging->of_groups = groups != NULL ? g_new0(RkFlagSet, MAX(groups->count, 1)) : NULL;
    return flagging;
}

RkFlagging *rk_flagging_new(const RkColumn *column, const RkGroups *groups, gsize rows, gboolean own)
{
    return says_something(column) ? flagging_new(column, groups, rows, own) : NULL;
}

void rk_flagging_lack(RkFlagging **flagging, const RkColumn *column, const RkGroups *groups, guint32 group)
{
    if (*flagging == NULL)
        *flagging = flagging_new(column, groups, groups->rows, TRUE);
    rk_flag_set_lacks(&(*flagging)->of_groups[group]);
}

RkFlagging *rk_flagging_new_sums(const RkColumn *column, gsize rows)
{
    RkFlagging *flagging = g_new0(RkFlagging, 1);
    flagging->column = column;
    flagging->adds_up = TRUE;
    flagging->of_rows = g_new0(RkFlagSet, MAX(rows, 1));
    return flagging;
}

static void add_value(RkFlagSet *set, const RkColumn *column, gsize row, gboolean adds_up)
{
    rk_flag_set_add_value(set, column, row);
    if (adds_up && rk_column_is_missing(column, row))
        rk_flag_set_lacks(set);
}

void rk_flagging_free(RkFlagging *flagging)
{
    if (flagging == NULL)
        return;
    g_free(flagging->of_rows);
    g_free(flagging->of_groups);
    g_free(flagging);
}

void rk_flagging_row(RkFlagging *flagging, guint32 row, guint32 other)
{
    if (flagging != NULL)
        rk_flag_set_add_value(&flagging->of_rows[row], flagging->column, other);
}

void rk_flagging_group(RkFlagging *flagging, guint32 group, guint32 other)
{
    if (flagging != NULL && flagging->of_groups != NULL)
        rk_flag_set_add_value(&flagging->of_groups[group], flagging->column, other);
}

void rk_flagging_run(RkFlagging *flagging, guint32 row, const guint32 *rows, guint32 start, guint32 end, RkFlagRun *run)
{
    if (flagging == NULL)
        return;
    gboolean grows = run->end > run->start && run->start == start && run->end <= end;
    if (!grows)
        *run = (RkFlagRun){.start = start, .end = start};
    for (; run->end < end; run->end++)
        add_value(&run->set, flagging->column, rows[run->end], flagging->adds_up);
    flagging->of_rows[row] = run->set;
}

RkColumn *rk_flagging_finish(const RkFlagging *flagging, RkColumn *result, RkFlagRule rule)
{
    if (flagging == NULL || rule == RK_FLAGS_NONE)
        return result;
    Flags flags = flags_new(result, rule);
    for (gsize row = 0; row < rk_column_length(result); row++) {
        RkFlagSet set = flagging->of_rows[row];
        if (flagging->own)
            rk_flag_set_add_value(&set, flagging->column, row);
        if (flagging->of_groups != NULL)
            rk_flag_set_add_all(&set, &flagging->of_groups[flagging->groups->of_row[row]]);
        append(&flags, &set);
    }
    return flags_finish(&flags, result);
}

RkColumn *rk_flags_across(RkColumn *result, const RkColumn *const *columns, guint count, RkFlagRule rule)
{
    g_autoptr(GPtrArray) sources = g_ptr_array_new();
    gboolean some = FALSE;
    for (guint i = 0; i < count; i++) {
        if (columns[i] == NULL || rk_column_numbers(columns[i]) == NULL || g_ptr_array_find(sources, columns[i], NULL))
            continue;
        g_ptr_array_add(sources, (gpointer)columns[i]);
        some = some || says_something(columns[i]);
    }
    if (!some || rule == RK_FLAGS_NONE)
        return result;
    Flags flags = flags_new(result, rule);
    for (gsize row = 0; row < rk_column_length(result); row++) {
        RkFlagSet set = {0};
        for (guint i = 0; i < sources->len; i++)
            rk_flag_set_add_value(&set, g_ptr_array_index(sources, i), row);
        append(&flags, &set);
    }
    return flags_finish(&flags, result);
}

/* What the values of each group say. Free with g_free(). */
static RkFlagSet *sets_of_groups(const RkColumn *column, const RkGroups *groups, gboolean adds_up)
{
    RkFlagSet *sets = g_new0(RkFlagSet, MAX(groups->count, 1));
    for (gsize row = 0; row < groups->rows; row++)
        add_value(&sets[groups->of_row[row]], column, row, adds_up);
    return sets;
}

RkColumn *rk_flags_of_groups(RkColumn *result, const RkColumn *column, const RkGroups *groups, gboolean adds_up,
                             RkFlagRule rule)
{
    if (column == NULL || (!says_something(column) && !adds_up) || rule == RK_FLAGS_NONE)
        return result;
    g_autofree RkFlagSet *sets = sets_of_groups(column, groups, adds_up);
    return rk_flags_of_sets(result, sets, rule);
}

/** Leaves of a set only that values are uncertain. */
static void keep_uncertain(RkFlagSet *set)
{
    RkFlagSet kept = {.values = 2};
    for (guint letter = 0; letter < 128; letter++) {
        const RkFlagMeaning *meaning = rk_flag_meaning((char)letter);
        gboolean there = (set->letters[letter / 64] >> letter % 64 & 1) != 0;
        if (there && meaning != NULL && meaning->kind == RK_FLAG_UNCERTAIN)
            kept.letters[letter / 64] |= (guint64)1 << letter % 64;
    }
    *set = kept;
}

RkColumn *rk_flags_of_all(RkColumn *result, const RkColumn *column, const RkGroups *groups, const guint32 *group_of,
                          gboolean only_uncertain, RkFlagRule rule)
{
    if (column == NULL || !says_something(column) || rule == RK_FLAGS_NONE)
        return result;
    g_autofree RkFlagSet *sets = sets_of_groups(column, groups, FALSE);
    for (guint group = 0; only_uncertain && group < groups->count; group++)
        keep_uncertain(&sets[group]);
    Flags flags = flags_new(result, rule);
    for (gsize row = 0; row < rk_column_length(result); row++)
        append(&flags, &sets[group_of[row]]);
    return flags_finish(&flags, result);
}

RkColumn *rk_flags_of_sets(RkColumn *result, const RkFlagSet *sets, RkFlagRule rule)
{
    if (rule == RK_FLAGS_NONE)
        return result;
    Flags flags = flags_new(result, rule);
    for (gsize row = 0; row < rk_column_length(result); row++)
        append(&flags, &sets[row]);
    return flags_finish(&flags, result);
}
