/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The map that stands for a date, wherever a figure file may have one. What the parts mean together is not looked at
 * here.
 */
#include "base/shape.h"

static const RkProperty properties[] = {
    {"date", RK_ALLOW_NUMBER, .summary = "day of the month"},
    {"day", RK_ALLOW_NUMBER | RK_ALLOW_TEXT, .summary = "day of the week, by number or name"},
    {"hours", RK_ALLOW_NUMBER, .summary = "hours of the day"},
    {"milliseconds", RK_ALLOW_NUMBER, .summary = "milliseconds of the second"},
    {"minutes", RK_ALLOW_NUMBER, .summary = "minutes of the hour"},
    {"month", RK_ALLOW_NUMBER | RK_ALLOW_TEXT, .summary = "month, by number or name"},
    {"quarter", RK_ALLOW_NUMBER, .summary = "quarter of the year"},
    {"seconds", RK_ALLOW_NUMBER, .summary = "seconds of the minute"},
    {"utc", RK_ALLOW_BOOLEAN, .summary = "whether it is meant in UTC; here all times are"},
    {"year", RK_ALLOW_NUMBER, .summary = "year"},
    {0},
};
const RkShape rk_shape_date_time = {.name = "the date", .properties = properties};
