/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trails: lines whose width varies from row to row. Between two rows lies the outline around the two discs of their
 * sizes. A missing value is a gap.
 */
#include "plot/flags.h"
#include "plot/mark.h"
#include "plot/marks/paths-private.h"
#include "plot/series.h"

#include <math.h>

static const RkShape *const includes[] = {&rk_mark_common_shape, &rk_paths_shape, NULL};
static const RkShape shape = {.name = "the trail mark", .includes = includes};

typedef struct {
    double x, y, radius;
} Disc;

static gboolean disc_of(const RkUnit *unit, gsize row, Disc *disc)
{
    disc->x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5);
    disc->y = rk_unit_position(unit, RK_CHANNEL_Y, row, 0.5);
    disc->radius = fmax(rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_unit_number(unit, "size", 2)), 0) / 2;
    return isfinite(disc->x) && isfinite(disc->y) && isfinite(disc->radius) && !rk_unit_breaks(unit, row);
}

/** The outline of two discs and the straight sides between them. */
static void join(RkPathBuilder *builder, const Disc *from, const Disc *to)
{
    double across_x = from->y - to->y, across_y = to->x - from->x, length = hypot(across_x, across_y);
    if (length == 0) {
        rk_path_move(builder, to->x + to->radius, to->y);
        rk_path_arc(builder, to->x, to->y, to->radius, 0, 2 * G_PI);
        rk_path_close(builder);
        return;
    }
    across_x /= length;
    across_y /= length;
    double turn = atan2(across_y, across_x);
    rk_path_move(builder, from->x - across_x * from->radius, from->y - across_y * from->radius);
    rk_path_line(builder, to->x - across_x * to->radius, to->y - across_y * to->radius);
    rk_path_arc(builder, to->x, to->y, to->radius, turn - G_PI, turn);
    rk_path_line(builder, from->x + across_x * from->radius, from->y + across_y * from->radius);
    rk_path_arc(builder, from->x, from->y, from->radius, turn, turn + G_PI);
    rk_path_close(builder);
}

/** Discs without a gap between them. */
typedef struct {
    Disc last;
    guint count;
} Run;

/** A value alone between two gaps is a disc; the grammar leaves it out. */
static void close_run(const RkUnit *unit, RkPathBuilder *builder, Run *run)
{
    if (run->count == 1 && !unit->plotting->vega_lite)
        join(builder, &run->last, &run->last);
    run->count = 0;
}

static void draw_series(RkUnit *unit, RkNode *group, const RkSeries *series)
{
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    double reach = rk_unit_flag_reach(unit, series);
    Run run = {0};
    for (guint i = 0; i < series->count; i++) {
        Disc disc;
        gboolean there = disc_of(unit, series->rows[i], &disc);
        const double last[] = {run.last.x, run.last.y};
        if (!there || rk_paths_is_far(unit, last, run.count > 0, unit->horizontal ? disc.y : disc.x, reach))
            close_run(unit, builder, &run);
        if (there && run.count > 0)
            join(builder, &run.last, &disc);
        run.last = disc;
        run.count += there;
    }
    close_run(unit, builder, &run);
    if (rk_path_is_empty(builder))
        return;
    RkNode *node = rk_scene_add(unit->plotting->scene, group, RK_NODE_PATH);
    node->path.path = rk_path_take(builder, unit->plotting->scene);
    rk_unit_style(unit, series->rows[0], &node->style);
    rk_unit_mean(unit, node, rk_series_told_row(unit, series), "trail mark");
}

static void hatch_between(RkUnit *unit, RkNode *group, const Disc *from, const Disc *to)
{
    double length = hypot(to->x - from->x, to->y - from->y);
    double x = length > 0 ? (from->y - to->y) / length : 0, y = length > 0 ? (to->x - from->x) / length : 0;
    const double corners[] = {from->x - x * from->radius, from->y - y * from->radius, to->x - x * to->radius,
                              to->y - y * to->radius,     to->x + x * to->radius,     to->y + y * to->radius,
                              from->x + x * from->radius, from->y + y * from->radius};
    rk_unit_hatch_polygon(unit, group, corners, 4, (RkColor){1, 1, 1, 1});
}

/** Where the trail leads up to an uncertain value; one that no trail leads up to is a hollow point. */
static void hatch(RkUnit *unit, RkNode *group, const RkSeries *series)
{
    Disc from = {0}, to;
    for (guint i = 0; i < series->count; i++) {
        guint32 row = series->rows[i];
        if (!disc_of(unit, row, &to))
            continue;
        if (rk_unit_uncertain(unit, row) && !rk_unit_flag_alone(unit, row))
            hatch_between(unit, group, &from, &to);
        from = to;
    }
}

static gboolean draw(RkUnit *unit, RkNode *parent, GError **error)
{
    (void)error;
    g_autoptr(GPtrArray) all = rk_unit_series(unit);
    RkNode *group = rk_unit_container(unit, parent, "trail");
    for (guint i = 0; i < all->len; i++)
        draw_series(unit, group, g_ptr_array_index(all, i));
    return TRUE;
}

extern const RkMark rk_mark_trail;
const RkMark rk_mark_trail = {
    .name = "trail",
    .summary = "a line whose width varies",
    .shape = &shape,
    .filled = TRUE,
    .size = RK_SIZE_WIDTH,
    .tapers = TRUE,
    .series = TRUE,
    .flags_as = RK_FLAG_ON_AREA,
    .hatch = hatch,
    .idle = RK_CHANNELS_POLAR | RK_CHANNELS_ENDS | RK_CHANNELS_WORDS | RK_CHANNEL_BIT(RK_CHANNEL_STROKE_DASH),
    .draw = draw,
};
