/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table that generate.py writes: places, their codes in the order of their bytes, and folded names in the order of
 * theirs. It is searched as it stands; nothing is built when the program starts.
 */
#ifndef RK_PLACES_GEO_PRIVATE_H
#define RK_PLACES_GEO_PRIVATE_H

#include "places/geo.h"

G_BEGIN_DECLS

typedef struct {
    const char *code;
    guint16 record;
    guint16 systems; /* bits 1 << RkGeoSystem */
} RkGeoCode;

typedef struct {
    guint32 key;      /* offset in the texts */
    guint16 first;    /* of its candidates */
    guint8 count;     /* of them */
    guint8 undecided; /* 1: no language may choose among them */
} RkGeoName;

typedef struct {
    guint16 record;
    const char *key;
    const char *what;
} RkGeoDoubt;

typedef struct {
    const RkGeo *records;
    guint record_count;
    const RkGeoCode *codes;
    guint code_count;
    const char *text;
    const RkGeoName *names;
    guint name_count;
    const guint16 *candidates;
    const char *const *languages;
    guint language_count;
    const guint32 *labels; /* language after language, an offset for each record; 0: none */
    const RkGeoDoubt *doubts;
    guint doubt_count;
} RkGeoTable;

extern const RkGeoTable rk_geo_table;

/* A name without case, accents, punctuation and articles, so that ways of writing it agree. Free with g_free(). NULL
 * for what is no UTF-8 or too long to be a name. */
char *rk_geo_fold(const char *name);

/* The level (1, 2, 3) of a NUTS code, and its country; 0 when it is none. */
guint rk_geo_nuts_level(const char *code, const RkGeo **country);

G_END_DECLS

#endif
