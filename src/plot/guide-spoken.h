/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader says of a scale: its ends, its values or its boundaries, in the words that Vega uses.
 */
#ifndef RK_PLOT_GUIDE_SPOKEN_H
#define RK_PLOT_GUIDE_SPOKEN_H

#include "plot/guide-format.h"

G_BEGIN_DECLS

/** Appends " with values from 0 to 70", " with 3 values: A, B, C" … */
void rk_guide_speak_domain(const RkGuideFormat *format, GString *text);
/** A title whose lines are said in one breath. */
void rk_guide_speak_title(const char *title, GString *text);

G_END_DECLS

#endif
