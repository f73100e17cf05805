/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The classes that bin makes, for axes that show them all. Knows nothing of what is in them.
 */
#ifndef RK_TRANSFORM_BIN_H
#define RK_TRANSFORM_BIN_H

#include "base/value.h"
#include "table/table.h"

/** Classes of one width: where the first begins, where the last ends. */
typedef struct {
    double start, stop, step;
} RkBins;

/** The classes that `bin`, the options, makes of a column, whether they hold anything or not. FALSE when there are
 * none: no numbers, or ends or a step that make no classes. */
gboolean rk_bins_of(const RkValue *bin, const RkColumn *column, RkBins *bins);

#endif
