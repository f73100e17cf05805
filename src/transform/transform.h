/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Table verbs: a table and options in, a new table out. One file per verb in this folder, listed in
 * transform/meson.build. A verb never reads a file: data that it joins come through the context.
 */
#ifndef RK_TRANSFORM_TRANSFORM_H
#define RK_TRANSFORM_TRANSFORM_H

#include "base/diagnostics.h"
#include "base/shape.h"
#include "table/table.h"
#include "transform/expression.h"

G_BEGIN_DECLS

typedef struct {
    /** Finds the table behind a `data` map (lookup's `from.data`); a new reference, or NULL with an error. May be NULL.
     */
    RkTable *(*resolve_data)(gpointer user, const RkValue *data, GError **error);
    /** Gives a parameter a list of numbers, for what comes later. May be NULL. */
    void (*define)(gpointer user, const char *name, const double *numbers, guint count);
    gpointer user;
    const RkScope *scope;       /**< facts and parameters; may be NULL */
    RkDiagnostics *diagnostics; /**< may be NULL */
    gboolean like_vega;         /**< numbers that are not finite stay, and what is missing sorts as the least */
} RkTransformContext;

/** A verb. One static instance in its own file. */
typedef struct {
    const char *name;     /**< the key that selects it in a figure file: "filter" */
    const char *summary;  /**< one line of help */
    const RkShape *shape; /**< of the whole map */
    RkTable *(*apply)(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error);
} RkTransform;

/** All verbs in the order of transform/meson.build, NULL-ended. */
RK_API const RkTransform *const *rk_transforms(void);
/** The verb that a transform map selects by its keys, or NULL with an error that names the nearest. */
RK_API const RkTransform *rk_transform_of(const RkValue *options, GError **error);
/** A property chooser for shapes: the shape of a transform map. */
RK_API const RkShape *rk_transform_shape(const RkValue *options, GError **error);

/** Applies the transform of a map that is known to have the verb's shape. Fields that are not there are errors, or
 * missing where the context is like Vega. NULL with an error, which may be without a place. */
RK_API RkTable *rk_transform_run(const RkValue *options, const RkTable *input, const RkTransformContext *context,
                                 GError **error);
/** Applies a list of transforms in order. `list` may be NULL: then a new reference to `input`. Errors name the step's
 * place. */
RK_API RkTable *rk_transform_apply_list(const RkValue *list, const RkTable *input, const RkTransformContext *context,
                                        GError **error);
/** The same without the first `done` steps. */
RK_API RkTable *rk_transform_apply_rest(const RkValue *list, guint done, const RkTable *input,
                                        const RkTransformContext *context, GError **error);

/** The steps that come next behind data. Whoever gets the data may do the first of them on the way. */
typedef struct {
    const RkValue *list;  /**< NULL: none, or not known */
    const RkScope *scope; /**< may be NULL */
    guint done;           /**< filled in: how many were done */
} RkNextSteps;

G_END_DECLS

#endif
