/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where data come from, and the figures that are computed from them for titles and notes. The keys of `format` and of
 * transforms belong to other rooms and are put in place when a figure is read.
 */
#include "spec/vocabulary-private.h"

static const RkProperty sequence_properties[] = {
    {"as", TEXT, .summary = "name of the column, \"data\" unless given"},
    {"start", NUMBER, .required = TRUE, .summary = "first number"},
    {"step", NUMBER, .summary = "distance between numbers, 1 unless given"},
    {"stop", NUMBER, .required = TRUE, .summary = "where the numbers end; not reached itself"},
    {0},
};

static const RkShape sequence = {.name = "the sequence", .properties = sequence_properties};

static const RkProperty properties[] = {
    {"graticule", ANYTHING, .unsupported = NO_MAPS, .summary = "lines of a geographic grid"},
    {"name", TEXT, .summary = "name of a data set, or the name given to this one"},
    {"sequence", MAP, .shape = &sequence, .summary = "evenly spaced numbers"},
    {"sphere", ANYTHING, .unsupported = NO_MAPS, .summary = "outline of the globe"},
    {"url", TEXT, .summary = "path of a data file"},
    {"values", LIST | TEXT | MAP, .summary = "rows written in the figure file"},
    {0},
};

const RkShape rk_shape_data = {.name = "the data", .properties = properties};

static const RkProperty fact_properties[] = {
    {"aggregate", ANYTHING, .unsupported = "write it as the last step of the fact's transform",
     .summary = "statistic of the field over the rows"},
    {"expect", TEXT, .summary = "expression over facts that must hold, because the figure's words rest on it"},
    {"expr", TEXT, .summary = "expression over other facts"},
    {"field", TEXT, .summary = "field that holds the value, in the one row that the transform leaves"},
    {0},
};

const RkShape rk_shape_facts = {.name = "the fact", .properties = fact_properties};
