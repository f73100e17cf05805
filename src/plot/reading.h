/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the grammar reads fields as, before transforms see them: a temporal channel, a time unit and a filter with dates
 * make dates of texts, as near to the source as the field is the source's own. Only figures in Vega-Lite's grammar have
 * readings.
 */
#ifndef RK_PLOT_READING_H
#define RK_PLOT_READING_H

#include "plot/plot-private.h"

/** What a field is read as. */
typedef enum { RK_READ_DATE, RK_READ_NUMBER, RK_READ_TEXT } RkReadAs;

/** A field that is read between two steps. */
typedef struct {
    guint at; /**< how many steps come before */
    const char *field;
    RkReadAs as;
    RkPlace place; /**< of who asks for it */
} RkReading;

/** reading-find.c: adds what a step needs of its input, and what the channels of a unit need of its rows. `at` is 0. */
void rk_readings_of_step(const RkValue *step, GArray *readings);
void rk_readings_of_encoding(const RkView *unit, GArray *readings);

/** What becomes of a field in a step. */
typedef enum {
    RK_STEP_KEEPS,
    RK_STEP_MAKES,  /**< it comes from there, and may be read behind it */
    RK_STEP_DERIVES /**< it comes from there as it is meant to be */
} RkStepEffect;

/** reading-step.c */
RkStepEffect rk_step_effect(const RkValue *step, const char *field);
/** Whether a step may look at a field. */
gboolean rk_step_mentions(const RkValue *step, const char *field);

/** reading-place.c: the readings of every view, as GArray of RkReading in the order of their places. */
GHashTable *rk_readings_new(const RkView *root);

/** reading.c: the rows of a view after `steps`, which are its transforms or the first of them, with its readings
 * between them. `input` is NULL for rows that come from the view's data. NULL with a located error. */
RkTable *rk_plotting_view_steps(RkPlotting *plotting, const RkView *view, const RkValue *steps, const RkTable *input,
                                GError **error);

#endif
