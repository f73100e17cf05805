/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lowest: these places have the lowest values of the group, in any order.
 */
#include "claims/extremes.h"

static gboolean test(const RkTrial *trial, RkFinding *finding, GError **error)
{
    return rk_extremes_test(trial, rk_value_get(trial->states, "lowest"), TRUE, finding, error);
}

static char *state(const RkTrial *trial)
{
    return rk_extremes_state(rk_value_get(trial->states, "lowest"), "lowest");
}

static const RkProperty properties[] = {{"lowest", RK_ALLOW_LIST, .items = RK_ALLOW_TEXT, .required = TRUE,
                                         .check = rk_claim_check_places,
                                         .summary = "the places that have the lowest values, in any order"},
                                        {0}};
static const RkShape shape = {.name = "the lowest places", .properties = properties};

extern const RkClaimKind rk_claim_kind_lowest;
const RkClaimKind rk_claim_kind_lowest = {
    .name = "lowest", .summary = "the places with the lowest values", .shape = &shape, .state = state, .test = test};
