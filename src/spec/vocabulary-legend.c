/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a legend may say, in a channel and in `config`.
 */
#include "spec/vocabulary-private.h"

static const char *const orients[] = {"left",      "right",       "top",          "bottom", "top-left",
                                      "top-right", "bottom-left", "bottom-right", "none",   NULL};
static const char *const grid_aligns[] = {"all", "each", "none", NULL};

/** The rows of the texts of a legend, which are never turned. */
#define LEGEND_TEXT_ROWS(prefix, what)                                                                                 \
    {prefix "Align", TEXT, rk_words_align, .summary = "which side of " what " sits at its place"},                     \
        {prefix "Baseline", TEXT, rk_words_baseline, .summary = "which height of " what " sits at its place"},         \
        {prefix "Color", COLOR, .summary = "colour of " what}, {prefix "Font", TEXT, .summary = "typeface of " what},  \
        {prefix "FontSize", NUMBER, .check = rk_check_size, .summary = "size of " what ", in pixels"},                 \
        {prefix "FontStyle", TEXT, rk_words_font_style, .summary = "upright or slanted " what},                        \
        {prefix "FontWeight", NUMBER | TEXT, rk_words_font_weight, .summary = "boldness of " what,                     \
         .check = rk_check_font_weight},                                                                               \
        {prefix "Limit", NUMBER, .summary = "longest extent of " what " before it is cut, in pixels; 0 for none"},     \
    {                                                                                                                  \
        prefix "Opacity", NUMBER, .check = rk_check_part, .summary = "opacity of " what ", 0 to 1"                     \
    }

static const RkProperty properties[] = {
    {"aria", BOOLEAN, .summary = "whether screen readers hear of the legend"},
    {"clipHeight", NUMBER, .summary = "height at which entries are cut, in pixels"},
    {"columnPadding", NUMBER, .summary = "room between columns of entries, in pixels"},
    {"columns", NUMBER, .summary = "columns of entries; 0 for one row"},
    {"cornerRadius", NUMBER, .summary = "rounding of the frame, in pixels"},
    {"description", TEXT, .summary = "what screen readers say of the legend"},
    {"direction", TEXT, rk_words_direction, .summary = "entries beside or below each other"},
    {"fillColor", COLOR, .summary = "background of the legend"},
    {"format", TEXT | MAP, .shape = &rk_shape_loose, .summary = "d3 pattern of the labels"},
    {"formatType", TEXT, rk_words_format_type, .summary = "whether the pattern is for numbers or for times"},
    {"gradientLength", NUMBER, .check = rk_check_size, .summary = "length of a colour bar, in pixels"},
    {"gradientOpacity", NUMBER, .check = rk_check_part, .summary = "opacity of a colour bar, 0 to 1"},
    {"gradientStrokeColor", COLOR, .summary = "outline of a colour bar"},
    {"gradientStrokeWidth", NUMBER, .check = rk_check_size, .summary = "thickness of that outline, in pixels"},
    {"gradientThickness", NUMBER, .check = rk_check_size, .summary = "thickness of a colour bar, in pixels"},
    {"gridAlign", TEXT, grid_aligns, .summary = "whether the columns of entries line up"},
    LEGEND_TEXT_ROWS("label", "an entry's label"),
    {"labelPadding", NUMBER, .summary = "word of the grammar without effect; labelOffset parts labels from symbols"},
    {"labelExpr", TEXT, .summary = "expression that makes the label, from datum.value and datum.label"},
    {"labelOffset", NUMBER, .summary = "room between symbol and label, in pixels"},
    {"labelOverlap", BOOLEAN | TEXT, rk_words_overlap, .summary = "how labels that would collide are thinned"},
    {"labelSeparation", NUMBER, .summary = "least room between labels, in pixels"},
    {"legendX", NUMBER, .summary = "place from the left when orient is none, in pixels"},
    {"legendY", NUMBER, .summary = "place from the top when orient is none, in pixels"},
    {"offset", NUMBER, .summary = "distance from the panel, in pixels"},
    {"orient", TEXT, orients, .summary = "where the legend stands"},
    {"padding", NUMBER, .summary = "room within the frame, in pixels"},
    {"rowPadding", NUMBER, .summary = "room between rows of entries, in pixels"},
    {"strokeColor", COLOR, .summary = "frame of the legend"},
    {"symbolDash", LIST, .items = NUMBER, .summary = "lengths of strokes and gaps of symbols, in pixels"},
    {"symbolDashOffset", NUMBER, .summary = "where in that pattern symbols begin, in pixels"},
    {"symbolFillColor", COLOR, .summary = "fill of the symbols"},
    {"symbolLimit", NUMBER, .summary = "most entries; 0 for no limit"},
    {"symbolOffset", NUMBER, .summary = "shift of the symbols, in pixels"},
    {"symbolOpacity", NUMBER, .check = rk_check_part, .summary = "opacity of the symbols, 0 to 1"},
    {"symbolSize", NUMBER, .check = rk_check_size, .summary = "area of the symbols, in square pixels"},
    {"symbolStrokeColor", COLOR, .summary = "outline of the symbols"},
    {"symbolStrokeWidth", NUMBER, .check = rk_check_size, .summary = "thickness of that outline, in pixels"},
    {"symbolType", TEXT, .summary = "form of the symbols"},
    {"tickCount", NUMBER | TEXT | MAP, rk_words_interval, .shape = &rk_shape_interval, .check = rk_check_from_zero,
     .summary = "how many values of a colour bar to label"},
    {"tickMinStep", NUMBER, .summary = "least distance between labelled values"},
    {"title", TEXT | LIST | NOTHING, .items = TEXT, .summary = "title of the legend; null for none"},
    LEGEND_TEXT_ROWS("title", "the legend title"),
    {"titleLineHeight", NUMBER, .summary = "distance between the lines of the legend title, in pixels"},
    {"titlePadding", NUMBER, .summary = "room between the legend title and the entries, in pixels"},
    {"titleAnchor", TEXT | NOTHING, rk_words_anchor, .summary = "where along the legend the title stands"},
    {"titleOrient", TEXT, rk_words_side, .summary = "side of the entries where the title stands"},
    {"type", TEXT, (const char *const[]){"symbol", "gradient", NULL}, .summary = "symbols or a colour bar"},
    {"values", LIST, .items = ANYTHING & ~LIST, .shape = &rk_shape_date_time,
     .summary = "the very values that get entries"},
    {"zindex", NUMBER, .check = rk_check_from_zero, .summary = "0 behind the marks, 1 before them"},
    {0},
};

const RkShape rk_shape_legend = {.name = "the legend", .properties = properties};

static const RkProperty side_properties[] = {
    {"anchor", TEXT, rk_words_anchor, .summary = "where along its side the legends stand"},
    {"bounds", TEXT, (const char *const[]){"full", "flush", NULL}, .summary = "what of a legend counts"},
    {"center", BOOLEAN, .summary = "whether legends are centred across their side"},
    {"direction", TEXT, rk_words_direction, .summary = "legends beside or below each other"},
    {"frame", TEXT, (const char *const[]){"bounds", "group", NULL}, .summary = "what an anchor goes by"},
    {"margin", NUMBER, .summary = "room between legends, in pixels"},
    {"offset", NUMBER, .summary = "room between legends and panel, in pixels"},
    {0},
};
static const RkShape side = {.name = "the side", .properties = side_properties};

#define SIDE(name)                                                                                                     \
    {                                                                                                                  \
        name, MAP, .shape = &side, .summary = "legends with orient: " name                                             \
    }
static const RkProperty layout_properties[] = {
    SIDE("bottom"), SIDE("bottom-left"), SIDE("bottom-right"), SIDE("left"), SIDE("right"),
    SIDE("top"),    SIDE("top-left"),    SIDE("top-right"),    {0},
};
static const RkShape *const layout_includes[] = {&side, NULL};
static const RkShape layout = {.name = "the layout", .properties = layout_properties, .includes = layout_includes};

static const RkProperty config_properties[] = {
    {"disable", BOOLEAN, .summary = "no legends unless a channel asks for one"},
    {"gradientDirection", TEXT, rk_words_direction, .summary = "direction of colour bars"},
    {"gradientHorizontalMaxLength", NUMBER, .summary = "longest lying colour bar, in pixels"},
    {"gradientHorizontalMinLength", NUMBER, .summary = "shortest lying colour bar, in pixels"},
    {"gradientLabelLimit", NUMBER, .summary = "longest label of a colour bar, in pixels"},
    {"gradientLabelOffset", NUMBER, .summary = "room between a colour bar and its labels, in pixels"},
    {"gradientVerticalMaxLength", NUMBER, .summary = "longest standing colour bar, in pixels"},
    {"gradientVerticalMinLength", NUMBER, .summary = "shortest standing colour bar, in pixels"},
    {"layout", MAP, .shape = &layout, .summary = "room and direction of several legends, by side"},
    {"strokeDash", LIST, .items = NUMBER, .summary = "lengths of strokes and gaps of the frame, in pixels"},
    {"strokeWidth", NUMBER, .check = rk_check_size, .summary = "thickness of the frame, in pixels"},
    {"symbolBaseFillColor", COLOR, .summary = "fill of symbols where the scale gives none"},
    {"symbolBaseStrokeColor", COLOR, .summary = "outline of symbols where the scale gives none"},
    {"symbolDirection", TEXT, rk_words_direction, .summary = "direction of symbol legends"},
    {"title", NOTHING, .summary = "null for legends without titles"},
    {"unselectedOpacity", NUMBER, .check = rk_check_part, .summary = "opacity of entries that are not selected"},
    {0},
};

static const RkShape *const config_includes[] = {&rk_shape_legend, NULL};

const RkShape rk_shape_legend_config = {
    .name = "the legend block", .properties = config_properties, .includes = config_includes};
