/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The export mark of the shared library and GLib, for every other header. Nothing is exported unless it says so:
 * the library is built with hidden symbols.
 */
#ifndef RK_BASE_MACROS_H
#define RK_BASE_MACROS_H

#include <glib.h>

G_BEGIN_DECLS

/** Marks a function that users of the shared library may call. */
#define RK_API __attribute__((visibility("default")))

G_END_DECLS

#endif
