/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What `resolve` says of layers: up to which view they share a scale, an axis or a legend.
 */
#include "plot/plot-private.h"

static gboolean independent(const RkView *view, const char *what, const char *channel)
{
    return rk_value_is_text(rk_value_get(rk_value_get(view->resolve, what), channel), "independent");
}

const RkView *rk_view_sharing(const RkView *unit, const RkView *top, const char *what, const char *channel)
{
    const RkView *view = unit;
    while (view != top && view->parent != NULL) {
        /* Scales of their own have guides of their own. */
        if (independent(view->parent, what, channel) || independent(view->parent, "scale", channel))
            break;
        view = view->parent;
    }
    return view;
}
