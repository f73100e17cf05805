/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Borders of bins that a scale knows of: those into which its field was put, or those that the figure gives. Axes and
 * legends show them instead of round values.
 */
#include "plot/scale.h"

#include <math.h>

#include "base/limits.h"

gboolean rk_use_bins(const RkUse *use, const RkUnit *unit, RkBins *bins)
{
    const RkValue *bin = rk_value_get(use->definition, "bin"), *field = rk_value_get(use->definition, "field");
    /* The rows before others of their values made them fall away. */
    const RkColumn *column = rk_table_find_path(unit->source, rk_value_text_or(field, ""));
    return column != NULL && rk_definition_is_binned(use->definition) &&
           rk_bins_of(rk_unit_bins(unit, use->channel, bin), column, bins);
}

static void set_bins(RkScale *scale, double start, double stop, double step)
{
    double count = floor((stop + step / 2 - start) / step) + 1;
    if (!(step > 0) || !(count >= 1) || count > RK_LIMIT_TICKS)
        return;
    scale->bins = g_new(double, (gsize)count);
    scale->bin_count = (guint)count;
    for (guint i = 0; i < scale->bin_count; i++)
        scale->bins[i] = start + i * step;
}

/** Bins of a column and its ends: all of one width. */
static void from_columns(RkScale *scale, const RkUse *use, const RkUnit *unit, const RkColumn *ends)
{
    const RkColumn *starts = use->column;
    const double *from = rk_column_numbers(starts), *to = rk_column_numbers(ends);
    double start = NAN, stop = NAN, step = NAN;
    RkBins bins;
    if (rk_use_bins(use, unit, &bins)) {
        set_bins(scale, bins.start, bins.stop, bins.step);
        return;
    }
    for (gsize row = 0; from != NULL && to != NULL && row < rk_column_length(starts); row++) {
        start = fmin(start, from[row]);
        stop = fmax(stop, to[row]);
        step = fmin(step, to[row] - from[row]);
    }
    set_bins(scale, start, stop, step);
}

static double number(const RkValue *map, const char *key, double otherwise)
{
    return rk_value_number_or(rk_value_get(map, key), otherwise);
}

/** {start, step, stop}: what is missing comes from the domain, and what lies beyond it is left out. */
static void from_map(RkScale *scale, const RkValue *map)
{
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    double step = number(map, "step", NAN), start = number(map, "start", low), stop = number(map, "stop", high);
    if (start < low)
        start = step * ceil(low / step);
    if (stop > high)
        stop = step * floor(high / step);
    set_bins(scale, start, stop, step);
}

static gboolean from_list(RkScale *scale, const RkValue *list, GError **error)
{
    guint count = MIN(rk_value_length(list), RK_LIMIT_TICKS);
    scale->bins = g_new(double, MAX(count, 1));
    for (guint i = 0; i < count; i++) {
        if (!rk_scale_bound(scale, rk_value_at(list, i), &scale->bins[i], error))
            return FALSE;
        if (i > 0 && !(scale->bins[i] > scale->bins[i - 1])) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_at(list, i)), NULL,
                         "the borders of bins must grow");
            return FALSE;
        }
    }
    scale->bin_count = count;
    return TRUE;
}

static void from_encoding(RkScale *scale)
{
    for (guint i = 0; i < scale->uses->len && scale->bins == NULL; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkUnit *unit = g_ptr_array_index(scale->units, i);
        const RkValue *bin = rk_value_get(use->definition, "bin");
        if (use->column == NULL || bin == NULL)
            continue;
        g_autofree char *name = g_strconcat(rk_column_name(use->column), "_end", NULL);
        const RkColumn *ends = rk_table_find(unit->table, name);
        if (rk_value_boolean_or(rk_value_get(bin, "binned"), FALSE))
            from_map(scale, bin);
        else if (ends != NULL)
            from_columns(scale, use, unit, ends);
    }
}

gboolean rk_scale_set_bins(RkScale *scale, GError **error)
{
    const RkValue *own = rk_scale_property(scale, "bins");
    if (rk_value_is(own, RK_VALUE_LIST))
        return from_list(scale, own, error);
    if (rk_value_is(own, RK_VALUE_MAP))
        from_map(scale, own);
    else
        from_encoding(scale);
    return TRUE;
}
