/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the title of a figure or view may say, and the header that facets would have.
 */
#include "spec/vocabulary-private.h"

static const char *const frames[] = {"bounds", "group", NULL};
static const char *const orients[] = {"top", "bottom", "left", "right", "none", NULL};

static const RkProperty config_properties[] = {
    {"align", TEXT, rk_words_align, .summary = "which side of the title sits at its place"},
    {"anchor", TEXT | NOTHING, rk_words_anchor, .summary = "where along the frame the title stands"},
    {"angle", NUMBER, .summary = "turn of the title, in degrees"},
    {"aria", BOOLEAN, .summary = "whether screen readers hear of the title"},
    {"baseline", TEXT, rk_words_baseline, .summary = "which height of the title sits at its place"},
    {"color", COLOR, .summary = "colour of the title"},
    {"dx", NUMBER, .summary = "shift to the right, in pixels"},
    {"dy", NUMBER, .summary = "shift downwards, in pixels"},
    {"font", TEXT, .summary = "typeface of the title"},
    {"fontSize", NUMBER, .summary = "size of the title, in pixels"},
    {"fontStyle", TEXT, rk_words_font_style, .summary = "upright or slanted"},
    {"fontWeight", NUMBER | TEXT, rk_words_font_weight, .summary = "boldness of the title",
     .check = rk_check_font_weight},
    {"frame", TEXT, frames, .summary = "whether the title keeps to the panel (group) or the whole figure (bounds)"},
    {"limit", NUMBER, .summary = "longest extent of a line, in pixels; 0 for none"},
    {"lineHeight", NUMBER, .summary = "distance between lines, in pixels"},
    {"offset", NUMBER, .summary = "room between the title and what follows, in pixels"},
    {"orient", TEXT, orients, .summary = "side of the figure; none: at the corner of the panel"},
    {"subtitleColor", COLOR, .summary = "colour of the subtitle"},
    {"subtitleFont", TEXT, .summary = "typeface of the subtitle"},
    {"subtitleFontSize", NUMBER, .check = rk_check_size, .summary = "size of the subtitle, in pixels"},
    {"subtitleFontStyle", TEXT, rk_words_font_style, .summary = "upright or slanted subtitle"},
    {"subtitleFontWeight", NUMBER | TEXT, rk_words_font_weight, .summary = "boldness of the subtitle",
     .check = rk_check_font_weight},
    {"subtitleLineHeight", NUMBER, .summary = "distance between lines of the subtitle, in pixels"},
    {"subtitlePadding", NUMBER, .summary = "room between title and subtitle, in pixels"},
    {"zindex", NUMBER, .check = rk_check_from_zero, .summary = "0 behind the marks, 1 before them"},
    {0},
};

const RkShape rk_shape_title_config = {.name = "the title block", .properties = config_properties};

static const RkShape *const includes[] = {&rk_shape_title_config, NULL};

static const RkProperty properties[] = {
    {"text", TEXT | LIST, .items = TEXT, .required = TRUE, .summary = "the title, or its lines"},
    {"style", TEXT | LIST, .items = TEXT, .summary = "names of blocks of config.style"},
    {"subtitle", TEXT | LIST, .items = TEXT, .summary = "what stands below the title, or its lines"},
    {0},
};

const RkShape rk_shape_title = {.name = "the title", .properties = properties, .includes = includes};

static const RkProperty header_properties[] = {
    {"format", TEXT, .summary = "d3 pattern of the labels"},
    {"formatType", TEXT, rk_words_format_type, .summary = "whether the pattern is for numbers or for times"},
    TEXT_ROWS("label", "a facet's label"),
    {"labelAnchor", TEXT | NOTHING, rk_words_anchor, .summary = "where along the facet its label stands"},
    {"labelExpr", TEXT, .summary = "expression that makes the label"},
    {"labelOrient", TEXT, rk_words_side, .summary = "side of the facet where its label stands"},
    {"labels", BOOLEAN, .summary = "whether facets are labelled"},
    {"orient", TEXT, rk_words_side, .summary = "side where labels and title stand"},
    {"title", TEXT | LIST | NOTHING, .items = TEXT, .summary = "title over all facets"},
    TEXT_ROWS("title", "the title over all facets"),
    {"titleAnchor", TEXT | NOTHING, rk_words_anchor, .summary = "where along the facets their title stands"},
    {"titleOrient", TEXT, rk_words_side, .summary = "side of the facets where their title stands"},
    {0},
};

const RkShape rk_shape_header = {.name = "the header", .properties = header_properties};
