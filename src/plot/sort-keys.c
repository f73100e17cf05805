/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys by which a discrete domain is sorted: an operation over a field, or what another channel draws. Where the
 * parts of a composite mark have lost the field, the rows that they were made of still have it.
 */
#include "plot/mark.h"
#include "plot/sort-private.h"
#include "plot/stack.h"

#include <math.h>
#include <string.h>

#define SORT_COLUMN "__sort"

static gboolean holds(const RkTable *rows, const char *by, const char *field)
{
    return rows != NULL && rk_table_find(rows, by) != NULL && (field == NULL || rk_table_find(rows, field) != NULL);
}

/** The rows that are drawn, or those before aggregation when only they have the field beside the categories. The
 * grammar always asks the rows before aggregation. `field` NULL: rows are counted. */
static const RkTable *table_with_field(const RkUnit *unit, const char *by, const char *field)
{
    if ((unit->plotting->vega_lite || field == NULL) && holds(unit->rows, by, field))
        return unit->rows;
    if (field == NULL)
        return unit->table;
    gboolean earlier = rk_table_find(unit->table, field) == NULL && rk_table_find(unit->source, by) != NULL;
    return earlier ? unit->source : unit->table;
}

/** One value a category `by`: `op` over `field`, or of the rows when it is NULL. */
typedef struct {
    const char *by, *field, *op;
    RkPlace place;    /**< of the field, or of what asks for the order */
    RkPlace op_place; /**< of the operation where the figure names it */
} Key;

static void put_text(RkDocument *document, RkValue *map, const char *key, const char *text, RkPlace place)
{
    rk_value_put(document, map, key, place, rk_document_text(document, place, text));
}

/** The keys by the aggregate transform. */
static RkTable *keys_table(RkPlotting *plotting, const RkTable *rows, const Key *key, GError **error)
{
    RkDocument *scratch = plotting->scratch;
    RkValue *operation = rk_document_map(scratch, key->place), *operations = rk_document_list(scratch, key->place);
    RkValue *groups = rk_document_list(scratch, key->place), *options = rk_document_map(scratch, key->place);
    put_text(scratch, operation, "op", key->op, key->op_place.line > 0 ? key->op_place : key->place);
    if (key->field != NULL)
        put_text(scratch, operation, "field", key->field, key->place);
    put_text(scratch, operation, "as", SORT_COLUMN, key->place);
    rk_value_append(operations, operation);
    rk_value_append(groups, rk_document_text(scratch, key->place, key->by));
    rk_value_put(scratch, options, "aggregate", key->place, operations);
    rk_value_put(scratch, options, "groupby", key->place, groups);
    RkTransformContext context;
    rk_plotting_transform_context(plotting, &context);
    return rk_transform_run(options, rows, &context, error);
}

/** The category of a text; guests of the grammar have one of missing values. */
guint32 rk_sort_category(const RkScale *scale, const char *text)
{
    return rk_scale_category(scale, text == NULL && scale->plotting->vega_lite ? RK_CATEGORY_MISSING : text);
}

typedef struct {
    const char *field;
    gboolean found;
} Sought;

static void seek_part(RkUnit *unit, const RkUse *use, gpointer data)
{
    Sought *sought = data;
    (void)unit;
    sought->found |= rk_value_is_text(rk_value_get(use->definition, "field"), sought->field);
}

static gboolean is_place(const RkUse *use, const char *field)
{
    return use != NULL && use->column != NULL && g_str_equal(rk_column_name(use->column), field);
}

/** In the grammar what a stack does not stand on and is not parted by adds up; elsewhere the least value counts. */
static const char *usual_op(const RkUnit *unit, const char *field)
{
    if (!unit->plotting->vega_lite || !unit->stacked || is_place(rk_stack_across(unit, unit->stack_channel), field) ||
        is_place(rk_stack_offset_across(unit, unit->stack_channel), field))
        return "min";
    Sought sought = {field, FALSE};
    rk_stack_each_part((RkUnit *)unit, seek_part, &sought);
    return sought.found ? "min" : "sum";
}

static gboolean fill_keys(RkScale *scale, const RkTable *rows, const Key *key, RkSortEntry *entries, GError **error)
{
    g_autoptr(RkTable) table = keys_table(scale->plotting, rows, key, error);
    if (table == NULL) {
        if (error != NULL)
            rk_error_locate(*error, key->place);
        return FALSE;
    }
    const RkColumn *names = rk_table_find(table, key->by), *results = rk_table_find(table, SORT_COLUMN);
    if (results == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, key->op_place.line > 0 ? key->op_place : key->place,
                     "write min, max, mean, sum …", "the operation \"%s\" gives nothing to sort by", key->op);
        return FALSE;
    }
    g_autofree double *places = rk_column_type(results) == RK_COLUMN_TEXT ? rk_sort_places_of_words(results) : NULL;
    const double *keys = places != NULL ? places : rk_column_numbers(results);
    for (gsize row = 0; keys != NULL && row < rk_table_rows(table); row++) {
        g_autofree char *text = rk_column_write(names, row);
        guint32 category = rk_sort_category(scale, text);
        if (category != G_MAXUINT32)
            entries[category].key = keys[row];
    }
    return TRUE;
}

/** The first use with a column whose unit has `field`. */
static guint use_with_field(const RkScale *scale, const char *field)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkUnit *unit = g_ptr_array_index(scale->units, i);
        if (use->column != NULL &&
            rk_table_find(table_with_field(unit, rk_column_name(use->column), field), field) != NULL)
            return i;
    }
    return G_MAXUINT;
}

static const char *name_of(const RkScale *scale, guint index)
{
    const RkUse *use = g_ptr_array_index(scale->uses, index);
    return use->column == NULL ? NULL : rk_column_name(use->column);
}

/** The parts of a box plot draw some of the rows, or what is left of them: whether some unit lacks the field. */
static gboolean some_lack(const RkScale *scale, const char *field)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const char *by = name_of(scale, i);
        if (by != NULL && rk_table_find(table_with_field(g_ptr_array_index(scale->units, i), by, field), field) == NULL)
            return TRUE;
    }
    return FALSE;
}

/** The rows that the units of the scale were made of: those of the nearest view above that have both columns, also
 * before a composite mark sums them up. NULL when there are none. */
static RkTable *rows_above(const RkScale *scale, const char *by, const char *field)
{
    RkPlotting *plotting = scale->plotting;
    const RkView *own = rk_scale_first_unit(scale)->view;
    for (const RkView *view = own; by != NULL && view != NULL; view = view->parent) {
        g_autoptr(RkTable) rows = view == own ? NULL : rk_plotting_view_table(plotting, view, NULL);
        if (holds(rows, by, field))
            return g_steal_pointer(&rows);
        g_autoptr(RkTable) written = rk_plotting_written_table(plotting, view, NULL);
        if (view->written != view->transform && holds(written, by, field))
            return g_steal_pointer(&written);
    }
    return NULL;
}

gboolean rk_sort_by_count(RkScale *scale, RkPlace place, RkSortEntry *entries, GError **error)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        const char *by = name_of(scale, i);
        if (by != NULL)
            return fill_keys(scale, table_with_field(g_ptr_array_index(scale->units, i), by, NULL),
                             &(Key){by, NULL, "count", place, RK_NOWHERE}, entries, error);
    }
    return TRUE;
}

gboolean rk_sort_by_field(RkScale *scale, const RkValue *field, const RkValue *op, RkSortEntry *entries, GError **error)
{
    const char *name = rk_value_text_or(field, "");
    RkPlace place = rk_value_place(field);
    guint index = use_with_field(scale, name);
    const RkUnit *unit = g_ptr_array_index(scale->units, index != G_MAXUINT ? index : 0);
    const char *by = name_of(scale, index != G_MAXUINT ? index : 0);
    g_autoptr(RkTable) above = some_lack(scale, name) ? rows_above(scale, by, name) : NULL;
    /* In the grammar a field that nobody has sorts all alike. */
    gboolean nowhere = scale->plotting->vega_lite && rk_table_find_path(unit->source, name) == NULL;
    if (above != NULL || index != G_MAXUINT || (nowhere && by != NULL))
        return fill_keys(scale, above != NULL ? above : table_with_field(unit, by, name),
                         &(Key){by, name, rk_value_text_or(op, usual_op(unit, name)), place, rk_value_place(op)},
                         entries, error);
    rk_table_require(unit->source, name, place, error);
    /* It is there, but not beside categories that are counted themselves. */
    if (error != NULL && *error == NULL)
        rk_error_set(error, RK_ERROR_SPEC, place, "sort by a channel instead",
                     "the values of channel %s are aggregated, and \"%s\" is not", rk_channel_name(scale->channel),
                     name);
    return FALSE;
}

/** The grammar applies the statistic of a channel to the rows behind it, whatever parts them in the drawing; FALSE when
 * the channel's field is not theirs. */
static gboolean is_of_rows(const RkUnit *unit, const char *by, const RkUse *other)
{
    const RkValue *aggregate = rk_value_get(other->definition, "aggregate");
    const char *field = rk_value_text_or(rk_value_get(other->definition, "field"), NULL);
    if (!unit->plotting->vega_lite || rk_value_is(aggregate, RK_VALUE_MAP) || !holds(unit->rows, by, field))
        return FALSE;
    return aggregate != NULL || (field != NULL && rk_column_numbers(rk_table_find(unit->rows, field)) != NULL);
}

/** Of bars side by side the longest counts, so that the longest of all stands first; elsewhere the least value. */
static const char *op_of_rows(const RkUnit *unit)
{
    gboolean grouped = unit->uses[RK_CHANNEL_X_OFFSET] != NULL || unit->uses[RK_CHANNEL_Y_OFFSET] != NULL;
    return grouped && !unit->plotting->vega_lite ? "max" : "min";
}

/** By a channel that draws numbers: the sum of a stack, one of the values otherwise. */
static gboolean by_numbers(RkScale *scale, const RkUnit *unit, const char *by, const RkUse *other, RkPlace place,
                           RkSortEntry *entries, GError **error)
{
    if (is_of_rows(unit, by, other)) {
        const char *field = rk_value_text_or(rk_value_get(other->definition, "field"), NULL);
        const char *op = rk_value_text_or(rk_value_get(other->definition, "aggregate"), NULL);
        return fill_keys(scale, unit->rows,
                         &(Key){by, field, op != NULL ? op : usual_op(unit, field), place, RK_NOWHERE}, entries, error);
    }
    gboolean stacked = unit->stacked && other == unit->uses[unit->stack_channel];
    const char *field = stacked ? unit->stack_field : rk_column_name(other->column);
    const RkTable *rows = holds(unit->table, by, field) ? unit->table : table_with_field(unit, by, field);
    return fill_keys(scale, rows, &(Key){by, field, stacked ? "sum" : op_of_rows(unit), place, RK_NOWHERE}, entries,
                     error);
}

/** By what another channel draws. */
gboolean rk_sort_by_channel(RkScale *scale, const char *channel_name, RkPlace place, RkSortEntry *entries,
                            GError **error)
{
    gboolean grammar = scale->plotting->vega_lite;
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkUnit *unit = g_ptr_array_index(scale->units, i);
        for (guint channel = 0; use->column != NULL && channel < RK_CHANNELS; channel++) {
            const RkUse *other = unit->uses[channel];
            if (other == NULL || other->column == NULL ||
                !g_str_equal(rk_channel_name((RkChannel)channel), channel_name))
                continue;
            if (rk_column_type(other->column) == RK_COLUMN_TEXT && (grammar || channel != (guint)scale->channel)) {
                rk_sort_by_words(scale, (RkChannel)channel, entries);
                return TRUE;
            }
            if (rk_column_numbers(other->column) == NULL)
                continue;
            return by_numbers(scale, unit, rk_column_name(use->column), other, place, entries, error);
        }
    }
    rk_error_set(error, RK_ERROR_SPEC, place, "sort by a channel that draws numbers",
                 "cannot sort by the channel \"%s\"", channel_name);
    return FALSE;
}
