/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the blocks of `config` for marks and styles may say. Which of it a mark uses is the mark's own business.
 */
#include "spec/gradient.h"
#include "spec/vocabulary-private.h"

static const char *const interpolations[] = {"linear",     "linear-closed", "step",          "step-before",
                                             "step-after", "basis",         "basis-open",    "basis-closed",
                                             "bundle",     "cardinal",      "cardinal-open", "cardinal-closed",
                                             "monotone",   "natural",       "catmull-rom",   NULL};
static const char *const invalids[] = {"filter", "break-paths-filter-domains",    "break-paths-show-domains",
                                       "show",   "break-paths-show-path-domains", NULL};

static const char *const blends[] = {"multiply",   "screen",     "overlay",    "darken",     "lighten",   "color-dodge",
                                     "color-burn", "hard-light", "soft-light", "difference", "exclusion", "hue",
                                     "saturation", "color",      "luminosity", NULL};

static const RkProperty look_properties[] = {
    {"aria", BOOLEAN | ROWS, .summary = "whether screen readers hear of the marks"},
    {"ariaRole", TEXT | ROWS, .summary = "role that screen readers are told"},
    {"ariaRoleDescription", TEXT | ROWS, .summary = "name of that role"},
    {"blend", TEXT | NOTHING | ROWS, blends, .summary = "how a mark's colour joins what lies under it"},
    {"clip", BOOLEAN | ROWS, .summary = "whether marks end at the edge of the panel"},
    {"color", COLOR | MAP | ROWS, .shape = &rk_gradient_shape, .summary = "colour of marks, or a gradient"},
    {"cornerRadius", NUMBER | ROWS, .summary = "rounding of all corners, in pixels"},
    {"cornerRadiusBottomLeft", NUMBER | ROWS, .summary = "rounding of that corner, in pixels"},
    {"cornerRadiusBottomRight", NUMBER | ROWS, .summary = "rounding of that corner, in pixels"},
    {"cornerRadiusEnd", NUMBER | ROWS, .summary = "rounding of a bar's free end, in pixels"},
    {"cornerRadiusTopLeft", NUMBER | ROWS, .summary = "rounding of that corner, in pixels"},
    {"cornerRadiusTopRight", NUMBER | ROWS, .summary = "rounding of that corner, in pixels"},
    {"cursor", TEXT, rk_words_cursor, .summary = "pointer over a mark; a static picture has none"},
    {"description", TEXT | ROWS, .summary = "what screen readers say of the marks"},
    {"fill", COLOR | MAP | ROWS, .shape = &rk_gradient_shape, .summary = "fill of marks, or a gradient"},
    {"fillOpacity", NUMBER | ROWS, .check = rk_check_part, .summary = "opacity of fills, 0 to 1"},
    {"filled", BOOLEAN, .summary = "whether color is the fill or the outline"},
    {"href", TEXT | ROWS, .check = rk_check_address, .summary = "address behind marks"},
    {"interpolate", TEXT | ROWS, interpolations, .summary = "how points are joined"},
    {"invalid", TEXT | NOTHING, invalids, .summary = "what happens to missing values"},
    {"opacity", NUMBER | ROWS, .check = rk_check_part, .summary = "opacity of marks, 0 to 1"},
    {"order", BOOLEAN | NOTHING, .summary = "null: join points in the order of the data"},
    {"orient", TEXT, rk_words_direction, .summary = "direction of bars, lines and ticks"},
    {"shape", TEXT | ROWS, .summary = "form of points"},
    {"size", NUMBER | ROWS, .check = rk_check_size, .summary = "area of points or thickness of bars"},
    {"stroke", COLOR | MAP | ROWS, .shape = &rk_gradient_shape, .summary = "outline of marks, or a gradient"},
    {"strokeCap", TEXT | ROWS, rk_words_cap, .summary = "ends of lines"},
    {"strokeDash", LIST | ROWS, .items = NUMBER, .summary = "lengths of strokes and gaps, in pixels"},
    {"strokeDashOffset", NUMBER | ROWS, .summary = "where in that pattern lines begin, in pixels"},
    {"strokeJoin", TEXT | ROWS, rk_words_join, .summary = "corners of lines"},
    {"strokeMiterLimit", NUMBER | ROWS, .summary = "how far sharp corners reach"},
    {"strokeOffset", NUMBER, .summary = "shift of outlines, in pixels"},
    {"strokeOpacity", NUMBER | ROWS, .check = rk_check_part, .summary = "opacity of outlines, 0 to 1"},
    {"strokeWidth", NUMBER | ROWS, .check = rk_check_size, .summary = "thickness of lines, in pixels"},
    {"style", TEXT | LIST, .items = TEXT, .summary = "names of blocks of config.style"},
    {"tension", NUMBER | ROWS, .check = rk_check_part, .summary = "tightness of curves, 0 to 1"},
    {"tooltip", ANYTHING & ~LIST, .shape = &rk_shape_tip, .summary = "what a mark tells when asked"},
    {0},
};

static const RkShape look = {.name = "the mark block", .properties = look_properties};

static const RkProperty text_properties[] = {
    {"align", TEXT | ROWS, rk_words_align, .summary = "which side of a text sits at its place"},
    {"angle", NUMBER | ROWS, .summary = "turn of marks, in degrees"},
    {"baseline", TEXT | ROWS, rk_words_baseline, .summary = "which height of a text sits at its place"},
    {"dir", TEXT | ROWS, (const char *const[]){"ltr", "rtl", NULL}, .summary = "direction of writing"},
    {"dx", NUMBER | ROWS, .summary = "shift of texts to the right, in pixels"},
    {"dy", NUMBER | ROWS, .summary = "shift of texts downwards, in pixels"},
    {"ellipsis", TEXT | ROWS, .summary = "what ends a text that was cut"},
    {"font", TEXT | ROWS, .summary = "typeface"},
    {"fontSize", NUMBER | ROWS, .check = rk_check_size, .summary = "size of texts, in pixels"},
    {"fontStyle", TEXT | ROWS, rk_words_font_style, .summary = "upright or slanted"},
    {"fontWeight", NUMBER | TEXT | ROWS, rk_words_font_weight, .summary = "boldness", .check = rk_check_font_weight},
    {"limit", NUMBER | ROWS, .summary = "longest text before it is cut, in pixels; 0 for none"},
    {"lineBreak", TEXT | ROWS, .summary = "text that parts lines"},
    {"lineHeight", NUMBER | ROWS, .summary = "distance between lines, in pixels"},
    {"radius", NUMBER | ROWS, .check = rk_check_size, .summary = "distance of texts from their anchor, in pixels"},
    {"text", TEXT | LIST | ROWS, .items = TEXT, .summary = "the text where no channel gives one"},
    {"wrap", NUMBER | ROWS, .summary = "width at which texts are broken into lines, in pixels"},
    {0},
};

static const RkShape text = {.name = "the mark block", .properties = text_properties};

#define PLACE (NUMBER | TEXT)

/* Where a mark stands when no channel places it. */
static const char *const ends_x[] = {"width", NULL}, *const ends_y[] = {"height", NULL};
static const RkProperty place_properties[] = {
    {"endAngle", NUMBER | ROWS, .summary = "end of arcs, in radians"},
    {"radius2", NUMBER | ROWS, .check = rk_check_size, .summary = "inner radius of arcs, in pixels"},
    {"radius2Offset", NUMBER | ROWS, .summary = "shift of the inner radius, in pixels"},
    {"radiusOffset", NUMBER | ROWS, .summary = "shift of the outer radius, in pixels"},
    {"startAngle", NUMBER | ROWS, .summary = "start of arcs, in radians"},
    {"theta", NUMBER | ROWS, .summary = "end of arcs, in radians"},
    {"theta2", NUMBER | ROWS, .summary = "start of arcs, in radians"},
    {"theta2Offset", NUMBER | ROWS, .summary = "shift of the start, in radians"},
    {"thetaOffset", NUMBER | ROWS, .summary = "shift of the end, in radians"},
    {"x", PLACE | ROWS, ends_x, .summary = "place across, in pixels"},
    {"x2", PLACE | ROWS, ends_x, .summary = "second place across, in pixels"},
    {"x2Offset", NUMBER | ROWS, .summary = "shift of the second place, in pixels"},
    {"xOffset", NUMBER | ROWS, .summary = "shift across, in pixels"},
    {"y", PLACE | ROWS, ends_y, .summary = "place downwards, in pixels"},
    {"y2", PLACE | ROWS, ends_y, .summary = "second place downwards, in pixels"},
    {"y2Offset", NUMBER | ROWS, .summary = "shift of the second place, in pixels"},
    {"yOffset", NUMBER | ROWS, .summary = "shift downwards, in pixels"},
    {0},
};
static const RkShape places = {.name = "the mark block", .properties = place_properties};

static const RkProperty band_properties[] = {
    {"band", NUMBER, .check = rk_check_part, .required = TRUE, .summary = "part of a band, 0 to 1"},
    {0},
};
static const RkShape band = {.name = "the part of a band", .properties = band_properties};

static const RkProperty properties[] = {
    {"aspect", BOOLEAN, .summary = "whether an image keeps its proportions"},
    {"band", BOOLEAN | MAP, .shape = &rk_shape_mark_config, .summary = "the band of an error band"},
    {"bandSize", NUMBER, .check = rk_check_size, .summary = "length of tick marks' bands, in pixels"},
    {"binSpacing", NUMBER, .check = rk_check_size, .summary = "gap between bars of bins, in pixels"},
    {"borders", BOOLEAN | MAP, .shape = &rk_shape_mark_config, .summary = "the borders of an error band"},
    {"box", BOOLEAN | MAP, .shape = &rk_shape_mark_config, .summary = "the box of a box plot"},
    {"center", TEXT, (const char *const[]){"mean", "median", NULL}, .summary = "middle of an error mark"},
    {"continuousBandSize", NUMBER, .check = rk_check_size,
     .summary = "thickness of bars on a continuous scale, in pixels"},
    {"discreteBandSize", NUMBER | MAP, .shape = &band, .check = rk_check_size, .summary = "thickness of bars on bands"},
    {"extent", NUMBER | TEXT, .summary = "reach of whiskers and error marks"},
    {"hairline", NUMBER, .summary = "gap between the parts of a stack, in pixels"},
    {"height", NUMBER | MAP | ROWS, .shape = &band, .summary = "height of marks"},
    {"innerRadius", NUMBER | ROWS, .check = rk_check_size, .summary = "inner radius of arcs, in pixels"},
    {"line", BOOLEAN | MAP, .shape = &rk_shape_mark_config, .summary = "a line over an area"},
    {"median", BOOLEAN | MAP, .shape = &rk_shape_mark_config, .summary = "the median of a box plot"},
    {"minBandSize", NUMBER | ROWS, .check = rk_check_size, .summary = "thinnest bar, in pixels"},
    {"outerRadius", NUMBER | ROWS, .check = rk_check_size, .summary = "outer radius of arcs, in pixels"},
    {"outliers", BOOLEAN | MAP, .shape = &rk_shape_mark_config, .summary = "points beyond the whiskers of a box plot"},
    {"padAngle", NUMBER | ROWS, .summary = "gap between arcs"},
    {"point", BOOLEAN | TEXT | MAP, (const char *const[]){"transparent", NULL}, .shape = &rk_shape_mark_config,
     .summary = "points on a line or area"},
    {"rule", BOOLEAN | MAP | NOTHING, .shape = &rk_shape_mark_config, .summary = "the whiskers"},
    {"thickness", NUMBER, .check = rk_check_size, .summary = "thickness of tick marks, in pixels"},
    {"ticks", BOOLEAN | MAP | NOTHING, .shape = &rk_shape_mark_config, .summary = "the ends of whiskers"},
    {"timeUnitBandPosition", NUMBER, .check = rk_check_part,
     .summary = "where in its unit of time a mark stands, 0 to 1"},
    {"timeUnitBandSize", NUMBER, .summary = "thickness of a bar as a part of its unit of time"},
    {"width", NUMBER | MAP | ROWS, .shape = &band, .summary = "width of marks"},
    {0},
};

static const RkShape *const includes[] = {&look, &text, &places, NULL};

const RkShape rk_shape_mark_config = {.name = "the mark block", .properties = properties, .includes = includes};

/* Marks made of several: what their extent may say. */
static const RkShape *const composite_includes[] = {&rk_shape_mark_config, NULL};
static const RkProperty boxplot_properties[] = {
    {"extent", NUMBER | TEXT, (const char *const[]){"min-max", NULL}, .summary = "reach of the whiskers"},
    {0},
};
const RkShape rk_shape_boxplot_config = {
    .name = "the mark block", .properties = boxplot_properties, .includes = composite_includes};
static const RkProperty error_properties[] = {
    {"extent", TEXT, (const char *const[]){"ci", "iqr", "stderr", "stdev", NULL}, .summary = "reach of the mark"},
    {0},
};
const RkShape rk_shape_error_config = {
    .name = "the mark block", .properties = error_properties, .includes = composite_includes};
