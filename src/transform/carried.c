/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a group is known by between two tables: a running sum or a count, its unit and its flags. Only what an
 * operation needs takes memory. Errors say what happened and no more: the caller aggregates again and tells it well.
 */
#include "transform/carried.h"

#include <math.h>

#include "table/builder.h"
#include "transform/pair-book.h"
#include "transform/wordbook.h"

/** Something that the columns of all tables must agree in. */
typedef struct {
    gboolean known;
    gboolean units, flags;
    RkFrequency frequency;
} Likeness;

typedef struct {
    gboolean known;
    guint32 number; /**< of the word */
} Unit;

struct RkCarried {
    const RkValue *item;
    const RkOperation *operation;
    RkTransformContext context; /**< only what an aggregation reads */
    Likeness likeness;
    GArray *runnings; /**< RkRunning of each group, for operations on numbers */
    GArray *tallies;  /**< RkTally of each group, for counts */
    GArray *units;    /**< Unit of each group */
    GArray *flags;    /**< RkFlagSet of each group, which borrows of flag_texts */
    GPtrArray *flag_texts;
    RkPairBook different;
    RkDictionary *words, *unit_words, *flag_words;
};

RkCarried *rk_carried_new(const RkValue *item, gboolean like_vega)
{
    const RkOperation *operation = rk_operation_find(rk_value_text_or(rk_value_get(item, "op"), ""));
    if (operation == NULL || (operation->of_running == NULL && operation->of_tally == NULL))
        return NULL;
    RkCarried *carried = g_new0(RkCarried, 1);
    carried->item = item;
    carried->operation = operation;
    carried->context.like_vega = like_vega;
    carried->runnings = g_array_new(FALSE, TRUE, sizeof(RkRunning));
    carried->tallies = g_array_new(FALSE, TRUE, sizeof(RkTally));
    carried->units = g_array_new(FALSE, TRUE, sizeof(Unit));
    carried->flags = g_array_new(FALSE, TRUE, sizeof(RkFlagSet));
    carried->flag_texts = g_ptr_array_new_with_free_func(g_free);
    carried->words = rk_dictionary_new();
    carried->unit_words = rk_dictionary_new();
    carried->flag_words = rk_dictionary_new();
    rk_pair_book_init(&carried->different);
    return carried;
}

void rk_carried_free(RkCarried *carried)
{
    if (carried == NULL)
        return;
    g_array_unref(carried->runnings);
    g_array_unref(carried->tallies);
    g_array_unref(carried->units);
    g_array_unref(carried->flags);
    g_ptr_array_unref(carried->flag_texts);
    rk_dictionary_unref(carried->words);
    rk_dictionary_unref(carried->unit_words);
    rk_dictionary_unref(carried->flag_words);
    rk_pair_book_clear(&carried->different);
    g_free(carried);
}

static gboolean refuse(const RkAggregation *aggregation, const char *why, GError **error)
{
    rk_error_set(error, RK_ERROR_DATA, aggregation->place, "name a file, which can be read again",
                 "%s cannot be carried on while rows come only once: %s", aggregation->operation->name, why);
    return FALSE;
}

static gboolean check_likeness(RkCarried *carried, const RkAggregation *aggregation, GError **error)
{
    const RkColumn *column = aggregation->column;
    if (column == NULL || (carried->operation->of_tally != NULL && !carried->operation->counts_different))
        return TRUE;
    if (!rk_aggregation_needs_number(aggregation, NULL))
        return refuse(aggregation, "its values are texts", error);
    Likeness found = {TRUE, rk_column_unit(column) != NULL, rk_column_flag(column) != NULL,
                      rk_column_frequency(column)};
    Likeness known = carried->likeness.known ? carried->likeness : found;
    if (known.units != found.units || known.flags != found.flags || known.frequency != found.frequency ||
        rk_column_frequencies(column) != NULL || rk_column_has_reasons(column))
        return refuse(aggregation, "the rows are not alike", error);
    carried->likeness = found;
    return TRUE;
}

/** Numbers that are equal when the values are. Free with g_free(). */
static guint64 *values_as_numbers(RkCarried *carried, const RkColumn *column)
{
    if (rk_column_type(column) != RK_COLUMN_TEXT)
        return rk_column_bits(column);
    g_autofree guint32 *words = rk_wordbook_numbers(carried->words, column);
    guint64 *numbers = g_new(guint64, MAX(rk_column_length(column), 1));
    for (gsize row = 0; row < rk_column_length(column); row++)
        numbers[row] = words[row];
    return numbers;
}

static void add_different(RkCarried *carried, const RkAggregation *aggregation, const guint32 *groups)
{
    const RkColumn *column = aggregation->column;
    g_autofree guint64 *numbers = values_as_numbers(carried, column);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        guint32 before = carried->different.count;
        if ((aggregation->like_vega || !rk_column_is_missing(column, row)) &&
            rk_pair_book_number(&carried->different, groups[row], numbers[row]) == before)
            g_array_index(carried->tallies, RkTally, groups[row]).different++;
    }
}

static void add_tallies(RkCarried *carried, const RkAggregation *aggregation, gsize rows, const guint32 *groups)
{
    for (gsize row = 0; row < rows; row++) {
        RkTally *tally = &g_array_index(carried->tallies, RkTally, groups[row]);
        tally->rows++;
        tally->valid += aggregation->column != NULL && rk_aggregation_counts(aggregation, row);
    }
    if (aggregation->column != NULL && carried->operation->counts_different)
        add_different(carried, aggregation, groups);
}

static gboolean add_numbers(RkCarried *carried, const RkAggregation *aggregation, const guint32 *groups, GError **error)
{
    g_autofree double *made = NULL;
    const double *values = rk_column_doubles(aggregation->column, &made);
    gboolean finite = TRUE;
    for (gsize row = 0; row < rk_column_length(aggregation->column); row++) {
        RkRunning *running = &g_array_index(carried->runnings, RkRunning, groups[row]);
        rk_running_add(running, values[row]);
        if (carried->operation->adds_up && isnan(values[row]))
            rk_flag_set_lacks(&g_array_index(carried->flags, RkFlagSet, groups[row]));
        finite = finite && isfinite(running->sum);
    }
    /* A mean of huge numbers is found without their sum. */
    return finite || refuse(aggregation, "the sum is beyond the range of numbers", error);
}

static gboolean add_units(RkCarried *carried, const RkAggregation *aggregation, const guint32 *groups, GError **error)
{
    const RkColumn *column = aggregation->column, *units = rk_column_unit(column);
    if (units == NULL)
        return TRUE;
    g_autofree guint32 *numbers = rk_wordbook_numbers(carried->unit_words, units);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        Unit *unit = &g_array_index(carried->units, Unit, groups[row]);
        if (rk_column_is_missing(column, row) || (unit->known && unit->number == numbers[row]))
            continue;
        if (unit->known)
            return refuse(aggregation, "the units are mixed", error);
        *unit = (Unit){TRUE, numbers[row]};
    }
    return TRUE;
}

/* A dictionary moves its words when it grows, and sets of flags point at them. */
static const char *flag_text(RkCarried *carried, guint32 number)
{
    if (number == RK_TEXT_MISSING)
        return NULL;
    while (carried->flag_texts->len <= number)
        g_ptr_array_add(carried->flag_texts,
                        g_strdup(rk_dictionary_word(carried->flag_words, carried->flag_texts->len)));
    return carried->flag_texts->pdata[number];
}

static void add_flags(RkCarried *carried, const RkColumn *column, const guint32 *groups)
{
    const RkColumn *flags = rk_column_flag(column);
    if (flags == NULL)
        return;
    g_autofree guint32 *numbers = rk_wordbook_numbers(carried->flag_words, flags);
    for (gsize row = 0; row < rk_column_length(column); row++)
        rk_flag_set_add(&g_array_index(carried->flags, RkFlagSet, groups[row]), flag_text(carried, numbers[row]),
                        rk_column_is_missing(column, row));
}

static void reserve(RkCarried *carried, guint32 count)
{
    if (carried->operation->of_tally != NULL) {
        g_array_set_size(carried->tallies, count);
        return;
    }
    g_array_set_size(carried->runnings, count);
    g_array_set_size(carried->units, count);
    g_array_set_size(carried->flags, count);
}

gboolean rk_carried_add(RkCarried *carried, const RkTable *rows, const guint32 *groups, guint32 count, GError **error)
{
    g_auto(RkAggregation) aggregation = {NULL};
    if (!rk_aggregation_read(carried->item, rows, &carried->context, &aggregation, error) ||
        !check_likeness(carried, &aggregation, error))
        return FALSE;
    reserve(carried, count);
    if (carried->operation->of_tally != NULL) {
        add_tallies(carried, &aggregation, rk_table_rows(rows), groups);
        return TRUE;
    }
    add_flags(carried, aggregation.column, groups);
    return add_numbers(carried, &aggregation, groups, error) && add_units(carried, &aggregation, groups, error);
}

static double *results_of(const RkCarried *carried, guint32 count)
{
    const RkOperation *operation = carried->operation;
    double *results = g_new(double, MAX(count, 1));
    for (guint32 group = 0; group < count; group++)
        results[group] = operation->of_tally != NULL
                             ? operation->of_tally(&g_array_index(carried->tallies, RkTally, group))
                             : operation->of_running(&g_array_index(carried->runnings, RkRunning, group));
    return results;
}

static RkColumn *unit_column(const RkCarried *carried, const RkColumn *units, guint32 count)
{
    RkColumnBuilder *builder = rk_column_builder_new(rk_column_name(units), RK_COLUMN_TEXT);
    for (guint32 group = 0; group < count; group++) {
        Unit unit = g_array_index(carried->units, Unit, group);
        gboolean one = unit.known && unit.number != RK_TEXT_MISSING;
        rk_column_builder_text(builder, one ? rk_dictionary_word(carried->unit_words, unit.number) : NULL, -1);
    }
    return rk_column_builder_finish(builder);
}

RkColumn *rk_carried_finish(RkCarried *carried, const RkTable *kept, guint32 count, RkFlagRule rule, GError **error)
{
    g_auto(RkAggregation) aggregation = {NULL};
    if (!rk_aggregation_read(carried->item, kept, &carried->context, &aggregation, error) ||
        !check_likeness(carried, &aggregation, error))
        return NULL;
    reserve(carried, count);
    double *results = results_of(carried, count);
    if (carried->operation->of_tally != NULL)
        return rk_aggregation_finish(&aggregation, results, count, NULL);
    const RkColumn *units = rk_column_unit(aggregation.column);
    g_autoptr(RkColumn) unit = units != NULL ? unit_column(carried, units, count) : NULL;
    RkColumn *column = rk_aggregation_finish(&aggregation, results, count, unit);
    return rk_column_flag(aggregation.column) == NULL && !carried->operation->adds_up
               ? column
               : rk_flags_of_sets(column, (const RkFlagSet *)(const void *)carried->flags->data, rule);
}
