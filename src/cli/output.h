/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Standard output: whole texts, written or failed, and what kind of screen is behind it.
 */
#ifndef RK_CLI_OUTPUT_H
#define RK_CLI_OUTPUT_H

#include "base/error.h"

G_BEGIN_DECLS

/** Writes to standard output. FALSE with an error when not all of it arrived. */
gboolean rk_output_write(const char *text, gsize length, GError **error);

/** What tables for people may use. */
typedef struct {
    guint width;      /**< cells a line: the terminal's, or COLUMNS, or 80 */
    gboolean styled;  /**< bold is understood: a terminal that is not dumb, NO_COLOR not set */
    gboolean unicode; /**< block characters and dashes: the locale is UTF-8 and TERM is not dumb */
} RkScreen;

RkScreen rk_output_screen(void);

G_END_DECLS

#endif
