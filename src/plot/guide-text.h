/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One text of a guide: an axis label, the title of a legend, the title of the figure. It can say how far it reaches
 * before it is drawn.
 */
#ifndef RK_PLOT_GUIDE_TEXT_H
#define RK_PLOT_GUIDE_TEXT_H

#include "plot/plot-private.h"
#include "plot/reach.h"

G_BEGIN_DECLS

/** The baselines of a scene, and the two that go by the height of a line. */
typedef enum {
    RK_GUIDE_ALPHABETIC,
    RK_GUIDE_TOP,
    RK_GUIDE_MIDDLE,
    RK_GUIDE_BOTTOM,
    RK_GUIDE_LINE_TOP,
    RK_GUIDE_LINE_BOTTOM
} RkGuideBaseline;

typedef struct {
    const char *text; /**< lines parted by "\n"; NULL: none */
    double x, y;
    double dx, dy; /**< along and across the text, as it is turned */
    double angle;  /**< degrees, clockwise */
    double line_height;
    RkFont font;
    RkColor color;
    RkAlign align;
    RkGuideBaseline baseline;
} RkGuideText;

/** The word of a value, or `otherwise` when it is absent. */
RkAlign rk_guide_align(const RkValue *value, RkAlign otherwise);
RkGuideBaseline rk_guide_baseline(const RkValue *value, RkGuideBaseline otherwise);
/** Breaks a text at every place where config.lineBreak stands. */
const char *rk_guide_break(const RkPlotting *plotting, const char *text);
/** Shortens every line to `limit` pixels; 0 keeps them. */
const char *rk_guide_limit(RkPlotting *plotting, const RkFont *font, const char *text, double limit);
/** How far the text reaches; empty when there is none. */
RkReach rk_guide_text_reach(RkPlotting *plotting, const RkGuideText *text);
/** The same, but of an empty text the height that one would have. */
RkReach rk_guide_text_room(RkPlotting *plotting, const RkGuideText *text);
/** Adds it to the scene; NULL when there is no text. */
RkNode *rk_guide_text_add(RkPlotting *plotting, RkNode *parent, const RkGuideText *text);
/** What its lines after the first take, in pixels. */
double rk_guide_text_more_lines(const RkGuideText *text);

G_END_DECLS

#endif
