/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of places: the table and its words.
 */
#include "places/geo-private.h"

#include "base/shape.h"

#include <string.h>

const RkGeo *rk_geo_all(guint *count)
{
    *count = rk_geo_table.record_count;
    return rk_geo_table.records;
}

const RkGeo *rk_geo_of_id(const char *id)
{
    for (guint i = 0; i < rk_geo_table.record_count; i++)
        if (strcmp(rk_geo_table.records[i].id, id) == 0)
            return &rk_geo_table.records[i];
    return NULL;
}

/* TRUE when `tag` begins with `language` as a whole: "pt_BR.UTF-8" with "pt-BR" and with "pt". */
static gboolean begins_with(const char *tag, const char *language)
{
    for (; *language != '\0'; tag++, language++) {
        char letter = *tag == '_' || *tag == '@' ? '-' : *tag;
        if (g_ascii_tolower(letter) != g_ascii_tolower(*language))
            return FALSE;
    }
    return *tag == '\0' || strchr("-_.@", *tag) != NULL;
}

/* The longest language that a tag begins with; -1 for none. */
static int language_number(const char *tag)
{
    int best = -1;
    for (guint i = 0; tag != NULL && i < rk_geo_table.language_count; i++) {
        const char *language = rk_geo_table.languages[i];
        if (begins_with(tag, language) && (best < 0 || strlen(language) > strlen(rk_geo_table.languages[best])))
            best = (int)i;
    }
    return tag == NULL ? 0 : best;
}

const char *rk_geo_name(const RkGeo *place, const char *language)
{
    int number = language_number(language);
    gsize index = (gsize)(place - rk_geo_table.records);
    guint32 offset = number < 0 ? 0 : rk_geo_table.labels[(gsize)number * rk_geo_table.record_count + index];
    return offset == 0 ? NULL : rk_geo_table.text + offset;
}

const char *const *rk_geo_languages(void)
{
    return rk_geo_table.languages;
}

gboolean rk_geo_speaks(const char *language)
{
    return language_number(language) >= 0;
}

const char *const *rk_geo_system_names(void)
{
    static const char *const names[] = {"alpha2", "alpha3", "numeric", "eurostat", "worldBank",
                                        "owid",   "other",  "nuts",    "name",     NULL};
    return names;
}

const char *rk_geo_kind_name(RkGeoKind kind)
{
    static const char *const names[] = {"country", "former", "aggregate", "region"};
    return names[kind];
}

const char *rk_geo_nearest(const char *word, const char *language)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < rk_geo_table.record_count; i++) {
        const char *own = rk_geo_name(&rk_geo_table.records[i], language);
        const char *english = rk_geo_name(&rk_geo_table.records[i], NULL);
        if (own != NULL)
            g_ptr_array_add(names, (gpointer)own);
        if (english != NULL)
            g_ptr_array_add(names, (gpointer)english);
    }
    g_ptr_array_add(names, NULL);
    return rk_nearest_word(word, (const char *const *)names->pdata);
}
