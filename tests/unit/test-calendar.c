/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Periods and moments. Oracle: Python 3.11's datetime (fromisocalendar for weeks), as milliseconds since 1970-01-01
 * UTC.
 */
#include "unit.h"

#include "base/calendar-private.h"

#include <math.h>
#include <string.h>

static gboolean reads(const char *text, double *start, RkFrequency *frequency)
{
    /* A digit behind the period must not be read with it. */
    g_autofree char *longer = g_strconcat(text, "1", NULL);
    return rk_period_parse(longer, strlen(text), start, frequency);
}

/* `written` is the form that writing gives back. */
static void test_periods(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double start;
        RkFrequency frequency;
        const char *written;
    } cases[] = {
        {"2020", 1577836800000, RK_FREQUENCY_YEAR, "2020"},
        {"0001", -62135596800000, RK_FREQUENCY_YEAR, "0001"},
        {"2019/20", 1561939200000, RK_FREQUENCY_SPLIT_YEAR, "2019/20"},
        {"1999/2000", 930787200000, RK_FREQUENCY_SPLIT_YEAR, "1999/00"},
        {"2020-S2", 1593561600000, RK_FREQUENCY_HALF_YEAR, "2020-S2"},
        {"2020S1", 1577836800000, RK_FREQUENCY_HALF_YEAR, "2020-S1"},
        {"2020-H2", 1593561600000, RK_FREQUENCY_HALF_YEAR, "2020-S2"},
        {"2020-Q4", 1601510400000, RK_FREQUENCY_QUARTER, "2020-Q4"},
        {"2020q1", 1577836800000, RK_FREQUENCY_QUARTER, "2020-Q1"},
        {"2020-02", 1580515200000, RK_FREQUENCY_MONTH, "2020-02"},
        {"2020M02", 1580515200000, RK_FREQUENCY_MONTH, "2020-02"},
        {"2020K4", 1601510400000, RK_FREQUENCY_QUARTER, "2020-Q4"},
        {"2020 Q1", 1577836800000, RK_FREQUENCY_QUARTER, "2020-Q1"},
        {"Q4 2020", 1601510400000, RK_FREQUENCY_QUARTER, "2020-Q4"},
        {"M02-2020", 1580515200000, RK_FREQUENCY_MONTH, "2020-02"},
        {"2020U53", 1609113600000, RK_FREQUENCY_WEEK, "2020-W53"},
        {"2020-W01", 1577664000000, RK_FREQUENCY_WEEK, "2020-W01"},
        {"2020W53", 1609113600000, RK_FREQUENCY_WEEK, "2020-W53"},
        {"2021-W01", 1609718400000, RK_FREQUENCY_WEEK, "2021-W01"},
        {"2009-W53", 1261958400000, RK_FREQUENCY_WEEK, "2009-W53"},
        {"0001-W01", -62135596800000, RK_FREQUENCY_WEEK, "0001-W01"},
        {"9999-W52", 253401868800000, RK_FREQUENCY_WEEK, "9999-W52"},
        {"2020-12-31", 1609372800000, RK_FREQUENCY_DAY, "2020-12-31"},
        {"2000-02-29", 951782400000, RK_FREQUENCY_DAY, "2000-02-29"},
        {"1900-03-01", -2203891200000, RK_FREQUENCY_DAY, "1900-03-01"},
        {"9999-12-31", 253402214400000, RK_FREQUENCY_DAY, "9999-12-31"},
        {"2020-12-31T23:59:59.5Z", 1609459199500, RK_FREQUENCY_MOMENT, "2020-12-31T23:59:59.5Z"},
        {"2020-12-31 23:59", 1609459140000, RK_FREQUENCY_MOMENT, "2020-12-31T23:59:00Z"},
        {"2021-01-01T01:59:59.5+02:00", 1609459199500, RK_FREQUENCY_MOMENT, "2020-12-31T23:59:59.5Z"},
        {"2020-12-31T21:29:59.500999-0230", 1609459199500, RK_FREQUENCY_MOMENT, "2020-12-31T23:59:59.5Z"},
        {"2020-12-31T00:00+00", 1609372800000, RK_FREQUENCY_MOMENT, "2020-12-31T00:00:00Z"},
        {"1970-01-01T00:00:00.007Z", 7, RK_FREQUENCY_MOMENT, "1970-01-01T00:00:00.007Z"},
    };
    for (gsize at = 0; at < G_N_ELEMENTS(cases); at++) {
        double start = NAN;
        RkFrequency frequency = RK_FREQUENCY_NONE;
        char buffer[32];
        if (!reads(cases[at].text, &start, &frequency) || start != cases[at].start)
            fail_msg("%s starts at %.0f instead of %.0f", cases[at].text, start, cases[at].start);
        assert_int_equal(frequency, cases[at].frequency);
        assert_string_equal(rk_period_write(start, frequency, buffer, sizeof buffer), cases[at].written);
    }
}

static void test_refusals(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "202",
        "20200",
        "0000",
        "-2020",
        "2020-",
        "2020-Q",
        "2020-Q5",
        "2020K5",
        "2020U54",
        "2020  Q1",
        "2020 02",
        "Q1",
        "Q1 20",
        "Q1_2020",
        "Q12020",
        "Q5 2020",
        "Q1 0000",
        "Q1 2020 ",
        "KU091",
        "2020-Q0",
        "1234u67890123456789 0",
        "2020-Q4294967297",
        "2020Q11",
        "2020-S3",
        "2019/21",
        "2019/2",
        "2019/020",
        "2019/2021",
        "2019/20/21",
        "2019/",
        "2019-20",
        "2020-W00",
        "2020-W54",
        "2021-W53",
        "2020-W1",
        "2020-13",
        "2020-00",
        "2020-1",
        "2020M13",
        "2020M2",
        "2020X1",
        "2020-02-30",
        "2021-02-29",
        "1900-02-29",
        "2020-12-32",
        "2020/12/31",
        "2020-12-3",
        "20201231",
        " 2020",
        "2020 ",
        "2020-12-00",
        "2020-06-31",
        "2020-12-31T",
        "2020-12-31X10:00",
        "2020-12-31T24:00Z",
        "2020-12-31T10:60Z",
        "2020-12-31T10:00:60Z",
        "2020-12-31T10:00:00.Z",
        "2020-12-31T10:00+24:00",
        "2020-12-31T10:00+1",
        "2020-12-31T10:00+02-00",
        "2020-12-31T1:00",
        "2020-12-31T10:00ZZ",
        "0001-01-01T00:00+01:00",
        "9999-12-31T23:59-01:00",
        "2020-12:31",
    };
    for (gsize at = 0; at < G_N_ELEMENTS(texts); at++) {
        double start = 42;
        RkFrequency frequency = RK_FREQUENCY_NONE;
        if (reads(texts[at], &start, &frequency))
            fail_msg("\"%s\" was read as %.0f", texts[at], start);
        assert_true(start == 42 && frequency == RK_FREQUENCY_NONE);
    }
}

/* Python 3.11: datetime and isocalendar; a period that does not exist is "". */
static void test_offsets(void **state)
{
    (void)state;
    static const struct {
        const char *period;
        int periods;
        const char *there;
        int years;
        const char *year;
    } cases[] = {
        {"2020", -1, "2019", 5, "2025"},
        {"2019/20", 1, "2020/21", -1, "2018/19"},
        {"2020-S1", -1, "2019-S2", 1, "2021-S1"},
        {"2020-Q1", -5, "2018-Q4", -1, "2019-Q1"},
        {"2020-11", 3, "2021-02", 1, "2021-11"},
        {"2020-W53", 1, "2021-W01", -1, ""},
        {"2021-W01", -1, "2020-W53", -1, "2020-W01"},
        {"2015-W53", 0, "2015-W53", 5, "2020-W53"},
        {"2020-02-29", 1, "2020-03-01", 1, ""},
        {"2020-02-29", -1, "2020-02-28", 4, "2024-02-29"},
        {"9999", 1, "", -9998, "0001"},
        {"0001-01-01", -1, "", -1, ""},
        {"2020-12-31T00:00Z", 1, "", 1, ""},
    };
    for (gsize at = 0; at < G_N_ELEMENTS(cases); at++) {
        double start = NAN;
        RkFrequency frequency = RK_FREQUENCY_NONE;
        char buffer[32], other[32];
        assert_true(reads(cases[at].period, &start, &frequency));
        rk_period_write(rk_period_offset(start, frequency, cases[at].periods), frequency, buffer, sizeof buffer);
        assert_string_equal(buffer, cases[at].there);
        rk_period_write(rk_period_offset_years(start, frequency, cases[at].years), frequency, other, sizeof other);
        assert_string_equal(other, cases[at].year);
    }
    assert_true(isnan(rk_period_offset(NAN, RK_FREQUENCY_YEAR, 1)));
    assert_true(isnan(rk_period_offset(0, RK_FREQUENCY_YEAR, 1e300)));
    assert_true(isnan(rk_period_offset(0, RK_FREQUENCY_DAY, 0.5)));
    assert_true(isnan(rk_period_offset(0, RK_FREQUENCY_DAY, NAN)));
    assert_true(isnan(rk_period_offset_years(0, RK_FREQUENCY_WEEK, 9e9)));
}

static void test_next(void **state)
{
    (void)state;
    static const struct {
        const char *period;
        const char *next;
    } cases[] = {
        {"2020", "2021"},
        {"2020-S2", "2021-S1"},
        {"2020-Q4", "2021-Q1"},
        {"2019-12", "2020-01"},
        {"2020-W53", "2021-W01"},
        {"2020-02-28", "2020-02-29"},
        {"2021-02-28", "2021-03-01"},
        {"2020-12-31T23:59:59.999Z", "2021-01-01T00:00:00Z"},
    };
    for (gsize at = 0; at < G_N_ELEMENTS(cases); at++) {
        double start = NAN;
        RkFrequency frequency = RK_FREQUENCY_NONE;
        char buffer[32];
        assert_true(reads(cases[at].period, &start, &frequency));
        rk_period_write(rk_period_next(start, frequency), frequency, buffer, sizeof buffer);
        assert_string_equal(buffer, cases[at].next);
    }
    assert_true(isnan(rk_period_next(NAN, RK_FREQUENCY_YEAR)));
    assert_true(isnan(rk_period_next(INFINITY, RK_FREQUENCY_DAY)));
}

/* Every day of two Gregorian cycles, counted forward without any formula. */
static void test_every_day(void **state)
{
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    /* 1600-01-01 was a Saturday, 135140 days before 1970. */
    double moment = -135140.0 * RK_DAY;
    int weekday = 6;
    for (int year = 1600; year < 2400; year++) {
        int day_of_year = 1;
        for (int month = 1; month <= 12; month++) {
            gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
            int days = lengths[month - 1] + (month == 2 && leap ? 1 : 0);
            for (int day = 1; day <= days; day++, moment += RK_DAY, day_of_year++, weekday = (weekday + 1) % 7) {
                RkMoment parts;
                rk_moment_split(moment, &parts);
                if (parts.year != year || parts.month != month || parts.day != day || parts.weekday != weekday ||
                    parts.day_of_year != day_of_year || rk_moment_join(&parts) != moment)
                    fail_msg("%04d-%02d-%02d came out as %04d-%02d-%02d", year, month, day, parts.year, parts.month,
                             parts.day);
            }
        }
    }
}

static void test_moments(void **state)
{
    (void)state;
    RkMoment parts;
    rk_moment_split(-0.5, &parts);
    assert_int_equal(parts.year, 1969);
    assert_int_equal(parts.millisecond, 999);
    assert_int_equal(parts.second, 59);
    rk_moment_split(NAN, &parts);
    assert_int_equal(parts.month, 0);
    rk_moment_split(1e300, &parts);
    assert_int_equal(parts.month, 0);
    const RkMoment thirteenth = {.year = 2019, .month = 13, .day = 32, .hour = -24, .minute = 60, .second = -3600};
    assert_true(rk_moment_join(&thirteenth) == 1580428800000); /* 2020-01-31 */
    const RkMoment before = {.year = 2020, .month = 0, .day = 1};
    assert_true(rk_moment_join(&before) == 1575158400000); /* 2019-12-01 */
    char buffer[32];
    assert_string_equal(rk_period_write(NAN, RK_FREQUENCY_YEAR, buffer, sizeof buffer), "");
    assert_string_equal(rk_period_write(-8.64e15, RK_FREQUENCY_MOMENT, buffer, sizeof buffer),
                        "-271821-04-20T00:00:00Z");
    assert_string_equal(rk_frequency_name(RK_FREQUENCY_HALF_YEAR), "half-year");
    assert_string_equal(rk_frequency_name(RK_FREQUENCY_MOMENT), "moment");
}

/* Periods of one length are equally far apart; days are, too, whatever the month. */
static void test_years(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double years;
    } periods[] = {{"2003", 2003},       {"2004", 2004},       {"2003-S2", 2003.5},
                   {"2019/20", 2019.5},  {"2003-Q2", 2003.25}, {"2000-02", 2000 + 1. / 12},
                   {"1969-Q4", 1969.75}, {"1970-01-01", 1970}};
    for (guint i = 0; i < G_N_ELEMENTS(periods); i++) {
        double start;
        RkFrequency frequency;
        assert_true(rk_period_parse(periods[i].text, strlen(periods[i].text), &start, &frequency));
        assert_true(fabs(rk_moment_years(start, frequency) - periods[i].years) < 1e-12);
    }
    /* 400 years have 146097 days; noon of 2 July is the middle of a year of 365 days. */
    assert_true(fabs(rk_moment_years(146097 * 86400e3, RK_FREQUENCY_DAY) - 2370) < 1e-12);
    assert_true(fabs(rk_moment_years(182.5 * 86400e3, RK_FREQUENCY_YEAR) - 1970.5) < 1e-12);
    assert_true(isnan(rk_moment_years(NAN, RK_FREQUENCY_YEAR)));
    assert_true(isnan(rk_moment_years(1e300, RK_FREQUENCY_DAY)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods), cmocka_unit_test(test_refusals),  cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_next),    cmocka_unit_test(test_every_day), cmocka_unit_test(test_moments),
        cmocka_unit_test(test_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
