/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on a panel already: boxes by stripes of the plane, so that few are looked at for each letter. Lines are
 * taken from the drawing itself, as rows of small boxes, so that curves, gaps and other layers are what they look like.
 */
#include "plot/flag-room.h"

#include <math.h>
#include <string.h>

/** Boxes are looked up by stripes of the plane this wide, in pixels: wider than a letter, narrow enough to hold few. */
#define STRIPE 16.0
/** A line becomes boxes of this length, in pixels. */
#define STEP 4.0
/** More boxes than that of one piece of a line would not make its course clearer. */
enum { MOST_STEPS = 1000 };
/** A letter on a point hides a value, one that brushes a line does not: so much more its area counts. */
#define POINT_WEIGHT 4.0

typedef struct {
    RkReach box;
    double weight;
} Taken;

struct RkFlagRoom {
    GHashTable *stripes; /**< number of a stripe → GArray of Taken */
};

static void free_boxes(gpointer boxes)
{
    g_array_free(boxes, TRUE);
}

RkFlagRoom *rk_flag_room_new(void)
{
    RkFlagRoom *room = g_new0(RkFlagRoom, 1);
    room->stripes = g_hash_table_new_full(NULL, NULL, NULL, free_boxes);
    return room;
}

void rk_flag_room_free(RkFlagRoom *room)
{
    if (room == NULL)
        return;
    g_hash_table_destroy(room->stripes);
    g_free(room);
}

static int stripe_of(double x)
{
    return (int)floor(CLAMP(x, -1e6, 1e6) / STRIPE);
}

static void occupy(RkFlagRoom *room, RkReach box, double weight)
{
    const Taken taken = {box, weight};
    for (int i = stripe_of(box.x1); i <= stripe_of(box.x2); i++) {
        GArray *boxes = g_hash_table_lookup(room->stripes, GINT_TO_POINTER(i));
        if (boxes == NULL) {
            boxes = g_array_new(FALSE, FALSE, sizeof(Taken));
            g_hash_table_insert(room->stripes, GINT_TO_POINTER(i), boxes);
        }
        g_array_append_val(boxes, taken);
    }
}

void rk_flag_room_occupy(RkFlagRoom *room, RkReach box)
{
    occupy(room, box, 1);
}

void rk_flag_room_occupy_point(RkFlagRoom *room, RkReach box)
{
    occupy(room, box, POINT_WEIGHT);
}

double rk_flag_room_covered(const RkFlagRoom *room, const RkReach *box)
{
    double sum = 0;
    for (int i = stripe_of(box->x1); i <= stripe_of(box->x2); i++) {
        const GArray *boxes = g_hash_table_lookup(room->stripes, GINT_TO_POINTER(i));
        for (guint k = 0; boxes != NULL && k < boxes->len; k++) {
            const Taken *taken = &g_array_index(boxes, Taken, k);
            sum += taken->weight * rk_reach_common(box, &taken->box);
        }
    }
    return sum;
}

void rk_flag_room_occupy_texts(RkFlagRoom *room, const RkNode *node, RkTextMeasurer *measurer)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == RK_NODE_TEXT)
            rk_flag_room_occupy(room, rk_reach_of(node, measurer));
        else if (node->kind == RK_NODE_GROUP && node->group.x == 0 && node->group.y == 0)
            rk_flag_room_occupy_texts(room, node->group.first, measurer);
    }
}

static void occupy_piece(RkFlagRoom *room, const double from[2], const double to[2], double half)
{
    double across = to[0] - from[0], down = to[1] - from[1];
    guint count = (guint)CLAMP(ceil(hypot(across, down) / STEP), 1, MOST_STEPS);
    for (guint i = 0; i < count; i++) {
        double x1 = from[0] + across * i / count, x2 = from[0] + across * (i + 1) / count;
        double y1 = from[1] + down * i / count, y2 = from[1] + down * (i + 1) / count;
        rk_flag_room_occupy(
            room, (RkReach){fmin(x1, x2) - half, fmin(y1, y2) - half, fmax(x1, x2) + half, fmax(y1, y2) + half});
    }
}

static void occupy_path(RkFlagRoom *room, const RkNode *node)
{
    static const guint counts[] = {[RK_PATH_MOVE] = 2, [RK_PATH_LINE] = 2, [RK_PATH_CURVE] = 6, [RK_PATH_ARC] = 5};
    const RkPath *path = &node->path.path;
    double here[2] = {NAN, NAN};
    for (guint i = 0, at = 0; i < path->verb_count && path->verbs[i] < G_N_ELEMENTS(counts); i++) {
        guint verb = path->verbs[i], count = counts[verb];
        double next[2] = {node->path.x + path->numbers[at + count - 2], node->path.y + path->numbers[at + count - 1]};
        if (verb != RK_PATH_MOVE && verb != RK_PATH_ARC && isfinite(here[0]))
            occupy_piece(room, here, next, node->style.stroke_width / 2);
        here[0] = next[0];
        here[1] = next[1];
        at += count;
    }
}

/** Grids lie behind everything and are in nobody's way. */
static gboolean holds_marks(const RkNode *node)
{
    return node->kind == RK_NODE_GROUP && node->group.x == 0 && node->group.y == 0 &&
           node->meaning.class_name != NULL && strstr(node->meaning.class_name, "role-mark") != NULL;
}

void rk_flag_room_occupy_lines(RkFlagRoom *room, const RkNode *node)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == RK_NODE_PATH && node->style.stroke.set && !node->style.fill.set)
            occupy_path(room, node);
        else if (node->kind == RK_NODE_RULE)
            occupy_piece(room, (const double[2]){node->rule.x, node->rule.y},
                         (const double[2]){node->rule.x2, node->rule.y2}, node->style.stroke_width / 2);
        else if (holds_marks(node))
            rk_flag_room_occupy_lines(room, node->group.first);
    }
}
