/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sectors of discs and rings, with gaps between neighbours and round corners.
 */
#ifndef RK_SCENE_SECTOR_H
#define RK_SCENE_SECTOR_H

#include "scene/scene.h"

G_BEGIN_DECLS

/** Angles in radians, clockwise from the top; radii in pixels. */
typedef struct {
    double start, end;
    double inner, outer; /**< in any order */
    double corner;       /**< radius of the corners, as far as there is room */
    double pad_angle;    /**< of the gap to the neighbours */
} RkSector;

/** Appends the outline around (0, 0). Nothing when a number is not finite. */
RK_API void rk_sector_outline(const RkSector *sector, RkPathBuilder *builder);

G_END_DECLS

#endif
