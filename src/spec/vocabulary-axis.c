/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an axis may say, in a channel and in `config`.
 */
#include "spec/vocabulary-private.h"

static const RkProperty interval_properties[] = {
    {"interval", TEXT, .required = TRUE, .summary = "unit of time between ticks"},
    {"step", NUMBER, .summary = "how many units between ticks"},
    {0},
};

static const RkShape interval = {.name = "the interval", .properties = interval_properties};

static const RkProperty properties[] = {
    {"aria", BOOLEAN, .summary = "whether screen readers hear of the axis"},
    {"bandPosition", NUMBER, .summary = "where in a band its tick stands, 0 to 1"},
    {"description", TEXT, .summary = "what screen readers say of the axis"},
    {"domain", BOOLEAN, .summary = "whether the line along the axis is drawn"},
    LINE_ROWS("domain", "the line along the axis"),
    {"format", TEXT | MAP, .summary = "d3 pattern of the tick labels", .shape = &rk_shape_loose},
    {"formatType", TEXT, rk_words_format_type, .summary = "whether the pattern is for numbers or for times"},
    {"grid", BOOLEAN, .summary = "whether grid lines are drawn"},
    LINE_ROWS("grid", "the grid lines"),
    TEXT_ROWS("label", "a tick label"),
    {"labelBound", BOOLEAN | NUMBER, .summary = "hide labels that leave the axis by more than this, in pixels"},
    {"labelExpr", TEXT, .summary = "expression that makes the label, from datum.value and datum.label"},
    {"labelFlush", BOOLEAN | NUMBER, .summary = "align the outer labels with the ends of the axis"},
    {"labelFlushOffset", NUMBER, .summary = "how far flush labels are moved outwards, in pixels"},
    {"labelOffset", NUMBER, .summary = "how far labels are moved along the axis, in pixels"},
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
    LINE_ROWS("tick", "the ticks"),
    {"tickCount", NUMBER | TEXT | MAP, .shape = &interval, .summary = "how many ticks to aim at, or a unit of time"},
    {"tickExtra", BOOLEAN, .summary = "one more tick at the start of the axis"},
    {"tickMinStep", NUMBER, .summary = "least distance between ticks, in units of the scale"},
    {"tickOffset", NUMBER, .summary = "how far ticks are moved along the axis, in pixels"},
    {"tickRound", BOOLEAN, .summary = "whether ticks stand on whole pixels"},
    {"tickSize", NUMBER, .summary = "length of the ticks, in pixels"},
    {"tickSpacing", NUMBER, .summary = "room to aim at between ticks where tickCount says nothing, in pixels"},
    {"ticks", BOOLEAN, .summary = "whether ticks are drawn"},
    {"title", TEXT | LIST | NOTHING, .items = TEXT, .summary = "title of the axis; null for none"},
    TEXT_ROWS("title", "the axis title"),
    {"titleAnchor", TEXT | NOTHING, rk_words_anchor, .summary = "where along the axis the title stands"},
    {"titleX", NUMBER, .summary = "place of the title from the left of the panel, in pixels"},
    {"titleY", NUMBER, .summary = "place of the title from the top of the panel, in pixels"},
    {"translate", NUMBER, .summary = "shift of all lines, so that thin ones fall on pixels"},
    {"values", LIST, .items = ANYTHING & ~(LIST | MAP), .summary = "the very values that get ticks"},
    {"zeroColor", COLOR, .summary = "colour of the grid line at zero"},
    {"zeroWidth", NUMBER, .summary = "thickness of the grid line at zero, in pixels"},
    {"zindex", NUMBER, .summary = "0 behind the marks, 1 before them"},
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
