/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places within texts of a file. Reads no file: how a text is written there comes with its place.
 */
#ifndef RK_BASE_PLACE_H
#define RK_BASE_PLACE_H

#include "base/error.h"

G_BEGIN_DECLS

/** Where the byte `offset` of a text stands that begins at `place`: the very character also where the file has the text
 * in quotes, with escapes, or as a block. Without a file, places count from line 1. */
RkPlace rk_place_within(const char *text, RkPlace place, gsize offset);
/** How the file writes a text that begins at `place`, for who outlives its document; NULL when that is not known. Free
 * with g_free(). */
char *rk_place_keep_written(const char *text, RkPlace place);

G_END_DECLS

#endif
