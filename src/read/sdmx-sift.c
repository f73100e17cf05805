/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filtering SDMX-CSV while it is read. A filter speaks of the columns that the table finally has: a piece is finished
 * like the whole before the filter sees it, as far as it looks.
 */
#include "read/reasons-private.h"
#include "read/sdmx-private.h"

static gboolean test(gpointer user, const RkTable *rows, guint8 *kept, GError **error)
{
    RkSdmxSift *sift = user;
    gsize all = rk_table_rows(rows);
    g_autofree guint32 *places = g_new(guint32, MAX(all, 1));
    RkSdmxLeftOut left = {0};
    gsize count = rk_sdmx_observations(rows, places, &left);
    sift->left.attributes += left.attributes;
    g_autoptr(RkTable) some = count == all ? rk_table_ref(rows) : rk_table_gather(rows, places, count);
    g_autoptr(GPtrArray) columns = rk_sdmx_columns(some, sift->looked_at, &sift->options);
    g_autoptr(RkTable) shown = rk_table_new((const RkColumn *const *)columns->pdata, columns->len, count, some);
    g_autofree guint8 *truth = g_new0(guint8, MAX(count, 1));
    if (!sift->asked->test(sift->asked->user, shown, truth, error))
        return FALSE;
    /* What deletes is counted in the end, when it is known what stands before it. */
    const RkColumn *action = left.deletions > 0 ? rk_table_find(rows, RK_SDMX_ACTION) : NULL;
    for (gsize row = 0; row < all; row++)
        kept[row] = action != NULL && rk_sdmx_deletes(action, row);
    for (gsize at = 0; at < count; at++)
        kept[places[at]] = truth[at];
    return TRUE;
}

/* Values come with all that is said of them, everything else alone; "freq" is asked for by name only. */
static gboolean is_looked_at(const RkSdmxColumn *column, const char *const *wanted)
{
    gboolean measure = rk_rules_is_wanted(RK_SDMX_VALUE, wanted) || rk_rules_is_wanted(RK_REASON_COLUMN, wanted);
    return rk_rules_is_wanted(column->name, wanted) || g_ascii_strcasecmp(column->name, "freq") == 0 ||
           (column->label != NULL && rk_rules_is_wanted(column->label, wanted)) ||
           (measure && rk_sdmx_is_needed(column, wanted));
}

static const char *const *reach(const RkRowFilter *filter, const GPtrArray *header)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < header->len; i++) {
        const RkSdmxColumn *column = header->pdata[i];
        g_ptr_array_add(names, column->name);
        if (column->label != NULL)
            g_ptr_array_add(names, column->label);
    }
    g_ptr_array_add(names, (gpointer)RK_REASON_COLUMN);
    return rk_rules_reach(filter, names);
}

void rk_sdmx_sift_init(RkSdmxSift *sift, const GPtrArray *header, const RkReadOptions *options)
{
    *sift = (RkSdmxSift){
        .asked = options->filter, .options = *options, .needed = g_ptr_array_new(), .looked_at = g_ptr_array_new()};
    sift->options.diagnostics = NULL;
    const char *const *wanted = sift->asked != NULL ? reach(sift->asked, header) : NULL;
    for (guint i = 0; sift->asked != NULL && i < header->len; i++) {
        RkSdmxColumn *column = header->pdata[i];
        if (!rk_sdmx_is_needed(column, options->columns))
            continue;
        if (rk_sdmx_is_needed(column, wanted))
            g_ptr_array_add(sift->needed, column->name);
        if (is_looked_at(column, wanted))
            g_ptr_array_add(sift->looked_at, column);
    }
    g_ptr_array_add(sift->needed, NULL);
    sift->filter = (RkRowFilter){test, sift, (const char *const *)sift->needed->pdata};
}

void rk_sdmx_sift_clear(RkSdmxSift *sift)
{
    g_ptr_array_unref(sift->needed);
    g_ptr_array_unref(sift->looked_at);
}
