/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Uncertain values of areas: the stretch that leads up to one is hatched in white, and so is the stroke of a value that
 * stands alone.
 */
#include "plot/flags.h"

#include <math.h>

#include "plot/mark.h"
#include "plot/readable.h"
#include "plot/place.h"

/** A row's place along the area and its two ends across it. */
/** How dark hatching is on a light colour, from that colour to the darkest. */
#define DARK_HATCH 0.45

typedef struct {
    double at, from, to;
} Slice;

double rk_unit_flag_stroke(const RkUnit *unit)
{
    return fmax(rk_unit_number(unit, "strokeWidth", 2), 0);
}

static gboolean slice_of(const RkUnit *unit, guint32 row, Slice *slice)
{
    RkChannel along = unit->horizontal ? RK_CHANNEL_Y : RK_CHANNEL_X;
    RkChannel across = unit->horizontal ? RK_CHANNEL_X : RK_CHANNEL_Y;
    slice->at = rk_unit_position(unit, along, row, 0.5);
    return isfinite(slice->at) && rk_unit_range(unit, across, row, RK_DEFAULT_LEAST, &slice->from, &slice->to);
}

void rk_unit_hatch_polygon(RkUnit *unit, RkNode *group, const double *points, guint count, RkColor color)
{
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    rk_hatch_polygon(builder, points, count,
                     rk_value_number_or(rk_config_get(unit->plotting->config, "flags", "hatchSpacing"), 4));
    if (rk_path_is_empty(builder))
        return;
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_PATH);
    node->path.path = rk_path_take(builder, unit->plotting->scene);
    node->style.stroke = (RkPaint){TRUE, color};
    node->style.stroke_width = rk_value_number_or(rk_config_get(unit->plotting->config, "flags", "hatchWidth"), 1);
    node->meaning.hidden = TRUE;
}

RkColor rk_unit_hatch_color(const RkUnit *unit, gsize row)
{
    RkColor color = rk_unit_row_color(unit, row), strongest = rk_plotting_readable_on(unit->plotting, color);
    return rk_color_luminance(strongest) > 0.5 ? strongest : rk_color_mix(color, strongest, DARK_HATCH);
}

static void hatch(RkUnit *unit, RkNode *group, guint32 row, Slice before, Slice here)
{
    const double upright[] = {before.at, before.from, before.at, before.to, here.at, here.to, here.at, here.from};
    const double lying[] = {before.from, before.at, before.to, before.at, here.to, here.at, here.from, here.at};
    rk_unit_hatch_polygon(unit, group, unit->horizontal ? lying : upright, 4, rk_unit_hatch_color(unit, row));
}

static void hatch_stroke(RkUnit *unit, RkNode *group, guint32 row, Slice slice)
{
    Slice left = slice, right = slice;
    left.at -= rk_unit_flag_stroke(unit) / 2;
    right.at += rk_unit_flag_stroke(unit) / 2;
    hatch(unit, group, row, left, right);
}

/** Whether no area goes on from the row at `index` to the next one that has a place. */
static gboolean ends_there(const RkUnit *unit, const RkSeries *series, guint index)
{
    Slice slice;
    for (guint i = index + 1; i < series->count; i++) {
        if (slice_of(unit, series->rows[i], &slice))
            return rk_unit_flag_alone(unit, series->rows[i]);
    }
    return TRUE;
}

void rk_unit_flag_hatch_area(RkUnit *unit, RkNode *group, const RkSeries *series)
{
    Slice before = {0}, here;
    for (guint i = 0; i < series->count; i++) {
        guint32 row = series->rows[i];
        if (!slice_of(unit, row, &here))
            continue;
        gboolean alone = rk_unit_flag_alone(unit, row);
        if (rk_unit_uncertain(unit, row) && !alone)
            hatch(unit, group, row, before, here);
        else if (rk_unit_uncertain(unit, row) && ends_there(unit, series, i))
            hatch_stroke(unit, group, row, here);
        before = here;
    }
}
