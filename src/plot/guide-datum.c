/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expressions and conditions of guides, worked out over a table of one row.
 */
#include "plot/guide-datum.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "table/builder.h"

double rk_guide_category_number(const RkScale *scale, guint category, gboolean *temporal)
{
    *temporal = FALSE;
    const char *text = g_ptr_array_index(scale->categories, category);
    RkColumnType type = RK_COLUMN_TEXT;
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        if (use->column == NULL)
            continue;
        type = rk_column_type(use->column);
        break;
    }
    double number;
    RkFrequency frequency;
    /* A bin is called by a text, whatever it begins with. */
    if (g_hash_table_contains(scale->starts, text))
        return NAN;
    if (type == RK_COLUMN_TIME && rk_period_parse(text, strlen(text), &number, &frequency)) {
        *temporal = TRUE;
        return number;
    }
    char *end;
    number = type == RK_COLUMN_NUMBER ? g_ascii_strtod(text, &end) : NAN;
    return number;
}

static RkColumn *text_column(const char *name, const char *text)
{
    RkColumnBuilder *builder = rk_column_builder_new(name, RK_COLUMN_TEXT);
    rk_column_builder_text(builder, text != NULL ? text : "", -1);
    return rk_column_builder_finish(builder);
}

static RkColumn *number_column(const char *name, double value, gboolean temporal)
{
    double *numbers = g_memdup2(&value, sizeof value);
    return temporal ? rk_column_new_times(name, numbers, 1, RK_FREQUENCY_MOMENT)
                    : rk_column_new_numbers(name, numbers, 1);
}

/** The category as its rows have it: true, null or 3, not as it is written. NULL: it is in no row, or the name of a
 * bin. */
static RkColumn *found_column(const RkScale *scale, guint category)
{
    gboolean bins = g_hash_table_size(scale->starts) > 0;
    for (guint i = 0; !bins && i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        for (guint32 row = 0; use->categories != NULL && row < rk_column_length(use->column); row++) {
            if (use->categories[row] != category)
                continue;
            g_autoptr(RkColumn) cell = rk_column_gather(use->column, &row, 1);
            return rk_column_with(cell, "value", NULL, NULL);
        }
    }
    return NULL;
}

static RkColumn *value_column(const RkGuideDatum *datum)
{
    const RkScale *scale = datum->scale;
    if (!scale->type->discrete)
        return number_column("value", datum->value, scale->type->temporal);
    gboolean temporal;
    double number = rk_guide_category_number(scale, datum->category, &temporal);
    if (!isnan(number))
        return number_column("value", number, temporal);
    RkColumn *found = found_column(scale, datum->category);
    return found != NULL ? found : text_column("value", g_ptr_array_index(scale->categories, datum->category));
}

static RkTable *row_of(const RkGuideDatum *datum)
{
    g_autoptr(RkColumn) value = value_column(datum);
    g_autoptr(RkColumn) label = text_column("label", datum->label);
    g_autoptr(RkColumn) index = number_column("index", datum->index, FALSE);
    const RkColumn *columns[] = {value, label, index};
    return rk_table_new(columns, G_N_ELEMENTS(columns), 1, NULL);
}

static gboolean evaluate(RkPlotting *plotting, const RkValue *text, const RkTable *row, RkExpression **expression,
                         RkScalar *scalar, GError **error)
{
    *expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), error);
    return *expression != NULL && rk_expression_scalar(*expression, row, 0, plotting->scope, scalar, error);
}

const char *rk_guide_expression(RkPlotting *plotting, const RkValue *text, const RkGuideDatum *datum, GError **error)
{
    g_autoptr(RkTable) row = row_of(datum);
    g_autoptr(RkExpression) expression = NULL;
    RkScalar scalar;
    if (!evaluate(plotting, text, row, &expression, &scalar, error))
        return NULL;
    if (scalar.kind == RK_SCALAR_TREE && rk_value_is(scalar.tree, RK_VALUE_LIST)) {
        g_autoptr(GString) lines = g_string_new(NULL);
        for (guint i = 0; i < rk_value_length(scalar.tree); i++) {
            g_autofree char *line = rk_scalar_write(rk_scalar_from_value(rk_value_at(scalar.tree, i)));
            g_string_append_printf(lines, "%s%s", i > 0 ? "\n" : "", line);
        }
        return g_string_chunk_insert(plotting->strings, lines->str);
    }
    g_autofree char *written = rk_scalar_write(scalar);
    return g_string_chunk_insert(plotting->strings, written);
}

/** Lists of plain values, such as dashes; they must outlive the expression that made them. */
static const RkValue *copied(RkPlotting *plotting, const RkValue *list, RkPlace place)
{
    RkValue *copy = rk_document_list(plotting->scratch, place);
    for (guint i = 0; i < rk_value_length(list); i++) {
        const RkValue *item = rk_value_at(list, i);
        rk_value_append(copy, rk_value_is(item, RK_VALUE_NUMBER)
                                  ? rk_document_number(plotting->scratch, place, rk_value_number_or(item, 0))
                                  : rk_document_text(plotting->scratch, place, rk_value_text_or(item, "")));
    }
    return copy;
}

/** The result of an expression as a value of the document that the compiler makes. */
static const RkValue *computed(RkPlotting *plotting, const RkValue *text, const RkTable *row, GError **error)
{
    g_autoptr(RkExpression) expression = NULL;
    RkScalar scalar;
    if (!evaluate(plotting, text, row, &expression, &scalar, error))
        return NULL;
    RkPlace place = rk_value_place(text);
    switch (scalar.kind) {
    case RK_SCALAR_BOOLEAN:
        return rk_document_boolean(plotting->scratch, place, scalar.number != 0);
    case RK_SCALAR_NUMBER:
    case RK_SCALAR_TIME:
        return rk_document_number(plotting->scratch, place, scalar.number);
    case RK_SCALAR_TEXT:
        return rk_document_text(plotting->scratch, place, scalar.text);
    case RK_SCALAR_TREE:
        return copied(plotting, scalar.tree, place);
    default:
        return rk_document_null(plotting->scratch, place);
    }
}

static const RkValue *outcome(RkPlotting *plotting, const RkValue *map, const RkTable *row, GError **error)
{
    const RkValue *expression = rk_value_get(map, "expr");
    return expression != NULL ? computed(plotting, expression, row, error) : rk_value_get(map, "value");
}

static gboolean holds(RkPlotting *plotting, const RkValue *condition, const RkTable *row, gboolean *truth,
                      GError **error)
{
    guint8 byte = 0;
    *truth = FALSE;
    const RkValue *test = rk_value_get(condition, "test");
    if (test != NULL && !rk_predicate_test(test, row, plotting->scope, &byte, error))
        return FALSE;
    *truth = byte != 0;
    return TRUE;
}

const RkValue *rk_guide_resolve(RkPlotting *plotting, const RkValue *value, const RkGuideDatum *datum, GError **error)
{
    const RkValue *conditions = rk_value_get(value, "condition");
    if (conditions == NULL && !rk_value_has(value, "expr"))
        return value;
    g_autoptr(RkTable) row = row_of(datum);
    gboolean list = rk_value_is(conditions, RK_VALUE_LIST);
    for (guint i = 0; i < (list ? rk_value_length(conditions) : conditions != NULL); i++) {
        const RkValue *condition = list ? rk_value_at(conditions, i) : conditions;
        gboolean truth;
        if (!holds(plotting, condition, row, &truth, error))
            return NULL;
        if (truth)
            return outcome(plotting, condition, row, error);
    }
    return outcome(plotting, value, row, error);
}
