/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Box plots: the median and the quartiles, whiskers to the last values within so many times their distance (Tukey) or
 * to the extremes, and what lies beyond as points. The layers are those of Vega-Lite.
 */
#include "plot/composites/composites-private.h"
#include "spec/checks.h"

#include <math.h>

#define PART(name_, what)                                                                                              \
    {                                                                                                                  \
        name_, RK_ALLOW_BOOLEAN | RK_ALLOW_MAP | RK_ALLOW_NULL, .shape = &rk_part_shape, .summary = what               \
    }

extern const RkShape rk_part_shape;
static const char *const extents[] = {"min-max", NULL};

static const RkProperty properties[] = {
    {"size", RK_ALLOW_NUMBER, .check = rk_check_size, .summary = "thickness of the box and the median in pixels"},
    {"extent", RK_ALLOW_NUMBER | RK_ALLOW_TEXT, .words = extents,
     .summary = "how many times the distance of the quartiles whiskers may reach, or min-max"},
    PART("box", "the box: properties of the bar mark, or false"),
    PART("median", "the median: properties of the tick mark, or false"),
    PART("rule", "the whiskers: properties of the rule mark, or false"),
    PART("ticks", "the ends of the whiskers: properties of the tick mark, or true"),
    PART("outliers", "what lies beyond: properties of the point mark, or false"),
    {0},
};
extern const RkShape rk_composite_shape;
static const RkShape words = {.name = "the boxplot mark", .properties = properties};
static const RkShape *const includes[] = {&rk_composite_shape, &words, NULL};
static const RkShape shape = {.name = "the boxplot mark", .includes = includes};

typedef struct {
    RkComposing composing;
    gboolean extremes; /**< whiskers reach to them */
    double reach;
    const RkValue *invalid;
    RkValue *plain; /**< the shared channels without colour and size */
} Plot;

static RkValue *plain_mark(Plot *plot, const char *type)
{
    RkValue *mark = rk_part_mark(&plot->composing, type);
    rk_map_put(plot->composing.source, mark, "invalid", plot->invalid);
    return mark;
}

static RkValue *tick_mark(Plot *plot)
{
    RkValue *mark = plain_mark(plot, "tick");
    rk_map_put_text(plot->composing.source, mark, "orient", plot->composing.horizontal ? "vertical" : "horizontal");
    rk_map_put_flag(plot->composing.source, mark, "aria", FALSE);
    return mark;
}

/** The five numbers behind a box. */
static RkValue *summary_tooltip(Plot *plot)
{
    const char *const rows[][2] = {{plot->extremes ? "upper_whisker_" : "max_", "Max"},
                                   {"upper_box_", "Q3"},
                                   {"mid_box_", "Median"},
                                   {"lower_box_", "Q1"},
                                   {plot->extremes ? "lower_whisker_" : "min_", "Min"},
                                   {NULL, NULL}};
    return rk_part_tooltip(&plot->composing, rows, TRUE);
}

static RkValue *whisker_tooltip(Plot *plot)
{
    static const char *const rows[][2] = {
        {"upper_whisker_", "Upper Whisker"}, {"lower_whisker_", "Lower Whisker"}, {NULL, NULL}};
    return plot->extremes ? summary_tooltip(plot) : rk_part_tooltip(&plot->composing, rows, TRUE);
}

static void add_whiskers(Plot *plot, RkValue *layers)
{
    static const char *const reaches[][2] = {{"lower_whisker_", "lower_box_"}, {"upper_box_", "upper_whisker_"}};
    static const char *const ends[] = {"lower_whisker_", "upper_whisker_"};
    const RkUnitSource *source = plot->composing.source;
    RkValue *rule = plain_mark(plot, "rule"), *tick = tick_mark(plot), *tooltip = whisker_tooltip(plot);
    rk_map_put_flag(source, rule, "aria", FALSE);
    rk_map_put_text(source, tick, "color", "black");
    rk_map_put_number(source, tick, "opacity", 1);
    for (guint i = 0; i < 2; i++)
        rk_part_add(&plot->composing, layers,
                    &(RkPart){"rule", rule, reaches[i][0], reaches[i][1], plot->plain, tooltip});
    for (guint i = 0; i < 2; i++)
        rk_part_add(&plot->composing, layers, &(RkPart){"ticks", tick, ends[i], NULL, plot->plain, tooltip});
}

/** The median is white on its box, and has the box's colour where the box is flat. */
static RkValue *median_channels(Plot *plot)
{
    const RkUnitSource *source = plot->composing.source;
    const RkValue *color = rk_value_get(plot->composing.shared, "color");
    g_autofree char *lower = rk_composing_datum(&plot->composing, "lower_box_");
    g_autofree char *upper = rk_composing_datum(&plot->composing, "upper_box_");
    g_autofree char *test = g_strdup_printf("%s >= %s", lower, upper);
    RkValue *channels = rk_map_new(source), *condition = rk_map_new(source), *conditional = rk_map_new(source);
    const RkValue *box = rk_config_get(source->config, "boxplot", "box");
    const RkValue *usual = rk_value_get(box, "color");
    rk_map_put_all(source, channels, plot->plain);
    rk_map_put(source, channels, "size", rk_value_get(plot->composing.shared, "size"));
    rk_map_put_all(source, condition, color);
    if (color == NULL)
        rk_map_put(source, condition, "value", usual != NULL ? usual : rk_config_get(source->config, "mark", "color"));
    rk_map_put_text(source, condition, "test", test);
    rk_map_put(source, conditional, "condition", condition);
    rk_map_put(source, channels, "color", conditional);
    return channels;
}

static void add_box(Plot *plot, RkValue *layers)
{
    const RkUnitSource *source = plot->composing.source;
    const RkValue *size = rk_source_property(source, "size");
    const RkValue *color = rk_value_get(rk_config_get(source->config, "boxplot", "median"), "color");
    RkValue *box = plain_mark(plot, "bar"), *median = tick_mark(plot), *tooltip = summary_tooltip(plot);
    rk_map_put(source, box, "size", size);
    rk_map_put_text(source, box, "orient", plot->composing.horizontal ? "horizontal" : "vertical");
    rk_map_put_text(source, box, "ariaRoleDescription", "box");
    guint before = rk_value_length(layers);
    rk_part_add(&plot->composing, layers,
                &(RkPart){"box", box, "lower_box_", "upper_box_", plot->composing.shared, tooltip});
    /* One of them shows the flags. */
    if (rk_value_length(layers) > before)
        rk_map_put_flag(source, median, "flags", FALSE);
    rk_map_put(source, median, "color", color);
    rk_map_put(source, median, "size", size);
    rk_part_add(&plot->composing, layers,
                &(RkPart){"median", median, "mid_box_", NULL, median_channels(plot), tooltip});
}

/** Median, quartiles and extremes of each group. */
static void add_summary(Plot *plot, RkValue *transforms)
{
    RkComposing *composing = &plot->composing;
    RkValue *list = rk_map_list(composing->source);
    for (guint i = 0; i < rk_value_length(composing->statistics); i++)
        rk_value_append(list, rk_value_at(composing->statistics, i));
    rk_composing_operation(composing, list, "q1", composing->field, "lower_box_");
    rk_composing_operation(composing, list, "q3", composing->field, "upper_box_");
    rk_composing_operation(composing, list, "median", composing->field, "mid_box_");
    rk_composing_operation(composing, list, "min", composing->field, plot->extremes ? "lower_whisker_" : "min_");
    rk_composing_operation(composing, list, "max", composing->field, plot->extremes ? "upper_whisker_" : "max_");
    rk_value_append(transforms, rk_composing_aggregate(composing, list, "aggregate"));
}

/** Where whiskers may reach, as expressions; free both with g_free(). */
static void fences(const Plot *plot, char **lower, char **upper)
{
    char reach[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *q1 = rk_composing_datum(&plot->composing, "lower_box_");
    g_autofree char *q3 = rk_composing_datum(&plot->composing, "upper_box_");
    g_ascii_dtostr(reach, sizeof reach, plot->reach);
    *lower = g_strdup_printf("%s - %s * (%s - %s)", q1, reach, q3, q1);
    *upper = g_strdup_printf("%s + %s * (%s - %s)", q3, reach, q3, q1);
}

static char *value_datum(const Plot *plot)
{
    g_autofree char *escaped = g_strescape(plot->composing.field, "");
    return g_strdup_printf("datum[\"%s\"]", escaped);
}

static RkValue *outliers(Plot *plot, const char *lower, const char *upper)
{
    RkComposing *composing = &plot->composing;
    const RkUnitSource *source = composing->source;
    static const char *const untold[] = {"tooltip", NULL};
    g_autofree char *value = value_datum(plot);
    g_autofree char *beyond = g_strdup_printf("(%s < %s) || (%s > %s)", value, lower, value, upper);
    RkValue *encoding = rk_map_new(source), *transforms = rk_map_list(source);
    RkValue *quantity = rk_part_quantity(composing, "");
    rk_map_put_text(source, quantity, "field", composing->field);
    rk_map_put(source, encoding, composing->axis, quantity);
    rk_map_put_all(source, encoding, rk_map_without(source, plot->plain, untold));
    rk_map_put(source, encoding, "color", rk_value_get(composing->shared, "color"));
    RkValue *layer = rk_part_layer(composing, "outliers", rk_part_mark(composing, "point"), encoding);
    if (layer == NULL)
        return NULL;
    rk_composing_filter(composing, transforms, beyond);
    rk_map_put(source, layer, "transform", transforms);
    return layer;
}

/** Whiskers end at the last values within the fences. */
static RkValue *fenced_whiskers(Plot *plot, const char *lower, const char *upper)
{
    RkComposing *composing = &plot->composing;
    const RkUnitSource *source = composing->source;
    g_autofree char *value = value_datum(plot);
    g_autofree char *within = g_strdup_printf("(%s <= %s) && (%s <= %s)", lower, value, value, upper);
    g_autofree char *q1 = g_strconcat("lower_box_", composing->alias, NULL);
    g_autofree char *q3 = g_strconcat("upper_box_", composing->alias, NULL);
    RkValue *transforms = rk_map_list(source), *list = rk_map_list(source), *layers = rk_map_list(source);
    rk_composing_filter(composing, transforms, within);
    rk_composing_operation(composing, list, "min", composing->field, "lower_whisker_");
    rk_composing_operation(composing, list, "max", composing->field, "upper_whisker_");
    rk_composing_operation(composing, list, "min", q1, "lower_box_");
    rk_composing_operation(composing, list, "max", q3, "upper_box_");
    for (guint i = 0; i < rk_value_length(composing->statistics); i++)
        rk_value_append(list, rk_value_at(composing->statistics, i));
    rk_value_append(transforms, rk_composing_aggregate(composing, list, "aggregate"));
    add_whiskers(plot, layers);
    RkValue *view = rk_map_new(source);
    rk_map_put(source, view, "transform", transforms);
    rk_map_put(source, view, "layer", layers);
    return rk_value_length(layers) > 0 ? view : NULL;
}

/** The rows with the quartiles of their group: outliers and whiskers. */
static RkValue *beyond_the_box(Plot *plot)
{
    RkComposing *composing = &plot->composing;
    const RkUnitSource *source = composing->source;
    RkValue *transforms = rk_map_list(source), *list = rk_map_list(source), *layers = rk_map_list(source);
    g_autofree char *lower = NULL, *upper = NULL;
    fences(plot, &lower, &upper);
    for (guint i = 0; i < rk_value_length(composing->transforms); i++)
        rk_value_append(transforms, rk_value_at(composing->transforms, i));
    rk_composing_operation(composing, list, "q1", composing->field, "lower_box_");
    rk_composing_operation(composing, list, "q3", composing->field, "upper_box_");
    rk_value_append(transforms, rk_composing_aggregate(composing, list, "joinaggregate"));
    RkValue *points = outliers(plot, lower, upper), *whiskers = fenced_whiskers(plot, lower, upper);
    if (points != NULL)
        rk_value_append(layers, points);
    if (whiskers != NULL)
        rk_value_append(layers, whiskers);
    RkValue *view = rk_map_new(source);
    rk_map_put(source, view, "transform", transforms);
    rk_map_put(source, view, "layer", layers);
    return rk_value_length(layers) > 0 ? view : NULL;
}

static const RkValue *assemble(Plot *plot)
{
    RkComposing *composing = &plot->composing;
    const RkUnitSource *source = composing->source;
    RkValue *transforms = rk_map_list(source), *boxes = rk_map_list(source), *view = rk_map_new(source);
    for (guint i = 0; i < rk_value_length(composing->transforms); i++)
        rk_value_append(transforms, rk_value_at(composing->transforms, i));
    add_summary(plot, transforms);
    if (plot->extremes)
        add_whiskers(plot, boxes);
    add_box(plot, boxes);
    RkValue *beyond = plot->extremes ? NULL : beyond_the_box(plot);
    rk_map_put(source, view, "transform", transforms);
    rk_map_put(source, view, "layer", boxes);
    if (beyond == NULL)
        return view;
    RkValue *whole = rk_map_new(source), *layers = rk_map_list(source);
    rk_value_append(layers, beyond);
    if (rk_value_length(boxes) > 0)
        rk_value_append(layers, view);
    rk_map_put(source, whole, "layer", layers);
    return whole;
}

static const RkValue *expand(const RkUnitSource *source, GError **error)
{
    static const char *const none[] = {NULL}, *const looks[] = {"color", "size", NULL};
    gboolean horizontal;
    Plot plot = {.invalid = rk_value_get(source->mark, "invalid")};
    if (!rk_composite_way(source, &horizontal, error) ||
        !rk_composing_begin(&plot.composing, source, horizontal, none, error))
        return NULL;
    const RkValue *extent = rk_source_property(source, "extent");
    plot.extremes = rk_value_is_text(extent, "min-max");
    plot.reach = rk_value_number_or(extent, 1.5);
    plot.plain = rk_map_without(source, plot.composing.shared, looks);
    return assemble(&plot);
}

extern const RkComposite rk_composite_boxplot;
const RkComposite rk_composite_boxplot = {
    .name = "boxplot",
    .summary = "median, quartiles, whiskers and outliers of each group",
    .shape = &shape,
    .expand = expand,
};
