/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all scales share: mapping, categories, memory. Families are in plot/scales; domains and ranges have files of
 * their own.
 */
#include "plot/scale.h"

#include <math.h>

#include "base/limits.h"

const RkScaleType *rk_scale_type_find(const char *name)
{
    const RkScaleType *const *types = rk_scale_types();
    for (guint i = 0; types[i] != NULL; i++) {
        if (g_str_equal(types[i]->name, name))
            return types[i];
    }
    return NULL;
}

void rk_scale_free(RkScale *scale)
{
    if (scale == NULL)
        return;
    g_clear_pointer(&scale->uses, g_ptr_array_unref);
    g_clear_pointer(&scale->units, g_ptr_array_unref);
    g_clear_pointer(&scale->categories, g_ptr_array_unref);
    g_clear_pointer(&scale->positions, g_hash_table_unref);
    g_free(scale->extents);
    g_free(scale->colors);
    g_free(scale->texts);
    g_free(scale);
}

void rk_scale_set_range(RkScale *scale, double from, double to)
{
    scale->range[0] = from;
    scale->range[1] = to;
    if (scale->reversed) {
        scale->range[0] = to;
        scale->range[1] = from;
    }
    if (scale->type->arrange != NULL)
        scale->type->arrange(scale);
}

double rk_scale_fraction(const RkScale *scale, double value)
{
    double low = scale->domain[0], high = scale->domain[1];
    if (scale->type->straighten != NULL) {
        value = scale->type->straighten(scale, value);
        low = scale->type->straighten(scale, low);
        high = scale->type->straighten(scale, high);
    }
    if (low == high)
        return isnan(value) ? NAN : 0.5;
    double fraction = (value - low) / (high - low);
    return scale->clamp ? CLAMP(fraction, 0, 1) : fraction;
}

double rk_scale_map(const RkScale *scale, double value)
{
    /* A value far beyond a declared domain is drawn out of sight, not at a place that no renderer can write. */
    const double far = RK_LIMIT_COORDINATE / 10;
    double place = scale->range[0] + rk_scale_fraction(scale, value) * (scale->range[1] - scale->range[0]);
    return CLAMP(place, -far, far);
}

double rk_scale_band_start(const RkScale *scale, guint category)
{
    guint count = scale->categories->len;
    if (scale->extents != NULL) {
        double start = fmin(scale->range[0], scale->range[1]);
        for (guint i = 0; i < category; i++)
            start += scale->extents[i];
        return start;
    }
    double extra = scale->aside > 0 && category + scale->aside >= count && count > scale->aside ? 0.5 : 0;
    gboolean backwards = scale->range[1] < scale->range[0];
    double slot = backwards ? count - 1 - category + (scale->aside > 0 ? 0.5 : 0) - extra : category + extra;
    return scale->start + slot * scale->step;
}

double rk_scale_band_size(const RkScale *scale, guint category)
{
    return scale->extents != NULL ? scale->extents[category] : scale->bandwidth;
}

guint32 rk_scale_category(const RkScale *scale, const char *text)
{
    if (text == NULL)
        return G_MAXUINT32;
    guint position = GPOINTER_TO_UINT(g_hash_table_lookup(scale->positions, text));
    return position == 0 ? G_MAXUINT32 : position - 1;
}

RkColor rk_scale_color(const RkScale *scale, double value)
{
    return rk_scale_color_at(scale, rk_scale_fraction(scale, value));
}

RkColor rk_scale_color_at(const RkScale *scale, double fraction)
{
    if (isnan(fraction) || scale->color_count == 0)
        return (RkColor){0, 0, 0, 0};
    double along = CLAMP(fraction, 0, 1) * (scale->color_count - 1);
    guint below = MIN((guint)along, scale->color_count - 1);
    guint above = MIN(below + 1, scale->color_count - 1);
    return rk_color_mix(scale->colors[below], scale->colors[above], along - below);
}
