/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that are no data files, known by their first bytes and refused by name.
 */
#ifndef RK_READ_FOREIGN_PRIVATE_H
#define RK_READ_FOREIGN_PRIVATE_H

#include "base/error.h"

G_BEGIN_DECLS

/* FALSE with an error that says what the file is and what can be done. */
gboolean rk_foreign_check(const char *head, gsize length, const char *file, GError **error);

G_END_DECLS

#endif
