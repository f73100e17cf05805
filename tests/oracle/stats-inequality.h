/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inequality of the values 2.385 11.947 0.0317 5.5501 8.7264 2.385 19.0043 0 4.4409 7.7713 with weights 1.25 0.5
 * 3 2.125 0.75 1 4.5 0.375 2 1.5. Printed by the script of the same name (Python's fractions and decimal).
 */

/* Gini of the values, and times n/(n-1) */
static const double plain_gini[2] = {0.48748813094758014, 0.54165347883064463};
/* Theil T of the values */
static const double plain_theil_t[1] = {0.43055816070990005};
/* Atkinson of the values, epsilon 0.5, 1, 2 */
static const double plain_atkinson[3] = {0.27193663397725149, 1, 1};
/* Lorenz curve of the values */
static const double plain_lorenz[22] = {0,
                                        0,
                                        0.10000000000000001,
                                        0,
                                        0.20000000000000001,
                                        0.00050930485510517864,
                                        0.29999999999999999,
                                        0.038827666982103638,
                                        0.40000000000000002,
                                        0.077146029109102093,
                                        0.5,
                                        0.14849530138154968,
                                        0.59999999999999998,
                                        0.23766542366291407,
                                        0.69999999999999996,
                                        0.36252223187991328,
                                        0.80000000000000004,
                                        0.50272405798684805,
                                        0.90000000000000002,
                                        0.69466932940456316,
                                        1,
                                        1};
/* Herfindahl of the values, and normalised */
static const double plain_herfindahl[2] = {0.18129446273284353, 0.090327180814270588};
/* Gini of the weighted values, and times n/(n-1) */
static const double weighted_gini[2] = {0.48860279999154882, 0.54289199999060977};
/* Theil T of the weighted values */
static const double weighted_theil_t[1] = {0.44339839035774425};
/* Atkinson of the weighted values, epsilon 0.5, 1, 2 */
static const double weighted_atkinson[3] = {0.27300313461071851, 1, 1};
/* Lorenz curve of the weighted values */
static const double weighted_lorenz[22] = {0,
                                           0,
                                           0.022058823529411766,
                                           0,
                                           0.19852941176470587,
                                           0.00070013105371103963,
                                           0.25735294117647056,
                                           0.018258622779271812,
                                           0.33088235294117646,
                                           0.040206737436222779,
                                           0.4485294117647059,
                                           0.10559500234527339,
                                           0.57352941176470584,
                                           0.19242275621018912,
                                           0.66176470588235292,
                                           0.27824181705726486,
                                           0.70588235294117652,
                                           0.3264249686905773,
                                           0.73529411764705888,
                                           0.37040218056589691,
                                           1,
                                           1};
/* Herfindahl of the values, and normalised */
static const double weighted_herfindahl[2] = {0.18129446273284353, 0.090327180814270588};
/* Gini of the weighted values above zero, and times n/(n-1) */
static const double positive_gini[2] = {0.47706752480338827, 0.53670096540381174};
/* Theil T of the weighted values above zero */
static const double positive_theil_t[1] = {0.421092632843446};
/* Theil L of the weighted values above zero */
static const double positive_theil_l[1] = {1.0528934902567637};
/* Atkinson of the weighted values above zero, epsilon 0.5, 1, 2 */
static const double positive_atkinson[3] = {0.25660470907562188, 0.65107332887879577, 0.97901648690312093};
/* Lorenz curve of the weighted values above zero */
static const double positive_lorenz[20] = {0,
                                           0,
                                           0.18045112781954886,
                                           0.00070013105371103963,
                                           0.24060150375939848,
                                           0.018258622779271812,
                                           0.31578947368421051,
                                           0.040206737436222779,
                                           0.43609022556390975,
                                           0.10559500234527339,
                                           0.56390977443609025,
                                           0.19242275621018912,
                                           0.65413533834586468,
                                           0.27824181705726486,
                                           0.6992481203007519,
                                           0.3264249686905773,
                                           0.72932330827067671,
                                           0.37040218056589691,
                                           1,
                                           1};
/* Herfindahl of the values, and normalised */
static const double positive_herfindahl[2] = {0.18129446273284353, 0.07895627057444897};
