/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a legend, shared by the files that make it, arrange it and draw it.
 */
#ifndef RK_PLOT_LEGEND_PRIVATE_H
#define RK_PLOT_LEGEND_PRIVATE_H

#include "plot/guide-format.h"
#include "plot/guide.h"

/** What of a symbol a scale decides, in Vega's order: the first one there is what the legend lists. */
typedef enum {
    RK_ROLE_SIZE,
    RK_ROLE_SHAPE,
    RK_ROLE_FILL,
    RK_ROLE_STROKE,
    RK_ROLE_STROKE_WIDTH,
    RK_ROLE_STROKE_DASH,
    RK_ROLE_OPACITY,
    RK_ROLES
} RkLegendRole;

typedef enum {
    RK_LEGEND_SYMBOLS,
    RK_LEGEND_RAMP,   /**< a bar through a continuous colour, with ticks */
    RK_LEGEND_CLASSES /**< a bar of one piece a class */
} RkLegendType;

typedef struct {
    const char *text;
    guint category;  /**< of a discrete scale */
    double value;    /**< of a continuous one, or one within the class */
    double from, to; /**< along a bar: of the tick, or of the piece of a class; 0–1 */
    double x, y, width;
    double size; /**< room of the symbol */
    RkGuideText label;
    RkReach reach; /**< of symbol and label, or of a bar's label */
    gboolean rest; /**< stands for all that are not listed */
} RkLegendEntry;

typedef struct {
    RkPanel *panel;
    RkScale *scale;           /**< what the entries are values of */
    RkScale *roles[RK_ROLES]; /**< what the symbols show of them; NULL: not that */
    GPtrArray *uses, *units;  /**< RkUse and their RkUnit (borrowed), first layer first */
    const RkView *root;       /**< the highest view that shares it */
    guint rank;               /**< 0: shared by all layers; else the place of its first layer, from 1 */
    const char *field;        /**< what it is about; NULL: no single field */
    RkChannel channel;        /**< the first that asked for it */
    const RkUse *use;         /**< the first with data */
    const RkUnit *unit;       /**< the layer that the look of the symbols comes from */
    gboolean plain;           /**< the marks say nothing of the symbols' look */
    RkGuideSource source;
    const char *title_text, *title_whole; /**< shortened, and as it is said */
    RkGuideText title;
    RkReach title_reach;
    RkLegendType type;
    gboolean vertical;
    GArray *entries; /**< RkLegendEntry */
    RkFont label_font, title_font;
    double title_width;
    double x, y, width, height;
    double entries_x, entries_y; /**< of the entries within the legend */
    RkReach entries_reach;
    double length, thickness; /**< of a bar */
    double bar_x, bar_y;
    int zindex;
} RkLegend;

extern const char *const rk_legend_blocks[];
/** A number of the legend's own map or of the configuration. */
double rk_legend_setting(const RkLegend *legend, const char *key, double otherwise);

/* legend-entries.c */
gboolean rk_legend_fill(RkLegend *legend, GError **error);
/* legend-symbol.c: the symbol of an entry, at its place; and the room that it needs. */
void rk_legend_symbol(const RkLegend *legend, const RkLegendEntry *entry, RkNode *node);
const char *rk_legend_symbol_shape(const RkLegend *legend, const RkLegendEntry *entry);
double rk_legend_symbol_size(const RkLegend *legend, const RkLegendEntry *entry);
double rk_legend_symbol_stroke(const RkLegend *legend, const RkLegendEntry *entry);
/** Whether the symbols have an outline, be it a transparent one: it takes room. */
gboolean rk_legend_symbol_is_outlined(const RkLegend *legend);
/** Whether the marks give the symbols a colour that no scale decides, or none for certain. */
gboolean rk_legend_symbol_is_painted(const RkLegend *legend);
/* legend-look.c: which layer has the word, what it says, and how opaque its marks are. */
void rk_legend_choose_look(RkLegend *legend);
const RkValue *rk_legend_said_of_mark(const RkLegend *legend, const char *key);
/** What the figure's config says of the marks and symbols take over: of opacities, widths and dashes; NULL: nothing. */
const RkValue *rk_legend_configured(const RkLegend *legend, const char *key);
double rk_legend_mark_opacity(const RkLegend *legend);
/** A number or colour that a role's scale gives an entry. */
double rk_legend_entry_number(const RkScale *scale, const RkLegendEntry *entry);
RkColor rk_legend_entry_color(const RkScale *scale, const RkLegendEntry *entry);
const char *rk_legend_entry_text(const RkScale *scale, const RkLegendEntry *entry);
/* legend-grid.c, legend-bar.c: places of the entries. */
void rk_legend_arrange_grid(RkLegend *legend);
void rk_legend_arrange_bar(RkLegend *legend);
void rk_legend_draw_bar(const RkLegend *legend, RkNode *parent);
/* legend-measure.c: the size of the whole legend with its title, and where both parts stand in it. */
gboolean rk_legend_measure(RkLegend *legend, GError **error);
/* legend-draw.c */
void rk_legend_draw(const RkLegend *legend, RkNode *parent);
/** The words for a screen reader, on the legend's group. */
void rk_legend_speak(const RkLegend *legend, RkNode *group);

/* legend-house-words.c */
void rk_legend_house_warn(const RkLegend *legend);
/* legend-house.c, legend-house-bar.c, legend-house-draw.c: legends of our own figures. */
void rk_legend_house_bar_arrange(RkLegend *legend, gboolean in_column);
void rk_legend_house_bar_draw(RkLegend *legend, RkNode *group);
/** Width of the symbols and height of a row, in pixels. */
double rk_legend_symbol_room(const RkLegend *legend);
double rk_legend_row_height(const RkLegend *legend);

/* legend-repeats.c */
/** Warns where two entries look alike. */
void rk_legend_warn_repeats(const RkLegend *legend);

#endif
