/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a regression without missing values and without weights of zero.
 */
#include <math.h>

#include "stats/regression-private.h"

gsize rk_design_parameters(const RkDesign *design)
{
    return design->predictors + (design->intercept ? 1 : 0);
}

static gboolean row_is_complete(const RkRegressionInput *input, gsize row)
{
    gboolean complete = !isnan(input->response[row]) && (input->weights == NULL || !isnan(input->weights[row]));
    for (gsize k = 0; complete && k < input->predictor_count; k++)
        complete = !isnan(input->predictors[k][row]);
    return complete;
}

static RkStatsReason add_row(RkDesign *design, const RkRegressionInput *input, gsize row)
{
    double weight = input->weights == NULL ? 1 : input->weights[row];
    gboolean finite = isfinite(input->response[row]) && isfinite(weight);
    if (weight < 0)
        return RK_STATS_NEGATIVE_WEIGHT;
    for (gsize k = 0; k < design->predictors; k++) {
        design->x[design->count * design->predictors + k] = input->predictors[k][row];
        finite = finite && isfinite(input->predictors[k][row]);
    }
    if (!finite)
        return RK_STATS_NOT_FINITE;
    if (weight == 0)
        return RK_STATS_OK;
    design->y[design->count] = input->response[row];
    design->w[design->count] = weight;
    design->row[design->count++] = (guint32)row;
    design->weight = fmax(design->weight, weight);
    return RK_STATS_OK;
}

static gboolean has_constant_column(const RkDesign *design)
{
    for (gsize k = 0; k < design->predictors; k++) {
        /* Without an intercept a constant column takes its place, but nothing can stand for a column of zeros. */
        double first = design->intercept ? design->x[k] : 0;
        gsize i = 0;
        while (i < design->count && design->x[i * design->predictors + k] == first)
            i++;
        if (i == design->count)
            return TRUE;
    }
    return FALSE;
}

RkStatsReason rk_design_take(RkDesign *design, const RkRegressionInput *input)
{
    *design = (RkDesign){.predictors = input->predictor_count, .intercept = input->intercept};
    if (input->predictor_count == 0)
        return RK_STATS_BAD_ARGUMENT;
    gsize rows = MAX(input->rows, 1);
    if (rows > G_MAXUINT32 || input->predictor_count > G_MAXSIZE / sizeof(double) / rows)
        return RK_STATS_TOO_MANY;
    design->x = g_new(double, rows * design->predictors);
    design->y = g_new(double, rows);
    design->w = g_new(double, rows);
    design->row = g_new(guint32, rows);
    for (gsize row = 0; row < input->rows; row++) {
        RkStatsReason outcome = row_is_complete(input, row) ? add_row(design, input, row) : RK_STATS_OK;
        if (outcome != RK_STATS_OK)
            return outcome;
    }
    if (design->count < rk_design_parameters(design) || design->count == 0)
        return RK_STATS_TOO_FEW;
    for (gsize i = 0; i < design->count; i++)
        design->w[i] /= design->weight;
    return has_constant_column(design) ? RK_STATS_CONSTANT : RK_STATS_OK;
}

void rk_design_clear(RkDesign *design)
{
    g_clear_pointer(&design->x, g_free);
    g_clear_pointer(&design->y, g_free);
    g_clear_pointer(&design->w, g_free);
    g_clear_pointer(&design->row, g_free);
}
