/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of this room share and nobody else needs: the memory of a scene and the names of its enums.
 */
#ifndef RK_SCENE_SCENE_PRIVATE_H
#define RK_SCENE_SCENE_PRIVATE_H

#include "scene/scene.h"

G_BEGIN_DECLS

/** Zeroed memory that lives as long as the scene, aligned for any node. Never fails; `size` 0 gives a valid pointer. */
gpointer rk_scene_allocate(RkScene *scene, gsize size);

/** Where the figure speaks of a group; nowhere when it was not told. */
RkPlace rk_scene_origin(const RkScene *scene, const RkNode *group);

/** "group", "rect", "path" … */
const char *rk_node_kind_name(RkNodeKind kind);

/** How many numbers each verb of a path takes; 0 for CLOSE. */
guint rk_path_verb_numbers(RkPathVerb verb);

G_END_DECLS

#endif
