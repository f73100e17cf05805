/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums of coefficients of the sample: estimate, standard error, p-value, interval at 90 %.
 * Printed by the script of the same name under R version 4.2.2 Patched (2022-11-10 r83330).
 */
#include <math.h>

/* about(lm(y ~ x + z), c(0, 1, -1)) */
static const double difference[5] = {0.82877006585852031, 0.26048277745759679, 0.01115482479524859, 0.35127571776678324,
                                     1.3062644139502573};
/* about(lm(y ~ x + z, weights = w), c(1, 5, 2)) */
static const double mean_at[5] = {5.3732586052984219, 1.063784595130655, 0.00068933535026238259, 3.4232213064039394,
                                  7.3232959041929044};
/* about(lm(y ~ x + z - 1), c(2, 3)) */
static const double without_intercept[5] = {1.457610020664772, 0.61395704785827043, 0.03900173150437259,
                                            0.34483674034542955, 2.5703833009841146};
