/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a letter stands: it tries the places around its point, the usual one first, and takes the one that covers least
 * of points, lines and of what stands there already, within the frame: axes have their labels outside. The signs of a
 * gap that is not free stand together, in their order, next to an end of its line. It moves nothing else.
 */
#include "plot/flag-letters-private.h"

#include <math.h>

/** So many signs stand next to the end of a line, and so much of one may be crossed by other lines, as a share. */
enum { MOST_AT_END = 3 };
#define BRUSHED 0.25
/** How far letters beyond a stack move to be clear, in pixels, and how often. */
#define BEYOND_STEP 3.0
enum { MOST_BEYOND = 60 };
/** What letters keep from the frame, in pixels: half their edge, which would else cut the line of an axis. */
#define MARGIN 1.5

/** The places that letters try, in steps from the point's middle: a line leaves room above and below, a lone point
 * beside it, and a gap across the line that is not there. */
static const double on_lines[][2] = {{0, -1}, {0, 1}, {1, 0}, {-1, 0}};
static const double on_points[][2] = {{1, 0}, {0, -1}, {0, 1}, {-1, 0}};
static const double in_lying_rows[][2] = {{1, 0}, {-1, 0}, {2, 0}, {-2, 0}, {3, 0}, {-3, 0}};
static const double in_upright_rows[][2] = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {0, -2}, {0, 2}};
static const double in_gaps[][2] = {{0, 0}, {0, 0.65}, {0, -0.65}, {0, 1}, {0, -1}, {0, 2}, {0, -2}};

static RkReach box_at(const RkFlagLetter *letter, const double *step, double width, double height)
{
    double across = letter->reach > 0 ? letter->reach + width / 2 : width + RK_FLAG_LETTER_GAP;
    double along = letter->reach > 0 ? letter->reach + height / 2 : height + RK_FLAG_LETTER_GAP;
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
static void keep_within_frame(const RkFlagLetters *letters, const RkFlagLetter *letter, RkReach *box)
{
    const RkPanel *panel = letters->unit->panel;
    if (letter->x < -1 || letter->x > panel->width + 1 || letter->y < -1 || letter->y > panel->height + 1)
        return;
    shift_within(&box->x1, &box->x2, panel->width);
    shift_within(&box->y1, &box->y2, panel->height);
}

/** What is looked at to find a place. */
typedef struct {
    RkFlagLetters *letters;
    const RkFlagLetter *letter;
    double width, height;
    RkReach best;
    double least; /**< what the best one covers */
} Search;

static void try_box(Search *search, RkReach box)
{
    keep_within_frame(search->letters, search->letter, &box);
    double here = rk_flag_room_covered(search->letters->room, &box);
    if (here < search->least) {
        search->least = here;
        search->best = box;
    }
}

/** The room next to the end of a line, behind so many signs of that width that stand there already. */
static RkReach box_at_end(const Search *search, guint index, guint signs)
{
    const RkUnit *unit = search->letters->unit;
    RkFlagPoint end = search->letter->ends[index];
    double way = index == 0 ? 1 : -1, reach = RK_FLAG_POINT_REACH + RK_FLAG_POINT_GAP;
    double x = end.x, y = end.y;
    if (unit->horizontal)
        y += way * (reach + search->height / 2 + signs * (search->height + RK_FLAG_POINT_GAP));
    else
        x += way * (reach + search->width / 2 + signs * (search->width + RK_FLAG_POINT_GAP));
    return (RkReach){x - search->width / 2, y - search->height / 2, x + search->width / 2, y + search->height / 2};
}

/** In lines that lie close a sign in the gap would stand at another line than its own; next to the end of its own it
 * does not, even where others brush past it. */
static gboolean try_end(Search *search, guint index)
{
    RkFlagPoint end = search->letter->ends[index];
    for (guint signs = 0; isfinite(end.x) && isfinite(end.y) && signs < MOST_AT_END; signs++) {
        RkReach box = box_at_end(search, index, signs);
        keep_within_frame(search->letters, search->letter, &box);
        /* What stands at the end already keeps a space. */
        RkReach around = box;
        rk_reach_expand(&around, signs > 0 ? RK_FLAG_POINT_GAP : 0);
        if (rk_flag_room_covered(search->letters->room, &around) > BRUSHED * search->width * search->height)
            continue;
        search->best = box;
        search->least = 0;
        return TRUE;
    }
    return FALSE;
}

static void try_steps(Search *search, const double (*steps)[2], guint count)
{
    for (guint i = 0; i < count && search->least > 0; i++)
        try_box(search, box_at(search->letter, steps[i], search->width, search->height));
}

/** Beyond the end of a stack and what is written there already. */
static void try_beyond(Search *search)
{
    const RkFlagLetter *letter = search->letter;
    for (guint i = 0; i < MOST_BEYOND && search->least > 0; i++) {
        double x = letter->x, y = letter->y;
        if (search->letters->unit->horizontal)
            x += RK_FLAG_LETTER_GAP + search->width / 2 + i * BEYOND_STEP;
        else
            y -= RK_FLAG_LETTER_GAP + search->height / 2 + i * BEYOND_STEP;
        search->best =
            (RkReach){x - search->width / 2, y - search->height / 2, x + search->width / 2, y + search->height / 2};
        RkReach around = search->best;
        rk_reach_expand(&around, BEYOND_STEP - 1);
        search->least = rk_flag_room_covered(search->letters->room, &around);
    }
}

static void try_beside(Search *search)
{
    if (search->letters->unit->mark->series)
        try_steps(search, on_lines, G_N_ELEMENTS(on_lines));
    else if (search->letters->rows == RK_FLAG_ROWS_LYING)
        try_steps(search, in_lying_rows, G_N_ELEMENTS(in_lying_rows));
    else if (search->letters->rows == RK_FLAG_ROWS_UPRIGHT)
        try_steps(search, in_upright_rows, G_N_ELEMENTS(in_upright_rows));
    else
        try_steps(search, on_points, G_N_ELEMENTS(on_points));
}

void rk_flag_letter_find_place(RkFlagLetters *letters, const RkFlagLetter *letter, double width, double height,
                               RkReach *best)
{
    Search search = {letters, letter, width, height, {0, 0, 0, 0}, INFINITY};
    if (letter->beyond)
        try_beyond(&search);
    else if (letter->reach > 0)
        try_beside(&search);
    else
        try_steps(&search, in_gaps, G_N_ELEMENTS(in_gaps));
    *best = search.best;
}

gboolean rk_flag_letter_is_free(RkFlagLetters *letters, const RkFlagLetter *letter, double width, double height)
{
    Search search = {letters, letter, width, height, {0, 0, 0, 0}, INFINITY};
    try_steps(&search, in_gaps, 1);
    return search.least <= 0;
}

gboolean rk_flag_letter_find_end(RkFlagLetters *letters, const RkFlagLetter *letter, double width, double height,
                                 RkReach *best)
{
    Search search = {letters, letter, width, height, {0, 0, 0, 0}, INFINITY};
    gboolean found = try_end(&search, 0) || try_end(&search, 1);
    *best = search.best;
    return found;
}
