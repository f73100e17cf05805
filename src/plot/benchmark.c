/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Benchmarks: a thin line across the frame at a value that matters, with its name at its end. The value may be worked
 * out from the data by a fact.
 */
#include "plot/guide.h"

#include <math.h>

#include "plot/text-gaps.h"

static gboolean channel_of(const RkValue *benchmark, RkChannel *channel, const RkValue **value)
{
    *channel = rk_value_has(benchmark, "x") ? RK_CHANNEL_X : RK_CHANNEL_Y;
    *value = rk_value_get(benchmark, rk_channel_name(*channel));
    return *value != NULL;
}

static gboolean number_of(RkPanel *panel, const RkValue *benchmark, RkChannel *channel, double *number, GError **error)
{
    const RkValue *value;
    if (!channel_of(benchmark, channel, &value)) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(benchmark), "write x: or y: with a number or a fact",
                     "a benchmark has no value");
        return FALSE;
    }
    RkScale *scale = panel->scales[*channel];
    if (scale == NULL || scale->type->discrete) {
        rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL,
                     "the benchmark needs a continuous scale on channel %s", rk_channel_name(*channel));
        return FALSE;
    }
    return rk_plotting_number(panel->plotting, value, number, error);
}

gboolean rk_benchmarks_extend(RkPanel *panel, GError **error)
{
    const RkValue *list = panel->view->benchmark;
    for (guint i = 0; i < rk_value_length(list); i++) {
        RkChannel channel;
        double number;
        if (!number_of(panel, rk_value_at(list, i), &channel, &number, error))
            return FALSE;
        RkScale *scale = panel->scales[channel];
        rk_scale_extend(scale, number);
    }
    return TRUE;
}

static void draw_piece(RkPanel *panel, const RkValue *benchmark, RkNode *group, const double from[2],
                       const double to[2], RkColor color)
{
    RkNode *node = rk_scene_add(panel->plotting->scene, group, RK_NODE_RULE);
    node->rule.x = from[0];
    node->rule.y = from[1];
    node->rule.x2 = to[0];
    node->rule.y2 = to[1];
    node->style.stroke = (RkPaint){TRUE, color};
    node->style.stroke_width = 1;
    const RkValue *dash = rk_value_get(benchmark, "strokeDash");
    double numbers[8];
    guint count = MIN(rk_value_length(dash), G_N_ELEMENTS(numbers));
    for (guint i = 0; i < count; i++)
        numbers[i] = fmax(0.1, rk_value_number_or(rk_value_at(dash, i), 1));
    node->style.dash = count > 0 ? rk_scene_numbers(panel->plotting->scene, numbers, count) : NULL;
    node->style.dash_count = count;
}

/** An upright line would cross the numbers of bars: it leaves out where they stand. */
static void draw_upright(RkPanel *panel, const RkValue *benchmark, RkNode *group, const RkNode *parent, double at,
                         RkColor color)
{
    g_autoptr(GArray) gaps = rk_text_gaps(parent->group.first, at, panel->plotting->measurer);
    double start = -3;
    /* Those below the frame are none of marks. */
    for (guint i = 0; i < gaps->len && g_array_index(gaps, RkTextGap, i).from < panel->height; i++) {
        const RkTextGap *gap = &g_array_index(gaps, RkTextGap, i);
        if (gap->from > start)
            draw_piece(panel, benchmark, group, (const double[]){at, start}, (const double[]){at, gap->from}, color);
        start = fmax(start, gap->to);
    }
    if (start < panel->height)
        draw_piece(panel, benchmark, group, (const double[]){at, start}, (const double[]){at, panel->height}, color);
}

static void draw_line(RkPanel *panel, const RkValue *benchmark, RkNode *group, const RkNode *parent, RkChannel channel,
                      double at, RkColor color)
{
    if (channel == RK_CHANNEL_X)
        draw_upright(panel, benchmark, group, parent, at, color);
    else
        draw_piece(panel, benchmark, group, (const double[]){0, at}, (const double[]){panel->width, at}, color);
}

static gboolean draw_name(RkPanel *panel, const RkValue *benchmark, RkNode *group, RkChannel channel, double at,
                          RkColor color, GError **error)
{
    static const char *const blocks[] = {"benchmark", "label", NULL};
    const RkValue *label = rk_value_get(benchmark, "label");
    const char *text = rk_plotting_interpolate(panel->plotting, label, error);
    if (text == NULL)
        return label == NULL;
    RkFont font = rk_plotting_font(panel->plotting, benchmark, blocks, "", 10);
    font.tabular = TRUE;
    RkAlign align = RK_ALIGN_LEFT;
    double x = panel->width + 6, y = at;
    RkBaseline baseline = RK_BASELINE_MIDDLE;
    if (channel == RK_CHANNEL_X) {
        double half = rk_plotting_text_width(panel->plotting, &font, text) / 2;
        align = at + half > panel->width ? RK_ALIGN_RIGHT : at - half < 0 ? RK_ALIGN_LEFT : RK_ALIGN_CENTER;
        x = align == RK_ALIGN_RIGHT ? fmax(at + 2, panel->width) : at;
        y = -5;
        baseline = RK_BASELINE_BOTTOM;
    } else if (!rk_value_is_text(rk_value_get(benchmark, "labelAlign"), "outside")) {
        gboolean right = rk_value_is_text(rk_value_get(benchmark, "labelAlign"), "right");
        gboolean below = rk_value_is_text(rk_value_get(benchmark, "labelBaseline"), "top");
        align = right ? RK_ALIGN_RIGHT : RK_ALIGN_LEFT;
        x = right ? panel->width : 0;
        y = below ? at + 4 : at - 3;
        baseline = below ? RK_BASELINE_TOP : RK_BASELINE_BOTTOM;
    }
    RkNode *node = rk_plotting_add_text(panel->plotting, group, text, x, y, &font, color, align, baseline);
    rk_plotting_add_halo(panel->plotting, node);
    node->meaning.role = "graphics-symbol";
    node->meaning.role_description = "benchmark";
    node->meaning.label = rk_scene_text(panel->plotting->scene, text);
    return TRUE;
}

gboolean rk_benchmarks_draw(RkPanel *panel, RkNode *parent, GError **error)
{
    const RkValue *list = panel->view->benchmark;
    if (rk_value_length(list) == 0)
        return TRUE;
    RkNode *group = rk_scene_add_group(panel->plotting->scene, parent, "mark-rule role-benchmark", 0, 0);
    for (guint i = 0; i < rk_value_length(list); i++) {
        const RkValue *benchmark = rk_value_at(list, i);
        RkChannel channel;
        double number;
        if (!number_of(panel, benchmark, &channel, &number, error))
            return FALSE;
        RkColor color = rk_plotting_palette(panel->plotting, "benchmark", "#57606A");
        rk_plotting_color(panel->plotting, rk_value_get(benchmark, "color"), &color);
        double at = rk_scale_map(panel->scales[channel], number);
        draw_line(panel, benchmark, group, parent, channel, at, color);
        if (!draw_name(panel, benchmark, group, channel, at, color, error))
            return FALSE;
    }
    return TRUE;
}
