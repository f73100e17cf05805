/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What composites share: maps being written, the quantity that they sum up and the fields that part it, and their
 * parts.
 */
#ifndef RK_PLOT_COMPOSITES_PRIVATE_H
#define RK_PLOT_COMPOSITES_PRIVATE_H

#include "plot/composite.h"

G_BEGIN_DECLS

/* maps.c: writing maps. Everything belongs to the document and stands at the unit's place. */
RkValue *rk_map_new(const RkUnitSource *source);
RkValue *rk_map_list(const RkUnitSource *source);
void rk_map_put(const RkUnitSource *source, RkValue *map, const char *key, const RkValue *value);
void rk_map_put_text(const RkUnitSource *source, RkValue *map, const char *key, const char *text);
void rk_map_put_number(const RkUnitSource *source, RkValue *map, const char *key, double number);
void rk_map_put_flag(const RkUnitSource *source, RkValue *map, const char *key, gboolean flag);
/** Takes all entries of `from` over; nothing when it is no map. */
void rk_map_put_all(const RkUnitSource *source, RkValue *map, const RkValue *from);
/** A copy without some keys. */
RkValue *rk_map_without(const RkUnitSource *source, const RkValue *map, const char *const *keys);
void rk_list_add_text(const RkUnitSource *source, RkValue *list, const char *text);
/** Whether a value is there and neither null nor false. */
gboolean rk_is_wanted(const RkValue *value);
/** A property of the mark: its own, else of the configuration's block of the mark. */
const RkValue *rk_source_property(const RkUnitSource *source, const char *key);
gboolean rk_definition_is_continuous(const RkValue *definition);
gboolean rk_definition_is_shown(const RkValue *definition);

/** A composite being written out. */
typedef struct {
    const RkUnitSource *source;
    const char *name;        /**< of the mark */
    gboolean horizontal;     /**< the quantity runs along x */
    const char *axis;        /**< "x" or "y": its channel */
    const char *second;      /**< "x2" or "y2" */
    const RkValue *quantity; /**< its definition, without an aggregate */
    const char *field;       /**< of it */
    const char *alias;       /**< the field as a part of column names */
    RkValue *shared;         /**< the other channels, with the names of what was made of their fields */
    RkValue *transforms;     /**< bins and units of time that they ask for */
    RkValue *statistics;     /**< aggregates that they ask for */
    RkValue *groups;         /**< fields to group by */
} RkComposing;

/* groups.c */
/** Reads the unit: which channel holds the quantity, and what parts it. `dropped` are channels that are not shared. */
gboolean rk_composing_begin(RkComposing *composing, const RkUnitSource *source, gboolean horizontal,
                            const char *const *dropped, GError **error);
/** Which way the quantity runs, by the mark and the types. FALSE when no channel is a quantity. */
gboolean rk_composite_way(const RkUnitSource *source, gboolean *horizontal, GError **error);
/** Adds {op, field, as: prefix_field}. */
void rk_composing_operation(RkComposing *composing, RkValue *list, const char *op, const char *field,
                            const char *prefix);
/** `datum["prefix_field"]`; free with g_free(). */
char *rk_composing_datum(const RkComposing *composing, const char *prefix);
/** {aggregate: list, groupby: groups} */
RkValue *rk_composing_aggregate(RkComposing *composing, const RkValue *list, const char *verb);
void rk_composing_calculate(RkComposing *composing, RkValue *transforms, const char *expression, const char *prefix);
void rk_composing_filter(RkComposing *composing, RkValue *transforms, const char *expression);

/* parts.c */
typedef struct {
    const char *name;  /**< "box" */
    RkValue *mark;     /**< the plain mark with what the composite decides */
    const char *start; /**< prefix of the column of its first end */
    const char *end;   /**< of its second; NULL: none */
    const RkValue *shared;
    const RkValue *tooltip; /**< may be NULL */
} RkPart;

/** Appends the layer of a part, unless the figure does without it. */
void rk_part_add(RkComposing *composing, RkValue *layers, const RkPart *part);
/** The same with an encoding of its own. NULL when the figure does without it. */
RkValue *rk_part_layer(RkComposing *composing, const char *name, const RkValue *mark, const RkValue *encoding);
RkValue *rk_part_mark(RkComposing *composing, const char *type);
/** A definition of the quantity over another column. */
RkValue *rk_part_quantity(RkComposing *composing, const char *prefix);
/** A tooltip of statistics: pairs of prefix and title, NULL-ended, then the fields that part them. */
RkValue *rk_part_tooltip(RkComposing *composing, const char *const (*rows)[2], gboolean with_field);

/* interval.c: what error bars and error bands have in common. */
typedef struct {
    RkComposing composing;
    RkValue *transforms; /**< of the whole */
    RkValue *tooltip;
} RkInterval;
gboolean rk_interval_read(RkInterval *interval, const RkUnitSource *source, GError **error);

G_END_DECLS

#endif
