/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layers of a composite. A part has what the theme says of it, then what the composite decides, then what the
 * figure says of it; a part that is false or null is left out.
 */
#include "plot/composites/composites-private.h"

static const RkValue *title_of(const RkComposing *composing)
{
    const RkValue *own = rk_value_get(composing->quantity, "title");
    return own != NULL ? own : rk_value_get(composing->quantity, "field");
}

RkValue *rk_part_mark(RkComposing *composing, const char *type)
{
    RkValue *mark = rk_map_new(composing->source);
    rk_map_put_text(composing->source, mark, "type", type);
    return mark;
}

RkValue *rk_part_quantity(RkComposing *composing, const char *prefix)
{
    static const char *const kept[] = {"type", "scale", "axis"};
    const RkUnitSource *source = composing->source;
    g_autofree char *column = g_strconcat(prefix, composing->alias, NULL);
    RkValue *definition = rk_map_new(source);
    rk_map_put_text(source, definition, "field", column);
    for (guint i = 0; i < G_N_ELEMENTS(kept); i++)
        rk_map_put(source, definition, kept[i], rk_value_get(composing->quantity, kept[i]));
    if (!rk_value_has(definition, "type"))
        rk_map_put_text(source, definition, "type", "quantitative");
    rk_map_put(source, definition, "title", title_of(composing));
    return definition;
}

RkValue *rk_part_layer(RkComposing *composing, const char *name, const RkValue *mark, const RkValue *encoding)
{
    static const char *const common[] = {"clip", "color", "opacity", "flags"};
    const RkUnitSource *source = composing->source;
    const RkValue *own = rk_value_get(source->mark, name);
    const RkValue *general = rk_config_get(source->config, composing->name, name);
    if (!rk_is_wanted(own != NULL ? own : general))
        return NULL;
    g_autofree char *style = g_strdup_printf("%s-%s", composing->name, name);
    RkValue *whole = rk_map_new(source), *layer = rk_map_new(source);
    rk_map_put_all(source, whole, general);
    for (guint i = 0; i < G_N_ELEMENTS(common); i++)
        rk_map_put(source, whole, common[i], rk_value_get(source->mark, common[i]));
    rk_map_put_all(source, whole, mark);
    rk_map_put_text(source, whole, "style", style);
    rk_map_put_all(source, whole, own);
    rk_map_put(source, layer, "mark", whole);
    rk_map_put(source, layer, "encoding", encoding);
    return layer;
}

void rk_part_add(RkComposing *composing, RkValue *layers, const RkPart *part)
{
    const RkUnitSource *source = composing->source;
    RkValue *encoding = rk_map_new(source);
    rk_map_put(source, encoding, composing->axis, rk_part_quantity(composing, part->start));
    if (part->end != NULL) {
        g_autofree char *column = g_strconcat(part->end, composing->alias, NULL);
        RkValue *second = rk_map_new(source);
        rk_map_put_text(source, second, "field", column);
        rk_map_put(source, encoding, composing->second, second);
    }
    rk_map_put_all(source, encoding, part->shared);
    rk_map_put(source, encoding, "tooltip", part->tooltip);
    RkValue *layer = rk_part_layer(composing, part->name, part->mark, encoding);
    if (layer != NULL)
        rk_value_append(layers, layer);
}

static void add_field(RkComposing *composing, RkValue *list, const RkValue *definition)
{
    static const char *const kept[] = {"field", "type", "title", "timeUnit", "bin"};
    const RkUnitSource *source = composing->source;
    if (!rk_value_has(definition, "field"))
        return;
    RkValue *told = rk_map_new(source);
    for (guint i = 0; i < G_N_ELEMENTS(kept); i++)
        rk_map_put(source, told, kept[i], rk_value_get(definition, kept[i]));
    rk_value_append(list, told);
}

RkValue *rk_part_tooltip(RkComposing *composing, const char *const (*rows)[2], gboolean with_field)
{
    const RkUnitSource *source = composing->source;
    const RkValue *own = rk_value_get(composing->shared, "tooltip");
    RkValue *list = rk_map_list(source);
    if (own != NULL) {
        RkValue *copy = rk_map_list(source);
        rk_value_append(copy, own);
        return rk_value_is(own, RK_VALUE_LIST) ? NULL : copy;
    }
    for (guint i = 0; rows[i][0] != NULL; i++) {
        g_autofree char *column = g_strconcat(rows[i][0], composing->alias, NULL);
        g_autofree char *title = with_field ? g_strdup_printf("%s of %s", rows[i][1],
                                                              rk_value_text_or(title_of(composing), composing->field))
                                            : g_strdup(rows[i][1]);
        RkValue *told = rk_map_new(source);
        rk_map_put_text(source, told, "field", column);
        rk_map_put_text(source, told, "type", "quantitative");
        rk_map_put_text(source, told, "title", title);
        rk_value_append(list, told);
    }
    for (guint i = 0; i < rk_value_length(composing->shared); i++)
        add_field(composing, list, rk_value_at(composing->shared, i));
    return list;
}
