/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the marks say of the symbols of their legend: which layer has the word, and how opaque they are. Decides nothing
 * that a scale or the legend itself says.
 */
#include "plot/legend-private.h"

#include <math.h>

#include "plot/mark.h"

/** What styles and the figure's own config say, but not the theme, whose look legends do not take over. */
static const RkValue *said_in_figure(const RkUnit *unit, const char *key)
{
    const RkConfig *config = unit->plotting->config;
    const RkValue *value = unit->plotting->vega_lite ? rk_unit_style_property(unit, key) : NULL;
    for (guint layer = 0; value == NULL && layer + 1 < rk_config_layers(config); layer++) {
        value = rk_config_get_in(config, layer, unit->mark->name, key);
        if (value == NULL)
            value = rk_config_get_in(config, layer, "mark", key);
    }
    return value;
}

/* What symbols take over from the configuration of marks, though not from the marks. */
static const char *const configured[] = {"fillOpacity", "strokeOpacity", "strokeWidth",
                                         "strokeDash",  "strokeCap",     "strokeJoin"};

const RkValue *rk_legend_configured(const RkLegend *legend, const char *key)
{
    gboolean heard = legend->panel->plotting->vega_lite && !legend->plain;
    return heard ? said_in_figure(legend->unit, key) : NULL;
}

static gboolean is_configured(const RkLegend *legend)
{
    for (guint i = 0; i < G_N_ELEMENTS(configured); i++) {
        if (rk_legend_configured(legend, configured[i]) != NULL)
            return TRUE;
    }
    return FALSE;
}

const RkValue *rk_legend_said_of_mark(const RkLegend *legend, const char *key)
{
    const RkValue *own = rk_value_get(legend->unit->mark_map, key);
    return own != NULL ? own : said_in_figure(legend->unit, key);
}

/** The greatest of the constants that the channel shows; NaN where it shows none, or something else as well. */
static double greatest_constant(const RkUse *use, gboolean *said)
{
    double most = rk_value_number_or(use->value, NAN);
    *said = use->value != NULL;
    for (guint i = 0; i < use->condition_count; i++) {
        const RkValue *value = use->conditions[i].use->value;
        *said = *said || value != NULL;
        if (value != NULL && !isnan(most))
            most = fmax(most, rk_value_number_or(value, NAN));
    }
    return most;
}

/** Of the channel's constants, else the mark's own word or what marks of single rows have so that others shine through;
 * not what the config says. NaN: none. */
static double opacity_said(const RkUnit *unit)
{
    const RkUse *use = unit->uses[RK_CHANNEL_OPACITY];
    gboolean said = FALSE;
    double constant = use != NULL ? greatest_constant(use, &said) : NAN;
    if (said)
        return constant;
    const RkValue *own = rk_value_get(unit->mark_map, "opacity");
    if (own != NULL)
        return rk_value_number_or(own, NAN);
    gboolean raw = unit->mark->translucent && !unit->aggregated;
    gboolean said_of_all = rk_unit_property(unit, "opacity") != NULL || rk_unit_property(unit, "fillOpacity") != NULL;
    return raw && !said_of_all ? 0.7 : NAN;
}

/** The opacity that the grammar hands on to symbols. None at all is not: marks that are not seen have a legend. */
static double handed_on(const RkUnit *unit)
{
    double opacity = opacity_said(unit);
    return opacity == 0 ? NAN : opacity;
}

double rk_legend_mark_opacity(const RkLegend *legend)
{
    const RkUnit *unit = legend->unit;
    gboolean said = FALSE;
    if (legend->plain)
        return 1;
    if (unit->plotting->vega_lite) {
        double opacity = handed_on(unit);
        return isnan(opacity) ? 1 : opacity;
    }
    const RkUse *use = unit->uses[RK_CHANNEL_OPACITY];
    double constant = use != NULL ? greatest_constant(use, &said) : NAN;
    return isnan(constant) ? rk_unit_number(unit, "opacity", 1) : constant;
}

/** Whether a layer's marks say anything of the symbols. A line whose colour the legend is about does not. */
static gboolean has_look(const RkLegend *legend, const RkUnit *unit)
{
    RkLegend probe = *legend;
    probe.unit = unit;
    return rk_legend_symbol_is_painted(&probe) || is_configured(&probe) || !isnan(handed_on(unit));
}

/* A colour's bar that becomes symbols, for the sake of another channel, has a bar's look: none. */
static gboolean loses_look(const RkLegend *legend)
{
    guint roles = 0;
    for (guint role = 0; role < RK_ROLES; role++)
        roles += legend->roles[role] != NULL;
    gboolean color = legend->channel == RK_CHANNEL_COLOR || legend->channel == RK_CHANNEL_FILL ||
                     legend->channel == RK_CHANNEL_STROKE;
    return roles > 1 && color && !legend->scale->type->discrete && !legend->scale->type->classes &&
           rk_guide_get_own(&legend->source, "type") == NULL;
}

void rk_legend_choose_look(RkLegend *legend)
{
    legend->unit = g_ptr_array_index(legend->units, 0);
    if (!legend->panel->plotting->vega_lite)
        return;
    legend->plain = loses_look(legend);
    for (guint i = 0; i < legend->units->len; i++) {
        if (has_look(legend, g_ptr_array_index(legend->units, i))) {
            legend->unit = g_ptr_array_index(legend->units, i);
            return;
        }
    }
}
