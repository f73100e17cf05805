/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The measure of a verb: one column of numbers, its groups, one unit a group. What a verb cannot give is counted and
 * reported once, instead of a line for every row.
 */
#include "transform/verb.h"

#include <math.h>

const char *const rk_part_units[] = {"percent", "share", NULL};

gboolean rk_measure_read_rows(const RkValue *options, const char *verb, const RkTable *input,
                              const RkTransformContext *context, RkMeasure *measure, GError **error)
{
    const RkValue *name = rk_value_get(options, verb);
    *measure = (RkMeasure){.verb = verb,
                           .place = rk_value_place(name),
                           .input = input,
                           .diagnostics = context->diagnostics,
                           .named = rk_value_has(options, "as"),
                           .flag_rule = rk_scope_flag_rule(context->scope)};
    measure->column = rk_option_column(name, input, verb, error);
    if (measure->column == NULL)
        return FALSE;
    if (rk_column_type(measure->column) == RK_COLUMN_TIME) {
        rk_error_set(error, RK_ERROR_DATA, measure->place, NULL, "%s of time column \"%s\"", verb,
                     rk_column_name(measure->column));
        return FALSE;
    }
    measure->keys = rk_option_keys(rk_value_get(options, "groupby"), input, error);
    if (measure->keys == NULL)
        return FALSE;
    measure->values = rk_column_doubles(measure->column, &measure->made);
    return TRUE;
}

gboolean rk_measure_read(const RkValue *options, const char *verb, const RkTable *input,
                         const RkTransformContext *context, RkMeasure *measure, GError **error)
{
    if (!rk_measure_read_rows(options, verb, input, context, measure, error))
        return FALSE;
    measure->groups =
        rk_groups_new((const RkColumn *const *)measure->keys->pdata, measure->keys->len, rk_table_rows(input));
    measure->flagging = rk_flagging_new(measure->column, measure->groups, rk_table_rows(input), TRUE);
    return rk_groups_unit(measure->groups, measure->column, input, verb, measure->place, &measure->unit, error);
}

void rk_measure_rest_on_noted(RkMeasure *measure)
{
    g_clear_pointer(&measure->flagging, rk_flagging_free);
    measure->flagging = rk_flagging_new(measure->column, measure->groups, measure->groups->rows, FALSE);
}

void rk_measure_clear(RkMeasure *measure)
{
    g_clear_pointer(&measure->flagging, rk_flagging_free);
    g_clear_pointer(&measure->made, g_free);
    g_clear_pointer(&measure->keys, g_ptr_array_unref);
    g_clear_pointer(&measure->groups, rk_groups_free);
    g_clear_pointer(&measure->unit, rk_column_unref);
}

const guint32 *rk_measure_rows(const RkMeasure *measure, guint32 group, gsize *count)
{
    *count = measure->groups->starts[group + 1] - measure->groups->starts[group];
    return measure->groups->members + measure->groups->starts[group];
}

char *rk_measure_group_words(const RkMeasure *measure, guint32 row)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < measure->keys->len; i++) {
        const RkColumn *key = g_ptr_array_index(measure->keys, i);
        g_autofree char *value = rk_column_write(key, row);
        g_string_append_printf(words, "%s%s = %s", i == 0 ? " for " : ", ", rk_column_name(key),
                               value == NULL ? "nothing" : value);
    }
    return g_string_free(words, FALSE);
}

char *rk_row_words(const RkTable *table, gsize row)
{
    RkPlace origin = rk_table_origin(table, row);
    if (origin.file != NULL && origin.line > 0)
        return g_strdup_printf("%s:%u", origin.file, origin.line);
    return g_strdup_printf("row %" G_GSIZE_FORMAT, row + 1);
}

RkColumn *rk_measure_unit(const RkMeasure *measure, const char *(*map)(const char *text))
{
    if (measure->unit == NULL)
        return NULL;
    RkColumnBuilder *builder = rk_column_builder_new("unit", RK_COLUMN_TEXT);
    for (guint32 group = 0; group < measure->groups->count; group++) {
        const char *text = rk_column_text(measure->unit, group);
        rk_column_builder_text(builder, text == NULL || map == NULL ? text : map(text), -1);
    }
    g_autoptr(RkColumn) units = rk_column_builder_finish(builder);
    return rk_column_gather(units, measure->groups->of_row, measure->groups->rows);
}

guint8 *rk_option_truth(const RkValue *predicate, const RkTable *table, const RkScope *scope, GError **error)
{
    g_autofree guint8 *truth = g_new0(guint8, rk_table_rows(table) + 1);
    if (predicate != NULL && !rk_predicate_test(predicate, table, scope, truth, error))
        return NULL;
    return g_steal_pointer(&truth);
}

const char *rk_option_part_unit(const RkValue *options, double *factor)
{
    gboolean share = rk_value_is_text(rk_value_get(options, "unit"), rk_part_units[1]);
    *factor = share ? 1 : 100;
    return share ? RK_UNIT_SHARE_TEXT : RK_UNIT_PERCENT_TEXT;
}

RkTable *rk_result_add(const RkTable *table, const char *name, double *numbers, RkColumn *unit)
{
    g_autoptr(RkColumn) units = unit;
    g_autoptr(RkColumn) plain = rk_column_new_numbers(name, numbers, rk_table_rows(table));
    g_autoptr(RkColumn) column = rk_column_with(plain, NULL, units, NULL);
    return rk_table_with_column(table, column);
}

/** A name that nobody chose takes the place of a column of the data. */
static void warn_of_replaced(const RkMeasure *measure, const char *name)
{
    if (!measure->named && rk_table_find(measure->input, name) != NULL)
        rk_diagnostics_add(measure->diagnostics, RK_SEVERITY_WARNING, measure->place,
                           "name the new column otherwise: as", "%s: its result takes the place of the column \"%s\"",
                           measure->verb, name);
}

RkTable *rk_measure_result(const RkMeasure *measure, const char *name, double *numbers, RkColumn *unit)
{
    g_autoptr(RkColumn) units = unit;
    g_autoptr(RkColumn) plain = rk_column_new_numbers(name, numbers, rk_table_rows(measure->input));
    warn_of_replaced(measure, name);
    g_autoptr(RkColumn) column =
        rk_flagging_finish(measure->flagging, rk_column_with(plain, NULL, units, NULL), measure->flag_rule);
    return rk_table_with_column(measure->input, column);
}

RkTable *rk_option_table(const RkValue *from, const RkTransformContext *context, GError **error)
{
    if (context->resolve_data != NULL)
        return context->resolve_data(context->user, rk_value_get(from, "data"), error);
    rk_error_set(error, RK_ERROR_UNSUPPORTED, rk_value_place(from), NULL, "no other table can be reached from here");
    return NULL;
}

double *rk_missing_new(gsize count)
{
    double *values = g_new(double, MAX(count, 1));
    for (gsize i = 0; i < count; i++)
        values[i] = NAN;
    return values;
}

void rk_mishap_add(RkMishap *mishap, guint32 row)
{
    if (mishap->count++ == 0)
        mishap->row = row;
}

void rk_mishap_report(const RkMishap *mishap, const RkMeasure *measure, const char *what)
{
    if (mishap->count == 0)
        return;
    g_autofree char *group = rk_measure_group_words(measure, mishap->row);
    g_autofree char *row = rk_row_words(measure->input, mishap->row);
    gboolean rows = g_str_equal(what, "row");
    const char *first = rows ? row : *group == '\0' ? NULL : group + strlen(" for ");
    rk_diagnostics_add(measure->diagnostics, RK_SEVERITY_WARNING, measure->place, NULL,
                       "%s: no result for %" G_GSIZE_FORMAT " %s%s%s%s: %s", measure->verb, mishap->count, what,
                       mishap->count == 1 ? "" : "s",
                       first == NULL        ? ""
                       : mishap->count == 1 ? ", "
                                            : ", the first ",
                       first == NULL ? "" : first, mishap->reason);
}
