/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The classes that bin makes, for axes that show them all. Knows nothing of what is in them.
 */
#ifndef RK_TRANSFORM_BIN_H
#define RK_TRANSFORM_BIN_H

#include "base/value.h"

/** Where the first class begins and the last ends when `bin`, the options of classes, gives its own extent. FALSE when
 * the data decide. */
gboolean rk_bin_ends(const RkValue *bin, double *start, double *stop);

#endif
