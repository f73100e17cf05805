/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parameters: values, expressions, controls and selections. A static picture shows their first values; what a reader
 * would do to them is known and without effect.
 */
#include "spec/vocabulary-private.h"

static const char *const selection_types[] = {"interval", "point", NULL};
static const char *const resolutions[] = {"global", "intersect", "union", NULL};

static const char *const channels[] = {
    "x",           "y",          "x2",          "y2",        "xOffset",  "yOffset",    "theta",       "theta2",
    "radius",      "radius2",    "color",       "fill",      "stroke",   "opacity",    "fillOpacity", "strokeOpacity",
    "strokeWidth", "strokeDash", "size",        "shape",     "angle",    "text",       "key",         "href",
    "url",         "time",       "description", "longitude", "latitude", "longitude2", "latitude2",   NULL};

static const RkProperty brush_properties[] = {
    {"cursor", TEXT, .summary = "pointer over the interval"},
    {"fill", COLOR, .summary = "fill of the interval"},
    {"fillOpacity", NUMBER, .check = rk_check_part, .summary = "opacity of the fill, 0 to 1"},
    {"stroke", COLOR, .summary = "outline of the interval"},
    {"strokeDash", LIST, .items = NUMBER, .summary = "lengths of strokes and gaps, in pixels"},
    {"strokeDashOffset", NUMBER, .summary = "where in that pattern the outline begins, in pixels"},
    {"strokeOpacity", NUMBER, .check = rk_check_part, .summary = "opacity of the outline, 0 to 1"},
    {"strokeWidth", NUMBER, .check = rk_check_size, .summary = "thickness of the outline, in pixels"},
    {0},
};
static const RkShape brush = {.name = "the interval", .properties = brush_properties};

/* The kinds of controls that pages have. */
static const char *const inputs[] = {"checkbox", "radio",    "range",          "select", "text", "number", "color",
                                     "date",     "datetime", "datetime-local", "email",  "file", "hidden", "image",
                                     "month",    "password", "search",         "tel",    "time", "url",    "week",
                                     NULL};

static const RkProperty control_properties[] = {
    {"autocomplete", TEXT, .summary = "hint for browsers"},
    {"debounce", NUMBER, .summary = "how long it waits, in milliseconds"},
    {"element", TEXT | MAP, .summary = "where on a page it stands"},
    {"event", TEXT, .summary = "the event that it listens to"},
    {"input", TEXT, inputs, .summary = "kind of control: range, select, radio, checkbox, text …"},
    {"labels", LIST, .items = TEXT, .summary = "words of its options"},
    {"max", NUMBER, .summary = "greatest value"},
    {"min", NUMBER, .summary = "least value"},
    {"name", TEXT, .summary = "what it is called"},
    {"options", LIST, .summary = "values to choose from"},
    {"placeholder", TEXT, .summary = "what an empty one says"},
    {"step", NUMBER, .summary = "distance of values"},
    {0},
};
static const char *const control_needs[] = {"input|element", NULL};
static const RkShape control = {.name = "the control", .properties = control_properties, .needs = control_needs};

static const RkProperty legend_properties[] = {
    {"legend", TEXT, .required = TRUE, .summary = "the event that a legend listens to"}, {0}};
static const RkShape legend = {.name = "the binding", .properties = legend_properties};

/* Of a selection each field may have a control. */
static const RkProperty any_control = {"field", MAP, .shape = &control, .summary = "the control of a field"};
static const RkShape controls = {.name = "the controls", .any = &any_control};

static const RkShape *choose_binding(const RkValue *value, GError **error)
{
    (void)error;
    if (rk_value_has(value, "legend") && !rk_value_is(rk_value_get(value, "legend"), RK_VALUE_MAP))
        return &legend;
    for (guint i = 0; i < rk_value_length(value); i++)
        if (!rk_value_is(rk_value_at(value, i), RK_VALUE_MAP) || rk_value_has(value, "element"))
            return &control;
    return &controls;
}

static const RkShape stream;
static const RkProperty stream_properties[] = {
    {"between", LIST, .items = MAP, .shape = &stream, .least = 2, .most = 2, .summary = "from one event to another"},
    {"consume", BOOLEAN, .summary = "whether nobody else hears of the event"},
    {"debounce", NUMBER, .summary = "how long it waits, in milliseconds"},
    {"filter", TEXT | LIST, .items = TEXT, .summary = "expressions that must hold"},
    {"markname", TEXT, .summary = "name of the marks that are listened to"},
    {"marktype", TEXT, .summary = "kind of the marks that are listened to"},
    {"merge", LIST, .items = MAP, .shape = &stream, .summary = "any of several events"},
    {"source", TEXT, (const char *const[]){"view", "window", "scope", NULL}, .summary = "where the event arises"},
    {"stream", MAP, .shape = &stream, .summary = "the event behind this one"},
    {"throttle", NUMBER, .summary = "least time between two events, in milliseconds"},
    {"type", TEXT, .summary = "the event: click, pointerover …"},
    {0},
};
static const char *const stream_needs[] = {"type|stream|merge", NULL};
static const RkShape stream = {.name = "the event", .properties = stream_properties, .needs = stream_needs};

static const RkProperty common_properties[] = {
    {"clear", TEXT | BOOLEAN | MAP, .shape = &stream, .summary = "the event that empties it; without effect"},
    {"encodings", LIST, channels, .items = TEXT, .summary = "channels whose values are selected"},
    {"fields", LIST, .items = TEXT, .summary = "fields whose values are selected"},
    {"on", TEXT | MAP, .shape = &stream, .summary = "the event that selects; without effect"},
    {"resolve", TEXT, resolutions, .summary = "how selections of several views come together; without effect"},
    {0},
};
static const RkShape common = {.name = "the selection", .properties = common_properties};

static const RkProperty interval_properties[] = {
    {"mark", MAP, .shape = &brush, .summary = "looks of the interval: fill, fillOpacity, stroke …"},
    {"translate", TEXT | BOOLEAN, .summary = "whether the interval can be moved; without effect"},
    {"zoom", TEXT | BOOLEAN, .summary = "whether the interval can be resized; without effect"},
    {0},
};
static const RkShape interval_words = {.name = "the interval", .properties = interval_properties};

static const RkProperty point_properties[] = {
    {"nearest", BOOLEAN, .summary = "whether the nearest mark is taken; without effect"},
    {"toggle", TEXT | BOOLEAN, .summary = "how values are added and taken away; without effect"},
    {0},
};
static const RkShape point_words = {.name = "the points", .properties = point_properties};

static const RkProperty select_properties[] = {
    {"type", TEXT, selection_types, .required = TRUE, .summary = "point or interval"}, {0}};
static const RkShape *const select_includes[] = {&common, &interval_words, &point_words, NULL};
static const RkShape selection = {
    .name = "the selection", .properties = select_properties, .includes = select_includes};

/** The ends of an interval, or the categories that it covers. */
static gboolean check_ends(const RkValue *ends, GError **error)
{
    if (rk_value_length(ends) == 2 || rk_value_is(rk_value_at(ends, 0), RK_VALUE_TEXT))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, "write [from, to]", "an interval has two ends");
    return FALSE;
}

static const RkProperty any_interval = {"channel",
                                        LIST,
                                        .items = NUMBER | TEXT | BOOLEAN | MAP,
                                        .shape = &rk_shape_date_time,
                                        .check = check_ends,
                                        .summary = "ends of the interval"};
static const RkShape interval_values = {.name = "the interval", .any = &any_interval};

static const RkProperty any_point = {"field", ANYTHING & ~LIST, .shape = &rk_shape_date_time,
                                     .summary = "value of a field or channel"};
static const RkShape point_values = {.name = "the point", .any = &any_point};

/** A map is a date by itself, or has values by field. */
static const RkShape *choose_point(const RkValue *value, GError **error)
{
    (void)error;
    for (guint i = 0; i < rk_value_length(value); i++) {
        if (rk_shape_find(&rk_shape_date_time, rk_value_key_at(value, i)) == NULL ||
            rk_value_is(rk_value_at(value, i), RK_VALUE_MAP))
            return &point_values;
    }
    return &rk_shape_date_time;
}

/* What config says of all selections of a kind. */
static const RkShape *const interval_includes[] = {&common, &interval_words, NULL};
static const RkShape *const point_includes[] = {&common, &point_words, NULL};
static const RkShape intervals = {.name = "the intervals", .includes = interval_includes};
static const RkShape points = {.name = "the points", .includes = point_includes};
static const RkProperty config_properties[] = {
    {"interval", MAP, .shape = &intervals, .summary = "all intervals"},
    {"point", MAP, .shape = &points, .summary = "all selections of points"},
    {0},
};
const RkShape rk_shape_selection_config = {.name = "the selections", .properties = config_properties};

static const RkProperty named_properties[] = {
    {"name", TEXT, .required = TRUE, .check = rk_check_identifier, .summary = "name for expressions and conditions"},
    {0},
};
static const RkShape named = {.name = "the parameter", .properties = named_properties};
static const RkShape *const on_named[] = {&named, NULL};

static const RkProperty variable_properties[] = {
    {"bind", MAP, .shape = &control, .summary = "the control that a reader would move"},
    {"expr", TEXT, .summary = "expression over other parameters"},
    {"react", BOOLEAN, .summary = "whether it follows the expression; without effect"},
    {"value", ANYTHING, .summary = "first value"},
    {0},
};
static const RkShape variable = {.name = "the parameter", .properties = variable_properties, .includes = on_named};

#define SELECTION_ROWS                                                                                                 \
    {"bind", TEXT | MAP, (const char *const[]){"legend", "scales", NULL}, .choose = choose_binding,                    \
     .summary = "the controls, legend or scales that a reader would move"},                                            \
        {"select", TEXT | MAP, selection_types, .shape = &selection,                                                   \
         .summary = "a selection that a reader would make"},                                                           \
    {                                                                                                                  \
        "views", LIST, .items = TEXT, .summary = "views that the selection belongs to"                                 \
    }

static const RkProperty interval_rows[] = {
    SELECTION_ROWS,
    {"value", MAP | NOTHING, .shape = &interval_values, .summary = "the ends that it begins with, by channel"},
    {0},
};
static const RkShape interval = {.name = "the parameter", .properties = interval_rows, .includes = on_named};

static const RkProperty point_rows[] = {
    SELECTION_ROWS,
    {"value", ANYTHING, .items = ANYTHING & ~LIST, .choose = choose_point,
     .summary = "the values that it begins with, by field or channel"},
    {0},
};
static const RkShape point = {.name = "the parameter", .properties = point_rows, .includes = on_named};

const RkShape *rk_choose_parameter(const RkValue *parameter, GError **error)
{
    (void)error;
    const RkValue *select = rk_value_get(parameter, "select");
    const RkValue *type = rk_value_is(select, RK_VALUE_MAP) ? rk_value_get(select, "type") : select;
    if (select == NULL)
        return &variable;
    return rk_value_is_text(type, "interval") ? &interval : &point;
}
