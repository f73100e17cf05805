/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ordinal scale: a colour, shape or dash for each category, in their order, starting over when they run out.
 */
#include "plot/scale.h"

extern const RkScaleType rk_scale_ordinal;
const RkScaleType rk_scale_ordinal = {
    .name = "ordinal",
    .discrete = TRUE,
};
