/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What marks say to those who do not see them: the label of each item ("Country: Lithuania; Share: 68.8"), in the words
 * and the order of Vega-Lite, and the roles of marks and their containers.
 */
#include "plot/flags.h"
#include "plot/mark.h"
#include "plot/scale.h"
#include "plot/wording.h"

#include <math.h>
#include <string.h>

#include "base/format.h"
#include "transform/lines.h"

typedef struct {
    RkUnit *unit;
    gsize row;
    GString *label;
    GHashTable *said; /**< titles: each is said once */
} Telling;

/** The channels in the order in which the grammar tells them. */
static const RkChannel told_order[] = {
    RK_CHANNEL_X,
    RK_CHANNEL_Y,
    RK_CHANNEL_X2,
    RK_CHANNEL_Y2,
    RK_CHANNEL_THETA,
    RK_CHANNEL_THETA2,
    RK_CHANNEL_RADIUS,
    RK_CHANNEL_RADIUS2,
    RK_CHANNEL_X_OFFSET,
    RK_CHANNEL_Y_OFFSET,
    RK_CHANNEL_COLOR,
    RK_CHANNEL_FILL,
    RK_CHANNEL_STROKE,
    RK_CHANNEL_OPACITY,
    RK_CHANNEL_FILL_OPACITY,
    RK_CHANNEL_STROKE_OPACITY,
    RK_CHANNEL_STROKE_WIDTH,
    RK_CHANNEL_STROKE_DASH,
    RK_CHANNEL_SIZE,
    RK_CHANNEL_ANGLE,
    RK_CHANNEL_SHAPE,
    RK_CHANNEL_ORDER,
    RK_CHANNEL_TEXT,
    RK_CHANNEL_DETAIL,
    RK_CHANNEL_KEY,
    RK_CHANNEL_TOOLTIP,
    RK_CHANNEL_HREF,
    RK_CHANNEL_DESCRIPTION,
};

/** Of a stack, the value itself or its part of the whole, where stacking has put its ends. */
static char *stacked_text(const Telling *telling, const RkUse *use)
{
    RkUnit *unit = telling->unit;
    if (!unit->normalized) {
        const RkColumn *column = rk_table_find(unit->table, unit->stack_field);
        return rk_use_cell_text(unit, use, column, telling->row);
    }
    const RkUse *start = unit->uses[rk_channel_second(use->channel)];
    double part = rk_column_numbers(use->column)[telling->row] - rk_column_numbers(start->column)[telling->row];
    const char *specifier = rk_value_text_or(rk_value_get(rk_value_get(use->definition, "axis"), "format"), NULL);
    if (specifier == NULL)
        specifier = rk_value_text_or(rk_config_get(unit->plotting->config, NULL, "normalizedNumberFormat"), ".0%");
    return rk_format_number(specifier, part, unit->plotting->locale, NULL);
}

/** Data that come in bins name the ends in two channels, which are told as one. */
static const RkUse *other_end_of_bin(const RkUnit *unit, const RkUse *use)
{
    const RkValue *bin = rk_value_get(use->definition, "bin");
    gboolean binned = rk_value_is_text(bin, "binned") || rk_value_boolean_or(rk_value_get(bin, "binned"), FALSE);
    const RkUse *end = binned && use->channel <= RK_CHANNEL_Y ? unit->uses[rk_channel_second(use->channel)] : NULL;
    return end != NULL && end->column != NULL ? end : NULL;
}

/** The column of the ends of bins that a channel makes of its field; NULL when it makes none. */
static const RkColumn *end_of_own_bin(const RkUnit *unit, const RkUse *use)
{
    const RkValue *bin = rk_value_get(use->definition, "bin");
    if (!unit->plotting->vega_lite || !(rk_value_is(bin, RK_VALUE_MAP) || rk_value_boolean_or(bin, FALSE)))
        return NULL;
    g_autofree char *name = g_strconcat(rk_column_name(use->column), "_end", NULL);
    return rk_table_find(unit->table, name);
}

/** What was put into bins that are categories: the grammar tells the value itself as long as it is there. */
static const RkColumn *within_bins(const RkUnit *unit, const RkUse *use)
{
    gboolean cut = use->measure != RK_QUANTITATIVE && end_of_own_bin(unit, use) != NULL;
    const char *field = rk_value_text_or(rk_value_get(use->definition, "field"), "");
    return cut ? rk_table_find_path(unit->table, field) : NULL;
}

static char *value_text(const Telling *telling, const RkUse *use)
{
    RkUnit *unit = telling->unit;
    gsize row = telling->row;
    if (unit->stacked && use->channel == unit->stack_channel)
        return stacked_text(telling, use);
    const RkColumn *within = within_bins(unit, use);
    if (within != NULL)
        return rk_use_cell_text(unit, use, within, row);
    const RkUse *end = other_end_of_bin(unit, use);
    const RkColumn *last = end != NULL                                           ? end->column
                           : use->measure == RK_QUANTITATIVE && use->end != NULL ? use->end
                                                                                 : end_of_own_bin(unit, use);
    g_autofree char *text = rk_use_cell_text(unit, use, use->column, row);
    if (last == NULL || text == NULL)
        return g_steal_pointer(&text);
    if (use->measure != RK_QUANTITATIVE && end == NULL && rk_column_numbers(last) != NULL)
        return rk_use_bin_name(unit, use, last, row);
    g_autofree char *to = rk_use_cell_text(unit, use, last, row);
    return g_strdup_printf("%s – %s", text, to != NULL ? to : "null");
}

static void tell(Telling *telling, const RkUse *use)
{
    if (use->column == NULL || use->computed)
        return;
    const char *title = use->title != NULL && *use->title != '\0' ? use->title : use->field_title;
    if (title == NULL)
        title = rk_column_name(use->column);
    if (!g_hash_table_add(telling->said, (gpointer)title) || title[0] == '_')
        return;
    g_autofree char *written = value_text(telling, use), *listed = rk_lines_joined(written, " ");
    const char *text = listed != NULL ? listed : written;
    /* An escaped point of a field's name is no part of what is said. */
    g_autofree char *said = strchr(title, '\\') != NULL ? rk_path_plain(title) : g_strdup(title);
    g_string_append_printf(telling->label, "%s%s: %s", telling->label->len > 0 ? "; " : "", said,
                           text != NULL ? text : rk_use_blank_text(use, telling->row));
}

/** A channel of which only a condition names a field is told by that. */
static void tell_channel(Telling *telling, RkChannel channel)
{
    const RkUse *use = telling->unit->uses[channel];
    if (use == NULL || (channel == RK_CHANNEL_ORDER && use->next != NULL))
        return;
    if (use->column == NULL && use->condition_count == 1)
        use = use->conditions[0].use;
    for (; use != NULL; use = use->next)
        tell(telling, use);
}

/** What the angle of an arc says is told where angles are. */
static RkChannel channel_at(const RkUnit *unit, guint index)
{
    gboolean angle = rk_unit_reads_angle_as_theta(unit);
    RkChannel channel = told_order[index];
    if (angle && (channel == RK_CHANNEL_ANGLE || channel == RK_CHANNEL_THETA))
        return channel == RK_CHANNEL_ANGLE ? RK_CHANNEL_THETA : RK_CHANNEL_ANGLE;
    return channel;
}

static gboolean is_hidden(const RkUnit *unit, RkChannel channel)
{
    if (unit->stacked && channel == rk_channel_second(unit->stack_channel))
        return TRUE;
    const RkUse *first = unit->uses[rk_channel_main(channel)];
    return rk_channel_is_second(channel) && first != NULL && other_end_of_bin(unit, first) != NULL;
}

const char *rk_unit_label(RkUnit *unit, gsize row)
{
    const RkUse *description = unit->uses[RK_CHANNEL_DESCRIPTION];
    if (description != NULL) {
        const char *text = rk_use_text(unit, description, row);
        g_autofree char *listed = rk_lines_joined(text, ",");
        return rk_scene_text(unit->plotting->scene, listed != NULL ? listed : text);
    }
    const char *own = rk_unit_text(unit, "description", NULL);
    if (own != NULL)
        return rk_scene_text(unit->plotting->scene, own);
    g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) label = g_string_new(NULL);
    Telling telling = {unit, row, label, said};
    for (guint i = 0; i < G_N_ELEMENTS(told_order); i++) {
        RkChannel channel = channel_at(unit, i);
        if (!is_hidden(unit, channel))
            tell_channel(&telling, channel);
    }
    const char *flags = unit->mark->series ? NULL : rk_unit_flag_spoken(unit, row);
    if (flags != NULL)
        g_string_append_printf(label, "%s%s", label->len > 0 ? "; " : "", flags);
    return label->len == 0 ? NULL : rk_scene_text(unit->plotting->scene, label->str);
}

static gboolean is_silent(const RkUnit *unit)
{
    const RkValue *general = rk_config_get(unit->plotting->config, NULL, "aria");
    return !rk_unit_flag(unit, "aria", rk_value_boolean_or(general, TRUE));
}

RkNode *rk_unit_container(RkUnit *unit, RkNode *parent, const char *kind)
{
    RkScene *scene = unit->plotting->scene;
    g_autofree char *class_name = g_strdup_printf("mark-%s role-mark marks", kind);
    g_autofree char *description = g_strdup_printf("%s mark container", kind);
    RkNode *group = rk_scene_add_group(scene, parent, class_name, 0, 0);
    rk_scene_set_origin(scene, group, rk_value_place(unit->mark_map));
    group->meaning.hidden = is_silent(unit);
    if (group->meaning.hidden)
        return group;
    group->meaning.role = "graphics-object";
    group->meaning.role_description = rk_scene_text(scene, description);
    return group;
}

void rk_unit_mean(RkUnit *unit, RkNode *node, gsize row, const char *description)
{
    RkScene *scene = unit->plotting->scene;
    node->meaning.href =
        rk_scene_text(scene, rk_unit_visual_text(unit, RK_CHANNEL_HREF, row, rk_unit_text(unit, "href", NULL)));
    const char *label = is_silent(unit) ? NULL : rk_unit_label(unit, row);
    if (label == NULL)
        return;
    node->meaning.role = rk_scene_text(scene, rk_unit_text(unit, "ariaRole", "graphics-symbol"));
    node->meaning.role_description = rk_scene_text(scene, rk_unit_text(unit, "ariaRoleDescription", description));
    node->meaning.label = label;
}
