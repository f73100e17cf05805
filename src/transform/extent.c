/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * extent: the least and the greatest value of a column as a parameter, for the expressions of later transforms and of
 * channels. The rows stay as they are.
 */
#include "transform/transform-private.h"

#include <math.h>

#include "stats/location.h"

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *field = rk_value_get(options, "extent");
    const RkColumn *column = rk_option_column(field, input, "extent", error);
    if (column == NULL)
        return NULL;
    g_autofree double *made = NULL;
    const double *values = rk_column_doubles(column, &made);
    double ends[2] = {rk_stats_min(values, rk_table_rows(input)), rk_stats_max(values, rk_table_rows(input))};
    if (context->define != NULL)
        context->define(context->user, rk_value_text_or(rk_value_get(options, "param"), ""), ends, G_N_ELEMENTS(ends));
    return rk_table_ref(input);
}

static const RkProperty properties[] = {
    {.name = "extent", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "a column of numbers or times"},
    {.name = "param", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "name of the parameter: [least, greatest]"},
    {NULL}};
static const RkShape shape = {.name = "an extent transform", .properties = properties};

const RkTransform rk_transform_extent = {.name = "extent",
                                         .summary = "least and greatest value of a column as a parameter",
                                         .shape = &shape,
                                         .apply = apply};
