/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rank charts as figure files of ordinary marks. Each chart is a text with blanks, which are filled with the columns,
 * the places and the moments of a table.
 */
#ifndef RK_CLI_QUICK_RANK_H
#define RK_CLI_QUICK_RANK_H

#include "cli/quick.h"
#include "transform/aggregates.h"

G_BEGIN_DECLS

/** What a chart needs of a table, as bits. */
enum {
    RK_RANK_CHART_TIME = 1 << 0,      /**< a column of times with several moments */
    RK_RANK_CHART_SECTION = 1 << 1,   /**< a column of indicators */
    RK_RANK_CHART_COLUMNS = 1 << 2,   /**< several times or, without, several indicators */
    RK_RANK_CHART_INTERVAL = 1 << 3,  /**< --error or --rounding */
    RK_RANK_CHART_HIGHLIGHT = 1 << 4, /**< exactly one highlighted place */
    RK_RANK_CHART_ENDS = 1 << 5,      /**< only the first and the last moment */
    RK_RANK_CHART_SIZES = 1 << 6      /**< the first is smaller: to be said */
};

typedef struct {
    const char *name;
    guint needs;
    const char *subtitle; /**< what is drawn, before what is measured */
    const char *text;     /**< JSON with $blanks */
} RkRankChart;

/** A chart with what the table gives it. */
typedef struct {
    const RkTable *table;
    const RkQuickRequest *request;
    const char *path;
    const RkRankChart *chart;
    const RkColumn *value, *name, *time, *section;
    GPtrArray *places;     /* of names, in the order of the table, without aggregates */
    GPtrArray *aggregates; /* of names */
    RkAggregates groups;   /* rows that are aggregates */
    gsize first, last;     /* rows of the first and the last moment */
    guint moments;
    gboolean has_gaps; /* a place lacks a moment */
} RkRankPlan;

/** What the cells of a table of ranks have room for. */
typedef enum { RK_RANK_CELL_VALUE_AND_RANK, RK_RANK_CELL_VALUE, RK_RANK_CELL_EMPTY } RkRankCell;
/** How many columns a chart of cells has: moments, else indicators. */
guint rk_rank_columns(const RkRankPlan *plan);
/** `pattern` is that of the values. */
RkRankCell rk_rank_cell_room(const RkRankPlan *plan, const char *pattern);
/** What is drawn, for the subtitle; NULL for what the chart says itself. */
const char *rk_rank_cell_subtitle(RkRankCell cell);
/** The expression of a text in a cell with room for one; `datum` is that of its value. Free with g_free(). */
char *rk_rank_cell_text(RkRankCell cell, const char *datum, const char *pattern);

/** The text of the chart with all blanks filled; NULL with an error when a place to highlight is not there. */
char *rk_rank_chart_fill(const RkRankPlan *plan, const char *data_key, const char *data_text, GError **error);

/** Ended by a row without a name. */
extern const RkRankChart rk_rank_charts[];

G_END_DECLS

#endif
