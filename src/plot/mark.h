/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a mark is: its words, what it wants of scales, and how it draws. One file a mark in plot/marks, listed in
 * plot/marks/meson.build; its name occurs nowhere else.
 */
#ifndef RK_PLOT_MARK_H
#define RK_PLOT_MARK_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** What the channel `size` means for a mark. */
typedef enum {
    RK_SIZE_AREA,  /**< of a symbol, in square pixels */
    RK_SIZE_BAND,  /**< thickness of a bar or tick */
    RK_SIZE_WIDTH, /**< of a line */
    RK_SIZE_FONT   /**< of a text */
} RkSizeMeaning;

/** How a mark shows an uncertain value: hatched, hollow, or dashed up to it. */
typedef enum { RK_FLAG_ON_BAR = 1, RK_FLAG_ON_POINT = 2, RK_FLAG_ON_LINE = 4, RK_FLAG_ON_AREA = 8 } RkFlagPlace;

struct RkMark {
    const char *name;    /**< "bar" */
    const char *summary; /**< one line of help */
    const RkShape *shape;
    gboolean stacks; /**< stacked by default when it should be: bar, area */
    gboolean bands;  /**< discrete positions are bands, not points: bar, rect, tick */
    gboolean filled; /**< `color` is the fill unless `filled` says otherwise */
    gboolean tiles;  /**< its items fill their bands to the edge, so that axes lie over them: rect */
    gboolean series; /**< rows of a group make one item: line, area */
    RkSizeMeaning size;
    const char *ramp; /**< name of the range that quantities take their colours from; NULL: "ramp" */
    /** Sizes of the bands that the mark needs along y at the panel's present width: one a category, g_malloc'ed; NULL:
     * none. */
    double *(*band_extents)(RkUnit *unit);
    guint flags_as;  /**< RkFlagPlace: how an uncertain value looks; 0: the mark shows no flags */
    gboolean spills; /**< draws outside the frame, so that layout has to ask where: text */
    gboolean (*draw)(RkUnit *unit, RkNode *parent, GError **error);
};

/** All marks in the order of plot/marks/meson.build, NULL-ended. */
const RkMark *const *rk_marks(void);
const RkMark *rk_mark_find(const char *name);
/** Properties that every mark has. */
extern const RkShape rk_mark_common_shape;

G_END_DECLS

#endif
