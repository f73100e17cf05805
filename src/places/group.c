/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words for groups of countries, also those that no list can hold whole: what lies outside a group, and a group as its
 * publisher counts it. It refuses to take a country for a group whatever stands behind its name.
 */
#include "places/geo.h"

#include <string.h>

static gboolean is_group(const char *word)
{
    RkGeoMatch match;
    return (rk_geo_find(word, NULL, &match) || match.count > 0) && match.kind == RK_GEO_AGGREGATE;
}

/* The code of a group behind Eurostat's words for its outside and inside: EXT_EA20, INT_EU28, NEU28. */
static gboolean is_side_of_group(const char *word)
{
    static const char *const sides[] = {"EXT_", "INT_", "N"};
    for (guint i = 0; i < G_N_ELEMENTS(sides); i++) {
        const char *rest = word + strlen(sides[i]);
        if (g_str_has_prefix(word, sides[i]) && (g_str_has_prefix(rest, "EU") || g_str_has_prefix(rest, "EA")))
            return is_group(rest);
    }
    return FALSE;
}

/* Where the last bracket begins that ends the text; NULL without one. */
static const char *find_last_bracket(const char *text)
{
    return g_str_has_suffix(text, ")") ? strrchr(text, '(') : NULL;
}

/* Where " - 27 countries" begins, with a hyphen or a dash; NULL without. */
static const char *find_count(const char *text)
{
    static const char *const dashes[] = {" - ", " \u2013 "};
    for (guint i = 0; i < G_N_ELEMENTS(dashes); i++) {
        const char *dash = strstr(text, dashes[i]);
        if (dash != NULL && g_ascii_isdigit(dash[strlen(dashes[i])]))
            return dash;
    }
    return NULL;
}

/* "Africa (WHO)", "Asia (excl. China and India)", "Euro area - 20 countries (from 2023)": a group with a remark. */
static gboolean is_group_with_remark(const char *word)
{
    const char *ends[] = {find_last_bracket(word), find_count(word)};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *name = ends[i] == NULL ? NULL : g_strndup(word, (gsize)(ends[i] - word));
        if (name != NULL && is_group(g_strchomp(name)))
            return TRUE;
    }
    return FALSE;
}

gboolean rk_geo_is_aggregate(const char *word)
{
    RkGeoMatch match;
    if (word == NULL || rk_geo_find(word, NULL, &match) || match.count > 0)
        return word != NULL && match.kind == RK_GEO_AGGREGATE;
    return is_side_of_group(word) || is_group_with_remark(word);
}

gboolean rk_geo_is_sum_among_places(const char *word)
{
    /* Eurostat's code list GEO: continents, what is not specified or unknown; and sums of any table. */
    static const char *const words[] = {"AFR",   "AME",   "ASI",   "EUR",    "OCE", "TOTAL", "Total",   "total",
                                        "OTHER", "Other", "other", "OTHERS", "NSP", "UNK",   "UNKNOWN", NULL};
    return word != NULL && g_strv_contains(words, word);
}
