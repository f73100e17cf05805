/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks on their way through the workers, taken back in the order in which they were handed out. Knows threads, and
 * nothing of what is in a block.
 */
#include "read/ring-private.h"

static void work(gpointer task, gpointer user)
{
    RkRing *ring = user;
    guint at = GPOINTER_TO_UINT(task) - 1;
    ring->kind->work(ring->blocks[at], ring->plan);
    g_mutex_lock(&ring->mutex);
    ring->ready[at] = TRUE;
    g_cond_signal(&ring->done);
    g_mutex_unlock(&ring->mutex);
}

void rk_ring_init(RkRing *ring, const RkRingKind *kind)
{
    ring->kind = kind;
    /* Two blocks for each worker keep it busy while the reader takes one back. */
    ring->size = 2 * g_get_num_processors() + 1;
    ring->blocks = g_new0(gpointer, ring->size);
    ring->ready = g_new0(gboolean, ring->size);
    g_mutex_init(&ring->mutex);
    g_cond_init(&ring->done);
}

void rk_ring_stop(RkRing *ring)
{
    if (ring->pool != NULL)
        g_thread_pool_free(g_steal_pointer(&ring->pool), TRUE, TRUE);
    for (guint i = 0; i < ring->size; i++)
        if (ring->blocks[i] != NULL)
            ring->kind->destroy(g_steal_pointer(&ring->blocks[i]));
}

void rk_ring_clear(RkRing *ring)
{
    rk_ring_stop(ring);
    g_free(ring->blocks);
    g_free(ring->ready);
    g_mutex_clear(&ring->mutex);
    g_cond_clear(&ring->done);
}

gpointer rk_ring_next(RkRing *ring)
{
    guint at = (ring->first + ring->count) % ring->size;
    if (ring->blocks[at] == NULL)
        ring->blocks[at] = ring->kind->create();
    return ring->blocks[at];
}

void rk_ring_start(RkRing *ring)
{
    guint processors = g_get_num_processors();
    if (processors > 1 && ring->pool == NULL)
        ring->pool = g_thread_pool_new(work, ring, (gint)processors, FALSE, NULL);
}

void rk_ring_push(RkRing *ring, gconstpointer plan)
{
    guint at = (ring->first + ring->count) % ring->size;
    ring->plan = plan;
    ring->ready[at] = FALSE;
    ring->count++;
    if (ring->pool != NULL)
        g_thread_pool_push(ring->pool, GUINT_TO_POINTER(at + 1), NULL);
    else
        work(GUINT_TO_POINTER(at + 1), ring);
}

gpointer rk_ring_pop(RkRing *ring)
{
    g_mutex_lock(&ring->mutex);
    while (!ring->ready[ring->first])
        g_cond_wait(&ring->done, &ring->mutex);
    g_mutex_unlock(&ring->mutex);
    gpointer block = ring->blocks[ring->first];
    ring->first = (ring->first + 1) % ring->size;
    ring->count--;
    return block;
}

gboolean rk_ring_is_full(const RkRing *ring)
{
    return ring->pool == NULL || ring->count == ring->size;
}
