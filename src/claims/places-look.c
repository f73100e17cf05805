/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking at the values of places exactly, rounded, or as far as the rounding of published values leaves them open, and
 * what verdict follows from the three.
 */
#include "claims/claims-private.h"

#include <math.h>

static double rounded(const RkPlaces *places, double value)
{
    double step = pow(10, places->decimals);
    return round(value * step) / step;
}

/* The end of a place's values that stands nearer to the first rank, or the other one, in the direction of the claim. */
static double look_at(const RkPlaces *places, const RkPlaceValue *place, RkLook look, gboolean near)
{
    double value = place->value;
    if (look == RK_LOOK_OPEN)
        value = near == !places->from_least ? place->high : place->low;
    if (look == RK_LOOK_ROUNDED)
        value = rounded(places, value);
    return places->from_least ? -value : value;
}

double rk_places_near(const RkPlaces *places, const RkPlaceValue *place, RkLook look)
{
    return look_at(places, place, look, TRUE);
}

double rk_places_far(const RkPlaces *places, const RkPlaceValue *place, RkLook look)
{
    return look_at(places, place, look, FALSE);
}

static RkVerdict verdict_of(const RkPlaces *places, RkPlacesTest *is_true, gboolean whole)
{
    gboolean exact = is_true(places, RK_LOOK_EXACT);
    gboolean decimals = rk_value_has(places->trial->states, "decimals");
    if (!exact && !(decimals && is_true(places, RK_LOOK_ROUNDED)) && !(places->open && is_true(places, RK_LOOK_OPEN)))
        return RK_VERDICT_FAILS;
    if (whole && places->unknown > 0)
        return RK_VERDICT_UNDECIDED;
    return exact ? RK_VERDICT_HOLDS : RK_VERDICT_ROUNDED;
}

void rk_places_judge(RkPlaces *places, RkPlacesTest *is_true, gboolean whole, RkFinding *finding)
{
    finding->verdict = verdict_of(places, is_true, whole);
    /* What looks the same as it is printed is shown with the decimals that tell it apart. */
    if (finding->verdict == RK_VERDICT_ROUNDED && rk_value_has(places->trial->states, "decimals"))
        places->decimals = MIN(places->decimals + 2, RK_CLAIM_DECIMALS);
}

gboolean rk_places_report_without(const RkPlaces *places, RkFinding *finding)
{
    if (places->named_without->len == 0)
        return FALSE;
    g_autofree char *names = rk_phrase_join(places->named_without, 4);
    finding->verdict = RK_VERDICT_UNDECIDED;
    finding->finding = g_strdup_printf("the data have no value for %s", names);
    finding->remedy = g_strdup_printf("the value of %s", names);
    return TRUE;
}

static void append(RkFinding *finding, const char *words)
{
    char *longer = g_strjoin("; ", finding->finding, words, NULL);
    g_free(finding->finding);
    finding->finding = longer;
}

void rk_places_report_doubt(const RkPlaces *places, RkFinding *finding)
{
    if (finding->verdict == RK_VERDICT_ROUNDED)
        append(finding, "rounded, the values do not tell them apart");
    if (finding->verdict != RK_VERDICT_UNDECIDED)
        return;
    gboolean one = places->unknown == 1;
    g_autofree char *words = g_strdup_printf("%u of the %u places of the group %s not known", places->unknown,
                                             places->size, one ? "is" : "are");
    append(finding, words);
    finding->remedy = one ? g_strdup("the value of the place that is not known")
                          : g_strdup_printf("the values of the %u places that are not known", places->unknown);
}

char *rk_places_sources(const RkPlaces *places, const GPtrArray *also)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(gsize));
    for (guint i = 0; i < places->all->len; i++) {
        const RkPlaceValue *place = rk_places_at(places, i);
        if (place->named || (also != NULL && g_ptr_array_find((GPtrArray *)also, place, NULL)))
            g_array_append_val(rows, place->row);
    }
    return rk_trial_sources(places->trial, (const gsize *)(gpointer)rows->data, rows->len);
}

GPtrArray *rk_places_first(const RkPlaces *places, guint count)
{
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; i < MIN(count, places->all->len); i++)
        g_ptr_array_add(list, (gpointer)rk_places_at(places, i));
    return list;
}
