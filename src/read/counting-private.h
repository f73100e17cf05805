/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stream that counts what is read from another one.
 */
#ifndef RK_READ_COUNTING_PRIVATE_H
#define RK_READ_COUNTING_PRIVATE_H

#include <gio/gio.h>

G_BEGIN_DECLS

/* `count` grows with every read and must live as long as the stream. Takes a reference of `base`. */
GInputStream *rk_counting_stream_new(GInputStream *base, guint64 *count);

G_END_DECLS

#endif
