/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on a panel already, as boxes, so that letters find room between them. It knows nothing of letters.
 */
#ifndef RK_PLOT_FLAG_ROOM_H
#define RK_PLOT_FLAG_ROOM_H

#include "plot/mark.h"
#include "plot/reach.h"

G_BEGIN_DECLS

typedef struct RkFlagRoom RkFlagRoom;

RkFlagRoom *rk_flag_room_new(void);
void rk_flag_room_free(RkFlagRoom *room);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkFlagRoom, rk_flag_room_free)
void rk_flag_room_occupy(RkFlagRoom *room, RkReach box);
/** A point counts more than a line or a text: under a letter it could not be read. */
void rk_flag_room_occupy_point(RkFlagRoom *room, RkReach box);
/** The area that `box` has in common with all that is there, that of points more than once; what lies in two stripes
 * counts twice. */
double rk_flag_room_covered(const RkFlagRoom *room, const RkReach *box);
/** Texts of what is drawn so far: the names at the ends of lines, and what other layers have written. */
void rk_flag_room_occupy_texts(RkFlagRoom *room, const RkNode *node, RkTextMeasurer *measurer);
/** Lines of what is drawn so far, whatever mark they are of. Curves count as their chords. */
void rk_flag_room_occupy_lines(RkFlagRoom *room, const RkNode *node);

G_END_DECLS

#endif
