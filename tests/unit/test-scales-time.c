/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ticks of time scales stand on the starts of years, months and days. The expected dates are those of npm's d3-scale
 * 4.0.3 (scaleUtc) under node 20, on 2026-11-20, unless a comment says otherwise.
 */
#include "unit.h"

#include "base/calendar.h"
#include "plot/scale.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *low, *high;
    RkFrequency frequency;
    guint count;
    const char *ticks;
} time_oracle[] = {
    {"2000-01-01", "2024-01-01", RK_FREQUENCY_YEAR, 10,
     "2000-01-01 2002-01-01 2004-01-01 2006-01-01 2008-01-01 2010-01-01 2012-01-01 2014-01-01 2016-01-01 2018-01-01 "
     "2020-01-01 2022-01-01 2024-01-01"},
    {"2014-01-01", "2024-01-01", RK_FREQUENCY_YEAR, 10,
     "2014-01-01 2015-01-01 2016-01-01 2017-01-01 2018-01-01 2019-01-01 2020-01-01 2021-01-01 2022-01-01 2023-01-01 "
     "2024-01-01"},
    {"2014-01-01", "2024-01-01", RK_FREQUENCY_YEAR, 5,
     "2014-01-01 2016-01-01 2018-01-01 2020-01-01 2022-01-01 2024-01-01"},
    {"1900-01-01", "2020-01-01", RK_FREQUENCY_YEAR, 6,
     "1900-01-01 1920-01-01 1940-01-01 1960-01-01 1980-01-01 2000-01-01 2020-01-01"},
    {"2021-01-01", "2021-12-31", RK_FREQUENCY_DAY, 12,
     "2021-01-01 2021-02-01 2021-03-01 2021-04-01 2021-05-01 2021-06-01 2021-07-01 2021-08-01 2021-09-01 2021-10-01 "
     "2021-11-01 2021-12-01"},
    {"2021-03-01", "2023-06-01", RK_FREQUENCY_MONTH, 10,
     "2021-04-01 2021-07-01 2021-10-01 2022-01-01 2022-04-01 2022-07-01 2022-10-01 2023-01-01 2023-04-01"},
    {"2021-01-01", "2022-12-31", RK_FREQUENCY_DAY, 6,
     "2021-01-01 2021-04-01 2021-07-01 2021-10-01 2022-01-01 2022-04-01 2022-07-01 2022-10-01"},
    {"2022-02-20", "2022-03-05", RK_FREQUENCY_DAY, 10,
     "2022-02-20 2022-02-21 2022-02-22 2022-02-23 2022-02-24 2022-02-25 2022-02-26 2022-02-27 2022-02-28 2022-03-01 "
     "2022-03-02 2022-03-03 2022-03-04 2022-03-05"},
    /* Not d3's: it would put quarters between the years of three values, which yearly data do not have. */
    {"2019-01-01", "2021-01-01", RK_FREQUENCY_YEAR, 10, "2019-01-01 2020-01-01 2021-01-01"},
    /* Nor days between months. */
    {"2022-01-01", "2022-03-01", RK_FREQUENCY_MONTH, 10, "2022-01-01 2022-02-01 2022-03-01"},
    {"2021-01-01", "2022-01-01", RK_FREQUENCY_QUARTER, 20, "2021-01-01 2021-04-01 2021-07-01 2021-10-01 2022-01-01"},
};

static RkScale scale_of(const char *type, double low, double high)
{
    RkScale scale = {.type = rk_scale_type_find(type), .base = 10, .exponent = 3};
    assert_non_null(scale.type);
    scale.domain[0] = low;
    scale.domain[1] = high;
    return scale;
}

static double day(const char *text)
{
    double time;
    RkFrequency frequency;
    assert_true(rk_period_parse(text, strlen(text), &time, &frequency));
    return time;
}

static char *dates(const GArray *ticks)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < ticks->len; i++) {
        RkMoment moment;
        rk_moment_split(g_array_index(ticks, double, i), &moment);
        g_string_append_printf(text, "%s%04d-%02d-%02d", i > 0 ? " " : "", moment.year, moment.month, moment.day);
        assert_int_equal(moment.hour + moment.minute + moment.second, 0);
    }
    return g_string_free(text, FALSE);
}

static void time_ticks_are_calendar_starts(void **state)
{
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(time_oracle); i++) {
        RkScale scale = scale_of("time", day(time_oracle[i].low), day(time_oracle[i].high));
        scale.frequency = time_oracle[i].frequency;
        g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(double));
        scale.type->ticks(&scale, time_oracle[i].count, ticks);
        g_autofree char *text = dates(ticks);
        if (strcmp(text, time_oracle[i].ticks) != 0)
            fail_msg("%s to %s by %u: ticks are\n%s\nexpected\n%s", time_oracle[i].low, time_oracle[i].high,
                     time_oracle[i].count, text, time_oracle[i].ticks);
    }
}

/* Whatever the domain and the count: ticks rise, lie within, and are not many more than asked. */
static void time_ticks_stay_within(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(20221124);
    for (guint round = 0; round < 500; round++) {
        double low = g_rand_double_range(random, -6e12, 6e12);
        double span = exp(g_rand_double_range(random, log(1000), log(3e13)));
        guint count = (guint)g_rand_int_range(random, 1, 30);
        RkScale scale = scale_of("time", low, low + span);
        scale.frequency = (RkFrequency)g_rand_int_range(random, 0, RK_FREQUENCY_MOMENT + 1);
        g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(double));
        scale.type->ticks(&scale, count, ticks);
        if (ticks->len > 3 * count + 3)
            fail_msg("%u ticks where %u were asked (%g + %g)", ticks->len, count, low, span);
        for (guint i = 0; i < ticks->len; i++) {
            double tick = g_array_index(ticks, double, i);
            assert_true(tick >= low && tick <= low + span);
            assert_true(i == 0 || tick > g_array_index(ticks, double, i - 1));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_ticks_are_calendar_starts),
        cmocka_unit_test(time_ticks_stay_within),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
