/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The column of what is compared, which is places most often. Without a name it is guessed by what columns are called,
 * and by what they hold.
 */
#include "cli/selection.h"

#include "places/geo.h"
#include "table/companions.h"

/** TRUE when at least `part` of the words of a column are places or groups of them. */
static gboolean holds_places(const RkColumn *column, double part)
{
    RkGeoMatch match;
    guint32 words = rk_column_words(column), known = 0;
    for (guint32 i = 0; i < words; i++)
        known += rk_geo_find(rk_column_word(column, i), "en", &match) || match.count > 0 ||
                 rk_geo_is_aggregate(rk_column_word(column, i));
    return words > 1 && known >= part * words;
}

/** The first column of which all words are places, else most: REF_AREA stands behind columns that are the same
 * everywhere. */
static const RkColumn *find_places(const RkTable *table)
{
    static const double parts[] = {1, 0.5};
    for (guint k = 0; k < G_N_ELEMENTS(parts); k++)
        for (guint i = 0; i < rk_table_columns(table); i++) {
            const RkColumn *column = rk_table_column(table, i);
            if (rk_column_type(column) == RK_COLUMN_TEXT && holds_places(column, parts[k]))
                return column;
        }
    return NULL;
}

static const RkColumn *find_text(const RkTable *table)
{
    for (guint i = 0; i < rk_table_columns(table); i++)
        if (rk_column_type(rk_table_column(table, i)) == RK_COLUMN_TEXT)
            return rk_table_column(table, i);
    return NULL;
}

static gboolean tells_apart(const RkColumn *column)
{
    const guint32 *codes = rk_column_codes(column);
    for (gsize row = 1; codes != NULL && row < rk_column_length(column); row++)
        if (codes[row] != codes[0])
            return TRUE;
    return FALSE;
}

/* The first column of texts that tells rows apart, and says nothing of values; `otherwise` when there is none. */
static const RkColumn *find_telling(const RkTable *table, const RkColumn *otherwise)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (tells_apart(column) && rk_column_role(rk_column_name(column)) == RK_ROLE_PLAIN)
            return column;
    }
    return otherwise;
}

const RkColumn *rk_selection_entity(const RkTable *table, const char *name, const char *option, const char *path,
                                    GError **error)
{
    if (name != NULL)
        return rk_table_require(table, name, (RkPlace){path, 0, 0}, error);
    static const char *const usual[] = {"country", "geo"};
    for (guint i = 0; i < G_N_ELEMENTS(usual); i++) {
        const RkColumn *column = rk_table_find(table, usual[i]);
        if (column != NULL && rk_column_type(column) == RK_COLUMN_TEXT)
            return column;
    }
    const RkColumn *first = find_text(table);
    /* A column that tells no rows apart tells no places apart. */
    if (first != NULL && rk_column_words(first) < 2 && find_places(table) != NULL)
        return find_places(table);
    if (first != NULL && rk_column_words(first) < 2)
        first = find_telling(table, first);
    if (first == NULL) {
        g_autofree char *hint = g_strdup_printf("name the column of the places: %s", option);
        rk_error_set(error, RK_ERROR_DATA, (RkPlace){path, 0, 0}, hint, "has no column of texts");
    }
    return first;
}
