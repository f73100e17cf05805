/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Direct labels of marks: values on bars, names at the ends of lines, names beside points. Labels move apart only as
 * far as needed, and one that finds no room is reported, never dropped in silence.
 */
#ifndef RK_PLOT_LABEL_H
#define RK_PLOT_LABEL_H

#include "plot/plot-private.h"

G_BEGIN_DECLS

/** The words of a mark's `label` map. */
extern const RkShape rk_label_shape;

/** What a mark's `label` property asks for. */
typedef struct {
    RkUnit *unit;
    const RkValue *options; /**< map, or NULL for plain `true` */
    RkFont font;
    RkColor color;  /**< of texts outside their mark */
    guint8 *wanted; /**< a byte a row: which rows are labelled; NULL for all */
    RkNode *group;
} RkLabelling;

/** FALSE when the mark asks for no labels. The group is made below `parent`. */
gboolean rk_labelling_begin(RkUnit *unit, RkNode *parent, RkLabelling *labelling, gboolean *wanted, GError **error);
void rk_labelling_end(RkLabelling *labelling);
/** The text of a row: `field` with `format`, else the column given. NULL when missing or not wanted. */
const char *rk_labelling_text(RkLabelling *labelling, const RkColumn *otherwise, gsize row);
/** The name of the line that a row belongs to, with the length of its periods where another line has the same name. */
const char *rk_labelling_series_name(RkLabelling *labelling, gsize row);

/** A label that wants to be at `wish` along one line and is `size` long; `place` is the answer (its middle). */
typedef struct {
    double wish;
    double size;
    double place;
} RkSpread;
/** Moves labels apart by the least sum of squared shifts, within [low, high] when they fit. Order of wishes is kept. */
void rk_spread_labels(RkSpread *labels, guint count, double low, double high);

gboolean rk_label_bars(RkUnit *unit, RkNode *parent, GError **error);
gboolean rk_label_lines(RkUnit *unit, RkNode *parent, GPtrArray *all_series, GError **error);
gboolean rk_label_points(RkUnit *unit, RkNode *parent, GError **error);

G_END_DECLS

#endif
