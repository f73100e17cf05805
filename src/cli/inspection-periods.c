/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Periods: from when to when, how many, and which are left out. A gap is one of a series: a period between its first
 * and its last that none of its rows has. Periods before and after a series are none of its gaps.
 */
#include <math.h>

#include "cli/inspection.h"

/* Gaps that are named. */
#define MOST_NAMED 6
/* Steps from period to period that are made in all: days of two centuries in a hundred series. */
#define MOST_STEPS 7500000

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
    g_array_sort(moments, rk_inspect_by_number);
    return moments;
}

static void append_period(GString *text, double moment, RkFrequency frequency)
{
    char buffer[64];
    g_string_append(text, rk_period_write(moment, frequency, buffer, sizeof buffer));
}

/* The gaps of all series of a column whose rows have one frequency. */
typedef struct {
    const RkColumn *column;
    GPtrArray *keys; /* what tells its series apart */
    RkFrequency frequency;
    guint gaps, series, steps; /* no more steps than there may be: then there are at least so many gaps */
    GString *named;
} Gaps;

/* "LV, F: ": what tells the series of a row from the others; nothing when there is only one. */
static void append_series(const Gaps *gaps, gsize row)
{
    for (guint i = 0; i < gaps->keys->len; i++) {
        const char *word = rk_column_text(gaps->keys->pdata[i], row);
        g_string_append_printf(gaps->named, "%s%.40s", i > 0 ? ", " : "", word != NULL ? word : "missing");
    }
    g_string_append(gaps->named, gaps->keys->len > 0 ? ": " : "");
}

static void add_gap(Gaps *gaps, double moment, gsize row, gboolean first)
{
    if (gaps->gaps++ >= MOST_NAMED)
        return;
    if (first && gaps->gaps > 1)
        g_string_append(gaps->named, "; ");
    if (first)
        append_series(gaps, row);
    g_string_append(gaps->named, first ? "" : ", ");
    append_period(gaps->named, moment, gaps->frequency);
}

/* The periods that lie between those of rows which follow one another in one series. */
static void search_series(Gaps *gaps, const guint32 *rows, gsize count)
{
    const double *values = rk_column_numbers(gaps->column);
    gboolean first = TRUE;
    for (gsize at = 1; at < count; at++) {
        double moment = values[rows[at - 1]], next = values[rows[at]];
        if (isnan(moment) || isnan(next))
            continue;
        while (gaps->steps < MOST_STEPS && (moment = rk_period_next(moment, gaps->frequency)) < next) {
            gaps->steps++;
            add_gap(gaps, moment, rows[at], first);
            first = FALSE;
        }
    }
    gaps->series += !first;
}

static void find_gaps(Gaps *gaps)
{
    gsize rows = rk_column_length(gaps->column), start = 0;
    if (gaps->frequency == RK_FREQUENCY_NONE || gaps->frequency == RK_FREQUENCY_MOMENT || rows > G_MAXINT)
        return;
    g_autoptr(GPtrArray) order_by = g_ptr_array_new();
    g_ptr_array_extend(order_by, gaps->keys, NULL, NULL);
    g_ptr_array_add(order_by, (gpointer)gaps->column);
    g_autofree guint32 *order = rk_inspect_sort(order_by, rows);
    for (gsize at = 1; at <= rows; at++) {
        if (at < rows && rk_inspect_same(gaps->keys, order[at - 1], order[at]))
            continue;
        search_series(gaps, order + start, at - start);
        start = at;
    }
    if (gaps->gaps > MOST_NAMED && gaps->keys->len > 0)
        g_string_append_printf(gaps->named, ", … (%u series)", gaps->series);
    else if (gaps->gaps > MOST_NAMED)
        g_string_append(gaps->named, ", …");
}

/* One line for the periods of one frequency; `counts` is the first of the columns behind the texts. */
static void add_periods(const RkColumn *column, GPtrArray *keys, RkSheet *sheet, guint counts)
{
    RkFrequency frequency = rk_column_frequency(column);
    gsize empty = 0;
    g_autoptr(GArray) moments = moments_of(column, &empty);
    g_autoptr(GString) from = g_string_new(NULL), to = g_string_new(NULL), named = g_string_new(NULL);
    Gaps gaps = {.column = column, .keys = keys, .frequency = frequency, .named = named};
    if (moments->len > 0) {
        append_period(from, g_array_index(moments, double, 0), frequency);
        append_period(to, g_array_index(moments, double, moments->len - 1), frequency);
    }
    find_gaps(&gaps);
    if (gaps.steps == MOST_STEPS)
        rk_sheet_head(sheet, "%s: at least so many gaps, the search ended before the last row", rk_column_name(column));
    const char *texts[] = {rk_column_name(column), rk_frequency_name(frequency), from->str, to->str};
    rk_sheet_add_row(sheet, FALSE);
    for (guint k = 0; k < G_N_ELEMENTS(texts); k++)
        rk_sheet_set_text(sheet, k, texts[k]);
    rk_sheet_set_number(sheet, counts, moments->len);
    rk_sheet_set_number(sheet, counts + 1, (double)empty);
    rk_sheet_set_number(sheet, counts + 2, gaps.gaps);
    rk_sheet_set_number(sheet, counts + 3, gaps.series);
    rk_sheet_set_text(sheet, counts + 4, named->str);
}

/* Years among quarters are no gaps among them. */
static void add_each_frequency(const RkColumn *column, const GPtrArray *keys, RkSheet *sheet, guint counts)
{
    gsize rows = rk_column_length(column);
    g_autofree guint32 *places = g_new(guint32, MAX(rows, 1));
    for (guint frequency = RK_FREQUENCY_YEAR; frequency <= RK_FREQUENCY_MOMENT; frequency++) {
        gsize count = 0;
        for (gsize row = 0; row < rows; row++)
            if (rk_column_frequency_at(column, row) == (RkFrequency)frequency)
                places[count++] = (guint32)row;
        g_autoptr(RkColumn) part = rk_column_gather(column, places, count);
        g_autoptr(GPtrArray) part_keys = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
        for (guint i = 0; i < keys->len; i++)
            g_ptr_array_add(part_keys, rk_column_gather(keys->pdata[i], places, count));
        if (count > 0 && rk_column_frequency(part) != RK_FREQUENCY_NONE)
            add_periods(part, part_keys, sheet, counts);
    }
}

/* TRUE when the words of `column` are one and the same for each code of `codes`, as names beside codes are; NULL: in
 * all rows. */
static gboolean follows(const RkColumn *column, const RkColumn *codes)
{
    guint32 count = codes != NULL ? rk_column_words(codes) : 0;
    g_autofree guint32 *first = g_new(guint32, (gsize)count + 1);
    for (gsize code = 0; code <= count; code++)
        first[code] = G_MAXUINT32;
    for (gsize row = 0; row < rk_column_length(column); row++) {
        guint32 code = codes != NULL ? MIN(rk_column_codes(codes)[row], count) : count;
        if (first[code] == G_MAXUINT32)
            first[code] = (guint32)row;
        else if (rk_column_codes(column)[first[code]] != rk_column_codes(column)[row])
            return FALSE;
    }
    return TRUE;
}

/* The columns that tell series apart, without those that say nothing more than another one. */
static GPtrArray *series_keys(const RkTable *table)
{
    g_autoptr(GPtrArray) all = rk_inspect_series_keys(table);
    GPtrArray *keys = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++) {
        gboolean more = !follows(all->pdata[i], NULL);
        for (guint k = 0; k < keys->len && more; k++)
            more = !follows(all->pdata[i], keys->pdata[k]);
        if (more)
            g_ptr_array_add(keys, all->pdata[i]);
    }
    return keys;
}

void rk_inspect_periods(const RkTable *table, RkSheet *sheet)
{
    static const char *const keys[] = {"column", "frequency", "from", "to"};
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        rk_sheet_add_column(sheet, keys[i], keys[i], RK_CELLS_TEXT, RK_FOR_ALL, 0);
    guint counts = rk_sheet_add_column(sheet, "periods", "periods", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "missing", "missing", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "gaps", "gaps", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "series_with_gaps", "in series", RK_CELLS_NUMBER, RK_FOR_DATA, 0);
    rk_sheet_add_column(sheet, "left_out", "left out", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    g_autoptr(GPtrArray) series = series_keys(table);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_type(column) != RK_COLUMN_TIME)
            continue;
        if (rk_column_frequencies(column) != NULL)
            add_each_frequency(column, series, sheet, counts);
        else
            add_periods(column, series, sheet, counts);
    }
}
