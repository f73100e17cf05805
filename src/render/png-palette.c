/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A palette of 256 colours for a chart that has more, because edges of shapes and letters shade into their ground: the
 * most frequent colours and all that cover an area as they are, the others gathered into boxes that are so narrow that
 * their middle is off by no more than 6 of 255 in any channel. It never spreads an error over neighbours (no
 * dithering), and it refuses pictures that do not fit.
 */
#include "render/png-private.h"

#include <stdlib.h>
#include <string.h>

#define CHANNELS 3u

/* Channels lie apart, so that the compiler compares many boxes at once. A box of one colour that may not grow holds
 * what is within the tolerance of it. */
typedef struct {
    guint8 low[CHANNELS][RK_PALETTE_SIZE];
    guint8 high[CHANNELS][RK_PALETTE_SIZE];
    guint8 growth[RK_PALETTE_SIZE];
    guint exact; /* so many of them are exact colours, and the first */
    guint count;
} Boxes;

typedef struct {
    guint32 color;
    guint32 frequency;
    guint position;
} Shade;

static guint8 channel_of(guint32 color, guint channel)
{
    return (guint8)(color >> 8 * (CHANNELS - 1 - channel));
}

static int more_frequent_first(const void *first, const void *second)
{
    const Shade *a = first;
    const Shade *b = second;
    if (a->frequency != b->frequency)
        return a->frequency > b->frequency ? -1 : 1;
    return (a->color > b->color) - (a->color < b->color);
}

static guint brightness(guint32 color)
{
    return (guint)channel_of(color, 0) + channel_of(color, 1) + channel_of(color, 2);
}

/* Along the way from one colour to another, neighbours follow each other then. */
static int darker_first(const void *first, const void *second)
{
    guint32 a = ((const Shade *)first)->color;
    guint32 b = ((const Shade *)second)->color;
    guint dark = brightness(a);
    guint bright = brightness(b);
    return dark != bright ? (dark > bright) - (dark < bright) : (a > b) - (a < b);
}

static void add_box(Boxes *boxes, guint32 color)
{
    for (guint channel = 0; channel < CHANNELS; channel++)
        boxes->low[channel][boxes->count] = boxes->high[channel][boxes->count] = channel_of(color, channel);
    boxes->count++;
}

/* The widest side that each box would have with the colour. */
static void measure_growth(Boxes *boxes, guint32 color)
{
    guint count = boxes->count;
    memset(boxes->growth, 0, count);
    for (guint channel = 0; channel < CHANNELS; channel++) {
        const guint8 *low = boxes->low[channel];
        const guint8 *high = boxes->high[channel];
        guint8 value = channel_of(color, channel);
        for (guint box = 0; box < count; box++) {
            guint8 side = (guint8)(MAX(high[box], value) - MIN(low[box], value));
            boxes->growth[box] = MAX(boxes->growth[box], side);
        }
    }
}

/* The box that takes the colour with the least width, the first of several; `count` when none can. */
static guint find_box(Boxes *boxes, guint32 color)
{
    measure_growth(boxes, color);
    guint best = boxes->count;
    guint least = 2 * RK_PALETTE_TOLERANCE + 1;
    for (guint box = 0; box < boxes->count; box++) {
        guint limit = box < boxes->exact ? RK_PALETTE_TOLERANCE + 1 : 2 * RK_PALETTE_TOLERANCE + 1;
        if (boxes->growth[box] < MIN(limit, least)) {
            best = box;
            least = boxes->growth[box];
        }
    }
    return best;
}

static void widen_box(Boxes *boxes, guint box, guint32 color)
{
    for (guint channel = 0; channel < CHANNELS; channel++) {
        guint8 value = channel_of(color, channel);
        boxes->low[channel][box] = MIN(boxes->low[channel][box], value);
        boxes->high[channel][box] = MAX(boxes->high[channel][box], value);
    }
}

static guint32 middle_of(const Boxes *boxes, guint box)
{
    guint32 color = 0;
    for (guint channel = 0; channel < CHANNELS; channel++)
        color = color << 8 | (guint32)(boxes->low[channel][box] + boxes->high[channel][box]) / 2;
    return color;
}

/* Puts the shades from `from` on into boxes. FALSE when there are too many. */
static gboolean fill_boxes(Boxes *boxes, const Shade *shades, guint count, guint8 *index)
{
    for (guint at = 0; at < count; at++) {
        guint box = find_box(boxes, shades[at].color);
        if (box == RK_PALETTE_SIZE)
            return FALSE;
        if (box == boxes->count)
            add_box(boxes, shades[at].color);
        else if (box >= boxes->exact)
            widen_box(boxes, box, shades[at].color);
        index[shades[at].position] = (guint8)box;
    }
    return TRUE;
}

static Shade *list_shades(const guint32 *colors, const guint32 *frequency, guint count)
{
    Shade *shades = g_new(Shade, MAX(count, 1));
    for (guint at = 0; at < count; at++)
        shades[at] = (Shade){colors[at], frequency[at], at};
    qsort(shades, count, sizeof *shades, more_frequent_first);
    return shades;
}

gboolean rk_palette_fit(const guint32 *colors, const guint32 *frequency, guint count, RkPalette *palette, guint8 *index)
{
    g_autofree Shade *shades = list_shades(colors, frequency, count);
    g_autofree Boxes *boxes = g_new0(Boxes, 1);
    guint exact = count <= RK_PALETTE_SIZE ? count : RK_PALETTE_EXACT;
    while (exact < count && shades[exact].frequency >= RK_PALETTE_AREA)
        exact++;
    if (exact > RK_PALETTE_SIZE)
        return FALSE;
    for (guint at = 0; at < exact; at++) {
        add_box(boxes, shades[at].color);
        index[shades[at].position] = (guint8)at;
    }
    boxes->exact = exact;
    qsort(shades + exact, count - exact, sizeof *shades, darker_first);
    if (!fill_boxes(boxes, shades + exact, count - exact, index))
        return FALSE;
    palette->count = boxes->count;
    for (guint box = 0; box < boxes->count; box++)
        palette->colors[box] = middle_of(boxes, box);
    return TRUE;
}
