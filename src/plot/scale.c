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

void rk_scale_free(gpointer data)
{
    RkScale *scale = data;
    if (scale == NULL)
        return;
    g_clear_pointer(&scale->uses, g_ptr_array_unref);
    g_clear_pointer(&scale->units, g_ptr_array_unref);
    g_clear_pointer(&scale->categories, g_ptr_array_unref);
    g_clear_pointer(&scale->positions, g_hash_table_unref);
    g_clear_pointer(&scale->starts, g_hash_table_unref);
    g_clear_pointer(&scale->properties, g_hash_table_unref);
    g_free(scale->extents);
    g_free(scale->middles);
    g_free(scale->sample);
    g_free(scale->borders);
    g_free(scale->bins);
    g_free(scale->numbers);
    g_free(scale->colors);
    g_free(scale->texts);
    g_free(scale);
}

/** An end of the range that the figure gives itself: the first or last of a list, rangeMin or rangeMax. */
static double own_end(const RkScale *scale, gboolean last, double otherwise)
{
    if (scale->plotting == NULL)
        return otherwise;
    const RkValue *list = rk_scale_property(scale, "range");
    guint count = rk_value_length(list);
    double width = scale->panel->width, height = scale->panel->height, number = otherwise;
    if (rk_value_is(list, RK_VALUE_LIST) && count > 0) {
        const RkValue *item = rk_value_at(list, last ? count - 1 : 0);
        if (rk_value_is(item, RK_VALUE_MAP))
            item = rk_value_get(item, "expr");
        if (rk_value_is_text(item, "width") || rk_value_is_text(item, "height"))
            return rk_value_is_text(item, "width") ? width : height;
        rk_plotting_number(scale->plotting, item, &number, NULL);
        return number;
    }
    const RkValue *end = rk_scale_property(scale, last ? "rangeMax" : "rangeMin");
    if (end != NULL)
        rk_plotting_number(scale->plotting, rk_value_is(end, RK_VALUE_MAP) ? rk_value_get(end, "expr") : end, &number,
                           NULL);
    return number;
}

void rk_scale_set_range(RkScale *scale, double from, double to)
{
    gboolean position = rk_channel_is_position(scale->channel);
    double ends[2] = {position ? own_end(scale, FALSE, from) : from, position ? own_end(scale, TRUE, to) : to};
    scale->range[0] = ends[scale->reversed];
    scale->range[1] = ends[!scale->reversed];
    if (scale->padding > 0)
        rk_scale_settle(scale);
    if (scale->type->arrange != NULL)
        scale->type->arrange(scale);
}

static double straight(const RkScale *scale, double value)
{
    return scale->type->straighten != NULL ? scale->type->straighten(scale, value) : value;
}

static double point(const RkScale *scale, guint index)
{
    if (index == 0)
        return scale->domain[0];
    return index <= scale->middle_count ? scale->middles[index - 1] : scale->domain[1];
}

/** The stretch of a domain of several points that holds a value, or is nearest to it. */
static guint stretch_of(const RkScale *scale, double value)
{
    guint stretch = 0;
    gboolean falls = scale->domain[1] < scale->domain[0];
    while (stretch < scale->middle_count &&
           (falls ? value <= scale->middles[stretch] : value >= scale->middles[stretch]))
        stretch++;
    return stretch;
}

double rk_scale_fraction(const RkScale *scale, double value)
{
    guint stretch = stretch_of(scale, value);
    double low = straight(scale, point(scale, stretch)), high = straight(scale, point(scale, stretch + 1));
    double place = straight(scale, value);
    if (isnan(place))
        return NAN;
    /* Halves, because the whole may be too long for a number. Ramps multiply as d3 does, to agree in the last digit. */
    double span = high / 2 - low / 2, along = place / 2 - low / 2;
    gboolean ramp = scale->blend != NULL && scale->color_count > 0 && !scale->type->temporal;
    /* A domain of one value stands in the middle. */
    double inside = low == high ? 0.5 : ramp ? along * (1 / span) : along / span;
    double fraction = (stretch + inside) / (scale->middle_count + 1);
    return scale->clamp ? CLAMP(fraction, 0, 1) : fraction;
}

double rk_scale_even_fraction(const RkScale *scale, double value)
{
    double first = straight(scale, scale->domain[0]), last = straight(scale, scale->domain[1]);
    return first == last ? 0.5 : (straight(scale, value) - first) / (last - first);
}

double rk_scale_uneven_fraction(const RkScale *scale, double even)
{
    double first = straight(scale, scale->domain[0]), last = straight(scale, scale->domain[1]);
    double place = first + even * (last - first);
    guint stretch = 0;
    while (stretch < scale->middle_count && (place - straight(scale, scale->middles[stretch])) * (last - first) >= 0)
        stretch++;
    double low = straight(scale, point(scale, stretch)), high = straight(scale, point(scale, stretch + 1));
    return (stretch + (low == high ? 0.5 : (place - low) / (high - low))) / (scale->middle_count + 1);
}

static double between_numbers(const RkScale *scale, double fraction)
{
    double along = fraction * (scale->number_count - 1);
    guint below = (guint)CLAMP(floor(along), 0, scale->number_count - 2);
    return scale->numbers[below] + (along - below) * (scale->numbers[below + 1] - scale->numbers[below]);
}

static double whole_if_asked(const RkScale *scale, double result)
{
    return scale->round ? floor(result + 0.5) : result;
}

double rk_scale_map(const RkScale *scale, double value)
{
    /* A value far beyond a declared domain is drawn out of sight, not at a place that no renderer can write. */
    const double far = RK_LIMIT_COORDINATE / 10;
    if (scale->type->classes) {
        guint32 class = rk_scale_class(scale, value);
        return class == G_MAXUINT32 || scale->number_count == 0 ? NAN : scale->numbers[class % scale->number_count];
    }
    double fraction = rk_scale_fraction(scale, value);
    if (isnan(fraction))
        return NAN;
    double place = scale->number_count > 1 ? between_numbers(scale, fraction)
                                           : scale->range[0] + fraction * (scale->range[1] - scale->range[0]);
    return whole_if_asked(scale, CLAMP(place, -far, far));
}

/** A domain without bends or corners onto two ends. */
static gboolean is_straight(const RkScale *scale)
{
    return !scale->type->classes && scale->type->straighten == NULL && scale->middle_count == 0 &&
           scale->number_count <= 1 && !scale->clamp && !scale->round && scale->color_count == 0 &&
           scale->domain[0] != scale->domain[1];
}

void rk_scale_map_all(const RkScale *scale, double *values, gsize count)
{
    const double far = RK_LIMIT_COORDINATE / 10;
    double low = scale->domain[0] / 2, span = scale->domain[1] / 2 - low;
    double start = scale->range[0], length = scale->range[1] - start;
    if (!is_straight(scale)) {
        for (gsize i = 0; i < count; i++)
            values[i] = rk_scale_map(scale, values[i]);
        return;
    }
    for (gsize i = 0; i < count; i++) {
        double place = start + (values[i] / 2 - low) / span * length;
        values[i] = isnan(place) ? NAN : CLAMP(place, -far, far);
    }
}

guint rk_scale_class_count(const RkScale *scale)
{
    return scale->type->classes ? scale->border_count + 1 : 0;
}

guint32 rk_scale_class(const RkScale *scale, double value)
{
    if (!scale->type->classes || isnan(value))
        return G_MAXUINT32;
    guint low = 0, high = scale->border_count;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (value < scale->borders[middle])
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

double rk_scale_category_number(const RkScale *scale, guint category)
{
    if (scale->type->cycles)
        return scale->number_count > 0 ? scale->numbers[category % scale->number_count] : NAN;
    return rk_scale_band_start(scale, category) + rk_scale_band_size(scale, category) / 2;
}

double rk_scale_steps(const RkScale *scale)
{
    double apart = scale->aside > 0 && scale->aside < scale->categories->len ? 0.5 : 0;
    double inner = scale->type->bands ? scale->padding_inner : 1;
    double steps = scale->categories->len + apart - inner + 2 * scale->padding_outer;
    /* The grammar gives no room to what is not there. */
    if (scale->categories->len == 0)
        return scale->plotting->vega_lite ? 0 : 1;
    return steps > 0 ? steps : 1;
}

double rk_scale_ground(const RkScale *scale, gboolean most)
{
    double low = fmin(scale->domain[0], scale->domain[1]), high = fmax(scale->domain[0], scale->domain[1]);
    if (!scale->plotting->vega_lite)
        return rk_scale_map(scale, CLAMP(0, low, high));
    if (low <= 0 && high >= 0 && !scale->type->temporal)
        return rk_scale_map(scale, 0);
    return rk_scale_map(scale, scale->domain[most ? 1 : 0]);
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
    guint32 class = rk_scale_class(scale, value);
    if (class != G_MAXUINT32 && scale->color_count > 0)
        return scale->colors[class % scale->color_count];
    return rk_scale_color_at(scale, rk_scale_fraction(scale, value));
}

RkColor rk_scale_ramp_color(const RkScale *scale, double fraction)
{
    if (scale->color_count == 1)
        return scale->colors[0];
    double part = scale->extent[0] + fraction * (scale->extent[1] - scale->extent[0]);
    double along = part * (scale->color_count - 1);
    guint below = (guint)CLAMP(floor(along), 0, scale->color_count - 2);
    RkColor from = scale->colors[below], to = scale->colors[below + 1];
    if (scale->blend == NULL)
        return rk_color_mix(from, to, along - below);
    return rk_color_blend(scale->blend, scale->gamma, from, to, along - below);
}

RkColor rk_scale_color_at(const RkScale *scale, double fraction)
{
    if (isnan(fraction) || scale->color_count == 0)
        return (RkColor){0, 0, 0, 0};
    if (scale->type->classes)
        return rk_scale_color(scale, scale->domain[0] + fraction * (scale->domain[1] - scale->domain[0]));
    return rk_scale_ramp_color(scale, fraction);
}
