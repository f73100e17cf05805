/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for asking data: `data`, `datasets`, `transform` and `facts`, with the shapes of other rooms in their
 * places. Figure files have them, and every other kind of file that asks data the same way.
 */
#ifndef RK_SPEC_QUERY_SHAPE_H
#define RK_SPEC_QUERY_SHAPE_H

#include "spec/figure.h"

G_BEGIN_DECLS

/** A shape whose rows are filled in at run time. It must not move. */
typedef struct {
    RkProperty rows[5];
    const RkShape *includes[3];
    RkProperty any;
    RkShape shape;
} RkLateShape;

/** `name` as messages call it; `first` and `second` (may be NULL) are shapes whose keys are allowed too. */
void rk_late_shape_init(RkLateShape *late, const char *name, const RkShape *first, const RkShape *second);

typedef struct {
    RkLateShape data, dataset, datasets, fact, facts;
} RkQueryShape;

/** Fills in the shapes; the chooser functions of `vocabulary` may be NULL. */
void rk_query_shape_init(RkQueryShape *shape, const RkVocabulary *vocabulary);
/** The rows `data` (of the allowed kinds), `transform`, `datasets` and `facts` of a map. */
RkProperty rk_query_data_row(const RkQueryShape *shape, guint allow);
RkProperty rk_query_transform_row(const RkVocabulary *vocabulary);
RkProperty rk_query_datasets_row(const RkQueryShape *shape);
RkProperty rk_query_facts_row(const RkQueryShape *shape);

G_END_DECLS

#endif
