/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves as rows: points of a function close enough together to be drawn as a line, always the same ones for the same
 * function, and the table of the curves of several groups.
 */
#ifndef RK_TRANSFORM_CURVE_H
#define RK_TRANSFORM_CURVE_H

#include "transform/flagging.h"
#include "transform/verb.h"

/** Columns of a point: x, value, low and high. */
#define RK_CURVE_COLUMNS 4
/** How many points a curve gets when nothing else is asked. */
#define RK_CURVE_LEAST_STEPS 25
#define RK_CURVE_MOST_STEPS 200
/** More cannot be told apart in a picture, and would only fill the memory. */
#define RK_CURVE_STEPS_LIMIT 10000

/** A point; low and high are NaN for a curve without an interval. */
typedef struct {
    double x, value, low, high;
} RkSampledPoint;

/** What is drawn: fills in value, low and high for point->x. */
typedef void (*RkCurve)(gconstpointer user, RkSampledPoint *point);

/**
 * Points from `first` to `last`: `least` equal steps, each halved while one of the lines bends by more than half a
 * degree in a picture as wide as high and the step is at least 1/`most` of the whole. Equal numbers give equal steps.
 * An array of RkSampledPoint; free with g_array_unref().
 */
GArray *rk_curve_sample(RkCurve curve, gconstpointer user, double first, double last, guint least, guint most);

/** The rows of the curves of all groups. Zeroed memory with `groups` is none. */
typedef struct {
    const RkGroups *groups;
    GArray *group;                    /**< guint32: the group of each row */
    GArray *values[RK_CURVE_COLUMNS]; /**< double */
    const RkColumn *of;               /**< whose flags the values, low and high of a group have; NULL: none */
    gboolean only_uncertain;          /**< of those flags: a remark on one value is none on every point of a curve */
    RkFlagRule flag_rule;
} RkCurveRows;

void rk_curve_rows_init(RkCurveRows *rows, const RkGroups *groups);
/** The points rest on all values of the measure in their group: where one may still change, so may they. */
void rk_curve_rows_rest_on(RkCurveRows *rows, const RkMeasure *measure);
void rk_curve_rows_clear(RkCurveRows *rows);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkCurveRows, rk_curve_rows_clear)
void rk_curve_rows_add(RkCurveRows *rows, guint32 group, const RkSampledPoint *point);

/** A column of the result. */
typedef struct {
    const char *name;
    const RkColumn *unit;  /**< of each group; may be NULL */
    RkFrequency frequency; /**< of a column of times; RK_FREQUENCY_NONE for numbers */
} RkCurveColumn;

/** The columns of `keys`, then the first `count` columns of the points. NULL with an error at `place` when two have the
 * same name. */
RkTable *rk_curve_rows_table(RkCurveRows *rows, const GPtrArray *keys, const RkCurveColumn *columns, guint count,
                             RkPlace place, GError **error);

/** Reads a list of two numbers that grow. FALSE with a located error. */
gboolean rk_option_extent(const RkValue *extent, double *first, double *last, GError **error);

#endif
