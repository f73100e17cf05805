/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a domain of numbers begins at zero and ends at round values, and how it is widened: pixels at its ends first,
 * then round values, as Vega does.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>
#include <string.h>

/** Bars, lines and areas rise from zero, but what they stand on need not hold it. */
static gboolean stood_on(const RkScale *scale, const RkUnit *unit)
{
    return (unit->mark->series || unit->mark->stacks) && !unit->undirected &&
           scale->channel == (unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X);
}

static gboolean only_stood_on(const RkScale *scale)
{
    for (guint i = 0; i < scale->units->len; i++) {
        if (!stood_on(scale, g_ptr_array_index(scale->units, i)))
            return FALSE;
    }
    return TRUE;
}

static gboolean understands_zero(const RkScale *scale)
{
    for (const char *const *word = scale->type->words; word != NULL && *word != NULL; word++) {
        if (g_str_equal(*word, "zero"))
            return TRUE;
    }
    return FALSE;
}

static gboolean grammar_zero(const RkScale *scale)
{
    const RkUse *use = rk_scale_first_use(scale);
    const RkUnit *unit = rk_scale_first_unit(scale);
    gboolean second = unit->uses[rk_channel_second(scale->channel)] != NULL && !unit->stacked;
    if (rk_value_has(use->definition, "bin") || stood_on(scale, unit))
        return FALSE;
    return (unit->mark->stacks && !second) || rk_value_boolean_or(rk_scale_config(scale, "zero"), TRUE);
}

/** The grammar asks the first layer alone whether there is a domain that zero has to stay out of. */
static gboolean first_gives_domain(const RkScale *scale)
{
    const RkValue *domain = rk_value_get(rk_value_get(rk_scale_first_use(scale)->definition, "scale"), "domain");
    return rk_scale_domain_is_raw(scale) ||
           (domain != NULL && !rk_value_is(domain, RK_VALUE_NULL) && !rk_value_is_text(domain, "unaggregated"));
}

gboolean rk_scale_wants_zero(const RkScale *scale, gboolean fixed)
{
    const RkValue *own = rk_scale_property(scale, "zero");
    if (own != NULL || !understands_zero(scale))
        return rk_value_boolean_or(own, FALSE);
    gboolean position = scale->channel == RK_CHANNEL_X || scale->channel == RK_CHANNEL_Y ||
                        scale->channel == RK_CHANNEL_THETA || scale->channel == RK_CHANNEL_RADIUS;
    if (scale->plotting->vega_lite)
        fixed = first_gives_domain(scale);
    if (fixed || scale->measure != RK_QUANTITATIVE)
        return FALSE;
    if (scale->channel == RK_CHANNEL_SIZE)
        return !scale->type->classes;
    return position && (scale->plotting->vega_lite ? grammar_zero(scale) : !only_stood_on(scale));
}

static gboolean says(const RkUse *use, const char *key)
{
    const RkValue *value = rk_value_get(rk_value_get(use->definition, "scale"), key);
    return value != NULL && !rk_value_is(value, RK_VALUE_NULL);
}

/** In the grammar one of the layers that share a scale is enough to ask for round ends: its values are not cut into
 * bins, and it gives no end itself. */
static gboolean some_ask(const RkScale *scale)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkValue *domain = rk_value_get(rk_value_get(use->definition, "scale"), "domain");
        if (use->channel == scale->channel && !rk_value_has(use->definition, "bin") &&
            !rk_value_is(domain, RK_VALUE_LIST) && !says(use, "domainMin") && !says(use, "domainMax"))
            return TRUE;
    }
    return FALSE;
}

gboolean rk_scale_wants_nice(const RkScale *scale, gboolean fixed)
{
    const RkValue *own = rk_scale_property(scale, "nice");
    if (own != NULL)
        return !rk_value_is(own, RK_VALUE_BOOLEAN) || rk_value_boolean_or(own, FALSE);
    gboolean asked = scale->plotting->vega_lite ? !rk_scale_domain_is_raw(scale) && some_ask(scale) : !fixed;
    gboolean position = scale->channel == RK_CHANNEL_X || scale->channel == RK_CHANNEL_Y;
    return asked && position && !scale->type->temporal && scale->measure == RK_QUANTITATIVE;
}

/** About how many steps the round bounds are made for. */
static guint nice_count(const RkScale *scale, const RkValue *own)
{
    if (!rk_value_is(own, RK_VALUE_NUMBER))
        own = rk_scale_config(scale, "niceCount");
    return (guint)CLAMP(rk_value_number_or(own, 10), 1, 100);
}

static void round_to_interval(RkScale *scale, const RkTimeStep *step)
{
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    gboolean falls = scale->domain[0] > scale->domain[1];
    double last = rk_time_step_floor(step, high);
    scale->domain[falls] = rk_time_step_floor(step, low);
    scale->domain[!falls] = last < high ? rk_time_step_next(step, last) : last;
}

static void round_out(RkScale *scale)
{
    const RkValue *own = rk_scale_property(scale, "nice");
    const RkValue *interval = rk_value_is(own, RK_VALUE_MAP) ? rk_value_get(own, "interval") : own;
    RkTimeStep step;
    if (scale->type->temporal &&
        rk_time_step_named(rk_value_text_or(interval, NULL), rk_value_number_or(rk_value_get(own, "step"), 1), &step))
        round_to_interval(scale, &step);
    else if (scale->type->nice != NULL)
        scale->type->nice(scale, nice_count(scale, own));
}

/** Widens the domain by `padding` pixels at both ends of the range. */
static void pad(RkScale *scale)
{
    double span = fabs(scale->range[1] - scale->range[0]), room = span - 2 * scale->padding;
    if (!(scale->padding > 0) || !(room > 0) || scale->domain[0] == scale->domain[1])
        return;
    gboolean bends = scale->type->straighten != NULL;
    double low = bends ? scale->type->straighten(scale, scale->domain[0]) : scale->domain[0];
    double high = bends ? scale->type->straighten(scale, scale->domain[1]) : scale->domain[1];
    double middle = (low + high) / 2, factor = span / room;
    low = middle + (low - middle) * factor;
    high = middle + (high - middle) * factor;
    double ends[2] = {bends ? scale->type->bend(scale, low) : low, bends ? scale->type->bend(scale, high) : high};
    if (isfinite(ends[0]) && isfinite(ends[1]))
        memcpy(scale->domain, ends, sizeof ends);
}

/** Bars begin at the low end where they cannot begin at zero: the shortest one would have no length. */
static void lower(RkScale *scale)
{
    const RkUnit *unit = rk_scale_first_unit(scale);
    gboolean lengths = unit->mark->stacks && scale->channel == (unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y) &&
                       unit->uses[rk_channel_second(scale->channel)] == NULL;
    if (lengths && scale->nice && scale->type->ground != NULL && scale->domain[0] == scale->whole[0])
        scale->domain[0] = scale->type->ground(scale, scale->domain[0]);
}

void rk_scale_settle(RkScale *scale)
{
    memcpy(scale->domain, scale->whole, sizeof scale->whole);
    pad(scale);
    if (scale->nice)
        round_out(scale);
    lower(scale);
}

void rk_scale_extend(RkScale *scale, double value)
{
    gboolean falls = scale->domain[0] > scale->domain[1];
    scale->whole[falls] = fmin(scale->whole[falls], value);
    scale->whole[!falls] = fmax(scale->whole[!falls], value);
    scale->domain[falls] = fmin(scale->domain[falls], value);
    scale->domain[!falls] = fmax(scale->domain[!falls], value);
}
