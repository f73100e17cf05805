/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How wide and tall a text is, as an interface: layout asks it, render/text.c answers with Pango, tests answer with
 * plain arithmetic. Lengths are pixels of 1/96 inch.
 */
#ifndef RK_SCENE_MEASURE_H
#define RK_SCENE_MEASURE_H

#include "base/macros.h"

G_BEGIN_DECLS

typedef struct {
    const char *family; /**< NULL: the house font */
    double size;        /**< pixels */
    guint weight;       /**< 100–900; 400 regular, 600 semibold */
    gboolean italic;
    gboolean tabular; /**< figures of equal width */
} RkFont;

typedef struct {
    double width;      /**< advance of the line */
    double ascent;     /**< of the font, above the baseline */
    double descent;    /**< of the font, below the baseline */
    double cap_height; /**< of the font: capitals and figures above the baseline */
} RkTextExtents;

typedef struct RkTextMeasurer RkTextMeasurer;
struct RkTextMeasurer {
    /** Measures one line of UTF-8 (`length` bytes, -1: NUL-terminated). Never fails; empty text has width 0. */
    void (*measure)(RkTextMeasurer *self, const RkFont *font, const char *text, gssize length, RkTextExtents *extents);
};

static inline double rk_text_width(RkTextMeasurer *measurer, const RkFont *font, const char *text)
{
    RkTextExtents extents;
    measurer->measure(measurer, font, text, -1, &extents);
    return extents.width;
}

G_END_DECLS

#endif
