/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * less: one place has less than another, than several, or than all others.
 */
#include "claims/comparison.h"

static gboolean test(const RkTrial *trial, RkFinding *finding, GError **error)
{
    return rk_comparison_test(trial, rk_value_get(trial->states, "less"), TRUE, finding, error);
}

static char *state(const RkTrial *trial)
{
    return rk_comparison_state(trial, rk_value_get(trial->states, "less"), "less");
}

static const RkProperty properties[] = {{"less", RK_ALLOW_TEXT, .required = TRUE, .summary = "the place that has less"},
                                        {"than", RK_ALLOW_TEXT | RK_ALLOW_LIST, .items = RK_ALLOW_TEXT,
                                         .required = TRUE,
                                         .summary = "a place, a list of places, or others: all of the group"},
                                        {0}};
static const RkShape shape = {.name = "a comparison", .properties = properties};

extern const RkClaimKind rk_claim_kind_less;
const RkClaimKind rk_claim_kind_less = {
    .name = "less", .summary = "a place has less than others", .shape = &shape, .state = state, .test = test};
