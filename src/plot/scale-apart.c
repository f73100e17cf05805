/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layers that cannot share a scale: categories in one and a quantity in another, times and numbers. In figures of our
 * own that is an error; in the grammar's, each of the layers then has a scale and an axis of its own, and a warning
 * says so.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <string.h>

typedef enum { KIND_NUMBER, KIND_TIME, KIND_PLACE, KIND_CATEGORY, KIND_CLASS, KIND_BIN } Kind;

/** Bands and points are places; other categories have looks. */
static Kind kind_of(const RkScaleType *type)
{
    if (strcmp(type->name, "bin-ordinal") == 0)
        return KIND_BIN;
    if (type->discrete)
        return strcmp(type->name, "ordinal") == 0 ? KIND_CATEGORY : KIND_PLACE;
    return type->classes ? KIND_CLASS : type->temporal ? KIND_TIME : KIND_NUMBER;
}

static gboolean go_together(const RkScaleType *one, const RkScaleType *other)
{
    Kind a = kind_of(one), b = kind_of(other);
    return a == b || (a == KIND_TIME && b == KIND_PLACE) || (a == KIND_PLACE && b == KIND_TIME);
}

static void part(RkPanel *panel, const RkView *view, const RkUse *use)
{
    if (panel->apart == NULL)
        panel->apart = g_hash_table_new(NULL, NULL);
    guint32 known = GPOINTER_TO_UINT(g_hash_table_lookup(panel->apart, view));
    g_hash_table_insert(panel->apart, (gpointer)view, GUINT_TO_POINTER(known | RK_CHANNEL_BIT(use->channel)));
    rk_diagnostics_add(panel->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(use->definition),
                       "give the layers one type for this channel",
                       "the layers cannot share a scale of channel %s: each has its own",
                       rk_channel_name(use->channel));
}

/** A use that stands for all within a view; NULL when there is none, or when they are apart. */
static RkUse *use_within(RkPanel *panel, const RkView *view, RkChannel channel, GHashTable *units)
{
    RkUnit *unit = g_hash_table_lookup(units, view);
    RkUse *first = NULL, *own = unit == NULL ? NULL : unit->uses[channel];
    if (unit != NULL)
        return own != NULL && rk_use_needs_scale(own) && rk_use_scale_type(unit, own) != NULL ? own : NULL;
    gboolean apart =
        rk_value_is_text(rk_value_get(rk_value_get(view->resolve, "scale"), rk_channel_name(channel)), "independent");
    for (const RkView *const *child = view->children; child != NULL && *child != NULL; child++) {
        RkUse *use = use_within(panel, *child, channel, units);
        if (use == NULL || apart)
            continue;
        first = first == NULL ? use : first;
        apart = !go_together(first->scale_type, use->scale_type);
        if (apart)
            part(panel, view, use);
    }
    return apart ? NULL : first;
}

void rk_panel_part_scales(RkPanel *panel)
{
    if (!panel->plotting->vega_lite || panel->units->len < 2)
        return;
    g_autoptr(GHashTable) units = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < panel->units->len; i++) {
        RkUnit *unit = g_ptr_array_index(panel->units, i);
        g_hash_table_insert(units, (gpointer)unit->view, unit);
    }
    for (guint channel = 0; channel < RK_CHANNELS; channel++)
        if (rk_channel_is_scaled((RkChannel)channel) && !rk_channel_is_second((RkChannel)channel))
            use_within(panel, panel->view, (RkChannel)channel, units);
}
