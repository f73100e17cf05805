/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places in order of a value, with their ranks: what rank and compare share. Ranks use the numbers as read; aggregates
 * stand in their place without a rank.
 */
#ifndef RK_CLI_RANKING_H
#define RK_CLI_RANKING_H

#include "base/diagnostics.h"
#include "cli/reading.h"
#include "cli/sheet.h"
#include "stats/rank-uncertainty.h"
#include "table/table.h"
#include "transform/aggregates.h"

G_BEGIN_DECLS

/** What the options say. All may be left empty; texts are freed by rk_ranking_request_clear(). */
typedef struct {
    char *value, *by, *order, *ties, *format, *aggregates, *benchmark, *errors, *rounding, *draws, *seed, *language;
    char **where, **highlight;
    RkReading reading;
    int top; /**< the option's entry gives it the greatest whole number to begin with */
} RkRankingRequest;

void rk_ranking_request_clear(RkRankingRequest *request);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkRankingRequest, rk_ranking_request_clear)

/** The options that fill a request, ended by G_OPTION_ENTRY_NULL: those of compare with --benchmark, or those of rank
 * with --error and its like. Free with g_free(). */
GOptionEntry *rk_ranking_entries(RkRankingRequest *request, gboolean with_benchmark);

/** One place. Texts are owned by the ranking or its table. */
typedef struct {
    guint32 row;
    char *name;         /**< as it is shown */
    char *word;         /**< as the data write it */
    char *key;          /**< where the name stands among names */
    const char *code;   /**< of the geo column, when names are of another one, or named by the language; may be NULL */
    const char *flag;   /**< may be NULL */
    const char *reason; /**< why the value is missing, in words; NULL when nothing says so */
    double value;       /**< NaN when missing */
    double rank;        /**< NaN for aggregates and missing values */
    gboolean aggregate;
    gboolean highlighted;
} RkPlaceRank;

typedef struct {
    RkTable *table;
    RkRankingRequest *request;
    const char *path;
    const RkColumn *entity, *value;
    const RkColumn *label; /**< what the file calls its codes of regions; may be NULL */
    RkColumn *named;       /**< the places by their names in the language that was asked for; may be NULL */
    const char *unit;      /**< may be NULL */
    RkOrder order;
    RkTies ties;
    guint format;
    GArray *places;   /**< of RkPlaceRank, best first, missing values last */
    guint ranked;     /**< places that have a rank */
    guint missing;    /**< places without a value */
    gboolean reasons; /**< some place has one */
    guint aggregates;
    RkAggregates groups; /**< rows that are groups of places */
    guint unnamed;       /**< rows left out because they name no place */
    int decimals;        /**< the most that a value has, at most 6 */
    guint last_shown;    /**< the last place that --top leaves in, but for highlighted ones */
} RkRanking;

/** NULL with an error: bad options, an unreadable file, mixed units, repeated places, an unknown name to highlight.
 * `request` and `path` must live longer. */
RkRanking *rk_ranking_new(const char *path, RkRankingRequest *request, RkDiagnostics *diagnostics, GError **error);
void rk_ranking_free(RkRanking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkRanking, rk_ranking_free)

const RkPlaceRank *rk_ranking_at(const RkRanking *ranking, guint index);
/** The place of that name or code; NULL with an error that names the nearest. */
RkPlaceRank *rk_ranking_find(const RkRanking *ranking, const char *name, const char *option, GError **error);
/** TRUE when --top leaves the place in: the first N ranked ones and their ties, aggregates between them, highlighted
 * ones. */
gboolean rk_ranking_is_shown(const RkRanking *ranking, guint index);
/** A column of the reasons of missing values, where there are any; then the cell of one place in it, in the column
 * that `*column` counts. */
void rk_ranking_reason_column(const RkRanking *ranking, RkSheet *sheet);
void rk_ranking_reason_cell(const RkRanking *ranking, const RkPlaceRank *place, guint *column, RkSheet *sheet);
/** Finds `last_shown`, once places are ranked. */
void rk_ranking_limit(RkRanking *ranking);
/** ranking-look.c: a warning when words that are no known place are ranked among places. */
void rk_ranking_warn_unknown(const RkRanking *ranking, RkDiagnostics *diagnostics);
/** ranking-periods.c: a warning when places are compared over different periods. */
void rk_ranking_warn_periods(const RkRanking *ranking, RkDiagnostics *diagnostics);

/** How sure the ranks are, by place in `places`, when --error or --rounding asks for it. FALSE with an error; TRUE with
 * NULL when neither is given. */
gboolean rk_ranking_uncertainty(const RkRanking *ranking, RkRankUncertainty **uncertainty, GError **error);
/** The columns of it, after those that are there; then the cells of one place, from that column on; then what must be
 * said. */
void rk_ranking_uncertainty_columns(RkSheet *sheet);
void rk_ranking_uncertainty_cells(const RkRankUncertainty *uncertainty, guint place, guint column, RkSheet *sheet);
void rk_ranking_uncertainty_notes(const RkRanking *ranking, const RkRankUncertainty *uncertainty, RkSheet *sheet);

/** The decimals that show every value with its zeros and no digit that it does not have; RK_DECIMALS_ALL when there are
 * none. */
int rk_ranking_value_decimals(const RkRanking *ranking);

/** What both commands say above and below their table. */
void rk_ranking_describe(const RkRanking *ranking, RkSheet *sheet);

G_END_DECLS

#endif
