/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What marks say: the texts of text channels, and the labels that a screen reader speaks for each item.
 */
#include "plot/flags.h"
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>

#include "base/format.h"

static char *number_text(RkUnit *unit, const RkUse *use, double value)
{
    const char *specifier = rk_value_text_or(rk_value_get(use->definition, "format"), NULL);
    if (specifier == NULL)
        specifier = rk_value_text_or(rk_value_get(rk_value_get(use->definition, "axis"), "format"), NULL);
    if (specifier == NULL && use->channel == (unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y))
        specifier = rk_value_text_or(rk_value_get(rk_value_get(unit->mark_map, "label"), "format"), NULL);
    if (specifier == NULL)
        specifier = rk_value_text_or(rk_config_get(unit->plotting->config, NULL, "numberFormat"), "");
    return rk_format_number(specifier, value, unit->plotting->locale, NULL);
}

static char *time_text(RkUnit *unit, const RkUse *use, const RkColumn *column, gsize row)
{
    const char *pattern = rk_value_text_or(rk_value_get(use->definition, "format"), NULL);
    if (pattern == NULL)
        return rk_column_write(column, row);
    return rk_format_time(pattern, rk_column_numbers(column)[row], unit->plotting->locale);
}

static char *cell_text(RkUnit *unit, const RkUse *use, const RkColumn *column, gsize row)
{
    if (rk_column_is_missing(column, row))
        return NULL;
    if (rk_column_type(column) == RK_COLUMN_NUMBER && use->measure != RK_TEMPORAL)
        return number_text(unit, use, rk_column_numbers(column)[row]);
    if (rk_column_type(column) == RK_COLUMN_TIME)
        return time_text(unit, use, column, row);
    return rk_column_write(column, row);
}

const char *rk_use_text(RkUnit *unit, const RkUse *use, gsize row)
{
    for (guint i = 0; i < use->condition_count; i++) {
        if (use->conditions[i].truth[row])
            return rk_use_text(unit, use->conditions[i].use, row);
    }
    g_autofree char *text = NULL;
    if (use->column != NULL) {
        text = cell_text(unit, use, use->column, row);
    } else if (rk_value_is(use->value, RK_VALUE_LIST)) {
        g_autoptr(GString) lines = g_string_new(NULL);
        for (guint i = 0; i < rk_value_length(use->value); i++)
            g_string_append_printf(lines, "%s%s", i > 0 ? "\n" : "", rk_value_text_or(rk_value_at(use->value, i), ""));
        text = g_string_free(g_steal_pointer(&lines), FALSE);
    } else {
        const RkValue *value = use->value != NULL ? use->value : use->datum;
        if (rk_value_is(value, RK_VALUE_TEXT))
            return rk_plotting_interpolate(unit->plotting, value, NULL);
        text = rk_value_is(value, RK_VALUE_NUMBER) ? number_text(unit, use, rk_value_number_or(value, 0))
                                                   : rk_scalar_write(rk_scalar_from_value(value));
    }
    return text == NULL ? NULL : g_string_chunk_insert_const(unit->plotting->strings, text);
}

/** The column that a reader knows: the value itself where stacking has put its ends. */
static const RkColumn *told_column(const RkUnit *unit, const RkUse *use)
{
    gboolean length = use->channel == (unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y);
    return unit->stacked && length ? rk_table_find(unit->table, unit->stack_field) : use->column;
}

static gboolean told(const RkUnit *unit, guint channel)
{
    const RkUse *use = unit->uses[channel];
    if (use == NULL || use->column == NULL || use->computed || use->bin_end || channel == RK_CHANNEL_ORDER ||
        channel == RK_CHANNEL_HREF)
        return FALSE;
    if ((channel == RK_CHANNEL_X2 || channel == RK_CHANNEL_Y2) && unit->stacked)
        return FALSE;
    for (guint earlier = 0; earlier < channel; earlier++) {
        const RkUse *other = unit->uses[earlier];
        if (other != NULL && other->column == use->column)
            return FALSE;
    }
    return TRUE;
}

const char *rk_unit_label(RkUnit *unit, gsize row)
{
    const RkUse *description = unit->uses[RK_CHANNEL_DESCRIPTION];
    if (description != NULL)
        return rk_use_text(unit, description, row);
    g_autoptr(GString) label = g_string_new(NULL);
    for (guint channel = 0; channel < RK_CHANNELS; channel++) {
        if (!told(unit, channel))
            continue;
        const RkUse *use = unit->uses[channel];
        const RkColumn *column = told_column(unit, use);
        g_autofree char *text = cell_text(unit, use, column, row);
        const RkUse *end = channel <= RK_CHANNEL_Y ? unit->uses[channel + RK_CHANNEL_X2] : NULL;
        if (end != NULL && end->bin_end && text != NULL) {
            g_autofree char *start = g_steal_pointer(&text), *last = cell_text(unit, end, end->column, row);
            text = g_strdup_printf("%s – %s", start, last);
        }
        const char *title = use->title != NULL ? use->title : rk_column_name(column);
        g_string_append_printf(label, "%s%s: %s", label->len > 0 ? "; " : "", title, text != NULL ? text : "null");
    }
    const char *flags = unit->mark->series ? NULL : rk_unit_flag_spoken(unit, row);
    if (flags != NULL)
        g_string_append_printf(label, "%s%s", label->len > 0 ? "; " : "", flags);
    return rk_scene_text(unit->plotting->scene, label->str);
}

RkNode *rk_unit_container(RkUnit *unit, RkNode *parent, const char *kind)
{
    RkScene *scene = unit->plotting->scene;
    g_autofree char *class_name = g_strdup_printf("mark-%s role-mark marks", kind);
    g_autofree char *description = g_strdup_printf("%s mark container", kind);
    RkNode *group = rk_scene_add_group(scene, parent, class_name, 0, 0);
    group->meaning.role = "graphics-object";
    group->meaning.role_description = rk_scene_text(scene, description);
    const RkValue *aria = rk_unit_property(unit, "aria");
    group->meaning.hidden = aria != NULL && !rk_value_boolean_or(aria, TRUE);
    return group;
}

void rk_unit_mean(RkUnit *unit, RkNode *node, gsize row, const char *description)
{
    node->meaning.role = "graphics-symbol";
    node->meaning.role_description = description;
    node->meaning.label = rk_unit_label(unit, row);
    node->meaning.href = rk_scene_text(unit->plotting->scene, rk_unit_visual_text(unit, RK_CHANNEL_HREF, row, NULL));
}
