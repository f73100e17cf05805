/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of places in the language that somebody asks for. What is asked for and cannot be had is said, never passed
 * over.
 */
#include "cli/naming.h"

#include "places/geo.h"
#include "transform/place-name.h"

gboolean rk_naming_check(const char *language, GError **error)
{
    if (language == NULL || rk_geo_speaks(language))
        return TRUE;
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, "write a language as en, lt, de, pt-BR",
                 "--language: no names of places are known in \"%s\"", language);
    return FALSE;
}

RkColumn *rk_naming_column(const RkColumn *column, const char *language)
{
    return rk_place_named_column(column, language, language == NULL ? RK_PLACES_AS_PUBLISHED : RK_PLACES_FROM_ANY);
}

void rk_naming_warn(const char *language, const char *path, RkDiagnostics *diagnostics)
{
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){path, 0, 0},
                       "a column of codes or names of countries called geo or country is known",
                       "--language %s: no column holds places for certain", language);
}

void rk_naming_note(const RkColumn *column, const char *language, const char *path, RkDiagnostics *diagnostics)
{
    const char *first = NULL;
    guint count = 0;
    for (guint32 word = 0; word < rk_column_words(column); word++) {
        RkGeoMatch match;
        if (!rk_geo_find(rk_column_word(column, word), language, &match) || match.kind == RK_GEO_REGION ||
            rk_geo_name(match.place, language) != NULL)
            continue;
        first = first == NULL ? rk_geo_name(match.place, NULL) : first;
        count++;
    }
    if (count > 0)
        rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, (RkPlace){path, 0, 0}, NULL,
                           "--language %s: it has no name for %u %s, which %s named in English%s \"%s\"", language,
                           count, count == 1 ? "place" : "places", count == 1 ? "is" : "are",
                           count == 1 ? ":" : ", the first", first);
}

RkTable *rk_naming_table(const RkTable *table, const char *language, const char *path, RkDiagnostics *diagnostics)
{
    g_autoptr(RkTable) named = rk_table_ref((RkTable *)table);
    guint count = 0;
    for (guint i = 0; language != NULL && i < rk_table_columns(table); i++) {
        g_autoptr(RkColumn) column = rk_naming_column(rk_table_column(table, i), language);
        if (column == NULL)
            continue;
        rk_naming_note(rk_table_column(table, i), language, path, diagnostics);
        RkTable *next = rk_table_with_column(named, column);
        rk_table_unref(named);
        named = next;
        count++;
    }
    if (language != NULL && count == 0)
        rk_naming_warn(language, path, diagnostics);
    return g_steal_pointer(&named);
}
