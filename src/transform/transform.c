/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses the verb of a transform map by its keys and applies lists of them. It knows no verb by name, only the
 * registry.
 */
#include "transform/transform.h"

#include <string.h>

#include "transform/absent.h"
#include "transform/expression-private.h"
#include "transform/textual.h"

static const char **verb_names(void)
{
    GPtrArray *names = g_ptr_array_new();
    for (const RkTransform *const *verb = rk_transforms(); *verb != NULL; verb++)
        g_ptr_array_add(names, (gpointer)(*verb)->name);
    g_ptr_array_add(names, NULL);
    return (const char **)g_ptr_array_free(names, FALSE);
}

static const RkTransform *no_verb(const RkValue *options, GError **error)
{
    g_autofree const char **names = verb_names();
    for (guint i = 0; i < rk_value_length(options); i++) {
        const char *key = rk_value_key_at(options, i);
        RkPlace place = rk_value_key_place_at(options, i);
        g_autofree char *near = rk_hint_nearest(key, names, NULL);
        if (near != NULL) {
            rk_error_set(error, RK_ERROR_SPEC, place, near, "unknown transform \"%s\"", key);
            return NULL;
        }
    }
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(options), "rodiklis list transforms names them all",
                 "a transform without a known verb");
    return NULL;
}

const RkTransform *rk_transform_of(const RkValue *options, GError **error)
{
    if (!rk_value_is(options, RK_VALUE_MAP)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(options), NULL, "a transform is a map, not %s",
                     rk_value_kind_name(options));
        return NULL;
    }
    for (const RkTransform *const *verb = rk_transforms(); *verb != NULL; verb++)
        if (rk_value_has(options, (*verb)->name))
            return *verb;
    return no_verb(options, error);
}

const RkShape *rk_transform_shape(const RkValue *options, GError **error)
{
    const RkTransform *verb = rk_transform_of(options, error);
    return verb == NULL ? NULL : verb->shape;
}

RkTable *rk_transform_run(const RkValue *options, const RkTable *input, const RkTransformContext *context,
                          GError **error)
{
    static const RkTransformContext nothing = {NULL};
    const RkTransformContext *known = context != NULL ? context : &nothing;
    const RkTransform *verb = rk_transform_of(options, error);
    g_autoptr(RkTable) table = rk_table_ref(input);
    g_auto(RkTextual) textual = {NULL};
    for (GError *problem = NULL; verb != NULL;) {
        RkTable *output = verb->apply(options, table, known, &problem);
        if (output != NULL)
            return rk_textual_restore(&textual, output);
        if (rk_absent_admit(known, &table, &problem) || rk_textual_admit(&textual, known, &table, &problem))
            continue;
        g_propagate_error(error, problem);
        break;
    }
    return NULL;
}

static RkTable *apply_step(const RkValue *step, const RkTable *input, const RkTransformContext *context, GError **error)
{
    GError *local = NULL;
    const RkTransform *verb = rk_transform_of(step, error);
    if (verb == NULL || !rk_shape_check(step, verb->shape, error))
        return NULL;
    RkTable *output = rk_transform_run(step, input, context, &local);
    if (output == NULL) {
        rk_error_locate(local, rk_value_place(step));
        g_propagate_error(error, local);
    }
    return output;
}

RkTable *rk_transform_apply_list(const RkValue *list, const RkTable *input, const RkTransformContext *context,
                                 GError **error)
{
    return rk_transform_apply_rest(list, 0, input, context, error);
}

RkTable *rk_transform_apply_rest(const RkValue *list, guint done, const RkTable *input,
                                 const RkTransformContext *context, GError **error)
{
    g_autoptr(RkTable) table = rk_table_ref(input);
    for (guint i = done; i < rk_value_length(list); i++) {
        RkTable *next = apply_step(rk_value_at(list, i), table, context, error);
        if (next == NULL)
            return NULL;
        rk_table_unref(table);
        table = next;
    }
    return g_steal_pointer(&table);
}
