/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From channel definitions to uses: which column or constant a channel draws, at which level of measurement, under
 * which title and conditions. Scales come later.
 */
#include "plot/plot-private.h"
#include "table/builder.h"
#include "transform/absent.h"
#include "transform/lines.h"

#include <math.h>
#include <string.h>

/** The grammar's conditions are strict, as its filters are not. */
static gboolean test_condition(RkUnit *unit, const RkValue *test, guint8 *truth, GError **error)
{
    g_autoptr(RkScope) scope = rk_scope_new(unit->plotting->scope, NULL);
    rk_scope_set_strict(scope, unit->plotting->vega_lite);
    return rk_predicate_test(test, unit->table, scope, truth, error);
}

static gboolean add_condition(RkUnit *unit, RkUse *use, const RkValue *condition, RkCondition *out, GError **error)
{
    /* Parameters were resolved before: one that is still there is unknown, and the predicate says so. */
    const RkValue *test = rk_value_has(condition, "param") ? condition : rk_value_get(condition, "test");
    out->truth = g_new0(guint8, MAX(rk_table_rows(unit->table), 1));
    if (test != NULL && !test_condition(unit, test, out->truth, error))
        return FALSE;
    out->use = rk_use_new(unit, use->channel, condition, error);
    return out->use != NULL;
}

static gboolean add_conditions(RkUnit *unit, RkUse *use, GError **error)
{
    const RkValue *conditions = rk_value_get(use->definition, "condition");
    if (conditions == NULL)
        return TRUE;
    gboolean list = rk_value_is(conditions, RK_VALUE_LIST);
    guint count = list ? rk_value_length(conditions) : 1;
    use->conditions = g_new0(RkCondition, count);
    for (guint i = 0; i < count; i++) {
        use->condition_count = i + 1;
        const RkValue *condition = list ? rk_value_at(conditions, i) : conditions;
        if (!add_condition(unit, use, condition, &use->conditions[i], error))
            return FALSE;
    }
    return TRUE;
}

/** A category, or a word, of a field that no row has: the grammar calls it undefined. */
static void call_undefined(RkUse *use)
{
    gboolean discrete = use->measure == RK_NOMINAL || use->measure == RK_ORDINAL;
    if (use->column == NULL || !rk_column_is_absent(use->column) || !discrete)
        return;
    g_autoptr(RkColumnBuilder) builder = rk_column_builder_new(rk_column_name(use->column), RK_COLUMN_TEXT);
    for (gsize row = 0; row < rk_column_length(use->column); row++)
        rk_column_builder_text(builder, "undefined", -1);
    rk_column_unref(use->column);
    use->column = rk_column_builder_finish(g_steal_pointer(&builder));
}

static gboolean fill_use(RkUnit *unit, RkUse *use, GError **error)
{
    if (!rk_use_follow_rows(unit, use, error))
        return FALSE;
    const RkValue *definition = use->definition;
    use->datum = rk_value_get(definition, "datum");
    use->value = rk_value_get(definition, "value");
    use->band_position = rk_value_number_or(rk_value_get(definition, "bandPosition"), NAN);
    gboolean colored = use->channel >= RK_CHANNEL_COLOR && use->channel <= RK_CHANNEL_STROKE;
    if (colored && !rk_plotting_check_color(unit->plotting, use->value, error))
        return FALSE;
    /* A datum over an inherited field stands in its place. */
    const char *name = use->datum == NULL ? rk_unit_channel_field(unit, use->channel, definition) : NULL;
    if (name != NULL) {
        const RkValue *field = rk_value_get(definition, "field");
        RkColumn *lines = unit->plotting->vega_lite ? rk_lines_column(unit->table, name, unit->plotting->scope) : NULL;
        const RkColumn *column =
            lines != NULL ? lines : rk_table_require(unit->table, name, rk_value_place(field), error);
        if (column == NULL)
            return FALSE;
        use->column = lines != NULL ? lines : rk_column_ref(column);
    }
    if (!rk_use_measure(unit, use, error))
        return FALSE;
    call_undefined(use);
    return rk_use_title(unit, use, error) && add_conditions(unit, use, error);
}

RkUse *rk_use_new(RkUnit *unit, RkChannel channel, const RkValue *definition, GError **error)
{
    RkUse *use = g_new0(RkUse, 1);
    use->channel = channel;
    use->definition = definition;
    if (fill_use(unit, use, error))
        return use;
    rk_use_free(use);
    return NULL;
}

void rk_use_free(RkUse *use)
{
    if (use == NULL)
        return;
    for (guint i = 0; i < use->condition_count; i++) {
        g_free(use->conditions[i].truth);
        rk_use_free(use->conditions[i].use);
    }
    g_free(use->conditions);
    g_free(use->categories);
    rk_column_unref(use->column);
    rk_column_unref(use->end);
    rk_column_unref(use->first);
    rk_column_unref(use->last);
    rk_use_free(use->next);
    g_free(use);
}

/** Whether the mark covers its unit of time, or stands somewhere within it. */
static gboolean has_extent(const RkUnit *unit, const RkUse *use)
{
    return !isnan(use->band_position) || rk_unit_property(unit, "timeUnitBandPosition") != NULL;
}

/** The column with the end of each bin or unit of time; NULL when the values are points. */
static void find_end(const RkUnit *unit, RkUse *use)
{
    const RkValue *bin = rk_value_get(use->definition, "bin");
    gboolean cut =
        rk_value_is(bin, RK_VALUE_MAP) || rk_value_boolean_or(bin, FALSE) || rk_value_has(use->definition, "timeUnit");
    if (!cut || use->column == NULL || rk_value_has(use->definition, "aggregate"))
        return;
    g_autofree char *name = g_strconcat(rk_column_name(use->column), "_end", NULL);
    const RkColumn *end = rk_table_find(unit->table, name);
    gboolean period = rk_value_has(use->definition, "timeUnit");
    if (end != NULL && rk_column_numbers(end) != NULL &&
        (!period || (use->measure == RK_TEMPORAL && has_extent(unit, use))))
        use->end = rk_column_ref(end);
    rk_use_shift_periods(unit, use);
}

/** A use, for which the grammar's fields need not be there. */
static RkUse *use_of(RkUnit *unit, RkChannel channel, const RkValue *definition, GError **error)
{
    RkTransformContext context;
    rk_plotting_transform_context(unit->plotting, &context);
    for (GError *problem = NULL;;) {
        RkUse *use = rk_use_new(unit, channel, definition, &problem);
        if (use != NULL)
            return use;
        if (rk_absent_admit(&context, &unit->table, &problem))
            continue;
        g_propagate_error(error, problem);
        return NULL;
    }
}

/** A channel with a list has a chain of uses. */
static RkUse *encode_list(RkUnit *unit, RkChannel channel, const RkValue *list, GError **error)
{
    RkUse *first = NULL;
    for (guint i = rk_value_length(list); i > 0; i--) {
        RkUse *use = use_of(unit, channel, rk_value_at(list, i - 1), error);
        if (use == NULL) {
            rk_use_free(first);
            return NULL;
        }
        use->next = first;
        first = use;
    }
    return first;
}

gboolean rk_unit_encode(RkUnit *unit, GError **error)
{
    const RkValue *encoding = unit->encoding;
    for (guint channel = 0; channel < RK_CHANNELS; channel++) {
        const RkValue *definition = rk_value_get(encoding, rk_channel_name((RkChannel)channel));
        gboolean list = rk_value_is(definition, RK_VALUE_LIST);
        if (definition == NULL || rk_value_is(definition, RK_VALUE_NULL) || (list && rk_value_length(definition) == 0))
            continue;
        unit->uses[channel] = list ? encode_list(unit, (RkChannel)channel, definition, error)
                                   : use_of(unit, (RkChannel)channel, definition, error);
        if (unit->uses[channel] == NULL)
            return FALSE;
        if (!list)
            find_end(unit, unit->uses[channel]);
    }
    return TRUE;
}
