/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Legends whose symbols repeat: with more categories than colours, shapes or dashes two entries look alike, and nobody
 * can tell whose mark is whose. It says so and chooses no other look.
 */
#include "plot/legend-private.h"
#include "plot/mark.h"

/** With more looks than that nobody would tell them apart anyway. */
enum { MOST_LOOKS = 1000 };

/** How many looks a scale has; 0 where it is not about categories. */
static guint looks_of(const RkScale *scale)
{
    if (!scale->type->discrete)
        return 0;
    return scale->distinct > 0 ? scale->distinct : scale->text_count;
}

/** Bars with their names on an axis need no legend to be told apart. */
static gboolean is_on_axis(const RkLegend *legend)
{
    static const RkChannel channels[] = {RK_CHANNEL_X, RK_CHANNEL_Y};
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkUse *use = legend->unit->uses[channels[i]];
        if (use != NULL && use->categories != NULL && use->column == legend->use->column)
            return TRUE;
    }
    return FALSE;
}

static guint least_common_multiple(guint a, guint b)
{
    guint high = a, low = b;
    while (low > 0) {
        guint rest = high % low;
        high = low;
        low = rest;
    }
    return a / high * b;
}

/** How many entries look different: colours and shapes of one field repeat together only where both do. */
static guint different(const RkLegend *legend)
{
    guint most = 0;
    for (guint role = 0; role < RK_ROLES; role++) {
        if (legend->roles[role] == NULL)
            continue;
        guint looks = looks_of(legend->roles[role]);
        /* A size or an opacity of its own tells every category from the others. */
        if (looks == 0 || looks > MOST_LOOKS)
            return G_MAXUINT;
        most = most == 0 ? looks : MIN(least_common_multiple(most, looks), MOST_LOOKS);
    }
    return most;
}

void rk_legend_warn_repeats(const RkLegend *legend)
{
    RkPlotting *plotting = legend->panel->plotting;
    guint most = different(legend), count = legend->scale->type->discrete ? legend->scale->categories->len : 0;
    const RkValue *range = rk_scale_property(legend->scale, "range");
    /* A list that is too short is told where it stands. */
    if (most >= count || is_on_axis(legend) || (rk_value_is(range, RK_VALUE_LIST) && rk_value_length(range) < count))
        return;
    rk_diagnostics_add(plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(legend->use->definition),
                       "show fewer of them (a filter, a highlight, one row for all others), or give as many looks "
                       "(scale: {range: […]})",
                       "the legend of \"%s\" has %u categories, but only %u looks: the first and number %u look alike",
                       legend->field != NULL ? legend->field : rk_channel_name(legend->channel), count, most, most + 1);
}
