/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Countries, their regions and their groups, by whatever code or name a table has for them. A word is understood for
 * certain or not at all: a name that several places have is answered with their list, never with one of them.
 */
#ifndef RK_PLACES_GEO_H
#define RK_PLACES_GEO_H

#include "base/macros.h"

G_BEGIN_DECLS

typedef enum {
    RK_GEO_COUNTRY,   /**< also territories that have a code of ISO 3166-1, and Kosovo */
    RK_GEO_FORMER,    /**< a state of the past */
    RK_GEO_AGGREGATE, /**< a group: EU27_2020, World */
    RK_GEO_REGION     /**< a part of a country by its NUTS code */
} RkGeoKind;

/** Ways of writing a place. */
typedef enum {
    RK_GEO_ALPHA2,     /**< ISO 3166-1: GR */
    RK_GEO_ALPHA3,     /**< ISO 3166-1: GRC */
    RK_GEO_NUMERIC,    /**< ISO 3166-1, for groups United Nations M49: 300 */
    RK_GEO_EUROSTAT,   /**< EL, UK, EU27_2020 */
    RK_GEO_WORLD_BANK, /**< GRC, WLD */
    RK_GEO_OWID,       /**< Our World in Data: GRC, OWID_WRL */
    RK_GEO_OTHER,      /**< codes of other publishers: NATO, OECD */
    RK_GEO_NUTS,       /**< EL30 */
    RK_GEO_NAME
} RkGeoSystem;

/** How many of them are codes of a place with one entry each. */
#define RK_GEO_CODES 6

/** A place. Static, except that regions have none: their RkGeoMatch says what there is to say. */
typedef struct {
    const char *id; /**< ISO's two letters for countries, the publisher's code for the others */
    RkGeoKind kind;
    const char *codes[RK_GEO_CODES]; /**< by RkGeoSystem; NULL where it has none */
} RkGeo;

/** Most places that share a name. */
#define RK_GEO_CANDIDATES 8

/** What a word means. */
typedef struct {
    const RkGeo *place; /**< NULL: none, or several; of a region its country */
    RkGeoKind kind;
    guint systems; /**< bits 1 << RkGeoSystem: in which of them the word is written so */
    guint level;   /**< of a region: 1, 2 or 3 */
    guint count;   /**< how many places have the name, when place is NULL; 0: the word is unknown */
    const RkGeo *candidates[RK_GEO_CANDIDATES];
    const char *doubt; /**< what else goes by that name though it is taken for `place`; mostly NULL */
} RkGeoMatch;

/** Understands a code (exactly as it is written) or a name (in any language, whatever its case, accents and
 * punctuation). Of a name that is one thing in `language` (NULL: English) and another thing elsewhere, that of
 * `language` counts. TRUE when the word means exactly one place. `word` may be NULL. */
RK_API gboolean rk_geo_find(const char *word, const char *language, RkGeoMatch *match);
/** The place of an id; NULL when there is none. */
RK_API const RkGeo *rk_geo_of_id(const char *id);
/** The short name; NULL when the language has none or is not known. NULL as language is English. */
RK_API const char *rk_geo_name(const RkGeo *place, const char *language);
/** All places, `*count` of them. */
RK_API const RkGeo *rk_geo_all(guint *count);
/** The languages that have names, NULL-ended, sorted save that English is first: "en", "lt", "pt-BR" … */
RK_API const char *const *rk_geo_languages(void);
/** TRUE when names in `language` ("lt", "lt-LT", "pt_BR") are known. */
RK_API gboolean rk_geo_speaks(const char *language);
/** Names of the systems as figure files write them, NULL-ended: "alpha2", "alpha3" … */
RK_API const char *const *rk_geo_system_names(void);
/** "country", "former", "aggregate", "region". */
RK_API const char *rk_geo_kind_name(RkGeoKind kind);

/** TRUE when `word` is the code or a name of a group of countries, also of one that cannot be told from its like, of
 * what lies outside or within one (EXT_EA20), and of one as its publisher counts it: "Africa (WHO)". NULL is none. */
RK_API gboolean rk_geo_is_aggregate(const char *word);
/** TRUE when `word` is no place where it stands among places, and may be anything elsewhere: TOTAL, OTHER, EUR. */
RK_API gboolean rk_geo_is_sum_among_places(const char *word);

/** The name that is nearest to a word that was not understood; NULL when none is near enough to suggest. */
RK_API const char *rk_geo_nearest(const char *word, const char *language);

G_END_DECLS

#endif
