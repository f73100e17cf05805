/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions of expressions that write numbers and times for people, in the language of the scope. A missing value is
 * written as a missing value, not as a word.
 */
#include "transform/expression-private.h"

#include <math.h>

static RkScalar call_format(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    if (rk_scalar_is_undefined(arguments[0]) && rk_scope_is_like_vega(evaluation->scope))
        return rk_text("NaN");
    if (arguments[0].kind == RK_SCALAR_NULL)
        return rk_null();
    g_autoptr(GError) local = NULL;
    char *text = rk_format_number(rk_scalar_to_text(evaluation, arguments[1]), rk_scalar_to_number(arguments[0]),
                                  evaluation->locale, &local);
    if (text == NULL)
        return rk_evaluation_fail(evaluation, RK_ERROR_SPEC, rk_error_hint(local), "%s", local->message);
    return rk_evaluation_take(evaluation, text);
}

static RkScalar write_time(RkEvaluation *evaluation, const char *pattern, double milliseconds)
{
    return rk_evaluation_take(evaluation, rk_format_time(pattern, milliseconds, evaluation->locale));
}

static RkScalar call_time_format(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    double milliseconds;
    RkFrequency frequency;
    if (!rk_scalar_to_time(arguments[0], &milliseconds, &frequency))
        return rk_null();
    if (count == 1)
        return rk_text(rk_scalar_to_text(evaluation, rk_time(milliseconds, frequency)));
    return write_time(evaluation, rk_scalar_to_text(evaluation, arguments[1]), milliseconds);
}

/** The name of a month or weekday that is given by its number, counted from 0. */
static RkScalar name_of(RkScalar number, const char *const *names, guint count)
{
    double index = rk_scalar_to_number(number);
    return index >= 0 && index < count && index == floor(index) ? rk_text(names[(guint)index]) : rk_null();
}

static RkScalar call_month_format(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return name_of(arguments[0], evaluation->locale->months, 12);
}

static RkScalar call_month_abbreviation(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return name_of(arguments[0], evaluation->locale->short_months, 12);
}

static RkScalar call_day_format(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return name_of(arguments[0], evaluation->locale->days, 7);
}

static RkScalar call_day_abbreviation(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)count;
    return name_of(arguments[0], evaluation->locale->short_days, 7);
}

const RkFunction rk_functions_format[] = {{"dayAbbrevFormat", 1, 1, RK_SCALAR_TEXT, call_day_abbreviation},
                                          {"dayFormat", 1, 1, RK_SCALAR_TEXT, call_day_format},
                                          {"format", 2, 2, RK_SCALAR_TEXT, call_format},
                                          {"monthAbbrevFormat", 1, 1, RK_SCALAR_TEXT, call_month_abbreviation},
                                          {"monthFormat", 1, 1, RK_SCALAR_TEXT, call_month_format},
                                          {"timeFormat", 1, 2, RK_SCALAR_TEXT, call_time_format},
                                          {"utcFormat", 1, 2, RK_SCALAR_TEXT, call_time_format},
                                          {NULL}};
