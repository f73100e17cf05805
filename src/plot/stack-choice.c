/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether something is stacked, what, and by what it is parted: Vega-Lite's rules for figures of the grammar. In our
 * own figures only what colours or details part is stacked, and only on a linear scale.
 */
#include "plot/mark.h"
#include "plot/stack.h"

/** The channels whose fields part a stack, in the order in which they sort it. */
static const RkChannel parting[] = {RK_CHANNEL_COLOR,        RK_CHANNEL_FILL,         RK_CHANNEL_STROKE,
                                    RK_CHANNEL_OPACITY,      RK_CHANNEL_FILL_OPACITY, RK_CHANNEL_STROKE_OPACITY,
                                    RK_CHANNEL_STROKE_WIDTH, RK_CHANNEL_STROKE_DASH,  RK_CHANNEL_SIZE,
                                    RK_CHANNEL_ANGLE,        RK_CHANNEL_SHAPE,        RK_CHANNEL_ORDER,
                                    RK_CHANNEL_TEXT,         RK_CHANNEL_DETAIL,       RK_CHANNEL_KEY,
                                    RK_CHANNEL_HREF,         RK_CHANNEL_DESCRIPTION};

const RkUse *rk_stack_across(const RkUnit *unit, RkChannel length)
{
    static const RkChannel pairs[][2] = {{RK_CHANNEL_X, RK_CHANNEL_Y}, {RK_CHANNEL_THETA, RK_CHANNEL_RADIUS}};
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        for (guint k = 0; k < 2; k++) {
            if (pairs[i][k] == length)
                return unit->uses[pairs[i][1 - k]];
        }
    }
    return NULL;
}

const RkUse *rk_stack_offset_across(const RkUnit *unit, RkChannel length)
{
    if (length == RK_CHANNEL_X)
        return unit->uses[RK_CHANNEL_Y_OFFSET];
    return length == RK_CHANNEL_Y ? unit->uses[RK_CHANNEL_X_OFFSET] : NULL;
}

/** Whether a field makes pieces of the stack: one that is no statistic and not where the stack stands. */
static gboolean parts(const RkUnit *unit, const RkUse *use)
{
    const RkUse *across = rk_stack_across(unit, unit->stack_channel),
                *offset = rk_stack_offset_across(unit, unit->stack_channel);
    /* Lengths that are shown by both channels are all of one stack. */
    gboolean stands = across != NULL && across->column != unit->uses[unit->stack_channel]->column;
    return use->column != NULL && !rk_value_has(use->definition, "aggregate") &&
           (!stands || across->column != use->column) && (offset == NULL || offset->column != use->column);
}

/** The field of a channel, or of its only condition. */
static const RkUse *field_of(const RkUse *use)
{
    return use != NULL && use->column == NULL && use->condition_count == 1 ? use->conditions[0].use : use;
}

/** Visits the fields that part the stack. */
void rk_stack_each_part(RkUnit *unit, RkPartVisitor visit, gpointer data)
{
    for (guint i = 0; i < G_N_ELEMENTS(parting); i++) {
        for (const RkUse *use = field_of(unit->uses[parting[i]]); use != NULL; use = use->next) {
            if (parts(unit, use))
                visit(unit, use, data);
        }
    }
}

static void count_part(RkUnit *unit, const RkUse *use, gpointer data)
{
    /* An order alone does not part a stack of our own figures. */
    if (unit->plotting->vega_lite || use->channel != RK_CHANNEL_ORDER)
        ++*(guint *)data;
}

static gboolean is_plain_quantity(const RkUse *use)
{
    const RkValue *bin = use == NULL ? NULL : rk_value_get(use->definition, "bin");
    gboolean binned = bin != NULL && !rk_value_is(bin, RK_VALUE_NULL) && rk_value_boolean_or(bin, TRUE);
    return use != NULL && use->column != NULL && use->measure == RK_QUANTITATIVE && !binned;
}

static gboolean asks(const RkUse *use)
{
    const RkValue *stack = rk_value_get(use->definition, "stack");
    return rk_value_is(stack, RK_VALUE_TEXT) || rk_value_boolean_or(stack, FALSE);
}

/** Which of two quantities is stacked: the one that asks, the only aggregate, the length of the mark; RK_CHANNELS for
 * none. */
static RkChannel choose_quantity(const RkUnit *unit, RkChannel first, RkChannel second)
{
    const RkUse *one = unit->uses[first], *other = unit->uses[second];
    if (asks(one) || asks(other))
        return asks(one) ? first : second;
    gboolean aggregated = rk_value_has(one->definition, "aggregate");
    if (aggregated != rk_value_has(other->definition, "aggregate"))
        return aggregated ? first : second;
    if (first != RK_CHANNEL_X || !unit->mark->stacks || unit->undirected)
        return RK_CHANNELS;
    return unit->horizontal ? first : second;
}

static RkChannel stacked_of_pair(const RkUnit *unit, RkChannel first, RkChannel second)
{
    const RkUse *one = unit->uses[first], *other = unit->uses[second];
    gboolean first_plain = is_plain_quantity(one), second_plain = is_plain_quantity(other);
    if (first_plain && second_plain)
        return choose_quantity(unit, first, second);
    if (!first_plain && !second_plain)
        return RK_CHANNELS;
    gboolean beside = first_plain ? other != NULL && other->column != NULL : one != NULL && one->column != NULL;
    gboolean along = first == RK_CHANNEL_X && unit->mark->stacks && !unit->undirected;
    if (!beside && along && unit->horizontal != first_plain)
        return RK_CHANNELS;
    return first_plain ? first : second;
}

const char *rk_stack_offset(RkUnit *unit, const RkUse *length)
{
    const RkValue *stack = rk_value_get(length->definition, "stack");
    guint count = 0;
    rk_stack_each_part(unit, count_part, &count);
    if (unit->plotting->vega_lite && count == 0 && unit->aggregated)
        return NULL;
    if (rk_value_is(stack, RK_VALUE_TEXT))
        return rk_value_text_or(stack, "zero");
    if (stack != NULL)
        return rk_value_boolean_or(stack, FALSE) ? "zero" : NULL;
    if (!unit->mark->stacks)
        return NULL;
    const char *scale = rk_value_text_or(rk_value_get(rk_value_get(length->definition, "scale"), "type"), "linear");
    /* The reference stacks bars on a logarithm as well, from a zero that it has no place for, and shows none of them.
     */
    if (unit->plotting->vega_lite)
        return g_str_equal(scale, "log") ? NULL : "zero";
    return count > 0 && g_str_equal(scale, "linear") ? "zero" : NULL;
}

/** The channel that is stacked; RK_CHANNELS for none. */
RkChannel rk_stack_channel(const RkUnit *unit)
{
    if (!unit->mark->stacks && !unit->mark->stackable)
        return RK_CHANNELS;
    RkChannel channel = stacked_of_pair(unit, RK_CHANNEL_X, RK_CHANNEL_Y);
    return channel != RK_CHANNELS ? channel : stacked_of_pair(unit, RK_CHANNEL_THETA, RK_CHANNEL_RADIUS);
}
