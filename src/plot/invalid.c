/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens to rows whose value cannot be placed on a continuous scale: left out, a gap in a line, or drawn where
 * the axis begins, by the mark's `invalid`. The modes and their defaults are Vega-Lite's; figures of our own leave
 * gaps.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>

/** What the configuration makes of a missing value of a channel: a map with `value`, a word, or NULL. */
static const RkValue *output_of(const RkUse *use)
{
    return rk_config_get(use->scale->plotting->config, "scale.invalid", rk_channel_name(use->channel));
}

/** Colours of bins are no continuous scale: what is in no bin stays. */
static gboolean of_bins(const RkUse *use)
{
    return use->scale->type->classes && rk_value_has(use->definition, "bin");
}

/** The column that a continuous channel asks a value of; NULL when every value has its place. */
static const double *values_of(const RkUnit *unit, RkChannel channel)
{
    const RkUse *use = unit->uses[channel];
    if (use == NULL || use->column == NULL || !rk_channel_is_scaled(channel) || use->scale == NULL ||
        use->scale->type == NULL || use->scale->type->discrete || of_bins(use) || rk_channel_is_second(channel) ||
        output_of(use) != NULL)
        return NULL;
    if (!unit->stacked || channel != unit->stack_channel)
        return rk_column_numbers(use->column);
    const RkColumn *parts = rk_table_find(unit->table, unit->stack_field);
    /* Of numbers among texts the channel knows what they are. */
    gboolean texts = parts != NULL && rk_column_type(parts) == RK_COLUMN_TEXT;
    return parts == NULL ? NULL : rk_column_numbers(texts ? use->column : parts);
}

/** Asked of all values together, since in most columns there is none. */
static gboolean any_invalid(const double *values, gsize count)
{
    guint8 any = 0;
    for (gsize row = 0; row < count; row++)
        any |= !(fabs(values[row]) <= G_MAXDOUBLE);
    return any != 0;
}

/** A byte for each row, NULL when all rows have their place. */
static guint8 *find_rows(const RkUnit *unit)
{
    gsize count = rk_table_rows(unit->table);
    guint8 *found = NULL;
    for (guint channel = 0; channel < RK_CHANNELS; channel++) {
        const double *values = values_of(unit, (RkChannel)channel);
        if (values == NULL || !any_invalid(values, count))
            continue;
        if (found == NULL)
            found = g_new0(guint8, MAX(count, 1));
        for (gsize row = 0; row < count; row++)
            found[row] |= !isfinite(values[row]);
    }
    return found;
}

void rk_unit_find_invalid(RkUnit *unit)
{
    if (!unit->plotting->vega_lite)
        return;
    const RkValue *mode = rk_unit_property(unit, "invalid");
    const char *name = rk_value_text_or(mode, mode != NULL ? "show" : "break-paths-show-path-domains");
    unit->shows_invalid = g_str_equal(name, "show");
    if (unit->shows_invalid)
        return;
    g_clear_pointer(&unit->omitted, g_free);
    g_clear_pointer(&unit->breaks, g_free);
    guint8 *found = find_rows(unit);
    gboolean path = unit->mark->series && !g_str_equal(name, "filter");
    if (path)
        unit->breaks = found;
    else
        unit->omitted = found;
    gboolean whole =
        g_str_equal(name, "break-paths-show-domains") || (path && g_str_equal(name, "break-paths-show-path-domains"));
    unit->outside = whole ? NULL : found;
}

/** A condition before all others: where the number is missing, this value is the look. */
static void add_look(RkUnit *unit, RkUse *use, const RkValue *output)
{
    const double *values = rk_column_numbers(use->column);
    gsize count = rk_table_rows(unit->table);
    RkCondition condition = {.truth = g_new0(guint8, MAX(count, 1)), .use = g_new0(RkUse, 1)};
    for (gsize row = 0; row < count; row++)
        condition.truth[row] = !isfinite(values[row]);
    condition.use->channel = use->channel;
    condition.use->definition = output;
    condition.use->value = rk_value_get(output, "value");
    condition.use->band_position = NAN;
    RkCondition *conditions = g_new(RkCondition, use->condition_count + 1);
    conditions[0] = condition;
    for (guint i = 0; i < use->condition_count; i++)
        conditions[i + 1] = use->conditions[i];
    g_free(use->conditions);
    use->conditions = conditions;
    use->condition_count++;
}

static void show(RkUnit *unit, RkUse *use)
{
    const RkValue *output = output_of(use);
    double low = fmin(use->scale->domain[0], use->scale->domain[1]);
    double high = fmax(use->scale->domain[0], use->scale->domain[1]);
    gboolean position = rk_channel_is_position(use->channel) || use->channel == RK_CHANNEL_X_OFFSET ||
                        use->channel == RK_CHANNEL_Y_OFFSET;
    if (!rk_value_has(output, "value")) {
        use->missing = RK_MISSING_IS_DATUM;
        use->instead = low <= 0 && high >= 0 ? 0 : low;
    } else if (position) {
        use->missing = RK_MISSING_IS_PLACE;
        use->instead = rk_value_number_or(rk_value_get(output, "value"), NAN);
    } else {
        add_look(unit, use, output);
    }
}

void rk_unit_show_invalid(RkUnit *unit)
{
    for (guint channel = 0; unit->plotting->vega_lite && channel < RK_CHANNELS; channel++) {
        RkUse *use = unit->uses[channel];
        gboolean start = unit->stacked && channel == rk_channel_second(unit->stack_channel);
        if (use == NULL || use->scale == NULL || use->column == NULL || use->scale->type->discrete ||
            (rk_channel_is_second(use->channel) && !start) || rk_column_numbers(use->column) == NULL)
            continue;
        if (unit->shows_invalid || output_of(use) != NULL)
            show(unit, use);
    }
}

gboolean rk_unit_breaks(const RkUnit *unit, gsize row)
{
    return unit->breaks != NULL && unit->breaks[row];
}
