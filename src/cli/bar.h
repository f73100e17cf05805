/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars of character cells, from zero to the right for positive and to the left for negative numbers.
 */
#ifndef RK_CLI_BAR_H
#define RK_CLI_BAR_H

#include "base/macros.h"

G_BEGIN_DECLS

/** The numbers that bars of one column show. Zeroed memory with a width covers zero only. */
typedef struct {
    guint width; /**< cells */
    double least, greatest;
} RkBarScale;

/** Widens the scale to a number; missing and infinite ones are passed over. */
void rk_bar_include(RkBarScale *scale, double number);
/** Appends exactly `width` cells: eighth blocks, or # without them. A missing number is blank. */
void rk_bar_append(GString *line, const RkBarScale *scale, double number, gboolean blocks);

G_END_DECLS

#endif
