/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling a sheet, and its numbers as people read them.
 */
#include "cli/sheet.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/words.h"

static void clear_column(gpointer data)
{
    RkSheetColumn *column = data;
    g_free(column->key);
    g_free(column->title);
}

RkSheet *rk_sheet_new(void)
{
    RkSheet *sheet = g_new0(RkSheet, 1);
    sheet->columns = g_array_new(FALSE, TRUE, sizeof(RkSheetColumn));
    g_array_set_clear_func(sheet->columns, clear_column);
    sheet->rows = g_ptr_array_new();
    sheet->highlighted = g_array_new(FALSE, TRUE, sizeof(gboolean));
    sheet->heads = g_ptr_array_new_with_free_func(g_free);
    sheet->notes = g_ptr_array_new_with_free_func(g_free);
    return sheet;
}

void rk_sheet_free(RkSheet *sheet)
{
    if (sheet == NULL)
        return;
    for (guint row = 0; row < sheet->rows->len; row++) {
        RkCell *cells = g_ptr_array_index(sheet->rows, row);
        for (guint i = 0; i < sheet->columns->len; i++)
            g_free(cells[i].text);
        g_free(cells);
    }
    g_ptr_array_unref(sheet->rows);
    g_array_unref(sheet->columns);
    g_array_unref(sheet->highlighted);
    g_ptr_array_unref(sheet->heads);
    g_ptr_array_unref(sheet->notes);
    g_free(sheet);
}

/* Columns of the data keep their names, so that ours must not repeat one. */
static char *unused_key(const RkSheet *sheet, const char *key)
{
    for (guint i = 0; i < sheet->columns->len; i++) {
        if (strcmp(rk_sheet_column(sheet, i)->key, key) == 0) {
            g_autofree char *longer = g_strconcat(key, "_", NULL);
            return unused_key(sheet, longer);
        }
    }
    return g_strdup(key);
}

guint rk_sheet_add_column(RkSheet *sheet, const char *key, const char *title, RkCellKind kind, RkAudience audience,
                          int decimals)
{
    RkSheetColumn column = {unused_key(sheet, key), rk_words_printable(title), kind, audience, decimals};
    g_array_append_val(sheet->columns, column);
    return sheet->columns->len - 1;
}

void rk_sheet_add_row(RkSheet *sheet, gboolean highlighted)
{
    RkCell *cells = g_new0(RkCell, sheet->columns->len);
    for (guint i = 0; i < sheet->columns->len; i++)
        cells[i].number = NAN;
    g_ptr_array_add(sheet->rows, cells);
    g_array_append_val(sheet->highlighted, highlighted);
}

static RkCell *newest(RkSheet *sheet, guint column)
{
    RkCell *cells = g_ptr_array_index(sheet->rows, sheet->rows->len - 1);
    return &cells[column];
}

void rk_sheet_set_number(RkSheet *sheet, guint column, double number)
{
    newest(sheet, column)->number = number;
}

void rk_sheet_set_text(RkSheet *sheet, guint column, const char *text)
{
    RkCell *cell = newest(sheet, column);
    g_free(cell->text);
    cell->text = g_strdup(text);
}

static void add_line(GPtrArray *lines, const char *format, va_list arguments)
{
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    g_ptr_array_add(lines, rk_words_printable(text));
}

void rk_sheet_head(RkSheet *sheet, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_line(sheet->heads, format, arguments);
    va_end(arguments);
}

void rk_sheet_note(RkSheet *sheet, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_line(sheet->notes, format, arguments);
    va_end(arguments);
}

const RkSheetColumn *rk_sheet_column(const RkSheet *sheet, guint column)
{
    return &g_array_index(sheet->columns, RkSheetColumn, column);
}

const RkCell *rk_sheet_cell(const RkSheet *sheet, guint row, guint column)
{
    const RkCell *cells = g_ptr_array_index(sheet->rows, row);
    return &cells[column];
}

gboolean rk_sheet_is_highlighted(const RkSheet *sheet, guint row)
{
    return g_array_index(sheet->highlighted, gboolean, row);
}

/* Exactly so many decimals; a number that rounds to nothing has no sign. */
static char *write_rounded(double number, int decimals)
{
    char format[8], buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];
    g_snprintf(format, sizeof format, "%%.%df", CLAMP(decimals, 0, 15));
    g_ascii_formatd(buffer, sizeof buffer, format, number);
    gboolean nothing = strspn(buffer, "-0.") == strlen(buffer);
    return g_strdup(nothing && buffer[0] == '-' ? buffer + 1 : buffer);
}

/* As many decimals as make six digits with those before the point. */
static char *write_short(double number)
{
    char buffer[RK_NUMBER_BUFFER];
    double size = fabs(number);
    int whole = size >= 1 ? (int)floor(log10(size)) + 1 : 1;
    if (size != 0 && size < 1e-4)
        return g_strdup(g_ascii_formatd(buffer, sizeof buffer, "%.5g", number));
    return g_strdup(rk_number_trimmed(number, (guint)MAX(0, 6 - whole), buffer));
}

static char *write_number(double number, int decimals)
{
    char buffer[RK_NUMBER_BUFFER];
    /* Beyond this a double has no decimals to show. */
    if (decimals == RK_DECIMALS_ALL || fabs(number) >= 1e15)
        return g_strdup(rk_number_shortest(number, buffer));
    return decimals == RK_DECIMALS_SHORT ? write_short(number) : write_rounded(number, decimals);
}

char *rk_sheet_write(const RkSheet *sheet, guint row, guint column)
{
    const RkSheetColumn *about = rk_sheet_column(sheet, column);
    const RkCell *cell = rk_sheet_cell(sheet, row, column);
    if (cell->text != NULL)
        return rk_words_printable(cell->text);
    if (isnan(cell->number))
        return NULL;
    if (about->kind == RK_CELLS_BOOLEAN)
        return g_strdup(cell->number != 0 ? "yes" : "no");
    return write_number(cell->number, about->decimals);
}
