/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands text engines to threads, and starts the first one beside the program's own start. This is the only place where
 * threads meet over fonts.
 */
#include "render/fonts-private.h"

#include "render/render.h"
#include "render/text-private.h"

static GMutex lock;
static GCond started;
static GQueue idle = G_QUEUE_INIT;
static gboolean starting;

RkTextEngine *rk_text_engine_acquire(void)
{
    g_mutex_lock(&lock);
    while (starting && g_queue_is_empty(&idle))
        g_cond_wait(&started, &lock);
    RkTextEngine *engine = g_queue_pop_head(&idle);
    g_mutex_unlock(&lock);
    return engine == NULL ? rk_text_engine_new() : engine;
}

void rk_text_engine_release(RkTextEngine *engine)
{
    g_mutex_lock(&lock);
    g_queue_push_head(&idle, engine);
    g_mutex_unlock(&lock);
}

static void shared_measure(RkTextMeasurer *self, const RkFont *font, const char *text, gssize length,
                           RkTextExtents *extents)
{
    (void)self;
    RkTextEngine *engine = rk_text_engine_acquire();
    RkTextMeasurer *measurer = rk_text_engine_measurer(engine);
    measurer->measure(measurer, font, text, length, extents);
    rk_text_engine_release(engine);
}

RkTextMeasurer *rk_text_measurer(void)
{
    static RkTextMeasurer measurer = {shared_measure};
    return &measurer;
}

/* Opens the two faces that every figure uses. Fontconfig's current configuration must stand before Pango asks for it.
 */
static gpointer warm_up(gpointer data)
{
    RkTextExtents extents;
    FcConfig *config = rk_fonts_house();
    if (config != NULL)
        FcConfigSetCurrent(config);
    RkTextEngine *engine = rk_text_engine_new();
    RkTextMeasurer *measurer = rk_text_engine_measurer(engine);
    measurer->measure(measurer, &(RkFont){.size = 10.5, .weight = 400}, "0", -1, &extents);
    measurer->measure(measurer, &(RkFont){.size = 10.5, .weight = 600}, "0", -1, &extents);
    g_mutex_lock(&lock);
    starting = FALSE;
    g_queue_push_head(&idle, engine);
    g_cond_broadcast(&started);
    g_mutex_unlock(&lock);
    return data;
}

static GThread *starter, *system_starter;

void rk_text_await(void)
{
    g_clear_pointer(&starter, g_thread_join);
    g_clear_pointer(&system_starter, g_thread_join);
}

/* What is not done by the time that somebody asks for it, that one waits for. */
static gpointer load_system(gpointer data)
{
    rk_fonts_system();
    return data;
}

void rk_text_start_system(void)
{
    if (system_starter == NULL)
        system_starter = g_thread_try_new("rodiklis-system-fonts", load_system, NULL, NULL);
}

void rk_text_start(void)
{
    g_mutex_lock(&lock);
    gboolean start = !starting && g_queue_is_empty(&idle);
    starting |= start;
    g_mutex_unlock(&lock);
    if (!start)
        return;
    starter = g_thread_try_new("rodiklis-fonts", warm_up, NULL, NULL);
    if (starter == NULL)
        warm_up(NULL);
}
