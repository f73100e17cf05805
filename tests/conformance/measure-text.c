/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells the reference how wide our texts are, so that both sides decide alike about overlaps, limits and room. Reads
 * one request a line, "size TAB weight TAB look TAB family TAB text" (look 1: italic, 2: figures of equal width, 3:
 * both), and answers each with a line before it reads the next.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/render.h"

static void answer(const char *request)
{
    g_auto(GStrv) parts = g_strsplit(request, "\t", 5);
    RkFont font = {.weight = 400};
    if (g_strv_length(parts) == 5) {
        font.size = g_ascii_strtod(parts[0], NULL);
        font.weight = (guint)g_ascii_strtoull(parts[1], NULL, 10);
        guint look = (guint)g_ascii_strtoull(parts[2], NULL, 10);
        font.italic = look & 1;
        font.tabular = (look & 2) != 0;
        font.family = parts[3];
        g_print("%.4f\n", rk_text_width(rk_text_measurer(), &font, parts[4]));
    } else {
        g_print("0\n");
    }
    fflush(stdout);
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, stdin) > 0) {
        line[strcspn(line, "\n")] = '\0';
        answer(line);
    }
    free(line);
    return 0;
}
