/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * leaveoneout: how far a result rests on one country (or year, or whatever `by` names). Transforms that end in one
 * number are repeated without the rows of each value. Rows without a value always stay.
 */
#include <math.h>

#include "transform/verb.h"

/** Rows that all repetitions together may read: a column of numbers as `by` would otherwise run for hours. */
#define RK_LEAVE_ROWS_LIMIT (256u << 20)

typedef struct {
    const RkValue *steps; /* a list */
    const RkValue *field;
    const RkTable *input;
    const RkTransformContext *context;
    GPtrArray *keys;
    const RkGroups *groups;
} Leave;

/* What the transforms come to. */
typedef struct {
    double value;
    char *unit;
} Result;

static void result_clear(Result *result)
{
    g_clear_pointer(&result->unit, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Result, result_clear)

static gboolean read_result(const Leave *leave, const RkTable *table, Result *result, GError **error)
{
    const RkColumn *column = rk_option_column(leave->field, table, "leaveoneout", error);
    if (column == NULL)
        return FALSE;
    if (rk_column_type(column) == RK_COLUMN_TIME || rk_table_rows(table) != 1) {
        RkPlace place = rk_value_place(leave->field);
        if (rk_column_type(column) == RK_COLUMN_TIME)
            rk_error_set(error, RK_ERROR_DATA, place, NULL, "leaveoneout of time column \"%s\"",
                         rk_column_name(column));
        else
            rk_error_set(error, RK_ERROR_DATA, place, "add filters or an aggregate until one row is left",
                         "leaveoneout: the transforms leave %" G_GSIZE_FORMAT " rows instead of one",
                         rk_table_rows(table));
        return FALSE;
    }
    g_autofree double *made = NULL;
    const RkColumn *unit = rk_column_unit(column);
    result->value = rk_column_doubles(column, &made)[0];
    result->unit = unit == NULL ? NULL : g_strdup(rk_column_text(unit, 0));
    return TRUE;
}

static gboolean find_result(const Leave *leave, const RkTable *input, RkDiagnostics *diagnostics, Result *result,
                            GError **error)
{
    RkTransformContext context = *leave->context;
    context.diagnostics = diagnostics;
    *result = (Result){NAN, NULL};
    g_autoptr(RkTable) table = rk_transform_apply_list(leave->steps, input, &context, error);
    return table != NULL && read_result(leave, table, result, error);
}

/* " without geo = LT" */
static char *words_without(const Leave *leave, guint32 row)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < leave->keys->len; i++) {
        const RkColumn *key = g_ptr_array_index(leave->keys, i);
        g_autofree char *value = rk_column_write(key, row);
        g_string_append_printf(words, "%s%s = %s", i == 0 ? " without " : ", ", rk_column_name(key), value);
    }
    return g_string_free(words, FALSE);
}

static void warn_missing(const Leave *leave, guint32 row, const RkDiagnostics *why)
{
    g_autofree char *words = words_without(leave, row);
    const RkDiagnostic *first = rk_diagnostics_at(why, 0);
    rk_diagnostics_add(leave->context->diagnostics, RK_SEVERITY_WARNING, rk_value_place(leave->steps), NULL,
                       "leaveoneout: no result%s%s%s", words, first == NULL ? "" : ": ",
                       first == NULL ? "" : first->message);
}

static gboolean find_without(const Leave *leave, guint32 group, Result *result, GError **error)
{
    GError *local = NULL;
    gsize kept = 0, rows = leave->groups->rows;
    g_autofree guint32 *others = g_new(guint32, MAX(rows, 1));
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    for (gsize row = 0; row < rows; row++)
        if (leave->groups->of_row[row] != group)
            others[kept++] = (guint32)row;
    guint32 first = leave->groups->members[leave->groups->starts[group]];
    g_autoptr(RkTable) table = rk_table_gather(leave->input, others, kept);
    if (!find_result(leave, table, diagnostics, result, &local)) {
        g_autofree char *words = words_without(leave, first);
        g_prefix_error(&local, "%s: ", words + 1);
        g_propagate_error(error, local);
        return FALSE;
    }
    if (isnan(result->value))
        warn_missing(leave, first, diagnostics);
    return TRUE;
}

/* The first rows of the groups that can be named. */
static GArray *named_groups(const Leave *leave)
{
    GArray *named = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autofree guint32 *first = rk_groups_first(leave->groups);
    for (guint32 group = 0; group < leave->groups->count; group++) {
        gboolean missing = first[group] == G_MAXUINT32;
        for (guint i = 0; i < leave->keys->len && !missing; i++)
            missing = rk_column_is_missing(g_ptr_array_index(leave->keys, i), first[group]);
        if (!missing)
            g_array_append_val(named, first[group]);
    }
    return named;
}

static RkColumn *with_unit(const char *name, double *numbers, gsize rows, RkColumnBuilder *builder)
{
    g_autoptr(RkColumn) unit = rk_column_builder_finish(builder);
    g_autoptr(RkColumn) plain = rk_column_new_numbers(name, numbers, rows);
    return rk_column_with(plain, NULL, unit, NULL);
}

/* Fills in `values` and the units of values and differences. */
static gboolean find_all(const Leave *leave, const GArray *named, double *values, RkColumnBuilder *units,
                         RkColumnBuilder *difference_units, GError **error)
{
    for (guint i = 0; i < named->len; i++) {
        g_auto(Result) result = {NAN, NULL};
        if (!find_without(leave, leave->groups->of_row[g_array_index(named, guint32, i)], &result, error))
            return FALSE;
        values[i] = result.value;
        rk_column_builder_text(units, result.unit, -1);
        rk_column_builder_text(difference_units, result.unit == NULL ? NULL : rk_unit_difference(result.unit), -1);
    }
    return TRUE;
}

static RkTable *make_table(const RkValue *options, const Leave *leave, const GArray *named, double whole,
                           GError **error)
{
    const RkValue *as = rk_value_get(options, "as");
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    g_autofree double *values = rk_missing_new(named->len), *differences = rk_missing_new(named->len);
    g_autoptr(RkColumnBuilder) units = rk_column_builder_new("unit", RK_COLUMN_TEXT);
    g_autoptr(RkColumnBuilder) difference_units = rk_column_builder_new("unit", RK_COLUMN_TEXT);
    if (!find_all(leave, named, values, units, difference_units, error))
        return NULL;
    for (guint i = 0; i < named->len; i++)
        differences[i] = values[i] - whole;
    for (guint i = 0; i < leave->keys->len; i++)
        g_ptr_array_add(columns, rk_column_gather(g_ptr_array_index(leave->keys, i),
                                                  (const guint32 *)(const void *)named->data, named->len));
    const char *name = rk_option_as(as, 0, rk_value_text_or(leave->field, ""));
    g_ptr_array_add(columns, with_unit(name, g_steal_pointer(&values), named->len, g_steal_pointer(&units)));
    g_ptr_array_add(columns, with_unit(rk_option_as(as, 1, "difference"), g_steal_pointer(&differences), named->len,
                                       g_steal_pointer(&difference_units)));
    return rk_results_table(columns, named->len, rk_value_place(rk_value_get(options, "leaveoneout")), error);
}

/* Repeating repetitions would multiply the work without bound. */
static gboolean refuse_nesting(const RkValue *steps, GError **error)
{
    for (guint i = 0; i < rk_value_length(steps); i++)
        if (rk_value_has(rk_value_at(steps, i), "leaveoneout")) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_at(steps, i)), NULL,
                         "leaveoneout within leaveoneout");
            return FALSE;
        }
    return TRUE;
}

static gboolean check_work(const RkValue *options, const GArray *named, gsize rows, GError **error)
{
    if (named->len == 0 || rows <= RK_LEAVE_ROWS_LIMIT / named->len)
        return TRUE;
    rk_error_set(error, RK_ERROR_LIMIT, rk_value_place(rk_value_get(options, "by")), NULL,
                 "leaveoneout: %u values of %" G_GSIZE_FORMAT " rows, more than %u rows in all", named->len, rows,
                 RK_LEAVE_ROWS_LIMIT);
    return FALSE;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *steps = rk_value_get(options, "leaveoneout");
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    if (rk_value_is(steps, RK_VALUE_MAP)) {
        RkValue *list = rk_document_list(document, rk_value_place(steps));
        rk_value_append(list, steps);
        steps = list;
    }
    Leave leave = {.steps = steps, .field = rk_value_get(options, "field"), .input = input, .context = context};
    g_autoptr(GPtrArray) keys = rk_option_keys(rk_value_get(options, "by"), input, error);
    if (keys == NULL || !refuse_nesting(steps, error))
        return NULL;
    g_autoptr(RkGroups) groups = rk_groups_new((const RkColumn *const *)keys->pdata, keys->len, rk_table_rows(input));
    leave.keys = keys;
    leave.groups = groups;
    g_autoptr(GArray) named = named_groups(&leave);
    g_auto(Result) whole = {NAN, NULL};
    if (!check_work(options, named, rk_table_rows(input), error) ||
        !find_result(&leave, input, context->diagnostics, &whole, error))
        return NULL;
    return make_table(options, &leave, named, whole.value, error);
}

static gboolean check_by(const RkValue *value, GError **error)
{
    if (rk_value_is(value, RK_VALUE_TEXT) || rk_value_length(value) > 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "at least one column is needed");
    return FALSE;
}

static const RkProperty properties[] = {
    {.name = "leaveoneout",
     .allow = RK_ALLOW_MAP | RK_ALLOW_LIST,
     .choose = rk_transform_shape,
     .items = RK_ALLOW_MAP,
     .required = TRUE,
     .summary = "the transform, or list of transforms, that ends in one row"},
    {.name = "by",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .required = TRUE,
     .check = check_by,
     .summary = "the column (or columns) of which each value is left out in turn"},
    {.name = "field",
     .allow = RK_ALLOW_TEXT,
     .required = TRUE,
     .summary = "the column of that row that holds the result"},
    {.name = "as",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_LIST,
     .items = RK_ALLOW_TEXT,
     .summary = "names of the result without the value and of its difference from the whole: [field, difference]"},
    {NULL}};
static const RkShape shape = {.name = "a leaveoneout transform", .properties = properties};

const RkTransform rk_transform_leaveoneout = {.name = "leaveoneout",
                                              .summary = "repeat a result with each value of a column left out",
                                              .shape = &shape,
                                              .apply = apply};
