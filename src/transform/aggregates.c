/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column called "aggregate" decides alone. Otherwise each word is looked up once; words such as TOTAL count where
 * most others are places.
 */
#include "transform/aggregates.h"

#include "transform/place-column.h"

#include <string.h>

/* Words that a warning names. */
enum { SHOWN = 5 };

/* The meanings of a word. */
enum { OTHER, COUNTRY, GROUP };

static gboolean is_text(const RkColumn *column)
{
    return column != NULL && rk_column_type(column) == RK_COLUMN_TEXT;
}

static guint8 meaning_of(const RkPlaceColumn *places, guint32 word)
{
    const RkGeoMatch *match = &places->matches[word];
    if (rk_geo_is_aggregate(rk_column_word(places->column, word)))
        return GROUP;
    return match->place != NULL || match->count > 0 ? COUNTRY : OTHER;
}

static gboolean is_sum(const RkPlaceColumn *places, guint32 word)
{
    return rk_geo_is_sum_among_places(rk_column_word(places->column, word));
}

/* What each word means; TRUE when there are at least as many places as words that could be anything. Free `meanings`.
 */
static gboolean find_meanings(const RkPlaceColumn *places, guint8 **meanings)
{
    guint counts[] = {0, 0, 0};
    *meanings = g_new0(guint8, (gsize)places->words + 1);
    for (guint32 word = 0; word < places->words; word++) {
        if (!places->used[word])
            continue;
        (*meanings)[word] = meaning_of(places, word);
        counts[(*meanings)[word]] += !is_sum(places, word);
    }
    gboolean among_places = counts[COUNTRY] > 0 && counts[COUNTRY] >= counts[OTHER];
    for (guint32 word = 0; among_places && word < places->words; word++)
        if (places->used[word] && (*meanings)[word] == OTHER && is_sum(places, word))
            (*meanings)[word] = GROUP;
    return among_places;
}

/* The codes of Our World in Data, when the names are its entities and some have one. */
static const RkColumn *find_codes(const RkTable *table, const RkColumn *places)
{
    if (!is_text(places) || g_ascii_strcasecmp(rk_column_name(places), "Entity") != 0)
        return NULL;
    const RkColumn *codes = rk_table_find(table, "Code");
    codes = codes != NULL ? codes : rk_table_find(table, "code");
    return is_text(codes) && rk_column_words(codes) > 0 ? codes : NULL;
}

/* Where codes are kept, a name that no row has a code for is that of a group, unless it is known better. */
static void add_uncoded(const RkColumn *codes, const RkPlaceColumn *places, guint8 *meanings)
{
    const guint32 *words = rk_column_codes(places->column);
    g_autofree guint8 *coded = g_new0(guint8, (gsize)places->words + 1);
    for (gsize row = 0; row < rk_column_length(codes); row++)
        if (words[row] < places->words && !rk_column_is_missing(codes, row))
            coded[words[row]] = TRUE;
    for (guint32 word = 0; word < places->words; word++)
        if (places->used[word] && !coded[word] && meanings[word] == OTHER)
            meanings[word] = GROUP;
}

/* Marks the groups; `known` those rows, too, whose word is that of a place. TRUE when the column holds places. */
static gboolean mark_rows(const RkTable *table, const RkColumn *column, guint8 *groups, guint8 *known)
{
    const RkPlaceReading reading = {.system = -1};
    g_auto(RkPlaceColumn) places = {NULL};
    if (!rk_place_column_read(column, &reading, &places, NULL))
        return FALSE;
    g_autofree guint8 *meanings = NULL;
    gboolean among_places = find_meanings(&places, &meanings);
    const RkColumn *codes = find_codes(table, column);
    if (codes != NULL)
        add_uncoded(codes, &places, meanings);
    const guint32 *words = rk_column_codes(column);
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        guint8 meaning = words[row] < places.words ? meanings[words[row]] : GROUP;
        groups[row] |= words[row] < places.words && meaning == GROUP;
        known[row] |= meaning != OTHER;
    }
    return among_places;
}

static void list_unknown(const RkColumn *places, const guint8 *known, GPtrArray *unknown)
{
    g_autofree guint8 *seen = g_new0(guint8, (gsize)rk_column_words(places) + 1);
    const guint32 *words = rk_column_codes(places);
    for (gsize row = 0; row < rk_column_length(places); row++) {
        if (known[row] || words[row] == RK_TEXT_MISSING || seen[words[row]])
            continue;
        seen[words[row]] = TRUE;
        g_ptr_array_add(unknown, (gpointer)rk_column_word(places, words[row]));
    }
}

static void mark_by_column(const RkColumn *marked, guint8 *rows)
{
    for (gsize row = 0; row < rk_column_length(marked); row++)
        rows[row] = rk_column_booleans(marked)[row] == 1;
}

void rk_aggregates_find(const RkTable *table, const RkColumn *places, RkAggregates *found)
{
    gsize rows = rk_table_rows(table);
    const RkColumn *marked = rk_table_find(table, "aggregate"), *geo = rk_table_find(table, "geo");
    *found = (RkAggregates){g_new0(guint8, MAX(rows, 1)), g_ptr_array_new()};
    if (marked != NULL && rk_column_type(marked) == RK_COLUMN_BOOLEAN) {
        mark_by_column(marked, found->rows);
        return;
    }
    const RkColumn *columns[] = {places, geo != places ? geo : NULL}, *named = NULL;
    g_autofree guint8 *known = g_new0(guint8, MAX(rows, 1));
    /* Where names are no places, codes are none either, whatever they look like. */
    gboolean among_places = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
        if (!is_text(columns[i]))
            continue;
        among_places = mark_rows(table, columns[i], found->rows, known) && among_places;
        named = named != NULL ? named : columns[i];
    }
    if (among_places && named != NULL)
        list_unknown(named, known, found->unknown);
}

void rk_aggregates_clear(RkAggregates *found)
{
    g_clear_pointer(&found->rows, g_free);
    g_clear_pointer(&found->unknown, g_ptr_array_unref);
}

char *rk_aggregates_unknown(const RkAggregates *found)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < MIN(found->unknown->len, SHOWN); i++)
        g_string_append_printf(text, "%s\"%s\"", i == 0 ? "" : ", ", (const char *)found->unknown->pdata[i]);
    if (found->unknown->len > SHOWN)
        g_string_append_printf(text, " and %u more", found->unknown->len - SHOWN);
    return g_string_free(text, FALSE);
}
