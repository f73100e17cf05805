/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Error bars: a line over an interval, with strokes at its ends on request.
 */
#include "plot/composites/composites-private.h"
#include "spec/checks.h"

extern const RkShape rk_composite_shape, rk_part_shape;
static const char *const extents[] = {"ci", "iqr", "stderr", "stdev", NULL};
static const char *const centers[] = {"mean", "median", NULL};

static const RkProperty properties[] = {
    {"extent", RK_ALLOW_TEXT, .words = extents, .summary = "how far the bar reaches: ci, iqr, stderr or stdev"},
    {"center", RK_ALLOW_TEXT, .words = centers, .summary = "what it is about: mean or median"},
    {"size", RK_ALLOW_NUMBER, .check = rk_check_size, .summary = "length of the end strokes in pixels"},
    {"thickness", RK_ALLOW_NUMBER, .check = rk_check_size, .summary = "of the bar and its end strokes, in pixels"},
    {"rule", RK_ALLOW_BOOLEAN | RK_ALLOW_MAP | RK_ALLOW_NULL, .shape = &rk_part_shape,
     .summary = "the bar: properties of the rule mark, or false"},
    {"ticks", RK_ALLOW_BOOLEAN | RK_ALLOW_MAP | RK_ALLOW_NULL, .shape = &rk_part_shape,
     .summary = "the end strokes: properties of the tick mark, or true"},
    {0},
};
static const RkShape words = {.name = "the errorbar mark", .properties = properties};
static const RkShape *const includes[] = {&rk_composite_shape, &words, NULL};
static const RkShape shape = {.name = "the errorbar mark", .includes = includes};

static const RkValue *expand(const RkUnitSource *source, GError **error)
{
    static const char *const sizes[] = {"size", NULL};
    RkInterval interval;
    if (!rk_interval_read(&interval, source, error))
        return NULL;
    RkComposing *composing = &interval.composing;
    const RkValue *shared = rk_map_without(source, composing->shared, sizes);
    const RkValue *thickness = rk_value_get(source->mark, "thickness");
    RkValue *tick = rk_part_mark(composing, "tick"), *rule = rk_part_mark(composing, "rule");
    rk_map_put_text(source, tick, "orient", composing->horizontal ? "vertical" : "horizontal");
    rk_map_put_flag(source, tick, "aria", FALSE);
    rk_map_put(source, tick, "thickness", thickness);
    rk_map_put(source, tick, "size", rk_value_get(source->mark, "size"));
    rk_map_put_text(source, rule, "ariaRoleDescription", "errorbar");
    rk_map_put(source, rule, "size", thickness);
    RkValue *layers = rk_map_list(source), *view = rk_map_new(source);
    rk_part_add(composing, layers, &(RkPart){"ticks", tick, "lower_", NULL, shared, interval.tooltip});
    rk_part_add(composing, layers, &(RkPart){"ticks", tick, "upper_", NULL, shared, interval.tooltip});
    rk_part_add(composing, layers, &(RkPart){"rule", rule, "lower_", "upper_", shared, interval.tooltip});
    rk_map_put(source, view, "transform", interval.transforms);
    rk_map_put(source, view, "layer", layers);
    return view;
}

extern const RkComposite rk_composite_errorbar;
const RkComposite rk_composite_errorbar = {
    .name = "errorbar",
    .summary = "an interval about the middle of each group, as a line",
    .shape = &shape,
    .expand = expand,
};
