/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * highest: these places have the highest values of the group, in any order.
 */
#include "claims/extremes.h"

static gboolean test(const RkTrial *trial, RkFinding *finding, GError **error)
{
    return rk_extremes_test(trial, rk_value_get(trial->states, "highest"), FALSE, finding, error);
}

static char *state(const RkTrial *trial)
{
    return rk_extremes_state(rk_value_get(trial->states, "highest"), "highest");
}

static const RkProperty properties[] = {{"highest", RK_ALLOW_LIST, .items = RK_ALLOW_TEXT, .required = TRUE,
                                         .check = rk_claim_check_places,
                                         .summary = "the places that have the highest values, in any order"},
                                        {0}};
static const RkShape shape = {.name = "the highest places", .properties = properties};

extern const RkClaimKind rk_claim_kind_highest;
const RkClaimKind rk_claim_kind_highest = {
    .name = "highest", .summary = "the places with the highest values", .shape = &shape, .state = state, .test = test};
