/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files about parameters share.
 */
#ifndef RK_TRANSFORM_PARAMETERS_PRIVATE_H
#define RK_TRANSFORM_PARAMETERS_PRIVATE_H

#include "transform/expression-private.h"
#include "transform/parameters.h"

/** A parameter and the view that it was written in. */
typedef struct {
    const RkValue *definition;
    const RkValue *view;   /**< the node with `params` */
    const RkValue *parent; /**< the node above it, with an encoding to inherit; NULL at the top */
} RkParameter;

/** All parameters of a figure by name, as RkParameter. Free with g_hash_table_unref(). FALSE with a located error when
 * one has no name or a name stands twice. */
gboolean rk_parameters_collect(const RkValue *root, GPtrArray *parameters, GError **error);
const RkParameter *rk_parameters_find(const GPtrArray *parameters, const char *name);
gboolean rk_parameter_is_selection(const RkParameter *parameter);
/** The predicate that a selection begins with: a map, or the text "true" or "false" when it is empty. */
const RkValue *rk_selection_predicate(const RkParameter *parameter, const RkValue *root, gboolean when_empty,
                                      RkDocument *document, RkPlace place);
/** The first values of a selection for a field or channel (NULL: the first there is); NULL when it is empty. */
const RkValue *rk_selection_extent(const RkParameter *parameter, const RkValue *root, const char *field,
                                   const char *channel);
gboolean rk_selection_is_interval(const RkParameter *parameter);
/** The field behind a channel where a selection looks; NULL when there is none. */
const char *rk_selection_field(const RkParameter *parameter, const RkValue *root, const char *channel);
/** FALSE with an error where a selection begins with values of fields or channels that it does not look at. */
gboolean rk_selection_check_values(const RkParameter *parameter, const RkValue *root, GError **error);
/** FALSE with an error where an extent names a parameter that is not there, or says what has no effect. */
gboolean rk_selection_check_extent(const RkValue *extent, const GPtrArray *parameters, const RkValue *root,
                                   GError **error);
/** The map with the fields or encodings of a selection: its own, or that of config; NULL when neither names any. */
const RkValue *rk_selection_words(const RkParameter *parameter, const RkValue *root);
/** Sets domains and cuts marks as the selections that are bound to scales begin. */
void rk_parameters_bind(RkValue *root, const GPtrArray *parameters, RkDocument *document);
/** Names the width and height of the figure in `scope`: those that are not known (NaN) as late. */
/** Of definitions that cannot be worked out, one that asks for none of the others; NULL with an error for a circle. */
const RkValue *rk_parameters_blame(const GPtrArray *waiting, GError **error);
void rk_parameters_define_sizes(const double sizes[2], RkScope *scope);
/** Whether what stands under a key, in a map under the key `owner`, holds no expression. Either may be NULL. */
gboolean rk_parameters_pass_over(const char *owner, const char *key);
/** A scalar as a value of its own in `document`. Times are written as periods. */
const RkValue *rk_scalar_to_value(RkDocument *document, RkPlace place, RkScalar scalar);

#endif
