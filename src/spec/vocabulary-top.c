/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only the top of a figure file may say.
 */
#include "spec/vocabulary-private.h"

const char *const rk_words_autosize[] = {"pad", "fit", "fit-x", "fit-y", "none", NULL};

static const RkProperty autosize_properties[] = {
    {"contains", TEXT, (const char *const[]){"content", "padding", NULL},
     .summary = "whether a size includes the padding"},
    {"resize", BOOLEAN, .summary = "lay out again when data change; a static picture does not"},
    {"type", TEXT, rk_words_autosize, .summary = "whether a size is that of the panel (pad) or of the figure (fit)"},
    {0},
};
const RkShape rk_shape_autosize = {.name = "the autosize", .properties = autosize_properties};

static const RkProperty padding_properties[] = {
    {"bottom", NUMBER, .summary = "room below, in pixels"},
    {"left", NUMBER, .summary = "room on the left, in pixels"},
    {"right", NUMBER, .summary = "room on the right, in pixels"},
    {"top", NUMBER, .summary = "room above, in pixels"},
    {0},
};
const RkShape rk_shape_padding = {.name = "the padding", .properties = padding_properties};

static const RkProperty properties[] = {
    {"$schema", TEXT, .summary = "address of the grammar's schema; with it, the grammar's own defaults hold"},
    {"autosize", TEXT | MAP, rk_words_autosize, .shape = &rk_shape_autosize,
     .summary = "what the size of the figure means"},
    {"background", COLOR, .summary = "colour behind everything; null for none"},
    {"config", MAP, .shape = &rk_shape_config, .summary = "defaults of this figure"},
    {"flags", BOOLEAN | MAP, .shape = &rk_shape_flags, .summary = "whether and how the flags of values show"},
    {"language", TEXT, .summary = "language of numbers and dates: en, lt, de …"},
    {"notes", TEXT | LIST | NOTHING, .items = TEXT, .summary = "what the reader must know, below the panel"},
    {"padding", NUMBER | MAP, .shape = &rk_shape_padding, .check = rk_check_from_zero,
     .summary = "room around the figure, in pixels"},
    {"placeNames", BOOLEAN,
     .summary = "places by their names in the language: codes alone when nothing is said, true for names as well"},
    {"source", TEXT | LIST | NOTHING, .items = TEXT, .summary = "where the data come from, at the foot"},
    {"subtitle", TEXT | LIST | NOTHING, .items = TEXT, .summary = "what is drawn: measure, unit, place, period"},
    {"theme", TEXT, .summary = "name of a theme"},
    {"usermeta", MAP, .summary = "anything, for other programs"},
    {0},
};

const RkShape rk_shape_top = {.name = "the figure", .properties = properties};
