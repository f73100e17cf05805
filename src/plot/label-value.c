/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values beside the names of lines. One that stands where its line ends needs no more; one that had to move on would be
 * read as a value of the period beside it, and so it says its own.
 */
#include "plot/label-ends.h"

#include <math.h>

#include "base/format.h"
#include "plot/wording.h"

static const char *write_number(const RkLabelling *labelling, guint32 row, char **number)
{
    const RkUnit *unit = labelling->unit;
    const char *format = rk_value_text_or(rk_value_get(labelling->options, "value"), NULL);
    const RkUse *use = unit->uses[unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y];
    const double *values = use == NULL || use->column == NULL ? NULL : rk_column_numbers(use->column);
    if (format != NULL && values != NULL)
        *number = rk_format_number(format, values[row], unit->plotting->locale, NULL);
    return *number;
}

/** The period of a row: what `period` names, or its place along the line, unrounded. NULL: nothing says it. */
static char *write_period(const RkLabelling *labelling, guint32 row)
{
    const RkUnit *unit = labelling->unit;
    const RkUse *use = unit->horizontal ? NULL : unit->uses[RK_CHANNEL_X];
    const RkValue *field = rk_value_get(labelling->options, "period");
    const RkColumn *column = field != NULL ? rk_table_find(unit->table, rk_value_text_or(field, ""))
                             : use != NULL ? use->column
                                           : NULL;
    if (column == NULL || rk_column_is_missing(column, row))
        return NULL;
    if (rk_column_type(column) == RK_COLUMN_NUMBER && (field != NULL || use->measure != RK_TEMPORAL))
        return rk_format_number("", rk_column_numbers(column)[row], unit->plotting->locale, NULL);
    return field != NULL ? rk_column_write(column, row) : rk_use_cell_text(unit, use, column, row);
}

gboolean rk_labelling_tells_period(const RkLabelling *labelling, guint32 row)
{
    g_autofree char *number = NULL, *period = NULL;
    if (write_number(labelling, row, &number) != NULL)
        period = write_period(labelling, row);
    return period != NULL;
}

const char *rk_labelling_with_value(const RkLabelling *labelling, const char *name, guint32 row, gboolean before,
                                    gboolean left)
{
    g_autofree char *number = NULL, *period = left ? write_period(labelling, row) : NULL, *both = NULL;
    if (write_number(labelling, row, &number) == NULL)
        return name;
    if (period != NULL)
        both = g_strdup_printf("%s (%s: %s)", name, period, number);
    else
        both = g_strdup_printf("%s %s", before ? number : name, before ? name : number);
    return g_string_chunk_insert_const(labelling->unit->plotting->strings, both);
}
