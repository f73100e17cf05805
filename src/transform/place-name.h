/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the places of a column are called: names beside the words of a column that holds places for certain, which stay
 * what they are.
 */
#ifndef RK_TRANSFORM_PLACE_NAME_H
#define RK_TRANSFORM_PLACE_NAME_H

#include "table/table.h"

G_BEGIN_DECLS

/** Which columns of places are named. */
typedef enum {
    RK_PLACES_AS_WRITTEN,
    RK_PLACES_FROM_CODES, /**< those that are written in codes throughout */
    RK_PLACES_FROM_ANY    /**< codes and names of any language alike */
} RkPlaceNaming;

/**
 * For each word of a text column the name of its place in `language`, in English where that has none; NULL for a word
 * that keeps its own spelling: it means no place, several places, or a region. NULL as a whole when the column does not
 * hold places for certain, when codes are asked for and it has others, or when two of its words would get one name.
 * Free with g_free(); the names are static.
 */
RK_API const char **rk_place_word_names(const RkColumn *column, const char *language, RkPlaceNaming naming);

/** The same as a column of its name; NULL when there is nothing to name. */
RK_API RkColumn *rk_place_named_column(const RkColumn *column, const char *language, RkPlaceNaming naming);

G_END_DECLS

#endif
