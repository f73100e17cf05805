/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Periods and moments of statistics: years, half-years, quarters, months, weeks, days and date-times, as milliseconds
 * since 1970-01-01 UTC of their start. Proleptic Gregorian, ISO weeks; time zones are read, never kept.
 */
#ifndef RK_BASE_CALENDAR_H
#define RK_BASE_CALENDAR_H

#include "base/macros.h"

G_BEGIN_DECLS

typedef enum {
    RK_FREQUENCY_NONE,
    RK_FREQUENCY_YEAR, /**< 2020 */
    /** 2019/20, 2019/2020: a school, harvest or financial year. Where it begins differs from country to country; here
     * it is the middle of the first year, 1 July. */
    RK_FREQUENCY_SPLIT_YEAR,
    RK_FREQUENCY_HALF_YEAR, /**< 2020-S1, 2020S1, 2020-H1 */
    RK_FREQUENCY_QUARTER,   /**< 2020-Q4, 2020Q4 */
    RK_FREQUENCY_MONTH,     /**< 2020-02, 2020M02 */
    RK_FREQUENCY_WEEK,      /**< 2020-W01 */
    RK_FREQUENCY_DAY,       /**< 2020-12-31 */
    RK_FREQUENCY_MOMENT     /**< 2020-12-31T23:59:59.5Z */
} RkFrequency;

/** Parts of a moment; month and day count from 1. */
typedef struct {
    int year, month, day, hour, minute, second, millisecond;
    int weekday;     /**< 0 Sunday … 6 Saturday */
    int day_of_year; /**< from 1 */
} RkMoment;

/** Reads a period. FALSE unless all of `text` is one; `start` is its first moment. Years 0001–9999. */
RK_API gboolean rk_period_parse(const char *text, gsize length, double *start, RkFrequency *frequency);
/** The same, and beside the periods every date that browsers read: "Jan 1 2000", "1/2/2020", "5 Mar 2019 10:30". */
RK_API gboolean rk_date_read(const char *text, double *start, RkFrequency *frequency);
/** Writes it back in the first form named in RkFrequency. Buffer of at least 32 bytes. */
RK_API const char *rk_period_write(double start, RkFrequency frequency, char *buffer, gsize size);
/** First moment of the next period of that frequency. */
RK_API double rk_period_next(double start, RkFrequency frequency);
/** First moment of the period so many periods later (fewer than 0: earlier); NAN beyond the years 0001–9999. Moments
 * are no periods: NAN. */
RK_API double rk_period_offset(double start, RkFrequency frequency, double periods);
/** First moment of the same period in a year so many years later: the same month, day, or week of its ISO year. NAN
 * where that year has none (29 February, week 53), and for moments. */
RK_API double rk_period_offset_years(double start, RkFrequency frequency, double years);
/** "year", "quarter" …: for messages and help. */
RK_API const char *rk_frequency_name(RkFrequency frequency);

RK_API void rk_moment_split(double milliseconds, RkMoment *parts);
/** Parts may overflow into each other (month 13 is January of the next year). weekday and day_of_year are ignored. */
RK_API double rk_moment_join(const RkMoment *parts);
/** A moment as a number of years. The months of periods of months and longer are twelfths of a year, so that periods
 * are equally far apart: 2003-Q2 is 2003.25. Weeks, days and moments go by time passed since 1970, a year having
 * 365.2425 days, and are equally far apart, too. NaN stays NaN. */
RK_API double rk_moment_years(double milliseconds, RkFrequency frequency);

G_END_DECLS

#endif
