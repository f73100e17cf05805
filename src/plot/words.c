/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few words that a figure adds of its own, in the languages that its numbers are written in and some others: the
 * same as in flag-words.c.
 */
#include <string.h>

#include "plot/guide.h"

static const struct {
    const char *language, *source, *note, *notes;
} words[] = {
    {"en", "Source", "Note", "Notes"},
    {"lt", "Šaltinis", "Pastaba", "Pastabos"},
    {"lv", "Avots", "Piezīme", "Piezīmes"},
    {"et", "Allikas", "Märkus", "Märkused"},
    {"pl", "Źródło", "Uwaga", "Uwagi"},
    {"de", "Quelle", "Hinweis", "Hinweise"},
    {"fr", "Source", "Note", "Notes"},
    {"es", "Fuente", "Nota", "Notas"},
    {"fi", "Lähde", "Huomautus", "Huomautukset"},
    {"uk", "Джерело", "Примітка", "Примітки"},
    {"da", "Kilde", "Note", "Noter"},
    {"sv", "Källa", "Anmärkning", "Anmärkningar"},
    {"nb", "Kilde", "Merknad", "Merknader"},
    {"it", "Fonte", "Nota", "Note"},
    {"nl", "Bron", "Opmerking", "Opmerkingen"},
    {"pt", "Fonte", "Nota", "Notas"},
};

const char *rk_word(const char *language, const char *english)
{
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strncmp(words[i].language, language, 2) != 0)
            continue;
        return g_str_equal(english, "Source") ? words[i].source
               : g_str_equal(english, "Note") ? words[i].note
                                              : words[i].notes;
    }
    return english;
}
