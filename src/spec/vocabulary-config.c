/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocks of `config`, which are also what a theme may say. Blocks of our own, at the end, hold any plain values:
 * their readers stand in the plot room.
 */
#include "spec/vocabulary-private.h"

#define AXIS(name, what)                                                                                               \
    {                                                                                                                  \
        name, MAP, .shape = &rk_shape_axis_config, .summary = what                                                     \
    }
#define MARK(name, what)                                                                                               \
    {                                                                                                                  \
        name, MAP, .shape = &rk_shape_mark_config, .summary = what                                                     \
    }
#define HEADER(name, what)                                                                                             \
    {                                                                                                                  \
        name, MAP, .shape = &rk_shape_header, .summary = what                                                          \
    }
#define OURS(name, what)                                                                                               \
    {                                                                                                                  \
        name, MAP, .shape = &rk_shape_loose, .summary = what                                                           \
    }

static const RkProperty axis_properties[] = {
    AXIS("axis", "all axes"),
    AXIS("axisX", "axes across"),
    AXIS("axisY", "axes up and down"),
    AXIS("axisTop", "axes above the panel"),
    AXIS("axisBottom", "axes below the panel"),
    AXIS("axisLeft", "axes left of the panel"),
    AXIS("axisRight", "axes right of the panel"),
    AXIS("axisBand", "axes of bands"),
    AXIS("axisDiscrete", "axes of bands and points"),
    AXIS("axisPoint", "axes of points"),
    AXIS("axisQuantitative", "axes of numbers"),
    AXIS("axisTemporal", "axes of time"),
    AXIS("axisXBand", "axes of bands, across"),
    AXIS("axisXDiscrete", "axes of bands and points, across"),
    AXIS("axisXPoint", "axes of points, across"),
    AXIS("axisXQuantitative", "axes of numbers, across"),
    AXIS("axisXTemporal", "axes of time, across"),
    AXIS("axisYBand", "axes of bands, up and down"),
    AXIS("axisYDiscrete", "axes of bands and points, up and down"),
    AXIS("axisYPoint", "axes of points, up and down"),
    AXIS("axisYQuantitative", "axes of numbers, up and down"),
    AXIS("axisYTemporal", "axes of time, up and down"),
    {0},
};

static const RkShape axes = {.name = "config", .properties = axis_properties};

static const RkProperty mark_properties[] = {
    MARK("mark", "all marks"),
    MARK("arc", "arcs"),
    MARK("area", "areas"),
    MARK("bar", "bars"),
    {"boxplot", MAP, .shape = &rk_shape_boxplot_config, .summary = "box plots"},
    MARK("circle", "circles"),
    {"errorband", MAP, .shape = &rk_shape_error_config, .summary = "error bands"},
    {"errorbar", MAP, .shape = &rk_shape_error_config, .summary = "error bars"},
    MARK("geoshape", "regions of a map"),
    MARK("image", "images"),
    MARK("line", "lines"),
    MARK("point", "points"),
    MARK("rect", "rectangles"),
    MARK("rule", "rules"),
    MARK("square", "squares"),
    MARK("text", "texts"),
    MARK("tick", "tick marks"),
    MARK("trail", "lines of changing thickness"),
    {0},
};

static const RkShape marks = {.name = "config", .properties = mark_properties};

static const RkProperty spacing_properties[] = {
    {"columns", NUMBER, .summary = "how many panels beside each other"},
    {"spacing", NUMBER, .summary = "room between panels, in pixels"},
    {0},
};
static const RkShape spacing = {.name = "the block", .properties = spacing_properties};

static const RkProperty step_properties[] = {
    {"step", NUMBER, .required = TRUE, .summary = "room for each band or point, in pixels"},
    {0},
};
static const RkShape step = {.name = "the size", .properties = step_properties};

static const RkProperty view_properties[] = {
    {"clip", BOOLEAN, .summary = "whether marks end at the edge of the panel"},
    {"continuousHeight", NUMBER, .summary = "height of a panel whose y is continuous, in pixels"},
    {"continuousWidth", NUMBER, .summary = "width of a panel whose x is continuous, in pixels"},
    {"discreteHeight", NUMBER | MAP, .shape = &step, .summary = "height of a panel whose y is discrete"},
    {"discreteWidth", NUMBER | MAP, .shape = &step, .summary = "width of a panel whose x is discrete"},
    {"step", NUMBER, .summary = "room for each band or point, in pixels"},
    {0},
};
static const RkShape *const view_includes[] = {&rk_shape_view_background, NULL};
static const RkShape view = {.name = "the view block", .properties = view_properties, .includes = view_includes};

static const RkProperty range_properties[] = {
    {"scheme", TEXT | LIST, .items = TEXT, .summary = "name of a colour scheme, or its colours"},
    {"count", NUMBER, .summary = "how many colours to take"},
    {"extent", LIST, .items = NUMBER, .summary = "part of the scheme to use, two numbers from 0 to 1"},
    {0},
};
static const RkShape range = {.name = "the range", .properties = range_properties};
static const RkProperty any_range = {"range", TEXT | LIST | MAP, .items = NUMBER | TEXT | LIST, .shape = &range,
                                     .summary = "colours, shapes or numbers, or the name of a colour scheme"};
static const RkShape ranges = {.name = "the ranges", .any = &any_range};

/* Marks, panels, titles, axes and legends may all name one. */
static const RkShape *const style_includes[] = {&rk_shape_mark_config,   &rk_shape_view_background,
                                                &rk_shape_title_config,  &rk_shape_axis_config,
                                                &rk_shape_legend_config, NULL};
static const RkShape style = {.name = "the style", .includes = style_includes};
static const RkProperty any_style = {"style", MAP, .shape = &style, .summary = "a style that marks can name"};
static const RkShape styles = {.name = "the styles", .any = &any_style};

/* What themes written for Vega may say. */
#define VEGAS(name)                                                                                                    \
    {                                                                                                                  \
        name, MAP | LIST, .items = RK_ALLOW_ANY, .shape = &rk_shape_loose, .summary = "Vega's; without effect"         \
    }

static const RkProperty properties[] = {
    {"aria", BOOLEAN, .summary = "whether screen readers hear of the figure"},
    {"autosize", TEXT | MAP, rk_words_autosize, .shape = &rk_shape_autosize,
     .summary = "what the size of the figure means"},
    {"background", COLOR, .summary = "colour behind everything; null for none"},
    {"concat", MAP, .shape = &spacing, .summary = "views side by side"},
    {"countTitle", TEXT, .summary = "title of a count"},
    {"customFormatTypes", BOOLEAN, .summary = "formats by functions of the reader; a static picture has none"},
    {"facet", MAP, .shape = &spacing, .summary = "facets"},
    VEGAS("events"),
    {"fieldTitle", TEXT, (const char *const[]){"verbal", "functional", "plain", NULL},
     .summary = "how titles are made from fields"},
    {"font", TEXT, .summary = "typeface of all text"},
    VEGAS("group"),
    HEADER("header", "headers of facets"),
    HEADER("headerColumn", "headers of columns"),
    HEADER("headerFacet", "headers of wrapped facets"),
    HEADER("headerRow", "headers of rows"),
    {"height", NUMBER | TEXT, .summary = "height where a figure gives none", .check = rk_check_length},
    {"legend", MAP, .shape = &rk_shape_legend_config, .summary = "all legends"},
    {"lineBreak", TEXT, .summary = "text that parts lines"},
    {"locale", MAP, .shape = &rk_shape_locale, .summary = "how numbers and times are written"},
    {"normalizedNumberFormat", TEXT, .summary = "d3 pattern of parts of a whole"},
    {"normalizedNumberFormatType", TEXT, .summary = "kind of that pattern"},
    {"numberFormat", TEXT, .summary = "d3 pattern of numbers"},
    {"numberFormatType", TEXT, .summary = "kind of that pattern"},
    {"padding", NUMBER | MAP, .shape = &rk_shape_padding, .check = rk_check_from_zero,
     .summary = "room around the figure, in pixels"},
    {"params", LIST, .items = MAP, .choose = rk_choose_parameter, .summary = "parameters that every figure has"},
    VEGAS("path"),
    {"projection", MAP, .summary = "projection of maps"},
    {"range", MAP, .shape = &ranges, .summary = "what scales map to, by name"},
    {"scale", MAP, .shape = &rk_shape_scale_config, .summary = "all scales"},
    {"selection", MAP, .shape = &rk_shape_selection_config, .summary = "selections by kind"},
    VEGAS("shape"),
    VEGAS("signals"),
    {"style", MAP, .shape = &styles, .summary = "named styles"},
    VEGAS("symbol"),
    {"timeFormat", TEXT, .summary = "d3 pattern of times"},
    {"timeFormatType", TEXT, .summary = "kind of that pattern"},
    {"title", MAP, .shape = &rk_shape_title_config, .summary = "titles"},
    {"tooltipFormat", MAP, .shape = &rk_shape_loose, .summary = "patterns within tips"},
    {"view", MAP, .shape = &view, .summary = "panels"},
    {"width", NUMBER | TEXT, .summary = "width where a figure gives none", .check = rk_check_length},
    OURS("benchmark", "benchmark lines"),
    OURS("highlight", "highlighted rows and the rest beside them"),
    OURS("categoryColor", "colours of values, by name"),
    OURS("layout", "room between the parts of a figure, in pixels"),
    {"flags", MAP, .shape = &rk_shape_flags_config, .summary = "flags of values: whether and how they show"},
    OURS("label", "labels at marks"),
    OURS("notes", "notes"),
    OURS("palette", "colours by what they mean"),
    OURS("scheme", "lists of colours, by name"),
    OURS("source", "the source line"),
    OURS("subtitle", "the subtitle"),
    {0},
};

static const RkShape *const includes[] = {&axes, &marks, NULL};

const RkShape rk_shape_config = {.name = "config", .properties = properties, .includes = includes};
