/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `width` and `height` as expressions see them: those of a drawing, or before one what the figure states and what
 * Vega-Lite has for a view by the kind of its places. The size of a view with discrete places follows from the data,
 * and is not known before they are drawn.
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

static double continuous_size(const RkValue *root, const Direction *direction)
{
    const RkValue *config = rk_value_get(rk_value_get(root, "config"), "view");
    return rk_value_number_or(rk_value_get(config, direction->continuous), 300);
}

/** NaN where the data decide. */
static double default_size(const RkValue *root, const Direction *direction)
{
    const RkValue *channel = NULL, *view = first_unit(root, direction, &channel);
    const RkValue *config = rk_value_get(rk_value_get(root, "config"), "view");
    const RkValue *discrete = rk_value_get(config, direction->discrete);
    if (has_scale(channel) ? is_continuous(channel) : is_arc(view))
        return continuous_size(root, direction);
    double step =
        rk_value_number_or(rk_value_get(discrete, "step"), rk_value_number_or(rk_value_get(config, "step"), 20));
    return rk_value_number_or(discrete, has_scale(channel) ? NAN : step);
}

static gboolean is_vega_lite(const RkValue *root)
{
    return strstr(rk_value_text_or(rk_value_get(root, "$schema"), ""), "vega-lite") != NULL;
}

void rk_parameters_sizes(const RkValue *root, const double drawn[2], double sizes[2])
{
    for (guint i = 0; i < G_N_ELEMENTS(directions); i++) {
        const RkValue *said = rk_value_get(root, directions[i].size);
        sizes[i] = drawn != NULL ? drawn[i] : rk_value_number_or(said, NAN);
        if (drawn == NULL && rk_value_is_text(said, "container"))
            sizes[i] = continuous_size(root, &directions[i]);
        if (drawn == NULL && said == NULL && is_vega_lite(root))
            sizes[i] = default_size(root, &directions[i]);
    }
}

/* What Vega-Lite gives a view with discrete places in a fixed room: no more than a number to begin with. */
#define ASSUMED_SIZE 200.0

/** Whether some view lists what lies along a direction, whatever rows there are. */
static gboolean lists_domain(const RkValue *view, const Direction *direction)
{
    const RkValue *channel = rk_value_get(rk_value_get(view, "encoding"), direction->channel);
    const RkValue *layers = rk_value_get(view, "layer");
    if (rk_value_is(rk_value_get(rk_value_get(channel, "scale"), "domain"), RK_VALUE_LIST))
        return TRUE;
    for (guint i = 0; i < rk_value_length(layers); i++)
        if (lists_domain(rk_value_at(layers, i), direction))
            return TRUE;
    return FALSE;
}

void rk_parameters_assume_listed_sizes(const RkValue *root, double sizes[2])
{
    for (guint i = 0; i < G_N_ELEMENTS(directions); i++)
        if (isnan(sizes[i]) && is_vega_lite(root) && lists_domain(root, &directions[i]))
            sizes[i] = ASSUMED_SIZE;
}

void rk_parameters_assume_sizes(const RkValue *root, double sizes[2])
{
    for (guint i = 0; i < G_N_ELEMENTS(directions); i++)
        if (isnan(sizes[i]) && is_vega_lite(root))
            sizes[i] = ASSUMED_SIZE;
}

void rk_parameters_define_sizes(const double sizes[2], RkScope *scope)
{
    for (guint i = 0; i < G_N_ELEMENTS(directions); i++) {
        if (isnan(sizes[i]))
            rk_scope_set_late(scope, directions[i].size);
        else
            rk_scope_set(scope, directions[i].size, rk_number(sizes[i]));
    }
}
