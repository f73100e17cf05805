/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Regressions of the sample on one variable: coefficients, standard errors,
 * p-values, R², intervals. Printed by the script of the same name under R
 * version 4.2.2 Patched (2022-11-10 r83330).
 */
#include <math.h>

/* all_of(lm(y ~ x)) */
static const double linear[6] = {-0.0061132745357844308, 0.77453178921176835, 1.0732566486283186,
                                 0.13445818216974076,    0.99556730027349316, 0.00018255593811999032};
/* summary(lm(y ~ x))$r.squared */
static const double linear_r2[1] = {0.76842262783485149};
/* confint(lm(y ~ x), level = 0.9) */
static const double linear_limits[4] = {-1.9513492249737636, 0.53083156138518306, 1.939122675902194,
                                        1.0182320170383534};
/* predict(lm(y ~ x), at, interval = "confidence", level = 0.9) */
static const double linear_confidence[6] = {-5.5210119732603387, 14.713321207181425,  -8.7461180828657774,
                                            10.762647771785678,  -2.2959058636548995, 18.663994642577169};
/* predict(lm(y ~ x), at, interval = "prediction", level = 0.9) */
static const double linear_prediction[6] = {-5.5210119732603387, 14.713321207181425, -12.067008882221964,
                                            7.7810353859632571,  1.024984935701287,  21.645607028399592};
/* all_of(lm(y ~ x + I(x^2))) */
static const double quad[9] = {-0.051006678358999788, 0.73819531553990547,  0.0031364891916417538,
                               1.1521249925169408,    0.23381872259654138,  0.016071847181251778,
                               0.96565443705487375,   0.011603727168556389, 0.84960677350203651};
/* all_of(lm(y ~ x + I(x^2) + I(x^3))) */
static const double cubic[12] = {-0.64344915847919482, 0.76808421503820268,   0.028231335539102346,
                                 -0.00141885294808843, 1.5595710272507906,    0.24793827325899512,
                                 0.045557817996786307, 0.0023968509829571617, 0.69074894233140416,
                                 0.014712804330033186, 0.55270347541043963,   0.57022057275658178};
/* confint(lm(y ~ x + I(x^2) + I(x^3))) */
static const double cubic_limits[8] = {-4.2398263964641263,    0.1963375316275795,   -0.07682518115236564,
                                       -0.0069460012262558138, 2.9529280795057371,   1.3398308984488259,
                                       0.13328785223057033,    0.0041082953300789543};
/* predict(lm(y ~ x + I(x^2) + I(x^3)), at, interval = "confidence") */
static const double cubic_confidence[6] = {-4.1689565937113446, 14.41105801849476,  -11.622071469359215,
                                           6.5806548265779785,  3.2841582819365254, 22.241461210411543};
/* all_of(lm(y ~ log(p))) */
static const double logarithm[6] = {-2.8912058840272801, 3.6967037613846672,  3.7227224112910005,
                                    2.0001586248090444,  0.45535031389491842, 0.094322193981869085};
/* all_of(lm(log(q) ~ log(p))) */
static const double power[6] = {-0.36140073550341012, 0.4620879701730834,  0.46534030141137517,
                                0.2500198281011306,   0.45535031389491842, 0.094322193981869154};
/* exp(predict(lm(log(q) ~ log(p)), at, interval = "confidence")) */
static const double power_confidence[6] = {0.9597276220522698, 2.0189874760572883, 0.47187265957127772,
                                           1.138499138598118,  1.9519611697082717, 3.5804246927191468};
/* 1 - sum((q - exp(fitted(lm(log(q) ~ log(p)))))^2)/sum((q - mean(q))^2) */
static const double power_r2[1] = {0.32401614321794159};
/* all_of(grown) */
static const double exponent[6] = {0.17511789531832975,  0.090890972511037782, 0.18248565413289944,
                                   0.015900738446469418, 0.35987094281495735,  0.00019395777622727769};
/* 1 - sum((q - exp(fitted(grown)))^2)/sum((q - mean(q))^2) */
static const double exponent_r2[1] = {0.77251068171189397};
/* exp(predict(grown, at, interval = "confidence")) */
static const double exponent_confidence[6] = {0.62372039482326769, 6.7022092054896021, 0.33394538058444106,
                                              4.3436971992653888,  1.1649423933867651, 10.341330478042169};
/* exp(predict(grown, at, interval = "prediction", weights = ends)) */
static const double exponent_prediction[6] = {0.62372039482326769, 6.7022092054896021, 0.11541860036953715,
                                              3.51461532176361,    3.3705757102662819, 12.780803621947793};
/* coefficients, errors, p-values of Huber's weights */
static const double huber[6] = {-0.30577200925048936, 0.88327578648137328, 3.1948182966566798,
                                0.40024859019517683,  0.92564271913454932, 0.05183926162305498};
