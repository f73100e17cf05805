/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values that guides list or count off: numbers, dates in all their forms, categories.
 */
#ifndef RK_PLOT_GUIDE_VALUE_H
#define RK_PLOT_GUIDE_VALUE_H

#include "plot/scale.h"

G_BEGIN_DECLS

/** A value in the data space of a continuous scale: a number, a date as text or map, an expression over the facts.
 * FALSE with an error. */
gboolean rk_guide_value(const RkScale *scale, const RkValue *value, double *number, GError **error);
/** The category that a value names; G_MAXUINT32 when the domain has none. */
guint32 rk_guide_category(const RkScale *scale, const RkValue *value);
/** About `count` ticks, but fewer where they would be closer than `step`; 0 for no least step. */
guint rk_tick_count_for_step(const RkScale *scale, double count, double step);

G_END_DECLS

#endif
