/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of values that were put in: the letter of imputed ones in place of the flag that the gap had, and no
 * reason to be missing. The columns of the table that said so of the gap say it, too; nothing of the gap stays beside a
 * number.
 */
#include "transform/impute.h"

#include <math.h>
#include <string.h>

#include "table/builder.h"
#include "table/companions.h"

/** Letter of the list of observation states for a value that was put in. */
static const char imputed[] = "i";

gboolean rk_impute_filled(const RkMeasure *measure, const double *results, gsize row)
{
    return isnan(measure->values[row]) && !isnan(results[row]);
}

/** The texts of `before` (may be NULL), with `instead` where a value was put in; NULL when that leaves none. */
static RkColumn *texts(const RkMeasure *measure, const double *results, const RkColumn *before, const char *name,
                       const char *instead)
{
    RkColumnBuilder *builder = rk_column_builder_new(before != NULL ? rk_column_name(before) : name, RK_COLUMN_TEXT);
    for (gsize row = 0; row < measure->groups->rows; row++) {
        const char *text = before != NULL ? rk_column_text(before, row) : NULL;
        rk_column_builder_text(builder, rk_impute_filled(measure, results, row) ? instead : text, -1);
    }
    RkColumn *column = rk_column_builder_finish(builder);
    if (rk_column_words(column) == 0 && before == NULL)
        g_clear_pointer(&column, rk_column_unref);
    return column;
}

static RkColumn *flags_of(const RkMeasure *measure, const double *results)
{
    const RkColumn *before = rk_column_flag(measure->column);
    if (measure->flag_rule == RK_FLAGS_NONE)
        return before != NULL ? rk_column_ref(before) : NULL;
    return texts(measure, results, before, "flag", imputed);
}

RkColumn *rk_impute_column(const RkMeasure *measure, const double *results, const char *name)
{
    gsize rows = measure->groups->rows;
    const RkColumn *before = rk_column_reason(measure->column);
    g_autoptr(RkColumn) unit = rk_measure_unit(measure, NULL);
    g_autoptr(RkColumn) plain = rk_column_new_numbers(name, g_memdup2(results, MAX(rows, 1) * sizeof(double)), rows);
    g_autoptr(RkColumn) flag = flags_of(measure, results);
    g_autoptr(RkColumn) reason = before != NULL ? texts(measure, results, before, "reason", NULL) : NULL;
    return rk_companions_put(plain, &(RkCompanions){unit, flag, reason});
}

static gboolean same_texts(const RkColumn *one, const RkColumn *other)
{
    gsize rows = rk_column_length(one);
    gboolean same = rk_column_type(one) == RK_COLUMN_TEXT && rows == rk_column_length(other);
    for (gsize row = 0; same && row < rows; row++)
        same = g_strcmp0(rk_column_text(one, row), rk_column_text(other, row)) == 0;
    return same;
}

/** The table with what is said now in the column that said `before`, when it has one. Takes `table` over. */
static RkTable *say(RkTable *table, const RkColumn *before, const RkColumn *now)
{
    const RkColumn *column = before != NULL ? rk_table_find(table, rk_column_name(before)) : NULL;
    if (column == NULL || now == NULL || !same_texts(column, before))
        return table;
    RkTable *other = rk_table_with_column(table, now);
    rk_table_unref(table);
    return other;
}

RkTable *rk_impute_put(const RkTable *input, const RkColumn *measure, const RkColumn *values)
{
    RkTable *table = rk_table_with_column(input, values);
    if (strcmp(rk_column_name(measure), rk_column_name(values)) != 0)
        return table;
    table = say(table, rk_column_flag(measure), rk_column_flag(values));
    return say(table, rk_column_reason(measure), rk_column_reason(values));
}
