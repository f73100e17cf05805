/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which columns of a table speak of its values without being a dimension of them. A cube has dimensions, values and
 * states; everything else is kept in its extension, by the cell, so that nothing that was said is lost.
 */
#include "read/sdmx-private.h"
#include "read/write/write-private.h"
#include "table/labels.h"

#include <string.h>

gboolean rk_write_is_state(const RkColumn *column, const RkColumn *measure)
{
    const char *name = rk_column_name(column), *of = rk_column_name(measure);
    gsize length = 0;
    RkColumnRole role = rk_column_role(name), of_one = rk_role_of_one(name, &length);
    role = of_one != RK_ROLE_PLAIN && strlen(of) == length && strncmp(name, of, length) == 0 ? of_one : role;
    /* What other letters than the flags say, such as the states of SDMX, is said beside them. */
    return role == RK_ROLE_REASON || (role == RK_ROLE_FLAG && (strcmp(name, "flag") == 0 || of_one == RK_ROLE_FLAG ||
                                                               rk_write_same_texts(column, rk_column_flag(measure))));
}

static gboolean has_gaps(const RkColumn *column)
{
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (rk_column_is_missing(column, row))
            return TRUE;
    return FALSE;
}

static gboolean is_of_file(const char *name)
{
    static const char *const known[] = {"STRUCTURE", "STRUCTURE_ID", RK_SDMX_STRUCTURE_NAME, "DATAFLOW", NULL};
    return g_strv_contains(known, name);
}

/* The first column of units speaks of the values: when it is none of the dimensions, no other one is. */
static gboolean follows_unit(const RkTable *table, const RkColumn *column)
{
    const RkColumn *first = rk_write_role(table, RK_ROLE_UNIT);
    return rk_column_role(rk_column_name(column)) == RK_ROLE_UNIT && first != NULL && has_gaps(first);
}

gboolean rk_write_is_attribute(const RkTable *table, const RkColumn *column, const RkColumn *measure)
{
    const char *name = rk_column_name(column);
    if (column == measure || rk_write_is_state(column, measure))
        return FALSE;
    if (rk_column_type(column) == RK_COLUMN_BOOLEAN)
        return TRUE;
    if (rk_column_type(column) != RK_COLUMN_TEXT)
        return FALSE;
    const char *codes = rk_column_labelled(column);
    const RkColumn *labelled = codes != NULL && strcmp(codes, name) != 0 ? rk_table_find(table, codes) : NULL;
    return is_of_file(name) || rk_sdmx_is_attribute(name) || rk_column_role(name) == RK_ROLE_FLAG ||
           follows_unit(table, column) || has_gaps(column) ||
           (labelled != NULL && rk_column_labelled(labelled) == NULL &&
            (labelled == measure || rk_write_is_state(labelled, measure) ||
             rk_write_is_attribute(table, labelled, measure)));
}
