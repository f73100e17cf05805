/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells that are worth a second look: values that are orders of magnitude from those of their own series, texts that
 * look like numbers with a decimal comma, numbers and words in one column, thousands that may have been read as
 * decimals. It only points; it never says that a cell is wrong.
 */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/inspection.h"
#include "cli/writings.h"

/* Shown of one kind. */
#define MOST_SHOWN 5
/* A value so many times its series' median, or so small a part of it, is worth a look: factors of 100 and 1000 come
 * from decimal commas and from units. */
#define FACTOR 100
/* Values of a series that a median needs. */
#define FEWEST 4
/* The least difference of magnitudes that parts one value from the others without a series. */
#define MAGNITUDES 3

/* `texts` has the cells as they are written, as `column` may have. */
static void add_doubt_of(RkSheet *sheet, const RkTable *table, const RkColumn *column, const RkColumn *texts, gsize row,
                         const char *what)
{
    g_autofree char *cell = rk_column_write(texts, row);
    rk_sheet_add_row(sheet, FALSE);
    rk_sheet_set_text(sheet, 0, rk_column_name(column));
    rk_sheet_set_number(sheet, 1, rk_table_origin(table, row).line > 0 ? rk_table_origin(table, row).line : NAN);
    rk_sheet_set_text(sheet, 2, cell);
    rk_sheet_set_text(sheet, 3, what);
}

static void add_doubt(RkSheet *sheet, const RkTable *table, const RkColumn *column, gsize row, const char *what)
{
    add_doubt_of(sheet, table, column, column, row, what);
}

/* Magnitudes (log10) of the values of some rows, sorted; zeros and missing values have none. */
static GArray *magnitudes(const double *values, const guint32 *rows, gsize count)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(double));
    for (gsize at = 0; at < count; at++) {
        double magnitude = log10(fabs(values[rows[at]]));
        if (isfinite(magnitude))
            g_array_append_val(found, magnitude);
    }
    g_array_sort(found, rk_inspect_by_number);
    return found;
}

static double quantile(const GArray *sorted, double part)
{
    return g_array_index(sorted, double, (guint)floor(part * (sorted->len - 1)));
}

typedef struct {
    const RkTable *table;
    RkSheet *sheet;
    const RkColumn *column;
    gboolean series; /* rows are the same thing at several times */
    guint shown;
} Search;

/* Points at the values of a group of rows that are too far from the others. */
static void search_group(Search *search, const guint32 *rows, gsize count)
{
    const double *values = rk_column_numbers(search->column);
    g_autoptr(GArray) sorted = magnitudes(values, rows, count);
    if (sorted->len < FEWEST)
        return;
    const char *group = search->series ? "series" : "unit";
    double middle = quantile(sorted, 0.5), spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    double bound = search->series ? fmax(log10(FACTOR), 3 * spread) : fmax(MAGNITUDES, 3 * spread);
    for (gsize at = 0; at < count && search->shown < MOST_SHOWN; at++) {
        double away = log10(fabs(values[rows[at]])) - middle;
        if (!isfinite(away) || fabs(away) < bound)
            continue;
        g_autofree char *what =
            away > 0 ? g_strdup_printf("%.0f times the median of its %s", pow(10, away), group)
                     : g_strdup_printf("the median of its %s is %.0f times as much", group, pow(10, -away));
        add_doubt(search->sheet, search->table, search->column, rows[at], what);
        search->shown++;
    }
}

static gboolean has_times(const RkTable *table)
{
    for (guint i = 0; i < rk_table_columns(table); i++)
        if (rk_column_type(rk_table_column(table, i)) == RK_COLUMN_TIME)
            return TRUE;
    return FALSE;
}

/* By series where there are periods, else by unit. */
static void search_values(const RkTable *table, const RkColumn *column, RkSheet *sheet)
{
    gsize rows = rk_table_rows(table), start = 0;
    Search search = {table, sheet, column, has_times(table), 0};
    g_autoptr(GPtrArray) keys = search.series ? rk_inspect_series_keys(table) : g_ptr_array_new();
    if (!search.series && rk_column_unit(column) != NULL)
        g_ptr_array_add(keys, (gpointer)rk_column_unit(column));
    if (rows > G_MAXINT)
        return;
    g_autofree guint32 *order = rk_inspect_sort(keys, rows);
    for (gsize at = 1; at <= rows && search.shown < MOST_SHOWN; at++) {
        if (at < rows && rk_inspect_same(keys, order[at - 1], order[at]))
            continue;
        search_group(&search, order + start, at - start);
        start = at;
    }
}

static gboolean has_three_decimals(double value)
{
    double thousandths = value * 1000, hundredths = value * 100;
    return fabs(thousandths - round(thousandths)) < 1e-6 && fabs(hundredths - round(hundredths)) > 1e-4;
}

/* Read without its text: TRUE when a value has three decimals, and lies between one and a thousand. */
static gboolean is_like_thousands(double value)
{
    return fabs(value) >= 1 && fabs(value) < 1000 && has_three_decimals(value);
}

/* "1.234" and "12,345", in which the mark may part thousands. */
static gboolean has_group(const char *text)
{
    text += *text == '-' || *text == '+';
    gsize digits = strspn(text, G_CSET_DIGITS);
    const char *rest = text + digits;
    return digits >= 1 && digits <= 3 && *text != '0' && (*rest == '.' || *rest == ',') &&
           strspn(rest + 1, G_CSET_DIGITS) == 3 && rest[4] == '\0';
}

/* "7" and "950", which would have no mark anyway. */
static gboolean has_no_group(const char *text)
{
    text += *text == '-' || *text == '+';
    gsize digits = strspn(text, G_CSET_DIGITS);
    return digits >= 1 && digits <= 3 && text[digits] == '\0' && (*text != '0' || digits == 1);
}

/* How many values may have a mark between thousands, 0 when some value speaks against it. */
static gsize count_thousands(const RkColumn *column, const RkColumn *texts, gsize *first)
{
    const double *values = rk_column_numbers(column);
    gsize count = 0;
    for (gsize row = 0; row < rk_column_length(column); row++) {
        const char *text = texts != NULL && !isnan(values[row]) ? rk_column_text(texts, row) : NULL;
        if (isnan(values[row]) || (text != NULL && has_no_group(text)))
            continue;
        if (text != NULL ? !has_group(text) : !is_like_thousands(values[row]))
            return 0;
        *first = count++ == 0 ? row : *first;
    }
    return count;
}

/* No value is a thousand or more, or has more than three decimals: else no mark is one of thousands. */
static gboolean may_have_thousands(const RkColumn *column)
{
    const double *values = rk_column_numbers(column);
    gboolean any = FALSE;
    for (gsize row = 0; row < rk_column_length(column); row++) {
        double thousandths = values[row] * 1000;
        if (!isnan(values[row]) && (fabs(values[row]) >= 1000 || fabs(thousandths - round(thousandths)) > 1e-6))
            return FALSE;
        any = any || has_three_decimals(values[row]);
    }
    return any;
}

/* Every value has three decimals or none: 1.234 may have been 1,234. What the file writes is tested where it can be
 * read again. */
static void search_thousands(const RkTable *table, const RkColumn *column, const RkInspectedFile *file, RkSheet *sheet)
{
    gsize first = 0;
    if (!may_have_thousands(column))
        return;
    g_autoptr(RkColumn) texts = rk_inspect_texts(column, file);
    if (texts == NULL && strcmp(file->path, "-") != 0)
        return;
    if (count_thousands(column, texts, &first) <= FEWEST)
        return;
    gboolean comma = texts != NULL && strchr(rk_column_text(texts, first), ',') != NULL;
    add_doubt_of(sheet, table, column, texts != NULL ? texts : column, first,
                 comma ? "all values have three decimals: commas between thousands?"
                       : "all values have three decimals: points between thousands?");
}

/* "01" is a code. */
static gboolean is_number(const char *word)
{
    double value;
    gboolean code = word[0] == '0' && g_ascii_isdigit(word[1]);
    return !code && rk_number_parse(word, strlen(word), RK_NUMBER_SYNTAX_PLAIN, &value);
}

/* How many rows hold such words, and the first of them. */
static gsize count_words(const RkColumn *column, gboolean (*test)(const char *), gboolean wanted, gsize *first)
{
    const guint32 *codes = rk_column_codes(column);
    g_autofree guint8 *known = g_new0(guint8, (gsize)rk_column_words(column) + 1);
    gsize count = 0;
    for (gsize row = 0; row < rk_column_length(column); row++) {
        if (codes[row] == RK_TEXT_MISSING)
            continue;
        if (known[codes[row]] == 0)
            known[codes[row]] = test(rk_column_word(column, codes[row])) ? 2 : 1;
        if ((known[codes[row]] == 2) != wanted)
            continue;
        *first = count == 0 ? row : *first;
        count++;
    }
    return count;
}

static void search_words(const RkTable *table, const RkColumn *column, RkSheet *sheet)
{
    static const struct {
        gboolean (*test)(const char *word);
        const char *what;
    } writings[] = {{rk_writing_has_blanks, "blanks between thousands?"},
                    {rk_writing_has_commas, "commas between thousands?"},
                    {rk_writing_has_points, "points between thousands?"},
                    {rk_writing_has_comma, "decimal comma?"},
                    {rk_writing_has_minus, "a minus sign of typography (U+2212)?"},
                    {rk_writing_has_note, "a note or a flag behind a number? it needs a column of its own:"}};
    gsize first = 0, commas = 0;
    for (guint i = 0; i < G_N_ELEMENTS(writings); i++) {
        gsize count = count_words(column, writings[i].test, TRUE, &first);
        commas += writings[i].test == rk_writing_has_commas ? count : 0;
        /* Where a comma parts thousands, it does not part decimals. */
        if (count == 0 || (commas > 0 && writings[i].test == rk_writing_has_comma))
            continue;
        g_autofree char *what =
            g_strdup_printf("%s %" G_GSIZE_FORMAT " such %s", writings[i].what, count, count == 1 ? "text" : "texts");
        add_doubt(sheet, table, column, first, what);
    }
    gsize numbers = count_words(column, is_number, TRUE, &first),
          others = count_words(column, is_number, FALSE, &first);
    if (numbers < 2 || others == 0 || numbers < others)
        return;
    g_autofree char *more =
        others == 1 ? NULL : g_strdup_printf(", and %" G_GSIZE_FORMAT " more such texts", others - 1);
    g_autofree char *what =
        g_strdup_printf("a text among %" G_GSIZE_FORMAT " numbers%s", numbers, more != NULL ? more : "");
    add_doubt(sheet, table, column, first, what);
}

static void search_end(const RkTable *table, const RkInspectedFile *file, RkSheet *sheet)
{
    gsize rows = rk_table_rows(table);
    guint columns = rk_table_columns(table);
    if (rows > 0 && columns > 0 && file->where == NULL && rk_inspect_is_unended(file))
        add_doubt(sheet, table, rk_table_column(table, columns - 1), rows - 1,
                  "the last line has no end: is the file cut off?");
}

void rk_inspect_doubts(const RkTable *table, const RkInspectedFile *file, RkSheet *sheet)
{
    rk_sheet_add_column(sheet, "column", "column", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "line", "line", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "cell", "cell", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "doubt", "doubt", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) == RK_COLUMN_NUMBER) {
            search_values(table, column, sheet);
            search_thousands(table, column, file, sheet);
        } else if (rk_column_type(column) == RK_COLUMN_TEXT) {
            search_words(table, column, sheet);
        }
    }
    search_end(table, file, sheet);
}
