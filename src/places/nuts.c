/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * NUTS codes: two letters of Eurostat for the country, then one sign for each level. Which signs stand at the first
 * level is known for every country, in all versions since 2003, so that a word of capitals is not taken for a region.
 * The names of regions are not known.
 */
#include "places/geo-private.h"

#include <string.h>

/* Regions that lie nowhere in the country (embassies, platforms) have Z. Source: Eurostat, NUTS 2003–2024 and the
 * statistical regions of EFTA and candidate countries. */
static const struct {
    char country[3];
    const char *first_level;
} countries[] = {
    {"AL", "0"},
    {"AT", "123"},
    {"BE", "123"},
    {"BG", "34"},
    {"CH", "0"},
    {"CY", "0"},
    {"CZ", "0"},
    {"DE", "123456789ABCDEFG"},
    {"DK", "0"},
    {"EE", "0"},
    {"EL", "123456"},
    {"ES", "1234567"},
    {"FI", "12"},
    {"FR", "123456789ABCDEFGHIJKLMY"},
    {"HR", "0"},
    {"HU", "123"},
    {"IE", "0"},
    {"IS", "0"},
    {"IT", "CDEFGHI"},
    {"LI", "0"},
    {"LT", "0"},
    {"LU", "0"},
    {"LV", "0"},
    {"ME", "0"},
    {"MK", "0"},
    {"MT", "0"},
    {"NL", "1234"},
    {"NO", "0B"},
    {"PL", "123456789"},
    {"PT", "123"},
    {"RO", "1234"},
    {"RS", "12"},
    {"SE", "0123"},
    {"SI", "0"},
    {"SK", "0"},
    {"TR", "123456789ABC"},
    {"UK", "CDEFGHIJKLMN"},
};

static const char *first_level_of(const char *code)
{
    for (guint i = 0; i < G_N_ELEMENTS(countries); i++)
        if (strncmp(code, countries[i].country, 2) == 0)
            return countries[i].first_level;
    return NULL;
}

static gboolean is_nowhere(const char *signs)
{
    return signs[strspn(signs, "Z")] == '\0';
}

/* Below the first level there is a digit in every code: a word of capitals alone is none. */
static gboolean has_region(const char *signs, const char *first_level)
{
    if (strchr(first_level, signs[0]) == NULL)
        return FALSE;
    gboolean digit = signs[1] == '\0';
    for (const char *sign = signs; *sign != '\0'; sign++) {
        if (!g_ascii_isdigit(*sign) && !g_ascii_isupper(*sign))
            return FALSE;
        digit = digit || g_ascii_isdigit(*sign);
    }
    return digit;
}

guint rk_geo_nuts_level(const char *code, const RkGeo **country)
{
    gsize length = strlen(code);
    const char *first_level = length >= 3 && length <= 5 ? first_level_of(code) : NULL;
    if (first_level == NULL || (!is_nowhere(code + 2) && !has_region(code + 2, first_level)))
        return 0;
    char letters[] = {code[0], code[1], '\0'};
    RkGeoMatch match;
    if (!rk_geo_find(letters, NULL, &match))
        return 0;
    *country = match.place;
    return (guint)length - 2;
}
