/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text on a screen of fixed cells: how wide it is, and what must not reach it.
 */
#ifndef RK_CLI_WORDS_H
#define RK_CLI_WORDS_H

#include "base/macros.h"

G_BEGIN_DECLS

/** Cells that the text takes: wide characters two, combining ones none. */
guint rk_words_width(const char *text);
/** The text on one line with control and direction characters, and bytes that are no UTF-8, put out of action. Free
 * with g_free(). */
char *rk_words_printable(const char *text);
/** "a", "a and b", "a, b and c". Free with g_free(). */
char *rk_words_list(const char *const *words, guint count);

G_END_DECLS

#endif
