/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kernel density of the sample.
 * Printed by the script of the same name under R version 4.2.2 Patched (2022-11-10 r83330).
 */
#include <math.h>

/* c(bw.nrd(x), bw.nrd0(x)) */
static const double bandwidths[2] = {3.9170689051008014, 3.3258132213120009};
/* sapply(at, function(p) mean(dnorm(p, x, bw.nrd(x)))) */
static const double density_scott[6] = {3.9172574123240381e-05, 0.018607786484791396, 0.04805204723024524,
                                        0.053308950598827579,   0.047635213630203024, 7.8095037743800588e-05};
/* sapply(at, function(p) mean(dnorm(p, x, 0.37))) */
static const double density_narrow[6] = {6.7355989291690365e-265, 0.089851864955277638,  0.11233007222601232,
                                         0.17955711859435897,     0.0019866822407777086, 5.1063847259050117e-230};
/* sapply(at, function(p) mean(pnorm(p, x, 0.37))) */
static const double share_narrow[6] = {7.1534615909765959e-267, 0.041666666666666664, 0.28474964472382203,
                                       0.41935250800785068,     0.66666527690501998,  1};
