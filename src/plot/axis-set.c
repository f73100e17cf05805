/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which axes a panel has: one for each position scale, or one for each layer where `resolve` keeps them apart. A second
 * axis on a side moves to the other side, and only the first one draws a grid unasked.
 */
#include "plot/axis-private.h"

/** Uses of one axis: those whose layers share it. */
typedef struct {
    RkScale *scale;
    const RkView *root; /**< the highest view within which the axis is shared */
    GPtrArray *uses, *units;
} Group;

static void group_clear(gpointer data)
{
    Group *group = data;
    g_ptr_array_unref(group->uses);
    g_ptr_array_unref(group->units);
}

/** Layers that put one axis on different sides cannot share it. */
static gboolean sides_differ(const RkPanel *panel, RkChannel channel)
{
    const char *side = NULL;
    for (guint i = 0; i < panel->units->len; i++) {
        const RkUnit *unit = g_ptr_array_index(panel->units, i);
        const RkUse *use = unit->uses[channel];
        const char *own =
            use == NULL ? NULL : rk_value_text_or(rk_value_get(rk_value_get(use->definition, "axis"), "orient"), NULL);
        if (own != NULL && side != NULL && !g_str_equal(own, side))
            return TRUE;
        side = own != NULL ? own : side;
    }
    return FALSE;
}

static Group *find_group(GArray *groups, RkScale *scale, const RkView *root)
{
    for (guint i = 0; i < groups->len; i++) {
        Group *group = &g_array_index(groups, Group, i);
        if (group->scale == scale && group->root == root)
            return group;
    }
    Group group = {scale, root, g_ptr_array_new(), g_ptr_array_new()};
    g_array_append_val(groups, group);
    return &g_array_index(groups, Group, groups->len - 1);
}

static GArray *group_uses(RkPanel *panel, RkChannel channel)
{
    static const RkChannel seconds[] = {RK_CHANNEL_X2, RK_CHANNEL_Y2};
    GArray *groups = g_array_new(FALSE, TRUE, sizeof(Group));
    g_array_set_clear_func(groups, group_clear);
    gboolean apart = sides_differ(panel, channel);
    for (guint i = 0; i < panel->units->len; i++) {
        RkUnit *unit = g_ptr_array_index(panel->units, i);
        RkUse *use = unit->uses[channel], *second = unit->uses[seconds[channel == RK_CHANNEL_Y]];
        if (use == NULL || use->scale == NULL)
            continue;
        const RkView *root = apart ? unit->view : rk_view_sharing(panel, unit->view, "axis", channel);
        Group *group = find_group(groups, use->scale, root);
        g_ptr_array_add(group->uses, use);
        g_ptr_array_add(group->units, unit);
        if (second == NULL)
            continue;
        g_ptr_array_add(group->uses, second);
        g_ptr_array_add(group->units, unit);
    }
    return groups;
}

/** A side that has an axis already sends the next one to the other side. */
static void choose_side(RkAxis *axis, guint on_side[2], guint before)
{
    gboolean own = axis->opposite;
    if (!axis->orient_said && on_side[own] > 0 && on_side[own] > on_side[!own])
        rk_axis_set_opposite(axis, !own);
    /* The grammar goes on counting it where it was sent from, so that all further ones follow. */
    on_side[axis->panel->plotting->vega_lite ? own : axis->opposite]++;
    if (before > 0 && rk_guide_get_own(&axis->source, "grid") == NULL)
        axis->has_grid = FALSE;
}

static gboolean add_channel(RkPanel *panel, RkChannel channel, GPtrArray *axes, GError **error)
{
    g_autoptr(GArray) groups = group_uses(panel, channel);
    guint on_side[2] = {0, 0}, before = 0;
    for (guint i = 0; i < groups->len; i++) {
        const Group *group = &g_array_index(groups, Group, i);
        GError *failure = NULL;
        RkAxis *axis = rk_axis_new(panel, group->scale, group->uses, group->units, &failure);
        if (failure != NULL) {
            g_propagate_error(error, failure);
            return FALSE;
        }
        if (axis == NULL)
            continue;
        choose_side(axis, on_side, before++);
        g_ptr_array_add(axes, axis);
    }
    return TRUE;
}

GPtrArray *rk_panel_axes(RkPanel *panel, GError **error)
{
    g_autoptr(GPtrArray) axes = g_ptr_array_new_with_free_func(rk_axis_free);
    if (!add_channel(panel, RK_CHANNEL_X, axes, error) || !add_channel(panel, RK_CHANNEL_Y, axes, error))
        return NULL;
    return g_steal_pointer(&axes);
}
