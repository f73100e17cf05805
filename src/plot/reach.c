/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes that grow, and the reach of nodes with their strokes. What is invisible counts as a place that was asked for.
 */
#include "plot/reach.h"

#include <math.h>

#include "scene/bounds.h"
#include "scene/text-box.h"

gboolean rk_reach_is_empty(const RkReach *reach)
{
    return reach->x1 > reach->x2 || reach->y1 > reach->y2;
}

void rk_reach_add(RkReach *reach, double x, double y)
{
    reach->x1 = fmin(reach->x1, x);
    reach->y1 = fmin(reach->y1, y);
    reach->x2 = fmax(reach->x2, x);
    reach->y2 = fmax(reach->y2, y);
}

void rk_reach_unite(RkReach *reach, const RkReach *other)
{
    if (rk_reach_is_empty(other))
        return;
    rk_reach_add(reach, other->x1, other->y1);
    rk_reach_add(reach, other->x2, other->y2);
}

void rk_reach_move(RkReach *reach, double x, double y)
{
    if (rk_reach_is_empty(reach))
        return;
    *reach = (RkReach){reach->x1 + x, reach->y1 + y, reach->x2 + x, reach->y2 + y};
}

void rk_reach_expand(RkReach *reach, double by)
{
    if (rk_reach_is_empty(reach))
        return;
    *reach = (RkReach){reach->x1 - by, reach->y1 - by, reach->x2 + by, reach->y2 + by};
}

double rk_reach_common(const RkReach *a, const RkReach *b)
{
    double width = fmin(a->x2, b->x2) - fmax(a->x1, b->x1), height = fmin(a->y2, b->y2) - fmax(a->y1, b->y1);
    return width > 0 && height > 0 ? width * height : 0;
}

void rk_reach_turn(RkReach *reach, double degrees, double x, double y)
{
    if (degrees == 0 || rk_reach_is_empty(reach))
        return;
    double cosine = cos(degrees * G_PI / 180), sine = sin(degrees * G_PI / 180);
    RkReach turned = RK_REACH_NOTHING;
    for (guint corner = 0; corner < 4; corner++) {
        double right = (corner & 1 ? reach->x2 : reach->x1) - x, down = (corner & 2 ? reach->y2 : reach->y1) - y;
        rk_reach_add(&turned, x + right * cosine - down * sine, y + right * sine + down * cosine);
    }
    *reach = turned;
}

/** From the place of a text to the baseline of its first line. */
static double baseline_shift(RkBaseline baseline, double size)
{
    switch (baseline) {
    case RK_BASELINE_TOP:
        return round(0.79 * size);
    case RK_BASELINE_MIDDLE:
        return round(0.30 * size);
    case RK_BASELINE_BOTTOM:
        return round(-0.21 * size);
    default:
        return 0;
    }
}

static RkReach reach_of_text(const RkNode *node, RkTextMeasurer *measurer)
{
    const RkFont *font = &node->text.font;
    double widest = 0;
    guint count = 0;
    for (const char *const *line = node->text.lines; line != NULL && *line != NULL; line++, count++)
        widest = fmax(widest, rk_text_width(measurer, font, *line));
    if (count == 0)
        return RK_REACH_NOTHING;
    double left = node->text.x + rk_text_line_left(node->text.align, widest);
    double top = node->text.y + baseline_shift(node->text.baseline, font->size) - round(0.8 * font->size);
    double below = (count - 1) * node->text.line_height;
    /* In the grammar the first line stands in the middle, in our own figures all lines together. */
    if (node->text.baseline == RK_BASELINE_MIDDLE && !node->text.by_size)
        top -= below / 2;
    RkReach reach = {left, top, left + widest, top + font->size + below};
    rk_reach_turn(&reach, node->text.angle, node->text.x, node->text.y);
    return reach;
}

static RkReach reach_of_group(const RkNode *group, RkTextMeasurer *measurer)
{
    RkReach frame = {0, 0, group->group.width, group->group.height}, reach = RK_REACH_NOTHING;
    for (const RkNode *child = group->group.first; child != NULL && !group->group.clip; child = child->next) {
        RkReach own = rk_reach_of(child, measurer);
        rk_reach_unite(&reach, &own);
    }
    if (frame.x2 > 0 || frame.y2 > 0)
        rk_reach_unite(&reach, &frame);
    rk_reach_move(&reach, group->group.x, group->group.y);
    return reach;
}

/** Tips of mitered corners reach four halves of the stroke's width out of paths and symbols, sides one. */
static double stroke_reach(const RkNode *node)
{
    gboolean pointed = node->kind == RK_NODE_PATH || node->kind == RK_NODE_SYMBOL;
    return node->style.stroke_width * (pointed && node->style.join == RK_JOIN_MITER ? 2 : 0.5);
}

RkReach rk_reach_of(const RkNode *node, RkTextMeasurer *measurer)
{
    RkReach reach;
    if (node->kind == RK_NODE_TEXT)
        return reach_of_text(node, measurer);
    if (node->kind == RK_NODE_GROUP) {
        reach = reach_of_group(node, measurer);
    } else {
        RkBounds box = rk_node_bounds(node, measurer);
        reach = (RkReach){fmin(box.left, box.right), fmin(box.top, box.bottom), fmax(box.left, box.right),
                          fmax(box.top, box.bottom)};
    }
    if (node->style.stroke.set)
        rk_reach_expand(&reach, stroke_reach(node));
    return reach;
}
