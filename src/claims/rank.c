/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rank: the rank of one place in its group. Equal values share the least of their ranks.
 */
#include "claims/claims-private.h"

#include <math.h>

static const char *const ends[] = {"greatest", "least", NULL};

static guint stated_rank(const RkTrial *trial)
{
    return (guint)rk_value_number_or(rk_value_get(trial->states, "rank"), 0);
}

static const RkPlaceValue *subject_of(const RkPlaces *places)
{
    return rk_places_find(places, rk_value_text_or(rk_value_get(places->trial->states, "of"), ""));
}

static gboolean from_least(const RkTrial *trial)
{
    return rk_value_is_text(rk_value_get(trial->states, "from"), "least");
}

static gboolean check_rank(const RkValue *value, GError **error)
{
    double rank = rk_value_number_or(value, 0);
    if (rank >= 1 && rank <= 1e6 && rank == floor(rank))
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, NULL, "a rank is a whole number from 1 on");
    return FALSE;
}

/* A place that is not known may stand before the subject or behind it. */
static gboolean is_true(const RkPlaces *places, RkLook look)
{
    const RkPlaceValue *subject = subject_of(places);
    guint best = 1, worst = 1, stated = stated_rank(places->trial);
    for (guint i = 0; i < places->all->len; i++) {
        const RkPlaceValue *other = rk_places_at(places, i);
        double far = rk_places_far(places, other, look), near = rk_places_near(places, other, look);
        if (other == subject)
            continue;
        best += far > rk_places_near(places, subject, look);
        worst += look == RK_LOOK_EXACT ? near > rk_places_far(places, subject, look)
                                       : near >= rk_places_far(places, subject, look);
    }
    return best <= stated && stated <= worst + places->unknown;
}

/* Places before the subject, and the number of those level with it. */
static GPtrArray *places_before(const RkPlaces *places, guint *level)
{
    const RkPlaceValue *subject = subject_of(places);
    GPtrArray *before = g_ptr_array_new();
    *level = 0;
    for (guint i = 0; i < places->all->len; i++) {
        const RkPlaceValue *other = rk_places_at(places, i);
        if (other == subject)
            continue;
        if (other->value == subject->value)
            ++*level;
        else if ((other->value > subject->value) == !places->from_least)
            g_ptr_array_add(before, (gpointer)other);
    }
    return before;
}

static void append_neighbours(const RkPlaces *places, const GPtrArray *before, guint level, GString *text)
{
    guint next = before->len + level + 1;
    if (level > 0)
        g_string_append_printf(text, ", with %u other%s of the same value", level, level == 1 ? "" : "s");
    if (before->len > 0) {
        g_autofree char *names = rk_phrase_values(places, before);
        g_string_append_printf(text, ", after %s", names);
    } else if (next < places->all->len) {
        g_autofree char *name = rk_phrase_place(places, rk_places_at(places, next));
        g_string_append_printf(text, ", before %s", name);
    }
}

static char *remedy(const RkPlaces *places, const GPtrArray *before)
{
    guint stated = stated_rank(places->trial), rank = before->len + 1;
    const RkPlaceValue *subject = subject_of(places);
    g_autofree char *wanted = rk_phrase_ordinal(stated);
    if (rank < stated)
        return g_strdup_printf("true of rank %u", rank);
    const RkPlaceValue *target = g_ptr_array_index(before, stated - 1);
    g_autofree char *number = rk_phrase_enough(fabs(target->value - subject->value), places->decimals);
    g_autofree char *distance = rk_phrase_with_unit(number, places->trial);
    g_autofree char *names = rk_phrase_places(before);
    g_autofree char *without = stated == 1 ? g_strdup_printf("without %s", names)
                                           : g_strdup_printf("without %u of those before it", rank - stated);
    return g_strdup_printf("%s would need %s %s to be %s; true %s", subject->name, distance,
                           places->from_least ? "less" : "more", wanted, without);
}

static void report(const RkPlaces *places, RkFinding *finding)
{
    guint level;
    const RkPlaceValue *subject = subject_of(places);
    g_autoptr(GPtrArray) before = places_before(places, &level);
    g_autofree char *rank = rk_phrase_ordinal(before->len + 1), *name = rk_phrase_place(places, subject);
    g_autoptr(GString) text = g_string_new(NULL);
    finding->value = before->len + 1;
    finding->computed = g_strdup_printf("%s of %s%u", rank, places->unknown > 0 ? "the known " : "", places->all->len);
    g_string_append_printf(text, "%s is %s", name, finding->computed);
    append_neighbours(places, before, level, text);
    finding->finding = g_string_free(g_steal_pointer(&text), FALSE);
    if (finding->verdict == RK_VERDICT_FAILS)
        finding->remedy = remedy(places, before);
    rk_places_report_doubt(places, finding);
    finding->source = rk_places_sources(places, before->len <= RK_CLAIM_NAMES ? before : NULL);
}

static gboolean test(const RkTrial *trial, RkFinding *finding, GError **error)
{
    g_autoptr(RkPlaces) places = rk_places_new(trial, rk_value_get(trial->states, "of"), from_least(trial), error);
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
    g_autofree char *rank = rk_phrase_ordinal(stated_rank(trial));
    const char *name = rk_value_text_or(rk_value_get(trial->states, "of"), "");
    return g_strdup_printf("%s %s%s", name, rank, from_least(trial) ? " from the least" : "");
}

static const RkProperty properties[] = {
    {"rank", RK_ALLOW_NUMBER, .required = TRUE, .check = check_rank, .summary = "the rank that is stated"},
    {"of", RK_ALLOW_TEXT, .required = TRUE, .summary = "the place that has it"},
    {"from", RK_ALLOW_TEXT, .words = ends, .summary = "where ranks are counted from: the greatest value unless given"},
    {0}};
static const RkShape shape = {.name = "a stated rank", .properties = properties};

extern const RkClaimKind rk_claim_kind_rank;
const RkClaimKind rk_claim_kind_rank = {
    .name = "rank", .summary = "the rank of a place in its group", .shape = &shape, .state = state, .test = test};
