/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colour schemes by name: lists of colours for categories, and colours to run through for quantities.
 */
#ifndef RK_SCENE_COLOR_SCHEME_H
#define RK_SCENE_COLOR_SCHEME_H

#include "scene/color.h"

G_BEGIN_DECLS

typedef struct {
    const char *name;   /**< in lower case */
    gboolean running;   /**< its colours are stops of a ramp; otherwise they are a list for categories */
    const char *digits; /**< six hexadecimal digits a colour */
} RkColorScheme;

/** The scheme of that name in any case, or NULL. */
RK_API const RkColorScheme *rk_color_scheme_find(const char *name);
/** The same for a name with a number of colours behind it (blues-7), which `count` becomes; it is left alone otherwise.
 */
RK_API const RkColorScheme *rk_color_scheme_find_counted(const char *name, double *count);
/** All names, NULL-ended, those for categories first. Static. */
RK_API const char *const *rk_color_scheme_names(void);
RK_API guint rk_color_scheme_length(const RkColorScheme *scheme);
/** One of its colours, by position below its length. */
RK_API RkColor rk_color_scheme_color(const RkColorScheme *scheme, guint index);

G_END_DECLS

#endif
