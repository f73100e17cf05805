/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wrapping, shortening, measuring and placing blocks of text.
 */
#ifndef RK_PLOT_TEXT_BLOCK_H
#define RK_PLOT_TEXT_BLOCK_H

#include "plot/plotting.h"

G_BEGIN_DECLS

/* text-block.c: wrapping and measuring blocks of text. */
/** Breaks `text` into lines no wider than `width` (at spaces; never inside a word) and joins them with "\n". Lives as
 * long as the plotting. */
const char *rk_plotting_wrap(RkPlotting *plotting, const RkFont *font, const char *text, double width);
/** The text without the blanks at the ends of its lines, which the grammar does not draw. */
const char *rk_plotting_bare(RkPlotting *plotting, const char *text);
/** The same with lines of about equal length: no single word stands alone in the last. */
const char *rk_plotting_wrap_even(RkPlotting *plotting, const RkFont *font, const char *text, double width);
guint rk_line_count(const char *text);
double rk_plotting_text_width(RkPlotting *plotting, const RkFont *font, const char *text);
/** Shortens to `width` with an ellipsis, with a diagnostic; 0 keeps it. */
const char *rk_plotting_limit(RkPlotting *plotting, const RkFont *font, const char *text, double width);
/** How lines that are too long are shortened. */
typedef struct {
    double width;
    const char *ellipsis;
    gboolean from_end; /**< the beginning is dropped, not the end */
} RkLimit;
/** Shortens every line that is wider, with a diagnostic. */
const char *rk_plotting_limit_lines(RkPlotting *plotting, const RkFont *font, const char *text, const RkLimit *limit);
/** Gives a text an edge in the colour of the paper, so that lines behind it do not run through its letters. */
void rk_plotting_add_halo(RkPlotting *plotting, RkNode *text);
/** Adds a text node. `text` may hold line breaks. */
RkNode *rk_plotting_add_text(RkPlotting *plotting, RkNode *parent, const char *text, double x, double y,
                             const RkFont *font, RkColor color, RkAlign align, RkBaseline baseline);

G_END_DECLS

#endif
