/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks of a file on their way through the workers, taken back in the order in which they were handed out.
 */
#ifndef RK_READ_RING_PRIVATE_H
#define RK_READ_RING_PRIVATE_H

#include "base/macros.h"

G_BEGIN_DECLS

/* How blocks of some kind are made, worked on and freed. */
typedef struct {
    gpointer (*create)(void);
    void (*work)(gpointer block, gconstpointer plan); /* by any thread */
    void (*destroy)(gpointer block);
} RkRingKind;

typedef struct {
    const RkRingKind *kind;
    gpointer *blocks;
    gboolean *ready;
    guint size;
    guint first; /* the oldest on its way */
    guint count;
    GThreadPool *pool; /* NULL: the reader works on them itself */
    GMutex mutex;
    GCond done;
    gconstpointer plan;
} RkRing;

void rk_ring_init(RkRing *ring, const RkRingKind *kind);
/* From now on blocks are worked on by threads, where there is more than one processor. */
void rk_ring_start(RkRing *ring);
/* The block that is next to be filled. Not to be asked for while all are on their way. */
gpointer rk_ring_next(RkRing *ring);
/* Works on that block, or has it worked on. `plan` must stay the same. */
void rk_ring_push(RkRing *ring, gconstpointer plan);
/* The oldest block, once it is done. Valid until it is pushed again. */
gpointer rk_ring_pop(RkRing *ring);
/* TRUE when nothing more can be pushed, or when it is no use to wait. */
gboolean rk_ring_is_full(const RkRing *ring);
/* Ends the workers and gives back what they held. */
void rk_ring_stop(RkRing *ring);
void rk_ring_clear(RkRing *ring);

G_END_DECLS

#endif
