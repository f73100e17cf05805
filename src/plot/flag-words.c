/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What flags mean and how long periods are, in the languages that a figure's numbers are written in and some others. A
 * word that is not here stays English.
 */
#include <string.h>

#include "plot/flags.h"

enum { LANGUAGES = 15 };

static const char *const languages[LANGUAGES] = {"lt", "lv", "et", "pl", "de", "fr", "es", "fi",
                                                 "uk", "da", "sv", "nb", "it", "nl", "pt"};

static const struct {
    const char *english;
    const char *words[LANGUAGES];
} table[] = {
    {"provisional",
     {"išankstiniai duomenys", "provizoriski dati", "esialgsed andmed", "dane tymczasowe", "vorläufig", "provisoire",
      "provisional", "ennakkotieto", "попередні дані", "foreløbig", "preliminärt", "foreløpig", "provvisorio",
      "voorlopig", "provisório"}},
    {"estimated",
     {"įvertis", "aplēse", "hinnang", "szacunek", "geschätzt", "estimé", "estimado", "arvio", "оцінка", "anslået",
      "uppskattat", "anslått", "stimato", "geschat", "estimado"}},
    {"estimated by Eurostat",
     {"Eurostato įvertis", "Eurostat aplēse", "Eurostati hinnang", "szacunek Eurostatu", "von Eurostat geschätzt",
      "estimé par Eurostat", "estimado por Eurostat", "Eurostatin arvio", "оцінка Євростату", "anslået af Eurostat",
      "uppskattat av Eurostat", "anslått av Eurostat", "stimato da Eurostat", "door Eurostat geschat",
      "estimado pelo Eurostat"}},
    {"forecast",
     {"prognozė", "prognoze", "prognoos", "prognoza", "Prognose", "prévision", "previsión", "ennuste", "прогноз",
      "prognose", "prognos", "prognose", "previsione", "prognose", "previsão"}},
    {"imputed",
     {"priskirta reikšmė", "imputēts", "imputeeritud", "imputowane", "imputiert", "imputé", "imputado", "imputoitu",
      "імпутовано", "imputeret", "imputerat", "imputert", "imputato", "geïmputeerd", "imputado"}},
    {"break in series",
     {"eilutės trūkis", "pārtraukums datu rindā", "aegrea katkestus", "przerwa w szeregu", "Zeitreihenbruch",
      "rupture de série", "ruptura de serie", "aikasarjan katkos", "розрив ряду", "brud i tidsserien",
      "brott i tidsserien", "brudd i tidsserien", "interruzione della serie", "reeksbreuk", "quebra de série"}},
    {"definition differs",
     {"skiriasi apibrėžtis", "atšķirīga definīcija", "erinev definitsioon", "odmienna definicja",
      "abweichende Definition", "définition différente", "definición diferente", "eri määritelmä", "інше визначення",
      "afvigende definition", "avvikande definition", "avvikende definisjon", "definizione diversa",
      "afwijkende definitie", "definição diferente"}},
    {"low reliability",
     {"mažas patikimumas", "zema ticamība", "väike usaldusväärsus", "niska wiarygodność", "geringe Zuverlässigkeit",
      "peu fiable", "poco fiable", "epäluotettava", "низька надійність", "lav pålidelighed", "låg tillförlitlighet",
      "lav pålitelighet", "scarsa affidabilità", "lage betrouwbaarheid", "baixa fiabilidade"}},
    {"revised",
     {"patikslinta", "pārskatīts", "parandatud", "dane zrewidowane", "berichtigt", "révisé", "revisado", "korjattu",
      "переглянуто", "revideret", "reviderat", "revidert", "riveduto", "herzien", "revisto"}},
    {"not significant",
     {"nereikšminga", "nenozīmīgs", "mitteoluline", "nieistotne", "nicht signifikant", "non significatif",
      "no significativo", "ei merkitsevä", "незначуще", "ikke signifikant", "inte signifikant", "ikke signifikant",
      "non significativo", "niet significant", "não significativo"}},
    {"confidential",
     {"konfidencialu", "konfidenciāls", "konfidentsiaalne", "poufne", "vertraulich", "confidentiel", "confidencial",
      "salassa pidettävä", "конфіденційно", "fortroligt", "konfidentiellt", "konfidensielt", "riservato",
      "vertrouwelijk", "confidencial"}},
    {"not available",
     {"nėra duomenų", "nav pieejams", "andmed puuduvad", "brak danych", "nicht verfügbar", "non disponible",
      "no disponible", "ei saatavilla", "немає даних", "foreligger ikke", "uppgift saknas", "ikke tilgjengelig",
      "non disponibile", "niet beschikbaar", "não disponível"}},
    {"not applicable",
     {"netaikoma", "nav piemērojams", "ei ole kohaldatav", "nie dotyczy", "nicht zutreffend", "sans objet",
      "no procede", "ei sovellu", "не застосовується", "ikke relevant", "ej tillämpligt", "ikke relevant",
      "non applicabile", "niet van toepassing", "não aplicável"}},
    {"cannot exist",
     {"negali būti", "nevar būt", "ei saa esineda", "nie może wystąpić", "kann nicht vorkommen", "ne peut exister",
      "no puede existir", "ei voi esiintyä", "не може бути", "kan ikke forekomme", "kan inte förekomma",
      "kan ikke forekomme", "non può esistere", "kan niet voorkomen", "não pode existir"}},
    {"not collected",
     {"nerinkta", "nav vākts", "ei kogutud", "nie zbierano", "nicht erhoben", "non collecté", "no recogido",
      "ei kerätty", "не збирали", "ikke indsamlet", "inte insamlat", "ikke innsamlet", "non rilevato", "niet verzameld",
      "não recolhido"}},
    {"a part is missing",
     {"trūksta dalies", "trūkst daļas", "osa puudub", "brak części", "ein Teil fehlt", "une partie manque",
      "falta una parte", "osa puuttuu", "бракує частини", "en del mangler", "en del saknas", "en del mangler",
      "manca una parte", "een deel ontbreekt", "falta uma parte"}},
    {"not explained",
     {"nepaaiškinta", "nav paskaidrots", "selgitamata", "nie objaśniono", "nicht erklärt", "non expliqué",
      "sin explicación", "ei selitetty", "не пояснено", "ikke forklaret", "inte förklarat", "ikke forklart",
      "non spiegato", "niet uitgelegd", "não explicado"}},
    {"not shown",
     {"nepavaizduota", "nav attēlots", "ei ole näidatud", "nie pokazano", "nicht dargestellt", "non représenté",
      "no representado", "ei esitetty", "не показано", "ikke vist", "visas inte", "ikke vist", "non mostrato",
      "niet getoond", "não mostrado"}},
    {"year",
     {"metai", "gads", "aasta", "rok", "Jahr", "année", "año", "vuosi", "рік", "år", "år", "år", "anno", "jaar",
      "ano"}},
    {"half-year",
     {"pusmetis", "pusgads", "poolaasta", "półrocze", "Halbjahr", "semestre", "semestre", "puolivuosi", "півріччя",
      "halvår", "halvår", "halvår", "semestre", "halfjaar", "semestre"}},
    {"quarter",
     {"ketvirtis", "ceturksnis", "kvartal", "kwartał", "Quartal", "trimestre", "trimestre", "neljännes", "квартал",
      "kvartal", "kvartal", "kvartal", "trimestre", "kwartaal", "trimestre"}},
    {"month",
     {"mėnuo", "mēnesis", "kuu", "miesiąc", "Monat", "mois", "mes", "kuukausi", "місяць", "måned", "månad", "måned",
      "mese", "maand", "mês"}},
    {"week",
     {"savaitė", "nedēļa", "nädal", "tydzień", "Woche", "semaine", "semana", "viikko", "тиждень", "uge", "vecka", "uke",
      "settimana", "week", "semana"}},
    {"day",
     {"diena", "diena", "päev", "dzień", "Tag", "jour", "día", "päivä", "день", "dag", "dag", "dag", "giorno", "dag",
      "dia"}},
    {"Flags",
     {"Žymos", "Apzīmējumi", "Märgendid", "Oznaczenia", "Zeichen", "Indicateurs", "Indicadores", "Merkinnät",
      "Позначки", "Markeringer", "Markeringar", "Markeringer", "Simboli", "Tekens", "Símbolos"}},
};

gboolean rk_flag_words_have(const char *language)
{
    for (guint k = 0; k < LANGUAGES; k++)
        if (strncmp(languages[k], language, 2) == 0 && !g_ascii_isalpha(language[2]))
            return TRUE;
    return FALSE;
}

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
