/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far up and down a node can leave traces, so that a painter of a band passes over what lies outside. Rough and
 * always on the far side: a text is not measured, only bounded.
 */
#include "render/paint-private.h"

#include "scene/symbol.h"

#include <math.h>
#include <string.h>

/* Of a mitre, in stroke widths: half of Cairo's limit. */
#define MITRE 5.0
/* Letters with marks above and below stay within so many sizes of the baseline, and are so many sizes wide. */
#define LETTER 2.0

/* Antialiasing reaches into the next pixel, however many of them there are to the unit. */
#define EDGE 1.0

static RkReach around(double y, double distance)
{
    return (RkReach){y - distance, y + distance};
}

static RkReach include(RkReach reach, double y)
{
    return (RkReach){fmin(reach.top, y), fmax(reach.bottom, y)};
}

static RkReach path_reach(const RkPath *path)
{
    RkReach reach = {INFINITY, -INFINITY};
    const double *at = path->numbers;
    for (guint i = 0; i < path->verb_count; i++) {
        switch (path->verbs[i]) {
        case RK_PATH_MOVE:
        case RK_PATH_LINE:
            reach = include(reach, at[1]);
            at += 2;
            break;
        case RK_PATH_CURVE:
            reach = include(include(include(reach, at[1]), at[3]), at[5]);
            at += 6;
            break;
        case RK_PATH_ARC:
            reach = include(include(reach, at[1] - fabs(at[2])), at[1] + fabs(at[2]));
            at += 5;
            break;
        default:
            break;
        }
    }
    return reach;
}

static RkReach text_reach(const RkNode *node)
{
    double height = 0;
    double widest = 0;
    for (const char *const *line = node->text.lines; line != NULL && *line != NULL; line++) {
        height += fabs(node->text.line_height);
        if (node->text.angle != 0)
            widest = fmax(widest, LETTER * node->text.font.size * (double)strlen(*line));
    }
    return around(node->text.y, height + LETTER * node->text.font.size + widest);
}

static RkReach node_reach(const RkNode *node)
{
    switch (node->kind) {
    case RK_NODE_GROUP:
        return (RkReach){0, node->group.height};
    case RK_NODE_RECT:
        return (RkReach){node->rect.y, node->rect.y + fmax(node->rect.height, 0)};
    case RK_NODE_PATH: {
        RkReach reach = path_reach(&node->path.path);
        return (RkReach){reach.top + node->path.y, reach.bottom + node->path.y};
    }
    case RK_NODE_SYMBOL:
        /* An outline of a figure's own may reach anywhere. */
        return around(node->symbol.y, g_strv_contains(rk_symbol_names(), node->symbol.shape)
                                          ? sqrt(fmax(node->symbol.size, 0))
                                          : INFINITY);
    case RK_NODE_SYMBOLS:
        return around(0, INFINITY);
    case RK_NODE_RULE:
        return include(around(node->rule.y, 0), node->rule.y2);
    case RK_NODE_TEXT:
    default:
        return text_reach(node);
    }
}

gboolean rk_paint_touches(const RkNode *node, RkReach band)
{
    RkReach reach = node_reach(node);
    double edge = EDGE + (node->style.stroke.set ? MITRE * fmax(node->style.stroke_width, 0) : 0);
    return reach.bottom + edge >= band.top && reach.top - edge <= band.bottom;
}
