/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which words stand for groups of countries. The country codes that must not be among them are ISO 3166's, and
 * Eurostat's EL and UK.
 */
#include "unit.h"

#include "transform/aggregates.h"

static void test_known(void **state)
{
    (void)state;
    static const char *const words[] = {
        "EU27_2020", "EU28", "EA19",  "EA20",           "NATO",           "NATO_EUR_CA", "WLD",
        "OECD",      "EU",   "World", "european union", "Euro area (19)", "NATO Total",  "European Union (27)"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (!rk_aggregate_is_known(words[i]))
            fail_msg("%s is an aggregate", words[i]);
    }
}

static void test_countries(void **state)
{
    (void)state;
    static const char *const words[] = {"LT",  "EL",  "UK",  "LTU",     "ESP",       "ETH",    "ERI",
                                        "ARE", "ARG", "MAR", "SSD",     "SAU",       "IDN",    "IND",
                                        "LAO", "LCA", "LBR", "Ireland", "eu27_2020", "Europe", ""};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (rk_aggregate_is_known(words[i]))
            fail_msg("\"%s\" is no aggregate", words[i]);
    }
    assert_false(rk_aggregate_is_known(NULL));
}

static void test_list(void **state)
{
    (void)state;
    guint count = 0;
    for (const RkAggregate *entry = rk_aggregates(); entry->code != NULL; entry++, count++) {
        assert_true(rk_aggregate_is_known(entry->code));
        assert_true(rk_aggregate_is_known(entry->name));
    }
    assert_true(count > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known),
        cmocka_unit_test(test_countries),
        cmocka_unit_test(test_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
