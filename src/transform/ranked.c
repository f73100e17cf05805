/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs that rank have in common: rows that are shown but not ranked, and the order of equal values.
 */
#include "transform/ranked.h"

#include <math.h>

#include "table/builder.h"
#include "table/flags.h"
#include "transform/aggregates.h"
#include "transform/verb.h"

/** The texts of a column (may be NULL), and `instead` (NULL: none) in the rows that are excluded. */
static RkColumn *other_texts(const RkColumn *column, const char *name, const guint8 *excluded, gsize rows,
                             const char *instead)
{
    RkColumnBuilder *builder = rk_column_builder_new(name, RK_COLUMN_TEXT);
    for (gsize row = 0; row < rows; row++) {
        const char *text = excluded[row] ? instead : column != NULL ? rk_column_text(column, row) : NULL;
        rk_column_builder_text(builder, text, -1);
    }
    return rk_column_builder_finish(builder);
}

RkColumn *rk_ranked_values(const RkColumn *column, const RkValue *exclude, const RkTable *input, const RkScope *scope,
                           GError **error)
{
    gsize rows = rk_table_rows(input);
    g_autofree double *made = NULL;
    double *values = g_memdup2(rk_column_doubles(column, &made), rows * sizeof *values);
    g_autoptr(RkColumn) copy = rk_column_new_numbers(rk_column_name(column), values, rows);
    g_autofree guint8 *excluded = g_new0(guint8, rows);
    if (exclude != NULL && !rk_predicate_test(exclude, input, scope, excluded, error))
        return NULL;
    gboolean any = FALSE;
    for (gsize row = 0; row < rows; row++) {
        any = any || excluded[row];
        values[row] = excluded[row] ? NAN : values[row];
    }
    /* The value is there, and so its flags say nothing of the rank that is not. */
    const RkColumn *flag = rk_column_flag(column), *reason = rk_column_reason(column);
    g_autoptr(RkColumn) own_flag =
        any && flag != NULL ? other_texts(flag, rk_column_name(flag), excluded, rows, NULL) : NULL;
    g_autoptr(RkColumn) own_reason = any ? other_texts(reason, "reason", excluded, rows, RK_REASON_EXCLUDED) : NULL;
    g_autoptr(RkColumn) flagged =
        rk_column_with(copy, NULL, rk_column_unit(column), own_flag != NULL ? own_flag : flag);
    return rk_column_with_reason(flagged, own_reason != NULL ? own_reason : reason);
}

gboolean rk_ranked_tie_break(const RkValue *name, const RkTable *input, const RkScope *scope, guint32 **keys,
                             GError **error)
{
    gsize rows = rk_table_rows(input);
    *keys = NULL;
    if (name == NULL)
        return TRUE;
    const RkColumn *column = rk_table_require(input, rk_value_text_or(name, ""), rk_value_place(name), error);
    if (column == NULL)
        return FALSE;
    if (rk_column_type(column) != RK_COLUMN_TEXT) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(name), NULL, "tiebreak by %s column \"%s\": text is needed",
                     rk_column_type_name(rk_column_type(column)), rk_column_name(column));
        return FALSE;
    }
    g_autofree guint32 *places = rk_word_places(column, scope);
    *keys = g_new(guint32, rows);
    for (gsize row = 0; row < rows; row++) {
        guint32 code = rk_column_codes(column)[row];
        (*keys)[row] = code == RK_TEXT_MISSING ? G_MAXUINT32 : places[code];
    }
    return TRUE;
}

/* Where tables name their places. */
static const char *const place_columns[] = {"geo", "country", "Entity", NULL};

static const RkColumn *place_column(const RkTable *input, const char *name)
{
    const RkColumn *column = rk_table_find(input, name);
    return column != NULL && rk_column_type(column) == RK_COLUMN_TEXT ? column : NULL;
}

static gboolean has_name(const RkValue *names, const char *name)
{
    for (guint i = 0; i < rk_value_length(names); i++) {
        if (rk_value_is_text(rk_value_at(names, i), name))
            return TRUE;
    }
    return rk_value_is_text(names, name);
}

/* The names of places, else their codes. */
static const RkColumn *names_of(const RkTable *input)
{
    const RkColumn *column = NULL;
    for (guint i = G_N_ELEMENTS(place_columns) - 1; column == NULL && i > 0; i--)
        column = place_column(input, place_columns[i - 1]);
    return column;
}

static const char *name_of(const RkTable *input, gsize row)
{
    const RkColumn *column = names_of(input);
    return column == NULL ? NULL : rk_column_text(column, row);
}

static gboolean ranks_within_places(const RkValue *groupby)
{
    for (guint i = 0; place_columns[i] != NULL; i++)
        if (has_name(groupby, place_columns[i]))
            return TRUE;
    return FALSE;
}

static void warn_of_unknown(const RkAggregates *groups, RkPlace place, const char *verb, RkDiagnostics *diagnostics)
{
    g_autofree char *words = rk_aggregates_unknown(groups);
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place,
                       "exclude picks the rows that have no rank; \"false\" picks none",
                       "%s ranks words that are no known place among places: %s", verb, words);
}

void rk_ranked_warn(const RkColumn *values, const RkValue *options, const char *verb, const RkTable *input,
                    RkDiagnostics *diagnostics)
{
    RkPlace place = rk_value_place(rk_value_get(options, verb));
    g_auto(RkAggregates) groups = {NULL};
    gsize rows = 0, first = 0;
    /* Within a place there is nothing to mix up. */
    if (rk_value_has(options, "exclude") || ranks_within_places(rk_value_get(options, "groupby")))
        return;
    rk_aggregates_find(input, names_of(input), &groups);
    for (gsize row = 0; row < rk_table_rows(input); row++) {
        if (!groups.rows[row] || rk_column_is_missing(values, row))
            continue;
        first = rows++ == 0 ? row : first;
    }
    if (groups.unknown->len > 0)
        warn_of_unknown(&groups, place, verb, diagnostics);
    if (rows == 0)
        return;
    const char *name = name_of(input, first);
    g_autofree char *words = rk_row_words(input, first);
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place,
                       "exclude picks the rows that have no rank; \"false\" picks none",
                       "%s ranks aggregates like places: %" G_GSIZE_FORMAT " %s, the first is %s (%s)", verb, rows,
                       rows == 1 ? "row" : "rows", name == NULL ? "without a name" : name, words);
}

void rk_ranked_report(const RkMishap *empty, const RkGroups *groups, const RkValue *options, const char *verb,
                      RkDiagnostics *diagnostics)
{
    if (empty->count > 0 && empty->count == groups->count)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_value_place(rk_value_get(options, verb)), NULL,
                           "%s: no row has a rank: %s", verb, empty->reason);
}
