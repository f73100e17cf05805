/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing what a rank chart shows of a table: which columns, which moments, who is ranked. Aggregates are left out,
 * and whatever has two values for one place is refused.
 */
#include "cli/quick-rank.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/options.h"
#include "cli/selection.h"
#include "spec/document.h"

/* More names cannot be read, and more rows are no table. */
#define MOST_PLACES 300

static void clear_chart(RkRankPlan *chart)
{
    g_clear_pointer(&chart->places, g_ptr_array_unref);
    g_clear_pointer(&chart->aggregates, g_ptr_array_unref);
    rk_aggregates_clear(&chart->groups);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkRankPlan, clear_chart)

static gboolean fail(const RkRankPlan *chart, const char *hint, const char *message, GError **error)
{
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){chart->path, 0, 0}, hint, "--rank %s: %s", chart->chart->name,
                 message);
    return FALSE;
}

static const RkColumn *find_time(const RkRankPlan *chart)
{
    for (guint i = 0; chart->request->x == NULL && i < rk_table_columns(chart->table); i++)
        if (rk_column_type(rk_table_column(chart->table, i)) == RK_COLUMN_TIME)
            return rk_table_column(chart->table, i);
    return chart->request->x == NULL ? NULL : rk_table_find(chart->table, chart->request->x);
}

static gboolean find_columns(RkRankPlan *chart, GError **error)
{
    const RkQuickRequest *request = chart->request;
    const RkTable *table = chart->table;
    const char *section = request->color == NULL ? "indicator" : request->color;
    if ((request->x != NULL && rk_table_require(table, request->x, (RkPlace){chart->path, 0, 0}, error) == NULL) ||
        (request->color != NULL && rk_table_require(table, section, (RkPlace){chart->path, 0, 0}, error) == NULL))
        return FALSE;
    chart->value = rk_selection_value(table, request->y, "-y", chart->path, error);
    chart->name = chart->value == NULL ? NULL : rk_selection_entity(table, request->by, "--by", chart->path, error);
    chart->time = find_time(chart);
    chart->section = rk_table_find(table, section);
    if (chart->name == NULL)
        return FALSE;
    if (rk_column_type(chart->name) != RK_COLUMN_TEXT)
        return fail(chart, "name it with --by", "the column of places must hold names", error);
    return chart->time == NULL || rk_column_type(chart->time) == RK_COLUMN_TIME ||
           fail(chart, NULL, "the column from left to right must hold times", error);
}

static void find_places(RkRankPlan *chart)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    rk_aggregates_find(chart->table, chart->name, &chart->groups);
    chart->places = g_ptr_array_new();
    chart->aggregates = g_ptr_array_new();
    for (gsize row = 0; row < rk_table_rows(chart->table); row++) {
        const char *name = rk_column_text(chart->name, row);
        if (name != NULL && g_hash_table_add(seen, (gpointer)name))
            g_ptr_array_add(chart->groups.rows[row] ? chart->aggregates : chart->places, (gpointer)name);
    }
}

static void find_moments(RkRankPlan *chart)
{
    const double *times = chart->time == NULL ? NULL : rk_column_numbers(chart->time);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_double_hash, g_double_equal);
    for (gsize row = 0; times != NULL && row < rk_table_rows(chart->table); row++) {
        if (isnan(times[row]))
            continue;
        if (!(times[row] >= times[chart->first]))
            chart->first = row;
        if (!(times[row] <= times[chart->last]))
            chart->last = row;
        g_hash_table_add(seen, (gpointer)&times[row]);
    }
    chart->moments = g_hash_table_size(seen);
}

/* Every place once for each moment and indicator that the chart keeps apart. */
static gboolean check_rows(RkRankPlan *chart, gboolean by_time, gboolean by_section, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (gsize row = 0; row < rk_table_rows(chart->table); row++) {
        g_autofree char *time = by_time ? rk_column_write(chart->time, row) : NULL;
        g_autofree char *section = by_section ? rk_column_write(chart->section, row) : NULL;
        const char *name = rk_column_text(chart->name, row);
        if (name == NULL || g_hash_table_add(seen, g_strdup_printf("%s\x1f%s\x1f%s", name, time == NULL ? "" : time,
                                                                   section == NULL ? "" : section)))
            continue;
        g_autofree char *message =
            g_strdup_printf("%s has several rows%s%s%s%s", name, time == NULL ? "" : " for ", time == NULL ? "" : time,
                            section == NULL ? "" : " of ", section == NULL ? "" : section);
        return fail(chart, "choose among them with --where", message, error);
    }
    chart->has_gaps =
        by_time && g_hash_table_size(seen) < chart->moments * (chart->places->len + chart->aggregates->len);
    return TRUE;
}

static gboolean has_values(const RkRankPlan *chart)
{
    for (gsize row = 0; row < rk_table_rows(chart->table); row++)
        if (!rk_column_is_missing(chart->value, row) && !chart->groups.rows[row])
            return TRUE;
    return FALSE;
}

static gboolean check_values(const RkRankPlan *chart, GError **error)
{
    g_autofree char *message =
        g_strdup_printf("nothing can be ranked: column \"%s\" has no value for any place that is not an aggregate",
                        rk_column_name(chart->value));
    return has_values(chart) || fail(chart, NULL, message, error);
}

static gboolean check_needs(RkRankPlan *chart, GError **error)
{
    guint needs = chart->chart->needs;
    gboolean by_time = (needs & (RK_RANK_CHART_TIME | RK_RANK_CHART_COLUMNS)) && chart->moments > 1;
    gboolean by_section = (needs & RK_RANK_CHART_SECTION) || ((needs & RK_RANK_CHART_COLUMNS) && !by_time);
    const RkQuickRequest *request = chart->request;
    if (chart->places->len == 0 || chart->places->len > MOST_PLACES)
        return fail(chart, NULL, "from 1 to 300 places are wanted, not counting aggregates", error);
    if ((needs & RK_RANK_CHART_TIME) && !by_time)
        return fail(chart, NULL, "needs a column of times with several moments", error);
    if (by_section && chart->section == NULL)
        return fail(chart, "name it with --color", "needs a column of indicators", error);
    if ((needs & RK_RANK_CHART_INTERVAL) && (request->errors == NULL) == (request->rounding == NULL))
        return fail(chart, NULL, "needs either --error or --rounding", error);
    if ((needs & RK_RANK_CHART_HIGHLIGHT) && (request->highlight == NULL || g_strv_length(request->highlight) != 1))
        return fail(chart, NULL, "needs one place to --highlight", error);
    if (!by_section &&
        !rk_selection_check_units(chart->value, NULL, rk_table_rows(chart->table), chart->path, NULL, error))
        return FALSE;
    return check_values(chart, error) && check_rows(chart, by_time, by_section, error);
}

static gboolean choose_chart(RkRankPlan *chart, GError **error)
{
    const char *names[16] = {NULL};
    const RkQuickRequest *request = chart->request;
    static const char *const orders[] = {"descending", "ascending", NULL};
    guint chosen, order;
    for (guint i = 0; rk_rank_charts[i].name != NULL; i++)
        names[i] = rk_rank_charts[i].name;
    if (!rk_options_choose("--rank", request->rank, names, &chosen, error) ||
        (request->order != NULL && !rk_options_choose("--order", request->order, orders, &order, error)))
        return FALSE;
    chart->chart = &rk_rank_charts[chosen];
    double decimals;
    if (request->rounding == NULL ||
        (rk_number_parse(request->rounding, strlen(request->rounding), RK_NUMBER_SYNTAX_PLAIN, &decimals) &&
         fabs(decimals) <= 15 && floor(decimals) == decimals))
        return TRUE;
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "--rounding takes a whole number from -15 to 15, not \"%s\"",
                 request->rounding);
    return FALSE;
}

RkDocument *rk_quick_rank(const RkTable *table, const RkQuickRequest *request, const char *data_key,
                          const char *data_text, const char *path, GError **error)
{
    g_auto(RkRankPlan) chart = {.table = table, .request = request, .path = path};
    if (!choose_chart(&chart, error) || !find_columns(&chart, error))
        return NULL;
    find_places(&chart);
    find_moments(&chart);
    if (!check_needs(&chart, error))
        return NULL;
    g_autofree char *text = rk_rank_chart_fill(&chart, data_key, data_text, error);
    if (text == NULL)
        return NULL;
    return rk_document_parse(text, strlen(text), "the rank chart", error);
}
