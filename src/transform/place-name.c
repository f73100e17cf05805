/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names for the words of a column: those of places in a language, else what the data call them. It refuses whatever
 * could put a wrong name on a picture: places of a column that is not sure or has codes of several systems, and two
 * words of one name.
 */
#include "transform/place-name.h"

#include "transform/place-column.h"

#include <string.h>

#include "table/builder.h"
#include "table/labels.h"

/* There are fewer than 300 countries and 2000 regions of NUTS: a column of more words holds something else. */
#define MOST_WORDS 4096

static gboolean is_code(const RkGeoMatch *match)
{
    return match->kind == RK_GEO_REGION || (match->systems & ~(1u << RK_GEO_NAME)) != 0;
}

static gboolean are_codes(const RkPlaceColumn *places)
{
    for (guint32 word = 0; word < places->words; word++)
        if (places->matches[word].place != NULL && !is_code(&places->matches[word]))
            return FALSE;
    return !places->mixed && places->ambiguous == 0;
}

static const char *name_of(const RkGeoMatch *match, const char *language)
{
    if (match->place == NULL || match->kind == RK_GEO_REGION)
        return NULL;
    const char *name = rk_geo_name(match->place, language);
    return name != NULL ? name : rk_geo_name(match->place, NULL);
}

/* FALSE when two words of `used` would look the same. */
static gboolean are_apart(const RkColumn *column, const gboolean *used, const char **names)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint32 word = 0; word < rk_column_words(column); word++) {
        const char *shown = names[word] != NULL ? names[word] : rk_column_word(column, word);
        if (used[word] && !g_hash_table_add(seen, (gpointer)shown))
            return FALSE;
    }
    return TRUE;
}

static void forget(const char **names, guint32 words)
{
    for (guint32 word = 0; word < words; word++)
        names[word] = NULL;
}

/* Names of places, of all that have one or of none. */
static void add_places(const RkColumn *column, const gboolean *used, const char *language, RkPlaceNaming naming,
                       const char **names)
{
    const RkPlaceReading reading = {.language = language, .system = -1};
    g_auto(RkPlaceColumn) places = {NULL};
    if (naming < RK_PLACES_FROM_CODES || !rk_place_column_read(column, &reading, &places, NULL) ||
        !rk_place_column_is_sure(&places) || (naming == RK_PLACES_FROM_CODES && !are_codes(&places)))
        return;
    for (guint32 word = 0; word < places.words; word++)
        names[word] = name_of(&places.matches[word], language);
    if (!are_apart(column, used, names))
        forget(names, places.words);
}

/* What the data call the words that have no name yet, of all that are called something or of none. */
static void add_labels(const RkColumn *column, const gboolean *used, const char **names)
{
    guint32 words = rk_column_words(column);
    g_autofree const char **all = g_memdup2(names, ((gsize)words + 1) * sizeof *names);
    for (guint32 word = 0; word < words; word++)
        all[word] = names[word] != NULL ? names[word] : rk_column_label(column, word);
    if (are_apart(column, used, all))
        memcpy(names, all, words * sizeof *names);
}

static gboolean *find_used(const RkColumn *column)
{
    const guint32 *codes = rk_column_codes(column);
    gboolean *used = g_new0(gboolean, (gsize)rk_column_words(column) + 1);
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (codes[row] < rk_column_words(column))
            used[codes[row]] = TRUE;
    return used;
}

const char **rk_place_word_names(const RkColumn *column, const char *language, RkPlaceNaming naming)
{
    if (naming == RK_PLACES_AS_WRITTEN || rk_column_type(column) != RK_COLUMN_TEXT ||
        rk_column_words(column) > MOST_WORDS)
        return NULL;
    guint32 words = rk_column_words(column);
    gboolean some = FALSE;
    g_autofree gboolean *used = find_used(column);
    g_autofree const char **names = g_new0(const char *, (gsize)words + 1);
    add_places(column, used, language, naming, names);
    add_labels(column, used, names);
    for (guint32 word = 0; word < words; word++)
        some = some || names[word] != NULL;
    return some ? g_steal_pointer(&names) : NULL;
}

RkColumn *rk_place_named_column(const RkColumn *column, const char *language, RkPlaceNaming naming)
{
    g_autofree const char **names = rk_place_word_names(column, language, naming);
    if (names == NULL)
        return NULL;
    RkColumnBuilder *builder = rk_column_builder_new("", RK_COLUMN_TEXT);
    for (guint32 word = 0; word < rk_column_words(column); word++)
        rk_column_builder_text(builder, names[word] != NULL ? names[word] : rk_column_word(column, word), -1);
    g_autoptr(RkColumn) words = rk_column_builder_finish(builder);
    gsize rows = rk_column_length(column);
    guint32 *codes = g_new(guint32, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++) {
        guint32 old = rk_column_codes(column)[row];
        codes[row] = old < rk_column_words(column) ? rk_column_codes(words)[old] : RK_TEXT_MISSING;
    }
    return rk_column_new_codes(rk_column_name(column), codes, rows, words);
}
