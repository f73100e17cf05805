/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The channels of encodings, by name and by kind. What a unit says on one is a RkUse.
 */
#ifndef RK_PLOT_CHANNELS_H
#define RK_PLOT_CHANNELS_H

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    RK_CHANNEL_X,
    RK_CHANNEL_Y,
    RK_CHANNEL_X2,
    RK_CHANNEL_Y2,
    RK_CHANNEL_X_OFFSET,
    RK_CHANNEL_Y_OFFSET,
    RK_CHANNEL_THETA,
    RK_CHANNEL_RADIUS,
    RK_CHANNEL_THETA2,
    RK_CHANNEL_RADIUS2,
    RK_CHANNEL_COLOR,
    RK_CHANNEL_FILL,
    RK_CHANNEL_STROKE,
    RK_CHANNEL_OPACITY,
    RK_CHANNEL_FILL_OPACITY,
    RK_CHANNEL_STROKE_OPACITY,
    RK_CHANNEL_STROKE_WIDTH,
    RK_CHANNEL_STROKE_DASH,
    RK_CHANNEL_SIZE,
    RK_CHANNEL_SHAPE,
    RK_CHANNEL_ANGLE,
    RK_CHANNEL_TEXT,
    RK_CHANNEL_DETAIL,
    RK_CHANNEL_KEY,
    RK_CHANNEL_ORDER,
    RK_CHANNEL_TOOLTIP,
    RK_CHANNEL_DESCRIPTION,
    RK_CHANNEL_HREF,
    RK_CHANNELS
} RkChannel;

const char *rk_channel_name(RkChannel channel);
/** RK_CHANNELS for a name that is no channel's. */
RkChannel rk_channel_find(const char *name);
gboolean rk_channel_is_position(RkChannel channel);
/** x2, y2, theta2 and radius2: they lie on the scale of another channel. */
gboolean rk_channel_is_second(RkChannel channel);
/** The other end of x, y, theta or radius: x2, y2 …; the channel itself for all others. */
RkChannel rk_channel_second(RkChannel channel);
/** x for x2, y for y2, theta for theta2, radius for radius2; the channel itself for the others. */
RkChannel rk_channel_main(RkChannel channel);
/** Whether values of the channel go through a scale. */
gboolean rk_channel_is_scaled(RkChannel channel);

G_END_DECLS

#endif
