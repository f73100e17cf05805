/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the statistics room share: a comparison by relative error, GSL's handler turned into a failure, and
 * the sample whose oracle values come from R 4.2.2 (2022-11-10), calls named beside the numbers.
 */
#ifndef STATS_SAMPLE_H
#define STATS_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <gsl/gsl_errno.h>
#include <math.h>

#define SAMPLE_COUNT 12

static const double sample_x[SAMPLE_COUNT] = {2.385,  -7.1203, 11.947,  0.0317,  5.5501, -3.3391,
                                              8.7264, 2.3851,  19.0043, -0.6127, 4.4409, 7.7713};
static const double sample_y[SAMPLE_COUNT] G_GNUC_UNUSED = {1.9042,  -4.2217, 9.3308,  3.1416, 2.2093,  -5.0871,
                                                            12.6049, 0.7734,  14.2281, 1.3337, -2.7182, 6.0602};
/* The same values between missing ones. */
static const double sample_holes[SAMPLE_COUNT + 3] G_GNUC_UNUSED = {
    NAN, 2.385, -7.1203, 11.947, 0.0317, 5.5501, NAN, -3.3391, 8.7264, 2.3851, 19.0043, -0.6127, 4.4409, 7.7713, NAN};
static const double only_missing[3] G_GNUC_UNUSED = {NAN, NAN, NAN};

#define assert_close_within(actual, expected, tolerance)                                                               \
    do {                                                                                                               \
        double a_ = (actual), e_ = (expected);                                                                         \
        if (!(fabs(a_ - e_) <= (tolerance)*fabs(e_)))                                                                  \
            fail_msg("%s is %.17g, expected %.17g", #actual, a_, e_);                                                  \
    } while (0)
#define assert_close(actual, expected) assert_close_within(actual, expected, 1e-12)
#define assert_missing(actual)                                                                                         \
    do {                                                                                                               \
        double a_ = (actual);                                                                                          \
        if (!isnan(a_))                                                                                                \
            fail_msg("%s is %.17g, expected a missing value", #actual, a_);                                            \
    } while (0)

static inline void gsl_must_not_fail(const char *reason, const char *file, int line, int code)
{
    (void)code;
    fail_msg("GSL reports \"%s\" at %s:%d", reason, file, line);
}

static inline int watch_gsl(void **state)
{
    (void)state;
    gsl_set_error_handler(gsl_must_not_fail);
    return 0;
}

#endif
