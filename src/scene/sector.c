/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline of a sector. It is worked out for a sector that lies evenly about the x axis, its lower half being the
 * mirror of the upper, and then turned to its place. Gaps between neighbours are as wide at the inner as at the outer
 * radius, so that the sides of neighbours are parallel, as d3 has them.
 */
#include "scene/sector.h"

#include <math.h>

#define SMALLEST 1e-9

/** A sector about the x axis: half its angle at both radii. */
typedef struct {
    RkPathBuilder *builder;
    double turn;                   /* to where it belongs */
    double inner, outer;           /* radii */
    double inner_half, outer_half; /* angles */
    double side_x, side_y;         /* unit vector along the upper side, outwards */
} Shape;

/** A corner between the upper side and a ring. */
typedef struct {
    double x, y, radius;
    double at_ring, at_side; /* angles about its centre */
} Corner;

static double half_at(double half, double radius, double pad_radius, double pad_angle)
{
    double reach = radius > 0 ? pad_radius / radius * sin(pad_angle / 2) : INFINITY;
    double pad = pad_angle > SMALLEST ? (reach >= 1 ? G_PI / 2 : asin(reach)) : 0;
    return fmax(half - pad, 0);
}

static void find_side(Shape *shape)
{
    double x = shape->outer * cos(shape->outer_half) - shape->inner * cos(shape->inner_half);
    double y = shape->outer * sin(shape->outer_half) - shape->inner * sin(shape->inner_half);
    double length = hypot(x, y);
    shape->side_x = length > SMALLEST ? x / length : 1;
    shape->side_y = length > SMALLEST ? y / length : 0;
}

/** The largest corners that fit between the two sides: circles that touch both and a ring. The sides meet on the axis,
 * `apex` from the middle. */
static double fitting(const Shape *shape, double ring, double inwards)
{
    double x = shape->inner * cos(shape->inner_half), y = shape->inner * sin(shape->inner_half);
    if (shape->side_y <= SMALLEST)
        return fmax(y, 0);
    double apex = x - y * shape->side_x / shape->side_y;
    double room = ring - apex, part = 1 / shape->side_y + inwards;
    return part <= SMALLEST || room <= 0 ? 0 : room / part;
}

/** The corner of that radius inside the ring (`outwards` 1: at the outer one), found where the line at its distance
 * along the side meets the circle at its distance along the ring. */
static Corner corner_at(const Shape *shape, double ring, double radius, double outwards)
{
    double away = ring - outwards * radius;
    double x = shape->inner * cos(shape->inner_half) + radius * shape->side_y;
    double y = shape->inner * sin(shape->inner_half) - radius * shape->side_x;
    double along = x * shape->side_x + y * shape->side_y;
    double beyond = fmax(along * along - (x * x + y * y) + away * away, 0);
    double step = -along + sqrt(beyond);
    Corner corner = {x + step * shape->side_x, y + step * shape->side_y, radius, 0, 0};
    corner.at_ring = atan2(corner.y, corner.x);
    corner.at_side = atan2(shape->side_x, -shape->side_y);
    return corner;
}

static void add_arc(const Shape *shape, double x, double y, double radius, double from, double to)
{
    double cosine = cos(shape->turn), sine = sin(shape->turn);
    double center_x = x * cosine - y * sine, center_y = x * sine + y * cosine;
    if (rk_path_is_empty(shape->builder))
        rk_path_move(shape->builder, center_x + radius * cos(from + shape->turn),
                     center_y + radius * sin(from + shape->turn));
    rk_path_arc(shape->builder, center_x, center_y, radius, from + shape->turn, to + shape->turn);
}

static void outer_edge(const Shape *shape, double radius)
{
    if (radius <= SMALLEST) {
        add_arc(shape, 0, 0, shape->outer, -shape->outer_half, shape->outer_half);
        return;
    }
    Corner corner = corner_at(shape, shape->outer, radius, 1);
    add_arc(shape, corner.x, -corner.y, radius, -corner.at_side, -corner.at_ring);
    add_arc(shape, 0, 0, shape->outer, -corner.at_ring, corner.at_ring);
    add_arc(shape, corner.x, corner.y, radius, corner.at_ring, corner.at_side);
}

static void inner_edge(const Shape *shape, double radius)
{
    if (shape->inner <= SMALLEST || shape->inner_half <= SMALLEST) {
        rk_path_line(shape->builder, shape->inner * cos(shape->turn), shape->inner * sin(shape->turn));
        return;
    }
    if (radius <= SMALLEST) {
        add_arc(shape, 0, 0, shape->inner, shape->inner_half, -shape->inner_half);
        return;
    }
    Corner corner = corner_at(shape, shape->inner, radius, -1);
    add_arc(shape, corner.x, corner.y, radius, corner.at_side, corner.at_ring + G_PI);
    add_arc(shape, 0, 0, shape->inner, corner.at_ring, -corner.at_ring);
    add_arc(shape, corner.x, -corner.y, radius, -corner.at_ring - G_PI, -corner.at_side);
}

/** Discs and rings have no sides. */
static void whole_turn(RkPathBuilder *builder, double start, double inner, double outer)
{
    rk_path_move(builder, outer * cos(start), outer * sin(start));
    rk_path_arc(builder, 0, 0, outer, start, start + 2 * G_PI);
    if (inner > SMALLEST) {
        rk_path_close(builder);
        rk_path_move(builder, inner * cos(start), inner * sin(start));
        rk_path_arc(builder, 0, 0, inner, start + 2 * G_PI, start);
    }
    rk_path_close(builder);
}

void rk_sector_outline(const RkSector *sector, RkPathBuilder *builder)
{
    double inner = fmax(fmin(sector->inner, sector->outer), 0), outer = fmax(fmax(sector->inner, sector->outer), 0);
    double half = fabs(sector->end - sector->start) / 2, middle = (sector->start + sector->end) / 2 - G_PI / 2;
    double pad = fabs(sector->pad_angle), pad_radius = hypot(inner, outer);
    if (!isfinite(half) || !isfinite(middle) || !isfinite(outer) || !isfinite(pad) || outer <= SMALLEST)
        return;
    if (half > G_PI - SMALLEST) {
        whole_turn(builder, fmin(sector->start, sector->end) - G_PI / 2, inner, outer);
        return;
    }
    Shape shape = {
        builder, middle, inner, outer, half_at(half, inner, pad_radius, pad), half_at(half, outer, pad_radius, pad),
        0,       0};
    find_side(&shape);
    double corner = fmin(fmax(sector->corner, 0), (outer - inner) / 2);
    gboolean narrow = half < G_PI / 2;
    double at_outer = narrow ? fmin(corner, fitting(&shape, outer, 1)) : corner;
    double at_inner = narrow ? fmin(corner, fitting(&shape, inner, -1)) : corner;
    if (shape.outer_half <= SMALLEST)
        at_outer = 0;
    outer_edge(&shape, at_outer);
    inner_edge(&shape, at_inner);
    rk_path_close(builder);
}
