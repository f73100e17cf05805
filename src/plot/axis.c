/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One axis: which channels of which layers it stands for, and what they say of it together. Where layers say different
 * things, the first one is heard; titles are joined.
 */
#include "plot/axis-private.h"

#include "plot/guide-title.h"
#include "plot/mark.h"

static void set_blocks(RkAxis *axis)
{
    static const char *const continuous[2][2][2] = {
        {{"axisYQuantitative", "axisQuantitative"}, {"axisYTemporal", "axisTemporal"}},
        {{"axisXQuantitative", "axisQuantitative"}, {"axisXTemporal", "axisTemporal"}}};
    static const char *const discrete[2][2][4] = {{{"axisYPoint", "axisYDiscrete", "axisPoint", "axisDiscrete"},
                                                   {"axisYBand", "axisYDiscrete", "axisBand", "axisDiscrete"}},
                                                  {{"axisXPoint", "axisXDiscrete", "axisPoint", "axisDiscrete"},
                                                   {"axisXBand", "axisXDiscrete", "axisBand", "axisDiscrete"}}};
    gboolean x = axis->horizontal, far = axis->opposite;
    const RkScaleType *type = axis->scale->type;
    guint count = 0;
    for (guint i = 0; i < (type->discrete ? 4 : 2); i++)
        axis->blocks[count++] =
            type->discrete ? discrete[x][type->bands != 0][i] : continuous[x][type->temporal != 0][i];
    axis->blocks[count++] = x ? "axisX" : "axisY";
    axis->blocks[count++] = x ? (far ? "axisTop" : "axisBottom") : (far ? "axisRight" : "axisLeft");
    axis->blocks[count++] = "axis";
    axis->blocks[count] = NULL;
    rk_guide_source_set_blocks(&axis->source, axis->blocks);
}

static const RkValue *definition_axis(const RkUse *use)
{
    return rk_value_get(use->definition, "axis");
}

/** `axis: null` of the first layer that speaks of the axis at all, or config's `disable`. */
static gboolean is_hidden(const RkAxis *axis)
{
    for (guint i = 0; i < axis->uses->len; i++) {
        const RkValue *own = definition_axis(g_ptr_array_index(axis->uses, i));
        if (own != NULL)
            return !rk_value_is(own, RK_VALUE_MAP);
    }
    return rk_axis_flag(axis, "disable", FALSE);
}

static gboolean is_binned(const RkUse *use)
{
    const RkValue *bin = rk_value_get(use->definition, "bin");
    return rk_value_is(bin, RK_VALUE_MAP) || rk_value_is(bin, RK_VALUE_TEXT) || rk_value_boolean_or(bin, FALSE);
}

/** Grid lines belong to the continuous scales of fields that are not cut into bins. */
static gboolean default_grid(const RkAxis *axis)
{
    const RkUse *use = g_ptr_array_index(axis->uses, 0);
    if (!axis->panel->plotting->vega_lite)
        return !axis->scale->type->discrete;
    return !axis->scale->type->discrete && use->column != NULL && !is_binned(use);
}

/** Marks that fill their bands to the edge would cover the lines of the axis. */
static int default_zindex(const RkAxis *axis)
{
    const RkUse *use = g_ptr_array_index(axis->uses, 0);
    const RkUnit *unit = g_ptr_array_index(axis->units, 0);
    return unit->mark->tiles && (axis->scale->type->discrete || is_binned(use)) ? 1 : 0;
}

static void read_settings(RkAxis *axis)
{
    axis->label_font = rk_guide_font(&axis->source, "label", 10);
    axis->label_font.tabular = TRUE;
    axis->title_font = rk_guide_font(&axis->source, "title", 11);
    axis->has_grid = rk_axis_flag(axis, "grid", default_grid(axis));
    axis->has_ticks = rk_axis_flag(axis, "ticks", TRUE);
    axis->has_domain = rk_axis_flag(axis, "domain", TRUE);
    axis->has_labels = rk_axis_flag(axis, "labels", TRUE);
    axis->offset = rk_axis_number(axis, "offset", 0);
    axis->position = rk_axis_number(axis, "position", 0);
    axis->zindex = (int)CLAMP(rk_axis_number(axis, "zindex", default_zindex(axis)), -1000, 1000);
}

/** A theme may leave titles to the subtitle: then only an axis that asks for one has it. */
static gboolean set_title(RkAxis *axis, GError **error)
{
    RkPlotting *plotting = axis->panel->plotting;
    const RkValue *own = rk_guide_get_own(&axis->source, "title");
    const RkValue *general = rk_config_get_first(plotting->config, axis->blocks, "title");
    if (general != NULL && rk_value_is(general, RK_VALUE_NULL)) {
        gboolean read = rk_guide_lines(plotting, own, &axis->title_text, error);
        axis->title_whole = axis->title_text;
        return read;
    }
    if (!rk_guide_joined_title(plotting, axis->uses, "axis", &axis->title_text, error))
        return FALSE;
    axis->title_whole = axis->title_text;
    axis->title_text = rk_guide_limit(plotting, &axis->title_font, rk_guide_break(plotting, axis->title_text),
                                      rk_axis_number(axis, "titleLimit", 0));
    return TRUE;
}

/** Values belong to one axis; config cannot give them to all. */
static void warn_of_values(const RkAxis *axis)
{
    const RkValue *values = rk_axis_setting(axis, "values");
    if (values != NULL && rk_guide_get_own(&axis->source, "values") == NULL)
        rk_diagnostics_add(axis->panel->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(values),
                           "write them in the channel's own axis", "values has no effect in config");
}

/** An x axis lies, a y axis stands. */
static gboolean check_side(const RkAxis *axis, GError **error)
{
    const RkValue *own = rk_guide_get_own(&axis->source, "orient");
    gboolean upright = rk_value_is_text(own, "left") || rk_value_is_text(own, "right");
    if (own == NULL || upright != axis->horizontal)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(own),
                 axis->horizontal ? "write top or bottom" : "write left or right", "%s axis cannot stand at the %s",
                 axis->horizontal ? "an x" : "a y", rk_value_text_or(own, ""));
    return FALSE;
}

RkAxis *rk_axis_new(RkPanel *panel, RkScale *scale, GPtrArray *uses, GPtrArray *units, GError **error)
{
    RkAxis *axis = g_new0(RkAxis, 1);
    axis->panel = panel;
    axis->scale = scale;
    axis->uses = g_ptr_array_ref(uses);
    axis->units = g_ptr_array_ref(units);
    axis->horizontal = scale->channel == RK_CHANNEL_X;
    axis->ticks = g_array_new(FALSE, TRUE, sizeof(RkTick));
    axis->source.plotting = panel->plotting;
    axis->source.styles = rk_guide_styles;
    for (guint i = 0; i < uses->len; i++)
        rk_guide_source_add(&axis->source, definition_axis(g_ptr_array_index(uses, i)));
    set_blocks(axis);
    const RkValue *orient = rk_axis_setting(axis, "orient");
    axis->orient_said = rk_guide_get_own(&axis->source, "orient") != NULL;
    rk_axis_set_opposite(axis, rk_value_is_text(orient, "top") || rk_value_is_text(orient, "right"));
    if (!panel->plotting->vega_lite)
        rk_axis_house_warn(axis);
    warn_of_values(axis);
    if (!is_hidden(axis) && check_side(axis, error) && rk_guide_check_colors(&axis->source, error) &&
        set_title(axis, error))
        return axis;
    rk_axis_free(axis);
    return NULL;
}

void rk_axis_set_opposite(RkAxis *axis, gboolean opposite)
{
    axis->opposite = opposite;
    set_blocks(axis);
    read_settings(axis);
}

void rk_axis_free(gpointer data)
{
    RkAxis *axis = data;
    if (axis == NULL)
        return;
    g_clear_error(&axis->failure);
    rk_guide_source_clear(&axis->source);
    g_ptr_array_unref(axis->uses);
    g_ptr_array_unref(axis->units);
    g_array_unref(axis->ticks);
    g_free(axis);
}
