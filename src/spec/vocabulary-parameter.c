/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parameters: values, expressions, controls and selections. A static picture shows their first values; what a reader
 * would do to them is known and without effect.
 */
#include "spec/vocabulary-private.h"

static const char *const selection_types[] = {"interval", "point", NULL};
static const char *const resolutions[] = {"global", "intersect", "union", NULL};

static const RkProperty select_properties[] = {
    {"clear", TEXT | BOOLEAN | MAP, .summary = "the event that empties it; without effect"},
    {"encodings", LIST, .items = TEXT, .summary = "channels whose values are selected"},
    {"fields", LIST, .items = TEXT, .summary = "fields whose values are selected"},
    {"mark", MAP, .summary = "looks of the interval: fill, fillOpacity, stroke …"},
    {"nearest", BOOLEAN, .summary = "whether the nearest mark is taken; without effect"},
    {"on", TEXT | MAP, .summary = "the event that selects; without effect"},
    {"resolve", TEXT, resolutions, .summary = "how selections of several views come together; without effect"},
    {"toggle", TEXT | BOOLEAN, .summary = "how values are added and taken away; without effect"},
    {"translate", TEXT | BOOLEAN, .summary = "whether the interval can be moved; without effect"},
    {"type", TEXT, selection_types, .required = TRUE, .summary = "point or interval"},
    {"zoom", TEXT | BOOLEAN, .summary = "whether the interval can be resized; without effect"},
    {0},
};
static const RkShape selection = {.name = "the selection", .properties = select_properties};

static const RkProperty properties[] = {
    {"bind", TEXT | MAP, .summary = "the control, legend or scales that a reader would move"},
    {"expr", TEXT, .summary = "expression over other parameters"},
    {"name", TEXT, .required = TRUE, .summary = "name for expressions and conditions"},
    {"react", BOOLEAN, .summary = "whether it follows the expression; without effect"},
    {"select", TEXT | MAP, selection_types, .shape = &selection, .summary = "a selection that a reader would make"},
    {"value", ANYTHING, .summary = "first value; of selections the values by field or channel"},
    {"views", LIST, .items = TEXT, .summary = "views that the selection belongs to"},
    {0},
};
const RkShape rk_shape_parameter = {.name = "the parameter", .properties = properties};

static const RkProperty reference_properties[] = {
    {"expr", TEXT, .required = TRUE, .summary = "expression over the row and over parameters"},
    {0},
};
const RkShape rk_shape_reference = {.name = "the value", .properties = reference_properties};
