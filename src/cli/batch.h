/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Independent pieces of work over all processors, reported in their order.
 */
#ifndef RK_CLI_BATCH_H
#define RK_CLI_BATCH_H

#include <glib.h>

G_BEGIN_DECLS

/** One piece of work: `index` of them. */
typedef void (*RkBatchStep)(gpointer user, guint index);

/** Does `work` for 0 to count - 1, several at once and each in some thread, and `report` for each of them in the
 * calling thread, in order and as soon as it and all before it are done. */
void rk_batch_run(guint count, RkBatchStep work, RkBatchStep report, gpointer user);

G_END_DECLS

#endif
