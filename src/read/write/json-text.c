/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts and numbers as JSON writes them. Texts are UTF-8 already; a number that is not finite is null.
 */
#include "read/write/write-private.h"

#include <math.h>

void rk_write_json_text(GString *text, const char *word)
{
    g_string_append_c(text, '"');
    for (const char *at = word; *at != '\0'; at++) {
        guchar byte = (guchar)*at;
        if (byte == '"' || byte == '\\')
            g_string_append_printf(text, "\\%c", byte);
        else if (byte < 0x20 || byte == 0x7f)
            g_string_append_printf(text, "\\u%04x", byte);
        else
            g_string_append_c(text, (char)byte);
    }
    g_string_append_c(text, '"');
}

void rk_write_json_number(GString *text, double value)
{
    char buffer[RK_NUMBER_BUFFER];
    g_string_append(text, isfinite(value) ? rk_number_shortest(value, buffer) : "null");
}
