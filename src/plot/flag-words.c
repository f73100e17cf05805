/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What flags mean, in the languages that a figure's numbers are written in. A word that is not here stays English.
 */
#include <string.h>

#include "plot/flags.h"

enum { LANGUAGES = 9 };

static const char *const languages[LANGUAGES] = {"lt", "lv", "et", "pl", "de", "fr", "es", "fi", "uk"};

static const struct {
    const char *english;
    const char *words[LANGUAGES];
} table[] = {
    {"provisional",
     {"išankstiniai duomenys", "provizoriski dati", "esialgsed andmed", "dane tymczasowe", "vorläufig", "provisoire",
      "provisional", "ennakkotieto", "попередні дані"}},
    {"estimated", {"įvertis", "aplēse", "hinnang", "szacunek", "geschätzt", "estimé", "estimado", "arvio", "оцінка"}},
    {"estimated by Eurostat",
     {"Eurostato įvertis", "Eurostat aplēse", "Eurostati hinnang", "szacunek Eurostatu", "von Eurostat geschätzt",
      "estimé par Eurostat", "estimado por Eurostat", "Eurostatin arvio", "оцінка Євростату"}},
    {"forecast",
     {"prognozė", "prognoze", "prognoos", "prognoza", "Prognose", "prévision", "previsión", "ennuste", "прогноз"}},
    {"imputed",
     {"priskirta reikšmė", "imputēts", "imputeeritud", "imputowane", "imputiert", "imputé", "imputado", "imputoitu",
      "імпутовано"}},
    {"break in series",
     {"eilutės trūkis", "pārtraukums datu rindā", "aegrea katkestus", "przerwa w szeregu", "Zeitreihenbruch",
      "rupture de série", "ruptura de serie", "aikasarjan katkos", "розрив ряду"}},
    {"definition differs",
     {"skiriasi apibrėžtis", "atšķirīga definīcija", "erinev definitsioon", "odmienna definicja",
      "abweichende Definition", "définition différente", "definición diferente", "eri määritelmä", "інше визначення"}},
    {"low reliability",
     {"mažas patikimumas", "zema ticamība", "väike usaldusväärsus", "niska wiarygodność", "geringe Zuverlässigkeit",
      "peu fiable", "poco fiable", "epäluotettava", "низька надійність"}},
    {"revised",
     {"patikslinta", "pārskatīts", "parandatud", "dane zrewidowane", "berichtigt", "révisé", "revisado", "korjattu",
      "переглянуто"}},
    {"not significant",
     {"nereikšminga", "nenozīmīgs", "mitteoluline", "nieistotne", "nicht signifikant", "non significatif",
      "no significativo", "ei merkitsevä", "незначуще"}},
    {"confidential",
     {"konfidencialu", "konfidenciāls", "konfidentsiaalne", "poufne", "vertraulich", "confidentiel", "confidencial",
      "salassa pidettävä", "конфіденційно"}},
    {"not available",
     {"nėra duomenų", "nav pieejams", "andmed puuduvad", "brak danych", "nicht verfügbar", "non disponible",
      "no disponible", "ei saatavilla", "немає даних"}},
    {"not applicable",
     {"netaikoma", "nav piemērojams", "ei ole kohaldatav", "nie dotyczy", "nicht zutreffend", "sans objet",
      "no procede", "ei sovellu", "не застосовується"}},
    {"cannot exist",
     {"negali būti", "nevar būt", "ei saa esineda", "nie może wystąpić", "kann nicht vorkommen", "ne peut exister",
      "no puede existir", "ei voi esiintyä", "не може бути"}},
    {"not collected",
     {"nerinkta", "nav vākts", "ei kogutud", "nie zbierano", "nicht erhoben", "non collecté", "no recogido",
      "ei kerätty", "не збирали"}},
    {"a part is missing",
     {"trūksta dalies", "trūkst daļas", "osa puudub", "brak części", "ein Teil fehlt", "une partie manque",
      "falta una parte", "osa puuttuu", "бракує частини"}},
    {"not explained",
     {"nepaaiškinta", "nav paskaidrots", "selgitamata", "nie objaśniono", "nicht erklärt", "non expliqué",
      "sin explicación", "ei selitetty", "не пояснено"}},
    {"Flags",
     {"Žymos", "Apzīmējumi", "Märgendid", "Oznaczenia", "Zeichen", "Indicateurs", "Indicadores", "Merkinnät",
      "Позначки"}},
};

const char *rk_flag_word(const char *language, const char *english)
{
    for (guint i = 0; i < G_N_ELEMENTS(table); i++) {
        if (!g_str_equal(table[i].english, english))
            continue;
        for (guint k = 0; k < LANGUAGES; k++) {
            if (strncmp(languages[k], language, 2) == 0)
                return table[i].words[k];
        }
    }
    return english;
}
