/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The families of functions together, and the functions of Vega that are refused on purpose.
 */
#include "transform/expression-private.h"

#include <stdlib.h>
#include <string.h>

static const RkFunction *const families[] = {
    rk_functions_math,   rk_functions_text,         rk_functions_time,   rk_functions_type,     rk_functions_array,
    rk_functions_format, rk_functions_place,        rk_functions_period, rk_functions_calendar, rk_functions_code,
    rk_functions_color,  rk_functions_distribution, rk_functions_object};

const RkFunction *rk_function_find(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(families); i++)
        for (const RkFunction *function = families[i]; function->name != NULL; function++)
            if (strcmp(function->name, name) == 0)
                return function;
    return NULL;
}

const char **rk_function_names(void)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < G_N_ELEMENTS(families); i++)
        for (const RkFunction *function = families[i]; function->name != NULL; function++)
            g_ptr_array_add(names, (gpointer)function->name);
    g_ptr_array_add(names, (gpointer) "if");
    g_ptr_array_add(names, NULL);
    return (const char **)g_ptr_array_free(names, FALSE);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **rk_expression_functions(void)
{
    const char **names = rk_function_names();
    qsort(names, g_strv_length((char **)names), sizeof *names, compare_names);
    return names;
}

const char *rk_expression_function_gives(const char *name)
{
    const RkFunction *function = rk_function_find(name);
    if (function == NULL || function->gives == RK_SCALAR_NULL)
        return "any value";
    return rk_scalar_kind_name(function->gives);
}

const char *rk_function_refusal(const char *name)
{
    static const char clock[] = "a figure does not depend on the clock: write the date";
    static const char chance[] = "a figure does not depend on chance";
    static const char events[] = "a printed figure has no events";
    static const char scales[] = "scales are made after expressions: use encodings";
    static const char maps[] = "maps are not drawn by this version";
    static const char rows[] = "an expression sees one row: use joinaggregate, window or lookup";
    static const char window[] = "a printed figure has no window: use width and height";
    static const char internal[] = "it is not for figure files: use predicates and conditions";
    static const struct {
        const char *name;
        const char *reason;
    } refused[] = {{"now", clock},
                   {"random", chance},
                   {"sampleNormal", chance},
                   {"sampleUniform", chance},
                   {"sampleLogNormal", chance},
                   {"event", events},
                   {"item", events},
                   {"x", events},
                   {"y", events},
                   {"xy", events},
                   {"group", events},
                   {"view", events},
                   {"inScope", events},
                   {"intersect", events},
                   {"intersectLasso", events},
                   {"lassoAppend", events},
                   {"lassoPath", events},
                   {"pinchAngle", events},
                   {"pinchDistance", events},
                   {"panLinear", events},
                   {"panLog", events},
                   {"panPow", events},
                   {"panSymlog", events},
                   {"zoomLinear", events},
                   {"zoomLog", events},
                   {"zoomPow", events},
                   {"zoomSymlog", events},
                   {"modify", events},
                   {"setdata", events},
                   {"encode", events},
                   {"bandspace", scales},
                   {"bandwidth", scales},
                   {"copy", scales},
                   {"domain", scales},
                   {"gradient", scales},
                   {"invert", scales},
                   {"range", scales},
                   {"scale", scales},
                   {"geoArea", maps},
                   {"geoBounds", maps},
                   {"geoCentroid", maps},
                   {"geoScale", maps},
                   {"geoShape", maps},
                   {"geoTranslate", maps},
                   {"pathShape", maps},
                   {"indata", rows},
                   {"treePath", rows},
                   {"treeAncestors", rows},
                   {"isTuple", rows},
                   {"containerSize", window},
                   {"screen", window},
                   {"windowSize", window},
                   {"vlSelectionTest", internal},
                   {"vlSelectionIdTest", internal},
                   {"vlSelectionResolve", internal},
                   {"vlSelectionTuples", internal},
                   {"interpolateLinear", internal}};
    if (g_str_has_prefix(name, "ease") && g_ascii_isupper(name[4]))
        return "nothing moves in a printed figure";
    for (guint i = 0; i < G_N_ELEMENTS(refused); i++)
        if (strcmp(refused[i].name, name) == 0)
            return refused[i].reason;
    return NULL;
}
