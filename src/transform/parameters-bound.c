/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selections that move scales: at first they set the ends of the domains that they are bound to, and marks are cut at
 * the frame, so that nothing is seen beyond those ends.
 */
#include "transform/parameters-private.h"

#include "base/limits.h"

static const char *const channels[] = {"x", "y"};

static gboolean is_bound_to_scales(const RkParameter *parameter)
{
    return rk_parameter_is_selection(parameter) &&
           rk_value_is_text(rk_value_get(parameter->definition, "bind"), "scales");
}

static gboolean names(const RkValue *encodings, const char *channel)
{
    for (guint i = 0; i < rk_value_length(encodings); i++) {
        if (rk_value_is_text(rk_value_at(encodings, i), channel))
            return TRUE;
    }
    return encodings == NULL;
}

static gboolean is_map(const RkValue *value)
{
    return rk_value_is(value, RK_VALUE_MAP);
}

/** Sets the ends of a channel below a view where it is written. */
static void set_ends(RkDocument *document, const RkValue *view, const char *channel, const RkValue *ends, guint depth)
{
    RkValue *definition = (RkValue *)rk_value_get(rk_value_get(view, "encoding"), channel);
    const RkValue *layers = rk_value_get(view, "layer"), *scale = rk_value_get(definition, "scale");
    if (is_map(definition) && (scale == NULL || is_map(scale))) {
        RkPlace place = rk_value_place(ends);
        RkValue *own = scale != NULL ? (RkValue *)scale : rk_document_map(document, place);
        rk_value_put(document, own, "domainRaw", place, ends);
        rk_value_put(document, definition, "scale", place, own);
        return;
    }
    for (guint i = 0; depth < RK_LIMIT_VIEW_DEPTH && i < rk_value_length(layers); i++)
        set_ends(document, rk_value_at(layers, i), channel, ends, depth + 1);
}

static gboolean has_moving_domain(const RkValue *view, const GPtrArray *parameters, guint depth)
{
    const RkValue *layers = rk_value_get(view, "layer");
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const RkValue *definition = rk_value_get(rk_value_get(view, "encoding"), channels[i]);
        const RkValue *domain = rk_value_get(rk_value_get(definition, "scale"), "domain");
        const char *name = is_map(domain) ? rk_value_text_or(rk_value_get(domain, "param"), NULL) : NULL;
        const RkParameter *parameter = name == NULL ? NULL : rk_parameters_find(parameters, name);
        if (parameter != NULL && rk_parameter_is_selection(parameter))
            return TRUE;
    }
    for (guint i = 0; depth < RK_LIMIT_VIEW_DEPTH && i < rk_value_length(layers); i++) {
        if (has_moving_domain(rk_value_at(layers, i), parameters, depth + 1))
            return TRUE;
    }
    return FALSE;
}

static void cut_marks(RkDocument *document, RkValue *view, guint depth)
{
    const RkValue *mark = rk_value_get(view, "mark"), *layers = rk_value_get(view, "layer");
    RkPlace place = rk_value_place(mark);
    if (rk_value_is(mark, RK_VALUE_TEXT)) {
        RkValue *map = rk_document_map(document, place);
        rk_value_put(document, map, "type", place, mark);
        rk_value_put(document, view, "mark", place, map);
        mark = map;
    }
    if (is_map(mark) && !rk_value_has(mark, "clip"))
        rk_value_put(document, (RkValue *)mark, "clip", place, rk_document_boolean(document, place, TRUE));
    for (guint i = 0; depth < RK_LIMIT_VIEW_DEPTH && i < rk_value_length(layers); i++)
        cut_marks(document, (RkValue *)rk_value_at(layers, i), depth + 1);
}

void rk_parameters_bind(RkValue *root, const GPtrArray *parameters, RkDocument *document)
{
    gboolean moving = has_moving_domain(root, parameters, 0);
    for (guint i = 0; i < parameters->len; i++) {
        const RkParameter *parameter = parameters->pdata[i];
        if (!is_bound_to_scales(parameter))
            continue;
        const RkValue *value = rk_value_get(parameter->definition, "value");
        const RkValue *encodings = rk_value_get(rk_selection_words(parameter, root), "encodings");
        moving = TRUE;
        for (guint k = 0; k < G_N_ELEMENTS(channels); k++) {
            const RkValue *ends = names(encodings, channels[k]) ? rk_value_get(value, channels[k]) : NULL;
            if (ends != NULL)
                set_ends(document, parameter->view, channels[k], ends, 0);
        }
    }
    if (moving)
        cut_marks(document, root, 0);
}
