/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ordinary and weighted regression of the sample.
 * Printed by the script of the same name under R version 4.2.2 Patched (2022-11-10 r83330).
 */
#include <math.h>

/* f <- lm(y ~ x + z); coef(summary(f))[, 1] */
static const double ordinary_coefficients[3] = {0.374365513696998, 0.74664665756256365, -0.082123408295956643};
/* f <- lm(y ~ x + z); coef(summary(f))[, 2] */
static const double ordinary_errors[3] = {1.904812464544585, 0.18058951004438809, 0.33138071777889422};
/* f <- lm(y ~ x + z); coef(summary(f))[, 3] */
static const double ordinary_t[3] = {0.19653667784377071, 4.1344962804264833, -0.24782192774038078};
/* f <- lm(y ~ x + z); coef(summary(f))[, 4] */
static const double ordinary_p[3] = {0.84855648049081311, 0.0025423953874349741, 0.80983370607131266};
/* f <- lm(y ~ x + z); residual standard error, R squared, adjusted, F and its p of summary(f) */
static const double ordinary_fit[5] = {3.3016601379092854, 0.76999219363963012, 0.71887934778177009, 15.064553356721836,
                                       0.001342275280096914};
/* f <- lm(y ~ x + z); hatvalues(f) */
static const double ordinary_leverage[12] = {0.1870475660127334,  0.42043363472469403,  0.22415439431626627,
                                             0.2629696307357986,  0.086365271755921846, 0.19039051763168666,
                                             0.16492647984263162, 0.11272674795309481,  0.56637609522018018,
                                             0.3659422450011709,  0.10009192016304387,  0.31857549664277834};
/* f <- lm(y ~ x + z); cooks.distance(f) */
static const double ordinary_cook[12] = {0.00031939801786101923, 0.041453964631802107,  4.7484675920737093e-05,
                                         0.17483771369565923,    0.013706796669230289,  0.054004096480770709,
                                         0.23317852024358557,    0.0039011742728235085, 0.0055803510424818903,
                                         0.13648932587942861,    0.13814897177219823,   0.0022873028396909962};
/* f <- lm(y ~ x + z); residuals(f) */
static const double ordinary_residuals[12] = {-0.19210921930297339, 1.0407117966348762,   -0.064576039961887433,
                                              3.4367119902986314,   -2.0814405264243958,  -2.4658080993852258,
                                              5.6782797178999278,   -0.94391865595625646, -0.24614131253984262,
                                              2.2144449211477224,   -6.0459626914790174,  -0.33019188093155932};
/* f <- lm(y ~ x + z, weights = w); coef(summary(f))[, 1] */
static const double weighted_coefficients[3] = {1.9922320241325011, 0.72846310741006148, -0.13064447794219317};
/* f <- lm(y ~ x + z, weights = w); coef(summary(f))[, 2] */
static const double weighted_errors[3] = {2.1981128497766256, 0.20970047930217453, 0.34300247530018896};
/* f <- lm(y ~ x + z, weights = w); coef(summary(f))[, 3] */
static const double weighted_t[3] = {0.90633746321757491, 3.4738266208746218, -0.38088494209219836};
/* f <- lm(y ~ x + z, weights = w); coef(summary(f))[, 4] */
static const double weighted_p[3] = {0.38837804319287983, 0.007006379116545159, 0.71212356067423377};
/* f <- lm(y ~ x + z, weights = w); residual standard error, R squared, adjusted, F and its p of summary(f) */
static const double weighted_fit[5] = {4.3825579170056539, 0.74303471199133886, 0.68593131465608081, 13.01209291680021,
                                       0.0022102178095420514};
/* f <- lm(y ~ x + z, weights = w); hatvalues(f) */
static const double weighted_leverage[12] = {0.16928195035573593, 0.19044137372934189,  0.27994130272353168,
                                             0.39423064225375148, 0.040145617499105342, 0.17589707622844047,
                                             0.33302340175100154, 0.032872417445237841, 0.68510493126881067,
                                             0.37056753914629914, 0.043666310495524933, 0.28482743710321856};
/* f <- lm(y ~ x + z, weights = w); cooks.distance(f) */
static const double weighted_cook[12] = {0.015961120232564997, 0.00067476994169902939, 0.06535611568589951,
                                         0.19684321437195884,  0.0068053089136862989,  0.066538366432440474,
                                         1.030029008240698,    0.0011679458312974904,  0.51504500506116113,
                                         0.027189030394634248, 0.028121888079440171,   0.063192546902435962};
/* f <- lm(y ~ x + z, weights = w); residuals(f) */
static const double weighted_residuals[12] = {-1.7318620246510958, -0.51730753640578708, -1.5247729939301367,
                                              2.2289542825380919,  -3.4639200748478833,  -3.8474811727556966,
                                              4.1973963692763832,  -2.2597060896762584,  -1.4654911375072204,
                                              1.0567079426867829,  -7.3689689500143265,  -1.9329567223237518};
/* f <- lm(y ~ 0 + x + z, weights = w); coef(summary(f))[, 1] */
static const double origin_coefficients[2] = {0.89176825318660147, 0.10508605439793356};
/* f <- lm(y ~ 0 + x + z, weights = w); coef(summary(f))[, 2] */
static const double origin_errors[2] = {0.1063177397775297, 0.22160859623823759};
/* f <- lm(y ~ 0 + x + z, weights = w); coef(summary(f))[, 3] */
static const double origin_t[2] = {8.3877653442655014, 0.47419665203312822};
/* f <- lm(y ~ 0 + x + z, weights = w); coef(summary(f))[, 4] */
static const double origin_p[2] = {7.7603769475492786e-06, 0.64554406252383467};
/* f <- lm(y ~ 0 + x + z, weights = w); residual standard error, R squared, adjusted, F and its p of summary(f) */
static const double origin_fit[5] = {4.3432558776619494, 0.87563227963829771, 0.85075873556595727, 35.203358117832764,
                                     2.9753521154041835e-05};
/* f <- lm(y ~ 0 + x + z, weights = w); hatvalues(f) */
static const double origin_leverage[12] = {0.0063754681282230004, 0.032104073489942798, 0.25915509017799732,
                                           0.39422974492007945,   0.031249853345478466, 0.099894846773050147,
                                           0.20400821408607328,   0.0300295947449595,   0.44769573506277893,
                                           0.36686695763402932,   0.041628616807762073, 0.086761804829625283};
/* f <- lm(y ~ 0 + x + z, weights = w); cooks.distance(f) */
static const double origin_cook[12] = {1.8989531245510314e-05, 0.0013403687661580805, 0.053539820693785704,
                                       0.29993524837349245,    0.0060826203223204841, 0.024758893573375889,
                                       0.91081989496595439,    0.0011620517018348243, 0.62488291013741581,
                                       0.026875530164256714,   0.038300415138362714,  0.0017178707231174518};
/* f <- lm(y ~ 0 + x + z, weights = w); residuals(f) */
static const double origin_residuals[12] = {-0.29791940740441436, 1.7179327261147015,  -1.1941411718359878,
                                            2.2263731214391052,   -3.0313279645639519, -2.7524392098564539,
                                            4.8699574903137552,   -1.9138647941197056, -2.8340118251986004,
                                            0.85941708817662121,  -7.1421668678181423, -0.59665928989457262};
/* confint(f1)[2, ] */
static const double ordinary_interval_x[2] = {0.33812480388943272, 1.1551685112356946};
/* confint(f1, level = 0.99)[1, ] */
static const double ordinary_interval_intercept[2] = {-5.8159617336476854, 6.5646927610416812};
/* predict(f1, new, interval = "confidence", level = 0.9) */
static const double ordinary_mean[3] = {3.470649727532324, -3.5654173648554046, 10.506716819920053};
/* predict(f1, new, interval = "prediction", level = 0.9) */
static const double ordinary_next[3] = {3.470649727532324, -5.8103398672368645, 12.751639322301513};
/* predict(f2, new, interval = "confidence") */
static const double weighted_mean[3] = {5.4021227587405916, -3.6444815465615656, 14.44872706404275};
/* predict(f2, new, interval = "prediction", weights = 1) */
static const double weighted_next[3] = {5.4021227587405916, -8.0190968260003821, 18.823342343481563};
/* predict(f3, new, interval = "confidence") */
static const double origin_mean[3] = {2.1336726166516962, -1.6833341479009958, 5.9506793812043881};
