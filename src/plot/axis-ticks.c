/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ticks of an axis: which values, where they stand, which texts. What gives way when texts would touch is decided
 * elsewhere; here categories are only wrapped and shortened.
 */
#include "plot/axis-private.h"

#include <math.h>

#include "plot/axis-values.h"
#include "plot/guide-datum.h"
#include "plot/guide-format.h"

/** Where a tick stands in its band, and how far beside. */
typedef struct {
    double band, offset;
    gboolean extra; /**< one more tick at the start of the first band */
    gboolean round;
} Place;

static Place place_of(const RkAxis *axis)
{
    const char *band = rk_guide_word(&axis->source, "tickBand", NULL);
    Place place = {.band = rk_axis_number(axis, "bandPosition", 0.5),
                   .offset = rk_axis_number(axis, "tickOffset", 0),
                   .extra = rk_axis_flag(axis, "tickExtra", FALSE),
                   .round = rk_axis_flag(axis, "tickRound", TRUE)};
    if (band != NULL && g_str_equal(band, "extent"))
        place = (Place){.band = 1, .offset = 0, .extra = TRUE, .round = place.round};
    else if (band != NULL)
        place = (Place){.band = 0.5, .offset = place.offset, .extra = FALSE, .round = place.round};
    return place;
}

static double rounded(const Place *place, double at)
{
    return place->round ? floor(at + 0.5) : at;
}

static double start_of(const RkAxis *axis, const RkTick *tick)
{
    return axis->scale->type->discrete ? rk_scale_band_start(axis->scale, tick->category)
                                       : rk_scale_map(axis->scale, tick->value);
}

static void set_places(RkAxis *axis, const Place *place)
{
    for (guint i = 0; i < axis->ticks->len; i++) {
        RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        double start = tick->start = start_of(axis, tick);
        double size = axis->scale->type->discrete ? rk_scale_band_size(axis->scale, tick->category) : 0;
        tick->order = i;
        tick->position = start + 0.5 * size + place->offset;
        tick->at = rounded(place, start + place->band * size + place->offset);
    }
}

/** The tick before the first: it closes the first band, and has no label. */
static void add_extra(RkAxis *axis, const Place *place)
{
    if (!place->extra || axis->ticks->len == 0)
        return;
    RkTick tick = g_array_index(axis->ticks, RkTick, 0);
    tick.text = NULL;
    tick.extra = TRUE;
    tick.at = rounded(place, start_of(axis, &tick) + place->offset);
    tick.position = tick.at;
    g_array_append_val(axis->ticks, tick);
}

static gboolean write_label(RkAxis *axis, RkTick *tick, const RkValue *expression, guint count, GError **error)
{
    if (expression == NULL)
        return TRUE;
    RkGuideDatum datum = {axis->scale, tick->category, tick->value, tick->text,
                          count > 1 ? (double)axis->ticks->len / (count - 1) : 0};
    tick->text = rk_guide_expression(axis->panel->plotting, expression, &datum, error);
    return tick->text != NULL;
}

static gboolean fill_continuous(RkAxis *axis, RkGuideFormat *format, GError **error)
{
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    if (!rk_axis_values(axis, values, &format->count, error))
        return FALSE;
    format->values = values;
    const RkValue *expression = rk_axis_setting(axis, "labelExpr");
    for (guint i = 0; i < values->len; i++) {
        double value = g_array_index(values, double, i);
        RkTick tick = {.value = value};
        tick.text = rk_guide_format_value(format, value);
        if (!write_label(axis, &tick, expression, values->len, error))
            return FALSE;
        g_array_append_val(axis->ticks, tick);
    }
    return TRUE;
}

static const char *wrapped(RkAxis *axis, const char *text)
{
    double wrap = rk_axis_number(axis, "labelWrap", 0);
    gboolean said = rk_axis_setting(axis, "labelWrap") != NULL || rk_axis_number(axis, "labelLimit", 0) > 0;
    if (!said && !axis->horizontal && axis->room > 0 && text != NULL)
        return rk_plotting_wrap_even(axis->panel->plotting, &axis->label_font, text, axis->room);
    if (axis->horizontal && wrap > 0)
        wrap = axis->scale->step - 4;
    return wrap > 0 ? rk_plotting_wrap(axis->panel->plotting, &axis->label_font, text, wrap) : text;
}

static gboolean fill_discrete(RkAxis *axis, const RkGuideFormat *format, GError **error)
{
    const RkValue *expression = rk_axis_setting(axis, "labelExpr");
    g_autofree guint8 *chosen = rk_axis_chosen_categories(axis);
    guint count = axis->scale->categories->len;
    for (guint i = 0; i < count; i++) {
        if (chosen != NULL && !chosen[i])
            continue;
        RkTick tick = {.category = i, .highlighted = rk_scale_category_highlighted(axis->scale, i)};
        tick.text = rk_guide_format_category(format, i);
        if (!write_label(axis, &tick, expression, count, error))
            return FALSE;
        tick.text = wrapped(axis, tick.text);
        g_array_append_val(axis->ticks, tick);
    }
    return TRUE;
}

/** Patterns such as %e pad with blanks, which have no place at the edge of a label. */
static const char *stripped(RkPlotting *plotting, const char *text)
{
    if (text == NULL || (*text != ' ' && !g_str_has_suffix(text, " ")))
        return text;
    g_autofree char *copy = g_strstrip(g_strdup(text));
    return g_string_chunk_insert_const(plotting->strings, copy);
}

static void measure(RkAxis *axis)
{
    RkPlotting *plotting = axis->panel->plotting;
    double limit = rk_axis_number(axis, "labelLimit", 0);
    for (guint i = 0; i < axis->ticks->len; i++) {
        RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        RkFont font = axis->label_font;
        font.weight = tick->highlighted ? 600 : font.weight;
        tick->text = plotting->vega_lite ? stripped(plotting, tick->text) : tick->text;
        tick->text = rk_guide_limit(plotting, &axis->label_font, rk_guide_break(plotting, tick->text), limit);
        tick->width = tick->text == NULL ? 0 : rk_plotting_text_width(plotting, &font, tick->text);
    }
}

gboolean rk_axis_fill(RkAxis *axis, GError **error)
{
    RkGuideFormat format;
    g_array_set_size(axis->ticks, 0);
    if (!rk_guide_format_read_shared(&format, &axis->source, axis->scale, axis->uses, error))
        return FALSE;
    if (!(axis->scale->type->discrete ? fill_discrete(axis, &format, error) : fill_continuous(axis, &format, error)))
        return FALSE;
    Place place = place_of(axis);
    set_places(axis, &place);
    add_extra(axis, &place);
    measure(axis);
    return TRUE;
}
