/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The PNG encoder.
 */
#ifndef RK_RENDER_PNG_PRIVATE_H
#define RK_RENDER_PNG_PRIVATE_H

#include "base/error.h"

G_BEGIN_DECLS

/** Cairo's pixels: width × height native-endian 0xAARRGGBB with premultiplied alpha, rows without gaps. */
typedef struct {
    guint32 *pixels;
    guint width;
    guint height;
    gboolean alpha;         /**< FALSE: the upper byte is undefined and the picture opaque */
    guint pixels_per_meter; /**< for the pHYs chunk */
} RkPixels;

/**
 * The picture as a PNG file: a palette when it has at most 256 colours, else RGB or RGBA; always exact. The pixels are
 * used as scratch memory and hold nothing afterwards. NULL with an error when memory does not suffice.
 */
GBytes *rk_png_encode(RkPixels *picture, GError **error);

G_END_DECLS

#endif
