/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * order: several places stand before all others, in this very order.
 */
#include "claims/claims-private.h"

#include <math.h>

static const char *const ends[] = {"greatest", "least", NULL};

static const RkValue *list_of(const RkTrial *trial)
{
    return rk_value_get(trial->states, "order");
}

static gboolean from_least(const RkTrial *trial)
{
    return rk_value_is_text(rk_value_get(trial->states, "from"), "least");
}

/* Each place takes the nearest value that it can have and that is not before the one stated before it. */
static gboolean is_true(const RkPlaces *places, RkLook look)
{
    const RkValue *list = list_of(places->trial);
    double reached = INFINITY;
    for (guint i = 0; i < rk_value_length(list); i++) {
        const RkPlaceValue *place = rk_places_find(places, rk_value_text_or(rk_value_at(list, i), ""));
        double far = rk_places_far(places, place, look);
        if (look == RK_LOOK_EXACT ? far >= reached : far > reached)
            return FALSE;
        reached = fmin(reached, rk_places_near(places, place, look));
    }
    for (guint i = 0; i < places->all->len; i++) {
        const RkPlaceValue *other = rk_places_at(places, i);
        double far = rk_places_far(places, other, look);
        if (!other->named && (look == RK_LOOK_EXACT ? far >= reached : far > reached))
            return FALSE;
    }
    return TRUE;
}

/* Others that stand among the named ones. */
static GPtrArray *places_between(const RkPlaces *places)
{
    guint last = 0;
    GPtrArray *between = g_ptr_array_new();
    for (guint i = 0; i < places->all->len; i++)
        last = rk_places_at(places, i)->named ? i : last;
    for (guint i = 0; i < last; i++) {
        if (!rk_places_at(places, i)->named)
            g_ptr_array_add(between, (gpointer)rk_places_at(places, i));
    }
    return between;
}

static gboolean named_in_order(const RkPlaces *places)
{
    const RkValue *list = list_of(places->trial);
    for (guint i = 0, next = 0; i < places->all->len; i++) {
        const RkPlaceValue *place = rk_places_at(places, i);
        if (place->named && !rk_value_is_text(rk_value_at(list, next++), place->key))
            return FALSE;
    }
    return TRUE;
}

static void report(const RkPlaces *places, RkFinding *finding)
{
    guint count = rk_value_length(list_of(places->trial));
    g_autoptr(GPtrArray) first = rk_places_first(places, count), between = places_between(places);
    g_autofree char *values = rk_phrase_values(places, first);
    finding->computed = rk_phrase_keys(first);
    if (finding->verdict != RK_VERDICT_FAILS && count < places->all->len) {
        g_autofree char *next = rk_phrase_place(places, rk_places_at(places, count));
        finding->finding = g_strdup_printf("the order is %s, before %s", values, next);
    } else {
        finding->finding = g_strdup_printf("the order is %s", values);
    }
    rk_places_report_doubt(places, finding);
    if (finding->verdict == RK_VERDICT_FAILS) {
        g_autofree char *names = between->len > 0 && named_in_order(places) ? rk_phrase_places(between) : NULL;
        g_autofree char *right = rk_phrase_places(first);
        finding->remedy = names != NULL ? g_strdup_printf("true without %s", names)
                                        : g_strdup_printf("true of %s, in that order", right);
    }
    finding->source = rk_places_sources(places, first);
}

static gboolean test(const RkTrial *trial, RkFinding *finding, GError **error)
{
    g_autoptr(RkPlaces) places = rk_places_new(trial, list_of(trial), from_least(trial), error);
    if (places == NULL)
        return FALSE;
    if (rk_places_report_without(places, finding))
        return TRUE;
    rk_places_judge(places, is_true, TRUE, finding);
    report(places, finding);
    return TRUE;
}

static char *state(const RkTrial *trial)
{
    g_autofree char *keys = rk_trial_keys(list_of(trial));
    return g_strdup_printf("%s %s, in order", keys, from_least(trial) ? "lowest" : "highest");
}

static const RkProperty properties[] = {
    {"order", RK_ALLOW_LIST, .items = RK_ALLOW_TEXT, .required = TRUE, .check = rk_claim_check_places,
     .summary = "the places that stand before all others, in this order"},
    {"from", RK_ALLOW_TEXT, .words = ends, .summary = "where the order begins: the greatest value unless given"},
    {0}};
static const RkShape shape = {.name = "a stated order", .properties = properties};

extern const RkClaimKind rk_claim_kind_order;
const RkClaimKind rk_claim_kind_order = {
    .name = "order", .summary = "places before all others, in order", .shape = &shape, .state = state, .test = test};
