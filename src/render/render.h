/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scene to bytes: one file per output format in this folder, listed in render/meson.build. The same scene gives the
 * same bytes, on every machine with the same fonts, also within a batch and from several threads.
 */
#ifndef RK_RENDER_RENDER_H
#define RK_RENDER_RENDER_H

#include "base/diagnostics.h"
#include "scene/scene.h"

G_BEGIN_DECLS

typedef struct {
    double scale; /**< device pixels for a pixel of 1/96 inch, for pictures made of pixels; 0: 2 */
} RkRenderOptions;

/** An output format. One static instance in its own file. */
typedef struct {
    const char *name;       /**< "svg" */
    const char *media_type; /**< "image/svg+xml" */
    const char *summary;    /**< one line of help */
    GBytes *(*render)(const RkScene *scene, const RkRenderOptions *options, GError **error);
} RkRenderer;

/** All output formats in the order of render/meson.build, NULL-ended. */
RK_API const RkRenderer *const *rk_renderers(void);
RK_API const RkRenderer *rk_renderer_find(const char *name);
/** Checks the scene and renders it. `options` may be NULL. */
RK_API GBytes *rk_render(const RkRenderer *renderer, const RkScene *scene, const RkRenderOptions *options,
                         GError **error);

/** The measurer that all layout uses, over the house fonts. Shared by all threads; never freed. */
RK_API RkTextMeasurer *rk_text_measurer(void);
/**
 * For a program whose only user of fontconfig is this library, as its first act: makes the house fonts fontconfig's
 * current configuration and opens them in a thread of its own while the program reads its input. Saves Pango from
 * reading the system's configuration, some 3 ms. Without it everything works the same, only later. Call it once.
 */
RK_API void rk_text_start(void);
/** The same for the fonts of the system, which figures of the grammar ask for: their configuration takes milliseconds.
 */
RK_API void rk_text_start_system(void);
/** Waits until what rk_text_start() began is done. A program calls it before it ends: libraries would otherwise free
 * fonts at the exit while they are being opened. Does nothing when nothing was begun. */
RK_API void rk_text_await(void);
/** Warns of each family of the scene that is not installed and that the system names no other for: the house's stands
 * in its place. */
RK_API void rk_text_tell_missing(const RkScene *scene, RkDiagnostics *diagnostics);
/** The font files in use and whether the house font was found: for diagnostics. Free with g_free(). */
RK_API char *rk_text_describe_fonts(void);

G_END_DECLS

#endif
