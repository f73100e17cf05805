/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * more: one place has more than another, than several, or than all others.
 */
#include "claims/comparison.h"

static gboolean test(const RkTrial *trial, RkFinding *finding, GError **error)
{
    return rk_comparison_test(trial, rk_value_get(trial->states, "more"), FALSE, finding, error);
}

static char *state(const RkTrial *trial)
{
    return rk_comparison_state(trial, rk_value_get(trial->states, "more"), "more");
}

static const RkProperty properties[] = {{"more", RK_ALLOW_TEXT, .required = TRUE, .summary = "the place that has more"},
                                        {"than", RK_ALLOW_TEXT | RK_ALLOW_LIST, .items = RK_ALLOW_TEXT,
                                         .required = TRUE,
                                         .summary = "a place, a list of places, or others: all of the group"},
                                        {0}};
static const RkShape shape = {.name = "a comparison", .properties = properties};

extern const RkClaimKind rk_claim_kind_more;
const RkClaimKind rk_claim_kind_more = {
    .name = "more", .summary = "a place has more than others", .shape = &shape, .state = state, .test = test};
