/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that findings are made of. Numbers are rounded here and nowhere before, and what is "enough" is rounded up,
 * so that a remedy never falls short.
 */
#include "claims/claims-private.h"

#include <math.h>

#include "base/format.h"
#include "base/number.h"

char *rk_phrase_ordinal(guint rank)
{
    static const char *const words[] = {"first", "second",  "third",  "fourth", "fifth",
                                        "sixth", "seventh", "eighth", "ninth",  "tenth"};
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    if (rank >= 1 && rank <= G_N_ELEMENTS(words))
        return g_strdup(words[rank - 1]);
    guint last = rank % 10;
    gboolean teen = rank % 100 >= 11 && rank % 100 <= 13;
    return g_strdup_printf("%u%s", rank, endings[teen || last > 3 ? 0 : last]);
}

char *rk_phrase_number(double value, int decimals)
{
    char specifier[8];
    g_snprintf(specifier, sizeof specifier, ".%df", CLAMP(decimals, 0, RK_CLAIM_DECIMALS));
    return rk_format_number(specifier, value, NULL, NULL);
}

char *rk_phrase_enough(double value, int decimals)
{
    double step = pow(10, CLAMP(decimals, 0, RK_CLAIM_DECIMALS));
    double steps = value * step;
    /* 0.3 − 0.1 is 0.19999999999999998: noise of the arithmetic is no reason for another step. */
    double enough = fabs(steps - round(steps)) < 1e-6 ? round(steps) : ceil(steps);
    return rk_phrase_number(enough / step, decimals);
}

char *rk_phrase_with_unit(const char *number, const RkTrial *trial)
{
    const char *unit = rk_trial_unit(trial);
    return g_strconcat(number, *unit == '\0' ? "" : " ", unit, NULL);
}

char *rk_phrase_place(const RkPlaces *places, const RkPlaceValue *place)
{
    g_autofree char *number = rk_phrase_number(place->value, places->decimals);
    return g_strdup_printf("%s (%s)", place->name, number);
}

char *rk_phrase_keys(const GPtrArray *list)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < list->len; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "" : ", ",
                               ((const RkPlaceValue *)g_ptr_array_index(list, i))->key);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

char *rk_phrase_places(const GPtrArray *list)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < list->len; i++)
        g_ptr_array_add(names, (gpointer)((const RkPlaceValue *)g_ptr_array_index(list, i))->name);
    return rk_phrase_join(names, RK_CLAIM_NAMES);
}

char *rk_phrase_values(const RkPlaces *places, const GPtrArray *list)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < list->len; i++)
        g_ptr_array_add(words, rk_phrase_place(places, g_ptr_array_index(list, i)));
    return rk_phrase_join(words, RK_CLAIM_NAMES);
}

char *rk_phrase_join(const GPtrArray *words, guint most)
{
    GString *text = g_string_new(NULL);
    guint shown = words->len > most ? most : words->len;
    for (guint i = 0; i < shown; i++) {
        gboolean last = i + 1 == words->len;
        g_string_append(text, i == 0 ? "" : last ? " and " : ", ");
        g_string_append(text, g_ptr_array_index(words, i));
    }
    if (shown < words->len)
        g_string_append_printf(text, " and %u other%s", words->len - shown, words->len - shown == 1 ? "" : "s");
    return g_string_free(text, FALSE);
}

char *rk_phrase_sentence(const char *text)
{
    g_autofree char *first = g_utf8_strup(text, g_utf8_next_char(text) - text);
    return g_strconcat(first, g_utf8_next_char(text), NULL);
}
