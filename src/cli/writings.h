/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as people print them, which are texts to every reader: what they look like, so that it can be told what is in
 * the way. Nothing is read here.
 */
#ifndef RK_CLI_WRITINGS_H
#define RK_CLI_WRITINGS_H

#include "base/macros.h"

G_BEGIN_DECLS

/** "12,5", and nothing else that a comma may part. */
gboolean rk_writing_has_comma(const char *word);
/** "1 234,5" with blanks of any width, or apostrophes, between thousands. */
gboolean rk_writing_has_blanks(const char *word);
/** "1,234,567" and "1,234.5": commas that can only part thousands. */
gboolean rk_writing_has_commas(const char *word);
/** "1.234.567" and "1.234,5": points that can only part thousands. */
gboolean rk_writing_has_points(const char *word);
/** "−5" with the minus sign of typography, U+2212. */
gboolean rk_writing_has_minus(const char *word);
/** "1.5(1)", "3*", "12.3 r": a number, and a note or a flag behind it. */
gboolean rk_writing_has_note(const char *word);
/** Past the sign that a word begins with, of whatever kind. */
const char *rk_writing_skip_sign(const char *word);

G_END_DECLS

#endif
