/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what a unit stands for. Most units stand for themselves.
 */
#include "plot/composite.h"

#include "plot/plot.h"

const RkComposite *rk_composite_find(const char *name)
{
    for (const RkComposite *const *composite = rk_composites(); *composite != NULL; composite++) {
        if ((*composite)->name != NULL && g_strcmp0((*composite)->name, name) == 0)
            return *composite;
    }
    return NULL;
}

gboolean rk_unit_expand(const RkUnitSource *source, const RkValue **expanded, GError **error)
{
    const RkComposite *found = rk_composite_find(rk_value_text_or(rk_value_get(source->mark, "type"), NULL));
    for (const RkComposite *const *rule = rk_composites(); found == NULL && *rule != NULL; rule++) {
        if ((*rule)->name == NULL && (*rule)->applies(source))
            found = *rule;
    }
    *expanded = NULL;
    if (found == NULL)
        return TRUE;
    *expanded = found->expand(source, error);
    return *expanded != NULL;
}
