/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `width` and `height` as expressions see them, before any data are read: what the figure states, or what Vega-Lite has
 * for a view by the kind of its places. The size of a view with discrete places follows from the data, and is not
 * known.
 */
#include <math.h>
#include <string.h>

#include "transform/parameters-private.h"

/** One direction: its size, its channel, and the defaults of the configuration. */
typedef struct {
    const char *size, *channel, *continuous, *discrete;
} Direction;

static const Direction directions[] = {{"width", "x", "continuousWidth", "discreteWidth"},
                                       {"height", "y", "continuousHeight", "discreteHeight"}};

static gboolean has_scale(const RkValue *channel)
{
    return rk_value_has(channel, "field") || rk_value_has(channel, "datum") || rk_value_has(channel, "aggregate") ||
           rk_value_has(channel, "type");
}

static gboolean is_continuous(const RkValue *channel)
{
    const RkValue *type = rk_value_get(channel, "type"), *bin = rk_value_get(channel, "bin");
    if (type != NULL)
        return rk_value_is_text(type, "quantitative") || rk_value_is_text(type, "temporal");
    return rk_value_has(channel, "aggregate") || rk_value_has(channel, "timeUnit") ||
           (bin != NULL && !rk_value_is(bin, RK_VALUE_NULL)) ||
           rk_value_is(rk_value_get(channel, "datum"), RK_VALUE_NUMBER);
}

/** The first single view, and what its channel says by itself or by the views around it. */
static const RkValue *first_unit(const RkValue *view, const Direction *direction, const RkValue **channel)
{
    for (;;) {
        const RkValue *own = rk_value_get(rk_value_get(view, "encoding"), direction->channel);
        const RkValue *layers = rk_value_get(view, "layer");
        *channel = own != NULL ? own : *channel;
        if (rk_value_length(layers) == 0)
            return view;
        view = rk_value_at(layers, 0);
    }
}

static gboolean is_arc(const RkValue *view)
{
    const RkValue *mark = rk_value_get(view, "mark");
    return rk_value_is_text(mark, "arc") || rk_value_is_text(rk_value_get(mark, "type"), "arc");
}

/** NaN where the data decide. */
static double default_size(const RkValue *root, const Direction *direction)
{
    const RkValue *channel = NULL, *view = first_unit(root, direction, &channel);
    const RkValue *config = rk_value_get(rk_value_get(root, "config"), "view");
    const RkValue *discrete = rk_value_get(config, direction->discrete);
    if (has_scale(channel) ? is_continuous(channel) : is_arc(view))
        return rk_value_number_or(rk_value_get(config, direction->continuous), 300);
    double step =
        rk_value_number_or(rk_value_get(discrete, "step"), rk_value_number_or(rk_value_get(config, "step"), 20));
    return rk_value_number_or(discrete, has_scale(channel) ? NAN : step);
}

void rk_parameters_define_sizes(const RkValue *root, RkScope *scope)
{
    const char *schema = rk_value_text_or(rk_value_get(root, "$schema"), "");
    for (guint i = 0; i < G_N_ELEMENTS(directions); i++) {
        const RkValue *said = rk_value_get(root, directions[i].size);
        double size = rk_value_number_or(said, NAN);
        if (said == NULL && strstr(schema, "vega-lite") != NULL)
            size = default_size(root, &directions[i]);
        if (!isnan(size))
            rk_scope_set(scope, directions[i].size, rk_number(size));
    }
}
