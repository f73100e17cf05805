/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes around outlines: exact for lines, curves and arcs, by the corners for texts that are turned. Strokes are not
 * regarded, because how far one reaches depends on joins and caps and on who asks.
 */
#include "scene/bounds.h"

#include <math.h>

#include "scene/scene-private.h"
#include "scene/symbol.h"
#include "scene/text-box.h"

static const RkBounds nothing = {INFINITY, INFINITY, -INFINITY, -INFINITY};

static void include(RkBounds *bounds, double x, double y)
{
    bounds->left = fmin(bounds->left, x);
    bounds->right = fmax(bounds->right, x);
    bounds->top = fmin(bounds->top, y);
    bounds->bottom = fmax(bounds->bottom, y);
}

static double bezier(const double at[4], double t)
{
    double s = 1 - t;
    return s * s * s * at[0] + 3 * s * s * t * at[1] + 3 * s * t * t * at[2] + t * t * t * at[3];
}

/** The places between 0 and 1 where a cubic curve turns back in one coordinate: roots of its derivative. */
static guint turns(const double at[4], double roots[2])
{
    double a = -at[0] + 3 * at[1] - 3 * at[2] + at[3];
    double b = 2 * (at[0] - 2 * at[1] + at[2]);
    double c = at[1] - at[0];
    guint count = 0;
    double found[2] = {NAN, NAN};
    if (fabs(a) < 1e-12) {
        found[0] = -c / b;
    } else {
        double root = sqrt(b * b - 4 * a * c);
        found[0] = (-b + root) / (2 * a);
        found[1] = (-b - root) / (2 * a);
    }
    for (guint i = 0; i < 2; i++)
        if (found[i] > 0 && found[i] < 1)
            roots[count++] = found[i];
    return count;
}

static void include_curve(RkBounds *bounds, const double start[2], const double *numbers)
{
    const double x[4] = {start[0], numbers[0], numbers[2], numbers[4]};
    const double y[4] = {start[1], numbers[1], numbers[3], numbers[5]};
    double roots[2];
    for (guint i = turns(x, roots); i > 0; i--)
        include(bounds, bezier(x, roots[i - 1]), bezier(y, roots[i - 1]));
    for (guint i = turns(y, roots); i > 0; i--)
        include(bounds, bezier(x, roots[i - 1]), bezier(y, roots[i - 1]));
    include(bounds, x[3], y[3]);
}

/** An arc reaches its two ends and every quarter of the circle that lies between them. */
static void include_arc(RkBounds *bounds, const double *numbers)
{
    double first = fmin(numbers[3], numbers[4]), last = fmax(numbers[3], numbers[4]);
    include(bounds, numbers[0] + numbers[2] * cos(first), numbers[1] + numbers[2] * sin(first));
    include(bounds, numbers[0] + numbers[2] * cos(last), numbers[1] + numbers[2] * sin(last));
    double quarter = ceil(first / G_PI_2);
    for (guint i = 0; i < 4 && (quarter + i) * G_PI_2 <= last; i++)
        include(bounds, numbers[0] + numbers[2] * cos((quarter + i) * G_PI_2),
                numbers[1] + numbers[2] * sin((quarter + i) * G_PI_2));
}

/** Draws one verb from where the pen stands to where it stands then. */
static void include_verb(RkBounds *bounds, guint8 verb, const double *numbers, double pen[2])
{
    switch (verb) {
    case RK_PATH_CURVE:
        include_curve(bounds, pen, numbers);
        pen[0] = numbers[4], pen[1] = numbers[5];
        break;
    case RK_PATH_ARC:
        include_arc(bounds, numbers);
        pen[0] = numbers[0] + numbers[2] * cos(numbers[4]);
        pen[1] = numbers[1] + numbers[2] * sin(numbers[4]);
        break;
    case RK_PATH_CLOSE:
        break;
    default:
        include(bounds, numbers[0], numbers[1]);
        pen[0] = numbers[0], pen[1] = numbers[1];
    }
}

static RkBounds path_bounds(const RkPath *path)
{
    RkBounds bounds = nothing;
    const double *at = path->numbers;
    double pen[2] = {0, 0};
    for (guint i = 0; i < path->verb_count; i++) {
        include_verb(&bounds, path->verbs[i], at, pen);
        at += rk_path_verb_numbers(path->verbs[i]);
    }
    return bounds;
}

static RkBounds turned(const RkBounds *flat, double degrees)
{
    double sine = sin(degrees * G_PI / 180), cosine = cos(degrees * G_PI / 180);
    const double corners[4][2] = {
        {flat->left, flat->top}, {flat->right, flat->top}, {flat->right, flat->bottom}, {flat->left, flat->bottom}};
    RkBounds bounds = nothing;
    for (guint i = 0; i < 4; i++)
        include(&bounds, corners[i][0] * cosine - corners[i][1] * sine, corners[i][0] * sine + corners[i][1] * cosine);
    return bounds;
}

/** A path turned around the origin: points, and of arcs the middle and both angles. */
static RkPath turned_path(const RkPath *path, double degrees, RkScene *scene)
{
    double angle = degrees * G_PI / 180, sine = sin(angle), cosine = cos(angle);
    double *numbers = rk_scene_array(scene, path->number_count, sizeof *numbers);
    guint at = 0;
    for (guint i = 0; i < path->verb_count; i++) {
        guint count = rk_path_verb_numbers(path->verbs[i]), points = path->verbs[i] == RK_PATH_ARC ? 2 : count;
        for (guint k = 0; k + 1 < points; k += 2) {
            numbers[at + k] = path->numbers[at + k] * cosine - path->numbers[at + k + 1] * sine;
            numbers[at + k + 1] = path->numbers[at + k] * sine + path->numbers[at + k + 1] * cosine;
        }
        if (path->verbs[i] == RK_PATH_ARC) {
            numbers[at + 2] = path->numbers[at + 2];
            numbers[at + 3] = path->numbers[at + 3] + angle;
            numbers[at + 4] = path->numbers[at + 4] + angle;
        }
        at += count;
    }
    return (RkPath){path->verbs, path->verb_count, numbers, path->number_count};
}

static RkBounds symbol_bounds(const RkNode *node)
{
    g_autoptr(RkScene) scene = rk_scene_new(0, 0);
    g_autoptr(RkPathBuilder) builder = rk_path_builder_new();
    if (!rk_symbol_outline(node->symbol.shape, node->symbol.size, builder))
        return nothing;
    RkPath path = rk_path_take(builder, scene);
    if (node->symbol.angle != 0)
        path = turned_path(&path, node->symbol.angle, scene);
    return path_bounds(&path);
}

/** Outlines are asked for once a look, not once a symbol. */
static RkBounds symbols_bounds(const RkNode *node)
{
    RkBounds bounds = nothing;
    g_autofree RkBounds *looks = g_new0(RkBounds, MAX(node->symbols.look_count, 1));
    for (guint i = 0; i < node->symbols.look_count; i++) {
        const RkSymbolLook *look = &node->symbols.look[i];
        RkNode symbol = {.kind = RK_NODE_SYMBOL, .symbol = {0, 0, look->size, look->angle, look->shape}};
        looks[i] = rk_node_bounds(&symbol, NULL);
    }
    for (guint i = 0; i < node->symbols.count; i++) {
        const RkBounds *one = &looks[node->symbols.looks == NULL ? 0 : node->symbols.looks[i]];
        double x = node->symbols.x[i], y = node->symbols.y[i];
        bounds.left = MIN(bounds.left, x + one->left);
        bounds.right = MAX(bounds.right, x + one->right);
        bounds.top = MIN(bounds.top, y + one->top);
        bounds.bottom = MAX(bounds.bottom, y + one->bottom);
    }
    return bounds;
}

static RkBounds text_bounds(const RkNode *node, RkTextMeasurer *measurer)
{
    RkTextBox box = rk_text_box(node, measurer);
    return (RkBounds){box.left, box.top, box.right, box.bottom};
}

/** At its own origin, before it is turned. */
static RkBounds flat_bounds(const RkNode *node, RkTextMeasurer *measurer)
{
    switch (node->kind) {
    case RK_NODE_GROUP:
        return (RkBounds){0, 0, node->group.width, node->group.height};
    case RK_NODE_RECT:
        return (RkBounds){0, 0, node->rect.width, node->rect.height};
    case RK_NODE_PATH:
        return path_bounds(&node->path.path);
    case RK_NODE_SYMBOL:
        return symbol_bounds(node);
    case RK_NODE_RULE:
        return (RkBounds){fmin(0, node->rule.x2 - node->rule.x), fmin(0, node->rule.y2 - node->rule.y),
                          fmax(0, node->rule.x2 - node->rule.x), fmax(0, node->rule.y2 - node->rule.y)};
    case RK_NODE_TEXT:
        return text_bounds(node, measurer);
    case RK_NODE_SYMBOLS:
        return symbols_bounds(node);
    default:
        return nothing;
    }
}

static double angle_of(const RkNode *node)
{
    return node->kind == RK_NODE_TEXT ? node->text.angle : 0;
}

/** Every kind but the path begins with its place; the path has it as well. */
static void place_of(const RkNode *node, double *x, double *y)
{
    switch (node->kind) {
    case RK_NODE_RECT:
        *x = node->rect.x, *y = node->rect.y;
        break;
    case RK_NODE_PATH:
        *x = node->path.x, *y = node->path.y;
        break;
    case RK_NODE_SYMBOL:
        *x = node->symbol.x, *y = node->symbol.y;
        break;
    case RK_NODE_RULE:
        *x = node->rule.x, *y = node->rule.y;
        break;
    case RK_NODE_TEXT:
        *x = node->text.x, *y = node->text.y;
        break;
    case RK_NODE_SYMBOLS:
        *x = 0, *y = 0;
        break;
    default:
        *x = node->group.x, *y = node->group.y;
    }
}

RkBounds rk_node_bounds(const RkNode *node, RkTextMeasurer *measurer)
{
    double x, y, angle = angle_of(node);
    place_of(node, &x, &y);
    RkBounds bounds = flat_bounds(node, measurer);
    if (bounds.left > bounds.right)
        bounds = (RkBounds){0, 0, 0, 0};
    else if (angle != 0)
        bounds = turned(&bounds, angle);
    return (RkBounds){bounds.left + x, bounds.top + y, bounds.right + x, bounds.bottom + y};
}
