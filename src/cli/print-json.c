/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet as JSON: {"head": […], "rows": [{…}], "notes": […]}. Texts are escaped by jansson; numbers are the shortest
 * that read back the same, which jansson does not write.
 */
#include <jansson.h>
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "cli/sheet.h"

static void append_text(GString *text, const char *words)
{
    g_autofree char *valid = g_utf8_make_valid(words, -1);
    json_t *value = json_string(valid);
    char *written = json_dumps(value, JSON_ENCODE_ANY);
    g_string_append(text, written);
    free(written);
    json_decref(value);
}

static void append_cell(GString *text, const RkSheetColumn *column, const RkCell *cell)
{
    char buffer[RK_NUMBER_BUFFER];
    if (cell->text != NULL)
        append_text(text, cell->text);
    else if (!isfinite(cell->number))
        g_string_append(text, "null");
    else if (column->kind == RK_CELLS_BOOLEAN)
        g_string_append(text, cell->number != 0 ? "true" : "false");
    else
        g_string_append(text, rk_number_shortest(cell->number, buffer));
}

static void append_row(GString *text, const RkSheet *sheet, guint row)
{
    const char *between = "{";
    for (guint i = 0; i < sheet->columns->len; i++) {
        const RkSheetColumn *column = rk_sheet_column(sheet, i);
        if (!(column->audience & RK_FOR_DATA))
            continue;
        g_string_append(text, between);
        append_text(text, column->key);
        g_string_append(text, ": ");
        append_cell(text, column, rk_sheet_cell(sheet, row, i));
        between = ", ";
    }
    g_string_append_c(text, '}');
}

static void append_lines(GString *text, const GPtrArray *lines)
{
    g_string_append_c(text, '[');
    for (guint i = 0; i < lines->len; i++) {
        g_string_append(text, i == 0 ? "" : ", ");
        append_text(text, g_ptr_array_index(lines, i));
    }
    g_string_append_c(text, ']');
}

void rk_sheet_to_json(const RkSheet *sheet, GString *text)
{
    g_string_append(text, "{\"head\": ");
    append_lines(text, sheet->heads);
    g_string_append(text, ",\n\"rows\": [");
    for (guint row = 0; row < sheet->rows->len; row++) {
        g_string_append(text, row == 0 ? "\n" : ",\n");
        append_row(text, sheet, row);
    }
    g_string_append(text, "\n],\n\"notes\": ");
    append_lines(text, sheet->notes);
    g_string_append(text, "}\n");
}
