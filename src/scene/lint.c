/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for what a careful reader would see at once: text that leaves the picture or its frame, and text over text. It
 * judges boxes from capitals to descenders, turned as the text is, not glyphs; what touches by less than a pixel
 * passes.
 */
#include "scene/text-box.h"

#include "base/limits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TOLERANCE 1.0
#define LONGEST_QUOTE 60

typedef struct {
    double left, top, right, bottom;
} Bounds;

typedef struct {
    double x, y;
} Point;

typedef struct {
    const RkNode *node;
    guint order;
    Point corner[4];
    Bounds bounds;
} Box;

typedef struct {
    RkTextMeasurer *measurer;
    RkDiagnostics *diagnostics;
    GArray *boxes;
    guint overlaps; /* found so far */
} Linter;

/* The text in quotes for a message, shortened between characters. */
static char *quote(const RkNode *node)
{
    g_autofree char *text = g_strjoinv(" ", (char **)node->text.lines);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    if (g_utf8_strlen(valid, -1) <= LONGEST_QUOTE)
        return g_strdup_printf("\"%s\"", valid);
    g_autofree char *start = g_utf8_substring(valid, 0, LONGEST_QUOTE - 1);
    return g_strdup_printf("\"%s…\"", start);
}

static gboolean shows(const RkNode *node)
{
    if (node->kind != RK_NODE_TEXT || node->style.opacity <= 0)
        return FALSE;
    return (node->style.fill.set && node->style.fill.color.alpha > 0) ||
           (node->style.stroke.set && node->style.stroke.color.alpha > 0);
}

static Bounds bounds_of(const Point corner[4])
{
    Bounds bounds = {corner[0].x, corner[0].y, corner[0].x, corner[0].y};
    for (guint i = 1; i < 4; i++) {
        bounds.left = MIN(bounds.left, corner[i].x);
        bounds.right = MAX(bounds.right, corner[i].x);
        bounds.top = MIN(bounds.top, corner[i].y);
        bounds.bottom = MAX(bounds.bottom, corner[i].y);
    }
    return bounds;
}

static Box box_of(Linter *linter, const RkNode *node, Point origin)
{
    RkTextBox text = rk_text_box(node, linter->measurer);
    const Point flat[4] = {
        {text.left, text.top}, {text.right, text.top}, {text.right, text.bottom}, {text.left, text.bottom}};
    double sine = sin(node->text.angle * G_PI / 180);
    double cosine = cos(node->text.angle * G_PI / 180);
    Box box = {.node = node, .order = linter->boxes->len};
    for (guint i = 0; i < 4; i++) {
        box.corner[i].x = origin.x + node->text.x + flat[i].x * cosine - flat[i].y * sine;
        box.corner[i].y = origin.y + node->text.y + flat[i].x * sine + flat[i].y * cosine;
    }
    box.bounds = bounds_of(box.corner);
    return box;
}

static void warn(Linter *linter, const RkNode *node, const char *hint, const char *what)
{
    g_autofree char *text = quote(node);
    rk_diagnostics_add(linter->diagnostics, RK_SEVERITY_WARNING, RK_NOWHERE, hint, "the text %s %s", text, what);
}

static gboolean leaves(const Bounds *inner, const Bounds *outer)
{
    return inner->left < outer->left - TOLERANCE || inner->right > outer->right + TOLERANCE ||
           inner->top < outer->top - TOLERANCE || inner->bottom > outer->bottom + TOLERANCE;
}

/* `cut` is the frame that cuts the text; NULL when only the picture's edge does. */
static void visit_text(Linter *linter, const RkNode *node, Point origin, const Bounds *picture, const Bounds *cut)
{
    Box box = box_of(linter, node, origin);
    if (box.bounds.right - box.bounds.left <= 0 && box.bounds.bottom - box.bounds.top <= 0)
        return;
    if (leaves(&box.bounds, picture))
        warn(linter, node, "give it more room or fewer words", "leaves the picture");
    else if (cut != NULL && leaves(&box.bounds, cut))
        warn(linter, node, NULL, "is cut off at its frame");
    g_array_append_val(linter->boxes, box);
}

static Bounds intersect(const Bounds *first, const Bounds *second)
{
    return (Bounds){MAX(first->left, second->left), MAX(first->top, second->top), MIN(first->right, second->right),
                    MIN(first->bottom, second->bottom)};
}

static void visit_group(Linter *linter, const RkNode *group, Point origin, const Bounds *picture, const Bounds *cut)
{
    Point inside = {origin.x + group->group.x, origin.y + group->group.y};
    Bounds frame = {inside.x, inside.y, inside.x + group->group.width, inside.y + group->group.height};
    Bounds visible = cut == NULL ? frame : intersect(cut, &frame);
    for (const RkNode *node = group->group.first; node != NULL; node = node->next) {
        if (node->kind == RK_NODE_GROUP)
            visit_group(linter, node, inside, picture, group->group.clip ? &visible : cut);
        else if (shows(node) && node->text.lines != NULL && node->text.lines[0] != NULL)
            visit_text(linter, node, inside, picture, group->group.clip ? &visible : cut);
    }
}

static void project(const Box *box, Point axis, double *least, double *most)
{
    *least = INFINITY;
    *most = -INFINITY;
    for (guint i = 0; i < 4; i++) {
        double at = box->corner[i].x * axis.x + box->corner[i].y * axis.y;
        *least = MIN(*least, at);
        *most = MAX(*most, at);
    }
}

/* Two turned rectangles are apart when a line parallel to a side of one parts them. */
static gboolean parted_along(const Box *sides, const Box *a, const Box *b)
{
    for (guint i = 0; i < 2; i++) {
        Point axis = {sides->corner[i + 1].x - sides->corner[i].x, sides->corner[i + 1].y - sides->corner[i].y};
        double length = hypot(axis.x, axis.y);
        if (length <= 0)
            return TRUE;
        axis.x /= length;
        axis.y /= length;
        double a_least, a_most, b_least, b_most;
        project(a, axis, &a_least, &a_most);
        project(b, axis, &b_least, &b_most);
        if (a_most - b_least <= TOLERANCE || b_most - a_least <= TOLERANCE)
            return TRUE;
    }
    return FALSE;
}

/* The same words at the same place are a text and its halo. */
static gboolean is_halo(const Box *a, const Box *b)
{
    return memcmp(a->corner, b->corner, sizeof a->corner) == 0 &&
           g_strv_equal(a->node->text.lines, b->node->text.lines);
}

static void compare_pair(Linter *linter, const Box *a, const Box *b)
{
    if (parted_along(a, a, b) || parted_along(b, a, b) || is_halo(a, b))
        return;
    linter->overlaps++;
    const Box *over = a->order > b->order ? a : b;
    const Box *under = over == a ? b : a;
    g_autofree char *upper = quote(over->node);
    g_autofree char *lower = quote(under->node);
    rk_diagnostics_add(linter->diagnostics, RK_SEVERITY_WARNING, RK_NOWHERE, NULL, "the text %s lies over %s", upper,
                       lower);
}

static int by_left_side(gconstpointer first, gconstpointer second)
{
    const Box *a = first;
    const Box *b = second;
    if (a->bounds.left != b->bounds.left)
        return a->bounds.left < b->bounds.left ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* From left to right: a box is compared with those only that begin before it ends. */
static void compare_all(Linter *linter)
{
    g_array_sort(linter->boxes, by_left_side);
    const Box *boxes = (const Box *)linter->boxes->data;
    guint count = linter->boxes->len;
    for (guint i = 0; i < count && linter->overlaps < RK_LIMIT_DIAGNOSTICS; i++)
        for (guint j = i + 1; j < count && boxes[j].bounds.left < boxes[i].bounds.right - TOLERANCE; j++)
            if (boxes[j].bounds.top < boxes[i].bounds.bottom - TOLERANCE &&
                boxes[i].bounds.top < boxes[j].bounds.bottom - TOLERANCE)
                compare_pair(linter, &boxes[i], &boxes[j]);
}

void rk_scene_lint(const RkScene *scene, RkTextMeasurer *measurer, RkDiagnostics *diagnostics)
{
    g_autoptr(GArray) boxes = g_array_new(FALSE, FALSE, sizeof(Box));
    Linter linter = {measurer, diagnostics, boxes, 0};
    Bounds picture = {0, 0, rk_scene_width(scene), rk_scene_height(scene)};
    visit_group(&linter, rk_scene_root(scene), (Point){0, 0}, &picture, NULL);
    compare_all(&linter);
}
