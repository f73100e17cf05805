/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a column says of another one. It is a name, not a reference: the other may be renamed or left out, and then
 * nothing is said any more.
 */
#include "table/labels.h"

#include "table/column-private.h"

const char *rk_column_labelled(const RkColumn *column)
{
    return column->labelled;
}

RkColumn *rk_column_as_labels(const RkColumn *column, const char *labelled)
{
    RkColumn *other = rk_column_with(column, NULL, column->unit, column->flag);
    g_free(other->labelled);
    other->labelled = g_strdup(labelled);
    return other;
}
