/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole column against a constant: the constant is converted once, texts are decided once per word of the
 * dictionary, years become two bounds. The answers are those of rk_scalar_compare(), row by row.
 */
#include "transform/expression-private.h"

#include <math.h>

static void compare_words(const RkColumn *column, RkOperator operation, RkScalar constant, guint8 *truth)
{
    guint32 words = rk_column_words(column);
    const guint32 *codes = rk_column_codes(column);
    gsize rows = rk_column_length(column);
    g_autofree guint8 *verdicts = g_new(guint8, (gsize)words + 1);
    for (guint32 code = 0; code < words; code++)
        verdicts[code] = (guint8)rk_scalar_compare(operation, rk_text(rk_column_word(column, code)), constant);
    verdicts[words] = (guint8)rk_scalar_compare(operation, rk_null(), constant);
    for (gsize row = 0; row < rows; row++)
        truth[row] = verdicts[MIN(codes[row], words)];
}

static void compare_booleans(const RkColumn *column, RkOperator operation, RkScalar constant, guint8 *truth)
{
    const guint8 *values = rk_column_booleans(column);
    guint8 verdicts[3] = {(guint8)rk_scalar_compare(operation, rk_boolean(FALSE), constant),
                          (guint8)rk_scalar_compare(operation, rk_boolean(TRUE), constant),
                          (guint8)rk_scalar_compare(operation, rk_null(), constant)};
    for (gsize row = 0; row < rk_column_length(column); row++)
        truth[row] = verdicts[MIN(values[row], 2)];
}

/** Every row alike, save that missing rows may differ. */
static void compare_unordered(const double *values, gsize rows, guint8 present, guint8 missing, guint8 *truth)
{
    for (gsize row = 0; row < rows; row++)
        truth[row] = isnan(values[row]) ? missing : present;
}

/** Values against the span from `low` up to but not including `high`, which counts as one value. */
static void compare_span(const double *values, gsize rows, RkOperator operation, double low, double high, guint8 *truth)
{
    switch (operation) {
    case RK_OPERATOR_EQUAL:
    case RK_OPERATOR_SAME:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] >= low && values[row] < high;
        break;
    case RK_OPERATOR_UNEQUAL:
    case RK_OPERATOR_NOT_SAME:
        for (gsize row = 0; row < rows; row++)
            truth[row] = !(values[row] >= low && values[row] < high);
        break;
    case RK_OPERATOR_LESS:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] < low;
        break;
    case RK_OPERATOR_LESS_EQUAL:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] < high;
        break;
    case RK_OPERATOR_GREATER:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] >= high;
        break;
    default:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] >= low;
    }
}

static void compare_number(const double *values, gsize rows, RkOperator operation, double number, guint8 *truth)
{
    switch (operation) {
    case RK_OPERATOR_EQUAL:
    case RK_OPERATOR_SAME:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] == number;
        break;
    case RK_OPERATOR_UNEQUAL:
    case RK_OPERATOR_NOT_SAME:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] != number;
        break;
    case RK_OPERATOR_LESS:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] < number;
        break;
    case RK_OPERATOR_LESS_EQUAL:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] <= number;
        break;
    case RK_OPERATOR_GREATER:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] > number;
        break;
    default:
        for (gsize row = 0; row < rows; row++)
            truth[row] = values[row] >= number;
    }
}

static double year_start(int year)
{
    RkMoment moment = {.year = year, .month = 1, .day = 1};
    return rk_moment_join(&moment);
}

static gboolean is_negated(RkOperator operation)
{
    return operation == RK_OPERATOR_UNEQUAL || operation == RK_OPERATOR_NOT_SAME;
}

static void compare_values(const RkColumn *column, RkOperator operation, RkScalar constant, guint8 *truth)
{
    RkColumnType type = rk_column_type(column);
    if (rk_column_is_mixed(column)) {
        for (gsize row = 0; row < rk_column_length(column); row++)
            truth[row] = (guint8)rk_scalar_compare(operation, rk_scalar_from_column(column, row), constant);
        return;
    }
    if (type == RK_COLUMN_TEXT) {
        compare_words(column, operation, constant, truth);
        return;
    }
    if (type == RK_COLUMN_BOOLEAN) {
        compare_booleans(column, operation, constant, truth);
        return;
    }
    const double *values = rk_column_numbers(column);
    gsize rows = rk_column_length(column);
    gboolean strict = operation == RK_OPERATOR_SAME || operation == RK_OPERATOR_NOT_SAME;
    if (constant.kind == RK_SCALAR_NULL) {
        guint8 missing = (guint8)rk_scalar_compare(operation, rk_null(), constant);
        compare_unordered(values, rows, (guint8)is_negated(operation), missing, truth);
    } else if (type == RK_COLUMN_TIME && constant.kind == RK_SCALAR_NUMBER && rk_number_is_year(constant.number)) {
        int year = (int)constant.number;
        compare_span(values, rows, operation, year_start(year), year_start(year + 1), truth);
    } else if (type == RK_COLUMN_TIME && constant.kind == RK_SCALAR_TEXT) {
        double start = NAN;
        RkFrequency frequency;
        if (!rk_scalar_to_time(constant, &start, &frequency))
            start = NAN;
        compare_number(values, rows, operation, start, truth);
    } else if (strict && type == RK_COLUMN_NUMBER && constant.kind != RK_SCALAR_NUMBER &&
               constant.kind != RK_SCALAR_TIME) {
        compare_unordered(values, rows, (guint8)is_negated(operation), (guint8)is_negated(operation), truth);
    } else if (type == RK_COLUMN_NUMBER && constant.kind == RK_SCALAR_TIME) {
        for (gsize row = 0; row < rows; row++)
            truth[row] = (guint8)rk_scalar_compare(operation, rk_scalar_from_column(column, row), constant);
    } else {
        compare_number(values, rows, operation, rk_scalar_to_number(constant), truth);
    }
}

void rk_column_compare(const RkColumn *column, RkOperator operation, RkScalar constant, guint8 *truth)
{
    compare_values(column, operation, constant, truth);
    /* The ways above know one kind of missing values. */
    for (gsize row = 0; rk_column_has_blanks(column) && row < rk_column_length(column); row++)
        if (rk_column_blank(column, row) != RK_BLANK_PLAIN)
            truth[row] = (guint8)rk_scalar_compare(operation, rk_scalar_from_column(column, row), constant);
}
