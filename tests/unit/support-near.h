/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Doubles that should agree: cmocka compares in single precision only.
 */
#ifndef RK_TESTS_SUPPORT_NEAR_H
#define RK_TESTS_SUPPORT_NEAR_H

#include <math.h>

#define assert_near(value, expected, tolerance)                                                                        \
    do {                                                                                                               \
        double near_value = (value);                                                                                   \
        double near_expected = (expected);                                                                             \
        if (!(fabs(near_value - near_expected) <= (tolerance)))                                                        \
            fail_msg("%s is %.17g, not %.17g", #value, near_value, near_expected);                                     \
    } while (0)

#endif
