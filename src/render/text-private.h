/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laid-out lines of text for the painters. An engine holds a Pango font map and what was laid out with it. Pango's
 * objects must not be used by two threads at once, so an engine belongs to one thread from acquire to release; there
 * are as many engines as threads ever drew at the same time.
 */
#ifndef RK_RENDER_TEXT_PRIVATE_H
#define RK_RENDER_TEXT_PRIVATE_H

#include "scene/measure.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct RkTextEngine RkTextEngine;

/** A new engine outside the pool; only the pool needs it. Never freed: engines go back and stay. */
RkTextEngine *rk_text_engine_new(void);
RkTextEngine *rk_text_engine_acquire(void);
void rk_text_engine_release(RkTextEngine *engine);

/** A laid-out line, to be painted `scale` times as large as it is. Borrowed until the next call; `width` receives its
 * advance at the font's size. */
PangoLayoutLine *rk_text_engine_line(RkTextEngine *engine, const RkFont *font, const char *text, double *width,
                                     double *scale);

/** A measurer over this engine alone, for a painter that holds it; lives as long as the engine. */
RkTextMeasurer *rk_text_engine_measurer(RkTextEngine *engine);

G_END_DECLS

#endif
