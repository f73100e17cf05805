/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of the encoding channels. What a channel means is decided by those who use it.
 */
#include "plot/plot-private.h"

static const char *const names[RK_CHANNELS] = {
    [RK_CHANNEL_X] = "x",
    [RK_CHANNEL_Y] = "y",
    [RK_CHANNEL_X2] = "x2",
    [RK_CHANNEL_Y2] = "y2",
    [RK_CHANNEL_X_OFFSET] = "xOffset",
    [RK_CHANNEL_Y_OFFSET] = "yOffset",
    [RK_CHANNEL_THETA] = "theta",
    [RK_CHANNEL_RADIUS] = "radius",
    [RK_CHANNEL_THETA2] = "theta2",
    [RK_CHANNEL_RADIUS2] = "radius2",
    [RK_CHANNEL_COLOR] = "color",
    [RK_CHANNEL_FILL] = "fill",
    [RK_CHANNEL_STROKE] = "stroke",
    [RK_CHANNEL_OPACITY] = "opacity",
    [RK_CHANNEL_FILL_OPACITY] = "fillOpacity",
    [RK_CHANNEL_STROKE_OPACITY] = "strokeOpacity",
    [RK_CHANNEL_STROKE_WIDTH] = "strokeWidth",
    [RK_CHANNEL_STROKE_DASH] = "strokeDash",
    [RK_CHANNEL_SIZE] = "size",
    [RK_CHANNEL_SHAPE] = "shape",
    [RK_CHANNEL_ANGLE] = "angle",
    [RK_CHANNEL_TEXT] = "text",
    [RK_CHANNEL_DETAIL] = "detail",
    [RK_CHANNEL_KEY] = "key",
    [RK_CHANNEL_ORDER] = "order",
    [RK_CHANNEL_TOOLTIP] = "tooltip",
    [RK_CHANNEL_DESCRIPTION] = "description",
    [RK_CHANNEL_HREF] = "href",
};

const char *rk_channel_name(RkChannel channel)
{
    return names[channel];
}

gboolean rk_channel_is_position(RkChannel channel)
{
    return channel <= RK_CHANNEL_RADIUS2;
}

/** The channels that have two ends, with the second of each. */
static const RkChannel ends[][2] = {{RK_CHANNEL_X, RK_CHANNEL_X2},
                                    {RK_CHANNEL_Y, RK_CHANNEL_Y2},
                                    {RK_CHANNEL_THETA, RK_CHANNEL_THETA2},
                                    {RK_CHANNEL_RADIUS, RK_CHANNEL_RADIUS2}};

RkChannel rk_channel_main(RkChannel channel)
{
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        if (ends[i][1] == channel)
            return ends[i][0];
    }
    return channel;
}

RkChannel rk_channel_second(RkChannel channel)
{
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        if (ends[i][0] == channel)
            return ends[i][1];
    }
    return channel;
}

gboolean rk_channel_is_second(RkChannel channel)
{
    return rk_channel_main(channel) != channel;
}

gboolean rk_channel_is_scaled(RkChannel channel)
{
    return channel < RK_CHANNEL_TEXT;
}

RkChannel rk_channel_find(const char *name)
{
    guint channel = 0;
    while (channel < RK_CHANNELS && g_strcmp0(names[channel], name) != 0)
        channel++;
    return (RkChannel)channel;
}
