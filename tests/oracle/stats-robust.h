/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Robust regression of the sample with two gross errors.
 * Printed by the script of the same name under R version 4.2.2 Patched (2022-11-10 r83330).
 */
#include <math.h>

/* bisquare */
static const double bisquare_coefficients[3] = {0.33600969636760725, 0.75062950785117311, -0.043329367911390748};
/* sqrt(diag(solve(crossprod(X)))) * scale */
static const double bisquare_errors[3] = {6.4781530323510603, 0.61417410053779176, 1.1270059607969176};
/* the scale */
static const double bisquare_scale[1] = {11.228748253337049};
/* weights */
static const double bisquare_weights[12] = {
    0.99982980271572208, 0.99402913375120805, 0, 0.94968479454601762, 0.98050539339484977,
    0.96734486691615429, 0.85795962499449152, 0, 0.99907201299191606, 0.9790110103956251,
    0.84476761552872315, 0.99972608750503456};
/* cauchy */
static const double cauchy_coefficients[3] = {0.96208320806538872, 0.78912523150432456, -0.32082807705919464};
/* sqrt(diag(solve(crossprod(X)))) * scale */
static const double cauchy_errors[3] = {6.7524800596048529, 0.64018221648926954, 1.1747307047754523};
/* the scale */
static const double cauchy_scale[1] = {11.704246302354461};
/* weights */
static const double cauchy_weights[12] = {0.99803293151924999, 0.98464338041043109, 0.14116422293421818,
                                          0.90752037060939839, 0.9828018609335254,  0.99180658986652026,
                                          0.92510737219481276, 0.20504425533476145, 0.98622794765709743,
                                          0.92677339990223195, 0.89486761710554663, 0.98397772746380685};
/* fair */
static const double fair_coefficients[3] = {1.6283286488602953, 0.81378510977452978, -0.56413411151032578};
/* sqrt(diag(solve(crossprod(X)))) * scale */
static const double fair_errors[3] = {7.9973756694304212, 0.75820700497602445, 1.3913055164288517};
/* the scale */
static const double fair_scale[1] = {13.862055686388519};
/* weights */
static const double fair_weights[12] = {0.87951216372611618, 0.78366890298369818, 0.19430549901882774,
                                        0.58378099235011294, 0.8044424656254433,  0.94389003420329021,
                                        0.72028726307105417, 0.22923142912813108, 0.74924075043040217,
                                        0.58854625725740917, 0.63901124874994353, 0.71497323767816401};
/* huber */
static const double huber_coefficients[3] = {1.3264256258442919, 0.81929635864525086, -0.42823371314540676};
/* sqrt(diag(solve(crossprod(X)))) * scale */
static const double huber_errors[3] = {6.8210883585460049, 0.64668676185600926, 1.1866665083109167};
/* the scale */
static const double huber_scale[1] = {11.823166820757265};
/* weights */
static const double huber_weights[12] = {1, 1, 0.23700867354675564, 1, 1, 1, 1, 0.29150926982671521, 1, 1, 1, 1};
/* ols */
static const double ols_coefficients[3] = {3.7795398529350441, 1.0062409914013599, -1.3037494150640925};
/* sqrt(diag(solve(crossprod(X)))) * scale */
static const double ols_errors[3] = {9.4454808829149552, 0.89549748152612429, 1.6432327554594905};
/* the scale */
static const double ols_scale[1] = {16.372093471133702};
/* weights */
static const double ols_weights[12] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
/* welsch */
static const double welsch_coefficients[3] = {0.3184745720826303, 0.75051483999600588, -0.04068240046891837};
/* sqrt(diag(solve(crossprod(X)))) * scale */
static const double welsch_errors[3] = {6.4822170138825612, 0.6145593943382387, 1.1277129727164721};
/* the scale */
static const double welsch_scale[1] = {11.235792456413996};
/* weights */
static const double welsch_weights[12] = {0.99982349298845041, 0.99254880702738446,   6.4533051062393666e-05,
                                          0.93921849289777204, 0.97634671774691251,   0.96020619460746881,
                                          0.83253966039082439, 0.0025360102111180709, 0.99897023401528484,
                                          0.97451704190916599, 0.81934648906379715,   0.99973469098349332};
