/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of delimited text that a filter does not keep, taken out of a block before it is appended. It begins once so
 * much was read that the types of columns are likely known: whoever reads a small file never meets it.
 */
#include "read/csv-private.h"

#include "read/sift-private.h"
#include "table/builder.h"

#include <string.h>

/* The filter looks at the column, or at the measure that it accompanies. */
static gboolean is_shown(const RkCsvPlan *plan, guint column, const char *const *wanted)
{
    const char *name = plan->rules[column].name;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    if (!plan->shown[column] && !rk_rules_comes_along(name, TRUE, NULL))
        return FALSE;
    for (guint i = 0; i < plan->count; i++)
        g_ptr_array_add(names, (gpointer)plan->rules[i].name);
    return rk_rules_is_wanted(name, wanted) || rk_rules_comes_along(name, rk_rules_may_measure(names, wanted), wanted);
}

/* The rows as the whole table will have them. */
static RkTable *show(const RkCsvSift *sift, const RkCsvPlan *plan, RkCells *all, RkCells *some, gsize rows,
                     guint32 *lines)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    g_autofree gboolean *shown = g_new0(gboolean, plan->count + 1);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < plan->count; i++)
        if (plan->shown[i])
            g_ptr_array_add(names, (gpointer)plan->rules[i].name);
    const char *const *wanted = rk_rules_reach(sift->filter, names);
    const RkReadOptions used = {.used = sift->used};
    for (guint i = 0; i < plan->count; i++) {
        rk_cells_meet(&all[i], &some[i], &plan->rules[i]);
        if (sift->filter->give_up != NULL)
            rk_cells_watch(&all[i], &some[i], &plan->rules[i]);
        if (!is_shown(plan, i, wanted))
            continue;
        shown[columns->len] = plan->shown[i];
        g_ptr_array_add(columns, rk_cells_show(&all[i], &some[i], &plan->rules[i], sift->vega_types));
    }
    return rk_table_assemble((RkColumn **)columns->pdata, shown, columns->len, rows, sift->file, lines, &used);
}

void rk_csv_sift_doubt(const RkRowFilter *filter, const RkCsvPlan *plan, RkCells *all)
{
    gboolean doubt = FALSE;
    if (filter == NULL || filter->give_up == NULL)
        return;
    for (guint i = 0; i < plan->count; i++)
        doubt = doubt || rk_cells_leave_doubt(&all[i], &plan->rules[i]);
    if (doubt)
        filter->give_up(filter->user);
}

gssize rk_csv_sift_rows(const RkCsvSift *sift, const RkCsvPlan *plan, RkCells *all, RkCells *some, guint32 *lines,
                        gsize rows, guint line_count, GError **error)
{
    gsize count = 0;
    guint32 *places = g_new(guint32, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++)
        places[row] = lines[row] + line_count;
    g_autoptr(RkTable) table = show(sift, plan, all, some, rows, places);
    g_autofree guint8 *kept = g_new0(guint8, MAX(rows, 1));
    if (!sift->filter->test(sift->filter->user, table, kept, error))
        return -1;
    for (guint i = 0; i < plan->count; i++)
        rk_cells_sift(&all[i], &some[i], &plan->rules[i], kept);
    for (gsize row = 0; row < rows; row++) {
        lines[count] = lines[row];
        count += kept[row] != 0;
    }
    return (gssize)count;
}
