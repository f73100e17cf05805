/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When plain numbers are years: the name of the column must say so, and every cell must look like one.
 */
#include "read/infer-private.h"

#include <math.h>
#include <string.h>

double rk_year_start(double year)
{
    RkMoment moment = {.year = isnan(year) ? 1 : (int)year, .month = 1, .day = 1};
    return isnan(year) ? NAN : rk_moment_join(&moment);
}

gboolean rk_cells_hold_other_than_years(const RkCells *cells, gboolean *some)
{
    if (cells->spellings != NULL && cells->spellings->len > 0)
        return TRUE;
    for (gsize row = 0; row < cells->length; row++) {
        double value = cells->numbers[row];
        if (isnan(value))
            continue;
        if (!(value >= 1000 && value <= 2999) || value != floor(value))
            return TRUE;
        *some = TRUE;
    }
    return FALSE;
}

gboolean rk_cells_are_years(const RkCells *cells)
{
    gboolean some = cells->survey.some;
    return !cells->not_years && !rk_cells_hold_other_than_years(cells, &some) && some;
}
