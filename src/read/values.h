/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that are written in the figure file itself.
 */
#ifndef RK_READ_VALUES_H
#define RK_READ_VALUES_H

#include "read/read.h"

G_BEGIN_DECLS

/**
 * Reads the `values` of a figure file's data: a list of maps (one record each; keys that a record lacks are missing), a
 * list of plain values (the column "data"), one map (a single record), or a text in one of the data formats, chosen as
 * rk_read() does. Rows know the line of their record, and every message its place. `options` may be NULL. NULL with a
 * located error, also for values within values.
 */
RK_API RkTable *rk_read_values(const RkValue *values, const RkReadOptions *options, GError **error);

G_END_DECLS

#endif
