/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts and numbers as JSON writes them, for what is written piece by piece. Whole documents go through a JSON library.
 */
#ifndef RK_BASE_JSON_TEXT_H
#define RK_BASE_JSON_TEXT_H

#include <glib.h>

G_BEGIN_DECLS

/** Appends `words` (UTF-8) in quotes, with quotes, backslashes and control characters escaped. */
void rk_json_append_text(GString *text, const char *words);
/* Appends the shortest number that reads back as `value`; null when it is not finite. */
void rk_json_append_number(GString *text, double value);

G_END_DECLS

#endif
