/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The boxes around outlines, that gradients are measured by, and the names of ways to mix colours. Line widths have no
 * part in a box; the outline of a symbol is that of its area.
 */
#include "scene/scene-private.h"
#include "scene/symbol.h"

#include <math.h>

const char *const *rk_blend_words(void)
{
    static const char *const words[] = {"normal",     "multiply",    "screen",     "overlay",    "darken",
                                        "lighten",    "color-dodge", "color-burn", "hard-light", "soft-light",
                                        "difference", "exclusion",   "hue",        "saturation", "color",
                                        "luminosity", NULL};
    return words;
}

static void include(double box[4], double x, double y)
{
    box[0] = fmin(box[0], x);
    box[1] = fmin(box[1], y);
    box[2] = fmax(box[2], x);
    box[3] = fmax(box[3], y);
}

/** An arc is followed in small steps. */
static void include_arc(double box[4], const double *arc, double x, double y)
{
    const guint steps = 32;
    for (guint i = 0; i <= steps; i++) {
        double angle = arc[3] + (arc[4] - arc[3]) * i / steps;
        include(box, x + arc[0] + arc[2] * cos(angle), y + arc[1] + arc[2] * sin(angle));
    }
}

/** The control points of a curve are taken in: the box may be a little large. */
static void include_path(double box[4], const RkPath *path, double x, double y)
{
    const double *at = path->numbers;
    for (guint i = 0; i < path->verb_count; i++) {
        guint count = rk_path_verb_numbers(path->verbs[i]);
        if (path->verbs[i] == RK_PATH_ARC) {
            include_arc(box, at, x, y);
        } else {
            for (guint k = 0; k + 1 < count; k += 2)
                include(box, x + at[k], y + at[k + 1]);
        }
        at += count;
    }
}

gboolean rk_node_box(const RkNode *node, double box[4])
{
    box[0] = box[1] = INFINITY;
    box[2] = box[3] = -INFINITY;
    switch (node->kind) {
    case RK_NODE_RECT:
        include(box, node->rect.x, node->rect.y);
        include(box, node->rect.x + node->rect.width, node->rect.y + node->rect.height);
        break;
    case RK_NODE_PATH:
        include_path(box, &node->path.path, node->path.x, node->path.y);
        break;
    case RK_NODE_SYMBOL: {
        double half = sqrt(fmax(node->symbol.size, 0)) / 2;
        include(box, node->symbol.x - half, node->symbol.y - half);
        include(box, node->symbol.x + half, node->symbol.y + half);
        break;
    }
    case RK_NODE_RULE:
        include(box, node->rule.x, node->rule.y);
        include(box, node->rule.x2, node->rule.y2);
        break;
    default:
        break;
    }
    return box[0] <= box[2];
}
