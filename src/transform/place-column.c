/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the words of a column as places. A name of several places is decided only when the column itself holds all
 * the others under names of their own; it refuses every other guess.
 */
#include "transform/place-column.h"

#include <string.h>

static void find_used(RkPlaceColumn *places)
{
    const guint32 *codes = rk_column_codes(places->column);
    for (gsize row = 0; row < rk_column_length(places->column); row++)
        if (codes[row] < places->words)
            places->used[codes[row]] = TRUE;
}

static gboolean match_alias(const RkValue *alias, const RkPlaceReading *reading, RkGeoMatch *match, GError **error)
{
    const char *word = rk_value_text_or(alias, NULL);
    if (rk_geo_find(word, reading->language, match)) {
        match->systems = 0;
        match->doubt = NULL;
        return TRUE;
    }
    if (word != NULL && rk_geo_of_id(word) != NULL) {
        *match = (RkGeoMatch){.place = rk_geo_of_id(word)};
        match->kind = match->place->kind;
        return TRUE;
    }
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(alias), "write a code: CG, EL, EU27_2020",
                 "the alias \"%s\" means no place", word != NULL ? word : rk_value_kind_name(alias));
    return FALSE;
}

static gboolean match_word(const char *word, const RkPlaceReading *reading, RkGeoMatch *match, GError **error)
{
    const RkValue *alias = rk_value_get(reading->aliases, word);
    if (alias != NULL)
        return match_alias(alias, reading, match, error);
    rk_geo_find(word, reading->language, match);
    gboolean fits = reading->system < 0 || (match->systems & (1u << reading->system)) != 0 ||
                    (match->kind == RK_GEO_REGION && reading->system == RK_GEO_EUROSTAT);
    if (!fits)
        *match = (RkGeoMatch){NULL};
    return TRUE;
}

static gboolean match_words(RkPlaceColumn *places, const RkPlaceReading *reading, GError **error)
{
    for (guint32 word = 0; word < places->words; word++)
        if (places->used[word] &&
            !match_word(rk_column_word(places->column, word), reading, &places->matches[word], error))
            return FALSE;
    return TRUE;
}

static gboolean holds(const RkPlaceColumn *places, const RkGeo *place)
{
    for (guint32 word = 0; word < places->words; word++)
        if (places->matches[word].place == place && places->matches[word].kind != RK_GEO_REGION &&
            !places->inferred[word])
            return TRUE;
    return FALSE;
}

/* Beside "North Korea", "Korea" is the other one. */
static void infer(RkPlaceColumn *places, guint32 word)
{
    RkGeoMatch *match = &places->matches[word];
    const RkGeo *left = NULL;
    for (guint i = 0; i < match->count; i++) {
        if (holds(places, match->candidates[i]))
            continue;
        if (left != NULL)
            return;
        left = match->candidates[i];
    }
    if (left == NULL)
        return;
    match->place = left;
    places->inferred[word] = TRUE;
}

static void count_words(RkPlaceColumn *places)
{
    for (guint32 word = 0; word < places->words; word++) {
        if (!places->used[word])
            continue;
        places->used_count++;
        if (places->matches[word].place != NULL)
            places->known++;
        else if (places->matches[word].count > 0)
            places->ambiguous++;
        else
            places->unknown++;
    }
}

/* Groups have codes of their own in every system: they do not tell how countries are written. */
static guint systems_of(const RkGeoMatch *match)
{
    if (match->place == NULL || match->kind == RK_GEO_AGGREGATE)
        return 0;
    return match->kind == RK_GEO_REGION ? 1u << RK_GEO_EUROSTAT : match->systems;
}

static void find_systems(RkPlaceColumn *places)
{
    guint common = 0;
    guint32 first = G_MAXUINT32;
    for (guint32 word = 0; word < places->words && !places->mixed; word++) {
        guint systems = systems_of(&places->matches[word]);
        if (systems == 0)
            continue;
        first = first == G_MAXUINT32 ? word : first;
        common = common == 0 ? systems : common & systems;
        if (common != 0)
            continue;
        places->mixed = TRUE;
        places->mixed_words[0] = first;
        places->mixed_words[1] = word;
    }
    places->systems = common;
}

gboolean rk_place_column_read(const RkColumn *column, const RkPlaceReading *reading, RkPlaceColumn *places,
                              GError **error)
{
    guint32 words = rk_column_words(column);
    *places = (RkPlaceColumn){.column = column,
                              .words = words,
                              .used = g_new0(guint8, (gsize)words + 1),
                              .inferred = g_new0(guint8, (gsize)words + 1),
                              .matches = g_new0(RkGeoMatch, (gsize)words + 1)};
    find_used(places);
    if (!match_words(places, reading, error))
        return FALSE;
    for (guint32 word = 0; word < words; word++)
        if (places->matches[word].place == NULL && places->matches[word].count > 1)
            infer(places, word);
    count_words(places);
    find_systems(places);
    return TRUE;
}

void rk_place_column_clear(RkPlaceColumn *places)
{
    g_clear_pointer(&places->used, g_free);
    g_clear_pointer(&places->inferred, g_free);
    g_clear_pointer(&places->matches, g_free);
}

const char *rk_place_column_key(const RkPlaceColumn *places, guint32 word)
{
    if (word >= places->words || places->matches[word].place == NULL)
        return NULL;
    return places->matches[word].kind == RK_GEO_REGION ? rk_column_word(places->column, word)
                                                       : places->matches[word].place->id;
}

static gboolean name_says_place(const char *name)
{
    static const char *const names[] = {
        "geo",         "country",     "country code", "country name", "location", "ref area", "reference area",
        "area",        "entity",      "code",         "iso",          "iso2",     "iso3",     "iso code",
        "iso alpha 2", "iso alpha 3", "nuts",         "nuts code",    "economy",  "partner",  "reporter",
        "territory",   "place",       "salis",        "land",         "pays",     "kraj",     "valstybe"};
    g_autofree char *spaced = g_strdelimit(g_strdup(name), "_-.", ' ');
    g_autofree char *plain = g_str_to_ascii(spaced, "C");
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_ascii_strcasecmp(plain, names[i]) == 0)
            return TRUE;
    return FALSE;
}

gboolean rk_place_column_is_sure(const RkPlaceColumn *places)
{
    guint32 understood = places->known + places->ambiguous;
    if (places->known == 0)
        return FALSE;
    /* One or two words may be codes of anything: the indicator "ID" is not Indonesia. */
    return name_says_place(rk_column_name(places->column)) ? understood >= (places->used_count + 1) / 2
                                                           : understood == places->used_count && places->known >= 3;
}
