/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * place, and lookup by place. Codes and names as in test-geo; what is expected of tables is worked out by hand.
 */
#include "support-says.h"

#include "transform/place-name.h"

#define EU "geo\nEL\nLT\nUK\nEU27_2020\n"

static void test_codes(void **state)
{
    (void)state;
    assert_makes(EU,
                 "[{place: geo, to: alpha2, as: a}, {place: geo, to: alpha3, as: b}, {place: geo, to: numeric, as: c}]",
                 "geo|a|b|c\nEL|GR|GRC|300\nLT|LT|LTU|440\nUK|GB|GBR|826\nEU27_2020|||");
    assert_makes("c\nGRC\nXKX\nWLD\nOWID_EU27\n", "[{place: c, to: eurostat}]", "c\nEL\nXK\nWORLD\nEU27_2020");
    assert_makes("c\nGreece\n\nKosovo\n", "[{place: c, to: worldBank, as: w}, {place: c, to: owid}]",
                 "c|w\nGRC|GRC\n|\nOWID_KOS|XKX");
    assert_makes("c\nLT\nLT011\nEL30\nUKI31\nWORLD\nSUN\n",
                 "[{place: c, to: country, as: of}, {place: c, to: kind, as: is}, {place: c, to: level, as: level}]",
                 "c|of|is|level\nLT|LT|country|0\nLT011|LT|region|3\nEL30|GR|region|2\nUKI31|GB|region|3\n"
                 "WORLD||aggregate|\nSUN|SU|former|0");
}

static void test_names(void **state)
{
    (void)state;
    assert_makes(EU, "[{place: geo, language: lt}]",
                 "geo\nGraikija\nLietuva\nJungtinė Karalystė\nEuropos Sąjunga (27)");
    assert_makes("c\nGraikija\nLituanie\nDeutschland\nNA\n", "[{place: c}]", "c\nGreece\nLithuania\nGermany\nNamibia");
    assert_makes("c\nLitauen\nCzechia\n", "[{place: c, language: fr, as: d}, {place: c, language: de}]",
                 "c|d\nLitauen|Lituanie\nTschechien|Tchéquie");
    /* Regions have no names; groups that the language has no name for are named in English, and it is said. */
    assert_makes("c\nLT01\nLCN\n", "[{place: c, language: lt}]", "c\nLT01\nLatin America & Caribbean");
    assert_says("c\nLCN\n", "[{place: c, language: lt}]",
                "figure.yaml:1:10: note: named in English, because the language has no name for them: \"LCN\"");
    assert_refuses("c\nLT\n", "[{place: c, language: tlh}]",
                   "figure.yaml:1:23: no names of places are known in \"tlh\" (write a language as en, lt, de, pt-BR)");
}

/* NA is Namibia, BEL is Belgium, and 8 of a column of numbers is 008. */
static void test_traps(void **state)
{
    (void)state;
    assert_makes("c\nNA\nBEL\nNAM\n", "[{place: c, to: alpha2}]", "c\nNA\nBE\nNA");
    assert_makes("c:number\n8\n440\n", "[{place: c, from: numeric, to: alpha2}]", "c\nAL\nLT");
    assert_refuses(
        "c:number\n8\n", "[{place: c}]",
        "figure.yaml:1:10: places are texts, and \"c\" is a number column (for ISO's numbers write from: numeric)");
    assert_refuses("c:time\n2020\n", "[{place: c}]", "figure.yaml:1:10: places are texts, and \"c\" is a time column");
    /* What is asked for is a code of that system, and nothing else. */
    assert_says(
        "c\nLT\nUK\nLTU\n", "[{place: c, from: alpha2, to: alpha3}]",
        "figure.yaml:1:10: warning: no place is known as \"UK\", \"LTU\": missing from now on (give aliases for "
        "them, or filter them out)");
}

static void test_unknown(void **state)
{
    (void)state;
    static const char table[] = "c\nLithuana\nLT\nTOTAL_X\n";
    assert_makes(table, "[{place: c, to: alpha3, as: d}]", "c|d\nLithuana|\nLT|LTU\nTOTAL_X|");
    assert_makes(table, "[{place: c, unknown: keep, to: alpha3, as: d}]",
                 "c|d\nLithuana|Lithuana\nLT|LTU\nTOTAL_X|TOTAL_X");
    assert_says(
        table, "[{place: c, to: alpha3}]",
        "figure.yaml:1:10: warning: no place is known as \"Lithuana\", \"TOTAL_X\": missing from now on (did you "
        "mean \"Lithuania\"?)");
    assert_refuses(table, "[{place: c, unknown: error}]",
                   "figure.yaml:1:10: no place is known as \"Lithuana\", \"TOTAL_X\" (did you mean \"Lithuania\"?)");
    assert_makes(table, "[{place: c, aliases: {Lithuana: LT, TOTAL_X: EU27_2020}, to: eurostat}]",
                 "c\nLT\nLT\nEU27_2020");
    assert_refuses(table, "[{place: c, aliases: {Lithuana: XYZ}}]",
                   "figure.yaml:1:33: the alias \"XYZ\" means no place (write a code: CG, EL, EU27_2020)");
}

static void test_ambiguous(void **state)
{
    (void)state;
    assert_refuses(
        "c\nCongo\nLithuania\n", "[{place: c}]",
        "figure.yaml:1:10: \"Congo\" is DR Congo (CD) or Congo Republic (CG) (say which one: aliases: {Congo: "
        "CD})");
    assert_makes("c\nCongo\n", "[{place: c, aliases: {Congo: CG}, to: alpha3}]", "c\nCOG");
    /* Beside the one, it is the other. */
    assert_makes("c\nKorea\nNorth Korea\n", "[{place: c, to: alpha3}]", "c\nKOR\nPRK");
    assert_says(
        "c\nKorea\nNorth Korea\nGeorgia\n", "[{place: c}]",
        "figure.yaml:1:10: note: \"Korea\" is taken for KR, because the other of that name is in \"c\", too (an alias "
        "would say it)\n"
        "figure.yaml:1:10: note: \"Georgia\" is taken for the country GE, not for the state of the United States (an "
        "alias would say it)");
    assert_refuses("c\nEU27\n", "[{place: c}]",
                   "figure.yaml:1:10: \"EU27\" is European Union (27) (EU27_2020) or European Union (27, 2007-2013) "
                   "(EU27_2007) (say which one: aliases: {EU27: EU27_2020})");
}

static void test_mixed(void **state)
{
    (void)state;
    assert_says(
        "c\nLT\nLVA\n", "[{place: c}]",
        "figure.yaml:1:10: warning: \"c\" writes places in several ways: \"LT\" and \"LVA\" (name the system that is "
        "meant with from, and give aliases for the others)");
    assert_says(
        "c\nGR\nEL\n", "[{place: c, to: alpha2}]",
        "figure.yaml:1:10: warning: \"c\" writes places in several ways: \"GR\" and \"EL\" (name the system that is "
        "meant with from, and give aliases for the others)\n"
        "figure.yaml:1:10: warning: \"GR\" and \"EL\" in \"c\" are the same place, GR (filter to one of them)");
    /* Groups and regions stand among codes of countries, abbreviations among names. */
    assert_says("c\nLTU\nEU27_2020\nOECD\n", "[{place: c}]", "");
    assert_says("c\nLT\nEL\nLT01\nEA20\n", "[{place: c, to: kind}]", "");
    assert_says("c\nGermany\nUSA\nUK\n", "[{place: c}]", "");
}

#define JOIN(key, more) "[{lookup: geo, from: {data: {values: \"" key "\"}, key: c, fields: [v]}" more "}]"

static void test_join(void **state)
{
    (void)state;
    /* Eurostat's codes with the World Bank's, and with names in Lithuanian. */
    assert_makes(EU, JOIN("c | v\\nGRC | 1\\nLTU | 2\\nGBR | 3\\n", ""), "geo|v\nEL|1\nLT|2\nUK|3\nEU27_2020|");
    assert_makes(EU, JOIN("c | v\\nGraikija | 1\\nLietuva | 2\\nJungtinė Karalystė | 3\\n", ""),
                 "geo|v\nEL|1\nLT|2\nUK|3\nEU27_2020|");
    assert_says(
        EU "LT01\n", JOIN("c | v\\nGRC | 1\\nLTU | 2\\nGBR | 3\\nAFG | 4\\n", ""),
        "figure.yaml:1:11: note: lookup matched the places of \"geo\" (eurostat) with those of \"c\" (alpha3) "
        "(matchPlaces: true or false decides)\n"
        "figure.yaml:1:11: warning: lookup found nothing for 2 of 5 rows: the other table has no \"EU27_2020\", "
        "\"LT01\" (give aliases, or a default when this is meant)\n"
        "figure.yaml:1:11: note: lookup left out of \"c\": asked for by no row: \"AFG\"");
    assert_makes(EU, JOIN("c | v\\nGRC | 1\\nLTU | 2\\nGBR | 3\\n", ", matchPlaces: false"),
                 "geo|v\nEL|\nLT|\nUK|\nEU27_2020|");
    /* As they are written they match, and nothing is to be understood. */
    assert_says("geo\nLT\nEL\nLV\n", JOIN("c | v\\nEL | 1\\nLT | 2\\nLV | 3\\n", ""), "");
}

static void test_join_refuses(void **state)
{
    (void)state;
    /* Two letters that are no places: what is written counts. */
    assert_makes("unit\nPC\nNR\n", "[{lookup: unit, from: {data: {values: \"c | v\\nNRU | 1\\nPCN | 2\\n\"}, key: c}}]",
                 "unit|v\nPC|\nNR|");
    assert_says(
        "geo\nGreece\nCongo\nAtlantis\n\n", JOIN("c | v\\nEL | 1\\nCG | 2\\nFR | 3\\n", ""),
        "figure.yaml:1:11: note: lookup matched the places of \"geo\" (names) with those of \"c\" (eurostat) "
        "(matchPlaces: true or false decides)\n"
        "figure.yaml:1:11: warning: lookup found nothing for 3 of 4 rows: no place is known as \"Atlantis\"; of two "
        "places: \"Congo\" is DR Congo (CD) or Congo Republic (CG); others are missing (give aliases, or a default "
        "when "
        "this is meant)\n"
        "figure.yaml:1:11: note: lookup left out of \"c\": asked for by no row: \"CG\", \"FR\"");
    assert_makes("geo\nGreece\nCongo\n", JOIN("c | v\\nEL | 1\\nCG | 2\\n", ", aliases: {Congo: CG}"),
                 "geo|v\nGreece|1\nCongo|2");
    assert_refuses("geo:number\n1\n", JOIN("c | v\\nEL | 1\\n", ", matchPlaces: true"),
                   "figure.yaml:1:11: places are texts, and \"geo\" or \"c\" is none");
    /* The same place twice in the other table. */
    assert_says(
        "geo\nLT\n", JOIN("c | v\\nLTU | 1\\nLietuva | 2\\n", ", matchPlaces: true"),
        "figure.yaml:1:11: warning: \"c\" writes places in several ways: \"LTU\" and \"Lietuva\" (name the system "
        "that is meant with from, and give aliases for the others)\n"
        "figure.yaml:1:11: warning: \"LTU\" and \"Lietuva\" in \"c\" are the same place, LT (filter to one of them)\n"
        "figure.yaml:1:77: warning: lookup takes the first of several rows with \"c\" = \"Lietuva\" (filter the other "
        "table to one row for each key)");
    assert_makes("geo\n", JOIN("c | v\\nLTU | 1\\n", ", matchPlaces: true"), "geo|v");
}

/* Keys that are written alike need no understanding, but those that found nothing are told apart all the same. */
static void test_join_alike(void **state)
{
    (void)state;
    assert_says(
        "geo\nLT\nEL\nLV\nXX\n", JOIN("c | v\\nEL | 1\\nLT | 2\\nFR | 3\\n", ""),
        "figure.yaml:1:11: warning: lookup found nothing for 2 of 4 rows: the other table has no \"LV\"; no place "
        "is known as \"XX\" (give aliases, or a default when this is meant)\n"
        "figure.yaml:1:11: note: lookup left out of \"c\": asked for by no row: \"FR\"");
}

static char *names_of(const char *text, const char *language, RkPlaceNaming naming)
{
    g_autoptr(RkTable) table = table_from(text);
    const RkColumn *column = rk_table_column(table, 0);
    g_autofree const char **names = rk_place_word_names(column, language, naming);
    GString *all = g_string_new(names == NULL ? "none" : NULL);
    for (guint32 i = 0; names != NULL && i < rk_column_words(column); i++)
        g_string_append_printf(all, "%s%s", i == 0 ? "" : "|", names[i] != NULL ? names[i] : "-");
    return g_string_free(all, FALSE);
}

static void assert_names(const char *text, const char *language, RkPlaceNaming naming, const char *expected)
{
    g_autofree char *found = names_of(text, language, naming);
    assert_string_equal(found, expected);
}

static void test_naming(void **state)
{
    (void)state;
    assert_names(EU, "lt", RK_PLACES_FROM_CODES, "Graikija|Lietuva|Jungtinė Karalystė|Europos Sąjunga (27)");
    assert_names(EU, "lt", RK_PLACES_AS_WRITTEN, "none");
    /* Regions, and words that mean nothing, keep their spelling. */
    assert_names("geo\nLT\nLT01\nXX\n", "de", RK_PLACES_FROM_CODES, "Litauen|-|-");
    /* Names are named anew only on request. */
    assert_names("country\nGreece\nLithuania\n", "lt", RK_PLACES_FROM_CODES, "none");
    assert_names("country\nGreece\nLithuania\n", "lt", RK_PLACES_FROM_ANY, "Graikija|Lietuva");
    /* Columns that need not hold places, that mix systems, that are in doubt, or that have a place twice. */
    assert_names("unit\nPC\nNR\n", "lt", RK_PLACES_FROM_CODES, "none");
    assert_names("geo\nLT\nLVA\n", "lt", RK_PLACES_FROM_CODES, "none");
    assert_names("geo\nLT\nLV\nCongo\n", "lt", RK_PLACES_FROM_CODES, "none");
    assert_names("geo\nLT\nLithuania\n", "lt", RK_PLACES_FROM_ANY, "none");
    assert_names("geo:number\n4\n", "lt", RK_PLACES_FROM_ANY, "none");
}

/* By the rules of CLDR: Österreich stands by its O, after Oman, and small letters before capitals. */
static void test_order(void **state)
{
    (void)state;
    static const char table[] =
        "g | c | v:number\nx | Portugal | 4\nx | Österreich | 3\nx | Oman | 2\nx | Čekija | 1\n";
    assert_makes(table, "[{pivot: c, value: v, groupby: [g]}]", "g|Čekija|Oman|Österreich|Portugal\nx|1|2|3|4");
    assert_makes("c\nb\nB\na\nÁ\nc\n", "[{window: [{op: row_number, as: n}], sort: {field: c}}]",
                 "c|n\nb|3\nB|4\na|1\nÁ|2\nc|5");
}

static void test_expressions(void **state)
{
    (void)state;
    assert_makes(
        "c\nEU27_2020\nLT\nWorld\nCongo\n\n",
        "[{calculate: isAggregate(datum.c), as: a}, {calculate: \"placeName(datum.c, 'de')\", as: n}]",
        "c|a|n\nEU27_2020|true|Europäische Union (27)\nLT|false|Litauen\nWorld|true|Welt\nCongo|false|\n|false|");
    assert_makes("c\nLT\nXX\n", "[{filter: \"placeName(datum.c) == 'Lithuania'\"}]", "c\nLT");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes),      cmocka_unit_test(test_expressions), cmocka_unit_test(test_names),
        cmocka_unit_test(test_traps),      cmocka_unit_test(test_unknown),     cmocka_unit_test(test_ambiguous),
        cmocka_unit_test(test_join_alike), cmocka_unit_test(test_naming),      cmocka_unit_test(test_order),
        cmocka_unit_test(test_mixed),      cmocka_unit_test(test_join),        cmocka_unit_test(test_join_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
