/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weighted and robust location, scatter and shape of the sample.
 * Printed by the script of the same name under R version 4.2.2 Patched (2022-11-10 r83330).
 */
#include <math.h>

/* weighted.mean(x, w) */
static const double mean_weighted[1] = {6.6983761290322583};
/* c(cov.wt(cbind(x), w/sum(w), method = "ML")$cov, cov.wt(cbind(x), w/sum(w))$cov) */
static const double variance_weighted[2] = {41.873375889817275, 47.864109608566942};
/* var(rep(x, times)) */
static const double variance_counted[1] = {46.450916914322583};
/* quantile(rep(x, times), c(0, 0.1, 0.25, 0.5, 0.7, 0.9, 1), type = 2) */
static const double quantiles_counted[7] = {-7.1203000000000003, -3.3391000000000002, 0.031699999999999999, 2.3851,
                                            7.7713000000000001,  11.946999999999999,  19.004300000000001};
/* quantile(x, c(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1), type = 2) */
static const double quantiles_equal[7] = {-7.1203000000000003, -3.3391000000000002, -0.29050000000000004,
                                          3.4130000000000003,  8.2488500000000009,  11.946999999999999,
                                          19.004300000000001};
/* c(mean(x, trim = 0.1), mean(x, trim = 0.25), mean(x, trim = 0.3), mean(x, trim = 0.5)) */
static const double trimmed[4] = {3.9285699999999997, 3.7606833333333332, 3.7606833333333332, 3.4130000000000003};
/* mean(pmin(pmax(x, s[g + 1]), s[n - g])), s sorted, g = floor(n * share) */
static const double winsorised[3] = {3.991133333333333, 3.8310916666666666, 3.8310916666666666};
/* g1, G1, b1 */
static const double skewness[3] = {0.45301628099955948, 0.52047608122072897, 0.39758589537694572};
/* g2, G2, b2 */
static const double kurtosis[3] = {-0.093944392417938172, 0.58406613204705371, -0.55810605196229535};
/* sum(w * (x - m)^3) / sum(w) / … ^1.5, the same for the fourth, less 3 */
static const double shape_weighted[2] = {0.098167110662160773, -0.478293192890626};
/* g1, G1, b1 of rep(x, times) */
static const double skewness_counted[3] = {0.60218806294375593, 0.63325061276148942, 0.57328619469562514};
/* g2, G2, b2 of the same */
static const double kurtosis_counted[3] = {-0.21593850818001137, -0.033621881592131669, -0.39265833232259117};
/* robustbase 0.95-0: Sn of x, its first 2, 5, 9 values, (1:41 * 17) %% 43 + sin(1:41) */
static const double sn[5] = {6.58124384, 8.4226634395400009, 8.8912604278399989, 7.7209761205200005,
                             13.721586190817542};
/* Qn of the same */
static const double qn[5] = {7.2032535773120996, 8.4238523039113513, 10.33583269756576, 10.69623548460544,
                             12.504199516516085};
