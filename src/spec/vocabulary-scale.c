/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scale may say, in a channel and in `config`.
 */
#include "spec/gradient.h"
#include "spec/vocabulary-private.h"

static const char *const types[] = {"linear",      "log",      "pow",      "sqrt",      "symlog",  "identity",
                                    "time",        "utc",      "band",     "point",     "ordinal", "sequential",
                                    "bin-ordinal", "quantile", "quantize", "threshold", NULL};

static const RkProperty scheme_properties[] = {
    {"name", TEXT, .required = TRUE, .summary = "name of the colour scheme"},
    {"count", NUMBER, .summary = "how many colours to take"},
    {"extent", LIST, .items = NUMBER, .least = 2, .most = 2,
     .summary = "part of the scheme to use, two numbers from 0 to 1"},
    {0},
};
static const RkShape scheme = {.name = "the scheme", .properties = scheme_properties};

static const char *const blends[] = {"rgb", "lab", "hcl", "hsl", "hsl-long", "hcl-long", "cubehelix", "cubehelix-long",
                                     NULL};

static const RkProperty bins_properties[] = {
    {"start", NUMBER, .summary = "where the first bin begins"},
    {"step", NUMBER, .required = TRUE, .summary = "width of a bin"},
    {"stop", NUMBER, .summary = "where the last bin ends"},
    {0},
};
static const RkShape bins = {.name = "the bins", .properties = bins_properties};

static const RkProperty interpolate_properties[] = {
    {"gamma", NUMBER, .summary = "exponent of the interpolation"},
    {"type", TEXT, blends, .required = TRUE, .summary = "colour space"},
    {0},
};
static const RkShape interpolate = {.name = "the interpolation", .properties = interpolate_properties};

static const RkProperty range_properties[] = {
    {"field", TEXT, .required = TRUE, .summary = "field that holds the range's values, one for each of the domain"},
    {0},
};
static const RkShape range = {.name = "the range", .properties = range_properties};

static const RkProperty domain_properties[] = {
    {"encoding", TEXT, .summary = "channel of the selection, where it has several"},
    {"field", TEXT, .summary = "field of the selection, where it has several"},
    {"param", TEXT, .summary = "selection that a reader would make; its first extent is drawn"},
    {"selection", ANYTHING, .unsupported = NO_SELECTIONS, .summary = "selection as Vega-Lite 4 had it"},
    {"unionWith", LIST, .items = ANYTHING & ~(LIST | NOTHING), .shape = &rk_shape_date_time,
     .summary = "values to add to the data's"},
    {0},
};
static const char *const domain_needs[] = {"param|unionWith", NULL};
static const RkShape domain = {.name = "the domain", .properties = domain_properties, .needs = domain_needs};

/** A map is a domain by itself, and a date-time within a list. */
static const RkShape *choose_domain(const RkValue *value, GError **error)
{
    (void)error;
    for (guint i = 0; i < rk_value_length(value); i++) {
        if (rk_shape_find(&rk_shape_date_time, rk_value_key_at(value, i)) != NULL)
            return &rk_shape_date_time;
    }
    return &domain;
}

/** Selections stand in place of the list, not in it. */
static gboolean check_domain(const RkValue *value, GError **error)
{
    for (guint i = 0; rk_value_is(value, RK_VALUE_LIST) && i < rk_value_length(value); i++) {
        const RkValue *item = rk_value_at(value, i);
        if (!rk_value_has(item, "param") && !rk_value_has(item, "unionWith"))
            continue;
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(item), "write it without the brackets",
                     "a list of values has no selection in it");
        return FALSE;
    }
    return TRUE;
}

/** To the power of 0 all values are one. */
static gboolean check_exponent(const RkValue *value, GError **error)
{
    if (rk_value_number_or(value, 1) != 0)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, "exponent: 1 is linear",
                 "a scale with the exponent 0 puts all values into one place");
    return FALSE;
}

static const RkProperty properties[] = {
    {"align", NUMBER, .check = rk_check_part, .summary = "how spare room is shared at the ends of bands, 0 to 1"},
    {"base", NUMBER, .summary = "base of a logarithmic scale"},
    {"bins", LIST | MAP, .items = NUMBER, .shape = &bins, .summary = "borders of bins"},
    {"clamp", BOOLEAN, .summary = "whether values beyond the domain are drawn at its ends"},
    {"constant", NUMBER, .summary = "width of the linear part of a symlog scale"},
    {"domain", LIST | TEXT | MAP, (const char *const[]){"unaggregated", NULL}, .items = ANYTHING & ~LIST,
     .choose = choose_domain, .check = check_domain, .summary = "the values that the scale spans, in order"},
    {"domainMax", NUMBER | TEXT | MAP, .shape = &rk_shape_date_time, .summary = "upper end of the domain"},
    {"domainMid", NUMBER, .summary = "middle of a diverging domain"},
    {"domainMin", NUMBER | TEXT | MAP, .shape = &rk_shape_date_time, .summary = "lower end of the domain"},
    {"domainRaw", LIST | NOTHING, .items = ANYTHING & ~LIST, .shape = &rk_shape_date_time,
     .summary = "a domain that overrides every other"},
    {"exponent", NUMBER, .check = check_exponent, .summary = "exponent of a power scale"},
    {"interpolate", TEXT | MAP, blends, .shape = &interpolate, .summary = "how colours between two others are found"},
    {"nice", BOOLEAN | NUMBER | TEXT | MAP, rk_words_interval, .shape = &rk_shape_interval,
     .summary = "widen the domain to round values"},
    {"padding", NUMBER, .check = rk_check_from_zero, .summary = "room at both ends; for bands, as a part of the step"},
    {"paddingInner", NUMBER, .check = rk_check_part, .summary = "room between bands, as a part of the step"},
    {"paddingOuter", NUMBER, .check = rk_check_from_zero,
     .summary = "room before the first and after the last band, as a part of the step"},
    {"range", LIST | TEXT | MAP, .items = ANYTHING & ~MAP, .shape = &range,
     .summary = "what the domain maps to: pixels, colours, sizes, shapes or the name of a range"},
    {"rangeMax", NUMBER | TEXT, .summary = "upper end of the range"},
    {"rangeMin", NUMBER | TEXT, .summary = "lower end of the range"},
    {"reverse", BOOLEAN, .summary = "whether the range is turned round"},
    {"round", BOOLEAN, .summary = "whether results are rounded to whole pixels"},
    {"scheme", TEXT | MAP, .shape = &scheme, .summary = "name of a colour scheme"},
    {"type", TEXT, types, .summary = "kind of the scale"},
    {"zero", BOOLEAN, .summary = "whether the domain includes zero"},
    {0},
};

const RkShape rk_shape_scale = {.name = "the scale", .properties = properties};

/** What a scale makes of a missing value, of the kinds that its results have. */
#define OUTPUT(name_, ...)                                                                                             \
    static const RkProperty name_##_rows[] = {                                                                         \
        {"value", .required = TRUE, .summary = "result of the scale for a missing value", .allow = __VA_ARGS__}, {0}}; \
    static const RkShape name_##_output = {.name = "the result", .properties = name_##_rows}

OUTPUT(number, NUMBER);
OUTPUT(part, NUMBER, .check = rk_check_part);
OUTPUT(size, NUMBER, .check = rk_check_size);
OUTPUT(across, NUMBER | TEXT, .words = (const char *const[]){"width", NULL});
OUTPUT(down, NUMBER | TEXT, .words = (const char *const[]){"height", NULL});
OUTPUT(paint, TEXT | NOTHING | MAP, .shape = &rk_gradient_shape);
OUTPUT(dash, LIST, .items = NUMBER);
OUTPUT(symbol, TEXT);

#define INVALID(channel, output)                                                                                       \
    {                                                                                                                  \
        channel, TEXT | MAP, outputs, .shape = &output##_output,                                                       \
                                      .summary = "what channel " channel " makes of a missing value"                   \
    }

static const char *const outputs[] = {"zero-or-min", NULL};

static const RkProperty invalid_properties[] = {
    INVALID("angle", number),
    INVALID("color", paint),
    INVALID("fill", paint),
    INVALID("fillOpacity", part),
    INVALID("opacity", part),
    INVALID("radius", number),
    INVALID("shape", symbol),
    INVALID("size", size),
    INVALID("stroke", paint),
    INVALID("strokeDash", dash),
    INVALID("strokeOpacity", part),
    INVALID("strokeWidth", size),
    INVALID("theta", number),
    {"time", ANYTHING, .summary = "of an animation; a static picture has none"},
    INVALID("x", across),
    INVALID("xOffset", number),
    INVALID("y", down),
    INVALID("yOffset", number),
    {0},
};
static const RkShape invalid = {.name = "the block", .properties = invalid_properties};

static const RkProperty config_properties[] = {
    {"animationDuration", NUMBER, .summary = "seconds of an animation; a static picture has none"},
    {"bandPaddingInner", NUMBER, .check = rk_check_part, .summary = "room between bands, as a part of the step"},
    {"bandPaddingOuter", NUMBER, .check = rk_check_part, .summary = "room at the ends of bands, as a part of the step"},
    {"bandWithNestedOffsetPaddingInner", NUMBER, .check = rk_check_part,
     .summary = "room between groups of offset bands"},
    {"bandWithNestedOffsetPaddingOuter", NUMBER, .check = rk_check_part,
     .summary = "room at the ends of groups of offset bands"},
    {"barBandPaddingInner", NUMBER, .check = rk_check_part, .summary = "room between bars, as a part of the step"},
    {"clamp", BOOLEAN, .summary = "whether values beyond a domain are drawn at its ends"},
    {"continuousPadding", NUMBER, .summary = "room at the ends of continuous scales, in pixels"},
    {"framesPerSecond", NUMBER, .summary = "speed of an animation; a static picture has none"},
    {"invalid", MAP, .shape = &invalid, .summary = "what missing values of a channel look like"},
    {"maxBandSize", NUMBER, .check = rk_check_size, .summary = "thickest bar, in pixels"},
    {"maxFontSize", NUMBER, .check = rk_check_size, .summary = "largest text of a size scale, in pixels"},
    {"maxOpacity", NUMBER, .check = rk_check_part, .summary = "upper end of an opacity scale"},
    {"maxSize", NUMBER, .check = rk_check_size, .summary = "largest symbol of a size scale, in square pixels"},
    {"maxStrokeWidth", NUMBER, .check = rk_check_size, .summary = "thickest line of a width scale, in pixels"},
    {"minBandSize", NUMBER, .check = rk_check_size, .summary = "thinnest bar, in pixels"},
    {"minFontSize", NUMBER, .check = rk_check_size, .summary = "smallest text of a size scale, in pixels"},
    {"minOpacity", NUMBER, .check = rk_check_part, .summary = "lower end of an opacity scale"},
    {"minSize", NUMBER, .check = rk_check_size, .summary = "smallest symbol of a size scale, in square pixels"},
    {"minStrokeWidth", NUMBER, .check = rk_check_size, .summary = "thinnest line of a width scale, in pixels"},
    {"niceCount", NUMBER, .summary = "steps to aim at when a domain is widened to round values"},
    {"offsetBandPaddingInner", NUMBER, .check = rk_check_part,
     .summary = "room between offset bands, as a part of their step"},
    {"offsetBandPaddingOuter", NUMBER, .check = rk_check_part,
     .summary = "room at the ends of offset bands, as a part of their step"},
    {"pointPadding", NUMBER, .check = rk_check_part,
     .summary = "room at the ends of point scales, as a part of the step"},
    {"quantileCount", NUMBER, .check = rk_check_count, .summary = "classes of a quantile scale"},
    {"quantizeCount", NUMBER, .check = rk_check_count, .summary = "classes of a quantize scale"},
    {"rectBandPaddingInner", NUMBER, .check = rk_check_part, .summary = "room between cells, as a part of the step"},
    {"round", BOOLEAN, .summary = "whether results are rounded to whole pixels"},
    {"tickBandPaddingInner", NUMBER, .check = rk_check_part,
     .summary = "room between tick marks' bands, as a part of the step"},
    {"useUnaggregatedDomain", BOOLEAN, .summary = "whether aggregated scales span the rows behind them"},
    {"xReverse", BOOLEAN, .summary = "whether x runs from right to left"},
    {"zero", BOOLEAN, .summary = "whether domains include zero"},
    {0},
};

const RkShape rk_shape_scale_config = {.name = "the scale block", .properties = config_properties};
