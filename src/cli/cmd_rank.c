/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis rank: places in the order of a value.
 */
#include "cli/command.h"
#include "cli/options.h"
#include "cli/ranking.h"
#include "cli/report.h"

static const char description[] =
    "Aggregates such as EU27_2020 are shown in their place but never ranked: those of\n"
    "the EU, NATO, the OECD and the World Bank, or those that a column of true and\n"
    "false called aggregate marks, and those that --aggregates names; with none in its\n"
    "list only those. A file with several years, indicators or units needs --where\n"
    "until every place has one row and all values one unit. DATA may be - for standard\n"
    "input.\n"
    "\n"
    "With --error or --rounding many rankings are drawn of values that could as well\n"
    "have been. Beside each rank stand the ranks that 90 % of the draws keep to, and the\n"
    "groups it belongs to: within a group no place is ahead of another in 95 % of them.\n"
    "\n"
    "Example:\n"
    "  rodiklis rank datasets/defence-expenditure.csv --where 'datum.time == 2024' \\\n"
    "    --highlight Lithuania --top 10\n";

static void add_row(const RkRanking *ranking, const RkRankUncertainty *uncertainty, guint index, RkSheet *sheet)
{
    const RkPlaceRank *place = rk_ranking_at(ranking, index);
    guint column = 0;
    rk_sheet_add_row(sheet, place->highlighted);
    rk_sheet_set_number(sheet, column++, place->rank);
    rk_sheet_set_text(sheet, column++, place->code);
    rk_sheet_set_text(sheet, column++, place->name);
    rk_sheet_set_number(sheet, column++, place->value);
    rk_sheet_set_number(sheet, column++, place->value);
    rk_sheet_set_text(sheet, column++, ranking->unit);
    rk_sheet_set_text(sheet, column++, place->flag);
    rk_ranking_reason_cell(ranking, place, &column, sheet);
    rk_sheet_set_number(sheet, column++, place->aggregate);
    if (uncertainty != NULL)
        rk_ranking_uncertainty_cells(uncertainty, index, column, sheet);
}

static RkSheet *make_sheet(const RkRanking *ranking, const RkRankUncertainty *uncertainty)
{
    RkSheet *sheet = rk_sheet_new();
    const char *entity = rk_column_name(ranking->entity), *value = rk_column_name(ranking->value);
    rk_ranking_describe(ranking, sheet);
    rk_sheet_add_column(sheet, "rank", "rank", RK_CELLS_NUMBER, RK_FOR_ALL, RK_DECIMALS_ALL);
    rk_sheet_add_column(sheet, "code", "code", RK_CELLS_TEXT, RK_FOR_DATA, 0);
    rk_sheet_add_column(sheet, entity, entity, RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "bar", "", RK_CELLS_BAR, RK_FOR_PEOPLE, 0);
    rk_sheet_add_column(sheet, value, value, RK_CELLS_NUMBER, RK_FOR_ALL, rk_ranking_value_decimals(ranking));
    rk_sheet_add_column(sheet, "unit", "unit", RK_CELLS_TEXT, RK_FOR_DATA, 0);
    rk_sheet_add_column(sheet, "flag", "", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_ranking_reason_column(ranking, sheet);
    rk_sheet_add_column(sheet, "aggregate", "aggregate", RK_CELLS_BOOLEAN, RK_FOR_DATA, 0);
    if (uncertainty != NULL) {
        rk_ranking_uncertainty_columns(sheet);
        rk_ranking_uncertainty_notes(ranking, uncertainty, sheet);
    }
    for (guint i = 0; i < ranking->places->len; i++) {
        if (rk_ranking_is_shown(ranking, i))
            add_row(ranking, uncertainty, i, sheet);
    }
    return sheet;
}

int rk_command_rank(int count, char **arguments)
{
    g_auto(RkRankingRequest) request = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autofree GOptionEntry *entries = rk_ranking_entries(&request, FALSE);
    const RkUsage usage = {"DATA", "Ranks the places of a table by a value.", description, entries, 1, 1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    g_autoptr(RkRanking) ranking = rk_ranking_new(arguments[0], &request, diagnostics, &error);
    rk_report_diagnostics(diagnostics);
    g_autoptr(RkRankUncertainty) uncertainty = NULL;
    if (ranking == NULL || !rk_ranking_uncertainty(ranking, &uncertainty, &error))
        return rk_report_error(error);
    g_autoptr(RkSheet) sheet = make_sheet(ranking, uncertainty);
    return rk_sheet_print(sheet, ranking->format, "-", &error) ? RK_EXIT_OK : rk_report_error(error);
}
