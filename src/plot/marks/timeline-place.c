/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places for the texts of a timeline: on either side of their hairlines and as high as they can be, such that no text
 * lies on another and no hairline runs through one.
 */
#include "plot/marks/timeline-private.h"

#include <math.h>
#include <stdlib.h>

static int by_lane_and_time(gconstpointer first, gconstpointer second)
{
    const RkTimelineEvent *a = first, *b = second;
    if (a->lane != b->lane)
        return a->lane < b->lane ? -1 : 1;
    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    return a->row < b->row ? -1 : 1;
}

static void span_of(const RkTimelineEvent *event, double *left, double *right)
{
    *left = event->leftwards ? event->x - event->left.width : event->x;
    *right = event->leftwards ? event->x : event->x + event->right.width;
}

/** The placed event that stands in the way of `self` at `top`: with its text, or with the hairline that leads down to
 * it. */
static const RkTimelineEvent *hindrance(RkTimelineEvent *const *placed, guint count, const RkTimelineEvent *self,
                                        double top)
{
    double left, right, other_left, other_right;
    span_of(self, &left, &right);
    for (guint i = 0; i < count; i++) {
        const RkTimelineEvent *other = placed[i];
        double bottom = top + rk_timeline_block(self)->height,
               other_bottom = other->top + rk_timeline_block(other)->height;
        span_of(other, &other_left, &other_right);
        gboolean beside = left >= other_right || right <= other_left;
        gboolean texts = !beside && top < other_bottom + GAP && bottom + GAP > other->top;
        gboolean crossed = other->x > left && other->x < right && top < other_bottom;
        if (texts || crossed)
            return other;
    }
    return NULL;
}

/** TRUE when the hairline of `self` runs through a text above it. */
static gboolean runs_through(RkTimelineEvent *const *placed, guint count, const RkTimelineEvent *self)
{
    for (guint i = 0; i < count; i++) {
        double left, right;
        span_of(placed[i], &left, &right);
        if (self->x > left && self->x < right && placed[i]->top < self->top)
            return TRUE;
    }
    return FALSE;
}

/** Places the events of a lane, the first `split` of them with their texts to the left where there is room. The
 * outermost come first, so that the hairlines of the inner ones pass between. Answers a cost: crossings first, then
 * height. */
static double place_split(RkTimelineEvent *events, guint count, guint split)
{
    g_autofree RkTimelineEvent **placed = g_new(RkTimelineEvent *, count);
    guint placed_count = 0;
    double height = 0;
    guint crossings = 0;
    for (guint i = 0; i < count; i++) {
        gboolean wanted = i < split;
        events[i].leftwards = wanted ? events[i].left.text != NULL : events[i].right.text == NULL;
    }
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < count; i++) {
            RkTimelineEvent *event = pass == 0 ? &events[i] : &events[count - 1 - i];
            if (event->leftwards != (pass == 0))
                continue;
            event->top = TEXT_FROM;
            const RkTimelineEvent *other;
            while ((other = hindrance(placed, placed_count, event, event->top)) != NULL)
                event->top = other->top + rk_timeline_block(other)->height + GAP;
            crossings += runs_through(placed, placed_count, event);
            height = fmax(height, event->top + rk_timeline_block(event)->height);
            placed[placed_count++] = event;
        }
    }
    return crossings * 10000.0 + height;
}

static void place_lane(RkTimelineEvent *events, guint count)
{
    guint best = 0;
    double least = INFINITY;
    for (guint split = 0; split <= count; split++) {
        double cost = place_split(events, count, split);
        if (cost < least) {
            least = cost;
            best = split;
        }
    }
    place_split(events, count, best);
}

void rk_timeline_place(RkTimelineEvent *events, guint count)
{
    qsort(events, count, sizeof *events, by_lane_and_time);
    for (guint from = 0, to = 0; from < count; from = to) {
        while (to < count && events[to].lane == events[from].lane)
            to++;
        place_lane(events + from, to - from);
    }
}
