/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single values of the expression language and JavaScript's conversions between their kinds.
 */
#include "transform/expression-private.h"

#include <math.h>
#include <string.h>

#include "base/format.h"
#include "base/number.h"

static RkScalar missing_at(const RkColumn *column, gsize row)
{
    RkBlank blank = rk_column_blank(column, row);
    return blank == RK_BLANK_NULL        ? rk_grammar_null()
           : blank == RK_BLANK_UNDEFINED ? rk_undefined()
           : blank == RK_BLANK_NAN       ? rk_number(NAN)
                                         : rk_null();
}

/** The value that a text of a mixed column stands for. */
static RkScalar disguised(const RkColumn *column, gsize row)
{
    RkScalar text = rk_text(rk_column_text(column, row));
    double start;
    RkFrequency frequency;
    switch (rk_column_guise(column, row)) {
    case RK_COLUMN_NUMBER:
        return rk_number(rk_scalar_to_number(text));
    case RK_COLUMN_BOOLEAN:
        return rk_boolean(strcmp(text.text, "true") == 0);
    case RK_COLUMN_TIME:
        return rk_scalar_to_time(text, &start, &frequency) ? rk_time(start, frequency) : text;
    case RK_COLUMN_TEXT:
        break;
    }
    return text;
}

RkScalar rk_scalar_from_column(const RkColumn *column, gsize row)
{
    if (rk_column_is_missing(column, row))
        return missing_at(column, row);
    switch (rk_column_type(column)) {
    case RK_COLUMN_TEXT:
        return rk_column_is_mixed(column) ? disguised(column, row) : rk_text(rk_column_text(column, row));
    case RK_COLUMN_BOOLEAN:
        return rk_boolean(rk_column_booleans(column)[row]);
    case RK_COLUMN_NUMBER:
    case RK_COLUMN_TIME:
        break;
    }
    double value = rk_column_numbers(column)[row];
    return rk_column_type(column) == RK_COLUMN_TIME ? rk_time(value, rk_column_frequency_at(column, row))
                                                    : rk_number(value);
}

RkScalar rk_scalar_from_value(const RkValue *value)
{
    switch (rk_value_kind(value)) {
    case RK_VALUE_BOOLEAN:
        return rk_boolean(rk_value_boolean_or(value, FALSE));
    case RK_VALUE_NUMBER:
        if (rk_value_moment(value) != 0)
            return rk_time(rk_value_number_or(value, NAN), (RkFrequency)rk_value_moment(value));
        return rk_number(rk_value_number_or(value, NAN));
    case RK_VALUE_TEXT:
        return rk_text(rk_value_text_or(value, ""));
    case RK_VALUE_LIST:
    case RK_VALUE_MAP:
        return (RkScalar){.kind = RK_SCALAR_TREE, .tree = value};
    case RK_VALUE_NULL:
        break;
    }
    return rk_null();
}

const char *rk_scalar_kind_name(RkScalarKind kind)
{
    static const char *const names[] = {"null",          "true or false",       "a number", "text", "a time",
                                        "a list or map", "a regular expression"};
    return names[kind];
}

static char *write_number(double value)
{
    char buffer[RK_NUMBER_BUFFER];
    if (isinf(value))
        return g_strdup(value > 0 ? "Infinity" : "-Infinity");
    return g_strdup(rk_number_shortest(value, buffer));
}

/** A time as JavaScript writes a date, where local time is UTC. */
static char *write_date(double start)
{
    return rk_format_time("%a %b %d %Y %H:%M:%S GMT+0000 (Coordinated Universal Time)", start, rk_locale_find(NULL));
}

static char *written(RkScalar scalar, gboolean like_vega);

static char *write_tree(const RkValue *tree, gboolean like_vega)
{
    if (!rk_value_is(tree, RK_VALUE_LIST))
        return g_strdup("[object Object]");
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < rk_value_length(tree); i++) {
        g_autofree char *item = written(rk_scalar_from_value(rk_value_at(tree, i)), like_vega);
        g_string_append_printf(text, i == 0 ? "%s" : ",%s", item);
    }
    return g_string_free(text, FALSE);
}

static char *written(RkScalar scalar, gboolean like_vega)
{
    char buffer[64];
    switch (scalar.kind) {
    case RK_SCALAR_NULL:
        return g_strdup("");
    case RK_SCALAR_BOOLEAN:
        return g_strdup(scalar.number != 0 ? "true" : "false");
    case RK_SCALAR_NUMBER:
        return write_number(scalar.number);
    case RK_SCALAR_TIME:
        return like_vega ? write_date(scalar.number)
                         : g_strdup(rk_period_write(scalar.number, scalar.frequency, buffer, sizeof buffer));
    case RK_SCALAR_TREE:
        return write_tree(scalar.tree, like_vega);
    case RK_SCALAR_TEXT:
        break;
    }
    return g_strdup(scalar.text);
}

char *rk_scalar_write(RkScalar scalar)
{
    return written(scalar, FALSE);
}

char *rk_scalar_write_as(RkScalar scalar, const RkScope *scope)
{
    return written(scalar, rk_scope_is_like_vega(scope));
}

/** "flags/pattern" as JavaScript writes it: "/pattern/flags". */
static char *write_pattern(const char *text)
{
    const char *slash = strchr(text, '/');
    return g_strdup_printf("%s/%.*s", slash, (int)(slash - text), text);
}

const char *rk_scalar_to_text(RkEvaluation *evaluation, RkScalar scalar)
{
    if (scalar.kind == RK_SCALAR_TEXT)
        return scalar.text;
    if (scalar.kind == RK_SCALAR_NULL)
        return rk_scalar_is_undefined(scalar) ? "undefined" : "null";
    char *text =
        scalar.kind == RK_SCALAR_PATTERN ? write_pattern(scalar.text) : rk_scalar_write_as(scalar, evaluation->scope);
    g_ptr_array_add(evaluation->texts, text);
    return text;
}

gboolean rk_scalar_truth(RkScalar scalar)
{
    switch (scalar.kind) {
    case RK_SCALAR_NULL:
        return FALSE;
    case RK_SCALAR_BOOLEAN:
    case RK_SCALAR_NUMBER:
        return scalar.number != 0 && !isnan(scalar.number);
    case RK_SCALAR_TEXT:
        return scalar.text[0] != '\0';
    case RK_SCALAR_TIME:
    case RK_SCALAR_TREE:
        break;
    }
    return TRUE;
}

static double text_to_number(const char *text)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    const char *digits = *trimmed == '+' || *trimmed == '-' ? trimmed + 1 : trimmed;
    double value;
    if (*trimmed == '\0')
        return 0;
    if (digits == trimmed && digits[0] == '0' && (digits[1] | 32) == 'x') {
        char *end;
        guint64 number = g_ascii_strtoull(digits + 2, &end, 16);
        return g_ascii_isxdigit(digits[2]) && *end == '\0' ? (double)number : NAN;
    }
    if (strcmp(digits, "Infinity") == 0)
        return *trimmed == '-' ? -INFINITY : INFINITY;
    return rk_number_parse(trimmed, strlen(trimmed), RK_NUMBER_SYNTAX_PLAIN, &value) ? value : NAN;
}

double rk_scalar_to_number(RkScalar scalar)
{
    switch (scalar.kind) {
    case RK_SCALAR_BOOLEAN:
    case RK_SCALAR_NUMBER:
    case RK_SCALAR_TIME:
        return scalar.number;
    case RK_SCALAR_TEXT:
        return text_to_number(scalar.text);
    case RK_SCALAR_NULL:
        return rk_scalar_stays_missing(scalar) ? NAN : 0;
    case RK_SCALAR_TREE:
        break;
    }
    return NAN;
}

gboolean rk_number_is_year(double number)
{
    return number >= 1000 && number <= 9999 && number == floor(number);
}

static double start_of_year(double year)
{
    RkMoment moment = {.year = (int)year, .month = 1, .day = 1};
    return rk_moment_join(&moment);
}

gboolean rk_scalar_to_time(RkScalar scalar, double *milliseconds, RkFrequency *frequency)
{
    if (scalar.kind == RK_SCALAR_TEXT)
        return rk_date_read(scalar.text, milliseconds, frequency);
    if (scalar.kind == RK_SCALAR_NUMBER && rk_number_is_year(scalar.number)) {
        *milliseconds = start_of_year(scalar.number);
        *frequency = RK_FREQUENCY_YEAR;
        return TRUE;
    }
    if (scalar.kind != RK_SCALAR_NUMBER && scalar.kind != RK_SCALAR_TIME)
        return FALSE;
    *milliseconds = scalar.number;
    *frequency = scalar.kind == RK_SCALAR_TIME ? scalar.frequency : RK_FREQUENCY_MOMENT;
    return isfinite(scalar.number) && fabs(scalar.number) <= 8.64e15;
}
