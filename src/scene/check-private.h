/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the checks of a scene share: all are FALSE with an error that says where in the drawing they refuse what.
 */
#ifndef RK_SCENE_CHECK_PRIVATE_H
#define RK_SCENE_CHECK_PRIVATE_H

#include "scene/scene-private.h"

G_BEGIN_DECLS

typedef struct RkScenePlace RkScenePlace;
struct RkScenePlace {
    const RkScene *scene;
    const RkScenePlace *parent;
    const RkNode *node;
    guint position; /* among its siblings, from 1 */
    guint depth;
    double x, y; /* of its coordinate system, in the picture */
};

/* Refuses the node; always FALSE. */
gboolean rk_scene_refuse(const RkScenePlace *place, GError **error, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* check-values.c: numbers of pixels, and texts; `what` names them in the message. */
gboolean rk_scene_check_range(const RkScenePlace *place, const char *what, double value, double least, double most,
                              GError **error);
gboolean rk_scene_check_coordinate(const RkScenePlace *place, const char *what, double value, GError **error);
gboolean rk_scene_check_length(const RkScenePlace *place, const char *what, double value, GError **error);
gboolean rk_scene_check_coordinates(const RkScenePlace *place, const char *what, const double *values, guint count,
                                    GError **error);
gboolean rk_scene_check_text(const RkScenePlace *place, const char *what, const char *text, gboolean line_breaks,
                             GError **error);
/* check-look.c: the style of a node, and what it means. */
gboolean rk_scene_check_style(const RkScenePlace *place, GError **error);
gboolean rk_scene_check_meaning(const RkScenePlace *place, GError **error);

G_END_DECLS

#endif
