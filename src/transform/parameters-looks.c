/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a selection looks at: fields and channels. Values and extents of others would have no effect, and are refused.
 */
#include "transform/parameters-private.h"

#include "base/shape.h"

/** The fields and channels that a selection names itself in `names`, or those of an interval; FALSE where it looks at
 * whatever its values name. */
static gboolean looked_at(const RkParameter *parameter, GPtrArray *names)
{
    const RkValue *words = rk_value_get(parameter->definition, "select");
    const RkValue *lists[2] = {rk_value_get(words, "fields"), rk_value_get(words, "encodings")};
    for (guint list = 0; list < 2; list++)
        for (guint i = 0; i < rk_value_length(lists[list]); i++)
            g_ptr_array_add(names, (gpointer)rk_value_text_or(rk_value_at(lists[list], i), ""));
    if (names->len == 0 && rk_selection_is_interval(parameter)) {
        g_ptr_array_add(names, (gpointer) "x");
        g_ptr_array_add(names, (gpointer) "y");
    }
    return names->len > 0;
}

static gboolean check_key(const RkParameter *parameter, const RkValue *root, const char *key, RkPlace place,
                          GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    if (!looked_at(parameter, names))
        return TRUE;
    for (guint i = 0; i < names->len; i++) {
        const char *field = rk_selection_field(parameter, root, names->pdata[i]);
        if (g_str_equal(names->pdata[i], key) || g_strcmp0(field, key) == 0)
            return TRUE;
    }
    g_ptr_array_add(names, NULL);
    g_autofree char *hint = rk_hint_from(key, (const char *const *)names->pdata, "it looks at ");
    rk_error_set(error, RK_ERROR_SPEC, place, hint, "the selection \"%s\" does not look at \"%s\"",
                 rk_value_text_or(rk_value_get(parameter->definition, "name"), ""), key);
    return FALSE;
}

static gboolean is_date(const RkValue *map)
{
    for (guint i = 0; i < rk_value_length(map); i++)
        if (rk_shape_find(&rk_shape_date_time, rk_value_key_at(map, i)) == NULL)
            return FALSE;
    return TRUE;
}

static gboolean check_map(const RkParameter *parameter, const RkValue *root, const RkValue *map, GError **error)
{
    if (!rk_value_is(map, RK_VALUE_MAP) || is_date(map))
        return TRUE;
    for (guint i = 0; i < rk_value_length(map); i++)
        if (!check_key(parameter, root, rk_value_key_at(map, i), rk_value_key_place_at(map, i), error))
            return FALSE;
    return TRUE;
}

gboolean rk_selection_check_values(const RkParameter *parameter, const RkValue *root, GError **error)
{
    const RkValue *value = rk_value_get(parameter->definition, "value");
    if (!rk_parameter_is_selection(parameter))
        return TRUE;
    for (guint i = 0; rk_value_is(value, RK_VALUE_LIST) && i < rk_value_length(value); i++)
        if (!check_map(parameter, root, rk_value_at(value, i), error))
            return FALSE;
    return check_map(parameter, root, value, error);
}

static const RkProperty extent_properties[] = {
    {"encoding", RK_ALLOW_TEXT, .summary = "channel of the selection, where it has several"},
    {"field", RK_ALLOW_TEXT, .summary = "field of the selection, where it has several"},
    {"param", RK_ALLOW_TEXT, .required = TRUE, .summary = "selection that a reader would make"},
    {"unionWith", RK_ALLOW_ANY, .summary = "values to add to the data's"},
    {0},
};
static const RkShape extent_shape = {.name = "the extent", .properties = extent_properties};

static gboolean unknown_parameter(const RkValue *param, const GPtrArray *parameters, GError **error)
{
    const char *name = rk_value_text_or(param, "");
    g_autofree const char **names = g_new0(const char *, parameters->len + 1);
    for (guint i = 0; i < parameters->len; i++)
        names[i] = rk_value_text_or(rk_value_get(((const RkParameter *)parameters->pdata[i])->definition, "name"), "");
    g_autofree char *hint = rk_hint_nearest(name, names, NULL);
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(param), hint, "there is no parameter \"%s\"", name);
    return FALSE;
}

gboolean rk_selection_check_extent(const RkValue *extent, const GPtrArray *parameters, const RkValue *root,
                                   GError **error)
{
    static const char *const words[] = {"field", "encoding"};
    const RkValue *param = rk_value_is(extent, RK_VALUE_MAP) ? rk_value_get(extent, "param") : NULL;
    const char *name = rk_value_text_or(param, NULL);
    if (name == NULL)
        return TRUE;
    if (!rk_shape_check(extent, &extent_shape, error))
        return FALSE;
    const RkParameter *parameter = rk_parameters_find(parameters, name);
    if (parameter == NULL)
        return unknown_parameter(param, parameters, error);
    for (guint i = 0; rk_parameter_is_selection(parameter) && i < G_N_ELEMENTS(words); i++) {
        const RkValue *key = rk_value_get(extent, words[i]);
        if (key != NULL && !check_key(parameter, root, rk_value_text_or(key, ""), rk_value_place(key), error))
            return FALSE;
    }
    return TRUE;
}
