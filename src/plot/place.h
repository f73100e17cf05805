/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where rows lie on an axis: points, and the stretches that bars, areas and rectangles cover.
 */
#ifndef RK_PLOT_PLACE_H
#define RK_PLOT_PLACE_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** Where a mark stands on a channel that its view does not have. */
typedef enum {
    RK_DEFAULT_NONE,   /**< NaN */
    RK_DEFAULT_MIDDLE, /**< of the frame */
    RK_DEFAULT_LEAST,  /**< at zero, or where the axis begins */
    RK_DEFAULT_MOST    /**< where the axis ends */
} RkDefaultPlace;

/** Position of a row on `channel`: its value, else the mark's own property, else the default. Offsets are included.
 * NaN when it is missing. */
double rk_unit_place(const RkUnit *unit, RkChannel channel, gsize row, RkDefaultPlace otherwise);
/** From and to along `channel` (x, y, theta or radius) of a mark with an extent, in pixels of the frame or radians.
 * FALSE when a value is missing. */
gboolean rk_unit_span(const RkUnit *unit, RkChannel channel, gsize row, double *from, double *to);
/** The same between two ends, whatever the channel's bands: `otherwise` is where an absent first end lies, and the
 * second lies at zero. */
gboolean rk_unit_range(const RkUnit *unit, RkChannel channel, gsize row, RkDefaultPlace otherwise, double *from,
                       double *to);
/** The property of the mark for a channel that its view does not have; NULL when it says nothing. */
const RkValue *rk_unit_place_property(const RkUnit *unit, RkChannel channel);
/** What `channel` is shifted by through the mark's own property (xOffset …). */
double rk_unit_shift(const RkUnit *unit, RkChannel channel);
/** A stretch that a row has to itself on an axis. */
typedef struct {
    double start;
    double size;   /**< of the inmost band; 0 where an offset is no band */
    double around; /**< of the band that holds it; 0 where nothing does */
} RkCell;

/** The band of a row on `channel` (x or y), or what its offset leaves of that: also where the channel itself has no
 * bands. FALSE when there is neither. */
gboolean rk_unit_cell(const RkUnit *unit, RkChannel channel, gsize row, RkCell *cell);
/** The channel that shifts places on `channel`; NULL for none. */
const RkUse *rk_unit_offset(const RkUnit *unit, RkChannel channel);
/** Where within its unit of time a mark stands, 0–1. */
double rk_unit_part_of_period(const RkUnit *unit, const RkUse *use);
/** The row's place within a discrete domain; G_MAXUINT32 when missing. */
guint32 rk_use_category(const RkUse *use, gsize row);
/** The row's number on a continuous channel; NaN when missing. */
double rk_use_number(const RkUse *use, gsize row);
/** Whether bins or units of time give the channel's values an extent. */
gboolean rk_use_is_cut(const RkUse *use);
/** Whether the data came in bins, their ends in two channels. */
gboolean rk_use_came_binned(const RkUse *use);

/* place-cell.c */
/** Whether the tiles or bars of a unit cover the periods that its times along `channel` are. */
gboolean rk_unit_has_cells(const RkUnit *unit, RkChannel channel);
/** From where to where such a cell reaches, in milliseconds; FALSE when the time is missing. */
gboolean rk_use_cell(const RkUse *use, gsize row, double *from, double *to);
/** The same of a tile or a bar, in pixels. */
gboolean rk_unit_cell_span(const RkUnit *unit, RkChannel channel, gsize row, double *from, double *to);
/** Warns of tiles over moments, of which nobody says how far they reach. */
void rk_unit_warn_of_cells(RkUnit *unit);

/** Where lengths along `channel` (x or y) begin, in pixels of the frame; NaN without a scale of numbers. */
double rk_unit_baseline(const RkUnit *unit, RkChannel channel);

G_END_DECLS

#endif
