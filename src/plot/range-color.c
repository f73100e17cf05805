/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranges of colours: lists and schemes, sampled for categories and classes and run through for quantities, by the rules
 * of Vega's scale operator. What names no colours is an error with the nearest name.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>
#include <string.h>

#include "scene/color-scheme.h"

/** Where colours come from before a scale takes what it needs. */
typedef struct {
    RkColor *colors;
    guint count;
    gboolean running; /**< they are stops of a ramp */
    double samples;   /**< how many the figure asks for; 0: as the scale needs */
    double extent[2]; /**< part of the ramp */
} Source;

static void source_clear(Source *source)
{
    g_free(source->colors);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Source, source_clear)

static gboolean read_list(const RkScale *scale, const RkValue *list, Source *source, GError **error)
{
    source->count = rk_value_length(list);
    source->colors = g_new0(RkColor, MAX(source->count, 1));
    for (guint i = 0; i < source->count; i++) {
        const RkValue *item = rk_value_at(list, i);
        if (rk_plotting_color(scale->plotting, item, &source->colors[i]))
            continue;
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(item), "write a CSS colour such as #2B5C97",
                     "\"%s\" is not a colour", rk_value_text_or(item, rk_value_kind_name(item)));
        return FALSE;
    }
    return TRUE;
}

static gboolean unknown_scheme(const RkScale *scale, const char *name, RkPlace place, GError **error)
{
    const char *nearest = rk_nearest_word(name, rk_color_scheme_names());
    g_autofree char *hint = nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest)
                                            : g_strdup("name a scheme, or list colours as `range`");
    rk_error_set(error, RK_ERROR_SPEC, place, hint, "channel %s has no colours: no such range or scheme as \"%s\"",
                 rk_channel_name(scale->channel), name);
    return FALSE;
}

static void take_scheme(const RkColorScheme *scheme, Source *source)
{
    source->running = scheme->running;
    source->count = rk_color_scheme_length(scheme);
    source->colors = g_new0(RkColor, source->count);
    for (guint i = 0; i < source->count; i++)
        source->colors[i] = rk_color_scheme_color(scheme, i);
}

/** A list of the theme, a scheme, or a scheme with a count behind its name (blues-7). */
static gboolean read_scheme(const RkScale *scale, const char *name, RkPlace place, Source *source, GError **error)
{
    const RkValue *own = rk_config_get(scale->plotting->config, "scheme", name);
    if (rk_value_is(own, RK_VALUE_LIST))
        return read_list(scale, own, source, error);
    const RkColorScheme *scheme = rk_color_scheme_find_counted(name, &source->samples);
    if (scheme == NULL)
        return unknown_scheme(scale, name, place, error);
    take_scheme(scheme, source);
    return TRUE;
}

/** {name or scheme, count, extent}, where the scheme may be a list of colours, or the name alone. */
static gboolean read_scheme_value(const RkScale *scale, const RkValue *value, Source *source, GError **error)
{
    const RkValue *name = value, *extent = rk_value_get(value, "extent");
    if (rk_value_is(value, RK_VALUE_MAP))
        name = rk_value_has(value, "scheme") ? rk_value_get(value, "scheme") : rk_value_get(value, "name");
    source->samples = CLAMP(rk_value_number_or(rk_value_get(value, "count"), 0), 0, 1000);
    if (rk_value_length(extent) == 2) {
        source->extent[0] = rk_value_number_or(rk_value_at(extent, 0), 0);
        source->extent[1] = rk_value_number_or(rk_value_at(extent, 1), 1);
    }
    if (!rk_value_is(name, RK_VALUE_LIST))
        return read_scheme(scale, rk_value_text_or(name, ""), rk_value_place(name), source, error);
    source->running = TRUE;
    return read_list(scale, name, source, error);
}

static const char *usual_name(const RkScale *scale)
{
    const RkMark *mark = rk_scale_first_unit(scale)->mark;
    if (scale->type->discrete)
        return scale->measure == RK_ORDINAL && scale->plotting->vega_lite ? "ordinal" : "category";
    if (rk_scale_property(scale, "domainMid") != NULL)
        return "diverging";
    return mark->ramp != NULL ? mark->ramp : "ramp";
}

/** A range by name: the theme's, or a scheme of that name. */
static gboolean read_named(const RkScale *scale, const char *name, RkPlace place, Source *source, GError **error)
{
    const RkValue *found = rk_config_get(scale->plotting->config, "range", name);
    if (found == NULL)
        return read_scheme(scale, name, place, source, error);
    return rk_value_is(found, RK_VALUE_LIST) ? read_list(scale, found, source, error)
                                             : read_scheme_value(scale, found, source, error);
}

static gboolean find_source(RkScale *scale, Source *source, GError **error)
{
    const RkValue *range = rk_scale_property(scale, "range"), *scheme = rk_scale_property(scale, "scheme");
    GError *failure = NULL;
    const RkValue *list = rk_scale_range_list(scale, &failure);
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    if (list != NULL)
        return read_list(scale, list, source, error);
    if (range != NULL && rk_value_is(range, RK_VALUE_TEXT))
        return read_named(scale, rk_value_text_or(range, ""), rk_value_place(range), source, error);
    if (scheme != NULL)
        return read_scheme_value(scale, scheme, source, error);
    return read_named(scale, usual_name(scale), rk_value_place(scale->definition), source, error);
}

static gboolean set_blend(RkScale *scale, const Source *source, GError **error)
{
    const RkValue *own = rk_scale_property(scale, "interpolate");
    const RkValue *type = rk_value_is(own, RK_VALUE_MAP) ? rk_value_get(own, "type") : own;
    const char *name = rk_value_text_or(type, NULL);
    if (name == NULL && !scale->plotting->vega_lite)
        return TRUE;
    if (name == NULL || source->running)
        name = source->running ? "rgb" : "hcl";
    scale->blend = rk_color_blend_find(name);
    scale->gamma = source->running ? 1 : CLAMP(rk_value_number_or(rk_value_get(own, "gamma"), 1), 1e-3, 1e3);
    if (scale->blend != NULL)
        return TRUE;
    const char *nearest = rk_nearest_word(name, rk_color_blend_names());
    g_autofree char *hint = nearest == NULL ? NULL : g_strdup_printf("did you mean \"%s\"?", nearest);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(type), hint, "there is no colour space \"%s\"", name);
    return FALSE;
}

/** Two ends or two halves of a ramp run through all its colours; moments and longer domains take one a point. */
static gboolean runs_through(const RkScale *scale)
{
    return !scale->type->discrete && !scale->type->classes && scale->middle_count < 2 &&
           (!scale->type->temporal || !scale->plotting->vega_lite);
}

/** How many colours the scale has places for. */
static guint needed(const RkScale *scale, const Source *source)
{
    guint asked = (guint)source->samples;
    if (scale->type->discrete)
        return asked > 0 ? asked : MAX(scale->categories->len, 1);
    if (!scale->type->classes)
        return scale->middle_count + 2;
    guint own = scale->type->class_count != NULL ? scale->type->class_count(scale) : 0;
    return own > 0 ? own : asked > 0 ? asked : source->running ? 5 : source->count;
}

static double whole_byte(double part)
{
    return floor(part * 255 + 0.5) / 255;
}

/** `count` colours of a ramp without its ends, as Vega takes them: as texts, in whole bytes. */
static void sample(RkScale *scale, const Source *source, guint count)
{
    scale->colors = source->colors;
    scale->color_count = source->count;
    memcpy(scale->extent, source->extent, sizeof scale->extent);
    RkColor *colors = g_new0(RkColor, count);
    for (guint i = 0; i < count; i++) {
        RkColor color = rk_scale_ramp_color(scale, (i + 1.0) / (count + 1));
        colors[i] = (RkColor){whole_byte(color.red), whole_byte(color.green), whole_byte(color.blue), color.alpha};
    }
    scale->colors = colors;
    scale->color_count = count;
    scale->extent[0] = 0;
    scale->extent[1] = 1;
}

static void take_all(RkScale *scale, const Source *source, guint count)
{
    scale->colors = g_new0(RkColor, MAX(count, 1));
    scale->color_count = count;
    for (guint i = 0; i < count; i++)
        scale->colors[i] = source->colors[i % source->count];
}

/** A ramp of a scheme is run through from its other end; everything else is turned round itself. */
static void turn(RkScale *scale, gboolean ramp)
{
    double first = scale->extent[0];
    if (ramp) {
        scale->extent[0] = scale->extent[1];
        scale->extent[1] = first;
        return;
    }
    for (guint i = 0; i < scale->color_count / 2; i++) {
        RkColor kept = scale->colors[i];
        scale->colors[i] = scale->colors[scale->color_count - 1 - i];
        scale->colors[scale->color_count - 1 - i] = kept;
    }
}

static void fill(RkScale *scale, const Source *source)
{
    guint count = needed(scale, source);
    if (runs_through(scale)) {
        take_all(scale, source, source->count);
        memcpy(scale->extent, source->extent, sizeof scale->extent);
    } else if (source->running) {
        sample(scale, source, count);
        scale->blend = scale->plotting->vega_lite ? rk_color_blend_find("hcl") : NULL;
    } else if (scale->type->discrete) {
        take_all(scale, source, MAX(source->count, scale->categories->len));
        scale->distinct = source->count;
    } else {
        take_all(scale, source, scale->type->classes ? source->count : MIN(count, source->count));
    }
    if (scale->type->divide != NULL)
        scale->type->divide(scale, scale->color_count);
    if (scale->reversed)
        turn(scale, source->running && runs_through(scale));
}

/** Colours fixed for categories by the theme (fuels keep theirs across figures). */
static void fix_categories(RkScale *scale)
{
    if (rk_scale_property(scale, "range") != NULL || rk_scale_property(scale, "scheme") != NULL)
        return;
    for (guint i = 0; scale->type->discrete && i < MIN(scale->categories->len, scale->color_count); i++) {
        const char *category = g_ptr_array_index(scale->categories, i);
        rk_plotting_color(scale->plotting, rk_config_get(scale->plotting->config, "categoryColor", category),
                          &scale->colors[i]);
    }
}

gboolean rk_scale_color_range(RkScale *scale, GError **error)
{
    g_auto(Source) source = {.extent = {0, 1}};
    if (!find_source(scale, &source, error))
        return FALSE;
    if (source.count == 0) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(scale->definition),
                     "name a scheme, or list colours as `range`", "channel %s has no colours: its list is empty",
                     rk_channel_name(scale->channel));
        return FALSE;
    }
    if (!set_blend(scale, &source, error))
        return FALSE;
    fill(scale, &source);
    fix_categories(scale);
    return TRUE;
}
