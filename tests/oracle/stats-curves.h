/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Akima's and Steffen's curves of the sample, and smoothing splines, in rational arithmetic.
 * Printed by the script of the same name.
 */

/* where */
static const double akima_places[9] = {-7.0, -4.4, -0.3, 1.7, 2.38505, 3.3, 8.0, 10.0, 18.5};
/* Akima */
static const double akima_values[9] = {-4.403076630663977, -6.329131315911164, 2.1899863651804665,
                                       3.8818915153516778, 1.338849733752904,  -3.8969533006389137,
                                       7.369247390082925,  11.79974883129555,  13.496053872678418};
/* where, not between the two points at an end */
static const double steffen_places[8] = {-3.0, -0.3, 1.7, 2.38505, 3.3, 8.0, 10.0, 11.9};
/* Steffen */
static const double steffen_values[8] = {-4.914257529678184, 2.4229952098410834,  2.5197239639047297,
                                         1.3388293149819686, -1.6428299876135075, 7.464945521580201,
                                         11.473807395422293, 9.332871521181687};
/* x of the sample */
static const double sorted_x[12] = {-7.1203, -3.3391, -0.6127, 0.0317, 2.385,  2.3851,
                                    4.4409,  5.5501,  7.7713,  8.7264, 11.947, 19.0043};
/* degrees of freedom with the penalty 1/100000 */
static const double rough_freedom[1] = {8.882773744226666};
/* values at x */
static const double rough_fit[12] = {-4.28442539368488,  -4.883754618790139, 1.535273592704766,  2.705875963195943,
                                     1.1781283566917304, 1.1779182604567624, -1.506828708122416, 1.1682006208739566,
                                     7.40668537996741,   11.238628503720077, 9.619102331247657,  14.204395711739133};
/* degrees of freedom with the penalty 1/1000 */
static const double middle_freedom[1] = {4.685600672221935};
/* values at x */
static const double middle_fit[12] = {-4.785356125179131,  -2.3786519569190947, -0.19459461931299657,
                                      0.18974182088332775, 1.069672995548382,   1.069707419830192,
                                      2.174651747575039,   3.3368334156040613,  6.441027633684797,
                                      7.720701469237048,   10.554220466890515,  14.36124573215786};
/* degrees of freedom with the penalty 1/2 */
static const double line_freedom[1] = {2.067839556718255};
/* values at x */
static const double line_fit[12] = {-5.490909142940103, -2.5834599640783193, -0.4836871509736045, 0.012894089711954665,
                                    1.8279806953497486, 1.8280579255104965,  3.418699018643025,   4.27978017193991,
                                    6.00830813969114,   6.751995553038152,   9.256544799032122,   14.732995865075477};
/* degrees of freedom of points that share an x */
static const double shared_freedom[1] = {2.733023748789491};
/* values at 1 ... 6 */
static const double shared_fit[6] = {2.3850964434836808, 3.641223222593047, 4.815066779790332,
                                     5.990360863102993,  6.973195319682058, 7.9222500630588};
