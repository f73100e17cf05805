/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the lines of a text node stand. One place decides it, so that every format, the layout and the linter agree to
 * the hundredth of a pixel instead of trusting each viewer's idea of a baseline.
 */
#ifndef RK_SCENE_TEXT_BOX_H
#define RK_SCENE_TEXT_BOX_H

#include "scene/scene.h"

G_BEGIN_DECLS

/** A block of lines before its rotation, relative to the node's (x, y), y downwards. */
typedef struct {
    guint line_count;
    double first_baseline; /**< of the first line; the next is line_height below */
    double left, right;    /**< of the widest line; both 0 when the width was not asked */
    double top;            /**< capitals of the first line */
    double bottom;         /**< descenders of the last line */
} RkTextBox;

/** Baselines only: nothing but the font is measured, so it is cheap. `node` must be a text. */
RK_API RkTextBox rk_text_box_baselines(const RkNode *node, RkTextMeasurer *measurer);
/** The whole box; measures every line. */
RK_API RkTextBox rk_text_box(const RkNode *node, RkTextMeasurer *measurer);
/** Where a line of that width starts, relative to the node's x. */
RK_API double rk_text_line_left(RkAlign align, double width);

G_END_DECLS

#endif
