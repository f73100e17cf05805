/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks on their way through the workers, taken back in the order in which they were handed out. Knows threads, and
 * nothing of what is in a block.
 */
#include "read/csv-private.h"

static void work(gpointer task, gpointer user)
{
    RkCsvRing *ring = user;
    guint at = GPOINTER_TO_UINT(task) - 1;
    rk_csv_block_parse(ring->blocks[at], ring->plan);
    g_mutex_lock(&ring->mutex);
    ring->ready[at] = TRUE;
    g_cond_signal(&ring->done);
    g_mutex_unlock(&ring->mutex);
}

void rk_csv_ring_init(RkCsvRing *ring)
{
    /* Two blocks for each worker keep it busy while the reader takes one back. */
    ring->size = 2 * g_get_num_processors() + 1;
    ring->blocks = g_new0(RkCsvBlock *, ring->size);
    ring->ready = g_new0(gboolean, ring->size);
    g_mutex_init(&ring->mutex);
    g_cond_init(&ring->done);
}

void rk_csv_ring_stop(RkCsvRing *ring)
{
    if (ring->pool != NULL)
        g_thread_pool_free(g_steal_pointer(&ring->pool), TRUE, TRUE);
    for (guint i = 0; i < ring->size; i++)
        g_clear_pointer(&ring->blocks[i], rk_csv_block_free);
}

void rk_csv_ring_clear(RkCsvRing *ring)
{
    rk_csv_ring_stop(ring);
    g_free(ring->blocks);
    g_free(ring->ready);
    g_mutex_clear(&ring->mutex);
    g_cond_clear(&ring->done);
}

RkCsvBlock *rk_csv_ring_next(RkCsvRing *ring)
{
    guint at = (ring->first + ring->count) % ring->size;
    if (ring->blocks[at] == NULL)
        ring->blocks[at] = rk_csv_block_new();
    return ring->blocks[at];
}

void rk_csv_ring_start(RkCsvRing *ring)
{
    guint processors = g_get_num_processors();
    if (processors > 1 && ring->pool == NULL)
        ring->pool = g_thread_pool_new(work, ring, (gint)processors, FALSE, NULL);
}

void rk_csv_ring_push(RkCsvRing *ring, const RkCsvPlan *plan)
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

RkCsvBlock *rk_csv_ring_pop(RkCsvRing *ring)
{
    g_mutex_lock(&ring->mutex);
    while (!ring->ready[ring->first])
        g_cond_wait(&ring->done, &ring->mutex);
    g_mutex_unlock(&ring->mutex);
    RkCsvBlock *block = ring->blocks[ring->first];
    ring->first = (ring->first + 1) % ring->size;
    ring->count--;
    return block;
}
