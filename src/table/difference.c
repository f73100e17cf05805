/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether two tables say the same: columns with their names, types and order, every value to its last bit, units and
 * flags. Where the rows were read does not matter.
 */
#include "table/flags.h"

#include <math.h>
#include <string.h>

/* Missing values of every kind are the same; everything else must agree in every bit. */
static gboolean same_numbers(const double *left, const double *right, gsize row)
{
    return (isnan(left[row]) && isnan(right[row])) || memcmp(&left[row], &right[row], sizeof left[row]) == 0;
}

static gboolean same_value(const RkColumn *left, const RkColumn *right, gsize row)
{
    if (rk_column_numbers(left) != NULL)
        return same_numbers(rk_column_numbers(left), rk_column_numbers(right), row);
    if (rk_column_booleans(left) != NULL)
        return rk_column_booleans(left)[row] == rk_column_booleans(right)[row];
    return g_strcmp0(rk_column_text(left, row), rk_column_text(right, row)) == 0;
}

static char *show(const RkColumn *column, gsize row)
{
    g_autofree char *text = rk_column_write(column, row);
    return text != NULL ? g_strdup_printf("\"%.60s\"", text) : g_strdup("nothing");
}

/* `what` is "" for the values themselves. */
static char *compare_values(const RkColumn *left, const RkColumn *right, const char *name, const char *what)
{
    for (gsize row = 0; row < rk_column_length(left); row++) {
        if (same_value(left, right, row))
            continue;
        g_autofree char *before = show(left, row), *after = show(right, row);
        return g_strdup_printf("in row %" G_GSIZE_FORMAT " %s\"%s\" would be %s instead of %s", row + 1, what, name,
                               after, before);
    }
    return NULL;
}

/* A companion that is nowhere filled in is none. */
static gboolean is_empty(const RkColumn *companion)
{
    for (gsize row = 0; companion != NULL && row < rk_column_length(companion); row++)
        if (!rk_column_is_missing(companion, row))
            return FALSE;
    return TRUE;
}

static char *compare_companions(const RkColumn *left, const RkColumn *right, const char *name, const char *what)
{
    if (is_empty(left) && is_empty(right))
        return NULL;
    if (left == NULL || right == NULL)
        return g_strdup_printf("%s\"%s\" would be %s", what, name, left == NULL ? "there" : "lost");
    return compare_values(left, right, name, what);
}

/* What flags say of a missing value need not be said in words as well. */
static char *compare_reasons(const RkColumn *left, const RkColumn *right, const char *name)
{
    for (gsize row = 0; row < rk_column_length(left); row++) {
        const char *before = rk_column_why(left, row), *after = rk_column_why(right, row);
        if (g_strcmp0(before, after) != 0)
            return g_strdup_printf("in row %" G_GSIZE_FORMAT
                                   " the reason why \"%s\" is missing would be \"%.60s\" instead of \"%.60s\"",
                                   row + 1, name, after, before);
    }
    return NULL;
}

static char *compare_columns(const RkColumn *left, const RkColumn *right)
{
    const char *name = rk_column_name(left);
    if (strcmp(name, rk_column_name(right)) != 0)
        return g_strdup_printf("the column \"%s\" would be \"%s\"", name, rk_column_name(right));
    if (rk_column_type(left) != rk_column_type(right))
        return g_strdup_printf("the column \"%s\" would hold %s instead of %s", name,
                               rk_column_type_name(rk_column_type(right)), rk_column_type_name(rk_column_type(left)));
    if (rk_column_frequency(left) != rk_column_frequency(right))
        return g_strdup_printf("the column \"%s\" would have the frequency %s instead of %s", name,
                               rk_frequency_name(rk_column_frequency(right)),
                               rk_frequency_name(rk_column_frequency(left)));
    char *found = compare_values(left, right, name, "");
    if (found == NULL)
        found = compare_companions(rk_column_unit(left), rk_column_unit(right), name, "the unit of ");
    if (found == NULL)
        found = compare_companions(rk_column_flag(left), rk_column_flag(right), name, "the flag of ");
    return found != NULL || (rk_column_reason(left) == NULL && rk_column_reason(right) == NULL)
               ? found
               : compare_reasons(left, right, name);
}

char *rk_table_difference(const RkTable *left, const RkTable *right)
{
    guint columns = rk_table_columns(left), others = rk_table_columns(right);
    if (rk_table_rows(left) != rk_table_rows(right))
        return g_strdup_printf("there would be %" G_GSIZE_FORMAT " rows instead of %" G_GSIZE_FORMAT,
                               rk_table_rows(right), rk_table_rows(left));
    for (guint i = 0; i < MIN(columns, others); i++) {
        char *found = compare_columns(rk_table_column(left, i), rk_table_column(right, i));
        if (found != NULL)
            return found;
    }
    return columns == others ? NULL : g_strdup_printf("there would be %u columns instead of %u", others, columns);
}
