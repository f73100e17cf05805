/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What `resolve` says of layers, or what follows from their scales: up to which view they share a scale, an axis or a
 * legend.
 */
#include "plot/mark.h"

static gboolean says_independent(const RkView *view, const char *what, RkChannel channel)
{
    return rk_value_is_text(rk_value_get(rk_value_get(view->resolve, what), rk_channel_name(channel)), "independent");
}

static gboolean independent(const RkPanel *panel, const RkView *view, const char *what, RkChannel channel)
{
    guint32 apart = panel->apart == NULL ? 0 : GPOINTER_TO_UINT(g_hash_table_lookup(panel->apart, view));
    /* Scales of their own have guides of their own. */
    return says_independent(view, what, channel) || says_independent(view, "scale", channel) ||
           (apart & RK_CHANNEL_BIT(channel)) != 0;
}

const RkView *rk_view_sharing(const RkPanel *panel, const RkView *unit, const char *what, RkChannel channel)
{
    const RkView *view = unit;
    while (view != panel->view && view->parent != NULL && !independent(panel, view->parent, what, channel))
        view = view->parent;
    return view;
}
