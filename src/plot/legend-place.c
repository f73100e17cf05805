/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where legends stand around a panel, or in its corners: those of one side below or beside each other, beyond the axes,
 * by config.legend.layout.
 */
#include "plot/legend-private.h"

#include <math.h>

gboolean rk_legends_measure(RkLegends *legends, GError **error)
{
    for (guint i = 0; i < legends->groups->len; i++) {
        if (!rk_legend_measure(g_ptr_array_index(legends->groups, i), error))
            return FALSE;
    }
    return TRUE;
}

/** The legends of one side with their layout. */
typedef struct {
    const RkConfig *config;
    const char *orient;
    GPtrArray *legends;
    double width, height; /**< of all together */
} Side;

/** A property of config.legend.layout, of the side itself or of all sides. */
static const RkValue *layout_value(const Side *side, const char *key)
{
    for (guint layer = 0; layer < rk_config_layers(side->config); layer++) {
        const RkValue *layout = rk_config_get_in(side->config, layer, "legend", "layout");
        const RkValue *value = rk_value_get(rk_value_get(layout, side->orient), key);
        if (value == NULL)
            value = rk_value_get(layout, key);
        if (value != NULL)
            return value;
    }
    return NULL;
}

static double offset_of(const Side *side)
{
    double most = -INFINITY;
    for (guint i = 0; i < side->legends->len; i++) {
        const RkLegend *legend = g_ptr_array_index(side->legends, i);
        const RkValue *own = rk_guide_get(&legend->source, "offset");
        most = fmax(most, rk_value_number_or(own, most));
    }
    return isfinite(most) ? most : rk_value_number_or(layout_value(side, "offset"), 18);
}

/** A layout of its own takes the place of all that a side has by itself. */
static gboolean has_own_layout(const Side *side)
{
    for (guint layer = 0; layer < rk_config_layers(side->config); layer++) {
        if (rk_value_has(rk_config_get_in(side->config, layer, "legend", "layout"), side->orient))
            return TRUE;
    }
    return FALSE;
}

/** Below each other on the left and right, beside each other elsewhere. */
static void line_up(Side *side)
{
    gboolean upright = g_str_equal(side->orient, "left") || g_str_equal(side->orient, "right");
    const char *otherwise = upright && !has_own_layout(side) ? "vertical" : "horizontal";
    gboolean down = g_str_equal(rk_value_text_or(layout_value(side, "direction"), otherwise), "vertical");
    gboolean center = rk_value_boolean_or(layout_value(side, "center"), FALSE);
    double margin = rk_value_number_or(layout_value(side, "margin"), 8), at = 0;
    for (guint i = 0; i < side->legends->len; i++) {
        RkLegend *legend = g_ptr_array_index(side->legends, i);
        legend->x = down ? 0 : at;
        legend->y = down ? at : 0;
        at += ceil(down ? legend->height : legend->width) + margin;
        side->width = fmax(side->width, legend->x + legend->width);
        side->height = fmax(side->height, legend->y + legend->height);
    }
    for (guint i = 0; center && side->legends->len > 1 && i < side->legends->len; i++) {
        RkLegend *legend = g_ptr_array_index(side->legends, i);
        legend->x += down ? (side->width - legend->width) / 2 : 0;
        legend->y += down ? 0 : (side->height - legend->height) / 2;
    }
}

static double share(const char *anchor)
{
    return g_str_equal(anchor, "end") ? 1 : g_str_equal(anchor, "middle") ? 0.5 : 0;
}

/** The corner at which all legends of the side are held. */
static void hold(const Side *side, const RkReach *beside, const RkReach *above, const RkPanel *panel, double *x,
                 double *y)
{
    const char *orient = side->orient, *anchor = rk_value_text_or(layout_value(side, "anchor"), "start");
    gboolean bounds = rk_value_is_text(layout_value(side, "frame"), "bounds");
    double offset = offset_of(side), part = share(anchor);
    double along_x = bounds ? beside->x1 + part * (beside->x2 - beside->x1) : part * panel->width;
    double along_y = bounds ? above->y1 + part * (above->y2 - above->y1) : part * panel->height;
    *x = along_x - part * side->width;
    *y = along_y - part * side->height;
    if (g_str_equal(orient, "left"))
        *x = floor(beside->x1) - offset - side->width;
    else if (g_str_equal(orient, "right"))
        *x = ceil(beside->x2) + offset;
    else if (g_str_equal(orient, "top"))
        *y = floor(above->y1) - offset - side->height;
    else if (g_str_equal(orient, "bottom"))
        *y = ceil(above->y2) + offset;
    else {
        *x = g_str_has_suffix(orient, "right") ? panel->width - offset - side->width : offset;
        *y = g_str_has_prefix(orient, "bottom") ? panel->height - offset - side->height : offset;
    }
}

static void place_side(Side *side, const RkReach *beside, const RkReach *above, const RkPanel *panel)
{
    double x, y;
    line_up(side);
    hold(side, beside, above, panel, &x, &y);
    for (guint i = 0; i < side->legends->len; i++) {
        RkLegend *legend = g_ptr_array_index(side->legends, i);
        legend->x += floor(x + 0.5);
        legend->y += floor(y + 0.5);
    }
}

static const char *orient_of(const RkLegend *legend)
{
    return rk_guide_word(&legend->source, "orient", "right");
}

/** A legend that is placed by hand. */
static void place_freely(RkLegend *legend)
{
    legend->x = rk_legend_setting(legend, "legendX", 0);
    legend->y = rk_legend_setting(legend, "legendY", 0);
}

/** A figure of a given size makes room only across the side of a legend. */
static void include(RkReach *all, const RkLegend *legend, gboolean fitted)
{
    const char *orient = orient_of(legend);
    RkReach own = {legend->x, legend->y, legend->x + legend->width, legend->y + legend->height};
    gboolean upright = g_str_equal(orient, "left") || g_str_equal(orient, "right");
    if (fitted && upright)
        own.y1 = own.y2 = 0;
    else if (fitted && (g_str_equal(orient, "top") || g_str_equal(orient, "bottom")))
        own.x1 = own.x2 = 0;
    else if (fitted)
        return;
    rk_reach_unite(all, &own);
}

RkReach rk_legends_place(RkLegends *legends, const RkReach *beside, const RkReach *above, const RkPanel *panel,
                         gboolean fitted)
{
    static const char *const orients[] = {"left",     "right",     "top",         "bottom",
                                          "top-left", "top-right", "bottom-left", "bottom-right"};
    RkReach all = RK_REACH_NOTHING;
    for (guint k = 0; k < G_N_ELEMENTS(orients); k++) {
        Side side = {.config = panel->plotting->config, .orient = orients[k], .legends = g_ptr_array_new()};
        for (guint i = 0; i < legends->groups->len; i++) {
            RkLegend *legend = g_ptr_array_index(legends->groups, i);
            if (g_str_equal(orient_of(legend), orients[k]))
                g_ptr_array_add(side.legends, legend);
        }
        if (side.legends->len > 0)
            place_side(&side, beside, above, panel);
        g_ptr_array_unref(side.legends);
    }
    for (guint i = 0; i < legends->groups->len; i++) {
        RkLegend *legend = g_ptr_array_index(legends->groups, i);
        if (g_str_equal(orient_of(legend), "none"))
            place_freely(legend);
        include(&all, legend, fitted);
    }
    return all;
}

void rk_legends_draw_around(RkLegends *legends, RkNode *parent, gboolean in_front)
{
    for (guint i = 0; i < legends->groups->len; i++) {
        const RkLegend *legend = g_ptr_array_index(legends->groups, i);
        if ((legend->zindex > 0) == (in_front != FALSE))
            rk_legend_draw(legend, parent);
    }
}
