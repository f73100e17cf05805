/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis compare: places beside a benchmark, the best of them and their average.
 */
#include <math.h>

#include "base/number.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/ranking.h"
#include "cli/report.h"
#include "stats/location.h"

static const char description[] = "The benchmark may be any place of the table, also an aggregate. Differences are\n"
                                  "the place's value minus the other; ratio and percent are missing when the\n"
                                  "benchmark is not above zero. The best is the first in rank, the average that of\n"
                                  "the ranked places, unweighted. DATA may be - for standard input.\n"
                                  "\n"
                                  "Example:\n"
                                  "  rodiklis compare datasets/defence-expenditure.csv --benchmark Lithuania \\\n"
                                  "    --where 'datum.time == 2024'\n";

/* What every place is compared with. */
typedef struct {
    const RkPlaceRank *benchmark, *best;
    double average;
} Marks;

static gboolean find_marks(const RkRanking *ranking, const char *name, Marks *marks, GError **error)
{
    RkPlaceRank *benchmark = rk_ranking_find(ranking, name, "--benchmark", error);
    if (benchmark == NULL)
        return FALSE;
    if (isnan(benchmark->value)) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){ranking->path, 0, 0}, NULL, "the benchmark \"%s\" has no value",
                     benchmark->name);
        return FALSE;
    }
    benchmark->highlighted = TRUE;
    g_autofree double *values = g_new(double, ranking->places->len);
    marks->benchmark = benchmark;
    marks->best = NULL;
    for (guint i = 0; i < ranking->places->len; i++) {
        const RkPlaceRank *place = rk_ranking_at(ranking, i);
        gboolean ranked = !isnan(place->rank);
        values[i] = ranked ? place->value : NAN;
        marks->best = ranked && marks->best == NULL ? place : marks->best;
    }
    marks->average = rk_stats_mean(values, ranking->places->len);
    return TRUE;
}

static void add_row(const RkRanking *ranking, const RkPlaceRank *place, const Marks *marks, RkSheet *sheet)
{
    double benchmark = marks->benchmark->value;
    /* Of a negative benchmark a greater value would be the lesser percentage. */
    double ratio = benchmark > 0 ? place->value / benchmark : NAN;
    /* Not from the ratio, which is rounded already: 25.5 of 40 is 63.75 percent exactly. */
    double percent = benchmark > 0 ? 100 * place->value / benchmark : NAN;
    guint column = 0;
    rk_sheet_add_row(sheet, place->highlighted);
    rk_sheet_set_number(sheet, column++, place->rank);
    rk_sheet_set_text(sheet, column++, place->code);
    rk_sheet_set_text(sheet, column++, place->name);
    rk_sheet_set_number(sheet, column++, place->value);
    rk_sheet_set_text(sheet, column++, ranking->unit);
    rk_sheet_set_text(sheet, column++, place->flag);
    rk_sheet_set_number(sheet, column++, place->value - benchmark);
    rk_sheet_set_number(sheet, column++, ratio);
    rk_sheet_set_number(sheet, column++, percent);
    rk_sheet_set_number(sheet, column++, place->value - marks->best->value);
    rk_sheet_set_number(sheet, column++, place->value - marks->average);
    rk_sheet_set_number(sheet, column++, place->aggregate);
}

static void add_columns(const RkRanking *ranking, RkSheet *sheet)
{
    const char *entity = rk_column_name(ranking->entity), *value = rk_column_name(ranking->value);
    int decimals = ranking->decimals;
    rk_sheet_add_column(sheet, "rank", "rank", RK_CELLS_NUMBER, RK_FOR_ALL, RK_DECIMALS_ALL);
    rk_sheet_add_column(sheet, "code", "code", RK_CELLS_TEXT, RK_FOR_DATA, 0);
    rk_sheet_add_column(sheet, entity, entity, RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, value, value, RK_CELLS_NUMBER, RK_FOR_ALL, rk_ranking_value_decimals(ranking));
    rk_sheet_add_column(sheet, "unit", "unit", RK_CELLS_TEXT, RK_FOR_DATA, 0);
    rk_sheet_add_column(sheet, "flag", "", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "difference", "difference", RK_CELLS_NUMBER, RK_FOR_ALL, decimals);
    rk_sheet_add_column(sheet, "ratio", "ratio", RK_CELLS_NUMBER, RK_FOR_ALL, 3);
    rk_sheet_add_column(sheet, "percent", "percent", RK_CELLS_NUMBER, RK_FOR_ALL, 1);
    rk_sheet_add_column(sheet, "distance_to_best", "to best", RK_CELLS_NUMBER, RK_FOR_ALL, decimals);
    rk_sheet_add_column(sheet, "distance_to_average", "to average", RK_CELLS_NUMBER, RK_FOR_ALL, decimals + 1);
    rk_sheet_add_column(sheet, "aggregate", "aggregate", RK_CELLS_BOOLEAN, RK_FOR_DATA, 0);
}

static RkSheet *make_sheet(const RkRanking *ranking, const Marks *marks)
{
    char benchmark[RK_NUMBER_BUFFER], best[RK_NUMBER_BUFFER], average[RK_NUMBER_BUFFER];
    RkSheet *sheet = rk_sheet_new();
    rk_ranking_describe(ranking, sheet);
    rk_sheet_head(sheet, "benchmark: %s, %s; best: %s, %s; average of the %u ranked, unweighted: %s",
                  marks->benchmark->name, rk_number_shortest(marks->benchmark->value, benchmark), marks->best->name,
                  rk_number_shortest(marks->best->value, best), ranking->ranked,
                  rk_number_trimmed(marks->average, (guint)ranking->decimals + 1, average));
    add_columns(ranking, sheet);
    for (guint i = 0; i < ranking->places->len; i++) {
        if (rk_ranking_is_shown(ranking, i))
            add_row(ranking, rk_ranking_at(ranking, i), marks, sheet);
    }
    return sheet;
}

static int compare(const char *path, RkRankingRequest *request)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkRanking) ranking = rk_ranking_new(path, request, diagnostics, &error);
    rk_report_diagnostics(diagnostics);
    Marks marks;
    if (ranking == NULL || !find_marks(ranking, request->benchmark, &marks, &error))
        return rk_report_error(error);
    g_autoptr(RkSheet) sheet = make_sheet(ranking, &marks);
    return rk_sheet_print(sheet, ranking->format, "-", &error) ? RK_EXIT_OK : rk_report_error(error);
}

int rk_command_compare(int count, char **arguments)
{
    g_auto(RkRankingRequest) request = {0};
    g_autoptr(GError) error = NULL;
    g_autofree GOptionEntry *entries = rk_ranking_entries(&request, TRUE);
    const RkUsage usage = {
        "DATA --benchmark NAME", "Compares the places of a table with one of them.", description, entries, 1, 1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    if (request.benchmark == NULL) {
        rk_error_set(&error, RK_ERROR_USAGE, RK_NOWHERE, "name a place: --benchmark NAME", "there is no benchmark");
        return rk_report_error(error);
    }
    return compare(arguments[0], &request);
}
