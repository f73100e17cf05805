/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of hypotheses about the sample.
 * Printed by the script of the same name under R version 4.2.2 Patched (2022-11-10 r83330).
 */
#include <math.h>

/* t.test(x, mu = 0.7, conf.level = 0.9): statistic, p, degrees, interval */
static const double one[5] = {1.7518574531891979, 0.10759117479828223, 11, 0.61042663453047674, 7.917856698802856};
/* t(t.test(x, y, paired = TRUE)) */
static const double paired[5] = {0.98814319711890042, 0.34432004865372234, 11, -1.1875557486803343, 3.1226390820136674};
/* t(t.test(x, z[1:7])) */
static const double welch[5] = {0.56185975947953815, 0.58162801231370098, 16.806332549236107, -3.7730733915238979,
                                6.5088138677143723};
/* t(t.test(x, z[1:7], var.equal = TRUE)) */
static const double pooled[5] = {0.47569251535390289, 0.64034874693155852, 17, -4.6989772392942806, 7.4347177154847559};
/* anova(lm(x ~ g)), g <- factor(c(0, 1, 2, 0, 1, 2, 2, 1, 0, 2, 1, 1)): F, p, degrees */
static const double anova[4] = {0.34210614736715511, 0.71912094204828314, 2, 9};
/* unlist(kruskal.test(x, g)[c("statistic", "p.value", "parameter")]) */
static const double kruskal[3] = {0.09230769230769198, 0.95489504395976221, 2};
/* unlist(kruskal.test(round(x/3), g)[c("statistic", "p.value", "parameter")]) */
static const double kruskal_ties[3] = {0.16761904761904703, 0.91960640253827475, 2};
/* wilcox.test of x, of x with mu = 2.4, of x[1:2], of (1:49 * 37) %% 53 + sqrt(2) / 3 - 20: statistic and p each */
static const double signed_[8] = {63, 0.063964843750000042, 48, 0.51855468750000022, 1, 1, 875, 0.0083211925581423447};
/* wilcox.test of round(x / 3), of c(x, 0), of fifty values */
static const double signed_ties[6] = {47, 0.050946647944761822, 63, 0.0652572567829591, 907, 0.0094115334132937895};
/* wilcox.test(x, z), (x[1:3], z[1:2]), (long, (1:48 * 23) %% 59 + sqrt(3)), (x[1], z[1]) */
static const double sums[8] = {77, 0.79874533865649755, 3, 1, 960, 0.12030740242274987, 1, 1};
/* wilcox.test(round(x / 3), round(z / 3)), and fifty values */
static const double sums_ties[4] = {81, 0.61702210044403505, 960, 0.088745548540657457};
