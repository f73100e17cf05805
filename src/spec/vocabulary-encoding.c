/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The channels of an encoding, by family: each family allows what it can show, so that a legend on x is a mistake.
 */
#include "spec/gradient.h"
#include "spec/vocabulary-private.h"

static const RkShape *const on_field[] = {&rk_shape_field_base, NULL};

#define SORT_ROW                                                                                                       \
    {                                                                                                                  \
        "sort", TEXT | NOTHING | LIST | MAP, rk_words_sort, .items = ANYTHING & ~LIST, .shape = &rk_shape_sort,        \
                                                            .summary = "order of the values"                           \
    }
#define ASIDE_ROW                                                                                                      \
    {                                                                                                                  \
        "aside", TEXT | LIST, .items = TEXT, .summary = "values that come last, apart from the others: aggregates"     \
    }
#define SCALE_ROW                                                                                                      \
    {                                                                                                                  \
        "scale", MAP | NOTHING, .shape = &rk_shape_scale, .summary = "how values become places or looks"               \
    }
/** What a channel without a scale may be: kinds, and after them words or the shape of a map. */
#define VALUE_ROW(...)                                                                                                 \
    {                                                                                                                  \
        "value", .summary = "a look or place as it is, without a scale", .allow = __VA_ARGS__                          \
    }
#define PLACE_ROW VALUE_ROW(NUMBER | TEXT | ROWS, .words = ends)
#define NUMBER_ROW VALUE_ROW(NUMBER | ROWS)
#define DATUM_ROW                                                                                                      \
    {                                                                                                                  \
        "datum", ANYTHING & ~LIST, .shape = &datum, .summary = "a constant that goes through the scale"                \
    }
#define FORMAT_ROWS                                                                                                    \
    {"format", TEXT | MAP, .shape = &rk_shape_loose, .summary = "d3 pattern of the text"},                             \
        {"formatType", TEXT, rk_words_format_type, .summary = "whether the pattern is for numbers or for times"},      \
    {                                                                                                                  \
        "labelExpr", TEXT, .summary = "expression that makes the text"                                                 \
    }

static const RkProperty datum_properties[] = {
    {"repeat", ANYTHING, .unsupported = NO_REPEAT, .summary = "the value of the repetition"},
    {0},
};
static const RkShape *const datum_includes[] = {&rk_shape_date_time, NULL};
static const RkShape datum = {.name = "the datum", .properties = datum_properties, .includes = datum_includes};

static const char *const ends[] = {"width", "height", NULL};
static const char *const stacks[] = {"zero", "normalize", "center", NULL};

static const RkProperty impute_properties[] = {
    {"frame", LIST, .items = NUMBER | NOTHING, .summary = "neighbours to look at"},
    {"keyvals", LIST | MAP, .shape = &rk_shape_loose, .summary = "keys that must be there"},
    {"method", TEXT, .summary = "how the value is found"},
    {"value", ANYTHING & ~MAP, .summary = "the value to put in"},
    {0},
};
static const RkShape impute = {.name = "the imputation", .properties = impute_properties};

static const RkProperty position_properties[] = {
    ASIDE_ROW,
    {"axis", MAP | NOTHING, .shape = &rk_shape_axis, .summary = "the axis; null for none"},
    DATUM_ROW,
    {"impute", MAP | NOTHING, .shape = &impute, .summary = "fill in what is missing"},
    SCALE_ROW,
    SORT_ROW,
    {"stack", TEXT | BOOLEAN | NOTHING, stacks, .summary = "pile marks of the same place on each other"},
    PLACE_ROW,
    {0},
};
static const RkShape position = {.name = "the channel", .properties = position_properties, .includes = on_field};

static const RkProperty polar_properties[] = {
    DATUM_ROW, SCALE_ROW,
    SORT_ROW,  {"stack", TEXT | BOOLEAN | NOTHING, stacks, .summary = "put marks of the same place behind each other"},
    PLACE_ROW, {0},
};
static const RkShape polar = {.name = "the channel", .properties = polar_properties, .includes = on_field};

static const RkProperty secondary_properties[] = {DATUM_ROW, PLACE_ROW, {0}};
static const RkShape secondary = {.name = "the channel", .properties = secondary_properties, .includes = on_field};

static const RkProperty offset_properties[] = {DATUM_ROW, SCALE_ROW, SORT_ROW, NUMBER_ROW, {0}};
static const RkShape offset = {.name = "the channel", .properties = offset_properties, .includes = on_field};

static const RkProperty condition_properties[] = {
    {"empty", BOOLEAN, .summary = "whether an empty selection counts as all rows"},
    {"param", TEXT, .summary = "selection that a reader would make; a static picture has none"},
    {"selection", ANYTHING, .unsupported = NO_SELECTIONS, .summary = "selection as Vega-Lite 4 had it"},
    {"test", TEXT | MAP, .shape = &rk_shape_predicate, .summary = "expression or predicate that rows must pass"},
    {0},
};
static const char *const condition_needs[] = {"test|param", "value|field|datum|aggregate", NULL};
static const RkShape condition = {
    .name = "the condition", .properties = condition_properties, .needs = condition_needs};

static const RkProperty look_properties[] = {
    DATUM_ROW, {"legend", MAP | NOTHING, .shape = &rk_shape_legend, .summary = "the legend; null for none"},
    SCALE_ROW, SORT_ROW,
    {0},
};
static const RkShape look = {.name = "the channel", .properties = look_properties, .includes = on_field};

static const RkProperty text_properties[] = {DATUM_ROW, FORMAT_ROWS, {0}};
static const RkShape text = {.name = "the channel", .properties = text_properties, .includes = on_field};

static const RkProperty order_properties[] = {
    {"sort", TEXT | NOTHING, rk_words_order, .summary = "direction"},
    {0},
};
static const RkShape order = {.name = "the channel", .properties = order_properties, .includes = on_field};

/** A channel that says what `base` says, and whose value, with or without a condition, is as the rest tells. */
#define CONDITIONAL(name_, base, ...)                                                                                  \
    static const RkShape name_##_condition;                                                                            \
    static const RkProperty name_##_rows[] = {                                                                         \
        {"condition", MAP | LIST, .items = MAP, .shape = &name_##_condition,                                           \
         .summary = "another definition for rows that pass a test"},                                                   \
        VALUE_ROW(__VA_ARGS__),                                                                                        \
        {0},                                                                                                           \
    };                                                                                                                 \
    static const RkShape *const on_##name_[] = {&base, NULL};                                                          \
    static const RkShape name_##_channel = {                                                                           \
        .name = "the channel", .properties = name_##_rows, .includes = on_##name_};                                    \
    static const RkShape *const on_##name_##_condition[] = {&condition, &name_##_channel, NULL};                       \
    static const RkShape name_##_condition = {.name = "the condition", .includes = on_##name_##_condition}

CONDITIONAL(paint, look, TEXT | NOTHING | MAP | ROWS, .shape = &rk_gradient_shape);
CONDITIONAL(number, look, NUMBER | ROWS);
CONDITIONAL(part, look, NUMBER | ROWS, .check = rk_check_part);
CONDITIONAL(size, look, NUMBER | ROWS, .check = rk_check_size);
CONDITIONAL(dash, look, LIST | ROWS, .items = NUMBER);
CONDITIONAL(symbol, look, TEXT | NOTHING | ROWS);
CONDITIONAL(written, text, TEXT | NUMBER | BOOLEAN | LIST | NOTHING | ROWS, .items = TEXT | NUMBER | BOOLEAN | NOTHING);
CONDITIONAL(address, text, TEXT | NOTHING | ROWS, .check = rk_check_address);
CONDITIONAL(rank, order, NUMBER | NOTHING | ROWS);

static const RkProperty tooltip_properties[] = {
    {"content", TEXT, .summary = "whether the tip shows the data or the encoding"},
    {0},
};
static const RkShape *const on_tip[] = {&written_channel, NULL};
static const RkShape tooltip = {.name = "the channel", .properties = tooltip_properties, .includes = on_tip};

/** One thing that a channel shows: of several the grammar would take the first it thinks of, without a word. */
static gboolean shows_one(const RkValue *definition, GError **error)
{
    static const char *const sources[] = {"field", "datum", "value"};
    const char *first = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(sources); i++) {
        const RkValue *source = rk_value_get(definition, sources[i]);
        if (source == NULL || rk_value_is(source, RK_VALUE_NULL))
            continue;
        if (first != NULL) {
            rk_error_set(error, RK_ERROR_SPEC, rk_value_place(source), "leave one of them out",
                         "a channel shows one thing, and this one has \"%s\" and \"%s\"", first, sources[i]);
            return FALSE;
        }
        first = sources[i];
    }
    return TRUE;
}

static gboolean check_source(const RkValue *value, GError **error)
{
    const RkValue *other = rk_value_get(value, "condition");
    for (guint i = 0; rk_value_is(value, RK_VALUE_LIST) && i < rk_value_length(value); i++)
        if (!shows_one(rk_value_at(value, i), error))
            return FALSE;
    for (guint i = 0; rk_value_is(other, RK_VALUE_LIST) && i < rk_value_length(other); i++)
        if (!shows_one(rk_value_at(other, i), error))
            return FALSE;
    return shows_one(value, error) && shows_one(other, error);
}

#define CHANNEL(name, shape_, summary_)                                                                                \
    {                                                                                                                  \
        name, MAP | NOTHING, .shape = &shape_, .check = check_source, .summary = summary_                              \
    }
#define CHANNELS(name, shape_, summary_)                                                                               \
    {                                                                                                                  \
        name, MAP | LIST | NOTHING, .items = MAP, .shape = &shape_, .check = check_source, .summary = summary_         \
    }
#define REFUSED(name, reason, summary_)                                                                                \
    {                                                                                                                  \
        name, ANYTHING, .unsupported = reason, .summary = summary_                                                     \
    }

static const RkProperty properties[] = {
    CHANNEL("x", position, "place across"),
    CHANNEL("y", position, "place up and down"),
    CHANNEL("x2", secondary, "the other end across"),
    CHANNEL("y2", secondary, "the other end up and down"),
    CHANNEL("xOffset", offset, "place within a band across"),
    CHANNEL("yOffset", offset, "place within a band up and down"),
    CHANNEL("theta", polar, "angle of an arc or a text"),
    CHANNEL("theta2", secondary, "the other angle of an arc"),
    CHANNEL("radius", polar, "outer radius of an arc, distance of a text from the middle"),
    CHANNEL("radius2", secondary, "inner radius of an arc"),
    CHANNEL("color", paint_channel, "colour of the mark"),
    CHANNEL("fill", paint_channel, "fill of the mark"),
    CHANNEL("stroke", paint_channel, "outline of the mark"),
    CHANNEL("opacity", part_channel, "opacity of the mark"),
    CHANNEL("fillOpacity", part_channel, "opacity of the fill"),
    CHANNEL("strokeOpacity", part_channel, "opacity of the outline"),
    CHANNEL("strokeWidth", size_channel, "thickness of the line"),
    CHANNEL("strokeDash", dash_channel, "dashes of the line"),
    CHANNEL("shape", symbol_channel, "form of the point"),
    CHANNEL("size", size_channel, "area of the point, thickness of the bar or size of the text"),
    CHANNEL("angle", number_channel, "turn of the mark"),
    CHANNEL("text", written_channel, "the text itself"),
    CHANNELS("detail", rk_shape_field_base, "groups rows without showing it"),
    CHANNELS("order", rank_channel, "order of the points of a line, or of the parts of a stack"),
    CHANNELS("tooltip", tooltip, "what a mark tells when asked"),
    CHANNEL("description", written_channel, "what screen readers say of the mark"),
    CHANNEL("href", address_channel, "address behind the mark"),
    CHANNEL("key", rk_shape_field_base, "identity of a row"),
    REFUSED("url", NO_IMAGES, "address of an image"),
    REFUSED("row", NO_FACETS, "one row of panels for each value"),
    REFUSED("column", NO_FACETS, "one column of panels for each value"),
    REFUSED("facet", NO_FACETS, "one panel for each value"),
    REFUSED("latitude", NO_MAPS, "degrees north"),
    REFUSED("latitude2", NO_MAPS, "the other degrees north"),
    REFUSED("longitude", NO_MAPS, "degrees east"),
    REFUSED("longitude2", NO_MAPS, "the other degrees east"),
    CHANNEL("xError", secondary, "half an interval across, of error bars and bands"),
    CHANNEL("xError2", secondary, "the other half of it, counted from the middle"),
    CHANNEL("yError", secondary, "half an interval up and down, of error bars and bands"),
    CHANNEL("yError2", secondary, "the other half of it, counted from the middle"),
    REFUSED("time", "animations are not drawn by this version", "moment of an animation"),
    {0},
};

const RkShape rk_shape_encoding = {.name = "the encoding", .properties = properties};
