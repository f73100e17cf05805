/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the scales of moments have in common.
 */
#ifndef RK_PLOT_SCALES_MOMENTS_PRIVATE_H
#define RK_PLOT_SCALES_MOMENTS_PRIVATE_H

#include "plot/scale.h"

/** The properties of a scale of moments. */
extern const char *const rk_moments_words[];

/** Round bounds, and ticks; `unix_days` as in rk_time_step_choose(). */
void rk_moments_nice(RkScale *scale, guint count);
void rk_moments_ticks(const RkScale *scale, guint count, GArray *ticks);
char *rk_moments_tick_text(const RkScale *scale, const RkLocale *locale, double value, const char *specifier,
                           guint count, GArray *ticks);

#endif
