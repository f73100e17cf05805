/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the words of a column are called: names beside the words of a column that holds places for certain or has
 * published labels, which stay what they are.
 */
#ifndef RK_TRANSFORM_PLACE_NAME_H
#define RK_TRANSFORM_PLACE_NAME_H

#include "table/table.h"

G_BEGIN_DECLS

/** Which columns of places are named; all but the first show what the data call their codes. */
typedef enum {
    RK_PLACES_AS_WRITTEN,
    RK_PLACES_AS_PUBLISHED, /**< none */
    RK_PLACES_FROM_CODES,   /**< those that are written in codes throughout */
    RK_PLACES_FROM_ANY      /**< codes and names of any language alike */
} RkPlaceNaming;

/**
 * For each word of a text column the name of its place in `language`, in English where that has none, else the label
 * that the data give it; NULL for a word that keeps its own spelling. Places are not named where the column does not
 * hold them for certain, where codes are asked for and it has others, or where two of its words would get one name;
 * labels are not used where two words would look the same. NULL as a whole when no word has a name. Free with g_free();
 * the names live as long as the column's words.
 */
RK_API const char **rk_place_word_names(const RkColumn *column, const char *language, RkPlaceNaming naming);

/** The same as a column of its name; NULL when there is nothing to name. */
RK_API RkColumn *rk_place_named_column(const RkColumn *column, const char *language, RkPlaceNaming naming);

G_END_DECLS

#endif
