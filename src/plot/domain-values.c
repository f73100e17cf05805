/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values that a figure writes into a domain: numbers, periods, date-time maps, expressions, and lists of them. What is
 * none of these is an error with its place.
 */
#include "plot/scale.h"

#include <math.h>
#include <string.h>

#include "base/calendar.h"

/** The number of a month or day that is written as a number, a name or the beginning of one; 0 when it is none. */
static int named_number(const RkValue *value, const char *const *names, guint count)
{
    const char *text = rk_value_text_or(value, NULL);
    for (guint i = 0; text != NULL && i < count; i++) {
        if (strlen(text) >= 3 && g_ascii_strncasecmp(names[i], text, strlen(text)) == 0)
            return (int)i + 1;
    }
    double number = rk_value_number_or(value, NAN);
    return number >= 0 && number <= 1000 ? (int)number : 0;
}

static int part(const RkValue *map, const char *key, int otherwise)
{
    return (int)CLAMP(rk_value_number_or(rk_value_get(map, key), otherwise), -1e6, 1e6);
}

/** {year, quarter, month, date, day, hours …}, in UTC like all time here. */
static double date_time(const RkValue *map)
{
    const RkLocale *english = rk_locale_find("en");
    int month = named_number(rk_value_get(map, "month"), (const char *const *)english->months, 12);
    if (rk_value_has(map, "quarter"))
        month = 1 + 3 * (part(map, "quarter", 1) - 1);
    /* Without a year the grammar takes 2012, which begins on a Sunday and has a day more. */
    RkMoment moment = {.year = part(map, "year", 2012), .month = MAX(month, 1), .day = part(map, "date", 1)};
    moment.hour = part(map, "hours", 0);
    moment.minute = part(map, "minutes", 0);
    moment.second = part(map, "seconds", 0);
    moment.millisecond = part(map, "milliseconds", 0);
    if (rk_value_has(map, "day") && !rk_value_has(map, "date"))
        moment.day = named_number(rk_value_get(map, "day"), (const char *const *)english->days, 7);
    return rk_moment_join(&moment);
}

static gboolean from_map(RkScale *scale, const RkValue *value, double *number, GError **error)
{
    const RkValue *expression = rk_value_get(value, "expr");
    if (expression != NULL)
        return rk_plotting_number(scale->plotting, expression, number, error);
    *number = date_time(value);
    return TRUE;
}

gboolean rk_scale_bound(RkScale *scale, const RkValue *value, double *number, GError **error)
{
    RkFrequency frequency;
    const char *text = rk_value_text_or(value, NULL);
    if (rk_value_is(value, RK_VALUE_MAP))
        return from_map(scale, value, number, error);
    if (text != NULL && scale->type->temporal && rk_period_parse(text, strlen(text), number, &frequency))
        return TRUE;
    return rk_plotting_number(scale->plotting, value, number, error);
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
