/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Theil and Sen's line of the sample by scipy 1.10.1.
 * Printed by the script of the same name.
 */

/* theilslopes(y, x, 0.95): slope, low, high, intercept */
static const double plain[4] = {0.75656431785063005, 0.45368088467614531, 1.0618362182662635, -0.52540401682420068};
/* theilslopes(y, x, 0.5): slope, low, high, intercept */
static const double narrow[4] = {0.75656431785063005, 0.69044964946681353, 0.85367877558546934, -0.52540401682420068};
/* theilslopes([round(v / 4) …], [round(v / 3) …], 0.9): slope, low, high, intercept */
static const double ties[4] = {0.66666666666666663, 0.5, 1, -0.16666666666666663};
