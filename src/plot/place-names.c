/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes are shown by names: on axes, in legends, labels and texts, and in the order of names. The data keep their
 * codes, so that filters, conditions, domains and highlights go on speaking of those. Places have names in the language
 * of the figure, when it names one; other codes are called what the data call them. A figure of the grammar shows what
 * it has, unless it asks.
 */
#include <string.h>

#include "plot/plot-private.h"
#include "plot/scale.h"
#include "transform/lines.h"

void rk_plotting_begin_place_names(RkPlotting *plotting)
{
    const RkValue *root = rk_figure_root(plotting->figure), *wish = rk_value_get(root, "placeNames");
    gboolean by_itself = rk_value_has(root, "language") && !plotting->vega_lite;
    plotting->place_naming = wish != NULL
                                 ? (rk_value_boolean_or(wish, FALSE) ? RK_PLACES_FROM_ANY : RK_PLACES_AS_WRITTEN)
                             : by_itself            ? RK_PLACES_FROM_CODES
                             : !plotting->vega_lite ? RK_PLACES_AS_PUBLISHED
                                                    : RK_PLACES_AS_WRITTEN;
    plotting->place_names = g_hash_table_new_full(g_direct_hash, g_direct_equal, (GDestroyNotify)rk_column_unref,
                                                  (GDestroyNotify)g_hash_table_unref);
}

static GHashTable *make_names(const RkPlotting *plotting, const RkColumn *column)
{
    GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree const char **words =
        rk_place_word_names(column, rk_figure_language(plotting->figure), plotting->place_naming);
    for (guint32 word = 0; words != NULL && word < rk_column_words(column); word++)
        if (words[word] != NULL)
            g_hash_table_insert(names, (gpointer)rk_column_word(column, word), (gpointer)words[word]);
    return names;
}

/** Reading a column of places costs more than asking twice. */
static const char *name_in(RkPlotting *plotting, const RkColumn *column, const char *word)
{
    GHashTable *names = g_hash_table_lookup(plotting->place_names, column);
    if (names == NULL) {
        names = make_names(plotting, column);
        g_hash_table_insert(plotting->place_names, rk_column_ref(column), names);
    }
    return g_hash_table_lookup(names, word);
}

const char *rk_plotting_place_name(RkPlotting *plotting, const RkColumn *column, const char *word)
{
    if (plotting->place_naming == RK_PLACES_AS_WRITTEN || word == NULL)
        return word;
    const char *name = name_in(plotting, column, word);
    return name != NULL ? name : word;
}

const char *rk_scale_category_name(const RkScale *scale, const char *category)
{
    RkPlotting *plotting = scale->plotting;
    g_autofree char *lines = rk_lines_joined(category, "\n");
    if (lines != NULL)
        return g_string_chunk_insert_const(plotting->strings, lines);
    for (guint i = 0; plotting->place_naming != RK_PLACES_AS_WRITTEN && i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const char *name = use->column != NULL && rk_column_type(use->column) == RK_COLUMN_TEXT
                               ? name_in(plotting, use->column, category)
                               : NULL;
        if (name != NULL)
            return name;
    }
    return category;
}
