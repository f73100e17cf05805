/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The different values of a column, numbered: for counting, grouping and finding repetitions without writing every
 * value out.
 */
#ifndef RK_CLI_CLASSES_H
#define RK_CLI_CLASSES_H

#include "table/table.h"

G_BEGIN_DECLS

/** What rows without a value have instead of a number. */
#define RK_CLASS_MISSING G_MAXUINT32

/** A number for each row, the same for equal values, from 0 in the order in which they first appear. `count` becomes
 * how many there are. Free with g_free(). */
guint32 *rk_classes_of(const RkColumn *column, guint32 *count);

G_END_DECLS

#endif
