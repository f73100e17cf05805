/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ordinal scale: a colour, shape or dash for each category, in their order, starting over when they run out.
 */
#include "plot/scale.h"

static const char *const words[] = {"interpolate", "scheme", NULL};

extern const RkScaleType rk_scale_ordinal;
const RkScaleType rk_scale_ordinal = {
    .name = "ordinal",
    .summary = "a colour, number, shape or dash pattern for each category",
    .discrete = TRUE,
    .cycles = TRUE,
    .into = RK_INTO_NUMBERS | RK_INTO_COLORS | RK_INTO_SYMBOLS,
    .measures = 1 << RK_NOMINAL | 1 << RK_ORDINAL,
    .words = words,
};
