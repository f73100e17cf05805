/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the categories of a domain are ordered by, for the files that find the order and make it.
 */
#ifndef RK_PLOT_SORT_PRIVATE_H
#define RK_PLOT_SORT_PRIVATE_H

#include "plot/scale.h"

typedef struct {
    char *text;
    char *spelling;   /**< what names are compared by */
    double key;       /**< what is sorted by; NaN comes last */
    double number;    /**< the category as a number; NaN when it is none */
    guint seen;       /**< position of first appearance */
    guint aside;      /**< position among those put aside + 1; 0 for the others */
    gboolean word;    /**< of a mixed column: the value is a text, whatever it reads as */
    gboolean missing; /**< the grammar's category of missing values, before all others */
} RkSortEntry;

typedef struct {
    gboolean by_key;
    gboolean descending;
    gboolean as_seen;
    gboolean ties_as_seen; /**< equal keys stand as the rows came, as in Vega */
} RkSortOrder;

/** sort-order.c: what the channel's `sort` asks for; fills in the keys of the entries. */
gboolean rk_sort_order(RkScale *scale, RkSortOrder *order, RkSortEntry *entries, GError **error);

/** sort-layers.c: the `sort` that holds for all layers of the scale; NULL: by name, or, with `as_seen`, as the values
 * come: `sort: null` asks for that, and so do values that the figure writes out itself. */
const RkValue *rk_sort_definition(const RkScale *scale, gboolean *as_seen);

/** sort-keys.c: sets the keys by `op` over `field`. FALSE with a located error. */
gboolean rk_sort_by_field(RkScale *scale, const RkValue *field, const RkValue *op, RkSortEntry *entries,
                          GError **error);
/** By the number of rows of each category. */
gboolean rk_sort_by_count(RkScale *scale, RkPlace place, RkSortEntry *entries, GError **error);
/** By what another channel draws: its statistic over the rows in the grammar, else the sum of a stack, the least value
 * or word otherwise. */
gboolean rk_sort_by_channel(RkScale *scale, const char *channel_name, RkPlace place, RkSortEntry *entries,
                            GError **error);
/** sort-mixed.c: finds out which categories of mixed columns are texts, and warns of those that are numbers as well. */
void rk_sort_find_words(const RkScale *scale, RkSortEntry *entries, guint count);
/** Numbers among words, by name. */
void rk_sort_mixed(RkSortEntry *entries, guint count, gboolean descending);
/** sort-words.c: by the words that another channel shows, the first of each category, in the order of their names. */
void rk_sort_by_words(RkScale *scale, RkChannel channel, RkSortEntry *entries);
/** Where each text of a column stands among the others; NaN for a missing one. Free with g_free(). */
double *rk_sort_places_of_words(const RkColumn *column);
/** The category of a text; guests of the grammar have one of missing values. */
guint32 rk_sort_category(const RkScale *scale, const char *text);

#endif
