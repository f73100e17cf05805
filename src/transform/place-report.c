/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be said about a column of places: two codes for one place, systems that are mixed, names that have another
 * meaning, too.
 */
#include "transform/place-column.h"

const char *rk_place_column_system(const RkPlaceColumn *places)
{
    /* The order in which a system is told by name: most codes belong to several. */
    static const RkGeoSystem order[] = {RK_GEO_ALPHA2,     RK_GEO_EUROSTAT, RK_GEO_ALPHA3, RK_GEO_NUMERIC,
                                        RK_GEO_WORLD_BANK, RK_GEO_OWID,     RK_GEO_OTHER};
    if (places->mixed)
        return "codes of several kinds";
    for (guint i = 0; i < G_N_ELEMENTS(order); i++)
        if (places->systems & (1u << order[i]))
            return rk_geo_system_names()[order[i]];
    return places->systems != 0 ? "names" : "groups";
}

char *rk_place_column_candidates(const RkPlaceColumn *places, guint32 word)
{
    const RkGeoMatch *match = &places->matches[word];
    GString *text = g_string_new(NULL);
    g_string_append_printf(text, "\"%s\" is ", rk_column_word(places->column, word));
    for (guint i = 0; i < match->count; i++) {
        const RkGeo *place = match->candidates[i];
        const char *name = rk_geo_name(place, NULL);
        g_string_append_printf(text, "%s%s (%s)", i == 0 ? "" : " or ", name != NULL ? name : place->id, place->id);
    }
    return g_string_free(text, FALSE);
}

static void report_mixed(const RkPlaceColumn *places, RkPlace place, RkDiagnostics *diagnostics)
{
    rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place,
                       "name the system that is meant with from, and give aliases for the others",
                       "\"%s\" writes places in several ways: \"%s\" and \"%s\"", rk_column_name(places->column),
                       rk_column_word(places->column, places->mixed_words[0]),
                       rk_column_word(places->column, places->mixed_words[1]));
}

static void report_twice(const RkPlaceColumn *places, RkPlace place, RkDiagnostics *diagnostics)
{
    g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint32 word = 0; word < places->words; word++) {
        const char *key = places->used[word] ? rk_place_column_key(places, word) : NULL;
        if (key == NULL)
            continue;
        const char *text = rk_column_word(places->column, word), *other = g_hash_table_lookup(first, key);
        if (other == NULL)
            g_hash_table_insert(first, (gpointer)key, (gpointer)text);
        else
            rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, place, "filter to one of them",
                               "\"%s\" and \"%s\" in \"%s\" are the same place, %s", other, text,
                               rk_column_name(places->column), key);
    }
}

static void report_taken(const RkPlaceColumn *places, RkPlace place, RkDiagnostics *diagnostics)
{
    for (guint32 word = 0; word < places->words; word++) {
        const RkGeoMatch *match = &places->matches[word];
        const char *text = rk_column_word(places->column, word);
        if (places->inferred[word])
            rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, place, "an alias would say it",
                               "\"%s\" is taken for %s, because the other of that name is in \"%s\", too", text,
                               match->place->id, rk_column_name(places->column));
        else if (match->place != NULL && match->doubt != NULL)
            rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, place, "an alias would say it",
                               "\"%s\" is taken for the country %s, not for %s", text, match->place->id, match->doubt);
    }
}

void rk_place_column_report(const RkPlaceColumn *places, RkPlace place, RkDiagnostics *diagnostics)
{
    if (places->mixed)
        report_mixed(places, place, diagnostics);
    report_twice(places, place, diagnostics);
    report_taken(places, place, diagnostics);
}
