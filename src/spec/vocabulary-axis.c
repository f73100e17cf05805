/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an axis may say, in a channel and in `config`.
 */
#include "spec/vocabulary-private.h"

static const RkProperty interval_properties[] = {
    {"interval", TEXT, rk_words_interval, .required = TRUE, .summary = "unit of time"},
    {"step", NUMBER, .summary = "how many units"},
    {0},
};
const RkShape rk_shape_interval = {.name = "the interval", .properties = interval_properties};

/** What a property is, and for which ticks it is something else. */
static const char *const needs_value[] = {"value|expr", NULL};
static const char *const needs_condition[] = {"condition|expr", "value|expr", NULL};

/** Shapes of a property whose value, of the kinds and words given, may depend on the tick. */
#define BY_TICK(name_, ...)                                                                                            \
    static const RkProperty name_##_condition_rows[] = {                                                               \
        {"expr", TEXT, .summary = "expression that gives the value, from datum.value and datum.label"},                \
        {"test", TEXT | MAP, .shape = &rk_shape_predicate, .required = TRUE, .summary = "which ticks"},                \
        {"value", .summary = "the property of those ticks", .allow = __VA_ARGS__},                                     \
        {0},                                                                                                           \
    };                                                                                                                 \
    static const RkShape name_##_condition = {                                                                         \
        .name = "the condition", .properties = name_##_condition_rows, .needs = needs_value};                          \
    static const RkProperty name_##_rows[] = {                                                                         \
        {"condition", MAP | LIST, .items = MAP, .shape = &name_##_condition,                                           \
         .summary = "another value for some ticks"},                                                                   \
        {"expr", TEXT, .summary = "expression that gives the value, from datum.value and datum.label"},                \
        {"value", .summary = "the property of all other ticks", .allow = __VA_ARGS__},                                 \
        {0},                                                                                                           \
    };                                                                                                                 \
    static const RkShape name_##_by_tick = {                                                                           \
        .name = "the property", .properties = name_##_rows, .needs = needs_condition}

BY_TICK(number, NUMBER | NOTHING);
BY_TICK(part, NUMBER | NOTHING, .check = rk_check_part);
BY_TICK(size, NUMBER | NOTHING, .check = rk_check_size);
BY_TICK(color, TEXT | NOTHING);
BY_TICK(dash, LIST | NOTHING, .items = NUMBER);
BY_TICK(font, TEXT | NOTHING);
BY_TICK(align, TEXT | NOTHING, .words = rk_words_align);
BY_TICK(baseline, TEXT | NOTHING, .words = rk_words_baseline);
BY_TICK(style, TEXT | NOTHING, .words = rk_words_font_style);
BY_TICK(weight, NUMBER | TEXT | NOTHING, .words = rk_words_font_weight, .check = rk_check_font_weight);

/** The rows of the lines at every tick, whose look may depend on the tick. */
#define TICK_ROWS(prefix, what)                                                                                        \
    {prefix "Cap", TEXT, rk_words_cap, .summary = "ends of " what},                                                    \
        {prefix "Color", COLOR | MAP, .shape = &color_by_tick, .summary = "colour of " what},                          \
        {prefix "Dash", LIST | MAP, .items = NUMBER, .shape = &dash_by_tick,                                           \
         .summary = "lengths of strokes and gaps of " what ", in pixels"},                                             \
        {prefix "DashOffset", NUMBER | MAP, .shape = &number_by_tick,                                                  \
         .summary = "where in the pattern " what " begins, in pixels"},                                                \
        {prefix "Opacity", NUMBER | MAP, .shape = &part_by_tick, .check = rk_check_part,                               \
         .summary = "opacity of " what ", 0 to 1"},                                                                    \
    {                                                                                                                  \
        prefix "Width", NUMBER | MAP, .shape = &size_by_tick, .check = rk_check_size,                                  \
                                      .summary = "thickness of " what ", in pixels"                                    \
    }

static const RkProperty properties[] = {
    {"aria", BOOLEAN, .summary = "whether screen readers hear of the axis"},
    {"bandPosition", NUMBER, .check = rk_check_part, .summary = "where in a band its tick stands, 0 to 1"},
    {"description", TEXT, .summary = "what screen readers say of the axis"},
    {"domain", BOOLEAN, .summary = "whether the line along the axis is drawn"},
    LINE_ROWS("domain", "the line along the axis"),
    {"format", TEXT | MAP, .summary = "d3 pattern of the tick labels", .shape = &rk_shape_loose},
    {"formatType", TEXT, rk_words_format_type, .summary = "whether the pattern is for numbers or for times"},
    {"grid", BOOLEAN, .summary = "whether grid lines are drawn"},
    TICK_ROWS("grid", "the grid lines"),
    {"labelAlign", TEXT | MAP, rk_words_align, .shape = &align_by_tick,
     .summary = "which side of a tick label sits at its place"},
    {"labelAngle", NUMBER, .summary = "turn of a tick label, in degrees"},
    {"labelBaseline", TEXT | MAP, rk_words_baseline, .shape = &baseline_by_tick,
     .summary = "which height of a tick label sits at its place"},
    {"labelColor", COLOR | MAP, .shape = &color_by_tick, .summary = "colour of a tick label"},
    {"labelFont", TEXT | MAP, .shape = &font_by_tick, .summary = "typeface of a tick label"},
    {"labelFontSize", NUMBER | MAP, .shape = &number_by_tick, .summary = "size of a tick label, in pixels"},
    {"labelFontStyle", TEXT | MAP, rk_words_font_style, .shape = &style_by_tick,
     .summary = "upright or slanted tick label"},
    {"labelFontWeight", NUMBER | TEXT | MAP, rk_words_font_weight, .shape = &weight_by_tick,
     .check = rk_check_font_weight, .summary = "boldness of a tick label"},
    {"labelLimit", NUMBER, .summary = "longest extent of a tick label before it is cut, in pixels; 0 for none"},
    {"labelLineHeight", NUMBER, .summary = "distance between the lines of a tick label, in pixels"},
    {"labelOpacity", NUMBER | MAP, .shape = &part_by_tick, .check = rk_check_part,
     .summary = "opacity of a tick label, 0 to 1"},
    {"labelPadding", NUMBER | MAP, .shape = &number_by_tick,
     .summary = "room between a tick label and what it belongs to, in pixels"},
    {"labelBound", BOOLEAN | NUMBER, .summary = "hide labels that leave the axis by more than this, in pixels"},
    {"labelExpr", TEXT, .summary = "expression that makes the label, from datum.value and datum.label"},
    {"labelFlush", BOOLEAN | NUMBER, .summary = "align the outer labels with the ends of the axis"},
    {"labelFlushOffset", NUMBER, .summary = "how far flush labels are moved outwards, in pixels"},
    {"labelOffset", NUMBER | MAP, .shape = &number_by_tick,
     .summary = "how far labels are moved along the axis, in pixels"},
    {"labelOverlap", BOOLEAN | TEXT, rk_words_overlap, .summary = "how labels that would collide are thinned"},
    {"labelSeparation", NUMBER, .summary = "least room between labels, in pixels"},
    {"labelWrap", NUMBER, .summary = "width at which labels are broken into lines, in pixels"},
    {"labels", BOOLEAN, .summary = "whether tick labels are drawn"},
    {"maxExtent", NUMBER, .summary = "most room the ticks and labels may take, in pixels"},
    {"minExtent", NUMBER, .summary = "least room the ticks and labels take, in pixels"},
    {"offset", NUMBER, .summary = "distance from the edge of the panel, in pixels"},
    {"orient", TEXT, rk_words_side, .summary = "side of the panel"},
    {"position", NUMBER, .summary = "place of the axis across the panel, in pixels"},
    {"style", TEXT | LIST, .items = TEXT, .summary = "names of blocks of config.style"},
    {"tickBand", TEXT, (const char *const[]){"center", "extent", NULL}, .summary = "ticks amid bands or between them"},
    TICK_ROWS("tick", "the ticks"),
    {"tickCount", NUMBER | TEXT | MAP, rk_words_interval, .shape = &rk_shape_interval, .check = rk_check_from_zero,
     .summary = "how many ticks to aim at, or a unit of time"},
    {"tickExtra", BOOLEAN, .summary = "one more tick at the start of the axis"},
    {"tickMinStep", NUMBER, .summary = "least distance between ticks, in units of the scale"},
    {"tickOffset", NUMBER, .summary = "how far ticks are moved along the axis, in pixels"},
    {"tickRound", BOOLEAN, .summary = "whether ticks stand on whole pixels"},
    {"tickSize", NUMBER | MAP, .shape = &number_by_tick, .summary = "length of the ticks, in pixels"},
    {"tickSpacing", NUMBER, .summary = "room to aim at between ticks where tickCount says nothing, in pixels"},
    {"ticks", BOOLEAN, .summary = "whether ticks are drawn"},
    {"title", TEXT | LIST | NOTHING, .items = TEXT, .summary = "title of the axis; null for none"},
    TEXT_ROWS("title", "the axis title"),
    {"titleAnchor", TEXT | NOTHING, rk_words_anchor, .summary = "where along the axis the title stands"},
    {"titleX", NUMBER, .summary = "place of the title from the left of the panel, in pixels"},
    {"titleY", NUMBER, .summary = "place of the title from the top of the panel, in pixels"},
    {"translate", NUMBER, .summary = "shift of all lines, so that thin ones fall on pixels"},
    {"values", LIST, .items = ANYTHING & ~LIST, .shape = &rk_shape_date_time,
     .summary = "the very values that get ticks"},
    {"zeroColor", COLOR, .summary = "colour of the grid line at zero"},
    {"zeroWidth", NUMBER, .summary = "thickness of the grid line at zero, in pixels"},
    {"zindex", NUMBER, .check = rk_check_from_zero, .summary = "0 behind the marks, 1 before them"},
    {0},
};

const RkShape rk_shape_axis = {.name = "the axis", .properties = properties};

static const RkProperty config_properties[] = {
    {"disable", BOOLEAN, .summary = "no axes unless a channel asks for one"},
    {0},
};

static const RkShape *const config_includes[] = {&rk_shape_axis, NULL};

const RkShape rk_shape_axis_config = {
    .name = "the axis block", .properties = config_properties, .includes = config_includes};
