/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filtering Eurostat's TSV while it is read. What the columns are is known from the first line on, so that a block can
 * be shown to the filter as the rows that it will be.
 */
#include "read/eurostat-private.h"

/* The columns that the filter looks at, those of the caller when it may look at any. */
static const char *const *reach(const RkEurostatHead *head, const RkReadOptions *options)
{
    static const char *const others[] = {"value", "flag", RK_REASON_COLUMN};
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < head->dimensions->len; i++)
        if (head->kept[i])
            g_ptr_array_add(names, head->dimensions->pdata[i]);
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        g_ptr_array_add(names, (gpointer)others[i]);
    g_ptr_array_add(names, head->time);
    const char *const *wanted = rk_rules_reach(options->filter, names);
    return wanted != NULL ? wanted : options->columns;
}

guint8 *rk_eurostat_sift(const RkEurostatHead *head, const RkEurostatBlock *block, guint lines,
                         const RkReadOptions *options, const char *file, GError **error)
{
    RkEurostatRows rows;
    RkReadOptions own = *options;
    own.columns = reach(head, options);
    rk_eurostat_rows_init(&rows, head, own.columns);
    for (guint i = 0; i < rows.dimensions; i++)
        rows.kept[i] = rows.kept[i] && head->kept[i];
    rk_eurostat_rows_append(&rows, head, block, lines, NULL);
    g_autoptr(RkTable) table = rk_eurostat_rows_finish(&rows, head, &own, file);
    rk_eurostat_rows_clear(&rows);
    g_autofree guint8 *kept = g_new0(guint8, rk_table_rows(table) + 1);
    return options->filter->test(options->filter->user, table, kept, error) ? g_steal_pointer(&kept) : NULL;
}
