/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calculated numbers that are not finite: the logarithm of nothing, a division by zero, what is too great for a number.
 * They become missing and are counted, where whoever evaluates asks for it. What is missing because an operand is
 * missing is no news and not counted.
 */
#include "transform/expression-private.h"

#include <math.h>

static void count(RkNotFinite *found, gsize row)
{
    if (found->count++ == 0)
        found->first = row;
}

RkScalar rk_finite_scalar(RkNotFinite *found, gsize row, RkScalar scalar)
{
    if (found == NULL || scalar.kind != RK_SCALAR_NUMBER || isfinite(scalar.number))
        return scalar;
    count(found, row);
    return rk_null();
}

static gboolean any_missing(const RkEvaluation *evaluation, gsize row)
{
    for (guint slot = 0; slot < evaluation->expression->fields->len; slot++)
        if (evaluation->columns[slot] != NULL && rk_column_is_missing(evaluation->columns[slot], row))
            return TRUE;
    return FALSE;
}

void rk_finite_numbers(const RkEvaluation *evaluation, double *numbers)
{
    gsize rows = evaluation->not_finite == NULL ? 0 : rk_table_rows(evaluation->table);
    for (gsize row = 0; row < rows; row++) {
        if (isfinite(numbers[row]) || (isnan(numbers[row]) && any_missing(evaluation, row)))
            continue;
        count(evaluation->not_finite, row);
        numbers[row] = NAN;
    }
}
