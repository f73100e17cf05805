/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What "more than every other" and "less than Latvia" have in common: one place against some or all others. Equal is
 * neither more nor less.
 */
#include "claims/comparison.h"

#include <math.h>

static const char others_word[] = "others";

static const RkValue *rivals_of(const RkTrial *trial)
{
    const RkValue *than = rk_value_get(trial->states, "than");
    return than == NULL || rk_value_is_text(than, others_word) ? NULL : than;
}

/* The place that the claim is about is the first of those that were asked for. */
static const RkPlaceValue *subject_of(const RkPlaces *places)
{
    const RkValue *subject = rk_value_get(places->trial->states, places->from_least ? "less" : "more");
    return rk_places_find(places, rk_value_text_or(subject, ""));
}

static gboolean is_rival(const RkPlaces *places, const RkPlaceValue *place, const RkPlaceValue *subject)
{
    return place != subject && (rivals_of(places->trial) == NULL || place->named);
}

static gboolean is_true(const RkPlaces *places, RkLook look)
{
    const RkPlaceValue *subject = subject_of(places);
    double own = rk_places_near(places, subject, look);
    for (guint i = 0; i < places->all->len; i++) {
        const RkPlaceValue *other = rk_places_at(places, i);
        double far = rk_places_far(places, other, look);
        if (is_rival(places, other, subject) && (look == RK_LOOK_EXACT ? far >= own : far > own))
            return FALSE;
    }
    return TRUE;
}

/* Rivals that the subject is ahead of, or is not. */
static GPtrArray *rivals(const RkPlaces *places, gboolean ahead)
{
    const RkPlaceValue *subject = subject_of(places);
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; i < places->all->len; i++) {
        const RkPlaceValue *other = rk_places_at(places, i);
        gboolean behind = other->value != subject->value && (other->value > subject->value) == places->from_least;
        if (is_rival(places, other, subject) && behind == ahead)
            g_ptr_array_add(list, (gpointer)other);
    }
    return list;
}

static char *remedy(const RkPlaces *places, const GPtrArray *before)
{
    const RkPlaceValue *subject = subject_of(places), *first = g_ptr_array_index(before, 0);
    double exact = fabs(first->value - subject->value);
    g_autofree char *number = rk_phrase_enough(exact, places->decimals);
    g_autofree char *distance = rk_phrase_with_unit(number, places->trial), *names = rk_phrase_places(before);
    gboolean level = fabs(g_ascii_strtod(number, NULL) - exact) < 1e-9 * fmax(exact, 1);
    return g_strdup_printf("%s would need %s%s %s; true without %s", subject->name, level ? "more than " : "", distance,
                           places->from_least ? "less" : "more", names);
}

static void report(const RkPlaces *places, RkFinding *finding)
{
    const char *word = places->from_least ? "less" : "more";
    g_autoptr(GPtrArray) before = rivals(places, FALSE), behind = rivals(places, TRUE);
    g_autofree char *name = rk_phrase_place(places, subject_of(places));
    guint count = before->len + behind->len;
    gboolean all = rivals_of(places->trial) == NULL;
    finding->value = subject_of(places)->value;
    finding->computed = g_strdup_printf("%s than %u of %u", word, behind->len, all ? places->size - 1 : count);
    if (before->len > 0) {
        g_autofree char *values = rk_phrase_values(places, before);
        finding->finding = g_strdup_printf("%s has not %s than %s", name, word, values);
    } else if (count > 0) {
        g_autofree char *nearest = rk_phrase_place(places, g_ptr_array_index(behind, 0));
        finding->finding = count == 1
                               ? g_strdup_printf("%s has %s than %s", name, word, nearest)
                               : g_strdup_printf("%s has %s than the %u others%s, the nearest %s", name, word, count,
                                                 all && places->unknown > 0 ? " that are known" : "", nearest);
    } else {
        finding->finding = g_strdup_printf("%s is the only place", name);
    }
    if (finding->verdict == RK_VERDICT_FAILS)
        finding->remedy = remedy(places, before);
    rk_places_report_doubt(places, finding);
    finding->source = rk_places_sources(places, before->len > 0 ? before : behind);
}

/* The subject and its rivals as one list, so that all must be there. */
static RkValue *named_places(RkDocument *scratch, const RkTrial *trial, const RkValue *subject)
{
    const RkValue *than = rivals_of(trial);
    RkValue *list = rk_document_list(scratch, rk_value_place(subject));
    rk_value_append(list, subject);
    if (rk_value_is(than, RK_VALUE_TEXT))
        rk_value_append(list, than);
    for (guint i = 0; i < rk_value_length(than); i++)
        rk_value_append(list, rk_value_at(than, i));
    return list;
}

gboolean rk_comparison_test(const RkTrial *trial, const RkValue *subject, gboolean from_least, RkFinding *finding,
                            GError **error)
{
    g_autoptr(RkDocument) scratch = rk_document_new(NULL);
    const RkValue *named = named_places(scratch, trial, subject);
    g_autoptr(RkPlaces) places = rk_places_new(trial, named, from_least, error);
    if (places == NULL)
        return FALSE;
    if (rk_places_report_without(places, finding))
        return TRUE;
    rk_places_judge(places, is_true, rivals_of(trial) == NULL, finding);
    report(places, finding);
    return TRUE;
}

char *rk_comparison_state(const RkTrial *trial, const RkValue *subject, const char *word)
{
    const RkValue *than = rivals_of(trial);
    g_autofree char *keys = than == NULL ? g_strdup("all others") : rk_trial_keys(than);
    return g_strdup_printf("%s %s than %s", rk_value_text_or(subject, ""), word, keys);
}
