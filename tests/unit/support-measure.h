/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A measurer without fonts for tests: every character is half as wide as the font is high, so that expected places can
 * be worked out on paper.
 */
#ifndef RK_TESTS_SUPPORT_MEASURE_H
#define RK_TESTS_SUPPORT_MEASURE_H

#include "scene/measure.h"

static inline void fake_measure(RkTextMeasurer *self, const RkFont *font, const char *text, gssize length,
                                RkTextExtents *extents)
{
    (void)self;
    glong characters = text == NULL || length == 0 ? 0 : g_utf8_strlen(text, length);
    *extents = (RkTextExtents){.width = 0.5 * font->size * (double)characters,
                               .ascent = 0.9 * font->size,
                               .descent = 0.2 * font->size,
                               .cap_height = 0.7 * font->size};
}

/* Width 0.5 × size × characters, ascent 0.9, descent 0.2, capitals 0.7 of the size. */
static inline RkTextMeasurer *fake_measurer(void)
{
    static RkTextMeasurer measurer = {fake_measure};
    return &measurer;
}

#endif
