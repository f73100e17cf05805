/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that the grammar takes without a sound although they do nothing where they stand, or nothing that was meant:
 * one walk over the figure as it is written warns of them. It looks at words alone, never at rows, and refuses nothing.
 */
#include "plot/mark.h"

#include <string.h>

#include "scene/color-scheme.h"

static void walk(const RkPlotting *plotting, const RkValue *value, const char *key);

static void tell(const RkPlotting *plotting, const RkValue *value, const char *hint, const char *message)
{
    rk_diagnostics_add(plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(value), hint, "%s", message);
}

static void check_dashes(const RkPlotting *plotting, const RkValue *list)
{
    for (guint i = 0; i < rk_value_length(list); i++)
        if (rk_value_number_or(rk_value_at(list, i), 0) < 0)
            tell(plotting, rk_value_at(list, i), "write lengths from 0 on", "no dash has a negative length");
}

static void check_stops(const RkPlotting *plotting, const RkValue *stops)
{
    for (guint i = 0; i < rk_value_length(stops); i++) {
        const RkValue *offset = rk_value_get(rk_value_at(stops, i), "offset");
        double number = rk_value_number_or(offset, 0);
        if (number < 0 || number > 1)
            tell(plotting, offset, "write a number from 0 to 1", "a gradient ends before this stop");
    }
}

/** {step: 0} is read as if nothing were said. */
static void check_bin(const RkPlotting *plotting, const RkValue *bin)
{
    const RkValue *step = rk_value_get(bin, "step");
    if (rk_value_number_or(step, 1) == 0)
        tell(plotting, step, "leave it out, or give the width of a bin", "a step of 0 has no effect");
}

static void check_whiskers(const RkPlotting *plotting, const RkValue *box)
{
    const RkValue *extent = rk_value_get(box, "extent");
    if (rk_value_number_or(extent, 0) < 0)
        tell(plotting, extent, "write 1.5, or min-max", "whiskers of a negative length end within the box");
}

static const char *type_of(const RkValue *mark)
{
    return rk_value_text_or(rk_value_is(mark, RK_VALUE_MAP) ? rk_value_get(mark, "type") : mark, "");
}

/** A mark alone has no layers that could share anything; what a composite mark stands for has. */
static void check_resolve(const RkPlotting *plotting, const RkValue *view)
{
    const RkValue *resolve = rk_value_get(view, "resolve");
    if (resolve != NULL && rk_value_has(view, "mark") && rk_mark_find(type_of(rk_value_get(view, "mark"))) != NULL)
        tell(plotting, resolve, "leave it out", "resolve has no effect on a view without layers");
}

static void check_stack(const RkPlotting *plotting, const RkValue *channel)
{
    const RkValue *stack = rk_value_get(channel, "stack"), *type = rk_value_get(channel, "type");
    gboolean asks = rk_value_is(stack, RK_VALUE_TEXT) || rk_value_boolean_or(stack, FALSE);
    if (asks && (rk_value_is_text(type, "nominal") || rk_value_is_text(type, "ordinal")))
        tell(plotting, stack, "stack the channel that shows the numbers", "categories are not stacked");
}

static void check_parameter(const RkPlotting *plotting, const RkValue *parameter)
{
    const RkValue *name = rk_value_get(parameter, "name");
    const char *text = rk_value_text_or(name, "");
    if (text[strcspn(text, " \t\n")] != '\0')
        tell(plotting, name, "write it without blanks", "expressions cannot call a parameter whose name has a blank");
}

static void check_scheme(const RkPlotting *plotting, const RkValue *scheme)
{
    const char *name = rk_value_text_or(scheme, NULL);
    double count;
    if (name == NULL || rk_color_scheme_find_counted(name, &count) != NULL ||
        rk_config_get(plotting->config, "scheme", name) != NULL ||
        rk_config_get(plotting->config, "range", name) != NULL)
        return;
    const char *nearest = rk_nearest_word(name, rk_color_scheme_names());
    g_autofree char *hint = nearest == NULL ? NULL : g_strdup_printf("did you mean \"%s\"?", nearest);
    g_autofree char *message = g_strdup_printf("there is no colour scheme \"%s\"", name);
    tell(plotting, scheme, hint != NULL ? hint : "name a scheme, or list colours", message);
}

/** Ranges of colours that no scale asks for are not read otherwise. */
static void check_ranges(const RkPlotting *plotting, const RkValue *ranges)
{
    static const char *const colored[] = {"category", "diverging", "heatmap", "ordinal", "ramp"};
    for (guint i = 0; i < G_N_ELEMENTS(colored); i++) {
        const RkValue *range = rk_value_get(ranges, colored[i]);
        RkColor color;
        check_scheme(plotting, rk_value_is(range, RK_VALUE_MAP) ? rk_value_get(range, "scheme") : range);
        for (guint k = 0; rk_value_is(range, RK_VALUE_LIST) && k < rk_value_length(range); k++) {
            const RkValue *item = rk_value_at(range, k);
            g_autofree char *message =
                g_strdup_printf("\"%s\" is not a colour", rk_value_text_or(item, rk_value_kind_name(item)));
            if (!rk_plotting_color(plotting, item, &color))
                tell(plotting, item, "write a CSS colour such as #2B5C97", message);
        }
    }
}

/** The grammar wants locales whole; here the language gives what is missing. */
static void check_locale(const RkPlotting *plotting, const RkValue *locale, const char *of, const char *const *keys)
{
    g_autoptr(GString) missing = g_string_new(NULL);
    for (guint i = 0; keys[i] != NULL; i++)
        if (!rk_value_has(locale, keys[i]))
            g_string_append_printf(missing, "%s%s", missing->len > 0 ? ", " : "", keys[i]);
    g_autofree char *message = g_strdup_printf("the locale of %s lacks %s", of, missing->str);
    if (locale != NULL && missing->len > 0)
        tell(plotting, locale, "those of the language are taken", message);
}

static void check_locales(const RkPlotting *plotting, const RkValue *locale)
{
    static const char *const of_numbers[] = {"decimal", "thousands", "grouping", "currency", NULL};
    static const char *const of_times[] = {"dateTime",  "date",   "time",        "periods", "days",
                                           "shortDays", "months", "shortMonths", NULL};
    check_locale(plotting, rk_value_get(locale, "number"), "numbers", of_numbers);
    check_locale(plotting, rk_value_get(locale, "time"), "times", of_times);
}

/** Our own figures place names beside their bands so. */
static void check_band_position(const RkPlotting *plotting, const RkValue *channel)
{
    const RkValue *position = rk_value_get(channel, "bandPosition");
    double part = rk_value_number_or(position, 0);
    if (plotting->vega_lite && rk_value_has(channel, "field") && (part < 0 || part > 1))
        tell(plotting, position, "write a number from 0 to 1", "a place outside of its band");
}

static void check_map(const RkPlotting *plotting, const RkValue *map, const char *key)
{
    if (rk_value_has(map, "gradient"))
        check_stops(plotting, rk_value_get(map, "stops"));
    if (g_str_equal(key, "bin"))
        check_bin(plotting, map);
    if (g_str_equal(key, "boxplot") || g_str_equal(type_of(map), "boxplot"))
        check_whiskers(plotting, map);
    if (g_str_equal(key, "x") || g_str_equal(key, "y"))
        check_stack(plotting, map);
    if (g_str_equal(key, "params"))
        check_parameter(plotting, map);
    if (g_str_equal(key, "range"))
        check_ranges(plotting, map);
    if (g_str_equal(key, "locale") && plotting->vega_lite)
        check_locales(plotting, map);
    check_band_position(plotting, map);
    check_resolve(plotting, map);
}

static void walk_members(const RkPlotting *plotting, const RkValue *value, const char *key)
{
    static const char *const passed[] = {"data", "datasets", "usermeta", "values", "facts", NULL};
    gboolean map = rk_value_is(value, RK_VALUE_MAP);
    for (guint i = 0; i < rk_value_length(value); i++) {
        const char *name = map ? rk_value_key_at(value, i) : key;
        /* A value stands for its channel: strokeDash: {value: […]}. */
        if (!map || !g_strv_contains(passed, name))
            walk(plotting, rk_value_at(value, i), map && g_str_equal(name, "value") ? key : name);
    }
}

static void walk(const RkPlotting *plotting, const RkValue *value, const char *key)
{
    if (rk_value_is(value, RK_VALUE_MAP))
        check_map(plotting, value, key);
    else if (rk_value_is(value, RK_VALUE_LIST) && g_str_has_suffix(key, "Dash"))
        check_dashes(plotting, value);
    if (rk_value_is(value, RK_VALUE_MAP) || rk_value_is(value, RK_VALUE_LIST))
        walk_members(plotting, value, key);
}

void rk_plotting_tell_senseless(const RkPlotting *plotting)
{
    walk(plotting, rk_figure_root(plotting->figure), "");
}
