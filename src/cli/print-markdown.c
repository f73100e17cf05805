/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet as a Markdown table (the pipe tables that most renderers know), highlighted rows in bold.
 */
#include <string.h>

#include "cli/sheet.h"

static void append_escaped(GString *text, const char *words)
{
    for (; *words != '\0'; words++) {
        if (strchr("\\|*_`<>[]", *words) != NULL)
            g_string_append_c(text, '\\');
        g_string_append_c(text, *words);
    }
}

static gboolean is_shown(const RkSheetColumn *column)
{
    return (column->audience & RK_FOR_PEOPLE) && column->kind != RK_CELLS_BAR;
}

static void append_lines(GString *text, const GPtrArray *lines, const char *before, const char *after)
{
    if (lines->len > 0)
        g_string_append(text, before);
    for (guint i = 0; i < lines->len; i++) {
        append_escaped(text, g_ptr_array_index(lines, i));
        g_string_append(text, i + 1 < lines->len ? "  \n" : "\n");
    }
    if (lines->len > 0)
        g_string_append(text, after);
}

static void append_row(GString *text, const RkSheet *sheet, guint row)
{
    const char *mark = rk_sheet_is_highlighted(sheet, row) ? "**" : "";
    for (guint i = 0; i < sheet->columns->len; i++) {
        if (!is_shown(rk_sheet_column(sheet, i)))
            continue;
        g_autofree char *words = rk_sheet_write(sheet, row, i);
        g_string_append(text, "| ");
        if (words != NULL && *words != '\0') {
            g_string_append(text, mark);
            append_escaped(text, words);
            g_string_append_printf(text, "%s ", mark);
        } else if (sheet->dashes && rk_sheet_column(sheet, i)->kind == RK_CELLS_NUMBER) {
            g_string_append(text, "– ");
        }
    }
    g_string_append(text, "|\n");
}

void rk_sheet_to_markdown(const RkSheet *sheet, GString *text)
{
    append_lines(text, sheet->heads, "", "\n");
    for (guint i = 0; i < sheet->columns->len; i++) {
        if (!is_shown(rk_sheet_column(sheet, i)))
            continue;
        g_string_append(text, "| ");
        append_escaped(text, rk_sheet_column(sheet, i)->title);
        g_string_append_c(text, ' ');
    }
    g_string_append(text, "|\n");
    for (guint i = 0; i < sheet->columns->len; i++) {
        if (is_shown(rk_sheet_column(sheet, i)))
            g_string_append(text, rk_sheet_column(sheet, i)->kind == RK_CELLS_NUMBER ? "| ---: " : "| --- ");
    }
    g_string_append(text, "|\n");
    for (guint row = 0; row < sheet->rows->len; row++)
        append_row(text, sheet, row);
    append_lines(text, sheet->notes, "\n", "");
}
