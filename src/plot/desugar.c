/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `aggregate`, `bin` and `timeUnit` written inside encodings become transforms of the unit's table, as Vega-Lite
 * defines them: the fields that are not aggregated are what is grouped by.
 */
#include "plot/plot-private.h"

static const char *aggregate_of(const RkValue *definition)
{
    return rk_value_text_or(rk_value_get(definition, "aggregate"), NULL);
}

static const char *time_unit_of(const RkValue *definition)
{
    const RkValue *unit = rk_value_get(definition, "timeUnit");
    return rk_value_text_or(rk_value_is(unit, RK_VALUE_MAP) ? rk_value_get(unit, "unit") : unit, NULL);
}

static gboolean is_binned(const RkValue *definition)
{
    const RkValue *bin = rk_value_get(definition, "bin");
    return rk_value_is(bin, RK_VALUE_MAP) || rk_value_boolean_or(bin, FALSE);
}

static const char *joined(RkUnit *unit, const char *prefix, const char *field)
{
    g_autofree char *name = g_strconcat(prefix, "_", field, NULL);
    return g_string_chunk_insert_const(unit->plotting->strings, name);
}

const char *rk_unit_definition_field(RkUnit *unit, const RkValue *definition)
{
    const char *field = rk_value_text_or(rk_value_get(definition, "field"), NULL);
    const char *aggregate = aggregate_of(definition);
    if (aggregate != NULL)
        return field == NULL || g_str_equal(aggregate, "count") ? "__count" : joined(unit, aggregate, field);
    if (field == NULL)
        return NULL;
    if (is_binned(definition))
        return joined(unit, "bin", field);
    return time_unit_of(definition) != NULL ? joined(unit, time_unit_of(definition), field) : field;
}

static void put_text(RkDocument *scratch, RkValue *map, const char *key, RkPlace place, const char *text)
{
    rk_value_put(scratch, map, key, place, rk_document_text(scratch, place, text));
}

/** Applies one transform to the unit's table. */
static gboolean apply(RkUnit *unit, const RkValue *options, GError **error)
{
    RkTransformContext context;
    rk_plotting_transform_context(unit->plotting, &context);
    const RkTransform *transform = rk_transform_of(options, error);
    RkTable *table = transform == NULL ? NULL : transform->apply(options, unit->table, &context, error);
    if (table == NULL)
        return FALSE;
    rk_table_unref(unit->table);
    unit->table = table;
    return TRUE;
}

/** A `timeUnit` or `bin` transform for one definition. */
static gboolean derive(RkUnit *unit, const RkValue *definition, const char *verb, GError **error)
{
    RkDocument *scratch = unit->plotting->scratch;
    RkPlace place = rk_value_place(definition);
    RkValue *options = rk_document_map(scratch, place);
    rk_value_put(scratch, options, verb, place, rk_value_get(definition, verb));
    rk_value_put(scratch, options, "field", place, rk_value_get(definition, "field"));
    const char *name = rk_unit_definition_field(unit, definition);
    if (g_str_equal(verb, "bin")) {
        g_autofree char *end = g_strconcat(name, "_end", NULL);
        RkValue *names = rk_document_list(scratch, place);
        rk_value_append(names, rk_document_text(scratch, place, name));
        rk_value_append(names, rk_document_text(scratch, place, end));
        rk_value_put(scratch, options, "as", place, names);
    } else {
        put_text(scratch, options, "as", place, name);
    }
    return apply(unit, options, error);
}

typedef struct {
    RkUnit *unit;
    RkValue *operations; /**< list of {op, field, as}; NULL until one is there */
    RkValue *groups;     /**< list of field names */
    GHashTable *grouped;
    GHashTable *computed; /**< names of the operations' results: two channels may ask for the same */
} Aggregation;

static void group_by(Aggregation *aggregation, const char *name, RkPlace place)
{
    if (name != NULL && g_hash_table_add(aggregation->grouped, (gpointer)name))
        rk_value_append(aggregation->groups, rk_document_text(aggregation->unit->plotting->scratch, place, name));
}

static void add_operation(Aggregation *aggregation, const RkValue *definition)
{
    RkDocument *scratch = aggregation->unit->plotting->scratch;
    RkPlace place = rk_value_place(definition);
    if (!g_hash_table_add(aggregation->computed, (gpointer)rk_unit_definition_field(aggregation->unit, definition)))
        return;
    if (aggregation->operations == NULL)
        aggregation->operations = rk_document_list(scratch, place);
    RkValue *operation = rk_document_map(scratch, place);
    rk_value_put(scratch, operation, "op", place, rk_value_get(definition, "aggregate"));
    if (rk_value_has(definition, "field"))
        rk_value_put(scratch, operation, "field", place, rk_value_get(definition, "field"));
    put_text(scratch, operation, "as", place, rk_unit_definition_field(aggregation->unit, definition));
    rk_value_append(aggregation->operations, operation);
}

static gboolean collect(Aggregation *aggregation, const RkValue *definition, GError **error)
{
    RkUnit *unit = aggregation->unit;
    if (rk_value_is(definition, RK_VALUE_LIST)) {
        for (guint i = 0; i < rk_value_length(definition); i++) {
            if (!collect(aggregation, rk_value_at(definition, i), error))
                return FALSE;
        }
        return TRUE;
    }
    if (time_unit_of(definition) != NULL && !derive(unit, definition, "timeUnit", error))
        return FALSE;
    if (is_binned(definition) && !derive(unit, definition, "bin", error))
        return FALSE;
    const RkValue *condition = rk_value_get(definition, "condition");
    if (condition != NULL && !collect(aggregation, condition, error))
        return FALSE;
    if (rk_value_has(definition, "aggregate")) {
        add_operation(aggregation, definition);
        return TRUE;
    }
    const char *name = rk_unit_definition_field(unit, definition);
    group_by(aggregation, name, rk_value_place(definition));
    if (name != NULL && is_binned(definition)) {
        g_autofree char *end = g_strconcat(name, "_end", NULL);
        group_by(aggregation, g_string_chunk_insert_const(unit->plotting->strings, end), rk_value_place(definition));
    }
    return TRUE;
}

gboolean rk_unit_desugar(RkUnit *unit, GError **error)
{
    RkDocument *scratch = unit->plotting->scratch;
    const RkValue *encoding = unit->view->encoding;
    g_autoptr(GHashTable) grouped = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) computed = g_hash_table_new(g_str_hash, g_str_equal);
    Aggregation aggregation = {unit, NULL, rk_document_list(scratch, rk_value_place(encoding)), grouped, computed};
    for (guint i = 0; i < rk_value_length(encoding); i++) {
        if (!collect(&aggregation, rk_value_at(encoding, i), error))
            return FALSE;
    }
    if (aggregation.operations == NULL)
        return TRUE;
    RkValue *options = rk_document_map(scratch, rk_value_place(encoding));
    rk_value_put(scratch, options, "aggregate", rk_value_place(encoding), aggregation.operations);
    rk_value_put(scratch, options, "groupby", rk_value_place(encoding), aggregation.groups);
    return apply(unit, options, error);
}
