/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the texts of a drawing lie across an upright line, so that it can be interrupted there.
 */
#ifndef RK_PLOT_TEXT_GAPS_H
#define RK_PLOT_TEXT_GAPS_H

#include "scene/scene.h"

G_BEGIN_DECLS

/** From one height to another. */
typedef struct {
    double from, to;
} RkTextGap;

/** Those of the texts of `node`, its siblings and what is in them that a line at `at` would touch, from the top
 * (RkTextGap). Free with g_array_unref(). */
GArray *rk_text_gaps(const RkNode *node, double at, RkTextMeasurer *measurer);

G_END_DECLS

#endif
