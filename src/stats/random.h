/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random numbers that are computed from their place instead of from the number before them: draw 7,000 is the same
 * whichever thread makes it, and whether or not the others were made. The generator is Philox 4×32 with ten rounds
 * (Salmon, Moraes, Dror and Shaw, Parallel Random Numbers: As Easy as 1, 2, 3, SC11, 2011).
 */
#ifndef RK_STATS_RANDOM_H
#define RK_STATS_RANDOM_H

#include "base/macros.h"

G_BEGIN_DECLS

/** One block of the generator: four words from a counter of four and a key of two. */
RK_API void rk_random_philox(const guint32 counter[4], const guint32 key[2], guint32 words[4]);

/** A sequence of draws, each of any number of items. Other seeds and other streams give independent numbers. */
typedef struct {
    guint64 seed;
    guint32 stream;
} RkRandom;

/** `count` numbers, evenly spread over 0–1 without the ends, for one draw. */
RK_API void rk_random_uniform(const RkRandom *random, guint64 draw, double *numbers, gsize count);
/** `count` numbers of the standard normal distribution (Box and Muller, 1958) for one draw. */
RK_API void rk_random_normal(const RkRandom *random, guint64 draw, double *numbers, gsize count);
/** `count` numbers above zero that add up to 1, every such list being as likely as any other (a Dirichlet
 * distribution with all parameters 1), for one draw. */
RK_API void rk_random_simplex(const RkRandom *random, guint64 draw, double *numbers, gsize count);

G_END_DECLS

#endif
