/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every channel may say of the field behind it. The channels themselves are vocabulary-encoding.c.
 */
#include "spec/vocabulary-private.h"

static const char *const measures[] = {"quantitative", "temporal", "ordinal", "nominal", "geojson", NULL};

static const RkProperty repeat_properties[] = {
    {"repeat", ANYTHING, .unsupported = NO_REPEAT, .required = TRUE,
     .summary = "the field of a repetition, which is not drawn; of all others write the name"},
    {0},
};
static const RkShape repeat = {.name = "the field", .properties = repeat_properties};

static const RkProperty aggregate_properties[] = {
    {"argmax", TEXT, .summary = "take the row where this field is greatest"},
    {"argmin", TEXT, .summary = "take the row where this field is least"},
    {0},
};
static const RkShape aggregate = {.name = "the aggregate", .properties = aggregate_properties};

static const RkProperty bin_properties[] = {
    {"anchor", NUMBER, .summary = "a border of bins is moved to this value"},
    {"base", NUMBER, .check = rk_check_count, .summary = "base of round bin widths"},
    {"binned", BOOLEAN, .summary = "the data are binned already"},
    {"divide", LIST, .items = NUMBER, .least = 1, .summary = "divisors of round bin widths"},
    {"extent", LIST, .items = NUMBER, .least = 2, .most = 2, .summary = "least and greatest value to bin"},
    {"maxbins", NUMBER, .check = rk_check_count, .summary = "most bins"},
    {"minstep", NUMBER, .summary = "least width of a bin"},
    {"nice", BOOLEAN, .summary = "whether borders are round"},
    {"step", NUMBER, .summary = "width of a bin"},
    {"steps", LIST, .items = NUMBER, .least = 1, .summary = "widths to choose from"},
    {0},
};
static const RkShape bin = {.name = "the bins", .properties = bin_properties};

static const RkProperty time_unit_properties[] = {
    {"binned", BOOLEAN, .summary = "the times are cut already"},
    {"maxbins", NUMBER, .check = rk_check_count, .summary = "most units"},
    {"step", NUMBER, .check = rk_check_positive, .summary = "how many units make one"},
    {"unit", TEXT, .summary = "unit of time"},
    {"utc", BOOLEAN, .summary = "whether units are those of UTC"},
    {0},
};
static const RkShape time_unit = {.name = "the time unit", .properties = time_unit_properties};

static gboolean check_measure(const RkValue *value, GError **error)
{
    if (!rk_value_is_text(value, "geojson"))
        return TRUE;
    rk_error_set(error, RK_ERROR_UNSUPPORTED, RK_NOWHERE, NULL, NO_MAPS);
    return FALSE;
}

static const RkProperty properties[] = {
    {"aggregate", TEXT | MAP, .shape = &aggregate, .summary = "statistic of the field over the rows of a mark"},
    {"bandPosition", NUMBER, .summary = "where in its band or bin the mark stands, 0 to 1"},
    {"bin", BOOLEAN | NOTHING | TEXT | MAP, (const char *const[]){"binned", NULL}, .shape = &bin,
     .summary = "cut the values into bins"},
    {"field", TEXT | MAP, .shape = &repeat, .summary = "column that the channel shows"},
    {"timeUnit", TEXT | MAP, .shape = &time_unit, .summary = "cut times to a unit"},
    {"title", TEXT | LIST | NOTHING, .items = TEXT, .summary = "what the axis or legend is called; null for nothing"},
    {"type", TEXT, measures, .summary = "how the values are measured", .check = check_measure},
    {0},
};

const RkShape rk_shape_field_base = {.name = "the channel", .properties = properties};

const char *const rk_words_sort[] = {"ascending",
                                     "descending",
                                     "x",
                                     "-x",
                                     "y",
                                     "-y",
                                     "color",
                                     "-color",
                                     "fill",
                                     "-fill",
                                     "stroke",
                                     "-stroke",
                                     "shape",
                                     "-shape",
                                     "size",
                                     "-size",
                                     "opacity",
                                     "-opacity",
                                     "text",
                                     "-text",
                                     "angle",
                                     "-angle",
                                     "fillOpacity",
                                     "-fillOpacity",
                                     "strokeOpacity",
                                     "-strokeOpacity",
                                     "strokeWidth",
                                     "-strokeWidth",
                                     "strokeDash",
                                     "-strokeDash",
                                     NULL};

static const RkProperty sort_properties[] = {
    {"encoding", TEXT, .summary = "channel to sort by"},
    {"field", TEXT | MAP, .shape = &repeat, .summary = "column to sort by"},
    {"op", TEXT, .summary = "statistic of that column over the rows of a value"},
    {"order", TEXT | NOTHING, rk_words_order, .summary = "direction"},
    {0},
};

/* In a list a map may be a date. */
static const RkShape *const sort_includes[] = {&rk_shape_date_time, NULL};
const RkShape rk_shape_sort = {.name = "the sort", .properties = sort_properties, .includes = sort_includes};
