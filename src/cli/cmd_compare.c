/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis compare: places beside a benchmark, the best of them and their average.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/ranking.h"
#include "cli/report.h"
#include "stats/location.h"
#include "table/flags.h"

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
    RkFlagSet benchmark_flags, best_flags, average_flags;
    gboolean flagged; /* the values have flags */
} Marks;

/* What is worked out from a value and one or several others. */
typedef struct {
    const char *key, *title;
    double number;
    int decimals;
    const RkFlagSet *other;
    gboolean repeats; /* the flags of the result before, which people need not read again */
} Result;
enum { RESULTS = 5 };

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
        marks->flagged = marks->flagged || (place->flag != NULL && *place->flag != '\0');
        if (ranked)
            rk_flag_set_add_value(&marks->average_flags, ranking->value, place->row);
        marks->best = ranked && marks->best == NULL ? place : marks->best;
    }
    marks->average = rk_stats_mean(values, ranking->places->len);
    rk_flag_set_add_value(&marks->benchmark_flags, ranking->value, benchmark->row);
    rk_flag_set_add_value(&marks->best_flags, ranking->value, marks->best->row);
    return TRUE;
}

static void find_results(const RkRanking *ranking, const RkPlaceRank *place, const Marks *marks,
                         Result results[RESULTS])
{
    double benchmark = marks->benchmark->value;
    /* Of a negative benchmark a greater value would be the lesser percentage. */
    double ratio = benchmark > 0 ? place->value / benchmark : NAN;
    /* Not from the ratio, which is rounded already: 25.5 of 40 is 63.75 percent exactly. */
    double percent = benchmark > 0 ? 100 * place->value / benchmark : NAN;
    int decimals = ranking->decimals;
    const RkFlagSet *flags = &marks->benchmark_flags;
    const Result found[RESULTS] = {
        {"difference", "difference", place->value - benchmark, decimals, flags, FALSE},
        {"ratio", "ratio", ratio, 3, flags, TRUE},
        {"percent", "percent", percent, 1, flags, TRUE},
        {"distance_to_best", "to best", place->value - marks->best->value, decimals, &marks->best_flags, FALSE},
        {"distance_to_average", "to average", place->value - marks->average, decimals + 1, &marks->average_flags,
         FALSE}};
    memcpy(results, found, sizeof found);
}

/* The flags of a value and of what it is compared with, as the transform benchmark puts them together. */
static const char *flags_of(const RkRanking *ranking, const RkPlaceRank *place, const Result *result,
                            char buffer[RK_FLAG_BUFFER])
{
    RkFlagSet set = {0};
    rk_flag_set_add_value(&set, ranking->value, place->row);
    rk_flag_set_add_all(&set, result->other);
    return rk_flag_set_result(&set, RK_FLAGS_WEAKEST, isnan(result->number), buffer);
}

static void add_row(const RkRanking *ranking, const RkPlaceRank *place, const Marks *marks, RkSheet *sheet)
{
    guint column = 0;
    char buffer[RK_FLAG_BUFFER];
    Result results[RESULTS];
    find_results(ranking, place, marks, results);
    rk_sheet_add_row(sheet, place->highlighted);
    rk_sheet_set_number(sheet, column++, place->rank);
    rk_sheet_set_text(sheet, column++, place->code);
    rk_sheet_set_text(sheet, column++, place->name);
    rk_sheet_set_number(sheet, column++, place->value);
    rk_sheet_set_text(sheet, column++, ranking->unit);
    rk_sheet_set_text(sheet, column++, place->flag);
    rk_ranking_reason_cell(ranking, place, &column, sheet);
    for (guint i = 0; i < RESULTS; i++) {
        rk_sheet_set_number(sheet, column++, results[i].number);
        if (marks->flagged)
            rk_sheet_set_text(sheet, column++, flags_of(ranking, place, &results[i], buffer));
    }
    rk_sheet_set_number(sheet, column++, place->aggregate);
}

static void add_columns(const RkRanking *ranking, const Marks *marks, RkSheet *sheet)
{
    Result results[RESULTS];
    const char *entity = rk_column_name(ranking->entity), *value = rk_column_name(ranking->value);
    rk_sheet_add_column(sheet, "rank", "rank", RK_CELLS_NUMBER, RK_FOR_ALL, RK_DECIMALS_ALL);
    rk_sheet_add_column(sheet, "code", "code", RK_CELLS_TEXT, RK_FOR_DATA, 0);
    rk_sheet_add_column(sheet, entity, entity, RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, value, value, RK_CELLS_NUMBER, RK_FOR_ALL, rk_ranking_value_decimals(ranking));
    rk_sheet_add_column(sheet, "unit", "unit", RK_CELLS_TEXT, RK_FOR_DATA, 0);
    rk_sheet_add_column(sheet, "flag", "", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_ranking_reason_column(ranking, sheet);
    find_results(ranking, marks->benchmark, marks, results);
    for (guint i = 0; i < RESULTS; i++) {
        g_autofree char *flag = g_strconcat(results[i].key, "_flag", NULL);
        rk_sheet_add_column(sheet, results[i].key, results[i].title, RK_CELLS_NUMBER, RK_FOR_ALL, results[i].decimals);
        if (marks->flagged)
            rk_sheet_add_column(sheet, flag, "", RK_CELLS_TEXT, results[i].repeats ? RK_FOR_DATA : RK_FOR_ALL, 0);
    }
    rk_sheet_add_column(sheet, "aggregate", "aggregate", RK_CELLS_BOOLEAN, RK_FOR_DATA, 0);
}

/* "Lithuania, 4.1 p" */
static char *told(const RkPlaceRank *place)
{
    char buffer[RK_NUMBER_BUFFER];
    gboolean flagged = place->flag != NULL && *place->flag != '\0';
    return g_strdup_printf("%s, %s%s%s", place->name, rk_number_shortest(place->value, buffer), flagged ? " " : "",
                           flagged ? place->flag : "");
}

static RkSheet *make_sheet(const RkRanking *ranking, const Marks *marks)
{
    char average[RK_NUMBER_BUFFER];
    RkSheet *sheet = rk_sheet_new();
    rk_ranking_describe(ranking, sheet);
    g_autofree char *benchmark = told(marks->benchmark), *best = told(marks->best);
    rk_sheet_head(sheet, "benchmark: %s; best: %s; average of the %u ranked, unweighted: %s", benchmark, best,
                  ranking->ranked, rk_number_trimmed(marks->average, (guint)ranking->decimals + 1, average));
    add_columns(ranking, marks, sheet);
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
    Marks marks = {0};
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
