/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of words. Oracle: ICU 72 with the collations of CLDR, through the rules that CLDR publishes; lists are in
 * the order they must have.
 */
#include "unit.h"

#include "base/collate.h"

#include <string.h>

static void check(const char *language, const char *list)
{
    g_auto(GStrv) words = g_strsplit(list, " ", -1);
    for (guint i = 1; words[i] != NULL; i++) {
        g_autofree char *before = rk_collation_key(words[i - 1], language);
        g_autofree char *after = rk_collation_key(words[i], language);
        if (strcmp(before, after) >= 0)
            fail_msg("%s: \"%s\" does not stand before \"%s\"", language, words[i - 1], words[i]);
    }
}

static void test_alphabets(void **state)
{
    (void)state;
    check(NULL, "a_b a1 a2 ab Åland Albania cote Côte côté czech résumé resumes Zambia");
    check("lt",
          "Airija Andora Ąžuolas Belgija Cipras Čekija Čilė Danija ėjo ežeras Fidžis Indija Ypatija Islandija Jemenas "
          "Suomija Šveicarija Taivanas Ukraina Ūla Zambija Žaliasis");
    check("lv", "Cipra Čehija Dānija Gana Ģērmānija Ķīna Laosa Ļaudis Niger Ņemt Somija Šveice Zviedrija Žanis");
    check("et", "Rootsi Saksamaa Šveits Zambia Žanr Taani Ungari Vene Õis Ämm Öö Üks");
    check("pl", "Albania Ąbc Belgia Cypr Ćma Litwa Łotwa Malta Niger Ńoński Oman Ósmy Serbia Świat Zambia Źródło Żaba");
    check("de", "Agypten Ägypten Albanien Oman Österreich Otto Strasse Straße Straßen Ungarn");
    check("fr", "Egypte Égypte Émirats Équateur Espagne Estonie");
    check("es", "España Estonia nada nube ñandú Omán");
    check("sv", "Zambia Åland Ägypten Österrike");
    check("fi", "Zambia Åland Äiti Öljy");
    check("da", "Zambia Ægypten Østrig Åland");
    check("uk", "Гана Ґава Данія Естонія");
    check("uk", "Європа Жито Зола Италія Італія Їжак Йод Йорданія");
}

static void test_keys(void **state)
{
    (void)state;
    /* Alike only when they are the same; decomposed and composed letters are. */
    g_autofree char *composed = rk_collation_key("Čekija", "lt-LT");
    g_autofree char *apart = rk_collation_key("C\u030cekija", "lt");
    assert_string_equal(composed, apart);
    g_autofree char *broken = rk_collation_key("\xff\xfe", "lt");
    assert_true(g_utf8_validate(broken, -1, NULL));
    g_autofree char *nothing = rk_collation_key("", NULL);
    assert_string_equal(nothing, "\x01\x01\x01");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alphabets),
        cmocka_unit_test(test_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
