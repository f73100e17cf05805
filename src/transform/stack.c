/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * stack: where each value begins and ends when the values of a group are put on top of each other. Negative values are
 * stacked downwards on their own; center and normalize take sizes without their sign. A missing value has no place,
 * and where `missing` says so neither have those that stand on it; only its own start is known then.
 */
#include "transform/flagging.h"
#include "transform/running.h"
#include "transform/sort.h"
#include "transform/transform-private.h"

typedef struct {
    const double *values;
    double *starts, *ends;
    double largest; /**< total size of the largest group */
    gboolean gaps;  /**< what stands on a missing value has no place */
    gsize lost;     /**< values without a place for that reason */
} Stack;

typedef void (*Place)(Stack *stack, const guint32 *rows, gsize count);

static void place_signed(Stack *stack, const guint32 *rows, gsize count)
{
    RkRunning up = {0}, down = {0};
    for (gsize i = 0; i < count; i++) {
        double value = stack->values[rows[i]];
        RkRunning *side = value < 0 ? &down : &up;
        if (isnan(value))
            continue;
        stack->starts[rows[i]] = rk_running_sum(side);
        rk_running_add(side, value);
        stack->ends[rows[i]] = rk_running_sum(side);
    }
}

static double total_size(const Stack *stack, const guint32 *rows, gsize count)
{
    RkRunning total = {0};
    for (gsize i = 0; i < count; i++)
        rk_running_add(&total, fabs(stack->values[rows[i]]));
    return rk_running_sum(&total);
}

/** Sizes after each other, shifted and scaled. */
static void place_sizes(Stack *stack, const guint32 *rows, gsize count, double start, double divisor)
{
    RkRunning sum = {0};
    for (gsize i = 0; i < count; i++) {
        double size = fabs(stack->values[rows[i]]);
        if (isnan(size))
            continue;
        stack->starts[rows[i]] = start + rk_running_sum(&sum) / divisor;
        rk_running_add(&sum, size);
        stack->ends[rows[i]] = start + rk_running_sum(&sum) / divisor;
    }
}

static void place_centered(Stack *stack, const guint32 *rows, gsize count)
{
    place_sizes(stack, rows, count, (stack->largest - total_size(stack, rows, count)) / 2, 1);
}

static void place_normalized(Stack *stack, const guint32 *rows, gsize count)
{
    double total = total_size(stack, rows, count);
    /* Shares of nothing do not exist. */
    if (total > 0)
        place_sizes(stack, rows, count, 0, total);
}

static const struct {
    const char *name;
    Place place;
    gboolean keeps_unit;
    gboolean from_zero; /**< the place of a value depends on those before it alone */
} offsets[] = {{"zero", place_signed, TRUE, TRUE},
               {"center", place_centered, TRUE, FALSE},
               {"normalize", place_normalized, FALSE, FALSE}};
static const char *const offset_names[] = {"zero", "center", "normalize", NULL};
static const char *const missing_names[] = {"skip", "gap", NULL};

/** An end of the values of a column has their flags. */
static RkTable *add_end(const RkTable *table, const char *name, double *values, const RkColumn *unit,
                        const RkColumn *of, RkFlagRule rule)
{
    g_autoptr(RkColumn) plain = rk_column_new_numbers(name, values, rk_table_rows(table));
    g_autoptr(RkColumn) column = rk_flags_across(rk_column_with(plain, NULL, unit, NULL), &of, 1, rule);
    return rk_table_with_column(table, column);
}

static double *missing_numbers(gsize rows)
{
    double *numbers = g_new(double, rows);
    for (gsize row = 0; row < rows; row++)
        numbers[row] = NAN;
    return numbers;
}

static guint offset_of(const RkValue *options)
{
    guint offset = 0;
    for (guint i = 0; i < G_N_ELEMENTS(offsets); i++)
        if (rk_value_is_text(rk_value_get(options, "offset"), offsets[i].name))
            offset = i;
    return offset;
}

/** Centred and normalized parts are sizes: what is below zero then looks like what is above it. */
static void warn_of_signs(const RkValue *options, const RkColumn *column, const double *values, gsize rows,
                          RkDiagnostics *diagnostics)
{
    gsize count = 0;
    for (gsize row = 0; row < rows; row++)
        count += values[row] < 0;
    if (count > 0 && offset_of(options) > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_value_place(rk_value_get(options, "stack")),
                           "filter them, or stack from zero",
                           "stack: %" G_GSIZE_FORMAT " %s of \"%s\" below zero count%s by %s size", count,
                           count == 1 ? "value" : "values", rk_column_name(column), count == 1 ? "s" : "",
                           count == 1 ? "its" : "their");
}

static void warn_of_gaps(const RkValue *options, const RkColumn *column, const Stack *stack, RkDiagnostics *diagnostics)
{
    if (stack->lost > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, rk_value_place(rk_value_get(options, "stack")),
                           "impute 0 where a missing value is nothing",
                           "stack: %" G_GSIZE_FORMAT " %s of \"%s\" %s no place, as what %s on is missing", stack->lost,
                           stack->lost == 1 ? "value" : "values", rk_column_name(column),
                           stack->lost == 1 ? "has" : "have", stack->lost == 1 ? "it stands" : "they stand");
}

/** How many of a group's rows come before the first missing one. */
static gsize count_known(const Stack *stack, const guint32 *rows, gsize count)
{
    gsize known = 0;
    while (known < count && !isnan(stack->values[rows[known]]))
        known++;
    return known;
}

/** How many of a group's rows can be placed; the others are counted. */
static gsize count_placeable(Stack *stack, const guint32 *rows, gsize count, gboolean from_zero)
{
    gsize known = count_known(stack, rows, count);
    if (!stack->gaps || known == count)
        return count;
    gsize placeable = from_zero ? known : 0;
    for (gsize i = placeable; i < count; i++)
        stack->lost += !isnan(stack->values[rows[i]]);
    return placeable;
}

/** Where the first missing value of a group would begin: above those before it. */
static void begin_missing(Stack *stack, const guint32 *rows, gsize placed)
{
    double top = 0;
    for (gsize i = 0; i < placed; i++)
        top = fmax(top, stack->ends[rows[i]]);
    stack->starts[rows[placed]] = top;
}

static void place_groups(Stack *stack, const RkGroups *groups, const RkSort *sort, guint offset)
{
    for (guint32 group = 0; group < groups->count; group++) {
        guint32 *members = groups->members + groups->starts[group];
        gsize count = groups->starts[group + 1] - groups->starts[group];
        rk_sort_rows(sort, members, count);
        if (!stack->gaps || count_known(stack, members, count) == count)
            stack->largest = fmax(stack->largest, total_size(stack, members, count));
    }
    for (guint32 group = 0; group < groups->count; group++) {
        guint32 *members = groups->members + groups->starts[group];
        gsize count = groups->starts[group + 1] - groups->starts[group];
        gsize placed = count_placeable(stack, members, count, offsets[offset].from_zero);
        offsets[offset].place(stack, members, placed);
        if (placed < count && offsets[offset].from_zero)
            begin_missing(stack, members, placed);
    }
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *field = rk_value_get(options, "stack"), *as = rk_value_get(options, "as");
    const RkColumn *column = rk_option_column(field, input, "stack", error);
    g_autoptr(RkGroups) groups =
        column == NULL ? NULL : rk_groups_of_option(rk_value_get(options, "groupby"), input, error);
    g_auto(RkSort) sort = {0};
    g_autoptr(RkColumn) unit = NULL;
    if (groups == NULL || !rk_sort_read(rk_value_get(options, "sort"), input, context, &sort, error) ||
        !rk_groups_unit(groups, column, input, "stack", rk_value_place(field), &unit, error))
        return NULL;
    g_autofree double *made = NULL;
    gsize rows = rk_table_rows(input);
    Stack stack = {.values = rk_column_doubles(column, &made),
                   .starts = missing_numbers(rows),
                   .ends = missing_numbers(rows),
                   .gaps = rk_value_is_text(rk_value_get(options, "missing"), "gap")};
    guint offset = offset_of(options);
    warn_of_signs(options, column, stack.values, rows, context->diagnostics);
    place_groups(&stack, groups, &sort, offset);
    warn_of_gaps(options, column, &stack, context->diagnostics);
    const RkColumn *kept = offsets[offset].keeps_unit ? rk_column_unit(column) : NULL;
    const char *name = rk_option_as(as, 0, NULL);
    g_autofree char *start = name != NULL ? g_strdup(name) : g_strconcat(rk_column_name(column), "_start", NULL);
    g_autofree char *end = g_strconcat(name != NULL ? name : rk_column_name(column), "_end", NULL);
    RkFlagRule rule = rk_scope_flag_rule(context->scope);
    g_autoptr(RkTable) with_start = add_end(input, start, stack.starts, kept, column, rule);
    return add_end(with_start, rk_option_as(as, 1, end), stack.ends, kept, column, rule);
}

static const RkProperty properties[] = {
    {.name = "stack", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column to stack"},
    RK_PROPERTY_GROUPBY,
    RK_PROPERTY_SORT("the order within a stack"),
    {.name = "offset", .allow = RK_ALLOW_TEXT, .words = offset_names, .summary = "zero, center or normalize"},
    {.name = "missing",
     .allow = RK_ALLOW_TEXT,
     .words = missing_names,
     .summary = "what stands on a missing value: skip it (as if it were 0), or gap"},
    {.name = "as",
     .allow = RK_ALLOW_LIST | RK_ALLOW_TEXT,
     .items = RK_ALLOW_TEXT,
     .least = 2,
     .most = 2,
     .summary = "names of the new columns: [start, end]"},
    {NULL}};
static const RkShape shape = {.name = "a stack transform", .properties = properties};

const RkTransform rk_transform_stack = {
    .name = "stack", .summary = "put the values of a group on top of each other", .shape = &shape, .apply = apply};
