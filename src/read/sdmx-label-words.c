/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of Eurostat with labels only: the columns that speak of the value by their labels, and the words of flags.
 * Words become letters only when every one of them is known; anything else stays as it is written.
 */
#include "read/sdmx-private.h"

#include <string.h>

/* Eurostat's names of components that have a meaning here. */
static const struct {
    const char *label, *id;
} components[] = {{"Observation status (Flag)", "OBS_FLAG"},
                  {"Observation status (Flag) V2 structure", "OBS_FLAG"},
                  {"Confidentiality status (flag)", RK_SDMX_CONFIDENTIAL},
                  {"Observation value", RK_SDMX_VALUE},
                  {"Observation status", "OBS_STATUS"},
                  {"Unit multiplier", RK_SDMX_MULTIPLIER}};

/* The labels of Eurostat's list OBS_FLAG. */
static const struct {
    const char *words;
    char letter;
} flags[] = {{"break in time series", 'b'},
             {"confidential", 'c'},
             {"definition differs, see metadata", 'd'},
             {"definition differs (see metadata)", 'd'},
             {"estimated", 'e'},
             {"forecast", 'f'},
             {"value imputed by Eurostat or other receiving agencies", 'i'},
             {"not significant", 'n'},
             {"provisional", 'p'},
             {"revised", 'r'},
             {"Eurostat estimate", 's'},
             {"low reliability", 'u'},
             {"not applicable", 'z'}};

const char *rk_sdmx_id_of_label(const char *label)
{
    for (guint i = 0; i < G_N_ELEMENTS(components); i++)
        if (g_ascii_strcasecmp(components[i].label, label) == 0)
            return components[i].id;
    return NULL;
}

/* The letter that `words` begin with; `length` of it, which ends at a comma or at the end. */
static char begin_of(const char *words, gsize *length)
{
    for (guint i = 0; i < G_N_ELEMENTS(flags); i++) {
        *length = strlen(flags[i].words);
        if (g_ascii_strncasecmp(words, flags[i].words, *length) == 0 &&
            (words[*length] == '\0' || words[*length] == ','))
            return flags[i].letter;
    }
    return '\0';
}

char *rk_sdmx_flags_of_words(const char *words)
{
    g_autoptr(GString) letters = g_string_new(NULL);
    while (*words != '\0') {
        gsize length = 0;
        char letter = begin_of(words, &length);
        if (letter == '\0')
            return NULL;
        g_string_append_c(letters, letter);
        words += length;
        words += strspn(words, ", ");
    }
    return letters->len == 0 ? NULL : g_strdup(letters->str);
}

gboolean rk_sdmx_is_open(const char *status)
{
    return strcmp(status, "F") == 0 || strcmp(status, "A") == 0 || g_ascii_strncasecmp(status, "free", 4) == 0;
}
