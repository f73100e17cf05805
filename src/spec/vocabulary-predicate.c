/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conditions on rows, as channels and highlights write them.
 */
#include "spec/vocabulary-private.h"

/* Facts are known when rows are. */
static const RkProperty constant_properties[] = {
    {"expr", TEXT, .summary = "expression that gives the value"},
    {0},
};
static const RkShape *const constant_includes[] = {&rk_shape_date_time, NULL};
static const RkShape constant = {
    .name = "the constant", .properties = constant_properties, .includes = constant_includes};

static const RkProperty properties[] = {
    {"and", LIST, .items = TEXT | MAP, .shape = &rk_shape_predicate, .summary = "all of these hold"},
    {"empty", BOOLEAN, .summary = "whether an empty selection counts as all rows"},
    {"equal", NUMBER | TEXT | BOOLEAN | MAP, .shape = &constant, .summary = "the field is this"},
    {"field", TEXT, .summary = "field that is looked at"},
    {"gt", NUMBER | TEXT | MAP, .shape = &constant, .summary = "the field is greater than this"},
    {"gte", NUMBER | TEXT | MAP, .shape = &constant, .summary = "the field is this or greater"},
    {"lt", NUMBER | TEXT | MAP, .shape = &constant, .summary = "the field is less than this"},
    {"lte", NUMBER | TEXT | MAP, .shape = &constant, .summary = "the field is this or less"},
    {"not", TEXT | MAP, .shape = &rk_shape_predicate, .summary = "this does not hold"},
    {"oneOf", LIST, .items = NUMBER | TEXT | BOOLEAN, .summary = "the field is one of these"},
    {"or", LIST, .items = TEXT | MAP, .shape = &rk_shape_predicate, .summary = "any of these holds"},
    {"param", TEXT, .summary = "selection that a reader would make; a static picture has none"},
    {"range", LIST, .items = NUMBER | TEXT | NOTHING | MAP, .shape = &constant,
     .summary = "the field is within these two, ends included"},
    {"selection", ANYTHING, .unsupported = NO_SELECTIONS, .summary = "selection as Vega-Lite 4 had it"},
    {"timeUnit", TEXT | MAP, .summary = "unit that times are cut to before they are compared"},
    {"valid", BOOLEAN, .summary = "the field is there and a number"},
    {0},
};

const RkShape rk_shape_predicate = {.name = "the predicate", .properties = properties};
