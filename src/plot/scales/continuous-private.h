/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the continuous numeric scales have in common: linear ticks, round bounds and d3's number texts.
 */
#ifndef RK_PLOT_SCALES_CONTINUOUS_PRIVATE_H
#define RK_PLOT_SCALES_CONTINUOUS_PRIVATE_H

#include "plot/scale.h"

/** The properties of every continuous scale. */
#define RK_CONTINUOUS_WORDS                                                                                            \
    "bins", "clamp", "domainMax", "domainMid", "domainMin", "domainRaw", "interpolate", "nice", "padding", "rangeMax", \
        "rangeMin", "round", "scheme"

/** Those, and zero. */
extern const char *const rk_continuous_words[];

void rk_continuous_nice(RkScale *scale, guint count);
void rk_continuous_ticks(const RkScale *scale, guint count, GArray *ticks);
char *rk_continuous_tick_text(const RkScale *scale, const RkLocale *locale, double value, const char *specifier,
                              guint count, GArray *ticks);

#endif
