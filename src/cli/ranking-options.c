/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The options of rank and compare.
 */
#include "cli/naming.h"
#include "cli/ranking.h"

void rk_ranking_request_clear(RkRankingRequest *request)
{
    char **texts[] = {&request->value,    &request->by,         &request->order,     &request->ties,
                      &request->format,   &request->aggregates, &request->benchmark, &request->errors,
                      &request->rounding, &request->draws,      &request->seed,      &request->language};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_clear_pointer(texts[i], g_free);
    g_clear_pointer(&request->where, g_strfreev);
    g_clear_pointer(&request->highlight, g_strfreev);
    rk_reading_clear(&request->reading);
}

GOptionEntry *rk_ranking_entries(RkRankingRequest *request, gboolean with_benchmark)
{
    const GOptionEntry entries[] = {
        {"benchmark", 'b', 0, G_OPTION_ARG_FILENAME, &request->benchmark, "The place to compare with", "NAME"},
        {"value", 'v', 0, G_OPTION_ARG_FILENAME, &request->value,
         "The column of numbers (default: value, or the only one)", "COL"},
        {"by", 0, 0, G_OPTION_ARG_FILENAME, &request->by,
         "The column of places (default: country, geo or the first text column)", "COL"},
        {"where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &request->where,
         "Keep the rows for which this is true; may be given several times", "EXPR"},
        {"order", 0, 0, G_OPTION_ARG_FILENAME, &request->order,
         "What has rank 1: descending, the greatest value (default), or ascending", "ORDER"},
        {"ties", 0, 0, G_OPTION_ARG_FILENAME, &request->ties,
         "The rank of equal values: min (default), max, dense, average or ordinal (by name)", "RULE"},
        {"highlight", 'l', 0, G_OPTION_ARG_FILENAME_ARRAY, &request->highlight,
         "Set a place in bold; may be given several times", "NAME"},
        {"top", 'n', 0, G_OPTION_ARG_INT, &request->top, "Show the first N, with their ties, and the highlighted ones",
         "N"},
        {"aggregates", 0, 0, G_OPTION_ARG_FILENAME, &request->aggregates,
         "More codes or names, parted by commas, that are shown but not ranked; none: only these", "LIST"},
        RK_NAMING_ENTRY(&request->language),
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &request->format, "table (default), csv, json or markdown", "FORMAT"},
    };
    const GOptionEntry uncertainty[] = {
        {"error", 0, 0, G_OPTION_ARG_FILENAME, &request->errors,
         "The column of standard errors: tells how sure the ranks are", "COL"},
        {"rounding", 0, 0, G_OPTION_ARG_FILENAME, &request->rounding,
         "The decimals that values were rounded to: tells how sure the ranks are", "DECIMALS"},
        {"draws", 0, 0, G_OPTION_ARG_FILENAME, &request->draws, "How many rankings are drawn (default: 10000)", "N"},
        {"seed", 0, 0, G_OPTION_ARG_FILENAME, &request->seed, "Another whole number, other draws (default: 1)", "N"},
    };
    const GOptionEntry end = G_OPTION_ENTRY_NULL;
    request->top = G_MAXINT;
    g_autoptr(GArray) chosen = g_array_new(FALSE, FALSE, sizeof(GOptionEntry));
    guint first = with_benchmark ? 0 : 1;
    g_array_append_vals(chosen, entries + first, G_N_ELEMENTS(entries) - first);
    if (!with_benchmark)
        g_array_append_vals(chosen, uncertainty, G_N_ELEMENTS(uncertainty));
    g_array_append_val(chosen, end);
    return rk_reading_entries((const GOptionEntry *)(gpointer)chosen->data, &request->reading);
}
