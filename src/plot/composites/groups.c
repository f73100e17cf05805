/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a composite sums up, and what parts it: statistics, bins and units of time in its other channels become
 * transforms ahead of its own, and its channels are put over the columns that these make.
 */
#include <string.h>

#include "plot/composites/composites-private.h"
#include "transform/time-unit.h"

gboolean rk_composite_way(const RkUnitSource *source, gboolean *horizontal, GError **error)
{
    const RkValue *x = rk_value_get(source->encoding, "x"), *y = rk_value_get(source->encoding, "y");
    const char *name = rk_value_text_or(rk_value_get(source->mark, "type"), "");
    const char *orient = rk_value_text_or(rk_value_get(source->mark, "orient"), NULL);
    gboolean across = rk_definition_is_continuous(x), upright = rk_definition_is_continuous(y);
    if (orient != NULL) {
        *horizontal = g_str_equal(orient, "horizontal");
        across = across && *horizontal;
        upright = upright && !*horizontal;
    } else {
        const char *x_type = rk_value_text_or(rk_value_get(x, "type"), "");
        const char *y_type = rk_value_text_or(rk_value_get(y, "type"), "");
        gboolean time_upwards = g_str_equal(y_type, "temporal") && !g_str_equal(x_type, "temporal");
        *horizontal = across && (!upright || time_upwards);
    }
    if (across || upright)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(source->encoding != NULL ? source->encoding : source->mark),
                 "give x or y a field with type: quantitative", "the %s mark has no quantity to sum up", name);
    return FALSE;
}

/** The field with everything taken out that a path of names would be made of. */
static const char *alias_of(const RkUnitSource *source, const char *field)
{
    g_autofree char *plain = g_strdelimit(g_strdup(field), ".[]\"'\\", '_');
    RkValue *kept = rk_document_text(source->document, rk_value_place(source->mark), plain);
    return rk_value_text_or(kept, "");
}

/** What a definition says beside its field and how it is worked out, over a column that has been worked out. */
static RkValue *over(RkComposing *composing, const RkValue *definition, const char *column, const char *type)
{
    static const char *const replaced[] = {"field", "aggregate", "bin", "timeUnit", NULL};
    const RkUnitSource *source = composing->source;
    RkValue *copy = rk_map_without(source, definition, replaced);
    rk_map_put_text(source, copy, "field", column);
    if (!rk_value_has(copy, "type"))
        rk_map_put_text(source, copy, "type", type);
    return copy;
}

static const RkValue *with_statistic(RkComposing *composing, const RkValue *definition, const char *op)
{
    const RkUnitSource *source = composing->source;
    const char *field = rk_value_text_or(rk_value_get(definition, "field"), NULL);
    g_autofree char *name = field == NULL ? g_strdup("__count") : g_strdup_printf("%s_%s", op, field);
    g_autofree char *title = field == NULL ? g_strdup("Count of Records")
                                           : g_strdup_printf("%c%s of %s", g_ascii_toupper(*op), op + 1, field);
    RkValue *operation = rk_map_new(source), *copy = over(composing, definition, name, "quantitative");
    rk_map_put_text(source, operation, "op", op);
    rk_map_put(source, operation, "field", rk_value_get(definition, "field"));
    rk_map_put_text(source, operation, "as", name);
    rk_value_append(composing->statistics, operation);
    if (!rk_value_has(copy, "title"))
        rk_map_put_text(source, copy, "title", title);
    return copy;
}

static const RkValue *with_bins(RkComposing *composing, const char *channel, const RkValue *definition)
{
    const RkUnitSource *source = composing->source;
    const char *field = rk_value_text_or(rk_value_get(definition, "field"), "");
    g_autofree char *name = g_strdup_printf("bin_%s", field), *end = g_strdup_printf("bin_%s_end", field);
    g_autofree char *title = g_strdup_printf("%s (binned)", field), *second = g_strdup_printf("%s2", channel);
    RkValue *bins = rk_map_new(source), *names = rk_map_list(source);
    rk_list_add_text(source, names, name);
    rk_list_add_text(source, names, end);
    rk_map_put(source, bins, "bin", rk_value_get(definition, "bin"));
    rk_map_put(source, bins, "field", rk_value_get(definition, "field"));
    rk_map_put(source, bins, "as", names);
    rk_value_append(composing->transforms, bins);
    rk_list_add_text(source, composing->groups, name);
    rk_list_add_text(source, composing->groups, end);
    RkValue *copy = over(composing, definition, name, "quantitative"), *other = rk_map_new(source);
    if (!rk_value_has(copy, "title"))
        rk_map_put_text(source, copy, "title", title);
    if (strlen(channel) > 1)
        return copy;
    rk_map_put_text(source, copy, "bin", "binned");
    rk_map_put_text(source, other, "field", end);
    rk_map_put(source, composing->shared, second, other);
    return copy;
}

static const RkValue *with_unit(RkComposing *composing, const RkValue *definition)
{
    const RkUnitSource *source = composing->source;
    const RkValue *unit = rk_value_get(definition, "timeUnit");
    const char *field = rk_value_text_or(rk_value_get(definition, "field"), "");
    const char *word = rk_value_text_or(rk_value_is(unit, RK_VALUE_MAP) ? rk_value_get(unit, "unit") : unit, "");
    g_autofree char *name = g_strdup_printf("%s_%s", word, field), *end = g_strdup_printf("%s_%s_end", word, field);
    RkValue *cut = rk_map_new(source), *binned = rk_map_new(source);
    rk_map_put(source, cut, "timeUnit", unit);
    rk_map_put_text(source, cut, "field", field);
    rk_map_put_text(source, cut, "as", name);
    rk_value_append(composing->transforms, cut);
    rk_list_add_text(source, composing->groups, name);
    rk_list_add_text(source, composing->groups, end);
    RkValue *copy = over(composing, definition, name, "temporal");
    RkTimeUnit read;
    if (!rk_value_has(copy, "title") && rk_time_unit_read(unit, &read, NULL) && read.parts != 0) {
        g_autofree char *parts = rk_time_unit_parts(&read);
        g_autofree char *title = source->vega_lite ? g_strdup_printf("%s (%s)", field, parts) : g_strdup(field);
        rk_map_put_text(source, copy, "title", title);
    }
    /* The grammar shows the starts of the units as plain times. */
    if (source->vega_lite)
        return copy;
    rk_map_put_all(source, binned, unit);
    rk_map_put_text(source, binned, "unit", word);
    rk_map_put_flag(source, binned, "binned", TRUE);
    rk_map_put(source, copy, "timeUnit", binned);
    return copy;
}

static void group_by(RkComposing *composing, const RkValue *definition)
{
    const char *field = rk_value_text_or(rk_value_get(definition, "field"), NULL);
    for (guint i = 0; field != NULL && i < rk_value_length(composing->groups); i++) {
        if (rk_value_is_text(rk_value_at(composing->groups, i), field))
            return;
    }
    if (field != NULL)
        rk_list_add_text(composing->source, composing->groups, field);
}

static const RkValue *share(RkComposing *composing, const char *channel, const RkValue *definition)
{
    const char *op = rk_value_text_or(rk_value_get(definition, "aggregate"), NULL);
    const RkValue *bin = rk_value_get(definition, "bin");
    if (op != NULL)
        return with_statistic(composing, definition, op);
    if (rk_value_has(definition, "field") && (rk_value_is(bin, RK_VALUE_MAP) || rk_value_boolean_or(bin, FALSE)))
        return with_bins(composing, channel, definition);
    if (rk_value_has(definition, "field") && rk_value_has(definition, "timeUnit"))
        return with_unit(composing, definition);
    group_by(composing, definition);
    const RkValue *condition = rk_value_get(definition, "condition");
    if (rk_value_is(condition, RK_VALUE_MAP))
        group_by(composing, condition);
    return definition;
}

static void share_channel(RkComposing *composing, const char *channel, const RkValue *definition)
{
    const RkUnitSource *source = composing->source;
    if (!rk_value_is(definition, RK_VALUE_LIST)) {
        rk_map_put(source, composing->shared, channel, share(composing, channel, definition));
        return;
    }
    RkValue *list = rk_map_list(source);
    for (guint i = 0; i < rk_value_length(definition); i++)
        rk_value_append(list, share(composing, channel, rk_value_at(definition, i)));
    rk_map_put(source, composing->shared, channel, list);
}

gboolean rk_composing_begin(RkComposing *composing, const RkUnitSource *source, gboolean horizontal,
                            const char *const *dropped, GError **error)
{
    static const char *const computed[] = {"aggregate", NULL};
    *composing = (RkComposing){.source = source, .horizontal = horizontal};
    composing->name = rk_value_text_or(rk_value_get(source->mark, "type"), "");
    composing->axis = horizontal ? "x" : "y";
    composing->second = horizontal ? "x2" : "y2";
    composing->quantity = rk_map_without(source, rk_value_get(source->encoding, composing->axis), computed);
    composing->field = rk_value_text_or(rk_value_get(composing->quantity, "field"), NULL);
    if (composing->field == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(source->mark), "name a field there",
                     "channel %s of the %s mark has no field to sum up", composing->axis, composing->name);
        return FALSE;
    }
    composing->alias = alias_of(source, composing->field);
    composing->shared = rk_map_new(source);
    composing->transforms = rk_map_list(source);
    composing->statistics = rk_map_list(source);
    composing->groups = rk_map_list(source);
    for (guint i = 0; i < rk_value_length(source->encoding); i++) {
        const char *channel = rk_value_key_at(source->encoding, i);
        if (!g_str_equal(channel, composing->axis) && !g_strv_contains(dropped, channel))
            share_channel(composing, channel, rk_value_at(source->encoding, i));
    }
    return TRUE;
}

void rk_composing_operation(RkComposing *composing, RkValue *list, const char *op, const char *field,
                            const char *prefix)
{
    g_autofree char *name = g_strconcat(prefix, composing->alias, NULL);
    RkValue *operation = rk_map_new(composing->source);
    rk_map_put_text(composing->source, operation, "op", op);
    rk_map_put_text(composing->source, operation, "field", field);
    rk_map_put_text(composing->source, operation, "as", name);
    rk_value_append(list, operation);
}

char *rk_composing_datum(const RkComposing *composing, const char *prefix)
{
    return g_strdup_printf("datum[\"%s%s\"]", prefix, composing->alias);
}

RkValue *rk_composing_aggregate(RkComposing *composing, const RkValue *list, const char *verb)
{
    RkValue *transform = rk_map_new(composing->source);
    rk_map_put(composing->source, transform, verb, list);
    rk_map_put(composing->source, transform, "groupby", composing->groups);
    return transform;
}

void rk_composing_calculate(RkComposing *composing, RkValue *transforms, const char *expression, const char *prefix)
{
    g_autofree char *name = g_strconcat(prefix, composing->alias, NULL);
    RkValue *transform = rk_map_new(composing->source);
    rk_map_put_text(composing->source, transform, "calculate", expression);
    rk_map_put_text(composing->source, transform, "as", name);
    rk_value_append(transforms, transform);
}

void rk_composing_filter(RkComposing *composing, RkValue *transforms, const char *expression)
{
    RkValue *transform = rk_map_new(composing->source);
    rk_map_put_text(composing->source, transform, "filter", expression);
    rk_value_append(transforms, transform);
}
