/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One rule for rounded corners that do not fit, for every format.
 */
#ifndef RK_RENDER_CORNERS_PRIVATE_H
#define RK_RENDER_CORNERS_PRIVATE_H

#include <glib.h>

G_BEGIN_DECLS

/** Radii not negative and at most half of the shorter side. FALSE when all are 0. */
static inline gboolean rk_corners_fit(const double radius[4], double width, double height, double fitted[4])
{
    double most = MAX(0, MIN(width, height) / 2);
    gboolean any = FALSE;
    for (guint i = 0; i < 4; i++) {
        fitted[i] = CLAMP(radius[i], 0, most);
        any |= fitted[i] > 0;
    }
    return any;
}

G_END_DECLS

#endif
