/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Error bands: an area over the intervals along the other axis, or a box over the one where there is no other axis,
 * with lines along its borders on request.
 */
#include "plot/composites/composites-private.h"

#include "plot/curve.h"
#include "spec/checks.h"

extern const RkShape rk_composite_shape, rk_part_shape;
static const char *const extents[] = {"ci", "iqr", "stderr", "stdev", NULL};
static const char *const centers[] = {"mean", "median", NULL};

static const RkProperty properties[] = {
    {"extent", RK_ALLOW_TEXT, .words = extents, .summary = "how far the band reaches: ci, iqr, stderr or stdev"},
    {"center", RK_ALLOW_TEXT, .words = centers, .summary = "what it is about: mean or median"},
    {"interpolate", RK_ALLOW_TEXT, .words = rk_curve_names, .summary = "the curve between points"},
    {"tension", RK_ALLOW_NUMBER, .check = rk_check_part, .summary = "how tight that curve is, 0 to 1"},
    {"band", RK_ALLOW_BOOLEAN | RK_ALLOW_MAP | RK_ALLOW_NULL, .shape = &rk_part_shape,
     .summary = "the band: properties of the area or rect mark, or false"},
    {"borders", RK_ALLOW_BOOLEAN | RK_ALLOW_MAP | RK_ALLOW_NULL, .shape = &rk_part_shape,
     .summary = "its borders: properties of the line or rule mark, or true"},
    {0},
};
static const RkShape words = {.name = "the errorband mark", .properties = properties};
static const RkShape *const includes[] = {&rk_composite_shape, &words, NULL};
static const RkShape shape = {.name = "the errorband mark", .includes = includes};

static const RkValue *expand(const RkUnitSource *source, GError **error)
{
    RkInterval interval;
    if (!rk_interval_read(&interval, source, error))
        return NULL;
    RkComposing *composing = &interval.composing;
    gboolean plane = rk_value_has(source->encoding, "x") && rk_value_has(source->encoding, "y");
    RkValue *band = rk_part_mark(composing, plane ? "area" : "rect");
    RkValue *borders = rk_part_mark(composing, plane ? "line" : "rule");
    RkValue *both[] = {band, borders};
    for (guint i = 0; plane && i < G_N_ELEMENTS(both); i++) {
        rk_map_put(source, both[i], "interpolate", rk_value_get(source->mark, "interpolate"));
        rk_map_put(source, both[i], "tension", rk_value_get(source->mark, "tension"));
    }
    if (plane) {
        rk_map_put_text(source, band, "ariaRoleDescription", "errorband");
        rk_map_put_flag(source, borders, "aria", FALSE);
    }
    RkValue *layers = rk_map_list(source), *view = rk_map_new(source);
    rk_part_add(composing, layers, &(RkPart){"band", band, "lower_", "upper_", composing->shared, interval.tooltip});
    rk_part_add(composing, layers, &(RkPart){"borders", borders, "lower_", NULL, composing->shared, interval.tooltip});
    rk_part_add(composing, layers, &(RkPart){"borders", borders, "upper_", NULL, composing->shared, interval.tooltip});
    rk_map_put(source, view, "transform", interval.transforms);
    rk_map_put(source, view, "layer", layers);
    return view;
}

extern const RkComposite rk_composite_errorband;
const RkComposite rk_composite_errorband = {
    .name = "errorband",
    .summary = "intervals about the middle along the other axis, as a band",
    .shape = &shape,
    .expand = expand,
};
