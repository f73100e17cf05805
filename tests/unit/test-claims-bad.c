/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims files and queries that mean nothing: what is said, and where.
 */
#include "support-claims.h"

static void bad_files(void **state)
{
    (void)state;
    assert_fails("states: {nmber: \"3\"}, " ONE("1"),
                 "a.claims.yaml:9:36: a claim cannot state \"nmber\" (did you mean \"number\"?)");
    assert_fails("states: {}, " ONE("1"),
                 "a.claims.yaml:9:35: it is not said what the claim states (one of: number, rank, "
                 "order, highest, lowest, more, less)");
    assert_fails("states: {number: \"3\", rank: 1, of: A}, " ONE("1"),
                 "a.claims.yaml:9:35: a claim states either \"number\" or \"rank\" (make two claims of it)");
    assert_fails("states: {number: \"3\", unt: x}, " ONE("1"),
                 "a.claims.yaml:9:49: unknown key \"unt\" in claims[0].states (did you mean \"unit\"?)");
    assert_fails(
        "states: {number: 3}, " ONE("1"),
        "a.claims.yaml:9:44: write the number between quotes, with the decimals it is printed with (4.0 claims "
        "more than 4)");
    assert_fails("states: {number: \"3e5\"}, " ONE("1"),
                 "a.claims.yaml:9:44: \"3e5\" is not a printed number (write it like \"1,234.5\")");
    assert_fails("states: {rank: 1.5, of: A}, " ALL, "a.claims.yaml:9:42: a rank is a whole number from 1 on");
    assert_fails("states: {rank: 1, of: A, from: top}, " ALL,
                 "a.claims.yaml:9:58: claims[0].states.from cannot be \"top\" (known words: greatest, least)");
    assert_fails("states: {lowest: []}, " ALL, "a.claims.yaml:9:44: no place is named");
    assert_fails("states: {lowest: [A, A]}, " ALL, "a.claims.yaml:9:48: \"A\" is named twice");
    assert_fails("states: {number: \"3\"}",
                 "a.claims.yaml:9:5: nothing puts the claim \"a\" to the test (add `query`, or "
                 "say under `unchecked` why there is none)");
    assert_fails("statment: x",
                 "a.claims.yaml:9:27: unknown key \"statment\" in claims[0] (did you mean \"statement\"?)");
    assert_fails("states: {number: \"3\"}, query: {data: {name: all}, fild: v}",
                 "a.claims.yaml:9:77: unknown key \"fild\" in claims[0].query (did you mean \"field\"?)");
    assert_fails("states: {number: \"3\"}, query: {data: {name: all}, field: v, low: v}",
                 "a.claims.yaml:9:92: `low` and `high` go together");
    assert_fails("states: {number: \"3\"}, unchecked: \"{nothing}\"",
                 "a.claims.yaml:9:61: there is no fact \"nothing\" (name it under `facts`, or write {{ for a brace)");
}

static void bad_queries(void **state)
{
    (void)state;
    assert_fails("states: {number: \"3\"}, query: {data: {name: al}, field: v}",
                 "a.claims.yaml:9:71: there is no data set \"al\" (name it under `datasets`)");
    assert_fails("states: {number: \"3\"}, " ALL,
                 "a.claims.yaml:9:57: the query leaves 5 rows instead of one (add filters or an aggregate until one is "
                 "left)");
    assert_fails("states: {number: \"3\"}, query: {data: {name: all}, field: w}",
                 "a.claims.yaml:9:84: there is no column \"w\" (there are: geo, country, v, source_id)");
    assert_fails("states: {number: \"3\"}, query: {data: {name: all}, field: geo}",
                 "a.claims.yaml:9:84: column \"geo\" holds text values: numbers are needed");
    assert_fails("states: {rank: 1, of: AA}, " ALL,
                 "a.claims.yaml:9:49: the query leaves no place \"AA\" in column \"geo\" (did you mean \"A\"?)");
    assert_fails(
        "states: {rank: 1, of: Alpah}, query: {data: {name: all}, field: v, key: country}",
        "a.claims.yaml:9:49: the query leaves no place \"Alpah\" in column \"country\" (did you mean \"Alpha\"?)");
    assert_fails("states: {more: A, than: [B, Z]}, " ALL,
                 "a.claims.yaml:9:55: the query leaves no place \"Z\" in column \"geo\"");
    assert_fails("states: {rank: 1, of: A}, query: {data: {name: all}, field: v, key: source_id}",
                 "a.claims.yaml:9:60: the query leaves several rows of \"ONE\" (add filters or an aggregate until each "
                 "place has one row)");
    assert_fails(
        "states: {rank: 1, of: A}, query: {data: {name: all}, field: v, group: 3}",
        "a.claims.yaml:9:97: the query leaves 5 places, more than the group has (leave aggregates and others out "
        "by a filter)");
    assert_fails("states: {number: \"1\"}, query: {data: {values: [{value: 1, unit: PC}]}, field: value, unit: EUR}",
                 "a.claims.yaml:9:118: the values are in \"PC\", not in \"EUR\"");
    assert_fails("states: {number: \"1\"}, query: {data: {values: [{value: 1}]}, field: value, unit: EUR}",
                 "a.claims.yaml:9:108: the values of column \"value\" have no unit");
    assert_fails(
        "states: {rank: 1, of: A}, query: {data: {values: [{geo: A, value: 1, unit: PC}, {geo: B, value: 2, unit: "
        "EUR}]}, field: value}",
        "a.claims.yaml:9:147: values of the units \"PC\" and \"EUR\" (filter by the unit)");
}

static void claims_have_names_of_their_own(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_null(check("claims:\n  - {id: a, statement: s, states: {number: \"1\"}, unchecked: x}\n"
                      "  - {id: a, statement: s, states: {number: \"1\"}, unchecked: x}\n",
                      &error));
    assert_error(&error, "a.claims.yaml:3:10: two claims are called \"a\"");
    assert_null(check("title: x\n", &error));
    assert_error(&error, "a.claims.yaml:1:1: the claims file needs the key \"claims\" (the claims, in order)");
    assert_null(check("[1, 2]", &error));
    assert_error(&error, "a.claims.yaml:1:1: the claims file must be a map, not a list");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bad_files),
        cmocka_unit_test(bad_queries),
        cmocka_unit_test(claims_have_names_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
