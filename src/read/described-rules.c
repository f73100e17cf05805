/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules for cells that data packages and CSVW have in common, each under its own names.
 */
#include "read/described-private.h"

#include <string.h>

char *rk_described_text(const json_t *value)
{
    char buffer[RK_NUMBER_BUFFER];
    if (json_is_string(value))
        return g_strdup(json_string_value(value));
    if (json_is_boolean(value))
        return g_strdup(json_is_true(value) ? "true" : "false");
    return json_is_number(value) ? g_strdup(rk_number_shortest(json_number_value(value), buffer)) : NULL;
}

static gboolean take_length(gsize *length, json_t *value)
{
    double number = json_is_number(value) ? json_number_value(value) : -1;
    if (!(number >= 0 && number <= RK_LIMIT_FIELD_BYTES) || number != (double)(gsize)number)
        return FALSE;
    *length = (gsize)number;
    return TRUE;
}

gboolean rk_described_rule(RkDescribedField *field, const char *key, json_t *value, gboolean *known)
{
    static const struct {
        const char *name;
        RkBoundKind kind;
    } bounds[] = {{"minimum", RK_BOUND_LEAST},          {"minInclusive", RK_BOUND_LEAST},
                  {"exclusiveMinimum", RK_BOUND_ABOVE}, {"minExclusive", RK_BOUND_ABOVE},
                  {"maximum", RK_BOUND_GREATEST},       {"maxInclusive", RK_BOUND_GREATEST},
                  {"exclusiveMaximum", RK_BOUND_BELOW}, {"maxExclusive", RK_BOUND_BELOW}};
    RkConstraints *constraints = &field->constraints;
    *known = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(bounds); i++) {
        RkBound *bound = &constraints->bounds[bounds[i].kind];
        if (strcmp(key, bounds[i].name) != 0)
            continue;
        g_free(bound->text);
        bound->name = bounds[i].name;
        bound->text = json_is_boolean(value) ? NULL : rk_described_text(value);
        return bound->text != NULL;
    }
    if (strcmp(key, "length") == 0)
        return take_length(&constraints->shortest, value) && take_length(&constraints->longest, value);
    if (strcmp(key, "minLength") == 0)
        return take_length(&constraints->shortest, value);
    if (strcmp(key, "maxLength") == 0)
        return take_length(&constraints->longest, value);
    *known = FALSE;
    return FALSE;
}

gboolean rk_described_check_rules(const RkTable *table, const RkDescribed *described, RkDiagnostics *diagnostics,
                                  GError **error)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        gint at = rk_described_find(described, rk_column_name(column));
        if (at >= 0 && !rk_constraints_check(&((RkDescribedField *)described->fields->pdata[at])->constraints, table,
                                             column, diagnostics, error))
            return FALSE;
    }
    return TRUE;
}
