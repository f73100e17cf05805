/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What words mean which place. Oracle: iso_3166-1.json of the package iso-codes (read again here, where it is
 * installed), Eurostat's code list GEO, the World Bank's list of aggregates, ISO 3166-1 for the codes that groups must
 * not have; names are those of the countries' own ministries.
 */
#include "unit.h"

#include "places/geo-private.h"

#include <jansson.h>
#include <string.h>

static const char *id_of(const char *word, const char *language)
{
    RkGeoMatch match;
    return rk_geo_find(word, language, &match) ? match.place->id : NULL;
}

static void expect(const char *word, const char *language, const char *id)
{
    const char *found = id_of(word, language);
    if (g_strcmp0(found, id) != 0)
        fail_msg("\"%s\" (%s) is %s, not %s", word != NULL ? word : "nothing", language != NULL ? language : "-",
                 found != NULL ? found : "nothing", id != NULL ? id : "nothing");
}

/* Every country of the standard by every code and by its names, and back. */
static void test_iso(void **state)
{
    (void)state;
    json_t *root = json_load_file("/usr/share/iso-codes/json/iso_3166-1.json", 0, NULL);
    if (root == NULL)
        skip();
    json_t *list = json_object_get(root, "3166-1");
    assert_true(json_array_size(list) > 240);
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *entry = json_array_get(list, i);
        const char *alpha2 = json_string_value(json_object_get(entry, "alpha_2"));
        const char *alpha3 = json_string_value(json_object_get(entry, "alpha_3"));
        const char *numeric = json_string_value(json_object_get(entry, "numeric"));
        const char *name = json_string_value(json_object_get(entry, "name"));
        expect(alpha2, NULL, alpha2);
        expect(alpha3, NULL, alpha2);
        expect(numeric, NULL, alpha2);
        /* "Congo" alone is two countries, whatever the standard says. */
        expect(name, NULL, strcmp(alpha2, "CG") == 0 ? NULL : alpha2);
        const RkGeo *place = rk_geo_of_id(alpha2);
        assert_string_equal(place->codes[RK_GEO_ALPHA2], alpha2);
        assert_string_equal(place->codes[RK_GEO_ALPHA3], alpha3);
        assert_string_equal(place->codes[RK_GEO_NUMERIC], numeric);
    }
    json_decref(root);
}

/* Every code and every label leads back to its place: the folding of the generator is that of the program. Of the Congo
 * Republic alone some languages' names are "Congo". */
static void test_round_trip(void **state)
{
    (void)state;
    guint count;
    const RkGeo *places = rk_geo_all(&count);
    for (guint i = 0; i < count; i++) {
        for (guint system = 0; system < RK_GEO_CODES; system++)
            if (places[i].codes[system] != NULL)
                expect(places[i].codes[system], NULL, places[i].id);
        assert_non_null(rk_geo_name(&places[i], NULL));
        for (const char *const *language = rk_geo_languages(); *language != NULL; language++) {
            const char *name = rk_geo_name(&places[i], *language);
            if (name != NULL && strcmp(places[i].id, "CG") != 0)
                expect(name, *language, places[i].id);
        }
    }
}

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *id, *en, *lt, *de, *fr;
    } cases[] = {
        {"LT", "Lithuania", "Lietuva", "Litauen", "Lituanie"},
        {"GR", "Greece", "Graikija", "Griechenland", "Grèce"},
        {"CZ", "Czechia", "Čekija", "Tschechien", "Tchéquie"},
        {"TR", "Türkiye", "Turkija", "Türkei", "Turquie"},
        {"RU", "Russia", "Rusija", "Russland", "Russie"},
        {"KR", "South Korea", "Pietų Korėja", "Südkorea", "Corée du Sud"},
        {"XK", "Kosovo", "Kosovas", "Kosovo", "Kosovo"},
        {"MK", "North Macedonia", "Šiaurės Makedonija", "Nordmazedonien", "Macédoine du Nord"},
        {"SE", "Sweden", "Švedija", "Schweden", "Suède"},
        {"EU27_2020", "European Union (27)", "Europos Sąjunga (27)", "Europäische Union (27)", "Union européenne (27)"},
        {"WLD", "World", "Pasaulis", "Welt", "Monde"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const RkGeo *place = rk_geo_of_id(cases[i].id);
        assert_string_equal(rk_geo_name(place, NULL), cases[i].en);
        assert_string_equal(rk_geo_name(place, "lt"), cases[i].lt);
        assert_string_equal(rk_geo_name(place, "de_AT.UTF-8"), cases[i].de);
        assert_string_equal(rk_geo_name(place, "fr"), cases[i].fr);
        const char *const names[] = {cases[i].en, cases[i].lt, cases[i].de, cases[i].fr};
        for (guint k = 0; k < G_N_ELEMENTS(names); k++)
            expect(names[k], NULL, cases[i].id);
    }
    assert_null(rk_geo_name(rk_geo_of_id("LT"), "tlh"));
    assert_false(rk_geo_speaks("tlh"));
    assert_true(rk_geo_speaks("pt_BR"));
}

static void test_systems(void **state)
{
    (void)state;
    static const struct {
        const char *id, *alpha2, *alpha3, *numeric, *eurostat, *world_bank, *owid;
    } cases[] = {
        {"GR", "GR", "GRC", "300", "EL", "GRC", "GRC"},
        {"GB", "GB", "GBR", "826", "UK", "GBR", "GBR"},
        {"XK", "XK", "XKX", NULL, "XK", "XKX", "OWID_KOS"},
        {"EU27_2020", NULL, NULL, NULL, "EU27_2020", NULL, "OWID_EU27"},
        {"EU", NULL, NULL, NULL, "EU", "EUU", NULL},
        {"WLD", NULL, NULL, "001", "WORLD", "WLD", "OWID_WRL"},
        {"ARB", NULL, NULL, NULL, NULL, "ARB", NULL},
        {"EA20", NULL, NULL, NULL, "EA20", NULL, NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const RkGeo *place = rk_geo_of_id(cases[i].id);
        const char *const codes[] = {cases[i].alpha2,   cases[i].alpha3,     cases[i].numeric,
                                     cases[i].eurostat, cases[i].world_bank, cases[i].owid};
        for (guint system = 0; system < RK_GEO_CODES; system++)
            if (g_strcmp0(place->codes[system], codes[system]) != 0)
                fail_msg("%s as %s is %s", cases[i].id, rk_geo_system_names()[system], place->codes[system]);
    }
}

/* As the World Bank, Eurostat, the OECD and newspapers write them. */
static void test_written(void **state)
{
    (void)state;
    static const struct {
        const char *word, *id;
    } cases[] = {
        {"NA", "NA"},
        {"BEL", "BE"},
        {"EL", "GR"},
        {"UK", "GB"},
        {"ROM", "RO"},
        {"Korea, Rep.", "KR"},
        {"Korea, Dem. People's Rep.", "KP"},
        {"Egypt, Arab Rep.", "EG"},
        {"Congo, Dem. Rep.", "CD"},
        {"Congo, Rep.", "CG"},
        {"Bahamas, The", "BS"},
        {"Gambia, The", "GM"},
        {"St. Kitts and Nevis", "KN"},
        {"Saint Kitts & Nevis", "KN"},
        {"Cote d'Ivoire", "CI"},
        {"CÔTE D’IVOIRE", "CI"},
        {"Slovak Republic", "SK"},
        {"Czech Republic", "CZ"},
        {"West Bank and Gaza", "PS"},
        {"Micronesia (country)", "FM"},
        {"Germany (until 1990 former territory of the FRG)", "DE"},
        {"Kosovo*", "XK"},
        {"türkiye", "TR"},
        {"Viet Nam", "VN"},
        {"Ελλάδα", "GR"},
        {"日本", "JP"},
        {"Soviet Union", "SUHH"},
        {"OWID_EU27", "EU27_2020"},
        {"European Union - 27 countries (from 2020)", "EU27_2020"},
        {"Euro area – 20 countries (from 2023)", "EA20"},
        /* What is no place, or not exactly one. */
        {"lt", NULL},
        {"LTa", NULL},
        {"BE L", NULL},
        {"Lithuana", NULL},
        {"PC_GDP", NULL},
        {"TOTAL", NULL},
        {"", NULL},
        {"The", NULL},
        {"Congo", NULL},
        {"Korea", NULL},
        {"EU27", NULL},
        {"\xff\xfe", NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        expect(cases[i].word, NULL, cases[i].id);
    expect(NULL, NULL, NULL);
}

static void test_ambiguous(void **state)
{
    (void)state;
    RkGeoMatch match;
    assert_false(rk_geo_find("Congo", "en", &match));
    assert_int_equal(match.count, 2);
    assert_string_equal(match.candidates[0]->id, "CD");
    assert_string_equal(match.candidates[1]->id, "CG");
    assert_true(rk_geo_find("Georgia", NULL, &match));
    assert_string_equal(match.place->id, "GE");
    assert_string_equal(match.doubt, "the state of the United States");
    assert_true(rk_geo_find("GEO", NULL, &match));
    assert_null(match.doubt);
    /* "Nigeri" is Nigeria in Albanian and Niger in Kinyarwanda. */
    assert_false(rk_geo_find("Nigeri", NULL, &match));
    assert_int_equal(match.count, 2);
    expect("Nigeri", "sq", "NG");
    expect("Nigeri", "rw", "NE");
}

static void test_nuts(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        guint level;
        const char *country;
    } cases[] = {
        {"LT0", 1, "LT"},    {"LT01", 2, "LT"},  {"LT011", 3, "LT"}, {"EL30", 2, "GR"},  {"UKI31", 3, "GB"},
        {"DEA", 1, "DE"},    {"DEA1C", 3, "DE"}, {"FRY10", 3, "FR"}, {"ITC4C", 3, "IT"}, {"ESZZ", 2, "ES"},
        {"LTZZZ", 3, "LT"},  {"ATOM", 0, NULL},  {"DEPT", 0, NULL},  {"LT9", 0, NULL},   {"GR30", 0, NULL},
        {"LT0111", 0, NULL}, {"lt011", 0, NULL}, {"LT 01", 0, NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        RkGeoMatch match;
        gboolean found = rk_geo_find(cases[i].code, NULL, &match);
        if (match.level != cases[i].level || found != (cases[i].level > 0))
            fail_msg("%s has level %u", cases[i].code, match.level);
        if (found) {
            assert_string_equal(match.place->id, cases[i].country);
            assert_int_equal(match.kind, RK_GEO_REGION);
        }
    }
    /* Three letters are a country before they are a region. */
    expect("FRA", NULL, "FR");
}

static void test_aggregates(void **state)
{
    (void)state;
    static const char *const groups[] = {"EU27_2020",
                                         "EU28",
                                         "EA19",
                                         "EA20",
                                         "NATO",
                                         "NATO_EUR_CA",
                                         "WLD",
                                         "EU27",
                                         "OECD",
                                         "EU",
                                         "World",
                                         "european union",
                                         "Euro area (19)",
                                         "NATO Total",
                                         "Europe",
                                         "European Union (27)",
                                         "OWID_WRL",
                                         "Europos Sąjunga",
                                         "Low & middle income",
                                         "EMU",
                                         "EAR",
                                         "G20"};
    static const char *const others[] = {"LT",  "EL",  "UK",  "LTU",     "ESP",       "ETH",  "ERI",   "ARE",
                                         "ARG", "MAR", "SSD", "SAU",     "IDN",       "IND",  "LAO",   "LCA",
                                         "LBR", "CHI", "XKX", "Ireland", "eu27_2020", "LT01", "Congo", ""};
    for (guint i = 0; i < G_N_ELEMENTS(groups); i++)
        if (!rk_geo_is_aggregate(groups[i]))
            fail_msg("%s is an aggregate", groups[i]);
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        if (rk_geo_is_aggregate(others[i]))
            fail_msg("\"%s\" is no aggregate", others[i]);
    assert_false(rk_geo_is_aggregate(NULL));
}

/* Groups as Eurostat, Our World in Data and the OECD write them; none of it stands in the table. */
static void test_groups_with_remarks(void **state)
{
    (void)state;
    static const char *const groups[] = {"Africa (WHO)",
                                         "Asia (excl. China and India)",
                                         "High income (WB)",
                                         "OECD (GCP)",
                                         "EXT_EA20",
                                         "INT_EU28",
                                         "NEU28",
                                         "Euro area (EA11-1999, EA12-2001, EA13-2007, EA15-2008, EA20-2023)",
                                         "OAVG",
                                         "G-7",
                                         "G-20",
                                         "BRIICS",
                                         "DAC",
                                         "European Union - 27 countries (from 2020)",
                                         "Euro area \u2013 20 countries (from 2023)",
                                         "Land-locked developing countries (LLDC)"};
    static const char *const others[] = {"Korea (Republic)",
                                         "Germany (until 1990 former territory of the FRG)",
                                         "EXT_",
                                         "NEPAL",
                                         "NE",
                                         "EXT_LT",
                                         "Lithuania (WHO)",
                                         "Vilnius - 3 parts",
                                         "(WHO)",
                                         "TOTAL"};
    for (guint i = 0; i < G_N_ELEMENTS(groups); i++)
        if (!rk_geo_is_aggregate(groups[i]))
            fail_msg("%s is an aggregate", groups[i]);
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        if (rk_geo_is_aggregate(others[i]))
            fail_msg("\"%s\" is no aggregate", others[i]);
    assert_true(rk_geo_is_sum_among_places("TOTAL"));
    assert_false(rk_geo_is_sum_among_places("LT"));
    assert_false(rk_geo_is_sum_among_places(NULL));
}

static void test_nearest(void **state)
{
    (void)state;
    assert_string_equal(rk_geo_nearest("Lithuana", NULL), "Lithuania");
    assert_string_equal(rk_geo_nearest("Lietuwa", "lt"), "Lietuva");
    assert_null(rk_geo_nearest("TOTAL_X", NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_iso),     cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_names),   cmocka_unit_test(test_systems),
        cmocka_unit_test(test_written), cmocka_unit_test(test_ambiguous),
        cmocka_unit_test(test_nuts),    cmocka_unit_test(test_aggregates),
        cmocka_unit_test(test_nearest), cmocka_unit_test(test_groups_with_remarks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
