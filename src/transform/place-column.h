/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column of texts as places: what each of its words means, and what is wrong with them together. A word is looked up
 * once, however many rows it has.
 */
#ifndef RK_TRANSFORM_PLACE_COLUMN_H
#define RK_TRANSFORM_PLACE_COLUMN_H

#include "places/geo.h"
#include "transform/transform.h"

/** How words are read. */
typedef struct {
    const char *language;   /**< whose names count first */
    int system;             /**< the RkGeoSystem that words must be of; -1: any */
    const RkValue *aliases; /**< a map from words to codes or names; may be NULL */
} RkPlaceReading;

/** Zeroed memory is nothing. */
typedef struct {
    const RkColumn *column;
    guint32 words;
    guint8 *used;        /**< for each word: in some row */
    guint8 *inferred;    /**< for each word: a name of several, of which the others are in the column */
    RkGeoMatch *matches; /**< for each word; `place` is NULL where it is not understood */
    guint32 used_count, known, unknown, ambiguous;
    gboolean mixed; /**< countries are written in ways that no system has in common */
    guint32 mixed_words[2];
    guint systems; /**< bits: the ways all countries are written in; 0 when they are mixed or none */
} RkPlaceColumn;

/** Reads a column of texts. FALSE with a located error when an alias means no place. */
gboolean rk_place_column_read(const RkColumn *column, const RkPlaceReading *reading, RkPlaceColumn *places,
                              GError **error);
void rk_place_column_clear(RkPlaceColumn *places);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkPlaceColumn, rk_place_column_clear)

/** What tells the place of a word from others: the id, of regions the code; NULL for words that mean none. */
const char *rk_place_column_key(const RkPlaceColumn *places, guint32 word);
/** TRUE when the column holds places for certain: by its words alone, or by its name and most of them. */
gboolean rk_place_column_is_sure(const RkPlaceColumn *places);
/** The first system that all words have in common, as a word; "names", "codes of several kinds". */
const char *rk_place_column_system(const RkPlaceColumn *places);
/** "\"Congo\" is DR Congo (CD) or Congo Republic (CG)". Free with g_free(). */
char *rk_place_column_candidates(const RkPlaceColumn *places, guint32 word);
/** Warnings and notes about words that stand for one place twice, mixed systems, names taken with a doubt. */
void rk_place_column_report(const RkPlaceColumn *places, RkPlace place, RkDiagnostics *diagnostics);

/** {Congo: CG, …} */
#define RK_PROPERTY_ALIASES                                                                                            \
    {                                                                                                                  \
        .name = "aliases", .allow = RK_ALLOW_MAP, .summary = "what words mean that are not understood: {Congo: CG}"    \
    }

#endif
