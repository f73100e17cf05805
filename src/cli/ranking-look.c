/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions to a ranking: where a place stands, what --top shows, and what must be said about it all.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/shape.h"
#include "cli/ranking.h"
#include "cli/selection.h"

/* Nobody publishes more decimals: numbers that have them were reckoned, and zeros would say nothing. */
#define PADDED_MOST 6

RkPlaceRank *rk_ranking_find(const RkRanking *ranking, const char *name, const char *option, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < ranking->places->len; i++) {
        RkPlaceRank *place = &g_array_index(ranking->places, RkPlaceRank, i);
        if (strcmp(place->name, name) == 0 || strcmp(place->word, name) == 0 || g_strcmp0(place->code, name) == 0)
            return place;
        g_ptr_array_add(names, place->name);
    }
    g_ptr_array_add(names, NULL);
    const char *nearest = rk_nearest_word(name, (const char *const *)names->pdata);
    g_autofree char *hint = nearest == NULL ? NULL : g_strdup_printf("did you mean \"%s\"?", nearest);
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){ranking->path, 0, 0}, hint, "%s: no %s is called \"%s\"", option,
                 rk_column_name(ranking->entity), name);
    return NULL;
}

void rk_ranking_limit(RkRanking *ranking)
{
    guint top = (guint)ranking->request->top, ranked = 0;
    double limit = NAN;
    ranking->last_shown = top == G_MAXINT ? G_MAXUINT : 0;
    for (guint i = 0; i < ranking->places->len && ranking->last_shown != G_MAXUINT; i++) {
        const RkPlaceRank *place = rk_ranking_at(ranking, i);
        if (isnan(place->rank))
            continue;
        ranked++;
        if (ranked > top && place->value != limit)
            break;
        limit = place->value;
        ranking->last_shown = i;
    }
}

gboolean rk_ranking_is_shown(const RkRanking *ranking, guint index)
{
    return index <= ranking->last_shown || rk_ranking_at(ranking, index)->highlighted;
}

/* Decimals of the shortest text that is this number; more than any column shows for one with an exponent. */
static int decimals_of(double value)
{
    char buffer[RK_NUMBER_BUFFER];
    const char *text = rk_number_shortest(value, buffer), *point = strchr(text, '.');
    if (strchr(text, 'e') != NULL)
        return PADDED_MOST + 1;
    return point == NULL ? 0 : (int)strlen(point + 1);
}

int rk_ranking_value_decimals(const RkRanking *ranking)
{
    int most = 0;
    double greatest = 0;
    for (guint i = 0; i < ranking->places->len; i++) {
        double value = rk_ranking_at(ranking, i)->value;
        if (isnan(value))
            continue;
        most = MAX(most, decimals_of(value));
        greatest = MAX(greatest, fabs(value));
    }
    return most <= PADDED_MOST && greatest * pow(10, most) < 1e15 ? most : RK_DECIMALS_ALL;
}

static const char *ties_in_words(RkTies ties)
{
    static const char *const words[] = {
        [RK_TIES_MIN] = "share the least of their ranks",
        [RK_TIES_MAX] = "share the greatest of their ranks",
        [RK_TIES_DENSE] = "share a rank, and no rank is left out",
        [RK_TIES_AVERAGE] = "share the average of their ranks",
        [RK_TIES_ORDINAL] = "are ranked by name",
    };
    return words[ties];
}

void rk_ranking_reason_column(const RkRanking *ranking, RkSheet *sheet)
{
    if (ranking->reasons)
        rk_sheet_add_column(sheet, "reason", "", RK_CELLS_TEXT, RK_FOR_ALL, 0);
}

void rk_ranking_reason_cell(const RkRanking *ranking, const RkPlaceRank *place, guint *column, RkSheet *sheet)
{
    if (ranking->reasons)
        rk_sheet_set_text(sheet, (*column)++, place->reason);
}

void rk_ranking_describe(const RkRanking *ranking, RkSheet *sheet)
{
    g_autofree char *head = rk_selection_context(ranking->table, ranking->value, ranking->entity);
    sheet->dashes = TRUE;
    rk_sheet_head(sheet, "%s", head);
    rk_sheet_note(sheet, "%u ranked from the %s value; equal values %s (%s).", ranking->ranked,
                  ranking->order == RK_DESCENDING ? "greatest" : "least", ties_in_words(ranking->ties),
                  rk_ties_names()[ranking->ties]);
    if (ranking->aggregates > 0)
        rk_sheet_note(sheet, "Aggregates stand in their place without a rank: %u.", ranking->aggregates);
    if (ranking->missing > 0)
        rk_sheet_note(sheet, "Without a value: %u.", ranking->missing);
    if (ranking->last_shown < ranking->places->len - 1)
        rk_sheet_note(sheet, "Shown: the first %d, with their ties.", ranking->request->top);
}

void rk_ranking_warn_unknown(const RkRanking *ranking, RkDiagnostics *diagnostics)
{
    /* Who names all aggregates has looked at the words. */
    if (ranking->groups.unknown->len == 0 || ranking->request->aggregates != NULL)
        return;
    g_autofree char *words = rk_aggregates_unknown(&ranking->groups);
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){ranking->path, 0, 0},
                       "--aggregates names those that are to have no rank; none ranks all",
                       "words that are no known place are ranked among places: %s", words);
}
