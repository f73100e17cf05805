/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a composite is: a mark that stands for layers of plain marks, or a rule by which a plain mark does. It is
 * written out before anything is compiled. One file each in plot/composites, listed in its meson.build.
 */
#ifndef RK_PLOT_COMPOSITE_H
#define RK_PLOT_COMPOSITE_H

#include "spec/figure.h"

G_BEGIN_DECLS

typedef struct {
    const char *name;    /**< of the mark; NULL for a rule over plain marks */
    const char *summary; /**< one line of help */
    const RkShape *shape;
    /** Of a rule: whether it holds for the unit. */
    gboolean (*applies)(const RkUnitSource *source);
    /** The view in place of the unit: a map with `layer`, or with `mark`, and `encoding` where it has a mark. NULL with
     * a located error. */
    const RkValue *(*expand)(const RkUnitSource *source, GError **error);
} RkComposite;

/** All of them in the order of plot/composites/meson.build, NULL-ended. */
const RkComposite *const *rk_composites(void);
/** The composite mark of that name; NULL when there is none. */
const RkComposite *rk_composite_find(const char *name);

G_END_DECLS

#endif
