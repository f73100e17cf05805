/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window adds to the aggregates: places in the order of a group, values of other rows, and aggregates over
 * frames.
 */
#ifndef RK_TRANSFORM_WINDOW_H
#define RK_TRANSFORM_WINDOW_H

#include "transform/running.h"
#include "transform/sort.h"
#include "transform/transform-private.h"

/** One row's view of its sorted group. */
typedef struct {
    const RkSort *sort;
    const guint32 *rows; /**< the group in order */
    guint32 count;
    guint32 ranked; /**< rows before the first one whose sort field is missing, or all where those sort as the least */
    guint32 index;  /**< the row at work */
    guint32 start;  /**< the frame: from start up to, not including, end */
    guint32 end;
    guint32 first_peer; /**< the rows that are equal to this one in all sort fields, itself included */
    guint32 last_peer;
    guint32 distinct; /**< groups of peers up to here */
    double parameter; /**< option `param` */
} RkWindow;

typedef struct {
    const char *name;
    gboolean ranks;     /**< missing where the sort field is missing */
    gboolean parameter; /**< takes `param`, 1 unless given */
    gboolean needs;     /**< `param` must be given, and be 1 or more */
    double (*number)(const RkWindow *window);
    /** The position in the group whose value is taken; outside of it the value is missing. */
    double (*position)(const RkWindow *window);
} RkWindowOperation;

/** The rows around a row that it is worked out from: how far its first and its last are from it, before it below zero;
 * -INFINITY and INFINITY without bound. */
typedef struct {
    double first, last;
} RkFrame;

/** Reads a list of two ends, null without bound; `frame` stays as it is when there is none. FALSE with a located error.
 */
gboolean rk_frame_read(const RkValue *list, RkFrame *frame, GError **error);
/** The places of a frame among `count`, from `start` up to, not including, `end`: equal when it holds none. */
void rk_frame_span(const RkFrame *frame, gsize index, gsize count, gsize *start, gsize *end);

/** Reads one aggregate over frame after frame. Growing frames are carried on where the aggregate can; others are read
 * anew. Zeroed memory is a reader that has read nothing. */
typedef struct {
    const RkAggregation *aggregation;
    const double *values; /**< NULL: the aggregate counts rows of any type */
    double *made;
    double *scratch;
    RkRunning running;
    guint32 start, end; /**< the frame that `result` belongs to */
    double result;
} RkFrameReader;

RkFrameReader rk_frame_reader_new(const RkAggregation *aggregation, guint32 largest);
void rk_frame_reader_clear(RkFrameReader *reader);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkFrameReader, rk_frame_reader_clear)
/** The aggregate over the window's frame. Call with index 0 first for each group. */
double rk_frame_reader_read(RkFrameReader *reader, const RkWindow *window);

/** Ended by a row without a name. */
extern const RkWindowOperation rk_window_operations[];
const RkWindowOperation *rk_window_operation_find(const char *name);

#endif
