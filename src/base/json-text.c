/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts and numbers as JSON writes them. Whether texts are UTF-8 was settled where they were read.
 */
#include "base/json-text.h"

#include <math.h>

#include "base/number.h"

void rk_json_append_text(GString *text, const char *words)
{
    g_string_append_c(text, '"');
    for (; *words != '\0'; words++) {
        if (*words == '"' || *words == '\\')
            g_string_append_printf(text, "\\%c", *words);
        else if (*words == '\n')
            g_string_append(text, "\\n");
        else if (g_ascii_iscntrl(*words))
            g_string_append_printf(text, "\\u%04x", (guint)(guchar)*words);
        else
            g_string_append_c(text, *words);
    }
    g_string_append_c(text, '"');
}

void rk_json_append_number(GString *text, double value)
{
    char buffer[RK_NUMBER_BUFFER];
    g_string_append(text, isfinite(value) ? rk_number_shortest(value, buffer) : "null");
}
