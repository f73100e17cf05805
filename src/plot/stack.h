/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is stacked and how: the decisions behind stack.c.
 */
#ifndef RK_PLOT_STACK_H
#define RK_PLOT_STACK_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** The channel whose lengths may be stacked; RK_CHANNELS for none. */
RkChannel rk_stack_channel(const RkUnit *unit);
/** "zero", "center", "normalize"; NULL when nothing is stacked. The unit knows its stack_channel. */
const char *rk_stack_offset(RkUnit *unit, const RkUse *length);
/** Where stacks of lengths of that channel stand; NULL: nowhere in particular. */
const RkUse *rk_stack_across(const RkUnit *unit, RkChannel length);
const RkUse *rk_stack_offset_across(const RkUnit *unit, RkChannel length);

typedef void (*RkPartVisitor)(RkUnit *unit, const RkUse *use, gpointer data);
/** Visits the fields that part the stack. */
void rk_stack_each_part(RkUnit *unit, RkPartVisitor visit, gpointer data);
/** Adds the field of a use, when it has one, to a list of fields. */
void rk_stack_add_group(RkPlotting *plotting, RkValue *groups, const RkUse *use);

/* stack-fill.c */
/** Gives every path of a stack a row at each place of the others. The channels are read again, so that uses of before
 * are gone. */
gboolean rk_stack_fill_places(RkUnit *unit, const RkUse *length, GError **error);

/* stack-absent.c */
/** Tells of parts of bars that have no row, where most have one. */
void rk_unit_tell_absent_parts(const RkUnit *unit);

G_END_DECLS

#endif
