/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vega-Lite's time units: times cut down to a coarser period. Units without a year (all Januaries together) give times
 * of 2012, a leap year that begins on a Sunday. There is one clock, UTC: local and utc units are the same.
 */
#ifndef RK_TRANSFORM_TIME_UNIT_H
#define RK_TRANSFORM_TIME_UNIT_H

#include "base/shape.h"
#include "table/table.h"

/** The parts of a unit, as bits. */
enum {
    RK_PART_YEAR = 1 << 0,
    RK_PART_QUARTER = 1 << 1,
    RK_PART_MONTH = 1 << 2,
    RK_PART_WEEK = 1 << 3,
    RK_PART_DATE = 1 << 4,
    RK_PART_DAY_OF_YEAR = 1 << 5,
    RK_PART_DAY = 1 << 6,
    RK_PART_HOURS = 1 << 7,
    RK_PART_MINUTES = 1 << 8,
    RK_PART_SECONDS = 1 << 9,
    RK_PART_MILLISECONDS = 1 << 10
};

/** A unit as it is written: "yearmonth", "utcmonth", "binnedyear", {unit, step, maxbins, utc, binned}. */
typedef struct {
    guint parts;    /**< 0: chosen by `maxbins` */
    double step;    /**< of the finest part; 1 unless given */
    double maxbins; /**< 0: not given */
    gboolean utc;
    gboolean binned; /**< the times are cut already */
} RkTimeUnit;

/** Reads a unit. FALSE with a located error. */
gboolean rk_time_unit_read(const RkValue *value, RkTimeUnit *unit, GError **error);
/** The name that columns carry: "yearmonth", "month_step_3", "timeunit_maxbins_20". Free with g_free(). */
char *rk_time_unit_write(const RkTimeUnit *unit);
/** The names of the parts, from the year down, with "-" between: "year-month". Free with g_free(). */
char *rk_time_unit_parts(const RkTimeUnit *unit);
/** The d3 pattern that shows such times: "%b %Y", "Q%q", "%H:%M". Free with g_free(). */
char *rk_time_unit_pattern(const RkTimeUnit *unit);
/** Chooses parts and step of a unit that only says `maxbins`, for times from `low` to `high`. */
void rk_time_unit_choose(RkTimeUnit *unit, double low, double high);
/** The start of the period that a time lies in; NaN for NaN. */
double rk_time_unit_floor(const RkTimeUnit *unit, double milliseconds);
/** Where the period ends that begins there. */
double rk_time_unit_end(const RkTimeUnit *unit, double start);
/** Where the period begins that ends there. */
double rk_time_unit_before(const RkTimeUnit *unit, double start);
/** The frequency that such starts have. */
RkFrequency rk_time_unit_frequency(const RkTimeUnit *unit);

/** What of a column of texts could not be read as a date. */
typedef struct {
    gsize count, dates; /**< rows with other texts, and with dates */
    const char *first;  /**< of the other texts; borrowed from the column */
} RkNoDates;

/** The times of a column: of numbers (years, milliseconds) and texts (dates) too. NULL with an error at `place`. */
RkColumn *rk_time_column(const RkColumn *column, RkPlace place, GError **error);
/** The times of a column of texts; what is no date is missing there, and told in `others`. */
RkColumn *rk_time_column_of_texts(const RkColumn *column, RkNoDates *others);
/** The start of the period of each time as a time column, and the end when `ends` is not NULL. NULL with a located
 * error. */
RkColumn *rk_time_unit_start(const RkValue *value, const RkColumn *column, const char *name, RkColumn **ends,
                             GError **error);

/** The property of shapes that allow a unit. */
extern const RkShape rk_time_unit_shape;
gboolean rk_time_unit_check(const RkValue *value, GError **error);

#endif
