/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vega-Lite's date maps: {year: 2020, month: "mar", date: 1}.
 */
#ifndef RK_TRANSFORM_DATETIME_H
#define RK_TRANSFORM_DATETIME_H

#include "transform/expression.h"
#include "transform/time-unit.h"

/** Reads a date map as a time of its finest part. Only with `unit`, one without a year, the year may be absent. FALSE
 * with a located error. */
gboolean rk_datetime_read(const RkValue *map, const RkTimeUnit *unit, RkScalar *time, GError **error);
/** A number or word that stands for the one part of a unit: 3 or "mar" of `month`. FALSE with a located error. */
gboolean rk_datetime_of_part(const RkValue *value, const RkTimeUnit *unit, RkScalar *time, GError **error);
/** TRUE when the unit has one part only. */
gboolean rk_time_unit_is_single(const RkTimeUnit *unit);

#endif
