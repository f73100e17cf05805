/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tails of Student's t, F and χ². Oracle: R's pt(), pf(), pchisq(), qt().
 */
#include "stats-sample.h"

#include "../oracle/stats-distribution.h"
#include "stats/distribution-private.h"

static const double t[] = {1e-9, 0.1, 0.9, 2, 5, 12, 40}, f[] = {0.1, 0.9, 1, 2, 5, 12, 40};

static void test_t(void **state)
{
    (void)state;
    const double small[] = {1, 3, 17, 31, 1000}, large[] = {1e5, 1e6, 1e7};
    for (int i = 0; i < 35; i++)
        assert_close_within(rk_t_two_sided(-t[i % 7], small[i / 7]), t_small[i], 2e-12);
    /* The continued fraction has a thousand and more roundings here. */
    for (int i = 0; i < 21; i++) {
        if (t_large[i] > 0)
            assert_close_within(rk_t_two_sided(t[i % 7], large[i / 7]), t_large[i], 1e-9);
    }
    const double degrees[] = {1, 3, 17, 1000}, levels[] = {0.5, 0.9, 0.95, 0.99, 0.9999};
    for (int i = 0; i < 20; i++)
        assert_close_within(rk_t_quantile(levels[i % 5], degrees[i / 5]), t_quantiles[i], 1e-12);
    /* tan(π/2·level) for one degree of freedom. */
    assert_close(rk_t_quantile(1e-6, 1), tan(1e-6 * G_PI / 2));
    assert_close(rk_t_two_sided(1e160, 1), 2 / G_PI * 1e-160);
    assert_true(rk_t_two_sided(0, 5) == 1 && rk_t_two_sided(INFINITY, 5) == 0);
    assert_missing(rk_t_two_sided(NAN, 5));
    assert_missing(rk_t_two_sided(1, 0));
    assert_missing(rk_t_quantile(0, 5));
    assert_missing(rk_t_quantile(1, 5));
    assert_missing(rk_t_quantile(0.5, NAN));
}

static void test_f(void **state)
{
    (void)state;
    const double small[] = {1, 3, 17, 31, 100}, large[] = {1, 5, 30, 1000};
    for (int i = 0; i < 35; i++)
        assert_close(rk_f_upper(f[i % 7], small[i / 7], 29), f_small[i]);
    for (int i = 0; i < 28; i++)
        assert_close_within(rk_f_upper(f[i % 7], large[i / 7], 1e6), f_large[i], 1e-9);
    assert_true(rk_f_upper(0, 2, 3) == 1 && rk_f_upper(INFINITY, 2, 3) == 0);
    assert_missing(rk_f_upper(NAN, 2, 3));
    assert_missing(rk_f_upper(1, 2, 0));
}

static void test_chi_squared(void **state)
{
    (void)state;
    const double degrees[] = {1, 2, 5, 31, 1000};
    for (int i = 0; i < 35; i++)
        assert_close(rk_chi_squared_upper(f[i % 7] * 7, degrees[i / 7]), chi_squared[i]);
    assert_true(rk_chi_squared_upper(0, 3) == 1 && rk_chi_squared_upper(1e300, 3) == 0);
    assert_missing(rk_chi_squared_upper(1, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_t), cmocka_unit_test(test_f),
                                       cmocka_unit_test(test_chi_squared)};
    return cmocka_run_group_tests(tests, watch_gsl, NULL);
}
