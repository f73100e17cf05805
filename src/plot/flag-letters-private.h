/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters of flags that have no place yet, shared by the file that collects and writes them and the one that finds
 * their places.
 */
#ifndef RK_PLOT_FLAG_LETTERS_PRIVATE_H
#define RK_PLOT_FLAG_LETTERS_PRIVATE_H

#include "plot/flag-room.h"
#include "plot/flags.h"

G_BEGIN_DECLS

/** Between a point and its letter, in pixels. */
#define RK_FLAG_LETTER_GAP 4.0
/** Half the side of the square that a point of a line keeps free, in pixels. */
#define RK_FLAG_POINT_REACH 3.0
/** Between a point and the edge of a letter, in pixels: more than half its halo, which would else bite into the point.
 */
#define RK_FLAG_POINT_GAP 2.5

typedef struct {
    const char *text;
    double x, y;
    double reach; /**< how far the letter stands from the middle of its point; 0: of a gap */
    RkColor color;
    gboolean inside;     /**< stands on the plain colour of its mark */
    gboolean beyond;     /**< of a part of a stack that is too thin: x, y is the end of the stack */
    gboolean in_line;    /**< of a gap of a line, which `ends` speak of */
    RkFlagPoint ends[2]; /**< of a gap: where the line ends before it and goes on behind it; NAN: it does not */
} RkFlagLetter;

/** How the points stand: a letter that left its row would be another row's. */
typedef enum { RK_FLAG_ROWS_NONE, RK_FLAG_ROWS_LYING, RK_FLAG_ROWS_UPRIGHT, RK_FLAG_ROWS_CELLS } RkFlagRows;

struct RkFlagLetters {
    RkUnit *unit;
    RkFont font;
    GArray *letters; /**< RkFlagLetter */
    RkFlagRows rows;
    RkFlagRoom *room;
    GHashTable *beside; /**< texts with their points: lines that meet at a value share its letter */
};

/* flag-places.c */
/** The best box of that size. */
void rk_flag_letter_find_place(RkFlagLetters *letters, const RkFlagLetter *letter, double width, double height,
                               RkReach *best);
/** Whether nothing is in the way of a sign in its gap. */
gboolean rk_flag_letter_is_free(RkFlagLetters *letters, const RkFlagLetter *letter, double width, double height);
/** A box of that size next to an end of the sign's line; FALSE when both ends are hemmed in. */
gboolean rk_flag_letter_find_end(RkFlagLetters *letters, const RkFlagLetter *letter, double width, double height,
                                 RkReach *best);

G_END_DECLS

#endif
