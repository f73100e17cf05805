/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Leaving the lines of a text out that are comments.
 */
#ifndef RK_READ_COMMENTS_PRIVATE_H
#define RK_READ_COMMENTS_PRIVATE_H

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lets lines through that do not begin with `prefix` (not empty, borrowed); of the others only their ends, so that
 * lines keep their numbers. A line within quotes begins nowhere. `count` grows with every comment; it and the prefix
 * must live as long as the converter. */
GConverter *rk_comment_filter_new(const char *prefix, guint64 *count);

G_END_DECLS

#endif
