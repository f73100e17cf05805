/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Natural cubic splines of the sample.
 * Printed by the script of the same name under R version 4.2.2 Patched (2022-11-10 r83330).
 */
#include <math.h>

/* at */
static const double spline_at[7] = {-7.1203000000000003, -5, -0.29999999999999999, 2.3850500000000001,
                                    3.2999999999999998,  10, 19.004300000000001};
/* splinefun(x, y, method = "natural")(at) */
static const double natural_at[7] = {-4.2217000000000002,
                                     -148.80076217647073,
                                     -161.47224971520498,
                                     1.3387988483588456,
                                     -3691.3776034897201,
                                     -16.094129461752473,
                                     14.2281};
/* s$df */
static const double smooth_df[1] = {4.6862460647188415};
/* predict(s, at)$y */
static const double smooth_at[7] = {-4.7852721524388446, -3.5455826862917337, 0.0036596446505970373, 1.0696408092477385,
                                    1.4375347913687151,  9.0692972999064665,  14.361224571356349};
