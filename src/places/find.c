/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a word to a place: codes first, exactly as they are written, then NUTS codes, then names. It refuses to choose
 * among places of one name, unless the language that was asked for, or else English, has it for one of them alone.
 */
#include "places/geo-private.h"

#include <string.h>

static const RkGeoCode *find_code(const char *word)
{
    guint low = 0, high = rk_geo_table.code_count;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        int order = strcmp(rk_geo_table.codes[middle].code, word);
        if (order == 0)
            return &rk_geo_table.codes[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static const RkGeoName *find_name(const char *key)
{
    guint low = 0, high = rk_geo_table.name_count;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        int order = strcmp(rk_geo_table.text + rk_geo_table.names[middle].key, key);
        if (order == 0)
            return &rk_geo_table.names[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static const RkGeo *candidate(const RkGeoName *name, guint index)
{
    return &rk_geo_table.records[rk_geo_table.candidates[name->first + index]];
}

/* The candidate that alone has the folded name as its label in a language. */
static const RkGeo *named_in(const RkGeoName *name, const char *key, const char *language)
{
    const RkGeo *only = NULL;
    for (guint i = 0; i < name->count; i++) {
        const char *label = rk_geo_name(candidate(name, i), language);
        g_autofree char *folded = label == NULL ? NULL : rk_geo_fold(label);
        if (folded == NULL || strcmp(folded, key) != 0)
            continue;
        if (only != NULL)
            return NULL;
        only = candidate(name, i);
    }
    return only;
}

static const RkGeo *choose(const RkGeoName *name, const char *key, const char *language)
{
    if (name->count == 1)
        return candidate(name, 0);
    if (name->undecided)
        return NULL;
    const RkGeo *place = language == NULL ? NULL : named_in(name, key, language);
    return place != NULL ? place : named_in(name, key, NULL);
}

static const char *doubt_of(const RkGeo *place, const char *key)
{
    for (guint i = 0; i < rk_geo_table.doubt_count; i++)
        if (&rk_geo_table.records[rk_geo_table.doubts[i].record] == place &&
            strcmp(rk_geo_table.doubts[i].key, key) == 0)
            return rk_geo_table.doubts[i].what;
    return NULL;
}

static gboolean match_name(const char *word, const char *language, RkGeoMatch *match)
{
    g_autofree char *key = rk_geo_fold(word);
    const RkGeoName *name = key == NULL || *key == '\0' ? NULL : find_name(key);
    if (name == NULL)
        return FALSE;
    match->systems = 1u << RK_GEO_NAME;
    match->place = choose(name, key, language);
    if (match->place != NULL) {
        match->kind = match->place->kind;
        match->doubt = doubt_of(match->place, key);
        return TRUE;
    }
    match->count = MIN(name->count, RK_GEO_CANDIDATES);
    for (guint i = 0; i < match->count; i++)
        match->candidates[i] = candidate(name, i);
    match->kind = match->candidates[0]->kind;
    return FALSE;
}

gboolean rk_geo_find(const char *word, const char *language, RkGeoMatch *match)
{
    *match = (RkGeoMatch){NULL};
    if (word == NULL || *word == '\0')
        return FALSE;
    const RkGeoCode *code = find_code(word);
    if (code != NULL) {
        match->place = &rk_geo_table.records[code->record];
        match->kind = match->place->kind;
        match->systems = code->systems;
        return TRUE;
    }
    match->level = rk_geo_nuts_level(word, &match->place);
    if (match->level > 0) {
        match->kind = RK_GEO_REGION;
        match->systems = 1u << RK_GEO_NUTS;
        return TRUE;
    }
    return match_name(word, language, match);
}
