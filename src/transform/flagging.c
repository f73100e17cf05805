/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathering flags row by row or group by group. Where nothing is flagged no column is made.
 */
#include "transform/flagging.h"

#include "table/builder.h"

struct RkFlagging {
    const RkColumn *flag;
    const RkGroups *groups;
    gboolean own;
    RkFlagSet *of_rows, *of_groups;
};

/** A column of flags in the making: made when the first flag comes. */
typedef struct {
    const RkColumn *result;
    RkFlagRule rule;
    RkColumnBuilder *builder;
} Flags;

static void append(Flags *flags, const RkFlagSet *set)
{
    char buffer[RK_FLAG_BUFFER];
    gsize row = flags->builder != NULL ? rk_column_builder_length(flags->builder) : 0;
    rk_column_builder_text(flags->builder,
                           rk_flag_set_result(set, flags->rule, rk_column_is_missing(flags->result, row), buffer), -1);
}

static Flags flags_new(const RkColumn *result, RkFlagRule rule)
{
    return (Flags){result, rule, rk_column_builder_new("flag", RK_COLUMN_TEXT)};
}

/** Takes over `result`. */
static RkColumn *flags_finish(Flags *flags, RkColumn *result)
{
    g_autoptr(RkColumn) owned = result;
    g_autoptr(RkColumn) flag = rk_column_builder_finish(flags->builder);
    return rk_column_with(owned, NULL, rk_column_unit(owned), rk_column_words(flag) > 0 ? flag : NULL);
}

RkFlagging *rk_flagging_new(const RkColumn *column, const RkGroups *groups, gsize rows, gboolean own)
{
    if (rk_column_flag(column) == NULL)
        return NULL;
    RkFlagging *flagging = g_new0(RkFlagging, 1);
    flagging->flag = rk_column_flag(column);
    flagging->groups = groups;
    flagging->own = own;
    flagging->of_rows = g_new0(RkFlagSet, MAX(rows, 1));
    flagging->of_groups = groups != NULL ? g_new0(RkFlagSet, MAX(groups->count, 1)) : NULL;
    return flagging;
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
        rk_flag_set_add(&flagging->of_rows[row], rk_column_text(flagging->flag, other));
}

void rk_flagging_group(RkFlagging *flagging, guint32 group, guint32 other)
{
    if (flagging != NULL && flagging->of_groups != NULL)
        rk_flag_set_add(&flagging->of_groups[group], rk_column_text(flagging->flag, other));
}

void rk_flagging_run(RkFlagging *flagging, guint32 row, const guint32 *rows, guint32 start, guint32 end, RkFlagRun *run)
{
    if (flagging == NULL)
        return;
    gboolean grows = run->end > run->start && run->start == start && run->end <= end;
    if (!grows)
        *run = (RkFlagRun){.start = start, .end = start};
    for (; run->end < end; run->end++)
        rk_flag_set_add(&run->set, rk_column_text(flagging->flag, rows[run->end]));
    flagging->of_rows[row] = run->set;
}

static RkFlagSet both(RkFlagSet set, const RkFlagSet *other)
{
    set.letters[0] |= other->letters[0];
    set.letters[1] |= other->letters[1];
    set.word = set.word != NULL ? set.word : other->word;
    return set;
}

RkColumn *rk_flagging_finish(const RkFlagging *flagging, RkColumn *result, RkFlagRule rule)
{
    if (flagging == NULL || rule == RK_FLAGS_NONE)
        return result;
    Flags flags = flags_new(result, rule);
    for (gsize row = 0; row < rk_column_length(result); row++) {
        RkFlagSet set = flagging->of_rows[row];
        if (flagging->own)
            rk_flag_set_add(&set, rk_column_text(flagging->flag, row));
        if (flagging->of_groups != NULL)
            set = both(set, &flagging->of_groups[flagging->groups->of_row[row]]);
        append(&flags, &set);
    }
    return flags_finish(&flags, result);
}

RkColumn *rk_flags_across(RkColumn *result, const RkColumn *const *columns, guint count, RkFlagRule rule)
{
    g_autoptr(GPtrArray) sources = g_ptr_array_new();
    for (guint i = 0; i < count; i++) {
        const RkColumn *flag = columns[i] != NULL ? rk_column_flag(columns[i]) : NULL;
        if (flag != NULL && !g_ptr_array_find(sources, flag, NULL))
            g_ptr_array_add(sources, (gpointer)flag);
    }
    if (sources->len == 0 || rule == RK_FLAGS_NONE)
        return result;
    Flags flags = flags_new(result, rule);
    for (gsize row = 0; row < rk_column_length(result); row++) {
        RkFlagSet set = {0};
        for (guint i = 0; i < sources->len; i++)
            rk_flag_set_add(&set, rk_column_text(g_ptr_array_index(sources, i), row));
        append(&flags, &set);
    }
    return flags_finish(&flags, result);
}

RkColumn *rk_flags_of_groups(RkColumn *result, const RkColumn *column, const RkGroups *groups, RkFlagRule rule)
{
    const RkColumn *flag = column != NULL ? rk_column_flag(column) : NULL;
    if (flag == NULL || rule == RK_FLAGS_NONE)
        return result;
    g_autofree RkFlagSet *sets = g_new0(RkFlagSet, MAX(groups->count, 1));
    for (gsize row = 0; row < groups->rows; row++)
        rk_flag_set_add(&sets[groups->of_row[row]], rk_column_text(flag, row));
    return rk_flags_of_sets(result, sets, rule);
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
