/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How sure the ranks of a ranking are: the options, the columns, and the words below the table.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/ranking.h"

#define DRAWS_USUAL 10000
#define SEED_USUAL 1
#define DECIMALS_MOST 15

/* The whole number that an option gives, or `otherwise` when it is not given. */
static gboolean read_whole(const char *option, const char *text, double otherwise, double least, double most,
                           double *number, GError **error)
{
    *number = otherwise;
    if (text == NULL || (rk_number_parse(text, strlen(text), RK_NUMBER_SYNTAX_PLAIN, number) && *number >= least &&
                         *number <= most && floor(*number) == *number))
        return TRUE;
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, NULL, "%s takes a whole number from %.0f to %.0f, not \"%s\"",
                 option, least, most, text);
    return FALSE;
}

static gboolean read_drawing(const RkRanking *ranking, RkRankDrawing *drawing, GError **error)
{
    const RkRankingRequest *request = ranking->request;
    double draws, seed;
    if (!read_whole("--draws", request->draws, DRAWS_USUAL, 1, RK_RANK_DRAWS_MOST, &draws, error) ||
        !read_whole("--seed", request->seed, SEED_USUAL, 0, 0x1p53, &seed, error))
        return FALSE;
    drawing->order = ranking->order;
    drawing->draws = (guint)draws;
    drawing->seed = (guint64)seed;
    return TRUE;
}

/* The standard error of each place; one that is not there, or negative, is an error with its row. */
static gboolean read_errors(const RkRanking *ranking, double *widths, GError **error)
{
    const RkTable *table = ranking->table;
    const RkColumn *column = rk_table_require(table, ranking->request->errors, (RkPlace){ranking->path, 0, 0}, error);
    if (column == NULL)
        return FALSE;
    if (rk_column_type(column) != RK_COLUMN_NUMBER) {
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){ranking->path, 0, 0}, NULL,
                     "column \"%s\" holds %s, not standard errors", rk_column_name(column),
                     rk_column_type_name(rk_column_type(column)));
        return FALSE;
    }
    for (guint i = 0; i < ranking->places->len; i++) {
        const RkPlaceRank *place = rk_ranking_at(ranking, i);
        widths[i] = rk_column_numbers(column)[place->row];
        if (widths[i] >= 0 || isnan(place->rank))
            continue;
        rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, place->row), NULL,
                     "%s has a value but %s standard error in column \"%s\"", place->name,
                     isnan(widths[i]) ? "no" : "a negative", rk_column_name(column));
        return FALSE;
    }
    return TRUE;
}

/* A number printed with so many decimals lies within half a unit of the last one. */
static double half_width(double decimals)
{
    return 0.5 * pow(10, -decimals);
}

static gboolean read_rounding(const RkRanking *ranking, double *widths, GError **error)
{
    double decimals;
    if (!read_whole("--rounding", ranking->request->rounding, 0, -DECIMALS_MOST, DECIMALS_MOST, &decimals, error))
        return FALSE;
    for (guint i = 0; i < ranking->places->len; i++)
        widths[i] = half_width(decimals);
    return TRUE;
}

static gboolean refuse(const char *message, const char *hint, GError **error)
{
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, hint, "%s", message);
    return FALSE;
}

gboolean rk_ranking_uncertainty(const RkRanking *ranking, RkRankUncertainty **uncertainty, GError **error)
{
    const RkRankingRequest *request = ranking->request;
    guint count = ranking->places->len;
    RkRankDrawing drawing = {0};
    *uncertainty = NULL;
    if (request->errors != NULL && request->rounding != NULL)
        return refuse("--error and --rounding cannot be had together", NULL, error);
    if (request->errors == NULL && request->rounding == NULL)
        return (request->draws == NULL && request->seed == NULL) ||
               refuse("nothing to draw", "--draws and --seed go with --error or --rounding", error);
    g_autofree double *values = g_new(double, count), *widths = g_new(double, count);
    g_autofree guint32 *keys = g_new(guint32, count);
    if (!read_drawing(ranking, &drawing, error) ||
        !(request->errors != NULL ? read_errors(ranking, widths, error) : read_rounding(ranking, widths, error)))
        return FALSE;
    /* Places stand by value and name: their number is the order of equal values, whatever the order of rows. */
    for (guint i = 0; i < count; i++) {
        const RkPlaceRank *place = rk_ranking_at(ranking, i);
        values[i] = isnan(place->rank) ? NAN : place->value;
        keys[i] = i;
    }
    RkStatsReason reason;
    drawing.keys = keys;
    *uncertainty = request->errors != NULL ? rk_rank_with_errors(values, widths, count, &drawing, &reason)
                                           : rk_rank_with_rounding(values, widths, count, &drawing, &reason);
    if (*uncertainty == NULL)
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){ranking->path, 0, 0}, NULL,
                     "how sure ranks are cannot be told: %s", rk_stats_reason_describe(reason));
    return *uncertainty != NULL;
}

void rk_ranking_uncertainty_columns(RkSheet *sheet)
{
    rk_sheet_add_column(sheet, "rank_low", "rank_low", RK_CELLS_NUMBER, RK_FOR_DATA, RK_DECIMALS_ALL);
    rk_sheet_add_column(sheet, "rank_median", "median", RK_CELLS_NUMBER, RK_FOR_ALL, RK_DECIMALS_ALL);
    rk_sheet_add_column(sheet, "rank_high", "rank_high", RK_CELLS_NUMBER, RK_FOR_DATA, RK_DECIMALS_ALL);
    rk_sheet_add_column(sheet, "rank_mean", "rank_mean", RK_CELLS_NUMBER, RK_FOR_DATA, RK_DECIMALS_ALL);
    rk_sheet_add_column(sheet, "ranks", "90 %", RK_CELLS_TEXT, RK_FOR_PEOPLE, 0);
    rk_sheet_add_column(sheet, "group_first", "group_first", RK_CELLS_NUMBER, RK_FOR_DATA, RK_DECIMALS_ALL);
    rk_sheet_add_column(sheet, "group_last", "group_last", RK_CELLS_NUMBER, RK_FOR_DATA, RK_DECIMALS_ALL);
    rk_sheet_add_column(sheet, "groups", "groups", RK_CELLS_TEXT, RK_FOR_PEOPLE, 0);
}

/* "2" or "2–4". */
static void set_range(RkSheet *sheet, guint column, double from, double to)
{
    g_autofree char *text = from == to ? g_strdup_printf("%.0f", from) : g_strdup_printf("%.0f–%.0f", from, to);
    rk_sheet_set_text(sheet, column, text);
}

void rk_ranking_uncertainty_cells(const RkRankUncertainty *uncertainty, guint place, guint column, RkSheet *sheet)
{
    if (uncertainty->place[place] == 0)
        return;
    double first = uncertainty->first_group[place], last = uncertainty->last_group[place];
    rk_sheet_set_number(sheet, column++, uncertainty->low[place]);
    rk_sheet_set_number(sheet, column++, uncertainty->median[place]);
    rk_sheet_set_number(sheet, column++, uncertainty->high[place]);
    rk_sheet_set_number(sheet, column++, uncertainty->mean[place]);
    set_range(sheet, column++, uncertainty->low[place], uncertainty->high[place]);
    rk_sheet_set_number(sheet, column++, first);
    rk_sheet_set_number(sheet, column++, last);
    set_range(sheet, column, first, last);
}

void rk_ranking_uncertainty_notes(const RkRanking *ranking, const RkRankUncertainty *uncertainty, RkSheet *sheet)
{
    const RkRankingRequest *request = ranking->request;
    double decimals = 0;
    char half[RK_NUMBER_BUFFER];
    read_whole("--rounding", request->rounding, 0, -DECIMALS_MOST, DECIMALS_MOST, &decimals, NULL);
    g_autofree char *from =
        request->errors != NULL
            ? g_strdup_printf("with the standard errors of column \"%s\"", request->errors)
            : g_strdup_printf("anywhere within %s of what is printed", rk_number_shortest(half_width(decimals), half));
    char seed[RK_NUMBER_BUFFER];
    double number = SEED_USUAL;
    read_whole("--seed", request->seed, SEED_USUAL, 0, 0x1p53, &number, NULL);
    rk_sheet_note(sheet,
                  "%u rankings drawn (seed %s), values %s: median rank, and the ranks that 90 %% of them keep to.",
                  uncertainty->draws, rk_number_shortest(number, seed), from);
    rk_sheet_note(sheet, "Groups: no place of a group is ahead of another in 95 %% of the rankings.");
}
