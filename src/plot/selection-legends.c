/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selections that are bound to a legend: what they do not begin with is faint in it.
 */
#include "plot/selections.h"

#include <math.h>

#include "plot/guide-value.h"
#include "plot/scale.h"

/** The one field or channel that the selection is about; NULL when it is bound to no legend. */
static const RkValue *projection(const RkValue *definition)
{
    const RkValue *bind = rk_value_get(definition, "bind"), *select = rk_value_get(definition, "select");
    const RkValue *fields = rk_value_get(select, "fields"), *encodings = rk_value_get(select, "encodings");
    if (!rk_value_is_text(bind, "legend") && !rk_value_has(bind, "legend"))
        return NULL;
    return rk_value_length(fields) + rk_value_length(encodings) == 1
               ? rk_value_at(rk_value_length(fields) == 1 ? fields : encodings, 0)
               : NULL;
}

static gboolean is_about(const RkLegend *legend, const RkValue *projected)
{
    for (guint i = 0; projected != NULL && i < legend->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(legend->uses, i);
        const char *field = rk_value_text_or(rk_value_get(use->definition, "field"), NULL);
        if ((field != NULL && rk_value_is_text(projected, field)) ||
            rk_value_is_text(projected, rk_channel_name(use->channel)))
            return TRUE;
    }
    return FALSE;
}

static gboolean holds(const RkLegend *legend, const RkLegendEntry *entry, const RkValue *value)
{
    if (rk_value_is(value, RK_VALUE_LIST)) {
        for (guint i = 0; i < rk_value_length(value); i++) {
            if (holds(legend, entry, rk_value_at(value, i)))
                return TRUE;
        }
        return FALSE;
    }
    /* By field or channel: there is one only. */
    if (rk_value_is(value, RK_VALUE_MAP) && !rk_value_has(value, "year"))
        return rk_value_length(value) == 1 && holds(legend, entry, rk_value_get(value, rk_value_key_at(value, 0)));
    if (legend->scale->type->discrete)
        return rk_guide_category(legend->scale, value) == entry->category;
    double number;
    return rk_guide_value(legend->scale, value, &number, NULL) && number == entry->value;
}

double rk_legend_selected_opacity(const RkLegend *legend, const RkLegendEntry *entry)
{
    gboolean any = FALSE, selected = FALSE;
    for (const RkView *view = legend->unit->view; view != NULL; view = view->parent) {
        const RkValue *parameters = rk_value_get(view->node, "params");
        for (guint i = 0; i < rk_value_length(parameters); i++) {
            const RkValue *definition = rk_value_at(parameters, i), *value = rk_value_get(definition, "value");
            if (!is_about(legend, projection(definition)))
                continue;
            gboolean empty = value == NULL || rk_value_is(value, RK_VALUE_NULL) ||
                             (rk_value_is(value, RK_VALUE_LIST) && rk_value_length(value) == 0);
            any = TRUE;
            selected = selected || empty || holds(legend, entry, value);
        }
    }
    if (!any || !legend->panel->plotting->vega_lite)
        return NAN;
    double faint =
        rk_value_number_or(rk_config_get(legend->panel->plotting->config, "legend", "unselectedOpacity"), 0.35);
    return selected ? 1 : CLAMP(faint, 0, 1);
}
