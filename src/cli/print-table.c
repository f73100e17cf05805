/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet as an aligned table on a screen: names whole, numbers aligned on the decimal point, bars in what room is
 * left. A table wider than the screen continues in blocks below, each beginning with what tells its rows apart; a name
 * is never cut.
 */
#include <math.h>
#include <string.h>

#include "cli/bar.h"
#include "cli/sheet.h"
#include "cli/words.h"

/* A bar shorter than this says nothing; one longer than that says no more. */
#define LEAST_BAR 6
#define GREATEST_BAR 40

/* How a column is set. */
typedef struct {
    gboolean shown;
    guint width;      /* of the whole column */
    guint whole;      /* numbers: the widest part before the point */
    guint fraction;   /* numbers: the widest part from the point on */
    RkBarScale scale; /* bars */
} Setting;

static gsize whole_length(const char *number)
{
    return strcspn(number, ".e");
}

static const char *empty_mark(const RkScreen *screen)
{
    return screen->unicode ? "–" : "-";
}

static Setting set_text(const RkSheet *sheet, guint column)
{
    Setting setting = {.shown = TRUE, .width = rk_words_width(rk_sheet_column(sheet, column)->title)};
    for (guint row = 0; row < sheet->rows->len; row++) {
        g_autofree char *words = rk_sheet_write(sheet, row, column);
        if (words != NULL)
            setting.width = MAX(setting.width, rk_words_width(words));
    }
    return setting;
}

static Setting set_number(const RkSheet *sheet, guint column)
{
    Setting setting = {.shown = TRUE, .whole = 1};
    for (guint row = 0; row < sheet->rows->len; row++) {
        g_autofree char *number = rk_sheet_write(sheet, row, column);
        if (number == NULL)
            continue;
        guint whole = (guint)whole_length(number);
        setting.whole = MAX(setting.whole, whole);
        setting.fraction = MAX(setting.fraction, (guint)strlen(number) - whole);
    }
    guint title = rk_words_width(rk_sheet_column(sheet, column)->title);
    setting.width = MAX(title, setting.whole + setting.fraction);
    setting.whole = setting.width - setting.fraction;
    return setting;
}

static Setting set_bar(const RkSheet *sheet, guint column, guint room)
{
    Setting setting = {.shown = room >= LEAST_BAR, .width = MIN(room, GREATEST_BAR)};
    setting.scale = (RkBarScale){.width = setting.width};
    for (guint row = 0; row < sheet->rows->len; row++)
        rk_bar_include(&setting.scale, rk_sheet_cell(sheet, row, column)->number);
    setting.shown = setting.shown && setting.scale.least < setting.scale.greatest;
    return setting;
}

/* Settings of all columns; bars share what the others leave. */
static Setting *set_columns(const RkSheet *sheet, const RkScreen *screen, guint margin)
{
    Setting *settings = g_new0(Setting, sheet->columns->len);
    guint used = margin;
    for (guint i = 0; i < sheet->columns->len; i++) {
        const RkSheetColumn *column = rk_sheet_column(sheet, i);
        if (!(column->audience & RK_FOR_PEOPLE))
            continue;
        used += 2;
        if (column->kind == RK_CELLS_BAR)
            continue;
        settings[i] = column->kind == RK_CELLS_NUMBER ? set_number(sheet, i) : set_text(sheet, i);
        used += settings[i].width;
    }
    for (guint i = 0; i < sheet->columns->len; i++) {
        if (rk_sheet_column(sheet, i)->kind == RK_CELLS_BAR)
            settings[i] = set_bar(sheet, i, screen->width > used ? screen->width - used : 0);
    }
    return settings;
}

static void append_padding(GString *line, guint count)
{
    for (guint i = 0; i < count; i++)
        g_string_append_c(line, ' ');
}

static void append_padded(GString *line, const char *words, guint width, gboolean right)
{
    guint own = rk_words_width(words), padding = width > own ? width - own : 0;
    append_padding(line, right ? padding : 0);
    g_string_append(line, words);
    append_padding(line, right ? 0 : padding);
}

static void append_number(GString *line, const char *number, const Setting *setting)
{
    gsize whole = whole_length(number);
    append_padding(line, setting->whole > whole ? setting->whole - (guint)whole : 0);
    g_string_append(line, number);
    guint fraction = (guint)(strlen(number) - whole);
    append_padding(line, setting->fraction > fraction ? setting->fraction - fraction : 0);
}

static void append_cell(GString *line, const RkSheet *sheet, guint row, guint column, const Setting *setting,
                        const RkScreen *screen)
{
    RkCellKind kind = rk_sheet_column(sheet, column)->kind;
    if (kind == RK_CELLS_BAR) {
        rk_bar_append(line, &setting->scale, rk_sheet_cell(sheet, row, column)->number, screen->unicode);
        return;
    }
    g_autofree char *words = rk_sheet_write(sheet, row, column);
    if (kind == RK_CELLS_NUMBER && words != NULL)
        append_number(line, words, setting);
    else if (kind == RK_CELLS_NUMBER)
        append_padded(line, sheet->dashes ? empty_mark(screen) : "", setting->whole, TRUE);
    else
        append_padded(line, words == NULL ? "" : words, setting->width, FALSE);
    if (kind == RK_CELLS_NUMBER && words == NULL)
        append_padding(line, setting->fraction);
}

static void end_line(GString *text, GString *line, gboolean bold)
{
    while (line->len > 0 && line->str[line->len - 1] == ' ')
        g_string_truncate(line, line->len - 1);
    g_string_append_printf(text, bold ? "\033[1m%s\033[0m\n" : "%s\n", line->str);
    g_string_truncate(line, 0);
}

static void append_lines(GString *text, const GPtrArray *lines)
{
    for (guint i = 0; i < lines->len; i++)
        g_string_append_printf(text, "%s\n", (const char *)g_ptr_array_index(lines, i));
}

static gboolean has_highlights(const RkSheet *sheet)
{
    for (guint row = 0; row < sheet->rows->len; row++) {
        if (rk_sheet_is_highlighted(sheet, row))
            return TRUE;
    }
    return FALSE;
}

/* The whole of the work on one sheet. */
typedef struct {
    const RkSheet *sheet;
    const RkScreen *screen;
    Setting *settings;
    gboolean marks; /* Where bold is not to be had, a mark stands before highlighted rows. */
    gboolean *keys; /* the columns that begin every block */
    GString *line;
} Printing;

static gboolean is_in_block(const Printing *printing, guint column, guint first, guint end)
{
    return printing->settings[column].shown && (printing->keys[column] || (column >= first && column < end));
}

static void append_titles(GString *text, const Printing *printing, guint first, guint end)
{
    const char *between = printing->marks ? "  " : "";
    for (guint i = 0; i < printing->sheet->columns->len; i++) {
        const RkSheetColumn *column = rk_sheet_column(printing->sheet, i);
        if (!is_in_block(printing, i, first, end))
            continue;
        g_string_append(printing->line, between);
        append_padded(printing->line, column->kind == RK_CELLS_BAR ? "" : column->title, printing->settings[i].width,
                      column->kind == RK_CELLS_NUMBER);
        between = "  ";
    }
    end_line(text, printing->line, FALSE);
}

static gboolean row_is_empty(const Printing *printing, guint row, guint first, guint end)
{
    for (guint i = first; i < end; i++) {
        const RkCell *cell = rk_sheet_cell(printing->sheet, row, i);
        if (printing->settings[i].shown && !printing->keys[i] && (cell->text != NULL || !isnan(cell->number)))
            return FALSE;
    }
    return TRUE;
}

static void append_row(GString *text, const Printing *printing, guint row, guint first, guint end)
{
    gboolean highlighted = rk_sheet_is_highlighted(printing->sheet, row);
    const char *between = !printing->marks ? "" : highlighted ? "> " : "  ";
    for (guint i = 0; i < printing->sheet->columns->len; i++) {
        if (!is_in_block(printing, i, first, end))
            continue;
        g_string_append(printing->line, between);
        append_cell(printing->line, printing->sheet, row, i, &printing->settings[i], printing->screen);
        between = "  ";
    }
    end_line(text, printing->line, highlighted && printing->screen->styled);
}

/* The column after those that say something about this one, without a title: they stay with it. */
static guint end_of_remarks(const Printing *printing, guint column)
{
    guint end = column + 1;
    while (end < printing->sheet->columns->len &&
           (!printing->settings[end].shown || *rk_sheet_column(printing->sheet, end)->title == '\0'))
        end++;
    return end;
}

/* The width of columns and what parts them: of those that stand in every block, or of the others. */
static guint width_of(const Printing *printing, gboolean keys, guint first, guint end)
{
    guint width = 0;
    for (guint i = first; i < end; i++)
        width += printing->settings[i].shown && printing->keys[i] == keys ? printing->settings[i].width + 2 : 0;
    return width;
}

/* The column after the last one that fits into a block beginning at `first`: the keys, numbers before any words (a
 * rank), and at least one more. */
static guint end_of_block(const Printing *printing, guint first)
{
    guint count = printing->sheet->columns->len, names = 0, taken = 0, i = first;
    guint used = (printing->marks ? 2 : 0) + width_of(printing, TRUE, 0, count);
    while (names < count && rk_sheet_column(printing->sheet, names)->kind != RK_CELLS_TEXT)
        names++;
    names = names < count ? names : 0;
    while (i < count) {
        guint end = end_of_remarks(printing, i), width = width_of(printing, FALSE, i, end);
        if (width > 0 && taken > 0 && used + width - 2 > printing->screen->width)
            break;
        used += width;
        taken += width > 0 && i > names;
        i = end;
    }
    return i;
}

static gboolean block_is_empty(const Printing *printing, guint first, guint end)
{
    for (guint row = 0; row < printing->sheet->rows->len; row++) {
        if (!row_is_empty(printing, row, first, end))
            return FALSE;
    }
    return TRUE;
}

static void append_blocks(GString *text, const Printing *printing)
{
    guint count = printing->sheet->columns->len;
    for (guint first = 0, end; first < count; first = end) {
        end = end_of_block(printing, first);
        if (first > 0 && block_is_empty(printing, first, end))
            continue;
        if (first > 0)
            g_string_append_c(text, '\n');
        append_titles(text, printing, first, end);
        for (guint row = 0; row < printing->sheet->rows->len; row++) {
            if (first == 0 || printing->sheet->dashes || !row_is_empty(printing, row, first, end))
                append_row(text, printing, row, first, end);
        }
    }
}

void rk_sheet_to_table(const RkSheet *sheet, const RkScreen *screen, GString *text)
{
    gboolean marks = !screen->styled && has_highlights(sheet);
    g_autofree Setting *settings = set_columns(sheet, screen, marks ? 2 : 0);
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree gboolean *keys = rk_sheet_keys(sheet);
    Printing printing = {sheet, screen, settings, marks, keys, line};
    append_lines(text, sheet->heads);
    if (sheet->heads->len > 0)
        g_string_append_c(text, '\n');
    append_blocks(text, &printing);
    if (sheet->notes->len > 0)
        g_string_append_c(text, '\n');
    append_lines(text, sheet->notes);
}
