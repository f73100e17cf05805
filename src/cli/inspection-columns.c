/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes and periods, column by column.
 */
#include <math.h>

#include "cli/inspection.h"

/* Codes and gaps that are named. */
#define MOST_NAMED 6
/* Steps from the first period to the last that are looked at: days of two centuries. */
#define MOST_STEPS 75000

/* Words that rows have, in the order in which they come; returns how many. */
static guint name_words(const RkColumn *column, GString *first, gsize *missing)
{
    g_autofree gboolean *seen = g_new0(gboolean, (gsize)rk_column_words(column) + 1);
    const guint32 *codes = rk_column_codes(column);
    guint count = 0;
    for (gsize row = 0; row < rk_column_length(column); row++) {
        *missing += codes[row] == RK_TEXT_MISSING;
        if (codes[row] == RK_TEXT_MISSING || seen[codes[row]])
            continue;
        seen[codes[row]] = TRUE;
        if (count < MOST_NAMED)
            g_string_append_printf(first, "%s%.40s", count > 0 ? ", " : "", rk_column_word(column, codes[row]));
        count++;
    }
    g_string_append(first, count > MOST_NAMED ? ", …" : "");
    return count;
}

void rk_inspect_dimensions(const RkTable *table, RkSheet *sheet)
{
    guint name = rk_sheet_add_column(sheet, "column", "column", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    guint codes = rk_sheet_add_column(sheet, "codes", "codes", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    guint missing = rk_sheet_add_column(sheet, "missing", "missing", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    guint first = rk_sheet_add_column(sheet, "first", "the first", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        g_autoptr(GString) words = g_string_new(NULL);
        gsize empty = 0;
        if (rk_column_type(column) != RK_COLUMN_TEXT || !rk_inspect_is_key(column))
            continue;
        rk_sheet_add_row(sheet, FALSE);
        rk_sheet_set_text(sheet, name, rk_column_name(column));
        rk_sheet_set_number(sheet, codes, name_words(column, words, &empty));
        rk_sheet_set_number(sheet, missing, (double)empty);
        rk_sheet_set_text(sheet, first, words->str);
    }
}

static int by_number(gconstpointer left, gconstpointer right)
{
    double one = *(const double *)left, other = *(const double *)right;
    return (one > other) - (one < other);
}

/* The different moments in their order. */
static GArray *moments_of(const RkColumn *column, gsize *missing)
{
    const double *values = rk_column_numbers(column);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_double_hash, g_double_equal, g_free, NULL);
    GArray *moments = g_array_new(FALSE, FALSE, sizeof(double));
    for (gsize row = 0; row < rk_column_length(column); row++) {
        *missing += isnan(values[row]);
        if (isnan(values[row]) || g_hash_table_contains(known, &values[row]))
            continue;
        g_hash_table_add(known, g_memdup2(&values[row], sizeof values[row]));
        g_array_append_val(moments, values[row]);
    }
    g_array_sort(moments, by_number);
    return moments;
}

static void append_period(GString *text, double moment, RkFrequency frequency)
{
    char buffer[64];
    g_string_append(text, rk_period_write(moment, frequency, buffer, sizeof buffer));
}

/* The periods between the first and the last that no row has. */
static guint find_gaps(const GArray *moments, RkFrequency frequency, GString *named)
{
    guint count = 0, at = 0, steps = 0;
    if (moments->len == 0 || frequency == RK_FREQUENCY_NONE || frequency == RK_FREQUENCY_MOMENT)
        return 0;
    double last = g_array_index(moments, double, moments->len - 1);
    for (double moment = g_array_index(moments, double, 0); moment <= last && steps < MOST_STEPS; steps++) {
        while (at < moments->len && g_array_index(moments, double, at) < moment)
            at++;
        if (at < moments->len && g_array_index(moments, double, at) != moment && count++ < MOST_NAMED) {
            g_string_append(named, count > 1 ? ", " : "");
            append_period(named, moment, frequency);
        }
        moment = rk_period_next(moment, frequency);
    }
    g_string_append(named, count > MOST_NAMED ? ", …" : "");
    return count;
}

/* One line for the periods of one frequency; `counts` is the first of the four columns behind the texts. */
static void add_periods(const RkColumn *column, RkSheet *sheet, guint counts)
{
    RkFrequency frequency = rk_column_frequency(column);
    gsize empty = 0;
    g_autoptr(GArray) moments = moments_of(column, &empty);
    g_autoptr(GString) names = g_string_new(NULL), from = g_string_new(NULL), to = g_string_new(NULL);
    if (moments->len > 0) {
        append_period(from, g_array_index(moments, double, 0), frequency);
        append_period(to, g_array_index(moments, double, moments->len - 1), frequency);
    }
    const char *texts[] = {rk_column_name(column), rk_frequency_name(frequency), from->str, to->str};
    rk_sheet_add_row(sheet, FALSE);
    for (guint k = 0; k < G_N_ELEMENTS(texts); k++)
        rk_sheet_set_text(sheet, k, texts[k]);
    rk_sheet_set_number(sheet, counts, moments->len);
    rk_sheet_set_number(sheet, counts + 1, (double)empty);
    rk_sheet_set_number(sheet, counts + 2, find_gaps(moments, frequency, names));
    rk_sheet_set_text(sheet, counts + 3, names->str);
}

/* Years among quarters are no gaps among them. */
static void add_each_frequency(const RkColumn *column, RkSheet *sheet, guint counts)
{
    gsize rows = rk_column_length(column);
    g_autofree guint32 *places = g_new(guint32, MAX(rows, 1));
    for (guint frequency = RK_FREQUENCY_YEAR; frequency <= RK_FREQUENCY_MOMENT; frequency++) {
        gsize count = 0;
        for (gsize row = 0; row < rows; row++)
            if (rk_column_frequency_at(column, row) == (RkFrequency)frequency)
                places[count++] = (guint32)row;
        g_autoptr(RkColumn) part = rk_column_gather(column, places, count);
        if (count > 0 && rk_column_frequency(part) != RK_FREQUENCY_NONE)
            add_periods(part, sheet, counts);
    }
}

void rk_inspect_periods(const RkTable *table, RkSheet *sheet)
{
    static const char *const keys[] = {"column", "frequency", "from", "to"};
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        rk_sheet_add_column(sheet, keys[i], keys[i], RK_CELLS_TEXT, RK_FOR_ALL, 0);
    guint counts = rk_sheet_add_column(sheet, "periods", "periods", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "missing", "missing", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "gaps", "gaps", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "left_out", "left out", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) != RK_COLUMN_TIME)
            continue;
        if (rk_column_frequencies(column) != NULL)
            add_each_frequency(column, sheet, counts);
        else
            add_periods(column, sheet, counts);
    }
}
