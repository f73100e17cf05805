/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which uses share a scale, and whether they can: all units of a panel share the scales of their channels.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>

gboolean rk_use_needs_scale(const RkUse *use)
{
    const RkValue *scale = rk_value_get(use->definition, "scale");
    return (use->column != NULL || use->datum != NULL) && !(scale != NULL && rk_value_is(scale, RK_VALUE_NULL));
}

static RkScale *scale_new(RkPanel *panel, RkChannel channel)
{
    RkScale *scale = g_new0(RkScale, 1);
    scale->panel = panel;
    scale->plotting = panel->plotting;
    scale->gamma = 1;
    scale->extent[1] = 1;
    scale->channel = channel;
    scale->uses = g_ptr_array_new();
    scale->units = g_ptr_array_new();
    scale->categories = g_ptr_array_new_with_free_func(g_free);
    scale->positions = g_hash_table_new(g_str_hash, g_str_equal);
    scale->starts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    scale->properties = g_hash_table_new(g_str_hash, g_str_equal);
    return scale;
}

static gboolean declares_type(const RkUse *use)
{
    return rk_value_has(rk_value_get(use->definition, "scale"), "type");
}

/** A layer that names a type has the word, and bands win over points; otherwise the units have to agree on discrete or
 * continuous. */
static gboolean agree(RkScale *scale, const RkUse *use, const RkScaleType *type, GError **error)
{
    gboolean alike = scale->type != NULL && scale->type->discrete == type->discrete;
    if (scale->type == NULL || (alike && (type->bands || (declares_type(use) && !scale->declared))))
        scale->type = type;
    scale->declared = scale->declared || declares_type(use);
    if (scale->type->discrete == type->discrete)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(use->definition), "give the layers one type for this channel",
                 "channel %s is %s in one layer and %s in another, and they share a scale",
                 rk_channel_name(use->channel), type->discrete ? "discrete" : "continuous",
                 scale->type->discrete ? "discrete" : "continuous");
    return FALSE;
}

static RkScale *find_scale(const RkPanel *panel, const RkView *root, RkChannel channel)
{
    for (guint i = 0; i < panel->all_scales->len; i++) {
        RkScale *scale = g_ptr_array_index(panel->all_scales, i);
        if (scale->channel == channel && scale->root == root)
            return scale;
    }
    return NULL;
}

const RkScale *rk_unit_shared_scale(const RkUnit *unit, RkChannel channel)
{
    return find_scale(unit->panel, rk_view_sharing(unit->panel, unit->view, "scale", channel), channel);
}

/** The scale of a channel that the unit's layer shares with others by `resolve`. */
static RkScale *shared_scale(RkPanel *panel, const RkUnit *unit, RkChannel channel)
{
    const RkView *root = rk_view_sharing(panel, unit->view, "scale", channel);
    RkScale *scale = find_scale(panel, root, channel);
    if (scale != NULL)
        return scale;
    scale = scale_new(panel, channel);
    scale->root = root;
    g_ptr_array_add(panel->all_scales, scale);
    if (panel->scales[channel] == NULL)
        panel->scales[channel] = scale;
    return scale;
}

/** Adds what the `scale` map of one more use says. Gathered once: every use asks, and there can be 10,000 layers. */
static void take_properties(RkScale *scale, const RkValue *map)
{
    if (!rk_value_is(map, RK_VALUE_MAP))
        return;
    if (scale->definition == NULL)
        scale->definition = map;
    for (guint i = 0; i < rk_value_length(map); i++) {
        const char *key = rk_value_key_at(map, i);
        const RkValue *value = rk_value_at(map, i);
        if (!rk_value_is(value, RK_VALUE_NULL) && !g_hash_table_contains(scale->properties, key))
            g_hash_table_insert(scale->properties, (gpointer)key, (gpointer)value);
    }
}

static gboolean join(RkPanel *panel, RkUnit *unit, RkUse *use, GError **error)
{
    RkChannel channel = rk_channel_main(use->channel);
    RkScale *scale = shared_scale(panel, unit, channel);
    use->scale = scale;
    g_ptr_array_add(scale->uses, use);
    g_ptr_array_add(scale->units, unit);
    take_properties(scale, rk_value_get(use->definition, "scale"));
    if (channel != use->channel)
        return TRUE;
    const RkScaleType *type = rk_use_scale_type(unit, use);
    if (!type->discrete && use->column != NULL && rk_column_numbers(use->column) == NULL) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(use->definition),
                     "mend the column so that all its cells are numbers, or leave out the scale's type",
                     "the field \"%s\" of channel %s is %s, which a %s scale cannot place", rk_column_name(use->column),
                     rk_channel_name(use->channel), rk_column_type_name(rk_column_type(use->column)), type->name);
        return FALSE;
    }
    if (scale->type == NULL)
        scale->measure = use->measure;
    return agree(scale, use, type, error);
}

static gboolean join_with_conditions(RkPanel *panel, RkUnit *unit, RkUse *use, GError **error)
{
    /* The second end follows the first, with a scale or without. */
    const RkUse *first = unit->uses[rk_channel_main(use->channel)];
    if (rk_use_needs_scale(use) &&
        (first == NULL || first == use || rk_use_needs_scale(first) || !rk_channel_is_second(use->channel)) &&
        !join(panel, unit, use, error))
        return FALSE;
    for (guint i = 0; i < use->condition_count; i++) {
        if (!join_with_conditions(panel, unit, use->conditions[i].use, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean collect(RkPanel *panel, GError **error)
{
    for (guint i = 0; i < panel->units->len; i++) {
        RkUnit *unit = g_ptr_array_index(panel->units, i);
        for (guint channel = 0; channel < RK_CHANNELS; channel++) {
            RkUse *use = unit->uses[channel];
            if (use != NULL && rk_channel_is_scaled((RkChannel)channel) &&
                !join_with_conditions(panel, unit, use, error))
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean complete(RkScale *scale, GError **error)
{
    if (scale->type == NULL)
        scale->type = rk_scale_type_find("linear");
    rk_scale_read_settings(scale);
    return rk_scale_collect_domain(scale, error) && rk_scale_visual_range(scale, error);
}

static int by_channel(gconstpointer a, gconstpointer b)
{
    const RkScale *first = *(RkScale *const *)a, *second = *(RkScale *const *)b;
    return (int)first->channel - (int)second->channel;
}

gboolean rk_panel_scales(RkPanel *panel, GError **error)
{
    rk_panel_part_scales(panel);
    if (!collect(panel, error))
        return FALSE;
    for (guint i = 0; i < panel->units->len; i++)
        rk_unit_find_invalid(g_ptr_array_index(panel->units, i));
    g_ptr_array_sort(panel->all_scales, by_channel);
    for (guint i = 0; i < panel->all_scales->len; i++) {
        if (!complete(g_ptr_array_index(panel->all_scales, i), error))
            return FALSE;
    }
    for (guint i = 0; i < panel->units->len; i++)
        rk_unit_show_invalid(g_ptr_array_index(panel->units, i));
    return TRUE;
}
