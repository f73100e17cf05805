/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory for arrays that may become large: a million values take a thousand small pages, and to get those one by one
 * costs as much as to fill them. Freed with g_free() like any other; small arrays are like any other, too.
 */
#ifndef RK_BASE_LARGE_H
#define RK_BASE_LARGE_H

#include "base/macros.h"

G_BEGIN_DECLS

/** `size` bytes with anything in them. Like g_malloc(), it does not return when there are none. */
gpointer rk_large_alloc(gsize size);
/** The same, all zero. */
gpointer rk_large_alloc0(gsize size);
/** Makes the `old` bytes at `memory`, or NULL, longer or shorter. */
gpointer rk_large_realloc(gpointer memory, gsize old, gsize size);

/** An array of so many of a type. */
#define rk_large_new(type, count) ((type *)rk_large_alloc(sizeof(type) * (count)))

G_END_DECLS

#endif
