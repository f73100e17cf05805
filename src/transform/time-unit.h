/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vega-Lite's time units: times cut down to a coarser period, or a part of them as a number.
 */
#ifndef RK_TRANSFORM_TIME_UNIT_H
#define RK_TRANSFORM_TIME_UNIT_H

#include "base/value.h"
#include "table/table.h"

/** The units that are known, NULL-ended. */
extern const char *const rk_time_unit_names[];

/** The start of the period that each time lies in, as a time column. Refuses units without a year. */
RkColumn *rk_time_unit_start(const RkValue *unit, const RkColumn *column, const char *name, GError **error);
/** What a predicate compares: the period for units with a year, else the part as a number (months from 1). */
RkColumn *rk_time_unit_part(const RkValue *unit, const RkColumn *column, GError **error);

#endif
