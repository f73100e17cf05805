/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stretches that bars, areas, rectangles and arcs cover: over a bin, over a band, between two ends, or with the
 * thickness that the mark or the theme gives. The order of precedence is Vega-Lite's.
 */
#include "plot/place.h"

#include <math.h>
#include <string.h>

#include "plot/mark.h"
#include "plot/scale.h"

/** A thickness: a number of pixels, or a share of the band. */
typedef struct {
    gboolean set;
    gboolean relative;
    double amount;
} Thickness;

static const char *size_key(RkChannel channel)
{
    return channel == RK_CHANNEL_X ? "width" : channel == RK_CHANNEL_Y ? "height" : NULL;
}

static Thickness read_thickness(const RkValue *value)
{
    const RkValue *band = rk_value_get(value, "band");
    if (band != NULL)
        return (Thickness){TRUE, TRUE, rk_value_number_or(band, 1)};
    double amount = rk_value_number_or(value, NAN);
    return (Thickness){!isnan(amount), FALSE, fmax(amount, 0)};
}

/** Whether the thickness of the mark is measured along this channel. */
static gboolean is_across(const RkUnit *unit, RkChannel channel)
{
    return unit->mark->thick && !unit->undirected && channel == (unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X);
}

static gboolean sizes(const RkUnit *unit, RkChannel channel)
{
    return is_across(unit, channel) || (unit->mark->strokes_across && channel <= RK_CHANNEL_Y);
}

/** What the mark says of its thickness, before any default. */
static Thickness own_thickness(const RkUnit *unit, RkChannel channel)
{
    const char *key = sizes(unit, channel) ? "size" : size_key(channel);
    Thickness thickness = read_thickness(sizes(unit, channel) ? rk_unit_property(unit, "size") : NULL);
    if (!thickness.set && key != NULL && sizes(unit, channel))
        key = size_key(channel);
    return thickness.set || key == NULL ? thickness : read_thickness(rk_unit_property(unit, key));
}

static Thickness default_thickness(const RkUnit *unit, RkChannel channel, const RkScale *scale)
{
    static const Thickness whole = {TRUE, TRUE, 1};
    const RkUse *use = unit->uses[channel];
    Thickness thickness = own_thickness(unit, channel);
    if (thickness.set)
        return thickness;
    if (use != NULL && use->column != NULL && rk_value_has(use->definition, "timeUnit"))
        return (Thickness){TRUE, TRUE, rk_unit_number(unit, "timeUnitBandSize", 1)};
    gboolean discrete = scale == NULL || scale->type->discrete;
    thickness = read_thickness(rk_unit_property(unit, discrete ? "discreteBandSize" : "continuousBandSize"));
    return !thickness.set && scale != NULL && discrete ? whole : thickness;
}

/** The gap that the theme leaves between bands, for a mark that has the frame to itself. */
static double lone_padding(const RkUnit *unit)
{
    const RkConfig *config = unit->plotting->config;
    g_autofree char *key = g_strdup_printf("%sBandPaddingInner", unit->mark->name);
    const RkValue *padding = rk_config_get(config, "scale", key);
    return rk_value_number_or(padding, rk_value_number_or(rk_config_get(config, "scale", "bandPaddingInner"), 0));
}

/** A thickness in pixels where bands are `band` wide; 0 for none. */
static double in_pixels(const RkUnit *unit, RkChannel channel, const RkScale *scale, Thickness thickness, double band)
{
    double frame = channel == RK_CHANNEL_X ? unit->panel->width : unit->panel->height;
    if (thickness.set && !thickness.relative)
        return thickness.amount;
    if (thickness.set && scale != NULL && band > 0)
        return fmax(thickness.amount * band, rk_unit_number(unit, "minBandSize", 0));
    if (thickness.set && scale == NULL)
        return thickness.amount * frame;
    if (scale != NULL && scale->type->discrete)
        return unit->plotting->vega_lite ? fmax(scale->step - 2, 0) : scale->step * 0.7;
    if (unit->uses[channel] == NULL)
        return (1 - lone_padding(unit)) * frame;
    return rk_value_number_or(rk_config_get(unit->plotting->config, "view", "step"), 20) - 2;
}

/** How much of a mark with a size of its own lies before the place it stands at: half of it, unless the mark has an
 * `align` or a `baseline`. */
static double part_before(const RkUnit *unit, RkChannel channel)
{
    const char *side = channel == RK_CHANNEL_X   ? rk_unit_text(unit, "align", "")
                       : channel == RK_CHANNEL_Y ? rk_unit_text(unit, "baseline", "")
                                                 : "";
    if (strcmp(side, "left") == 0 || strcmp(side, "top") == 0)
        return 0;
    return strcmp(side, "right") == 0 || strcmp(side, "bottom") == 0 ? 1 : 0.5;
}

static gboolean aligned(double place, double before, double size, double *from, double *to)
{
    *from = place - before * size;
    *to = place + (1 - before) * size;
    return isfinite(*from) && isfinite(*to);
}

/** Where in its band a mark of a size of its own has its middle. The grammar listens to the channel only where it has a
 * unit of time. */
static double part_of_band(const RkUnit *unit, RkChannel channel)
{
    const RkUse *use = unit->uses[channel];
    gboolean period = use != NULL && rk_value_has(use->definition, "timeUnit");
    if (use == NULL || (unit->plotting->vega_lite && (!period || rk_unit_offset(unit, channel) != NULL)))
        return 0.5;
    double usual = period && unit->plotting->vega_lite ? rk_unit_number(unit, "timeUnitBandPosition", 0.5) : 0.5;
    return isnan(use->band_position) ? usual : use->band_position;
}

/** Both ends of a bin in the domain. */
static gboolean bin_ends(const RkUnit *unit, RkChannel channel, gsize row, double *first, double *last)
{
    const RkUse *use = unit->uses[channel], *second = unit->uses[rk_channel_second(channel)];
    *first = rk_use_number(use, row);
    if (use->first != NULL) {
        *first = rk_column_numbers(use->first)[row];
        *last = rk_column_numbers(use->last)[row];
    } else if (use->end != NULL) {
        *last = rk_column_numbers(use->end)[row];
    } else if (second != NULL && second->column != NULL) {
        *last = rk_use_number(second, row);
    } else {
        *last = *first + rk_value_number_or(rk_value_get(rk_value_get(use->definition, "bin"), "step"), NAN);
    }
    return isfinite(*first) && isfinite(*last);
}

/** Where a mark stands that is not in the middle of its band: where the band begins, or the share of it that the mark
 * covers; and at the point itself where there are no bands. The grammar has it so for both sides. */
static double side_of_band(const RkCell *cell, const RkScale *scale, const Thickness *share)
{
    if (!scale->type->bands)
        return cell->start + cell->size / 2;
    return cell->start + (share == NULL ? 0 : cell->around * (1 - share->amount) / 2);
}

/** The same without a band: the value itself, or where its bin or unit of time begins. */
static double side_of_value(const RkUnit *unit, RkChannel channel, gsize row)
{
    double first, last;
    if (!rk_use_is_cut(unit->uses[channel]) || !bin_ends(unit, channel, row, &first, &last))
        return rk_unit_place(unit, channel, row, RK_DEFAULT_MIDDLE);
    return rk_scale_map(unit->uses[channel]->scale, first) + rk_unit_shift(unit, channel);
}

/** The scale that other layers have where the unit has no value: the grammar measures thickness by it, but for bands,
 * of which none is the unit's. */
static const RkScale *lent_scale(const RkUnit *unit, RkChannel channel)
{
    const RkScale *scale = unit->plotting->vega_lite ? rk_unit_shared_scale(unit, channel) : NULL;
    return scale == NULL || scale->type->bands ? NULL : scale;
}

/** Around a value or over a band, with a thickness. */
static gboolean band_span(const RkUnit *unit, RkChannel channel, gsize row, double *from, double *to)
{
    const RkUse *use = unit->uses[channel], *offset = rk_unit_offset(unit, channel);
    const RkScale *scale = use != NULL ? use->scale : NULL;
    const RkScale *inner = offset != NULL && offset->scale != NULL ? offset->scale : scale;
    const RkScale *outer = scale != NULL ? scale : inner;
    RkCell cell;
    const RkScale *lent = outer == NULL ? lent_scale(unit, channel) : NULL;
    Thickness thickness = default_thickness(unit, channel, lent != NULL ? lent : outer);
    gboolean parted = rk_unit_cell(unit, channel, row, &cell);
    if (!parted && inner != NULL && inner->type->discrete)
        return FALSE;
    double size = in_pixels(unit, channel, lent != NULL ? lent : inner, thickness, parted ? cell.size : 0);
    double shift = rk_unit_shift(unit, channel);
    double before = part_before(unit, channel);
    gboolean own =
        sizes(unit, channel) && (unit->uses[RK_CHANNEL_SIZE] != NULL || rk_value_has(unit->mark_map, "size"));
    if (sizes(unit, channel))
        size = rk_unit_visual(unit, RK_CHANNEL_SIZE, row, size);
    size = fmax(size, 0);
    if (!parted)
        return aligned(before == 0.5 ? rk_unit_place(unit, channel, row, RK_DEFAULT_MIDDLE)
                                     : side_of_value(unit, channel, row),
                       before, size, from, to);
    gboolean shares = !own && thickness.relative && outer->type->bands;
    if (before != 0.5)
        return aligned(side_of_band(&cell, outer, shares ? &thickness : NULL) + shift, before, size, from, to);
    /* A share of nested bands leaves its margin within the outer band. */
    if (shares && offset != NULL)
        return aligned(side_of_band(&cell, outer, &thickness) + shift, 0, size, from, to);
    return aligned(cell.start + cell.size * part_of_band(unit, channel) + shift, 0.5, size, from, to);
}

/** Over a bin or unit of time, with the spacing between bins taken off, but never thinner than the least bar. */
static gboolean bin_span(const RkUnit *unit, RkChannel channel, gsize row, double *from, double *to)
{
    const RkUse *use = unit->uses[channel];
    double first, last;
    if (!bin_ends(unit, channel, row, &first, &last))
        return FALSE;
    Thickness thickness = own_thickness(unit, channel);
    if (!thickness.set && rk_value_has(use->definition, "timeUnit"))
        thickness = (Thickness){TRUE, TRUE, rk_unit_number(unit, "timeUnitBandSize", 1)};
    double margin = thickness.set && thickness.relative ? (1 - thickness.amount) / 2 : 0;
    *from = rk_scale_map(use->scale, first + (last - first) * margin);
    *to = rk_scale_map(use->scale, last - (last - first) * margin);
    double least = rk_unit_number(unit, "minBandSize", 0), width = fabs(*to - *from);
    double sign = *to >= *from ? 1 : -1, gap = channel <= RK_CHANNEL_Y ? rk_unit_number(unit, "binSpacing", 0) / 2 : 0;
    double inset = width < least ? -(least - width) / 2 : gap, translate = channel <= RK_CHANNEL_Y ? 0.5 : 0;
    /* Bars stand between the hairlines of the axis, which lie on half pixels. */
    translate = unit->plotting->vega_lite ? translate + rk_unit_shift(unit, channel) : rk_unit_shift(unit, channel);
    *from += sign * inset + translate;
    *to -= sign * inset - translate;
    return isfinite(*from) && isfinite(*to);
}

/** Where the second end lies that no channel names; NaN when the mark has a size there instead, put into `size`. */
static double unnamed_end(const RkUnit *unit, RkChannel channel, gsize row, double *size)
{
    RkChannel second = rk_channel_second(channel);
    const char *key = size_key(channel);
    if (rk_unit_place_property(unit, second) == NULL && key != NULL) {
        Thickness thickness = read_thickness(rk_unit_property(unit, key));
        *size = thickness.set && !thickness.relative ? thickness.amount : NAN;
        if (!isnan(*size))
            return NAN;
    }
    double shift = rk_unit_place_property(unit, second) == NULL ? rk_unit_shift(unit, channel) : 0;
    return rk_unit_place(unit, second, row, RK_DEFAULT_LEAST) + shift;
}

gboolean rk_unit_range(const RkUnit *unit, RkChannel channel, gsize row, RkDefaultPlace otherwise, double *from,
                       double *to)
{
    RkChannel second = rk_channel_second(channel);
    const RkUse *use = unit->uses[second];
    double size = NAN;
    rk_unit_turn_to(unit, row);
    *to = rk_unit_place(unit, channel, row, otherwise);
    if (use == NULL || (use->column == NULL && use->datum == NULL && use->value == NULL))
        *from = unnamed_end(unit, channel, row, &size);
    else
        *from = rk_unit_place(unit, second, row, RK_DEFAULT_NONE);
    if (!isnan(size))
        return aligned(*to, part_before(unit, channel), size, from, to);
    if (unit->stacked && channel == unit->stack_channel)
        *from += rk_unit_shift(unit, channel);
    return isfinite(*from) && isfinite(*to);
}

static gboolean has_fixed_size(const RkUnit *unit, RkChannel channel)
{
    const RkUse *size = unit->uses[RK_CHANNEL_SIZE];
    Thickness thickness = own_thickness(unit, channel);
    return size != NULL || (thickness.set && !thickness.relative);
}

gboolean rk_unit_span(const RkUnit *unit, RkChannel channel, gsize row, double *from, double *to)
{
    RkChannel second = rk_channel_second(channel);
    const RkUse *use = unit->uses[channel], *other = unit->uses[second];
    const RkUse *offset = rk_unit_offset(unit, channel);
    rk_unit_turn_to(unit, row);
    gboolean scaled = use != NULL && use->scale != NULL;
    gboolean discrete = scaled && use->scale->type->discrete, stacked = unit->stacked && channel == unit->stack_channel;
    gboolean cut = scaled && !discrete && !stacked && (use->end != NULL || rk_use_came_binned(use));
    if (cut && (other == NULL || rk_use_came_binned(use)) && !has_fixed_size(unit, channel) && offset == NULL)
        return bin_span(unit, channel, row, from, to);
    if (scaled && !discrete && rk_unit_has_cells(unit, channel))
        return rk_unit_cell_span(unit, channel, row, from, to);
    if ((discrete || is_across(unit, channel)) && other == NULL)
        return band_span(unit, channel, row, from, to);
    return rk_unit_range(unit, channel, row, RK_DEFAULT_MOST, from, to);
}
