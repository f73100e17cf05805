/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Properties of marks that follow the row: `dx: {expr: datum.shift}` of the mark, of a style or of the configuration.
 * Each expression is evaluated once over the unit's rows; the property then answers the value of the row that is being
 * drawn. It refuses values of a kind that the property does not take.
 */
#include "plot/mark.h"

#include <string.h>

#include "transform/lines.h"
#include "transform/textual.h"

struct RkRowProperties {
    GHashTable *values; /**< lists of RkValue, one a row, by the {expr: …} that gives them */
    gsize row;          /**< that is being drawn */
};

static const RkValue *expression_of(const RkValue *value)
{
    return rk_value_length(value) == 1 ? rk_value_get(value, "expr") : NULL;
}

/** A list was made a text of several lines: it is a list again where the property takes one. */
static const RkValue *listed(const char *text, const RkProperty *property, RkDocument *document, RkPlace place)
{
    gboolean list = property != NULL && (property->allow & RK_ALLOW_LIST) != 0;
    g_autofree char *joined = list ? NULL : rk_lines_joined(text, ",");
    if (!list || strstr(text, RK_LINE_SEPARATOR) == NULL)
        return rk_document_text(document, place, joined != NULL ? joined : text);
    g_auto(GStrv) items = g_strsplit(text, RK_LINE_SEPARATOR, -1);
    RkValue *value = rk_document_list(document, place);
    for (guint i = 0; items[i] != NULL; i++)
        rk_value_append(value, (property->items & RK_ALLOW_NUMBER) != 0
                                   ? rk_document_number(document, place, rk_textual_read(items[i]))
                                   : rk_document_text(document, place, items[i]));
    return value;
}

static const RkValue *value_of(const RkColumn *column, gsize row, const RkProperty *property, RkDocument *document,
                               RkPlace place)
{
    RkColumnType type = rk_column_type(column);
    if (rk_column_is_missing(column, row))
        return rk_document_null(document, place);
    if (type == RK_COLUMN_TEXT)
        return listed(rk_column_text(column, row), property, document, place);
    return type == RK_COLUMN_BOOLEAN ? rk_document_boolean(document, place, rk_column_booleans(column)[row] == 1)
                                     : rk_document_number(document, place, rk_column_numbers(column)[row]);
}

/** FALSE with an error when the property cannot be of that kind; a word that it does not know is told. */
static gboolean check_value(const RkUnit *unit, const char *key, const RkValue *value, gboolean *told, GError **error)
{
    const RkProperty *property = rk_shape_find(&rk_mark_any_shape, key);
    const char *word = rk_value_text_or(value, NULL);
    if (property == NULL || rk_value_is(value, RK_VALUE_NULL))
        return TRUE;
    if ((property->allow & (1u << rk_value_kind(value))) == 0) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "the expression of %s gives %s", key,
                     rk_value_kind_name(value));
        return FALSE;
    }
    if (*told || word == NULL || property->words == NULL || g_strv_contains(property->words, word))
        return TRUE;
    *told = TRUE;
    rk_diagnostics_add(unit->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(value), NULL,
                       "%s cannot be \"%s\"; the usual stands instead", key, word);
    return TRUE;
}

/** The values of all rows; NULL with a located error. */
static GPtrArray *evaluate(const RkUnit *unit, const char *key, const RkValue *text, GError **error)
{
    RkPlace place = rk_value_place(text);
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), place, error);
    if (expression == NULL)
        return NULL;
    g_autoptr(RkColumn) column = rk_expression_column(expression, unit->table, key, unit->plotting->scope, error);
    if (column == NULL)
        return NULL;
    g_autoptr(GPtrArray) values = g_ptr_array_new();
    const RkProperty *property = rk_shape_find(&rk_mark_any_shape, key);
    gboolean told = FALSE;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        const RkValue *value = value_of(column, row, property, unit->plotting->scratch, place);
        if (!check_value(unit, key, value, &told, error))
            return NULL;
        g_ptr_array_add(values, (gpointer)value);
    }
    return g_steal_pointer(&values);
}

static gboolean follow(RkUnit *unit, const char *key, GError **error)
{
    const RkValue *value = rk_unit_property(unit, key), *text = expression_of(value);
    if (text == NULL || (unit->following != NULL && g_hash_table_contains(unit->following->values, value)))
        return TRUE;
    GPtrArray *values = evaluate(unit, key, text, error);
    if (values == NULL)
        return FALSE;
    if (unit->following == NULL) {
        unit->following = g_new0(RkRowProperties, 1);
        unit->following->values = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    }
    g_hash_table_insert(unit->following->values, (gpointer)value, values);
    return TRUE;
}

static gboolean follow_all(RkUnit *unit, const RkShape *shape, GError **error)
{
    for (const RkProperty *property = shape->properties; property != NULL && property->name != NULL; property++)
        if ((property->allow & RK_ALLOW_ROWS) != 0 && !follow(unit, property->name, error))
            return FALSE;
    for (const RkShape *const *include = shape->includes; include != NULL && *include != NULL; include++)
        if (!follow_all(unit, *include, error))
            return FALSE;
    return TRUE;
}

gboolean rk_unit_follow_rows(RkUnit *unit, GError **error)
{
    return follow_all(unit, unit->mark->shape, error);
}

void rk_unit_turn_to(const RkUnit *unit, gsize row)
{
    if (unit->following != NULL)
        unit->following->row = row;
}

const RkValue *rk_unit_of_row(const RkUnit *unit, const RkValue *value)
{
    const GPtrArray *values = unit->following == NULL || !rk_value_is(value, RK_VALUE_MAP)
                                  ? NULL
                                  : g_hash_table_lookup(unit->following->values, value);
    return values == NULL || unit->following->row >= values->len ? value : values->pdata[unit->following->row];
}

void rk_row_properties_free(RkRowProperties *properties)
{
    if (properties != NULL)
        g_hash_table_unref(properties->values);
    g_free(properties);
}
