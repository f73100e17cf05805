/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts: named numbers and texts that a file works out from its data, so that its words quote what the data say instead
 * of what somebody typed. A fact is one value: a query that leaves none or several rows is an error.
 */
#include "transform/inquiry-private.h"

#include <math.h>

static RkTable *fact_rows(RkInquiry *inquiry, const RkValue *fact, GError **error)
{
    const RkValue *transform = rk_value_get(fact, "transform");
    if (rk_value_has(fact, "data") || inquiry->source->rows == NULL)
        return rk_inquiry_rows(inquiry, rk_value_get(fact, "data"), transform, error);
    g_autoptr(RkTable) rows = inquiry->source->rows(inquiry->source->user, error);
    return rows == NULL ? NULL : rk_inquiry_transform(inquiry, transform, rows, error);
}

static gboolean single_value(RkInquiry *inquiry, const char *name, const RkValue *fact, GError **error)
{
    g_autoptr(RkTable) table = fact_rows(inquiry, fact, error);
    if (table == NULL)
        return FALSE;
    const RkValue *field = rk_value_get(fact, "field");
    const RkColumn *column = rk_table_require(table, rk_value_text_or(field, ""), rk_value_place(field), error);
    if (column == NULL)
        return FALSE;
    if (rk_table_rows(table) != 1) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(fact), "add filters or an aggregate until one row is left",
                     "the fact \"%s\" has %" G_GSIZE_FORMAT " rows instead of one", name, rk_table_rows(table));
        return FALSE;
    }
    if (rk_column_is_missing(column, 0)) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(fact), NULL, "the fact \"%s\" is missing in the data", name);
        return FALSE;
    }
    RkScalar scalar = rk_scalar_from_column(column, 0);
    rk_scope_set(inquiry->scope, name, scalar);
    if (inquiry->source->shown != NULL && scalar.kind == RK_SCALAR_TEXT)
        rk_scope_set_shown(inquiry->scope, name, inquiry->source->shown(inquiry->source->user, column, scalar.text));
    return TRUE;
}

static gboolean from_expression(RkInquiry *inquiry, const char *name, const RkValue *text, GError **error)
{
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), error);
    RkScalar scalar;
    if (expression == NULL || !rk_expression_scalar(expression, NULL, 0, inquiry->scope, &scalar, error))
        return FALSE;
    if (scalar.kind == RK_SCALAR_NUMBER && !isfinite(scalar.number)) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(text), "look at its parts: one is zero or missing",
                     "the fact \"%s\" has no finite value", name);
        return FALSE;
    }
    rk_scope_set(inquiry->scope, name, scalar);
    return TRUE;
}

/** Words such as "third" or "two thirds" cannot be filled in: a file states what they rest on, and fails when the data
 * say otherwise. */
static gboolean as_expected(RkInquiry *inquiry, const char *name, const RkValue *expect, GError **error)
{
    if (expect == NULL)
        return TRUE;
    const char *text = rk_value_text_or(expect, "");
    g_autoptr(RkExpression) expression = rk_expression_parse(text, rk_value_place(expect), error);
    RkScalar truth, fact;
    if (expression == NULL || !rk_expression_scalar(expression, NULL, 0, inquiry->scope, &truth, error))
        return FALSE;
    if (truth.kind == RK_SCALAR_BOOLEAN && truth.number != 0)
        return TRUE;
    rk_scope_get(inquiry->scope, name, &fact);
    g_autofree char *value = rk_scalar_write(fact);
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(expect), "reword the figure, or mend the data",
                 "the fact \"%s\" is %s, but the words of the figure rest on %s", name, value, text);
    return FALSE;
}

gboolean rk_inquiry_facts(RkInquiry *inquiry, GError **error)
{
    const RkValue *facts = rk_value_get(inquiry->root, "facts");
    for (guint i = 0; i < rk_value_length(facts); i++) {
        const char *name = rk_value_key_at(facts, i);
        const RkValue *fact = rk_value_at(facts, i);
        const RkValue *expression = rk_value_get(fact, "expr");
        gboolean done = expression != NULL ? from_expression(inquiry, name, expression, error)
                                           : single_value(inquiry, name, fact, error);
        if (!done || !as_expected(inquiry, name, rk_value_get(fact, "expect"), error))
            return FALSE;
    }
    return TRUE;
}
