/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * convert and deflate. The rates are those of datasets/exchange-rates.csv (European Central Bank); expected values are
 * quotients of the published numbers, by R 4.2 or by hand.
 */
#include "support-near.h"
#include "support-says.h"

#define ASSETS "unit | value:number@unit\nMIO_EUR | 3.224\nMIO_USD | 1.368\nMIO_RUB | 0.645\n"
#define RATES                                                                                                          \
    "{data: {values: \"date:time | base | currency | value:number\\n2022-02-23 | EUR | USD | 1.1344\\n"                \
    "2022-02-24 | EUR | USD | 1.1163\\n2022-11-18 | EUR | USD | 1.0366\\n2022-02-24 | EUR | RUB | 95.7175\\n"          \
    "2022-03-01 | EUR | RUB | 117.201\\n\"}}"

static void test_frozen_assets(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkTable) output =
        apply_steps(ASSETS, "[{convert: value, to: MIO_EUR, rates: " RATES ", date: 2022-02-24}]", NULL, &error);
    if (output == NULL)
        fail_msg("%s", error->message);
    const double *values = rk_column_numbers(rk_table_find(output, "value"));
    assert_true(values[0] == 3.224);
    /* R: 1.368/1.1163, 0.645/95.7175. */
    assert_true(values[1] == 1.2254770223058318);
    assert_true(values[2] == 0.0067385796745631681);
    assert_string_equal(rk_column_text(rk_column_unit(rk_table_find(output, "value")), 2), "MIO_EUR");
    g_autoptr(RkTable) columns = rk_transform_apply_list(NULL, output, NULL, NULL);
    g_autofree char *rate = rk_column_write(rk_table_find(columns, "value_rate"), 2);
    g_autofree char *date = rk_column_write(rk_table_find(columns, "value_rate_date"), 2);
    assert_string_equal(rate, "95.7175");
    assert_string_equal(date, "2022-02-24");
    assert_true(rk_column_is_missing(rk_table_find(columns, "value_rate"), 0));
    assert_true(rk_column_is_missing(rk_table_find(columns, "value_rate_date"), 0));
}

static void test_sum_is_refused(void **state)
{
    (void)state;
    assert_refuses(
        ASSETS, "[{aggregate: [{op: sum, field: value}]}]",
        "figure.yaml:1:20: sum over mixed units \"MIO_EUR\" and \"MIO_USD\" in column \"value\" (bring them "
        "together with {convert: value, to: MIO_EUR, rates: …, date: …}, or filter or group by the unit; the "
        "first odd row is data.csv:3)");
    assert_refuses(
        ASSETS, "[{convert: value, to: MIO_EUR}]",
        "figure.yaml:1:12: convert from \"MIO_USD\" to \"MIO_EUR\" needs exchange rates (data.csv:3) (give a "
        "table of rates and a date: rates: {data: …}, date: …)");
}

static void test_multiples(void **state)
{
    (void)state;
    assert_makes("u | v:number@u\nEUR | 645000\nMIO_EUR | 3.224\nBN_EUR |\n", "[{convert: v, to: MIO_EUR}]",
                 "u|v\nEUR|0.645@MIO_EUR\nMIO_EUR|3.224@MIO_EUR\nBN_EUR|@MIO_EUR");
    assert_makes("v:number\n36\n", "[{convert: v, from: TJ, to: GWH, as: g}]", "v|g\n36|10@GWH");
    assert_makes("u | f | v:number@u#f\nPC | e | 25\n", "[{convert: v, to: SHARE}]", "u|f|v\nPC|e|0.25@SHARE#e");
}

/* Dollars to roubles go through the euro, with both rates of one day; multiples change on the way. */
static void test_cross(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(RkTable) output = apply_steps(
        "u | v:number@u\nBN_USD | 1\nEUR | 2\n",
        "[{convert: v, to: MIO_RUB, rates: " RATES ", date: 2022-02-24, as: [r, rate, day]}]", NULL, &error);
    if (output == NULL)
        fail_msg("%s", error->message);
    const double *values = rk_column_numbers(rk_table_find(output, "r"));
    assert_near(values[0], 1000 * 95.7175 / 1.1163, 1e-9);
    assert_near(values[1], 2 * 95.7175 / 1e6, 1e-18);
    assert_near(rk_column_numbers(rk_table_find(output, "rate"))[0], 1.1163 / 95.7175, 1e-17);
    assert_near(rk_column_numbers(rk_table_find(output, "rate"))[1], 1 / 95.7175, 1e-17);
    /* On 2022-03-01 the last common day is 2022-02-24. */
    assert_makes("u | v:number@u\nUSD | 1.1163\n",
                 "[{convert: v, to: RUB, rates: " RATES ", date: 2022-03-01, maxAge: 5}]",
                 "u|v|v_rate|v_rate_date\nUSD|95.7175@RUB|0.011662444171650953|2022-02-24");
}

static void test_dates(void **state)
{
    (void)state;
    assert_makes("u | day:time | v:number@u\nUSD | 2022-02-26 | 1.1163\nUSD | 2022-11-18 | 1.0366\n",
                 "[{convert: v, to: EUR, rates: " RATES ", date: {field: day}, maxAge: 2}]",
                 "u|day|v|v_rate|v_rate_date\nUSD|2022-02-26|1@EUR|1.1163|2022-02-24\n"
                 "USD|2022-11-18|1@EUR|1.0366|2022-11-18");
    assert_refuses(ASSETS, "[{convert: value, to: MIO_EUR, rates: " RATES ", date: 2022-02-26}]",
                   "figure.yaml:1:278: no rate between USD and EUR for 2022-02-26: the last one is of 2022-02-24, 2 "
                   "days older (choose another date, or allow older rates with maxAge)");
    assert_refuses("u | v:number@u\nRUB | 1\n",
                   "[{convert: v, to: EUR, rates: " RATES ", date: 2022-11-18, maxAge: 30}]",
                   "figure.yaml:1:270: no rate between RUB and EUR for 2022-11-18: the last one is of 2022-03-01, 262 "
                   "days older (choose another date, or allow older rates with maxAge)");
    assert_refuses(
        "u | v:number@u\nRUB | 1\n", "[{convert: v, to: EUR, rates: " RATES ", date: 2022-01-03, maxAge: 9}]",
        "figure.yaml:1:270: no rate between RUB and EUR on or before 2022-01-03 (the table has EUR to RUB from "
        "2022-02-24, EUR to USD from 2022-02-23)");
    assert_refuses(
        "u | v:number@u\nLTL | 1\n", "[{convert: v, to: EUR, rates: " RATES ", date: 2022-02-24}]",
        "figure.yaml:1:270: no rate between LTL and EUR on or before 2022-02-24 (the table has EUR to RUB from "
        "2022-02-24, EUR to USD from 2022-02-23)");
    assert_refuses("u | v:number@u\nUSD | 1\n", "[{convert: v, to: EUR, rates: " RATES ", date: 2022}]",
                   "figure.yaml:1:270: \"2022\" is a year, and the rates are of days (say which date counts)");
    assert_refuses("u | t:time | v:number@u\nUSD | 2022 | 1\n",
                   "[{convert: v, to: EUR, rates: " RATES ", date: {field: t}}]",
                   "figure.yaml:1:278: \"t\" is a year, and the rates are of days (say which date counts)");
    assert_refuses("u | v:number@u\nUSD | 1\n", "[{convert: v, to: EUR, rates: " RATES "}]",
                   "figure.yaml:1:31: rates need a date (write date: \"2022-02-24\", or date: {field: …})");
}

static void test_convert_errors(void **state)
{
    (void)state;
    assert_refuses(
        ASSETS, "[{convert: value, to: MIO_EURO}]",
        "figure.yaml:1:23: unknown unit \"MIO_EURO\" (units are written MIO_EUR, USD, PC, SHARE, GWH, THS_T …)");
    assert_refuses("u | v:number@u\nPC_GDP | 1\n", "[{convert: v, to: EUR}]",
                   "figure.yaml:1:12: convert from \"PC_GDP\", a percentage, to \"EUR\", an amount in EUR (data.csv:2) "
                   "(filter the rows that can be converted)");
    assert_refuses("u | v:number@u\nPC | 1\n", "[{convert: v, to: PP}]",
                   "figure.yaml:1:12: convert from \"PC\", a percentage, to \"PP\", a number of percentage points "
                   "(data.csv:2) (filter the rows that can be converted)");
    assert_refuses("u | v:number@u\nSCORE | 1\n", "[{convert: v, to: PC}]",
                   "figure.yaml:1:12: convert from \"SCORE\", an unknown unit, to \"PC\", a percentage (data.csv:2) "
                   "(filter the rows that can be converted)");
    assert_refuses("v:number\n1\n", "[{convert: v, to: PC}]",
                   "figure.yaml:1:12: the column \"v\" has no unit (say it with from: MIO_USD)");
    static const char twice[] =
        "[{convert: v, to: EUR, date: 2022-02-24, rates: {data: {values: \"date:time | base | "
        "currency | value:number\\n2022-02-24 | EUR | USD | 1\\n2022-02-24 | EUR | USD | 2\\n\"}}}]";
    assert_refuses("u | v:number@u\nUSD | 1\n", twice,
                   "figure.yaml:1:49: two different rates of EUR to USD for 2022-02-24 (filter the table of rates)");
    static const char zero[] =
        "[{convert: v, to: EUR, date: 2022-02-24, rates: {base: EUR, currency: c, value: r, data: "
        "{values: \"date:time | c | r:number\\n2022-02-24 | USD | 0\\n\"}}}]";
    assert_refuses("u | v:number@u\nUSD | 1\n", zero,
                   "figure.yaml:1:49: a rate that is not above zero in the table of rates (data.csv:2)");
}

/* A table without a column of bases: the option names the currency. */
static void test_one_base(void **state)
{
    (void)state;
    assert_makes(
        "u | v:number@u\nUSD | 3\n",
        "[{convert: v, to: EUR, date: 2022-02-24, rates: {base: EUR, currency: c, value: r, date: d, data: {values: "
        "\"d:time | c | r:number\\n2022-02-24 | USD | 1.5\\n\"}}}]",
        "u|v|v_rate|v_rate_date\nUSD|2@EUR|1.5|2022-02-24");
}

#define PRICES                                                                                                         \
    "{data: {values: \"geo | time:time | value:number\\nLT | 2015 | 80\\nLT | 2016 | 100\\nLV | 2015 | 50\\n"          \
    "LV | 2016 | 100\\n\"}, key: geo}"

static void test_deflate(void **state)
{
    (void)state;
    /* 100 of 2015 at a level of 80 % is 125 at prices of 2016. */
    assert_makes("geo | time:time | u | v:number@u\nLT | 2015 | MIO_EUR | 100\nLT | 2016 | MIO_EUR | 100\n"
                 "LV | 2015 | MIO_EUR | 30\nLT | 2015 | MIO_EUR |\n",
                 "[{deflate: v, by: " PRICES ", base: 2016}]",
                 "geo|time|u|v|real|real_deflator\nLT|2015|MIO_EUR|100@MIO_EUR|125@MIO_EUR_2016|0.8\n"
                 "LT|2016|MIO_EUR|100@MIO_EUR|100@MIO_EUR_2016|1\nLV|2015|MIO_EUR|30@MIO_EUR|60@MIO_EUR_2016|0.5\n"
                 "LT|2015|MIO_EUR|@MIO_EUR||0.8");
    assert_makes(
        "t:time | v:number\n2016-Q3 | 6\n",
        "[{deflate: v, time: t, base: 2015, as: [r, d], by: {data: {values: \"y:time | p:number\\n2015 | 50\\n2016 "
        "| 100\\n\"}, time: y, value: p}}]",
        "t|v|r|d\n2016-Q3|6|3|2");
    assert_says("geo | time:time | v:number\nLT | 2015 | 1\nEE | 2015 | 1\nLT | 2019 | 1\n",
                "[{deflate: v, by: " PRICES ", base: 2016}]",
                "figure.yaml:1:12: warning: deflate: no result for 2 rows, the first data.csv:3: no deflator for its "
                "period or for the base");
    /* Constant prices do not mix with current ones. */
    assert_refuses("u | v:number@u\nMIO_EUR | 1\nMIO_EUR_2016 | 1\n", "[{aggregate: [{op: sum, field: v}]}]",
                   "figure.yaml:1:20: sum over mixed units \"MIO_EUR\" and \"MIO_EUR_2016\" in column \"v\" (filter or "
                   "group by the unit; the first odd row is data.csv:3)");
}

static void test_deflate_errors(void **state)
{
    (void)state;
    assert_refuses(
        "geo | time:time | v:number\nLT | 1999 | 1\n", "[{deflate: v, by: " PRICES ", base: 2016}]",
        "figure.yaml:1:12: deflate: not one row has a deflator (compare the periods and keys of the two tables)");
    assert_refuses("geo | time:time | v:number\nLT | 2015 | 1\n", "[{deflate: v, by: " PRICES ", base: 2020}]",
                   "figure.yaml:1:155: deflate: no row of 2020 (\"time\" goes from 2015 to 2016)");
    assert_refuses("geo | time:time | u | v:number@u\nLT | 2015 | PC | 1\n",
                   "[{deflate: v, by: " PRICES ", base: 2016}]",
                   "figure.yaml:1:12: deflate of \"PC\": a percentage has no prices");
    assert_refuses("geo | time:time | u | v:number@u\nLT | 2015 | MIO_EUR_2010 | 1\n",
                   "[{deflate: v, by: " PRICES ", base: 2016}]",
                   "figure.yaml:1:12: deflate of \"MIO_EUR_2010\": it refers to \"2010\" already, and only amounts at "
                   "current prices are deflated");
    assert_refuses(
        "time:time | v:number\n2015 | 1\n",
        "[{deflate: v, base: 2015, by: {data: {values: \"time:time | value:number\\n2015 | 0\\n\"}}}]",
        "figure.yaml:1:12: deflate: not one row has a deflator (compare the periods and keys of the two tables)");
    assert_refuses(
        "time:time | v:number\n2015 | 1\n",
        "[{deflate: v, base: 2015, by: {data: {values: \"time:time | value:number\\n2015-Q1 | 3\\n\"}}}]",
        "figure.yaml:1:12: \"time\" holds years, and the deflators quarters (aggregate the deflators first)");
}

static void test_no_rows(void **state)
{
    (void)state;
    assert_makes("u | v:number@u\n", "[{convert: v, to: EUR, rates: " RATES ", date: 2022-02-24}]",
                 "u|v|v_rate|v_rate_date");
    assert_makes("geo | time:time | v:number\n", "[{deflate: v, by: " PRICES ", base: 2016}]",
                 "geo|time|v|real|real_deflator");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_frozen_assets),  cmocka_unit_test(test_sum_is_refused),
                                       cmocka_unit_test(test_multiples),      cmocka_unit_test(test_cross),
                                       cmocka_unit_test(test_dates),          cmocka_unit_test(test_convert_errors),
                                       cmocka_unit_test(test_one_base),       cmocka_unit_test(test_deflate),
                                       cmocka_unit_test(test_deflate_errors), cmocka_unit_test(test_no_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
