/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ticks of a scale as a guide asks for them: the borders of bins where it has them, moments of an interval, or
 * about so many round values.
 */
#include "plot/scale.h"

#include <math.h>

/** Every second one goes until there are not more than `most`. */
static void thin(GArray *ticks, guint most)
{
    double first = g_array_index(ticks, double, 0), last = g_array_index(ticks, double, ticks->len - 1);
    while (ticks->len > most && ticks->len >= 3) {
        guint kept = 0;
        for (guint i = 0; i < ticks->len; i += 2)
            g_array_index(ticks, double, kept++) = g_array_index(ticks, double, i);
        g_array_set_size(ticks, kept);
    }
    if (ticks->len >= 3)
        return;
    g_array_set_size(ticks, 0);
    g_array_append_val(ticks, first);
    g_array_append_val(ticks, last);
}

/** The borders within the range, in the range's direction. */
static void bin_ticks(const RkScale *scale, guint count, GArray *ticks)
{
    double low = floor(fmin(scale->range[0], scale->range[1])), high = ceil(fmax(scale->range[0], scale->range[1]));
    for (guint i = 0; i < scale->bin_count; i++) {
        double place = rk_scale_map(scale, scale->bins[i]);
        if (scale->color_count > 0 || (place >= low && place <= high))
            g_array_append_val(ticks, scale->bins[i]);
    }
    if (count > 0 && ticks->len > 1)
        thin(ticks, count);
}

/** A domain from high to low has its ticks in that order: labels that would touch give way from its beginning. */
static void follow_domain(const RkScale *scale, GArray *ticks)
{
    gboolean falls = scale->domain[0] > scale->domain[1] && !scale->type->classes;
    for (guint i = 0; falls && i < ticks->len / 2; i++) {
        double kept = g_array_index(ticks, double, i);
        g_array_index(ticks, double, i) = g_array_index(ticks, double, ticks->len - 1 - i);
        g_array_index(ticks, double, ticks->len - 1 - i) = kept;
    }
}

void rk_scale_ticks(const RkScale *scale, const RkValue *wanted, guint count, GArray *ticks)
{
    const RkValue *interval = rk_value_is(wanted, RK_VALUE_MAP) ? rk_value_get(wanted, "interval") : wanted;
    double every = rk_value_number_or(rk_value_get(wanted, "step"), 1);
    RkTimeStep step;
    if (rk_value_is(wanted, RK_VALUE_NUMBER))
        count = (guint)CLAMP(rk_value_number_or(wanted, count), 0, 1000);
    /* An axis of the grammar has no ticks where it has no values. */
    if (scale->invented && scale->plotting->vega_lite)
        return;
    if (scale->bin_count > 0) {
        bin_ticks(scale, MAX(count, scale->bin_count), ticks);
        return;
    }
    if (scale->type->temporal && rk_time_step_named(rk_value_text_or(interval, NULL), every, &step))
        rk_time_step_ticks(&step, fmin(scale->domain[0], scale->domain[1]), fmax(scale->domain[0], scale->domain[1]),
                           ticks);
    else if (scale->type->ticks != NULL && count > 0)
        scale->type->ticks(scale, count, ticks);
    follow_domain(scale, ticks);
}

void rk_scale_class_bounds(const RkScale *scale, guint index, double *low, double *high)
{
    gboolean binned = scale->bin_count == scale->border_count + 2;
    *low = index > 0 ? scale->borders[index - 1] : binned ? scale->bins[0] : -INFINITY;
    *high = index < scale->border_count ? scale->borders[index] : binned ? scale->bins[scale->bin_count - 1] : INFINITY;
}

gboolean rk_scale_has_split_years(const RkScale *scale)
{
    gboolean any = FALSE;
    for (guint i = 0; scale->uses != NULL && i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        if (use->column == NULL || rk_column_type(use->column) != RK_COLUMN_TIME)
            continue;
        if (rk_column_frequency(use->column) != RK_FREQUENCY_SPLIT_YEAR || rk_column_frequencies(use->column) != NULL)
            return FALSE;
        any = TRUE;
    }
    return any;
}
