/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The domain of a scale: all values of the channels that share it, or what the figure declares. Missing values have no
 * part in it; a domain of nothing is a warning, never a crash.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>

void rk_scale_warn_of_nothing(RkScale *scale)
{
    const RkUnit *unit = g_ptr_array_index(scale->units, 0);
    const RkUse *use = g_ptr_array_index(scale->uses, 0);
    const char *hint = rk_table_rows(unit->table) == 0 ? "the view has no rows: look at its data and filters"
                                                       : "all values are missing: look at the column and the filters";
    rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(use->definition), hint,
                       "channel %s has no value to draw", rk_channel_name(scale->channel));
}

static const RkValue *params_value(const RkView *view, const char *name)
{
    const RkValue *params = rk_value_get(view->node, "params");
    for (guint i = 0; i < rk_value_length(params); i++) {
        const RkValue *param = rk_value_at(params, i);
        if (rk_value_is_text(rk_value_get(param, "name"), name))
            return rk_value_get(param, "value");
    }
    const RkValue *found = NULL;
    for (const RkView *const *child = view->children; found == NULL && child != NULL && *child != NULL; child++)
        found = params_value(*child, name);
    return found;
}

/** What a selection begins with on this channel: {x: [low, high]}; NULL while it selects nothing. */
static const RkValue *selected(const RkScale *scale, const RkValue *domain)
{
    const char *name = rk_value_text_or(rk_value_get(domain, "param"), NULL);
    if (name == NULL)
        return NULL;
    const RkValue *value = params_value(scale->panel->view, name);
    const char *channel = rk_value_text_or(rk_value_get(domain, "encoding"), rk_channel_name(scale->channel));
    const RkValue *list = rk_value_get(value, channel);
    const char *field = rk_value_text_or(rk_value_get(domain, "field"), NULL);
    if (list == NULL && field != NULL)
        list = rk_value_get(value, field);
    return rk_value_is(list, RK_VALUE_LIST) ? list : NULL;
}

gboolean rk_scale_domain_is_raw(const RkScale *scale)
{
    return rk_scale_property(scale, "domainRaw") != NULL || selected(scale, rk_scale_property(scale, "domain")) != NULL;
}

gboolean rk_use_unites(const RkUse *use)
{
    return rk_value_has(rk_value_get(rk_value_get(use->definition, "scale"), "domain"), "unionWith");
}

/** Adds what one more use lists; FALSE with a located error. */
static gboolean add_declared(RkScale *scale, const RkUse *use, GPtrArray *lists, GError **error)
{
    const RkValue *domain = rk_value_get(rk_value_get(use->definition, "scale"), "domain");
    const RkValue *more = rk_value_get(domain, "unionWith");
    GError *failure = NULL;
    const RkValue *list = rk_scale_list(scale, more != NULL ? more : domain, &failure);
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    if (rk_value_length(list) > 0 && !g_ptr_array_find(lists, list, NULL))
        g_ptr_array_add(lists, (gpointer)list);
    return TRUE;
}

GPtrArray *rk_scale_declared_domains(RkScale *scale, gboolean *united, GError **error)
{
    g_autoptr(GPtrArray) lists = g_ptr_array_new();
    const RkValue *raw = rk_scale_property(scale, "domainRaw"), *domain = rk_scale_property(scale, "domain");
    const RkValue *first = raw != NULL ? NULL : selected(scale, domain);
    GError *failure = NULL;
    *united = FALSE;
    if (raw != NULL)
        first = rk_scale_list(scale, raw, &failure);
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return NULL;
    }
    if (first != NULL)
        g_ptr_array_add(lists, (gpointer)first);
    for (guint i = 0; domain != NULL && raw == NULL && first == NULL && i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        *united = *united || rk_use_unites(use);
        if (!add_declared(scale, use, lists, error))
            return NULL;
    }
    return g_steal_pointer(&lists);
}

gboolean rk_scale_collect_domain(RkScale *scale, GError **error)
{
    return scale->type->discrete ? rk_scale_discrete_domain(scale, error) : rk_scale_continuous_domain(scale, error);
}
