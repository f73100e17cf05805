/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which font files are looked at.
 */
#ifndef RK_RENDER_FONTS_PRIVATE_H
#define RK_RENDER_FONTS_PRIVATE_H

#include "base/macros.h"

#include <fontconfig/fontconfig.h>

G_BEGIN_DECLS

/** The families that a text without family is set in, first choice first: as Pango and CSS read it. */
#define RK_HOUSE_FAMILIES "Inter, DejaVu Sans, sans-serif"

/** The house fonts alone; NULL when Inter is not installed where it is looked for. Loaded once, never freed. */
FcConfig *rk_fonts_house(void);
/** Everything the system knows: costs milliseconds, so it is loaded when first needed. Never freed. */
FcConfig *rk_fonts_system(void);
/** TRUE when the house fonts include the first of a list of families. */
gboolean rk_fonts_house_has(const char *families);
/** The names in a list as CSS writes it: parted at commas, without quotes and space around them. NULL gives the
 * house's. */
char **rk_fonts_families(const char *families);
/** The family of the system that is set for one: itself, or what the configuration names for it. NULL when it knows of
 * none. Free with g_free(). */
char *rk_fonts_substitute(const char *family);
/** Remembers, for rk_text_describe_fonts(), that the house fonts could not write a text. */
void rk_fonts_note_foreign(const char *text);

G_END_DECLS

#endif
