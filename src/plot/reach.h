/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a drawing reaches, with the conventions that Vega lays figures out by: a line of text is as tall as its font
 * size, four fifths of it above the baseline, and strokes count half their thickness.
 */
#ifndef RK_PLOT_REACH_H
#define RK_PLOT_REACH_H

#include "scene/scene.h"

G_BEGIN_DECLS

/** A box between two corners; empty while x1 is above x2. */
typedef struct {
    double x1, y1, x2, y2;
} RkReach;

#define RK_REACH_NOTHING ((RkReach){G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE})

gboolean rk_reach_is_empty(const RkReach *reach);
/** Grows to hold a point, or another box. */
void rk_reach_add(RkReach *reach, double x, double y);
void rk_reach_unite(RkReach *reach, const RkReach *other);
void rk_reach_move(RkReach *reach, double x, double y);
/** Grows by that much on every side; an empty box stays empty. */
void rk_reach_expand(RkReach *reach, double by);
/** The area that two boxes have in common; 0 when they do not meet. */
double rk_reach_common(const RkReach *a, const RkReach *b);
/** Turns the box around a point and takes the upright box around the result. Degrees, clockwise. */
void rk_reach_turn(RkReach *reach, double degrees, double x, double y);

/** How far a node reaches in the coordinates of its parent. */
RkReach rk_reach_of(const RkNode *node, RkTextMeasurer *measurer);

G_END_DECLS

#endif
