/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way into every output format: the scene is checked once, here, and renderers rely on it.
 */
#include "render/render.h"

const RkRenderer *rk_renderer_find(const char *name)
{
    for (const RkRenderer *const *renderer = rk_renderers(); *renderer != NULL; renderer++)
        if (g_strcmp0((*renderer)->name, name) == 0)
            return *renderer;
    return NULL;
}

GBytes *rk_render(const RkRenderer *renderer, const RkScene *scene, const RkRenderOptions *options, GError **error)
{
    static const RkRenderOptions defaults = {0};
    if (!rk_scene_check(scene, error))
        return NULL;
    return renderer->render(scene, options == NULL ? &defaults : options, error);
}
