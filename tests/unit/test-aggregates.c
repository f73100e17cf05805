/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rows of a table are groups of places: Eurostat's and the World Bank's codes, names of Our World in Data, sums
 * among places, and a column that says so itself. Which is which stands in the publishers' own lists.
 */
#include "transform/aggregates.h"

#include "read-case.h"

/* "010" marks the second row; behind it the words that are no known place. `places` names their column. */
static void assert_groups(const char *text, const char *places, const char *expected)
{
    GError *error = NULL;
    RkSource source = {.path = "t", .bytes = text, .length = strlen(text)};
    g_autoptr(RkTable) table = read_source_as(&source, "{type: csv}", NULL, NULL, &error);
    g_auto(RkAggregates) found = {NULL};
    assert_null(error);
    rk_aggregates_find(table, rk_table_find(table, places), &found);
    g_autoptr(GString) marks = g_string_new(NULL);
    for (gsize row = 0; row < rk_table_rows(table); row++)
        g_string_append_c(marks, found.rows[row] ? '1' : '0');
    g_autofree char *unknown = rk_aggregates_unknown(&found);
    g_string_append_printf(marks, "%s%s", *unknown != '\0' ? " " : "", unknown);
    assert_string_equal(marks->str, expected);
}

static void test_codes(void **state)
{
    (void)state;
    assert_groups("geo,value\nEU27_2020,1\nLT,2\nEL,3\nEA20,4\nUK,5\n", "geo", "10010");
    assert_groups("Country Code,value\nARB,1\nWLD,2\nLTU,3\nXKX,4\n", "Country Code", "1100");
    assert_groups("REF_AREA,value\nOECD,1\nDEU,2\nG-7,3\nFRA,4\n", "REF_AREA", "1010");
}

static void test_names(void **state)
{
    (void)state;
    assert_groups("Entity,Code,value\nWorld,OWID_WRL,1\nAfrica (WHO),,2\nFrance,FRA,3\nAsia,,4\n", "Entity", "1101");
    assert_groups("country,value\nLithuania,1\nEuropean Union,2\nLatvia,3\n", "country", "010");
}

/* Words such as TOTAL mean a sum where they stand among places, and nothing where the others could be anything. */
static void test_sums(void **state)
{
    (void)state;
    assert_groups("geo,value\nTOTAL,1\nLT,2\nLV,3\nEE,4\n", "geo", "1000");
    assert_groups("item,value\nTOTAL,1\nbread,2\nmilk,3\n", "item", "000");
}

/* A column of its own decides alone, also against the code. */
static void test_marked(void **state)
{
    (void)state;
    assert_groups("geo,value,aggregate\nEU27_2020,1,false\nLT,2,true\nLV,3,\n", "geo", "010");
}

/* Names beside codes: a row is a group by either; words of no list are named, at most five of them. */
static void test_unknown(void **state)
{
    (void)state;
    assert_groups("name,geo,value\nUnion,EU27_2020,1\nLietuva,LT,2\nLatvija,LV,3\n", "name", "100");
    assert_groups("geo,value\nLT,1\nLV,2\nEE,3\nFI,4\nMoon,5\nMars,6\n", "geo", "000000 \"Moon\", \"Mars\"");
    assert_groups("geo,value\nLT,1\nLV,2\nEE,3\nFI,4\nSE,5\nDK,6\nq1,1\nq2,1\nq3,1\nq4,1\nq5,1\nq6,1\n", "geo",
                  "000000000000 \"q1\", \"q2\", \"q3\", \"q4\", \"q5\" and 1 more");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes),  cmocka_unit_test(test_names),   cmocka_unit_test(test_sums),
        cmocka_unit_test(test_marked), cmocka_unit_test(test_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
