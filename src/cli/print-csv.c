/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet as CSV (RFC 4180 with plain line feeds): unrounded numbers, empty fields for what is missing.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/sheet.h"

static void append_field(GString *text, const char *field)
{
    if (strpbrk(field, ",\"\r\n") == NULL && field[0] != ' ' && !g_str_has_suffix(field, " ")) {
        g_string_append(text, field);
        return;
    }
    g_string_append_c(text, '"');
    for (; *field != '\0'; field++) {
        if (*field == '"')
            g_string_append_c(text, '"');
        g_string_append_c(text, *field);
    }
    g_string_append_c(text, '"');
}

static void append_cell(GString *text, const RkSheetColumn *column, const RkCell *cell)
{
    char buffer[RK_NUMBER_BUFFER];
    if (cell->text != NULL)
        append_field(text, cell->text);
    else if (isnan(cell->number))
        return;
    else if (column->kind == RK_CELLS_BOOLEAN)
        g_string_append(text, cell->number != 0 ? "true" : "false");
    else
        g_string_append(text, rk_number_shortest(cell->number, buffer));
}

void rk_sheet_to_csv(const RkSheet *sheet, GString *text)
{
    const char *between = "";
    for (guint i = 0; i < sheet->columns->len; i++) {
        if (!(rk_sheet_column(sheet, i)->audience & RK_FOR_DATA))
            continue;
        g_string_append(text, between);
        append_field(text, rk_sheet_column(sheet, i)->key);
        between = ",";
    }
    g_string_append_c(text, '\n');
    for (guint row = 0; row < sheet->rows->len; row++) {
        between = "";
        for (guint i = 0; i < sheet->columns->len; i++) {
            if (!(rk_sheet_column(sheet, i)->audience & RK_FOR_DATA))
                continue;
            g_string_append(text, between);
            append_cell(text, rk_sheet_column(sheet, i), rk_sheet_cell(sheet, row, i));
            between = ",";
        }
        g_string_append_c(text, '\n');
    }
}
