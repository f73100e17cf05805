/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The box around a node's outline, for whoever places something over a drawing or compares two of them.
 */
#ifndef RK_SCENE_BOUNDS_H
#define RK_SCENE_BOUNDS_H

#include "scene/scene.h"

G_BEGIN_DECLS

typedef struct {
    double left, top, right, bottom;
} RkBounds;

/** The box of the outline in the coordinates of the node's parent: of the frame of a group, of a text from capitals to
 * descenders, turned as the node is. Half a stroke's width lies outside of it. What has no outline has an empty box at
 * its place. */
RK_API RkBounds rk_node_bounds(const RkNode *node, RkTextMeasurer *measurer);

G_END_DECLS

#endif
