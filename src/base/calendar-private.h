/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Day arithmetic shared by the calendar, the reading and writing of periods, and date patterns.
 */
#ifndef RK_BASE_CALENDAR_PRIVATE_H
#define RK_BASE_CALENDAR_PRIVATE_H

#include "base/calendar.h"

G_BEGIN_DECLS

/* In milliseconds. */
#define RK_SECOND 1000
#define RK_MINUTE 60000
#define RK_HOUR 3600000
#define RK_DAY 86400000

/* Days since 1970-01-01; month and day count from 1 and may overflow. */
gint64 rk_calendar_days(gint64 year, gint64 month, gint64 day);
/* 0 Sunday … 6 Saturday. */
int rk_calendar_weekday(gint64 days);
gboolean rk_calendar_is_leap(int year);
/* `month` from 1 to 12. */
int rk_calendar_month_days(int year, int month);
/* The Monday on which the first ISO week of a year begins, in days since 1970. */
gint64 rk_calendar_first_week(int year);
/* ISO year and week of a day. */
int rk_calendar_iso_week(gint64 days, int calendar_year, int *iso_year);

G_END_DECLS

#endif
