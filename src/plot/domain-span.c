/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a domain of numbers and moments spans before anything widens it: the data of all uses, or the lists that figures
 * declare instead of them or beside them. Several lists hold together.
 */
#include "plot/mark.h"
#include "plot/place.h"
#include "plot/scale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void include(RkScale *scale, double value)
{
    if (!isfinite(value))
        return;
    scale->domain[0] = isnan(scale->domain[0]) ? value : fmin(scale->domain[0], value);
    scale->domain[1] = isnan(scale->domain[1]) ? value : fmax(scale->domain[1], value);
}

/** `outside` has a byte for each row that has no part in it; NULL: all have. */
static void include_column(RkScale *scale, const RkColumn *column, const guint8 *outside)
{
    const double *values = column == NULL ? NULL : rk_column_numbers(column);
    gsize count = values == NULL ? 0 : rk_column_length(column);
    double low = INFINITY, high = -INFINITY;
    for (gsize row = 0; row < count; row++) {
        if ((outside != NULL && outside[row]) || !isfinite(values[row]))
            continue;
        low = values[row] < low ? values[row] : low;
        high = values[row] > high ? values[row] : high;
    }
    include(scale, low);
    include(scale, high);
}

/** The axis reaches as far as cells over periods do. */
static void include_cells(RkScale *scale, const RkUse *use, const RkUnit *unit)
{
    if (!rk_unit_has_cells(unit, use->channel))
        return;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        double from, to;
        if ((unit->outside != NULL && unit->outside[row]) || !rk_use_cell(use, row, &from, &to))
            continue;
        include(scale, from);
        include(scale, to);
    }
}

/** The field behind an aggregate whose values never leave the range of the rows. */
static const RkColumn *unaggregated(const RkScale *scale, const RkUse *use, const RkUnit *unit)
{
    static const char *const within[] = {"mean", "average", "median", "q1", "q3", "min", "max"};
    const RkValue *domain = rk_scale_property(scale, "domain");
    gboolean asked = domain == NULL && rk_value_boolean_or(rk_scale_config(scale, "useUnaggregatedDomain"), FALSE);
    const char *op = rk_value_text_or(rk_value_get(use->definition, "aggregate"), "");
    const char *field = rk_value_text_or(rk_value_get(use->definition, "field"), "");
    for (guint i = 0; (asked || rk_value_is_text(domain, "unaggregated")) && i < G_N_ELEMENTS(within); i++) {
        if (g_str_equal(op, within[i]))
            return rk_table_find(unit->source, field);
    }
    if (rk_value_is_text(domain, "unaggregated"))
        rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(domain),
                           "it serves mean, median, quartiles, min and max",
                           "the domain of channel %s is not that of the rows behind it",
                           rk_channel_name(scale->channel));
    return NULL;
}

/** Years and quarters on one axis: lines keep them apart, bars stand on each other. */
static void warn_of_frequencies(const RkScale *scale, const RkUse *use, const RkUnit *unit)
{
    if (rk_column_frequencies(use->column) == NULL || !(unit->mark->series || unit->mark->stacks))
        return;
    g_autofree char *hint =
        g_strdup_printf("filter to one of them: frequency(datum.%s) == 'year'", rk_column_name(use->column));
    rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(use->definition), hint,
                       "\"%s\" holds periods of several frequencies: %s", rk_column_name(use->column),
                       unit->mark->series ? "each is a series of its own" : "they stand on each other");
}

/** Whether the ends of periods count: in the grammar not where a second channel says where marks end. */
static gboolean has_end(const RkUse *use, const RkUnit *unit)
{
    gboolean period = unit->plotting->vega_lite && rk_value_has(use->definition, "timeUnit");
    gboolean ended = rk_channel_is_second(use->channel) || unit->uses[rk_channel_second(use->channel)] != NULL;
    return !period || !ended || !isnan(use->band_position);
}

static gboolean include_use(RkScale *scale, guint index, GError **error)
{
    const RkUse *use = g_ptr_array_index(scale->uses, index);
    const RkUnit *unit = g_ptr_array_index(scale->units, index);
    if (use->column == NULL) {
        double number;
        if (!rk_scale_bound(scale, use->datum, &number, error))
            return FALSE;
        include(scale, number);
        return TRUE;
    }
    const RkColumn *rows = unaggregated(scale, use, unit);
    if (rows != NULL)
        include_column(scale, rows, NULL);
    else
        include_column(scale, use->first != NULL ? use->first : use->column, unit->outside);
    if (rk_value_has(use->definition, "bin")) {
        g_autofree char *name = g_strconcat(rk_column_name(use->column), "_end", NULL);
        include_column(scale, rk_table_find(unit->table, name), unit->outside);
        RkBins bins;
        if (rk_use_bins(use, unit, &bins)) {
            include(scale, bins.start);
            include(scale, bins.stop);
        }
    } else if (use->last != NULL || has_end(use, unit)) {
        include_column(scale, use->last != NULL ? use->last : use->end, unit->outside);
    }
    include_cells(scale, use, unit);
    warn_of_frequencies(scale, use, unit);
    scale->frequency = MAX(scale->frequency, rk_column_frequency(use->column));
    return TRUE;
}

static int compare_doubles(gconstpointer first, gconstpointer second)
{
    double a = *(const double *)first, b = *(const double *)second;
    return (a > b) - (a < b);
}

/** Sorted values for scales that divide by quantiles: those of a list, or of the data. */
static void take_sample(RkScale *scale, GArray *listed)
{
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    g_array_append_vals(values, listed->data, listed->len);
    for (guint i = 0; listed->len == 0 && i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const guint8 *outside = ((const RkUnit *)g_ptr_array_index(scale->units, i))->outside;
        const double *numbers = use->column == NULL ? NULL : rk_column_numbers(use->column);
        for (gsize row = 0; numbers != NULL && row < rk_column_length(use->column); row++) {
            if (isfinite(numbers[row]) && (outside == NULL || !outside[row]))
                g_array_append_val(values, numbers[row]);
        }
    }
    g_array_sort(values, compare_doubles);
    scale->sample_count = values->len;
    scale->sample = g_memdup2(values->data, values->len * sizeof(double));
}

static gboolean read_list(RkScale *scale, const RkValue *list, GArray *numbers, GError **error)
{
    for (guint i = 0; i < rk_value_length(list); i++) {
        double number;
        if (!rk_scale_bound(scale, rk_value_at(list, i), &number, error))
            return FALSE;
        g_array_append_val(numbers, number);
    }
    return TRUE;
}

static void set_points(RkScale *scale, const GArray *numbers)
{
    scale->domain[0] = g_array_index(numbers, double, 0);
    scale->domain[1] = g_array_index(numbers, double, numbers->len - 1);
    scale->middle_count = numbers->len > 2 ? numbers->len - 2 : 0;
    scale->middles = g_memdup2(numbers->data + sizeof(double), scale->middle_count * sizeof(double));
}

/** A domain that is listed has a beginning and an end. */
static gboolean check_span(const RkScale *scale, const RkValue *list, const GArray *numbers, GError **error)
{
    if (scale->type->classes || scale->type->divide != NULL)
        return TRUE;
    double first = g_array_index(numbers, double, 0), last = g_array_index(numbers, double, numbers->len - 1);
    if (numbers->len == 1) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(list), "write [from, to]",
                     "channel %s: a domain of one number has no end", rk_channel_name(scale->channel));
        return FALSE;
    }
    if (first == last)
        rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(list), "write [from, to]",
                           "channel %s: the domain ends where it begins, at %g", rk_channel_name(scale->channel),
                           first);
    return TRUE;
}

static gboolean alike(const GArray *first, const GArray *second)
{
    return first->len == second->len && memcmp(first->data, second->data, first->len * sizeof(double)) == 0;
}

/** The numbers of all lists; `count` of them are not alike, and only one alone keeps its direction and its middles. */
static GArray *read_lists(RkScale *scale, const GPtrArray *lists, guint *count, GError **error)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(double));
    *count = 0;
    for (guint i = 0; i < lists->len; i++) {
        g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(double));
        if (!read_list(scale, g_ptr_array_index(lists, i), list, error))
            return NULL;
        if (list->len == 0 || (*count == 1 && alike(numbers, list)))
            continue;
        g_array_append_vals(numbers, list->data, list->len);
        ++*count;
    }
    return g_steal_pointer(&numbers);
}

/** Includes the uses; with `lists` only those that unite theirs with their data keep a part in the domain. */
static gboolean include_uses(RkScale *scale, gboolean lists, GError **error)
{
    for (guint i = 0; i < scale->uses->len; i++) {
        if (!include_use(scale, i, error))
            return FALSE;
    }
    if (!lists)
        return TRUE;
    scale->domain[0] = scale->domain[1] = NAN;
    for (guint i = 0; i < scale->uses->len; i++) {
        if (rk_use_unites(g_ptr_array_index(scale->uses, i)) && !include_use(scale, i, error))
            return FALSE;
    }
    return TRUE;
}

gboolean rk_scale_span(RkScale *scale, gboolean *listed, GError **error)
{
    gboolean united;
    guint count;
    g_autoptr(GPtrArray) lists = rk_scale_declared_domains(scale, &united, error);
    g_autoptr(GArray) numbers = lists == NULL ? NULL : read_lists(scale, lists, &count, error);
    if (numbers == NULL || !include_uses(scale, count > 0, error))
        return FALSE;
    *listed = count > 0 && !united;
    for (guint i = 0; i < numbers->len; i++)
        include(scale, g_array_index(numbers, double, i));
    if (*listed && !check_span(scale, g_ptr_array_index(lists, 0), numbers, error))
        return FALSE;
    if (*listed && count == 1)
        set_points(scale, numbers);
    if (scale->type->divide != NULL)
        take_sample(scale, united ? g_array_set_size(numbers, 0) : numbers);
    return TRUE;
}
