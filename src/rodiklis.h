/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The short way through the house, for programs that want a table from a file or a picture from a figure file. It sees
 * every room and adds no idea of its own; whoever needs more uses the rooms' headers.
 */
#ifndef RODIKLIS_H
#define RODIKLIS_H

#include "base/diagnostics.h"
#include "read/read.h"
#include "table/table.h"

G_BEGIN_DECLS

/** Reads a data file ("-" is standard input) in whatever known format. `options` may be NULL. NULL with a located
 * error. */
RK_API RkTable *rk_load_table(const char *path, const RkReadOptions *options, GError **error);

G_END_DECLS

#endif
