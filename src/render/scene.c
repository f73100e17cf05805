/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene itself as an output format: what is drawn, as text that can be compared and searched.
 */
#include "render/render.h"

#include <string.h>

static GBytes *render(const RkScene *scene, const RkRenderOptions *options, GError **error)
{
    (void)options;
    (void)error;
    char *text = rk_scene_dump(scene);
    return g_bytes_new_take(text, strlen(text));
}

const RkRenderer rk_renderer_scene = {
    .name = "scene",
    .media_type = "text/plain; charset=utf-8",
    .summary = "the drawing as text, one line a shape: for tests and for comparing two versions",
    .render = render,
};
