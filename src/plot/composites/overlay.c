/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points on lines and lines along areas become layers over them, as in Vega-Lite. Lines of our own figures draw their
 * points themselves.
 */
#include "plot/composites/composites-private.h"

static gboolean is_mark(const RkUnitSource *source, const char *name)
{
    return rk_value_is_text(rk_value_get(source->mark, "type"), name);
}

static gboolean wants_points(const RkUnitSource *source)
{
    const RkValue *own = rk_value_get(source->mark, "point");
    if (!is_mark(source, "area") && !(source->vega_lite && (is_mark(source, "line") || is_mark(source, "trail"))))
        return FALSE;
    if (own != NULL)
        return rk_is_wanted(own);
    return rk_is_wanted(rk_source_property(source, "point")) || rk_value_has(source->encoding, "shape");
}

static gboolean wants_line(const RkUnitSource *source)
{
    return is_mark(source, "area") && rk_is_wanted(rk_source_property(source, "line"));
}

static gboolean applies(const RkUnitSource *source)
{
    return wants_points(source) || wants_line(source);
}

static void add_layer(const RkUnitSource *source, RkValue *layers, const RkValue *mark, const RkValue *encoding)
{
    RkValue *layer = rk_map_new(source);
    rk_map_put(source, layer, "mark", mark);
    rk_map_put(source, layer, "encoding", encoding);
    rk_value_append(layers, layer);
}

static void add_base(const RkUnitSource *source, RkValue *layers)
{
    static const char *const shapes[] = {"shape", NULL};
    gboolean clear = is_mark(source, "area") && rk_source_property(source, "opacity") == NULL &&
                     rk_source_property(source, "fillOpacity") == NULL &&
                     rk_config_get(source->config, "mark", "opacity") == NULL;
    RkValue *mark = rk_map_new(source);
    if (clear)
        rk_map_put_number(source, mark, "opacity", 0.7);
    rk_map_put_all(source, mark, source->mark);
    /* What the theme says of overlays has been heard. */
    rk_map_put_flag(source, mark, "point", FALSE);
    rk_map_put_flag(source, mark, "line", FALSE);
    add_layer(source, layers, mark, rk_map_without(source, source->encoding, shapes));
}

/** The channel whose lengths an area stacks by itself; NULL for none. */
static const char *stacked_channel(const RkUnitSource *source)
{
    const RkValue *x = rk_value_get(source->encoding, "x"), *y = rk_value_get(source->encoding, "y");
    const char *orient = rk_value_text_or(rk_value_get(source->mark, "orient"), NULL);
    const char *x_type = rk_value_text_or(rk_value_get(x, "type"), ""),
               *y_type = rk_value_text_or(rk_value_get(y, "type"), "");
    gboolean across = g_str_equal(x_type, "quantitative") || rk_value_has(x, "aggregate");
    gboolean upright = g_str_equal(y_type, "quantitative") || rk_value_has(y, "aggregate") || !across;
    if (!is_mark(source, "area") || rk_value_has(source->encoding, "x2") || rk_value_has(source->encoding, "y2"))
        return NULL;
    if (across && upright)
        return g_strcmp0(orient, "horizontal") == 0 ? "x" : "y";
    return across ? "x" : "y";
}

/** What lies over the mark is stacked as it is, and has one end. */
static const RkValue *overlay_encoding(const RkUnitSource *source)
{
    static const char *const ends[] = {"x2", "y2", NULL};
    RkValue *encoding = rk_map_without(source, source->encoding, ends);
    const char *channel = stacked_channel(source);
    const RkValue *length = channel == NULL ? NULL : rk_value_get(encoding, channel);
    if (!rk_value_is(length, RK_VALUE_MAP) || rk_value_has(length, "stack"))
        return encoding;
    RkValue *stacked = rk_map_new(source);
    rk_map_put_all(source, stacked, length);
    rk_map_put_text(source, stacked, "stack", "zero");
    rk_map_put(source, encoding, channel, stacked);
    return encoding;
}

static void add_overlay(const RkUnitSource *source, RkValue *layers, const char *type, const char *const *taken,
                        const RkValue *own)
{
    RkValue *mark = rk_map_new(source);
    gboolean points = g_str_equal(type, "point");
    rk_map_put_text(source, mark, "type", type);
    if (points) {
        rk_map_put_number(source, mark, "opacity", 1);
        rk_map_put_flag(source, mark, "filled", TRUE);
    }
    for (; *taken != NULL; taken++)
        rk_map_put(source, mark, *taken, rk_value_get(source->mark, *taken));
    rk_map_put_all(source, mark, own);
    if (rk_value_is_text(own, "transparent"))
        rk_map_put_number(source, mark, "opacity", 0);
    if (!points) {
        rk_map_put_flag(source, mark, "point", FALSE);
    }
    add_layer(source, layers, mark, overlay_encoding(source));
}

static const RkValue *expand(const RkUnitSource *source, GError **error)
{
    static const char *const of_line[] = {"clip", "interpolate", "tension", "tooltip", NULL};
    static const char *const of_point[] = {"clip", "tooltip", NULL};
    (void)error;
    RkValue *view = rk_map_new(source), *layers = rk_map_list(source);
    add_base(source, layers);
    if (wants_line(source))
        add_overlay(source, layers, "line", of_line, rk_source_property(source, "line"));
    if (wants_points(source))
        add_overlay(source, layers, "point", of_point, rk_source_property(source, "point"));
    rk_map_put(source, view, "layer", layers);
    return view;
}

extern const RkComposite rk_composite_overlay;
const RkComposite rk_composite_overlay = {.applies = applies, .expand = expand};
