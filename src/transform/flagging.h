/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flags of numbers that are worked out: what the values behind a result say of themselves, put together by the rule of
 * the scope.
 */
#ifndef RK_TRANSFORM_FLAGGING_H
#define RK_TRANSFORM_FLAGGING_H

#include "table/flags.h"
#include "transform/transform-private.h"

/** Flags gathered for the results of rows, of groups, or of both. */
typedef struct RkFlagging RkFlagging;

/** A run of rows and its flags; zeroed memory is none. */
typedef struct {
    guint32 start, end;
    RkFlagSet set;
} RkFlagRun;

/** For `rows` sums of values of `column`, which also say that some of them are missing. */
RkFlagging *rk_flagging_new_sums(const RkColumn *column, gsize rows);
/** For `rows` results in groups (may be NULL); NULL when `column` has neither flags nor reasons. With `own` a result
 * rests on the value of its own row. */
RkFlagging *rk_flagging_new(const RkColumn *column, const RkGroups *groups, gsize rows, gboolean own);
void rk_flagging_free(RkFlagging *flagging);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkFlagging, rk_flagging_free)
/** The result of `row` (or every result of `group`) also rests on the value of row `other`. NULL flagging: nothing. */
void rk_flagging_row(RkFlagging *flagging, guint32 row, guint32 other);
void rk_flagging_group(RkFlagging *flagging, guint32 group, guint32 other);
/** Every result of `group` rests on a total that a part is missing of. Makes `flagging` where the values of `column`
 * say nothing of themselves. */
void rk_flagging_lack(RkFlagging **flagging, const RkColumn *column, const RkGroups *groups, guint32 group);
/** The flags of a run of rows, carried on where the run before began at the same place and ended no later: a frame that
 * grows is not gathered anew. `rows` are those of a group, `run` what the caller keeps from call to call. */
void rk_flagging_run(RkFlagging *flagging, guint32 row, const guint32 *rows, guint32 start, guint32 end,
                     RkFlagRun *run);
/** `result` (taken over, one value a row) with the flags of what it rests on. */
RkColumn *rk_flagging_finish(const RkFlagging *flagging, RkColumn *result, RkFlagRule rule);

/** `result` (taken over, one value a row) with the flags of these columns' values in that row. NULL columns and columns
 * without flags say nothing. */
RkColumn *rk_flags_across(RkColumn *result, const RkColumn *const *columns, guint count, RkFlagRule rule);
/** `result` (taken over, one value a group) with the flags of all of the group's values of `column`; with `adds_up` it
 * also says that some of them are missing. */
RkColumn *rk_flags_of_groups(RkColumn *result, const RkColumn *column, const RkGroups *groups, gboolean adds_up,
                             RkFlagRule rule);
/** `result` (taken over), each of whose values belongs to a group (`group_of`), with the flags of all values of
 * `column` (NULL: none) in that group; of these perhaps only those of values that may still change. */
RkColumn *rk_flags_of_all(RkColumn *result, const RkColumn *column, const RkGroups *groups, const guint32 *group_of,
                          gboolean only_uncertain, RkFlagRule rule);
/** `result` (taken over) with what holds of one set of flags for each of its values. */
RkColumn *rk_flags_of_sets(RkColumn *result, const RkFlagSet *sets, RkFlagRule rule);

#endif
