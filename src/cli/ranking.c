/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a filtered table to places with ranks. Order and ranks depend on values and names only, never on the order of
 * the rows.
 */
#include "cli/ranking.h"

#include <math.h>
#include <string.h>

#include "base/collate.h"
#include "base/number.h"
#include "base/shape.h"
#include "cli/naming.h"
#include "cli/options.h"
#include "cli/selection.h"
#include "table/flags.h"

static void clear_place(gpointer data)
{
    RkPlaceRank *place = data;
    g_free(place->name);
    g_free(place->word);
    g_free(place->key);
}

void rk_ranking_free(RkRanking *ranking)
{
    if (ranking == NULL)
        return;
    g_clear_pointer(&ranking->places, g_array_unref);
    rk_aggregates_clear(&ranking->groups);
    g_clear_pointer(&ranking->named, rk_column_unref);
    g_clear_pointer(&ranking->table, rk_table_unref);
    g_free(ranking);
}

const RkPlaceRank *rk_ranking_at(const RkRanking *ranking, guint index)
{
    return &g_array_index(ranking->places, RkPlaceRank, index);
}

static gboolean choose(const char *option, const char *word, const char *const *words, guint *chosen, GError **error)
{
    return word == NULL || rk_options_choose(option, word, words, chosen, error);
}

static gboolean read_request(RkRanking *ranking, GError **error)
{
    static const char *const orders[] = {"descending", "ascending", NULL};
    const RkRankingRequest *request = ranking->request;
    guint order = 0, ties = RK_TIES_MIN;
    if (!choose("--order", request->order, orders, &order, error) ||
        !choose("--ties", request->ties, rk_ties_names(), &ties, error) ||
        !choose("--format", request->format, rk_sheet_formats(), &ranking->format, error))
        return FALSE;
    if (request->top <= 0) {
        rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "--top cannot be %d", request->top);
        return FALSE;
    }
    if (!rk_naming_check(request->language, error))
        return FALSE;
    ranking->order = order == 0 ? RK_DESCENDING : RK_ASCENDING;
    ranking->ties = (RkTies)ties;
    return TRUE;
}

static gboolean select_columns(RkRanking *ranking, GError **error)
{
    const RkTable *table = ranking->table;
    if (rk_table_rows(table) == 0) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){ranking->path, 0, 0}, NULL, "names columns but has no rows");
        return FALSE;
    }
    ranking->value = rk_selection_value(table, ranking->request->value, "--value", ranking->path, error);
    if (ranking->value == NULL)
        return FALSE;
    ranking->entity = rk_selection_entity(table, ranking->request->by, "--by", ranking->path, error);
    if (ranking->entity == NULL)
        return FALSE;
    return rk_selection_check_units(ranking->value, NULL, rk_table_rows(table), ranking->path, &ranking->unit, error) &&
           rk_selection_check_entities(table, ranking->entity, ranking->value, ranking->path, error);
}

/* The aggregates that the option names. */
static char **split_aggregates(const char *list)
{
    char **words = g_strsplit(list == NULL ? "" : list, ",", -1);
    for (guint i = 0; words[i] != NULL; i++)
        g_strstrip(words[i]);
    return words;
}

static gboolean is_aggregate(const RkRanking *ranking, const RkPlaceRank *place, char **named)
{
    const char *const *words = (const char *const *)named;
    if (g_strv_contains(words, place->word) || g_strv_contains(words, place->name) ||
        (place->code != NULL && g_strv_contains(words, place->code)))
        return TRUE;
    /* Only those that the option names. */
    if (g_strv_contains(words, "none"))
        return FALSE;
    return ranking->groups.rows[place->row];
}

static void count_decimals(RkRanking *ranking, double value)
{
    char buffer[RK_NUMBER_BUFFER];
    const char *text = rk_number_shortest(value, buffer), *point = strchr(text, '.');
    if (isnan(value) || point == NULL || strchr(text, 'e') != NULL)
        return;
    ranking->decimals = CLAMP((int)strlen(point + 1), ranking->decimals, 6);
}

/* What the place is called, and the code beside its name. */
static void name_place(const RkRanking *ranking, RkPlaceRank *place)
{
    const RkColumn *geo = rk_table_find(ranking->table, "geo");
    const char *named = ranking->named != NULL ? rk_column_text(ranking->named, place->row) : place->word;
    const char *label = ranking->label != NULL ? rk_column_text(ranking->label, place->row) : NULL;
    /* A name of the language first, then that of the file. */
    gboolean labelled = label != NULL && strcmp(named, place->word) == 0;
    place->name = g_strdup(labelled ? label : named);
    place->key = rk_collation_key(place->name, ranking->request->language);
    gboolean published = labelled || (ranking->request->language == NULL && strcmp(place->name, place->word) != 0);
    if (published)
        place->code = place->word;
    else if (geo != NULL && rk_column_type(geo) == RK_COLUMN_TEXT &&
             (geo != ranking->entity || strcmp(place->name, place->word) != 0))
        place->code = rk_column_text(geo, place->row);
}

static void add_place(RkRanking *ranking, gsize row, char **aggregates)
{
    RkPlaceRank place = {.row = (guint32)row, .word = rk_column_write(ranking->entity, row), .rank = NAN};
    if (place.word == NULL) {
        ranking->unnamed++;
        return;
    }
    name_place(ranking, &place);
    const RkColumn *flag = rk_column_flag(ranking->value);
    /* A state of SDMX that says nothing. */
    if (flag != NULL && g_strcmp0(rk_column_text(flag, row), "A") != 0)
        place.flag = rk_column_text(flag, row);
    place.value = rk_column_numbers(ranking->value)[row];
    place.reason = rk_column_said_why(ranking->value, row);
    ranking->reasons = ranking->reasons || place.reason != NULL;
    place.aggregate = is_aggregate(ranking, &place, aggregates);
    ranking->aggregates += place.aggregate;
    ranking->missing += isnan(place.value);
    count_decimals(ranking, place.value);
    g_array_append_val(ranking->places, place);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const RkPlaceRank *)a)->key, ((const RkPlaceRank *)b)->key);
}

/* By name first, so that the position is the order of ties; then by value. */
static void rank_places(RkRanking *ranking)
{
    GArray *places = ranking->places;
    guint count = places->len;
    g_array_sort(places, compare_names);
    g_autofree double *values = g_new(double, MAX(count, 1));
    g_autofree double *ranks = g_new(double, MAX(count, 1));
    g_autofree guint32 *order = g_new(guint32, MAX(count, 1));
    for (guint i = 0; i < count; i++)
        values[i] = rk_ranking_at(ranking, i)->aggregate ? NAN : rk_ranking_at(ranking, i)->value;
    rk_stats_rank(values, count, ranking->order, ranking->ties, NULL, ranks);
    for (guint i = 0; i < count; i++) {
        RkPlaceRank *place = &g_array_index(places, RkPlaceRank, i);
        place->rank = ranks[i];
        values[i] = place->value;
        ranking->ranked += !isnan(place->rank);
    }
    rk_stats_sort_index(values, count, ranking->order, NULL, order);
    GArray *sorted = g_array_sized_new(FALSE, FALSE, sizeof(RkPlaceRank), count);
    for (guint i = 0; i < count; i++)
        g_array_append_val(sorted, g_array_index(places, RkPlaceRank, order[i]));
    /* The names move over to the sorted array. */
    g_array_set_clear_func(places, NULL);
    g_array_unref(places);
    g_array_set_clear_func(sorted, clear_place);
    ranking->places = sorted;
}

static gboolean highlight_places(RkRanking *ranking, GError **error)
{
    char **names = ranking->request->highlight;
    for (guint i = 0; names != NULL && names[i] != NULL; i++) {
        RkPlaceRank *place = rk_ranking_find(ranking, names[i], "--highlight", error);
        if (place == NULL)
            return FALSE;
        place->highlighted = TRUE;
    }
    return TRUE;
}

static gboolean fill_places(RkRanking *ranking, GError **error)
{
    g_auto(GStrv) aggregates = split_aggregates(ranking->request->aggregates);
    ranking->label = rk_selection_label(ranking->table, ranking->entity);
    rk_aggregates_find(ranking->table, ranking->entity, &ranking->groups);
    ranking->named = rk_naming_column(ranking->entity, ranking->request->language);
    for (gsize row = 0; row < rk_table_rows(ranking->table); row++)
        add_place(ranking, row, aggregates);
    rank_places(ranking);
    rk_ranking_limit(ranking);
    if (ranking->ranked == 0) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){ranking->path, 0, 0}, NULL,
                     "nothing can be ranked: column \"%s\" has no value for any place that is not an aggregate",
                     rk_column_name(ranking->value));
        return FALSE;
    }
    return highlight_places(ranking, error);
}

RkRanking *rk_ranking_new(const char *path, RkRankingRequest *request, RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkRanking) ranking = g_new0(RkRanking, 1);
    ranking->path = rk_selection_name(path);
    ranking->request = request;
    ranking->places = g_array_new(FALSE, FALSE, sizeof(RkPlaceRank));
    g_array_set_clear_func(ranking->places, clear_place);
    if (!read_request(ranking, error))
        return NULL;
    const char *const used[] = {request->value, NULL};
    ranking->table = rk_selection_load_using(path, &request->reading, request->where,
                                             request->value != NULL ? used : NULL, diagnostics, error);
    if (ranking->table == NULL || !select_columns(ranking, error) || !fill_places(ranking, error))
        return NULL;
    if (ranking->named == NULL && request->language != NULL)
        rk_naming_warn(request->language, ranking->path, diagnostics);
    if (ranking->named != NULL && request->language != NULL)
        rk_naming_note(ranking->entity, request->language, ranking->path, diagnostics);
    rk_ranking_warn_periods(ranking, diagnostics);
    rk_ranking_warn_unknown(ranking, diagnostics);
    if (ranking->unnamed > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){ranking->path, 0, 0}, NULL,
                           "%u %s without a %s left out", ranking->unnamed, ranking->unnamed == 1 ? "row" : "rows",
                           rk_column_name(ranking->entity));
    return g_steal_pointer(&ranking);
}
