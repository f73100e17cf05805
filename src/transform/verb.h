/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs of indicators share: reading a measure with its groups and units, panels in the order of time, and
 * the count of results that could not be given.
 */
#ifndef RK_TRANSFORM_VERB_H
#define RK_TRANSFORM_VERB_H

#include "table/builder.h"
#include "transform/flagging.h"
#include "transform/transform-private.h"
#include "transform/units.h"

/* ---- Measures ---- */

/** A column of numbers in groups of one unit each. Zeroed memory is nothing. */
typedef struct {
    const char *verb;
    RkPlace place;
    const RkTable *input;
    const RkColumn *column;
    const double *values; /**< one a row */
    double *made;
    GPtrArray *keys; /**< the columns of groupby */
    RkGroups *groups;
    RkColumn *unit;       /**< of each group; NULL: no units */
    RkFlagging *flagging; /**< what results rest on beside their own row; NULL: the column has no flags */
    RkFlagRule flag_rule;
    RkDiagnostics *diagnostics;
    gboolean named; /**< the options name the new column */
} RkMeasure;

/** Reads the column that options[verb] names and `groupby`. FALSE with a located error: text or time, mixed units. */
gboolean rk_measure_read(const RkValue *options, const char *verb, const RkTable *input,
                         const RkTransformContext *context, RkMeasure *measure, GError **error);
/** The same for verbs that go row by row: without groups and units, which then may differ. */
gboolean rk_measure_read_rows(const RkValue *options, const char *verb, const RkTable *input,
                              const RkTransformContext *context, RkMeasure *measure, GError **error);
void rk_measure_clear(RkMeasure *measure);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkMeasure, rk_measure_clear)
/** Results rest on what is noted in `flagging` alone, and not on the values of their own rows. */
void rk_measure_rest_on_noted(RkMeasure *measure);
/** The rows of a group, and how many. */
const guint32 *rk_measure_rows(const RkMeasure *measure, guint32 group, gsize *count);
/** " for geo = LT, time = 2020" of a row by its groupby, "" without groupby. Free with g_free(). */
char *rk_measure_group_words(const RkMeasure *measure, guint32 row);
/** "data.csv:7", or "row 6" for rows that were not read from a file. Free with g_free(). */
char *rk_row_words(const RkTable *table, gsize row);
/** The unit of each row when every group's unit goes through `map` (which may answer NULL); NULL without units. */
RkColumn *rk_measure_unit(const RkMeasure *measure, const char *(*map)(const char *text));

/** The value of the one row of each group that a predicate picks. NULL with a located error when a group has none or
 * several; NaN where that row's value is missing. Free with g_free(). */
double *rk_reference_values(const RkValue *predicate, const RkMeasure *measure, const RkScope *scope, GError **error);

/* ---- Options ---- */

/** Truth of a predicate for each row, all FALSE when it is not there. NULL with a located error; free with g_free(). */
guint8 *rk_option_truth(const RkValue *predicate, const RkTable *table, const RkScope *scope, GError **error);
/** The unit of a result that is a part of a whole: `unit: percent` (the default) or `share`; `*factor` is 100 or 1. */
const char *rk_option_part_unit(const RkValue *options, double *factor);
#define RK_PROPERTY_PART_UNIT                                                                                          \
    {                                                                                                                  \
        .name = "unit", .allow = RK_ALLOW_TEXT, .words = rk_part_units, .summary = "percent (PC) or share (0–1)"     \
    }
extern const char *const rk_part_units[];
/** The table behind from.data. NULL with a located error. */
RkTable *rk_option_table(const RkValue *from, const RkTransformContext *context, GError **error);
/** The table with a column of these numbers (taken over) and unit (taken over, may be NULL). */
RkTable *rk_result_add(const RkTable *table, const char *name, double *numbers, RkColumn *unit);
/** The measure's table with a column of results, one a row, that carry the flags of their own row and of what was noted
 * in `flagging`. Takes over `numbers` and `unit` (may be NULL). */
RkTable *rk_measure_result(const RkMeasure *measure, const char *name, double *numbers, RkColumn *unit);
/** An array of `count` missing values; free with g_free(). */
double *rk_missing_new(gsize count);

/* ---- What could not be done ---- */

/** One reason, counted. Zeroed memory with a reason is "not yet". */
typedef struct {
    const char *reason;
    gsize count;
    guint32 row; /**< the first */
} RkMishap;

void rk_mishap_add(RkMishap *mishap, guint32 row);
/** A warning for a reason that was met: "index: no result for 2 groups, the first geo = LT: the base is zero". `what`
 * is counted ("group", "row"). */
void rk_mishap_report(const RkMishap *mishap, const RkMeasure *measure, const char *what);

/* ---- Time ---- */

/** The number of a period in an unbroken count, so that neighbours differ by 1; NaN for a missing one. */
double rk_period_number(double start, RkFrequency frequency);
/** How many of these periods make a year: 1, 2, 4, 12, 365.2425 / 7, 365.2425; for moments milliseconds. */
double rk_periods_a_year(RkFrequency frequency);

/** A measure whose groups are in the order of time. */
typedef struct {
    const RkColumn *time;
    RkFrequency frequency; /**< RK_FREQUENCY_NONE: time is a column of numbers */
    double *steps;         /**< number of each row's period; comparable within a group */
    guint32 *dated;        /**< for each group how many rows, the first ones, have a time */
} RkPanel;

/** The frequency of a row: that of its group. RK_FREQUENCY_NONE: time is a column of numbers. */
RkFrequency rk_panel_frequency(const RkPanel *panel, gsize row);
/** The column of times that `name` names; when it is NULL "time", else the only one. NULL with an error at `place`. */
const RkColumn *rk_panel_time(const RkValue *name, const RkTable *table, RkPlace place, GError **error);
/** Sorts the groups of a measure by the column of times (rk_panel_time). FALSE with a located error: no such
 * column, text, periods of several frequencies in a group, or two rows of a group in one period. */
gboolean rk_panel_read(const RkValue *name, RkMeasure *measure, RkPanel *panel, GError **error);
/** The same where several rows of a group may be of one period. */
gboolean rk_panel_order(const RkValue *name, RkMeasure *measure, RkPanel *panel, GError **error);
void rk_panel_clear(RkPanel *panel);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkPanel, rk_panel_clear)
/** Place of the row of a group whose period has this number; G_MAXUINT32 for none. */
guint32 rk_panel_find(const RkPanel *panel, const RkMeasure *measure, guint32 group, double step);

/** The periods from `first` to before `end`, as the file writes it. */
typedef struct {
    double first, end;
    char *text;
} RkSpan;

/** Reads a period of an option: 2015, "2015-Q1". FALSE with a located error when it is none, or finer than the times
 * of the panel. Free text with g_free(). */
gboolean rk_span_read(const RkValue *value, const RkPanel *panel, RkSpan *span, GError **error);
/** Mean of a group's values within the span; NaN when there is none or one is missing. `*found` counts the rows. */
double rk_span_mean(const RkSpan *span, const RkPanel *panel, const RkMeasure *measure, guint32 group, gsize *found);
/** The place of the first (or last) value of a group that is not missing; G_MAXUINT32 for none. */
guint32 rk_panel_observed(const RkPanel *panel, const RkMeasure *measure, guint32 group, gboolean last);
/** An error that no group has a row in the span, naming the periods there are. */
void rk_span_fail(const RkSpan *span, const RkPanel *panel, const RkMeasure *measure, RkPlace place, GError **error);

#endif
