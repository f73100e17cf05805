/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where pictures go: from -o and -f to formats and file names.
 */
#ifndef RK_CLI_OUTPUTS_H
#define RK_CLI_OUTPUTS_H

#include "render/render.h"

G_BEGIN_DECLS

typedef struct {
    char *output;         /**< -o as given; NULL: beside each figure */
    gboolean folder;      /**< `output` is a folder */
    GPtrArray *renderers; /**< of const RkRenderer, at least one */
} RkOutputs;

/** Decides for `figures` figures. `formats` is the list of -f ("svg,png"), NULL when there is none: then the ending of
 * `output` says the format, and svg is the last resort. NULL with an error when the two contradict each other or a name
 * is unknown. */
RkOutputs *rk_outputs_new(const char *output, const char *formats, guint figures, GError **error);
void rk_outputs_free(RkOutputs *outputs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkOutputs, rk_outputs_free)

/** The file for a figure in a format; "-" is standard output. Free with g_free(). */
char *rk_outputs_name(const RkOutputs *outputs, const char *figure, const RkRenderer *renderer);
/** FALSE with an error when a picture of the figure would be written over the file `input`, which messages call
 * `name`. */
gboolean rk_outputs_spare(const RkOutputs *outputs, const char *figure, const char *input, const char *name,
                          GError **error);
/** The same for all figures as inputs of all pictures; each file is looked at once. */
gboolean rk_outputs_spare_figures(const RkOutputs *outputs, guint count, char **figures, GError **error);
/** Refuses pictures among the figures: somebody meant to say what to write. */
gboolean rk_outputs_refuse_pictures(guint count, char **figures, GError **error);
/** Makes the folder when it is one and not there yet. */
gboolean rk_outputs_prepare(const RkOutputs *outputs, GError **error);
/** Renders a scene in every format, then writes the files: nothing is written when one of them cannot be rendered.
 * `done` (may be NULL) receives the names of the files with what became of them. */
gboolean rk_outputs_write(const RkOutputs *outputs, const char *figure, const RkScene *scene,
                          const RkRenderOptions *options, GString *done, GError **error);

/** The number of pixels to a pixel of 1/96 inch that --scale or --dpi say (texts; each may be NULL); 0 for neither. */
gboolean rk_outputs_scale(const char *scale, const char *dpi, RkRenderOptions *options, GError **error);

G_END_DECLS

#endif
