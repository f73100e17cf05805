/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Guides: axes with their grids, legends, benchmark lines, and the furniture around the picture. Each can say how much
 * room it needs before it is drawn.
 */
#ifndef RK_PLOT_GUIDE_H
#define RK_PLOT_GUIDE_H

#include "plot/guide-source.h"
#include "plot/scale.h"

G_BEGIN_DECLS

typedef struct {
    double value;     /**< continuous */
    guint category;   /**< discrete */
    guint order;      /**< position among the ticks */
    double start;     /**< of the band, or the place of the value, along the axis in pixels */
    double position;  /**< of the label */
    double at;        /**< of the tick and its grid line */
    const char *text; /**< may hold line breaks; NULL: no label */
    double width;     /**< of the text */
    gboolean highlighted;
    gboolean extra; /**< one more tick at the start of the axis, without label */
    gboolean blank; /**< the label has no text, but takes its height (Vega-Lite) */
    RkGuideText label;
    RkReach bounds; /**< of the label */
} RkTick;

typedef struct {
    RkPanel *panel;
    RkScale *scale;
    GPtrArray *uses;      /**< RkUse of the channel that the axis stands for (borrowed), first layer first */
    GPtrArray *units;     /**< their units, in step */
    gboolean horizontal;  /**< an x axis */
    gboolean opposite;    /**< at the top or right */
    gboolean orient_said; /**< somebody says where the axis stands */
    RkGuideSource source;
    const char *blocks[16];
    const char *title_text;  /**< NULL: none */
    const char *title_whole; /**< before it was shortened, for speech */
    RkGuideText title;
    gboolean title_placed; /**< by titleX or titleY, and not by the labels */
    GArray *ticks;         /**< RkTick */
    RkFont label_font, title_font;
    double label_angle;
    gboolean has_grid, has_ticks, has_domain, has_labels;
    double room;             /**< widest that labels at the side are before they are wrapped; 0: any */
    double offset, position; /**< away from the frame, and along it */
    double label_extent;     /**< thickness of the labels */
    double extent;           /**< thickness of everything outside the frame */
    RkReach bounds;          /**< of everything but the grid, in the frame's coordinates */
    int zindex;
    GError *failure; /**< of a condition or expression; whoever arranges or draws looks here */
} RkAxis;

/** All axes of a panel, x before y; NULL with an error when one fails. */
GPtrArray *rk_panel_axes(RkPanel *panel, GError **error);
void rk_axis_free(gpointer axis);
/** Works out ticks, labels and extent for the scale's present range. */
gboolean rk_axis_arrange(RkAxis *axis, GError **error);
/** How far the labels reach beyond the ends of the axis, in pixels. */
void rk_axis_overhang(const RkAxis *axis, double *before, double *after);
gboolean rk_axis_draw_grid(RkAxis *axis, RkNode *parent, GError **error);
gboolean rk_axis_draw(RkAxis *axis, RkNode *parent, GError **error);
const RkValue *rk_axis_setting(const RkAxis *axis, const char *key);
double rk_axis_number(const RkAxis *axis, const char *key, double otherwise);
gboolean rk_axis_flag(const RkAxis *axis, const char *key, gboolean otherwise);

/** Legends of a panel: all entries laid out in `width`. */
typedef struct {
    double width, height;
    GPtrArray *groups; /**< RkLegend */
} RkLegends;
RkLegends *rk_legends_new(RkPanel *panel, GError **error);
void rk_legends_free(RkLegends *legends);
/** Arranges in rows no wider than `width` (horizontal), or in a column. Sets width and height. */
gboolean rk_legends_arrange(RkLegends *legends, double width, gboolean in_column, GError **error);
void rk_legends_draw(RkLegends *legends, RkNode *parent, double x, double y);
/** Around a panel, as the grammar has them: each is measured, then placed by its orient beyond the axes. Returns how
 * far they reach; with `fitted`, only across their side. */
gboolean rk_legends_measure(RkLegends *legends, GError **error);
RkReach rk_legends_place(RkLegends *legends, const RkReach *beside, const RkReach *above, const RkPanel *panel,
                         gboolean fitted);
void rk_legends_draw_around(RkLegends *legends, RkNode *parent, gboolean in_front);

/** Benchmarks: labelled lines across the frame. Room they need above the frame and to its right. */
gboolean rk_benchmarks_draw(RkPanel *panel, RkNode *parent, GError **error);
/** Includes the benchmarks' values in the domains of their scales. */
gboolean rk_benchmarks_extend(RkPanel *panel, GError **error);

/** Title and subtitle, notes and source, wrapped to `width`. Height that they take, drawn when `parent` is set. */
gboolean rk_furniture_head(RkPlotting *plotting, RkNode *parent, double x, double y, double width, double *height,
                           GError **error);
gboolean rk_furniture_foot(RkPlotting *plotting, RkNode *parent, double x, double y, double width, double *height,
                           GError **error);

/** spill.c: how far the texts of marks reach beyond the frame. */
gboolean rk_panel_spill(RkPanel *panel, double *left, double *top, double *right, double *bottom, GError **error);

/** words.c: "Source" and "Note" in the figure's language. */
const char *rk_word(const char *language, const char *english);

G_END_DECLS

#endif
