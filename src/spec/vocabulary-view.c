/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a view may say, be it one mark or layers. Data, transforms, marks and layers refer to other rooms or to the view
 * itself and are put in place when a figure is read.
 */
#include "spec/vocabulary-private.h"

static const RkProperty background_properties[] = {
    {"cornerRadius", NUMBER, .summary = "rounding of the panel, in pixels"},
    {"cursor", TEXT, .summary = "pointer over the panel; a static picture has none"},
    {"fill", COLOR, .summary = "fill of the panel"},
    {"fillOpacity", NUMBER, .check = rk_check_part, .summary = "opacity of the fill, 0 to 1"},
    {"opacity", NUMBER, .check = rk_check_part, .summary = "opacity of the panel, 0 to 1"},
    {"stroke", COLOR, .summary = "frame of the panel"},
    {"strokeCap", TEXT, rk_words_cap, .summary = "ends of the frame's strokes"},
    {"strokeDash", LIST, .items = NUMBER, .summary = "lengths of strokes and gaps of the frame, in pixels"},
    {"strokeDashOffset", NUMBER, .summary = "where in that pattern the frame begins, in pixels"},
    {"strokeJoin", TEXT, rk_words_join, .summary = "corners of the frame"},
    {"strokeMiterLimit", NUMBER, .summary = "how far sharp corners reach"},
    {"strokeOpacity", NUMBER, .check = rk_check_part, .summary = "opacity of the frame, 0 to 1"},
    {"strokeWidth", NUMBER, .check = rk_check_size, .summary = "thickness of the frame, in pixels"},
    {"style", TEXT | LIST, .items = TEXT, .summary = "names of blocks of config.style"},
    {0},
};

const RkShape rk_shape_view_background = {.name = "the panel", .properties = background_properties};

static const char *const resolutions[] = {"shared", "independent", NULL};
#define RESOLVED(name)                                                                                                 \
    {                                                                                                                  \
        name, TEXT, resolutions, .summary = "shared or independent"                                                    \
    }
static const RkProperty axis_channels[] = {RESOLVED("x"), RESOLVED("y"), {0}};
static const RkProperty legend_channels[] = {RESOLVED("angle"),
                                             RESOLVED("color"),
                                             RESOLVED("fill"),
                                             RESOLVED("fillOpacity"),
                                             RESOLVED("opacity"),
                                             RESOLVED("shape"),
                                             RESOLVED("size"),
                                             RESOLVED("stroke"),
                                             RESOLVED("strokeDash"),
                                             RESOLVED("strokeOpacity"),
                                             RESOLVED("strokeWidth"),
                                             RESOLVED("time"),
                                             {0}};
static const RkProperty place_channels[] = {
    RESOLVED("radius"), RESOLVED("theta"), RESOLVED("xOffset"), RESOLVED("yOffset"), {0}};
static const RkShape axis_resolution = {.name = "the axes", .properties = axis_channels};
static const RkShape legend_resolution = {.name = "the legends", .properties = legend_channels};
static const RkShape *const scale_includes[] = {&axis_resolution, &legend_resolution, NULL};
static const RkShape scale_resolution = {
    .name = "the scales", .properties = place_channels, .includes = scale_includes};
static const RkProperty resolve_properties[] = {
    {"axis", MAP, .shape = &axis_resolution, .summary = "axes of x and y"},
    {"legend", MAP, .shape = &legend_resolution, .summary = "legends, by channel"},
    {"scale", MAP, .shape = &scale_resolution, .summary = "scales, by channel"},
    {0},
};
static const RkShape resolve = {.name = "the resolution", .properties = resolve_properties};

static const RkProperty step_properties[] = {
    {"for", TEXT, (const char *const[]){"position", "offset", NULL}, .summary = "which bands the step is for"},
    {"step", NUMBER, .required = TRUE, .summary = "room for each band or point, in pixels"},
    {0},
};
static const RkShape step = {.name = "the size", .properties = step_properties};

static const RkProperty highlight_properties[] = {
    {"label", TEXT | BOOLEAN, .summary = "what the highlighted rows are called, or whether they are labelled"},
    {0},
};
static const RkShape *const highlight_includes[] = {&rk_shape_predicate, NULL};
static const RkShape highlight = {
    .name = "the highlight", .properties = highlight_properties, .includes = highlight_includes};

static const char *const label_aligns[] = {"left", "right", "outside", NULL};
static const char *const label_baselines[] = {"top", "bottom", NULL};
static const RkProperty benchmark_properties[] = {
    {"color", COLOR, .summary = "colour of the line and its label"},
    {"font", TEXT, .summary = "typeface of the label"},
    {"fontSize", NUMBER, .summary = "size of the label, in pixels"},
    {"fontStyle", TEXT, rk_words_font_style, .summary = "upright or slanted label"},
    {"fontWeight", NUMBER | TEXT, rk_words_font_weight, .summary = "boldness of the label",
     .check = rk_check_font_weight},
    {"label", TEXT, .summary = "what stands at the end of the line"},
    {"labelAlign", TEXT, label_aligns,
     .summary = "which end of a level line the label stands at, or outside the panel"},
    {"labelBaseline", TEXT, label_baselines, .summary = "top: the label stands below a level line; bottom: above it"},
    {"strokeDash", LIST, .items = NUMBER, .summary = "lengths of strokes and gaps, in pixels"},
    {"x", NUMBER | TEXT, .summary = "place across: a number, or an expression over facts"},
    {"y", NUMBER | TEXT, .summary = "place up and down: a number, or an expression over facts"},
    {0},
};
static const RkShape benchmark = {.name = "the benchmark", .properties = benchmark_properties};

static gboolean check_one_benchmark(const RkValue *map, GError **error)
{
    if (!rk_value_is(map, RK_VALUE_MAP) || rk_value_has(map, "x") != rk_value_has(map, "y"))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(map), "x for an upright line, y for a level one",
                 "a benchmark needs either x or y");
    return FALSE;
}

static gboolean check_benchmark(const RkValue *value, GError **error)
{
    if (rk_value_is(value, RK_VALUE_MAP))
        return check_one_benchmark(value, error);
    for (guint i = 0; i < rk_value_length(value); i++) {
        if (!check_one_benchmark(rk_value_at(value, i), error))
            return FALSE;
    }
    return TRUE;
}

#define REFUSED(name, reason, summary_)                                                                                \
    {                                                                                                                  \
        name, ANYTHING, .unsupported = reason, .summary = summary_                                                     \
    }

static const RkProperty properties[] = {
    {"benchmark", MAP | LIST, .items = MAP, .shape = &benchmark, .summary = "labelled lines to compare with",
     .check = check_benchmark},
    {"description", TEXT, .summary = "what screen readers say of the view"},
    {"encoding", MAP, .shape = &rk_shape_encoding, .summary = "which fields the mark shows, and how"},
    {"height", NUMBER | TEXT | MAP, .shape = &step, .summary = "height: pixels, a length such as \"80mm\", or a step",
     .check = rk_check_length},
    {"highlight", MAP | NOTHING, .shape = &highlight, .summary = "which rows stand out; null for none"},
    {"name", TEXT, .summary = "name of the view"},
    {"params", LIST, .items = MAP, .choose = rk_choose_parameter,
     .summary = "parameters and selections; a static picture keeps their first values"},
    {"resolve", MAP, .shape = &resolve, .summary = "whether layers share scales, axes and legends"},
    {"title", TEXT | LIST | NOTHING | MAP, .items = TEXT, .shape = &rk_shape_title, .summary = "title of the view"},
    {"view", MAP, .shape = &rk_shape_view_background, .summary = "background and frame of the panel"},
    {"width", NUMBER | TEXT | MAP, .shape = &step, .summary = "width: pixels, a length such as \"165mm\", or a step",
     .check = rk_check_length},
    REFUSED("align", NO_CONCATENATION, "how panels line up"),
    {"bounds", TEXT, (const char *const[]){"full", "flush", NULL},
     .summary = "what counts as the size of a panel beside others; one alone does not ask"},
    REFUSED("center", NO_CONCATENATION, "whether panels are centred"),
    REFUSED("columns", NO_CONCATENATION, "how many panels beside each other"),
    REFUSED("concat", NO_CONCATENATION, "panels in rows"),
    REFUSED("facet", NO_FACETS, "one panel for each value"),
    REFUSED("hconcat", NO_CONCATENATION, "panels beside each other"),
    REFUSED("projection", NO_MAPS, "projection of a map"),
    REFUSED("repeat", NO_REPEAT, "one panel for each field"),
    REFUSED("selection", NO_SELECTIONS, "selections as Vega-Lite 4 had them"),
    REFUSED("spacing", NO_CONCATENATION, "room between panels"),
    REFUSED("spec", NO_FACETS, "the view that is repeated"),
    REFUSED("vconcat", NO_CONCATENATION, "panels below each other"),
    {0},
};

const RkShape rk_shape_view = {.name = "the view", .properties = properties};
