/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The events of a timeline, shared by drawing and placing.
 */
#ifndef RK_PLOT_MARKS_TIMELINE_PRIVATE_H
#define RK_PLOT_MARKS_TIMELINE_PRIVATE_H

#include "plot/mark.h"

/** Room above and below the line of dots, between texts, and below the last text. */
#define LINE_AT 9.0
#define TEXT_FROM 15.0
#define GAP 4.0
#define LANE_END 8.0

/** Narrower than this, a text is no text. */
#define NARROWEST 90.0

/** A text wrapped for one side of its hairline. */
typedef struct {
    const char *text; /**< NULL: there is no room on this side */
    double width, height;
} RkTimelineBlock;

typedef struct {
    guint32 row;
    guint32 lane;
    double x, x2; /**< of the event; NaN x2: none */
    RkTimelineBlock right, left;
    gboolean leftwards; /**< the text ends at the hairline instead of beginning there */
    double top;         /**< of the text, below the top of the lane */
} RkTimelineEvent;

static inline const RkTimelineBlock *rk_timeline_block(const RkTimelineEvent *event)
{
    return event->leftwards ? &event->left : &event->right;
}

/** Sorts the events by lane and time and gives each a side and a top. */
void rk_timeline_place(RkTimelineEvent *events, guint count);

#endif
