/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The PNG encoder and the palette it prefers.
 */
#ifndef RK_RENDER_PNG_PRIVATE_H
#define RK_RENDER_PNG_PRIVATE_H

#include "base/error.h"

G_BEGIN_DECLS

/** A picture that is painted in bands, so that its pixels are never in memory all at once. */
typedef struct {
    guint width; /**< below 65536 */
    guint height;
    gboolean alpha;         /**< FALSE: the upper byte is undefined and the picture opaque */
    guint pixels_per_meter; /**< for the pHYs chunk */
    guint band;             /**< rows that are painted at once */
    /** Paints `rows` rows from `top` on as Cairo's pixels: native-endian 0xAARRGGBB with premultiplied alpha, rows
     * without gaps. May be asked for the same rows again, and paints them the same. */
    gboolean (*paint)(gpointer user, guint top, guint rows, guint32 *pixels, GError **error);
    gpointer user;
} RkPicture;

/**
 * The picture as a PNG file. Opaque ones have a palette when their colours fit into one: exactly, or with shades merged
 * that are at most RK_PALETTE_TOLERANCE apart from what is written, in every channel; the RK_PALETTE_EXACT most
 * frequent colours are always exact. Otherwise, and when transparent, the file is exact RGB or RGBA. NULL with an error
 * when memory does not suffice or painting fails.
 */
GBytes *rk_png_encode(const RkPicture *picture, GError **error);

/** The colours of a palette, as 0xRRGGBB. */
#define RK_PALETTE_SIZE 256u
/** So far from the painted value of 0–255 may a written one lie. Edges of shapes and letters shade into the ground in
 * hundreds of steps; nobody sees a fortieth of the way from black to white in a pixel between the two. */
#define RK_PALETTE_TOLERANCE 6
/** These most frequent colours, those of areas, are never touched. */
#define RK_PALETTE_EXACT 32u
/** A colour of so many pixels covers an area, such as a cell of a heat map, and is exact as well. */
#define RK_PALETTE_AREA 400u

typedef struct {
    guint32 colors[RK_PALETTE_SIZE];
    guint count;
} RkPalette;

/**
 * Finds a palette for `count` different colours (0xRRGGBB) that occur `frequency` times; `index` receives the place of
 * each colour in it. It depends on the colours and their frequencies only, not on their order. FALSE when there is none
 * within the tolerance.
 */
gboolean rk_palette_fit(const guint32 *colors, const guint32 *frequency, guint count, RkPalette *palette,
                        guint8 *index);

/** A picture as runs of one colour: charts have twenty pixels to a run. */
typedef struct RkColorRuns RkColorRuns;

/** For rows of `width` pixels, below 65536. NULL when memory does not suffice. */
RkColorRuns *rk_color_runs_new(guint width, guint height);
void rk_color_runs_free(RkColorRuns *runs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkColorRuns, rk_color_runs_free)
/** Adds rows; the upper bytes of the pixels do not matter. FALSE when the colours are too many for a palette, or the
 * runs too short to be worth it. */
gboolean rk_color_runs_add(RkColorRuns *runs, const guint32 *pixels, guint rows);
/** The palette of all rows. FALSE when there is none within the tolerance. */
gboolean rk_color_runs_palette(RkColorRuns *runs, RkPalette *palette);
/** Bytes behind the rows that rk_color_runs_write() may write to. */
#define RK_COLOR_RUNS_SLACK 16u
/** After a palette was found: all rows as bytes, each after the filter byte 0 of PNG: (width + 1) × height. */
void rk_color_runs_write(const RkColorRuns *runs, guint8 *to);

G_END_DECLS

#endif
