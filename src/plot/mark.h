/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a mark is: its words, what it wants of scales, and how it draws. One file a mark in plot/marks, listed in
 * plot/marks/meson.build; its name occurs nowhere else.
 */
#ifndef RK_PLOT_MARK_H
#define RK_PLOT_MARK_H

#include "plot/plot-private.h"
#include "plot/series.h"
#include "spec/checks.h"
#include "spec/gradient.h"

G_BEGIN_DECLS

/** What the channel `size` means for a mark. */
typedef enum {
    RK_SIZE_AREA,  /**< of a symbol, in square pixels */
    RK_SIZE_BAND,  /**< thickness of a bar or tick */
    RK_SIZE_WIDTH, /**< of a line */
    RK_SIZE_FONT   /**< of a text */
} RkSizeMeaning;
/** What decides the way in which a mark runs: plot/orient.c. */
typedef enum {
    RK_UPRIGHT_LINE, /**< the channel that holds a quantity */
    RK_UPRIGHT_AREA, /**< the same, after a second end */
    RK_UPRIGHT_RULE, /**< the same, after both ends or a lone channel */
    RK_UPRIGHT_BAR   /**< the same, after aggregates and bins */
} RkUpright;

/** How a mark shows an uncertain value: hatched, hollow, dashed up to it, dotted where every point is a ring, a
 * letter where nothing is large enough, or a tick in pieces. */
typedef enum {
    RK_FLAG_ON_BAR = 1,
    RK_FLAG_ON_POINT = 2,
    RK_FLAG_ON_LINE = 4,
    RK_FLAG_ON_AREA = 8,
    RK_FLAG_ON_RING = 16,
    RK_FLAG_AS_LETTER = 32,
    RK_FLAG_ON_TICK = 64
} RkFlagPlace;

#define RK_CHANNEL_BIT(channel) (G_GUINT64_CONSTANT(1) << (channel))
/** Sets of channels that several marks have no use for. */
#define RK_CHANNELS_POLAR                                                                                              \
    (RK_CHANNEL_BIT(RK_CHANNEL_THETA) | RK_CHANNEL_BIT(RK_CHANNEL_RADIUS) | RK_CHANNEL_BIT(RK_CHANNEL_THETA2) |        \
     RK_CHANNEL_BIT(RK_CHANNEL_RADIUS2))
#define RK_CHANNELS_ENDS (RK_CHANNEL_BIT(RK_CHANNEL_X2) | RK_CHANNEL_BIT(RK_CHANNEL_Y2))
#define RK_CHANNELS_WORDS (RK_CHANNEL_BIT(RK_CHANNEL_TEXT) | RK_CHANNEL_BIT(RK_CHANNEL_ANGLE))

struct RkMark {
    const char *name;    /**< "bar" */
    const char *summary; /**< one line of help */
    const RkShape *shape;
    gboolean stacks;    /**< stacked by default when it should be: bar, area */
    gboolean stackable; /**< stacked where `stack` asks for it, although not by itself */
    RkUpright upright;
    gboolean strokes_across;  /**< its `orient` names the way of a stroke across its values: tick */
    gboolean thick;           /**< has a thickness across its direction: bar, tick */
    gboolean translucent;     /**< lets others shine through when each row is an item, in the grammar */
    gboolean tapers;          /**< the size varies along a series: trail */
    const char *grammar_name; /**< what screen readers call a box in the grammar; NULL: its name */
    gboolean polar;           /**< fills the frame without axes: arc */
    gboolean bands;           /**< discrete positions are bands, not points: bar, rect, tick */
    gboolean filled;          /**< `color` is the fill unless `filled` says otherwise */
    gboolean series;          /**< rows of a group make one item: line, area */
    guint64 idle;             /**< RK_CHANNEL_BIT of channels that it has no use for */
    gboolean tiles;           /**< its items fill their bands to the edge, so that axes lie over them: rect */
    RkSizeMeaning size;
    const char *symbol; /**< the shape of its points, whatever the figure says; NULL: that of the figure */
    const char *ramp;   /**< name of the range that quantities take their colours from; NULL: "ramp" */
    /** Sizes of the bands that the mark needs along y at the panel's present width: one a category, g_malloc'ed; NULL:
     * none. */
    double *(*band_extents)(RkUnit *unit);
    guint flags_as; /**< RkFlagPlace: how an uncertain value looks; 0: the mark shows no flags */
    /** Hatches what leads up to uncertain values of a series; NULL: nothing does. */
    void (*hatch)(RkUnit *unit, RkNode *group, const RkSeries *series);
    gboolean spills; /**< draws outside the frame, so that layout has to ask where: text */
    gboolean (*draw)(RkUnit *unit, RkNode *parent, GError **error);
};

/** All marks in the order of plot/marks/meson.build, NULL-ended. */
const RkMark *const *rk_marks(void);
const RkMark *rk_mark_find(const char *name);
/** Properties that every mark has. */
extern const RkShape rk_mark_common_shape;
/** The same without `type`. */
extern const RkShape rk_mark_look_shape;
/** Ways to mix colours, NULL-ended. */
extern const char *const rk_blend_names[];
/** Every property that some mark has: what a block of the configuration or a part of a mark may hold. */
extern const RkShape rk_mark_any_shape;
/** `{band: 0.7}`. */
extern const RkShape rk_band_size_shape;

G_END_DECLS

#endif
