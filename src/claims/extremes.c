/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What "the three lowest" and "the three highest" have in common: some places stand before all others, in whatever
 * order among themselves.
 */
#include "claims/extremes.h"

#include <math.h>

/* The farthest of the named places still stands before every other one. */
static gboolean is_true(const RkPlaces *places, RkLook look)
{
    double named = INFINITY, others = -INFINITY;
    for (guint i = 0; i < places->all->len; i++) {
        const RkPlaceValue *place = rk_places_at(places, i);
        if (place->named)
            named = fmin(named, rk_places_near(places, place, look));
        else
            others = fmax(others, rk_places_far(places, place, look));
    }
    return look == RK_LOOK_EXACT ? named > others : named >= others;
}

/* The named place that stands farthest, and the others that do not stand behind it. */
static GPtrArray *intruders_of(const RkPlaces *places, const RkPlaceValue **farthest)
{
    GPtrArray *intruders = g_ptr_array_new();
    for (guint i = 0; i < places->all->len; i++) {
        if (rk_places_at(places, i)->named)
            *farthest = rk_places_at(places, i);
    }
    for (guint i = 0; i < places->all->len; i++) {
        const RkPlaceValue *other = rk_places_at(places, i);
        gboolean behind =
            other->value != (*farthest)->value && (other->value > (*farthest)->value) == places->from_least;
        if (!other->named && !behind)
            g_ptr_array_add(intruders, (gpointer)other);
    }
    return intruders;
}

/* How those others stand to the named place that stands farthest. */
static const char *relation(const RkPlaces *places, const GPtrArray *intruders, const RkPlaceValue *farthest)
{
    for (guint i = 0; i < intruders->len; i++) {
        if (((const RkPlaceValue *)g_ptr_array_index(intruders, i))->value == farthest->value)
            return places->from_least ? "not higher than" : "not lower than";
    }
    return places->from_least ? "lower than" : "higher than";
}

static void report(const RkPlaces *places, guint count, RkFinding *finding)
{
    const RkPlaceValue *farthest = NULL;
    const char *word = places->from_least ? "lowest" : "highest";
    g_autoptr(GPtrArray) first = rk_places_first(places, count), intruders = intruders_of(places, &farthest);
    g_autofree char *values = rk_phrase_values(places, first), *others = rk_phrase_values(places, intruders);
    g_autofree char *keys = rk_phrase_keys(first);
    finding->computed = g_strdup_printf("%s %s", keys, word);
    if (finding->verdict == RK_VERDICT_FAILS) {
        g_autofree char *last = rk_phrase_place(places, farthest), *names = rk_phrase_places(intruders);
        g_autofree char *right = rk_phrase_places(first);
        finding->finding = g_strdup_printf("%s %s %s %s; the %s are %s", others, intruders->len == 1 ? "is" : "are",
                                           relation(places, intruders, farthest), last, word, right);
        finding->remedy = g_strdup_printf("true without %s", names);
    } else {
        finding->finding = g_strdup_printf("the %s are %s", word, values);
    }
    rk_places_report_doubt(places, finding);
    finding->source = rk_places_sources(places, first);
}

gboolean rk_extremes_test(const RkTrial *trial, const RkValue *named, gboolean from_least, RkFinding *finding,
                          GError **error)
{
    g_autoptr(RkPlaces) places = rk_places_new(trial, named, from_least, error);
    if (places == NULL)
        return FALSE;
    if (rk_places_report_without(places, finding))
        return TRUE;
    rk_places_judge(places, is_true, TRUE, finding);
    report(places, rk_value_length(named), finding);
    return TRUE;
}

char *rk_extremes_state(const RkValue *named, const char *word)
{
    g_autofree char *keys = rk_trial_keys(named);
    return g_strdup_printf("%s %s", keys, word);
}
