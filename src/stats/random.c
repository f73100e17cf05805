/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Philox 4×32-10 and the three distributions made of it. The counter is the item's block, the draw (two words) and the
 * stream; the key is the seed.
 */
#include "stats/random.h"

#include <math.h>

void rk_random_philox(const guint32 counter[4], const guint32 key[2], guint32 words[4])
{
    guint32 a = counter[0], b = counter[1], c = counter[2], d = counter[3], left = key[0], right = key[1];
    for (guint round = 0; round < 10; round++) {
        guint64 first = (guint64)0xD2511F53 * a, second = (guint64)0xCD9E8D57 * c;
        a = (guint32)(second >> 32) ^ b ^ left;
        b = (guint32)second;
        c = (guint32)(first >> 32) ^ d ^ right;
        d = (guint32)first;
        left += 0x9E3779B9;
        right += 0xBB67AE85;
    }
    words[0] = a;
    words[1] = b;
    words[2] = c;
    words[3] = d;
}

/* The upper 53 bits in the middle of their step: never 0, and never 1, which 0.5 more would round to at the very end.
 */
static double to_unit(guint32 low, guint32 high)
{
    guint64 bits = ((guint64)high << 32 | low) >> 12;
    return ((double)bits + 0.5) * 0x1p-52;
}

void rk_random_uniform(const RkRandom *random, guint64 draw, double *numbers, gsize count)
{
    const guint32 key[2] = {(guint32)random->seed, (guint32)(random->seed >> 32)};
    for (gsize i = 0; i < count; i += 2) {
        const guint32 counter[4] = {(guint32)(i / 2), (guint32)draw, (guint32)(draw >> 32), random->stream};
        guint32 words[4];
        rk_random_philox(counter, key, words);
        numbers[i] = to_unit(words[0], words[1]);
        if (i + 1 < count)
            numbers[i + 1] = to_unit(words[2], words[3]);
    }
}

/* Item 2j and item 2j + 1 come from the same block, so that a longer list begins with the shorter one. */
void rk_random_normal(const RkRandom *random, guint64 draw, double *numbers, gsize count)
{
    const guint32 key[2] = {(guint32)random->seed, (guint32)(random->seed >> 32)};
    for (gsize i = 0; i < count; i += 2) {
        const guint32 counter[4] = {(guint32)(i / 2), (guint32)draw, (guint32)(draw >> 32), random->stream};
        guint32 words[4];
        rk_random_philox(counter, key, words);
        double radius = sqrt(-2 * log(to_unit(words[0], words[1]))), angle = 2 * G_PI * to_unit(words[2], words[3]);
        numbers[i] = radius * cos(angle);
        if (i + 1 < count)
            numbers[i + 1] = radius * sin(angle);
    }
}

void rk_random_simplex(const RkRandom *random, guint64 draw, double *numbers, gsize count)
{
    double total = 0;
    rk_random_uniform(random, draw, numbers, count);
    for (gsize i = 0; i < count; i++)
        total += numbers[i] = -log(numbers[i]);
    for (gsize i = 0; i < count; i++)
        numbers[i] /= total;
}
