/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values that a figure writes into a domain: numbers, periods, date-time maps, expressions, and lists of them. What is
 * none of these is an error with its place.
 */
#include "plot/scale.h"

#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "transform/datetime.h"

static gboolean from_map(RkScale *scale, const RkValue *value, double *number, GError **error)
{
    const RkValue *expression = rk_value_get(value, "expr");
    if (expression != NULL)
        return rk_plotting_number(scale->plotting, expression, number, error);
    const RkValue *written = rk_value_get(rk_scale_first_use(scale)->definition, "timeUnit");
    RkTimeUnit unit;
    RkScalar moment;
    gboolean cut = written != NULL && rk_time_unit_read(written, &unit, NULL);
    if (!rk_datetime_read(value, cut ? &unit : NULL, &moment, error))
        return FALSE;
    *number = moment.number;
    return TRUE;
}

gboolean rk_scale_part(const RkScale *scale, const RkValue *value, RkScalar *moment)
{
    const RkValue *written = rk_value_get(rk_scale_first_use(scale)->definition, "timeUnit");
    RkTimeUnit unit;
    return written != NULL && rk_time_unit_read(written, &unit, NULL) && rk_time_unit_is_single(&unit) &&
           rk_datetime_of_part(value, &unit, moment, NULL);
}

gboolean rk_scale_bound(RkScale *scale, const RkValue *value, double *number, GError **error)
{
    RkFrequency frequency;
    const char *text = rk_value_text_or(value, NULL);
    if (rk_value_is(value, RK_VALUE_MAP))
        return from_map(scale, value, number, error);
    if (text != NULL && scale->type->temporal &&
        (rk_period_parse(text, strlen(text), number, &frequency) || rk_date_read(text, number, &frequency)))
        return TRUE;
    GError *problem = NULL;
    if (rk_plotting_number(scale->plotting, value, number, &problem))
        return TRUE;
    if (text != NULL)
        g_prefix_error(&problem, "channel %s has numbers, and \"%s\" gives none: ", rk_channel_name(scale->channel),
                       text);
    g_propagate_error(error, problem);
    return FALSE;
}

const RkValue *rk_scale_list(RkScale *scale, const RkValue *value, GError **error)
{
    if (rk_value_is(value, RK_VALUE_LIST))
        return value;
    const RkValue *text = rk_value_get(value, "expr");
    if (text == NULL)
        return NULL;
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), error);
    RkScalar scalar;
    if (expression == NULL || !rk_expression_scalar(expression, NULL, 0, scale->plotting->scope, &scalar, error))
        return NULL;
    if (scalar.kind != RK_SCALAR_TREE || !rk_value_is(scalar.tree, RK_VALUE_LIST)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(text), NULL, "\"%s\" does not give a list",
                     rk_value_text_or(text, ""));
        return NULL;
    }
    /* The expression owns its list. */
    RkValue *copy = rk_document_list(scale->plotting->scratch, rk_value_place(text));
    for (guint i = 0; i < rk_value_length(scalar.tree); i++) {
        const RkValue *item = rk_value_at(scalar.tree, i);
        const char *word = rk_value_text_or(item, NULL);
        double number = rk_value_number_or(item, NAN);
        rk_value_append(copy, word != NULL
                                  ? rk_document_text(scale->plotting->scratch, rk_value_place(text), word)
                                  : rk_document_number(scale->plotting->scratch, rk_value_place(text), number));
    }
    return copy;
}
