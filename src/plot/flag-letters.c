/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the letters of flags stand beside points, and the signs of missing values in the gaps of lines. Each tries the
 * places around its point, the usual one first, and takes the one that covers least of points and of what stands there
 * already, within the frame: axes have their labels outside. It moves nothing farther than beside its point, and leaves
 * none out but a letter that is written at that point already.
 */
#include "plot/flags.h"

#include <math.h>

#include "plot/reach.h"
#include "plot/readable.h"

/** Between a point and its letter, in pixels. */
#define GAP 4.0
/** Half the side of the square that a point of a line keeps free, in pixels. */
#define POINT_REACH 3.0
/** Between a point and the edge of a letter, in pixels: more than half its halo, which would else bite into the point.
 */
#define POINT_GAP 2.5
/** Boxes are looked up by stripes of the plane this wide, in pixels: wider than a letter, narrow enough to hold few. */
#define STRIPE 16.0
/** What letters keep from the frame, in pixels: half their edge, which would else cut the line of an axis. */
#define MARGIN 1.5

typedef struct {
    const char *text;
    double x, y;
    double reach; /**< how far the letter stands from the middle of its point; 0: of a gap */
    RkColor color;
    gboolean inside; /**< stands on the plain colour of its mark */
} Letter;

struct RkFlagLetters {
    RkUnit *unit;
    RkFont font;
    GArray *letters;     /**< Letter */
    GHashTable *stripes; /**< number of a stripe → GArray of RkReach */
    GHashTable *beside;  /**< texts with their points: lines that meet at a value share its letter */
};

RkFont rk_unit_flag_font(const RkUnit *unit)
{
    static const char *const blocks[] = {"flags", NULL};
    return rk_plotting_font(unit->plotting, NULL, blocks, "", 9.33);
}

static void free_boxes(gpointer boxes)
{
    g_array_free(boxes, TRUE);
}

RkFlagLetters *rk_flag_letters_new(RkUnit *unit)
{
    RkFlagLetters *letters = g_new0(RkFlagLetters, 1);
    letters->unit = unit;
    letters->font = rk_unit_flag_font(unit);
    letters->letters = g_array_new(FALSE, FALSE, sizeof(Letter));
    letters->stripes = g_hash_table_new_full(NULL, NULL, NULL, free_boxes);
    letters->beside = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return letters;
}

static int stripe_of(double x)
{
    return (int)floor(CLAMP(x, -1e6, 1e6) / STRIPE);
}

static void occupy(RkFlagLetters *letters, RkReach box)
{
    for (int i = stripe_of(box.x1); i <= stripe_of(box.x2); i++) {
        GArray *boxes = g_hash_table_lookup(letters->stripes, GINT_TO_POINTER(i));
        if (boxes == NULL) {
            boxes = g_array_new(FALSE, FALSE, sizeof(RkReach));
            g_hash_table_insert(letters->stripes, GINT_TO_POINTER(i), boxes);
        }
        g_array_append_val(boxes, box);
    }
}

/** The area that `box` has in common with all that is there; what lies in two stripes counts twice. */
static double covered(const RkFlagLetters *letters, const RkReach *box)
{
    double sum = 0;
    for (int i = stripe_of(box->x1); i <= stripe_of(box->x2); i++) {
        const GArray *boxes = g_hash_table_lookup(letters->stripes, GINT_TO_POINTER(i));
        for (guint k = 0; boxes != NULL && k < boxes->len; k++)
            sum += rk_reach_common(box, &g_array_index(boxes, RkReach, k));
    }
    return sum;
}

/** How far the point of a row reaches from its middle; 0 where a line has none. */
static double point_reach(RkUnit *unit, gsize row)
{
    const RkValue *point = rk_unit_property(unit, "point");
    double size = 0;
    if (!unit->mark->series)
        size = rk_unit_visual(unit, RK_CHANNEL_SIZE, row, rk_unit_number(unit, "size", 30));
    else if (unit->mark->flags_as == RK_FLAG_ON_LINE &&
             (rk_value_is(point, RK_VALUE_MAP) || rk_value_boolean_or(point, FALSE)))
        size = rk_value_number_or(rk_value_get(point, "size"), 30);
    return isfinite(size) && size > 0 ? sqrt(size) / 2 : 0;
}

gboolean rk_flag_letters_add_beside(RkFlagLetters *letters, gsize row, const char *text)
{
    RkUnit *unit = letters->unit;
    RkFlagPoint here = rk_unit_flag_point(unit, (guint32)row);
    /* In the middle of a sector there is room. */
    Letter letter = {
        text, here.x, here.y, unit->mark->polar ? 0 : GAP, rk_plotting_palette(unit->plotting, "secondary", "#57606A"),
        FALSE};
    if (unit->mark->polar && !rk_unit_uncertain(unit, row)) {
        letter.color = rk_plotting_readable_on(unit->plotting, rk_unit_row_color(unit, row));
        letter.inside = TRUE;
    }
    if (!isfinite(letter.x) || !isfinite(letter.y))
        return FALSE;
    /* Where lines run close to each other, the colour tells whose letter it is. */
    if (unit->mark->series)
        letter.color = rk_plotting_readable(unit->plotting, rk_unit_row_color(unit, (guint32)row));
    if (!unit->mark->polar)
        letter.reach = fmax(GAP, point_reach(unit, row) + (unit->mark->series ? POINT_GAP : GAP));
    if (g_hash_table_add(letters->beside, g_strdup_printf("%.1f %.1f %s", letter.x, letter.y, text)))
        g_array_append_val(letters->letters, letter);
    return TRUE;
}

gboolean rk_flag_letters_add_start(RkFlagLetters *letters, gsize row, const char *text)
{
    RkUnit *unit = letters->unit;
    RkFlagPoint start = rk_unit_flag_row_start(unit, (guint32)row);
    RkColor color = rk_plotting_readable(unit->plotting, rk_unit_row_color(unit, (guint32)row));
    Letter letter = {text, start.x, start.y, GAP, color, FALSE};
    if (!isfinite(letter.x) || !isfinite(letter.y))
        return FALSE;
    g_array_append_val(letters->letters, letter);
    return TRUE;
}

void rk_flag_letters_keep_off(RkFlagLetters *letters, RkReach box)
{
    occupy(letters, box);
}

void rk_flag_letters_add_gap(RkFlagLetters *letters, const RkFlagGap *gap)
{
    RkUnit *unit = letters->unit;
    RkColor color = rk_plotting_readable(unit->plotting, rk_unit_row_color(unit, gap->row));
    Letter letter = {gap->text, gap->x, gap->y, 0, color, FALSE};
    g_array_append_val(letters->letters, letter);
}

/** A point is in the way of every letter, the rows without flags as well, and so are those of other layers. */
static void occupy_points(RkFlagLetters *letters, RkUnit *unit)
{
    if ((unit->mark->flags_as & (RK_FLAG_ON_POINT | RK_FLAG_ON_LINE | RK_FLAG_ON_AREA)) == 0)
        return;
    for (gsize row = 0; row < rk_table_rows(unit->table); row++) {
        double x = rk_unit_position(unit, RK_CHANNEL_X, row, 0.5);
        double y = rk_unit_position(unit, RK_CHANNEL_Y, row, 0.5), reach = fmax(point_reach(unit, row), POINT_REACH);
        if (isfinite(x) && isfinite(y))
            occupy(letters, (RkReach){x - reach, y - reach, x + reach, y + reach});
    }
}

/** So are the names at the ends of lines, and what other layers have written. */
static void occupy_texts(RkFlagLetters *letters, const RkNode *node)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == RK_NODE_TEXT)
            occupy(letters, rk_reach_of(node, letters->unit->plotting->measurer));
        else if (node->kind == RK_NODE_GROUP && node->group.x == 0 && node->group.y == 0)
            occupy_texts(letters, node->group.first);
    }
}

/** The places that letters try, in steps from the point's middle: a line leaves room above and below, a lone point
 * beside it, and a gap across the line that is not there. */
static const double on_lines[][2] = {{0, -1}, {0, 1}, {1, 0}, {-1, 0}};
static const double on_points[][2] = {{1, 0}, {0, -1}, {0, 1}, {-1, 0}};
static const double in_gaps[][2] = {{0, 0}, {0, 0.65}, {0, -0.65}, {0, 1}, {0, -1}, {0, 2}, {0, -2}};

static RkReach box_at(const Letter *letter, const double *step, double width, double height)
{
    double across = letter->reach > 0 ? letter->reach + width / 2 : width + GAP;
    double along = letter->reach > 0 ? letter->reach + height / 2 : height + GAP;
    double x = letter->x + step[0] * across, y = letter->y + step[1] * along;
    return (RkReach){x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

/** One side of a box between 0 and `length`, moved as little as needed. */
static void shift_within(double *low, double *high, double length)
{
    double by = fmax(0, MARGIN - *low);
    by = *high + by > length - MARGIN ? length - MARGIN - *high : by;
    *low += by;
    *high += by;
}

/** What belongs to a point within the frame stands within it, too. */
static void keep_within_frame(const RkFlagLetters *letters, const Letter *letter, RkReach *box)
{
    const RkPanel *panel = letters->unit->panel;
    if (letter->x < -1 || letter->x > panel->width + 1 || letter->y < -1 || letter->y > panel->height + 1)
        return;
    shift_within(&box->x1, &box->x2, panel->width);
    shift_within(&box->y1, &box->y2, panel->height);
}

static void write_letter(RkFlagLetters *letters, RkNode *group, const Letter *letter)
{
    RkPlotting *plotting = letters->unit->plotting;
    const double(*steps)[2] = letter->reach == 0 ? in_gaps : letters->unit->mark->series ? on_lines : on_points;
    guint count = letter->reach == 0 ? G_N_ELEMENTS(in_gaps) : G_N_ELEMENTS(on_lines);
    /* Small letters fill most of the height of their font, hardly any its whole. */
    double width = rk_plotting_text_width(plotting, &letters->font, letter->text), height = letters->font.size * 0.9;
    RkReach best = {0, 0, 0, 0};
    double least = INFINITY;
    for (guint i = 0; i < count && least > 0; i++) {
        RkReach box = box_at(letter, steps[i], width, height);
        keep_within_frame(letters, letter, &box);
        double here = covered(letters, &box);
        if (here < least) {
            least = here;
            best = box;
        }
    }
    occupy(letters, best);
    RkNode *node = rk_plotting_add_text(plotting, group, letter->text, (best.x1 + best.x2) / 2, (best.y1 + best.y2) / 2,
                                        &letters->font, letter->color, RK_ALIGN_CENTER, RK_BASELINE_MIDDLE);
    if (!letter->inside)
        rk_plotting_add_halo(plotting, node);
}

void rk_flag_letters_write(RkFlagLetters *letters, RkNode *group, const RkNode *parent)
{
    const GPtrArray *units = letters->unit->panel->units;
    for (guint i = 0; letters->letters->len > 0 && i < units->len; i++)
        occupy_points(letters, g_ptr_array_index(units, i));
    if (letters->letters->len > 0)
        occupy_texts(letters, parent->group.first);
    /* A gap has fewer places than a point: its sign chooses first. */
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < letters->letters->len; i++) {
            const Letter *letter = &g_array_index(letters->letters, Letter, i);
            if ((letter->reach == 0) == (pass == 0))
                write_letter(letters, group, letter);
        }
    }
    g_array_free(letters->letters, TRUE);
    g_hash_table_destroy(letters->stripes);
    g_hash_table_destroy(letters->beside);
    g_free(letters);
}
