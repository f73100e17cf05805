/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * window: for each row a value from the rows around it, in the order of `sort` within its group. The frame counts rows
 * before and after; unless ignorePeers is set it is widened to whole sets of equal rows.
 */
#include "transform/flagging.h"
#include "transform/window.h"

#include <math.h>
#include <string.h>

typedef struct {
    const RkTable *input;
    const RkGroups *groups;
    const RkSort *sort;
    guint32 *peer_starts; /**< for each place in groups->members: where its set of equal rows begins in the group */
    guint32 *peer_ends;   /**< and where it ends */
    RkFrame frame;
    gboolean ignore_peers;
    const RkTransformContext *context;
} Plan;

/** One item of the list: an operation of windows or an aggregate. */
typedef struct {
    const RkWindowOperation *operation; /**< NULL: an aggregate */
    const RkColumn *column;
    double parameter;
    RkAggregation aggregation; /**< its name serves both */
} Item;

static void item_clear(Item *item)
{
    rk_aggregation_clear(&item->aggregation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Item, item_clear)

static guint32 group_size(const RkGroups *groups, guint32 group)
{
    return groups->starts[group + 1] - groups->starts[group];
}

/** Sorts the groups and finds the sets of equal rows. */
static void prepare(Plan *plan)
{
    const RkGroups *groups = plan->groups;
    plan->peer_starts = g_new(guint32, groups->rows);
    plan->peer_ends = g_new(guint32, groups->rows);
    for (guint32 group = 0; group < groups->count; group++) {
        guint32 *rows = groups->members + groups->starts[group], count = group_size(groups, group);
        guint32 *starts = plan->peer_starts + groups->starts[group], *ends = plan->peer_ends + groups->starts[group];
        rk_sort_rows(plan->sort, rows, count);
        for (guint32 i = 0; i < count; i++)
            starts[i] = i > 0 && rk_sort_peers(plan->sort, rows[i - 1], rows[i]) ? starts[i - 1] : i;
        for (guint32 i = count; i > 0; i--)
            ends[i - 1] = i < count && starts[i] == starts[i - 1] ? ends[i] : i;
    }
}

static RkWindow open_group(const Plan *plan, guint32 group)
{
    RkWindow window = {.sort = plan->sort,
                       .rows = plan->groups->members + plan->groups->starts[group],
                       .count = group_size(plan->groups, group)};
    window.ranked = window.count;
    while (plan->sort->count > 0 && !plan->sort->missing_least && window.ranked > 0 &&
           isnan(plan->sort->keys[0][window.rows[window.ranked - 1]]))
        window.ranked--;
    return window;
}

static void move_to(RkWindow *window, const Plan *plan, guint32 group, guint32 index)
{
    const guint32 *starts = plan->peer_starts + plan->groups->starts[group];
    const guint32 *ends = plan->peer_ends + plan->groups->starts[group];
    window->index = index;
    window->first_peer = starts[index];
    window->last_peer = ends[index] - 1;
    window->distinct += starts[index] == index;
    gsize start, end;
    rk_frame_span(&plan->frame, index, window->count, &start, &end);
    window->start = (guint32)start;
    window->end = (guint32)end;
    if (plan->ignore_peers || start == end)
        return;
    window->start = starts[window->start];
    window->end = ends[window->end - 1];
}

static RkColumn *compute_numbers(const Plan *plan, const Item *item)
{
    double *results = g_new(double, plan->groups->rows);
    for (guint32 group = 0; group < plan->groups->count; group++) {
        RkWindow window = open_group(plan, group);
        window.parameter = item->parameter;
        for (guint32 i = 0; i < window.count; i++) {
            move_to(&window, plan, group, i);
            gboolean absent = item->operation->ranks && i >= window.ranked;
            results[window.rows[i]] = absent ? NAN : item->operation->number(&window);
        }
    }
    return rk_column_new_numbers(item->aggregation.name, results, plan->groups->rows);
}

/** Values of other rows: their numbers are found, and the column is gathered whole, units and flags with it. */
static RkColumn *compute_positions(const Plan *plan, const Item *item)
{
    g_autofree guint32 *sources = g_new(guint32, plan->groups->rows);
    for (guint32 group = 0; group < plan->groups->count; group++) {
        RkWindow window = open_group(plan, group);
        window.parameter = item->parameter;
        for (guint32 i = 0; i < window.count; i++) {
            move_to(&window, plan, group, i);
            double position = item->operation->position(&window);
            gboolean inside = position >= 0 && position < window.count;
            sources[window.rows[i]] = inside ? window.rows[(guint32)position] : G_MAXUINT32;
        }
    }
    g_autoptr(RkColumn) column = rk_column_gather(item->column, sources, plan->groups->rows);
    return rk_column_with(column, item->aggregation.name, rk_column_unit(column), rk_column_flag(column));
}

static RkColumn *compute_frames(const Plan *plan, const Item *item, GError **error)
{
    const RkAggregation *aggregation = &item->aggregation;
    const RkGroups *groups = plan->groups;
    g_autoptr(RkColumn) group_unit = NULL;
    if (aggregation->operation->kind != RK_RESULT_COUNT &&
        !rk_groups_unit(groups, aggregation->column, plan->input, aggregation->operation->name, aggregation->place,
                        &group_unit, error))
        return NULL;
    guint32 largest = 0;
    for (guint32 group = 0; group < groups->count; group++)
        largest = MAX(largest, group_size(groups, group));
    g_auto(RkFrameReader) reader = rk_frame_reader_new(aggregation, largest);
    g_autoptr(RkFlagging) flagging = NULL;
    if (aggregation->operation->kind != RK_RESULT_COUNT)
        flagging = aggregation->operation->adds_up ? rk_flagging_new_sums(aggregation->column, groups->rows)
                                                   : rk_flagging_new(aggregation->column, NULL, groups->rows, FALSE);
    double *results = g_new(double, groups->rows);
    for (guint32 group = 0; group < groups->count; group++) {
        RkWindow window = open_group(plan, group);
        RkFlagRun run = {0};
        for (guint32 i = 0; i < window.count; i++) {
            move_to(&window, plan, group, i);
            rk_flagging_run(flagging, window.rows[i], window.rows, window.start, window.end, &run);
            results[window.rows[i]] = rk_frame_reader_read(&reader, &window);
        }
    }
    g_autoptr(RkColumn) unit = group_unit == NULL ? NULL : rk_column_gather(group_unit, groups->of_row, groups->rows);
    return rk_flagging_finish(flagging, rk_aggregation_finish(aggregation, results, groups->rows, unit),
                              aggregation->flag_rule);
}

/** In the grammar a distance of 0 is none, and none is 1. */
static gboolean read_parameter(const RkValue *item, const RkWindowOperation *operation, gboolean like_vega,
                               double *parameter, GError **error)
{
    const RkValue *value = rk_value_get(item, "param");
    *parameter = rk_value_number_or(value, 1);
    if (like_vega && *parameter == 0 && !operation->needs)
        *parameter = 1;
    gboolean given = value != NULL || !operation->needs;
    if (operation->parameter && given && *parameter >= operation->needs && *parameter <= G_MAXINT32 &&
        *parameter == floor(*parameter))
        return TRUE;
    if (!operation->parameter && value == NULL)
        return TRUE;
    RkPlace place = rk_value_place(value != NULL ? value : item);
    if (!operation->parameter)
        rk_error_set(error, RK_ERROR_SPEC, place, NULL, "%s takes no param", operation->name);
    else if (!given)
        rk_error_set(error, RK_ERROR_SPEC, place, "add for example param: 4", "%s needs a param", operation->name);
    else
        rk_error_set(error, RK_ERROR_SPEC, place, NULL, "param of %s is a whole number, %d or more", operation->name,
                     operation->needs);
    return FALSE;
}

static gboolean read_window_item(const RkValue *value, const Plan *plan, Item *item, GError **error)
{
    const RkValue *field = rk_value_get(value, "field");
    const char *op = item->operation->name;
    if (!read_parameter(value, item->operation, plan->context->like_vega, &item->parameter, error))
        return FALSE;
    if (item->operation->position != NULL) {
        if (field == NULL) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL, "%s needs a field", op);
            return FALSE;
        }
        item->column = rk_table_require(plan->input, rk_value_text_or(field, ""), rk_value_place(field), error);
        if (item->column == NULL)
            return FALSE;
    }
    g_autofree char *otherwise =
        field == NULL ? g_strdup(op) : g_strdup_printf("%s_%s", op, rk_value_text_or(field, ""));
    item->aggregation.name = g_strdup(rk_value_text_or(rk_value_get(value, "as"), otherwise));
    return TRUE;
}

/** The nearest operation of both kinds, where the aggregates' reader would only know its own. */
static gboolean check_name(const RkValue *op, GError **error)
{
    const char *name = rk_value_text_or(op, "");
    if (rk_operation_find(name) != NULL)
        return TRUE;
    g_autofree const char **aggregates = rk_operation_names();
    g_autoptr(GPtrArray) own = g_ptr_array_new();
    for (const RkWindowOperation *operation = rk_window_operations; operation->name != NULL; operation++)
        g_ptr_array_add(own, (gpointer)operation->name);
    g_ptr_array_add(own, NULL);
    g_autofree char *hint = rk_hint_nearest(name, (const char *const *)own->pdata, aggregates);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(op), hint, "unknown operation \"%s\"", name);
    return FALSE;
}

static RkColumn *compute(const Plan *plan, const RkValue *value, GError **error)
{
    g_auto(Item) item = {.operation = rk_window_operation_find(rk_value_text_or(rk_value_get(value, "op"), ""))};
    if (item.operation == NULL) {
        if (!check_name(rk_value_get(value, "op"), error) ||
            !rk_aggregation_read(value, plan->input, plan->context, &item.aggregation, error) ||
            !rk_aggregation_needs_value(&item.aggregation, error) ||
            !rk_aggregation_needs_number(&item.aggregation, error))
            return NULL;
        return compute_frames(plan, &item, error);
    }
    if (!read_window_item(value, plan, &item, error))
        return NULL;
    return item.operation->number != NULL ? compute_numbers(plan, &item) : compute_positions(plan, &item);
}

static RkTable *compute_all(const Plan *plan, const RkValue *list, GError **error)
{
    g_autoptr(RkTable) table = rk_table_ref(plan->input);
    for (guint i = 0; i < rk_value_length(list); i++) {
        g_autoptr(RkColumn) column = compute(plan, rk_value_at(list, i), error);
        if (column == NULL)
            return NULL;
        RkTable *next = rk_table_with_column(table, column);
        rk_table_unref(table);
        table = next;
    }
    return g_steal_pointer(&table);
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    RkFrame frame = {-INFINITY, 0};
    g_auto(RkSort) sort = {0};
    g_autoptr(RkGroups) groups = rk_groups_called_of_option(rk_value_get(options, "groupby"), input, error);
    if (groups == NULL || !rk_sort_read(rk_value_get(options, "sort"), input, context, &sort, error) ||
        !rk_frame_read(rk_value_get(options, "frame"), &frame, error))
        return NULL;
    Plan plan = {.input = input,
                 .groups = groups,
                 .sort = &sort,
                 .frame = frame,
                 .ignore_peers = rk_value_boolean_or(rk_value_get(options, "ignorePeers"), FALSE),
                 .context = context};
    prepare(&plan);
    RkTable *output = compute_all(&plan, rk_value_get(options, "window"), error);
    g_free(plan.peer_starts);
    g_free(plan.peer_ends);
    return output;
}

static const RkProperty item_properties[] = {
    {.name = "op", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the operation: rank, lag, sum …"},
    {.name = "field", .allow = RK_ALLOW_TEXT, .summary = "the column"},
    {.name = "param", .allow = RK_ALLOW_NUMBER, .summary = "a number for ntile, lag, lead, nth_value"},
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the result"},
    {NULL}};
static const RkShape item_shape = {.name = "a window operation", .properties = item_properties};

static const RkProperty properties[] = {
    {.name = "window",
     .allow = RK_ALLOW_LIST,
     .shape = &item_shape,
     .items = RK_ALLOW_MAP,
     .required = TRUE,
     .summary = "what to compute for each row"},
    {.name = "frame",
     .allow = RK_ALLOW_LIST,
     .items = RK_ALLOW_NUMBER | RK_ALLOW_NULL,
     .summary = "rows before and after, null for all: [null, 0]"},
    {.name = "ignorePeers", .allow = RK_ALLOW_BOOLEAN, .summary = "keep the frame within sets of equal rows: false"},
    RK_PROPERTY_GROUPBY,
    RK_PROPERTY_SORT("the order within a group"),
    {NULL}};
static const RkShape shape = {.name = "a window transform", .properties = properties};

const RkTransform rk_transform_window = {.name = "window",
                                         .summary =
                                             "compute ranks, running totals and neighbours within ordered groups",
                                         .shape = &shape,
                                         .apply = apply};
