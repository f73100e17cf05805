/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every kind of claim asks of its query: columns of numbers of one unit, and the sources behind rows.
 */
#include "claims/claims-private.h"

#include <math.h>

static const char *const source_columns[] = {"source_id", "source", NULL};
enum { MOST_SOURCES = 4 };

const char *const *rk_claims_usual_columns(void)
{
    static const char *const names[] = {"geo", "country", "source_id", "source", NULL};
    return names;
}

void rk_finding_clear(RkFinding *finding)
{
    g_free(finding->stated);
    g_free(finding->computed);
    g_free(finding->finding);
    g_free(finding->remedy);
    g_free(finding->source);
}

const RkColumn *rk_trial_numbers(const RkTrial *trial, const char *key, GError **error)
{
    const RkValue *name = rk_value_get(trial->query, key);
    const RkColumn *column = rk_table_require(trial->table, rk_value_text_or(name, ""), rk_value_place(name), error);
    if (column == NULL || rk_column_type(column) == RK_COLUMN_NUMBER)
        return column;
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(name), NULL, "column \"%s\" holds %s values: numbers are needed",
                 rk_column_name(column), rk_column_type_name(rk_column_type(column)));
    return NULL;
}

/* The one unit of the values that are not missing: NULL when none is given. FALSE when there are several. */
static gboolean single_unit(const RkColumn *values, const char **unit, const char **other)
{
    const RkColumn *units = rk_column_unit(values);
    *unit = NULL;
    for (gsize row = 0; units != NULL && row < rk_column_length(values); row++) {
        const char *own = rk_column_text(units, row);
        if (own == NULL || rk_column_is_missing(values, row))
            continue;
        if (*unit != NULL && !g_str_equal(*unit, own)) {
            *other = own;
            return FALSE;
        }
        *unit = own;
    }
    return TRUE;
}

gboolean rk_trial_check_unit(const RkTrial *trial, const RkColumn *values, GError **error)
{
    const char *unit, *other;
    const RkValue *wanted = rk_value_get(trial->query, "unit");
    RkPlace place = rk_value_place(rk_value_get(trial->query, "field"));
    if (!single_unit(values, &unit, &other)) {
        rk_error_set(error, RK_ERROR_DATA, place, "filter by the unit", "values of the units \"%s\" and \"%s\"", unit,
                     other);
        return FALSE;
    }
    if (wanted == NULL || rk_column_length(values) == 0 || g_strcmp0(unit, rk_value_text_or(wanted, "")) == 0)
        return TRUE;
    if (unit == NULL)
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(wanted), NULL, "the values of column \"%s\" have no unit",
                     rk_column_name(values));
    else
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(wanted), NULL, "the values are in \"%s\", not in \"%s\"",
                     unit, rk_value_text_or(wanted, ""));
    return FALSE;
}

char *rk_trial_sources(const RkTrial *trial, const gsize *rows, gsize count)
{
    const RkColumn *column = NULL;
    for (guint i = 0; source_columns[i] != NULL && column == NULL; i++)
        column = rk_table_find(trial->table, source_columns[i]);
    if (column == NULL || rk_column_type(column) != RK_COLUMN_TEXT)
        return NULL;
    g_autoptr(GPtrArray) sources = g_ptr_array_new();
    for (gsize i = 0; i < count; i++) {
        const char *source = rk_column_text(column, rows[i]);
        if (source != NULL && !g_ptr_array_find_with_equal_func(sources, source, g_str_equal, NULL))
            g_ptr_array_add(sources, (gpointer)source);
    }
    return sources->len == 0 ? NULL : rk_phrase_join(sources, MOST_SOURCES);
}

int rk_trial_decimals(const RkTrial *trial, int otherwise)
{
    return (int)rk_value_number_or(rk_value_get(trial->states, "decimals"), otherwise);
}

const char *rk_trial_unit(const RkTrial *trial)
{
    return rk_value_text_or(rk_value_get(trial->states, "unit"), "");
}

char *rk_trial_keys(const RkValue *keys)
{
    g_autoptr(GString) text = g_string_new(rk_value_text_or(keys, ""));
    for (guint i = 0; i < rk_value_length(keys); i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "" : ", ", rk_value_text_or(rk_value_at(keys, i), ""));
    return g_string_free(g_steal_pointer(&text), FALSE);
}
