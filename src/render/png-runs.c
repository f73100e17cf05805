/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture as runs of one colour, each colour by its number in order of appearance. It takes rows as they are painted
 * and keeps a twentieth of their bytes; which palette the colours get is known only after the last row.
 */
#include "render/png-private.h"

#include <string.h>

/* More different colours than any chart has are a picture, and a palette does not suit it. */
#define MOST_COLORS 8192u
#define SLOTS (2 * MOST_COLORS)
#define SLOT_BITS 14
/* A run takes four bytes, as a pixel does. */
#define LEAST_ROOM 65536u

typedef struct {
    guint32 color; /* with the upper byte set; 0: free */
    guint32 number;
} Slot;

struct RkColorRuns {
    guint width;
    gsize count;
    gsize room;
    guint32 *runs; /* number of the colour << 16 | length, never across rows */
    guint color_count;
    guint32 colors[MOST_COLORS];
    guint32 frequency[MOST_COLORS];
    guint8 index[MOST_COLORS];
    Slot slots[SLOTS];
};

G_STATIC_ASSERT(SLOTS == 1u << SLOT_BITS);

RkColorRuns *rk_color_runs_new(guint width, guint height)
{
    RkColorRuns *runs = g_try_new0(RkColorRuns, 1);
    if (runs == NULL)
        return NULL;
    runs->width = width;
    runs->room = MAX((gsize)width * height / 2, LEAST_ROOM) + width;
    /* Touched only as far as it is filled. */
    runs->runs = g_try_new(guint32, runs->room);
    if (runs->runs == NULL)
        g_clear_pointer(&runs, g_free);
    return runs;
}

void rk_color_runs_free(RkColorRuns *runs)
{
    if (runs == NULL)
        return;
    g_free(runs->runs);
    g_free(runs);
}

/* The number of a colour; MOST_COLORS when it is one too many. */
static guint number_of(RkColorRuns *runs, guint32 color)
{
    guint32 key = color | 0xff000000u;
    guint slot = (key * 2654435761u) >> (32 - SLOT_BITS);
    while (runs->slots[slot].color != key) {
        if (runs->slots[slot].color == 0) {
            if (runs->color_count == MOST_COLORS)
                return MOST_COLORS;
            runs->slots[slot] = (Slot){key, runs->color_count};
            runs->colors[runs->color_count++] = color;
            break;
        }
        slot = (slot + 1) % SLOTS;
    }
    return runs->slots[slot].number;
}

static gboolean is_like(guint32 pixel, guint32 other)
{
    return ((pixel ^ other) & 0xffffff) == 0;
}

/* The end of the run that begins at `at`. Letters are runs of a pixel or two, the rest of a chart is ground and
 * compared eight pixels at a time. */
static guint run_end(const guint32 *pixels, guint at, guint width)
{
    static const guint64 mask = G_GUINT64_CONSTANT(0x00ffffff00ffffff);
    guint32 first = pixels[at++];
    if (at == width || !is_like(pixels[at], first))
        return at;
    guint64 both = (guint64)first << 32 | first;
    for (; at + 8 <= width; at += 8) {
        guint64 pairs[4];
        memcpy(pairs, pixels + at, sizeof pairs);
        guint64 differs = (pairs[0] ^ both) | (pairs[1] ^ both) | (pairs[2] ^ both) | (pairs[3] ^ both);
        if ((differs & mask) != 0)
            break;
    }
    while (at < width && is_like(pixels[at], first))
        at++;
    return at;
}

static gboolean add_row(RkColorRuns *runs, const guint32 *pixels)
{
    for (guint at = 0; at < runs->width;) {
        guint end = run_end(pixels, at, runs->width);
        guint number = number_of(runs, pixels[at] & 0xffffff);
        if (number == MOST_COLORS)
            return FALSE;
        runs->frequency[number] += end - at;
        runs->runs[runs->count++] = number << 16 | (end - at);
        at = end;
    }
    return TRUE;
}

gboolean rk_color_runs_add(RkColorRuns *runs, const guint32 *pixels, guint rows)
{
    for (guint row = 0; row < rows; row++)
        if (runs->count + runs->width > runs->room || !add_row(runs, pixels + (gsize)row * runs->width))
            return FALSE;
    return TRUE;
}

gboolean rk_color_runs_palette(RkColorRuns *runs, RkPalette *palette)
{
    return rk_palette_fit(runs->colors, runs->frequency, runs->color_count, palette, runs->index);
}

void rk_color_runs_write(const RkColorRuns *runs, guint8 *to)
{
    guint left = 0;
    for (gsize at = 0; at < runs->count; at++) {
        guint length = runs->runs[at] & 0xffff;
        guint8 index = runs->index[runs->runs[at] >> 16];
        if (left == 0) {
            *to++ = 0;
            left = runs->width;
        }
        left -= length;
        /* Always so many bytes, which the next runs write over: cheaper than to ask for the length. */
        memset(to, index, RK_COLOR_RUNS_SLACK);
        if (length > RK_COLOR_RUNS_SLACK)
            memset(to + RK_COLOR_RUNS_SLACK, index, length - RK_COLOR_RUNS_SLACK);
        to += length;
    }
}
