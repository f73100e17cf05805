/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions of expressions that know places. A word that means no place, or several, is missing.
 */
#include "transform/expression-private.h"

#include "places/geo.h"

static RkScalar call_is_aggregate(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    (void)evaluation, (void)count;
    return rk_boolean(arguments[0].kind == RK_SCALAR_TEXT && rk_geo_is_aggregate(arguments[0].text));
}

/* placeName(word[, language]) */
static RkScalar call_place_name(RkEvaluation *evaluation, const RkScalar *arguments, guint count)
{
    RkGeoMatch match;
    const char *language = count > 1 && arguments[1].kind == RK_SCALAR_TEXT ? arguments[1].text
                           : evaluation->locale == NULL                     ? NULL
                                                                            : evaluation->locale->language;
    if (arguments[0].kind != RK_SCALAR_TEXT || !rk_geo_find(arguments[0].text, language, &match))
        return rk_null();
    if (match.kind == RK_GEO_REGION)
        return arguments[0];
    const char *name = rk_geo_name(match.place, language);
    return rk_text(name != NULL ? name : rk_geo_name(match.place, NULL));
}

const RkFunction rk_functions_place[] = {{"isAggregate", 1, 1, RK_SCALAR_BOOLEAN, call_is_aggregate},
                                         {"placeName", 1, 2, RK_SCALAR_TEXT, call_place_name},
                                         {NULL}};
