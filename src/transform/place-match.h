/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Joining by places: rows of two tables belong together when their keys mean the same place, however each writes it.
 */
#ifndef RK_TRANSFORM_PLACE_MATCH_H
#define RK_TRANSFORM_PLACE_MATCH_H

#include "transform/place-column.h"
#include "transform/lookup.h"

/** Two columns of places and which word of one is which word of the other. Zeroed memory is nothing. */
typedef struct {
    RkPlaceColumn key, other;
} RkPlaceMatch;

/** Reads both. FALSE with a located error when an alias means no place. */
gboolean rk_place_match_read(const RkColumn *key, const RkColumn *other, const RkPlaceReading *reading,
                             RkPlaceMatch *match, GError **error);
void rk_place_match_clear(RkPlaceMatch *match);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkPlaceMatch, rk_place_match_clear)

/** As rk_match_rows(): words that mean no place match themselves. */
guint32 *rk_place_match_rows(const RkPlaceMatch *match, RkMatch which, gsize *repeated);
/** A note that places were matched though nobody asked for it. */
void rk_place_match_report_found(const RkPlaceMatch *match, RkPlace place, RkDiagnostics *diagnostics);
/** Notes and warnings: who found nothing and why, who was left out. `quiet` leaves out those
 * who found nothing. */
void rk_place_match_report(const RkPlaceMatch *match, const guint32 *matches, gboolean quiet, RkPlace place,
                           RkDiagnostics *diagnostics);

#endif
