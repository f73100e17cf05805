/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `aggregate`, `bin`, `timeUnit` and `impute` written inside encodings become transforms of the unit's table, as
 * Vega-Lite defines them: the fields that are not aggregated are what is grouped by.
 */
#include "plot/plot-private.h"

static void put_text(RkDocument *scratch, RkValue *map, const char *key, RkPlace place, const char *text)
{
    rk_value_put(scratch, map, key, place, rk_document_text(scratch, place, text));
}

gboolean rk_unit_apply(RkUnit *unit, const RkValue *options, GError **error)
{
    RkTransformContext context;
    rk_plotting_transform_context(unit->plotting, &context);
    RkTable *table = rk_transform_run(options, unit->table, &context, error);
    if (table == NULL)
        return FALSE;
    rk_table_unref(unit->table);
    unit->table = table;
    return TRUE;
}

const RkValue *rk_unit_bins(const RkUnit *unit, RkChannel channel, const RkValue *bin)
{
    double most = rk_definition_maxbins(channel);
    if (most == 10 || rk_value_has(bin, "maxbins") || rk_value_has(bin, "step"))
        return bin;
    RkDocument *scratch = unit->plotting->scratch;
    RkValue *map = rk_document_map(scratch, rk_value_place(bin));
    for (guint i = 0; rk_value_is(bin, RK_VALUE_MAP) && i < rk_value_length(bin); i++)
        rk_value_put(scratch, map, rk_value_key_at(bin, i), rk_value_key_place_at(bin, i), rk_value_at(bin, i));
    rk_value_put(scratch, map, "maxbins", rk_value_place(bin), rk_document_number(scratch, rk_value_place(bin), most));
    return map;
}

/** A `timeUnit` or `bin` transform for one definition. */
static gboolean derive(RkUnit *unit, RkChannel channel, const RkValue *definition, const char *verb, GError **error)
{
    RkDocument *scratch = unit->plotting->scratch;
    RkPlace place = rk_value_place(definition);
    RkValue *options = rk_document_map(scratch, place);
    const RkValue *how = rk_value_get(definition, verb), *field = rk_value_get(definition, "field");
    const char *name = rk_unit_channel_field(unit, channel, definition);
    if (field == NULL || name == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(how), "name a `field`", "there is nothing for %s to cut",
                     verb);
        return FALSE;
    }
    rk_value_put(scratch, options, "field", place, field);
    if (g_str_equal(verb, "bin")) {
        g_autofree char *end = g_strconcat(name, "_end", NULL);
        RkValue *names = rk_document_list(scratch, place);
        rk_value_append(names, rk_document_text(scratch, place, name));
        rk_value_append(names, rk_document_text(scratch, place, end));
        rk_value_put(scratch, options, "as", place, names);
        how = rk_unit_bins(unit, channel, how);
    } else {
        put_text(scratch, options, "as", place, name);
    }
    rk_value_put(scratch, options, verb, place, how);
    return rk_unit_apply(unit, options, error);
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

static void group_by_end(Aggregation *aggregation, const char *name, RkPlace place)
{
    g_autofree char *end = g_strconcat(name, "_end", NULL);
    if (rk_table_find(aggregation->unit->table, end) != NULL)
        group_by(aggregation, g_string_chunk_insert_const(aggregation->unit->plotting->strings, end), place);
}

/** Operation, column and name of what a definition aggregates. */
static gboolean add_operation(Aggregation *aggregation, const RkValue *definition, GError **error)
{
    RkUnit *unit = aggregation->unit;
    RkDocument *scratch = unit->plotting->scratch;
    RkPlace place = rk_value_place(definition);
    const char *extreme = NULL, *name = rk_unit_definition_field(unit, definition);
    const RkValue *by = rk_definition_extreme(definition, &extreme), *field = rk_value_get(definition, "field");
    g_autofree char *row = by == NULL ? NULL : g_strconcat(extreme, "_", rk_value_text_or(by, ""), NULL);
    if (row != NULL)
        name = g_string_chunk_insert_const(unit->plotting->strings, row);
    if (name == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, place, "name a `field`, or count", "there is nothing to aggregate");
        return FALSE;
    }
    if (!g_hash_table_add(aggregation->computed, (gpointer)name))
        return TRUE;
    if (aggregation->operations == NULL)
        aggregation->operations = rk_document_list(scratch, place);
    RkValue *operation = rk_document_map(scratch, place);
    if (by != NULL)
        put_text(scratch, operation, "op", rk_value_place(by), extreme);
    else
        rk_value_put(scratch, operation, "op", place, rk_value_get(definition, "aggregate"));
    if (by != NULL || field != NULL)
        rk_value_put(scratch, operation, "field", place, by != NULL ? by : field);
    put_text(scratch, operation, "as", place, name);
    rk_value_append(aggregation->operations, operation);
    return TRUE;
}

static gboolean is_cut(const RkValue *definition)
{
    const RkValue *unit = rk_value_get(definition, "timeUnit");
    return unit != NULL && !rk_value_is(unit, RK_VALUE_NULL) && rk_value_has(definition, "field");
}

static gboolean collect(Aggregation *aggregation, RkChannel channel, const RkValue *definition, GError **error)
{
    RkUnit *unit = aggregation->unit;
    if (rk_value_is(definition, RK_VALUE_LIST)) {
        for (guint i = 0; i < rk_value_length(definition); i++) {
            if (!collect(aggregation, channel, rk_value_at(definition, i), error))
                return FALSE;
        }
        return TRUE;
    }
    gboolean binned = rk_definition_is_binned(definition), cut = is_cut(definition);
    if ((cut && !derive(unit, channel, definition, "timeUnit", error)) ||
        (binned && !derive(unit, channel, definition, "bin", error)))
        return FALSE;
    const RkValue *condition = rk_value_get(definition, "condition");
    if (condition != NULL && !collect(aggregation, channel, condition, error))
        return FALSE;
    if (rk_value_has(definition, "aggregate"))
        return add_operation(aggregation, definition, error);
    const char *name = rk_unit_channel_field(unit, channel, definition);
    group_by(aggregation, name, rk_value_place(definition));
    if (name != NULL && (binned || cut))
        group_by_end(aggregation, name, rk_value_place(definition));
    return TRUE;
}

static gboolean aggregate(RkUnit *unit, Aggregation *aggregation, GError **error)
{
    RkDocument *scratch = unit->plotting->scratch;
    RkPlace place = rk_value_place(unit->encoding);
    unit->rows = rk_table_ref(unit->table);
    unit->aggregated = aggregation->operations != NULL;
    if (!unit->aggregated)
        return TRUE;
    RkValue *options = rk_document_map(scratch, place);
    rk_value_put(scratch, options, "aggregate", place, aggregation->operations);
    rk_value_put(scratch, options, "groupby", place, aggregation->groups);
    return rk_unit_apply(unit, options, error);
}

gboolean rk_unit_desugar(RkUnit *unit, GError **error)
{
    const RkValue *encoding = unit->encoding;
    g_autoptr(GHashTable) grouped = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) computed = g_hash_table_new(g_str_hash, g_str_equal);
    Aggregation aggregation = {unit, NULL, rk_document_list(unit->plotting->scratch, rk_value_place(encoding)), grouped,
                               computed};
    for (guint i = 0; i < rk_value_length(encoding); i++) {
        RkChannel channel = rk_channel_find(rk_value_key_at(encoding, i));
        if (!collect(&aggregation, channel, rk_value_at(encoding, i), error))
            return FALSE;
    }
    return aggregate(unit, &aggregation, error) && rk_unit_impute(unit, error);
}
