/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of words in the languages that numbers are written in: an alphabet each, after the Unicode locale data
 * (CLDR). It refuses to know the locale of the host: the same words stand in the same order everywhere.
 */
#ifndef RK_BASE_COLLATE_H
#define RK_BASE_COLLATE_H

#include "base/macros.h"

G_BEGIN_DECLS

/** A text whose bytes order as the words do in a language ("lt", "lt-LT"; NULL and unknown: as in English): by letters,
 * then by accents, then small letters before capitals. Free with g_free(). */
RK_API char *rk_collation_key(const char *text, const char *language);

G_END_DECLS

#endif
