/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of an axis, shared by the files that make it, arrange it and draw it. Makers stand at the top, drawing at
 * the bottom; nobody below calls up.
 */
#ifndef RK_PLOT_AXIS_PRIVATE_H
#define RK_PLOT_AXIS_PRIVATE_H

#include "plot/guide.h"

/* axis.c */
/** The axis for those uses; NULL when they hide it, or with an error. */
RkAxis *rk_axis_new(RkPanel *panel, RkScale *scale, GPtrArray *uses, GPtrArray *units, GError **error);
void rk_axis_set_opposite(RkAxis *axis, gboolean opposite);

/* axis-setting.c: one property, for the axis or for one of its ticks, where conditions and expressions may decide. A
 * failure is kept in the axis. */
const RkValue *rk_axis_tick_setting(RkAxis *axis, const RkTick *tick, const char *key);
double rk_axis_tick_number(RkAxis *axis, const RkTick *tick, const char *key, double otherwise);
/** Sets stroke, width, caps and dashes from the keys with that prefix: "tick", "grid", "domain" (`tick` NULL). */
void rk_axis_stroke(RkAxis *axis, const RkTick *tick, const char *prefix, RkStyle *style);
/** FALSE with the kept failure. */
gboolean rk_axis_sound(RkAxis *axis, GError **error);

/* axis-ticks.c: which ticks there are, and their texts. */
gboolean rk_axis_fill(RkAxis *axis, GError **error);
/* axis-labels.c: texts become labels at their places. */
void rk_axis_place_labels(RkAxis *axis);
/* axis-overlap.c: labels that would touch give way. */
void rk_axis_thin_labels(RkAxis *axis);
/* axis-house.c: what our own figures do about touching labels, and the room they reckon with. */
void rk_axis_house_thin(RkAxis *axis);
void rk_axis_house_extent(RkAxis *axis);
void rk_axis_house_warn(const RkAxis *axis);
/** Whether the title stands upright above the end of a y axis, and how far above. */
gboolean rk_axis_title_above(const RkAxis *axis);
double rk_axis_title_gap(const RkAxis *axis);
/* axis-title.c: puts the title beyond the labels. */
void rk_axis_place_title(RkAxis *axis);

/** From the line of the axis to its labels. */
double rk_axis_label_gap(const RkAxis *axis);
double rk_axis_line_height(const RkFont *font);
/** Where the line of the axis stands across the frame, and the sign of the way out of it. */
double rk_axis_side(const RkAxis *axis);
double rk_axis_outwards(const RkAxis *axis);

/* axis-spoken.c: what a screen reader says of it. */
const char *rk_axis_spoken(const RkAxis *axis);

#endif
