/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handful of threads that take the next piece of work until none is left. A machine that gives no threads does the
 * work here, one piece after the other.
 */
#include "cli/batch.h"

typedef struct {
    guint count;
    RkBatchStep work;
    gpointer user;
    gint next; /* atomic */
    GMutex lock;
    GCond finished_one;
    gboolean *finished; /* a flag for each piece, under the lock */
} Batch;

static void finish(Batch *batch, guint index)
{
    g_mutex_lock(&batch->lock);
    batch->finished[index] = TRUE;
    g_cond_signal(&batch->finished_one);
    g_mutex_unlock(&batch->lock);
}

static gpointer take(gpointer data)
{
    Batch *batch = data;
    for (guint index; (index = (guint)g_atomic_int_add(&batch->next, 1)) < batch->count;) {
        batch->work(batch->user, index);
        finish(batch, index);
    }
    return NULL;
}

static void await(Batch *batch, guint index)
{
    g_mutex_lock(&batch->lock);
    while (!batch->finished[index])
        g_cond_wait(&batch->finished_one, &batch->lock);
    g_mutex_unlock(&batch->lock);
}

static GPtrArray *start(Batch *batch)
{
    GPtrArray *threads = g_ptr_array_new();
    guint wanted = MIN(batch->count, g_get_num_processors());
    for (guint i = 0; i < wanted && wanted > 1; i++) {
        GThread *thread = g_thread_try_new("rodiklis-batch", take, batch, NULL);
        if (thread != NULL)
            g_ptr_array_add(threads, thread);
    }
    return threads;
}

void rk_batch_run(guint count, RkBatchStep work, RkBatchStep report, gpointer user)
{
    Batch batch = {.count = count, .work = work, .user = user, .finished = g_new0(gboolean, MAX(count, 1))};
    g_mutex_init(&batch.lock);
    g_cond_init(&batch.finished_one);
    g_autoptr(GPtrArray) threads = start(&batch);
    for (guint i = 0; i < count; i++) {
        if (threads->len == 0)
            work(user, i);
        else
            await(&batch, i);
        report(user, i);
    }
    for (guint i = 0; i < threads->len; i++)
        g_thread_join(g_ptr_array_index(threads, i));
    g_mutex_clear(&batch.lock);
    g_cond_clear(&batch.finished_one);
    g_free(batch.finished);
}
