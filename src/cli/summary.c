/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Statistics of columns into the lines of a sheet.
 */
#include "cli/summary.h"

#include <math.h>
#include <string.h>

#include "base/collate.h"
#include "cli/classes.h"
#include "cli/selection.h"
#include "stats/array.h"
#include "stats/location.h"
#include "stats/quantile.h"
#include "stats/spread.h"

static double first_quartile(const double *values, gsize count)
{
    return rk_stats_quantile(values, count, 0.25, RK_QUANTILE_DEFAULT);
}

static double third_quartile(const double *values, gsize count)
{
    return rk_stats_quantile(values, count, 0.75, RK_QUANTILE_DEFAULT);
}

/* The statistics, in the order of the columns. */
static const struct {
    const char *key;
    const char *title;
    double (*compute)(const double *values, gsize count);
} statistics[] = {
    {"min", "min", rk_stats_min},    {"q1", "q1", first_quartile}, {"median", "median", rk_stats_median},
    {"mean", "mean", rk_stats_mean}, {"q3", "q3", third_quartile}, {"max", "max", rk_stats_max},
    {"sd", "sd", rk_stats_stdev},    {"mad", "MAD", rk_stats_mad}, {"skewness", "skewness", rk_stats_skewness},
};

/* The columns that are filled by hand. */
typedef enum { NAME, TYPE, UNIT, PRESENT, MISSING, FLAGGED, DIFFERENT, FIRST_STATISTIC } SummaryColumn;

void rk_summary_add_columns(RkSheet *sheet, const char *first, gboolean with_types)
{
    RkAudience types = with_types ? RK_FOR_ALL : (RkAudience)0;
    rk_sheet_add_column(sheet, first, first, RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "type", "type", RK_CELLS_TEXT, types, 0);
    rk_sheet_add_column(sheet, "unit", "unit", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "n", "n", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "missing", "missing", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "flagged", "flagged", RK_CELLS_NUMBER, RK_FOR_DATA, 0);
    rk_sheet_add_column(sheet, "different", "different", RK_CELLS_NUMBER, types, 0);
    for (guint i = 0; i < G_N_ELEMENTS(statistics); i++)
        rk_sheet_add_column(sheet, statistics[i].key, statistics[i].title, RK_CELLS_NUMBER, RK_FOR_ALL,
                            RK_DECIMALS_SHORT);
}

static void set_counts(RkSheet *sheet, gsize present, gsize missing)
{
    rk_sheet_set_number(sheet, PRESENT, (double)present);
    rk_sheet_set_number(sheet, MISSING, (double)missing);
}

static void set_statistics(RkSheet *sheet, const double *values, gsize count)
{
    for (guint i = 0; i < G_N_ELEMENTS(statistics); i++)
        rk_sheet_set_number(sheet, FIRST_STATISTIC + i, statistics[i].compute(values, count));
}

gboolean rk_summary_add(const RkColumn *value, const char *name, const guint32 *rows, gsize count, const char *path,
                        RkSheet *sheet, GError **error)
{
    const char *unit = NULL;
    if (!rk_selection_check_units(value, rows, count, path, &unit, error))
        return FALSE;
    g_autofree double *values = g_new(double, MAX(count, 1));
    for (gsize i = 0; i < count; i++)
        values[i] = rk_column_numbers(value)[rows == NULL ? i : rows[i]];
    /* Sorted once, for all that would sort. */
    gsize present = rk_stats_sort(values, count, values);
    rk_sheet_add_row(sheet, FALSE);
    rk_sheet_set_text(sheet, NAME, name);
    rk_sheet_set_text(sheet, TYPE, rk_column_type_name(RK_COLUMN_NUMBER));
    rk_sheet_set_text(sheet, UNIT, unit);
    set_counts(sheet, present, count - present);
    rk_sheet_set_number(sheet, FLAGGED, (double)rk_summary_flagged(value, rows, count));
    set_statistics(sheet, values, present);
    return TRUE;
}

/* A group: how it is written, where it sorts, its rows. */
typedef struct {
    char *name; /* NULL for the rows without one */
    char *key;  /* where it stands among names */
    double order;
    GArray *rows;
} Group;

static void free_group(gpointer data)
{
    Group *group = data;
    g_free(group->name);
    g_free(group->key);
    g_array_unref(group->rows);
    g_free(group);
}

static int compare_groups(const void *a, const void *b)
{
    const Group *g = *(Group *const *)a, *h = *(Group *const *)b;
    if (g->name == NULL || h->name == NULL)
        return (g->name == NULL) - (h->name == NULL);
    if (g->order != h->order && !isnan(g->order))
        return g->order < h->order ? -1 : 1;
    return strcmp(g->key, h->key);
}

static Group *new_group(const RkColumn *column, gsize row, const char *language)
{
    const double *numbers = rk_column_numbers(column);
    Group *group = g_new0(Group, 1);
    group->name = rk_column_write(column, row);
    group->key = group->name == NULL ? NULL : rk_collation_key(group->name, language);
    group->order = numbers == NULL ? NAN : numbers[row];
    group->rows = g_array_new(FALSE, FALSE, sizeof(guint32));
    return group;
}

static GPtrArray *collect_groups(const RkColumn *column, const char *language)
{
    guint32 count;
    g_autofree guint32 *classes = rk_classes_of(column, &count);
    GPtrArray *groups = g_ptr_array_new_with_free_func(free_group);
    /* One more for the rows without a value. */
    g_autofree Group **known = g_new0(Group *, (gsize)count + 1);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        guint32 number = (guint32)row;
        Group **group = &known[MIN(classes[row], count)];
        if (*group == NULL) {
            *group = new_group(column, row, language);
            g_ptr_array_add(groups, *group);
        }
        g_array_append_val((*group)->rows, number);
    }
    g_ptr_array_sort(groups, compare_groups);
    return groups;
}

gboolean rk_summary_add_groups(const RkColumn *value, const RkColumn *group, const char *language, const char *path,
                               RkSheet *sheet, GError **error)
{
    g_autoptr(GPtrArray) groups = collect_groups(group, language);
    for (guint i = 0; i < groups->len; i++) {
        const Group *entry = g_ptr_array_index(groups, i);
        const char *name = entry->name == NULL ? "(missing)" : entry->name;
        const guint32 *rows = (const guint32 *)(gpointer)entry->rows->data;
        if (!rk_summary_add(value, name, rows, entry->rows->len, path, sheet, error))
            return FALSE;
    }
    return TRUE;
}

/* First and last period among the values. */
static void set_period(RkSheet *sheet, guint statistic, const RkColumn *column, double moment)
{
    const double *moments = rk_column_numbers(column);
    gsize row = 0, rows = rk_column_length(column);
    while (row < rows && moments[row] != moment)
        row++;
    g_autofree char *written = row < rows ? rk_column_write(column, row) : NULL;
    if (written != NULL)
        rk_sheet_set_text(sheet, FIRST_STATISTIC + statistic, written);
}

static void add_words(const RkColumn *column, RkSheet *sheet)
{
    guint32 different;
    gsize missing = 0, rows = rk_column_length(column);
    g_autofree guint32 *classes = rk_classes_of(column, &different);
    for (gsize row = 0; row < rows; row++)
        missing += classes[row] == RK_CLASS_MISSING;
    rk_sheet_add_row(sheet, FALSE);
    rk_sheet_set_text(sheet, NAME, rk_column_name(column));
    rk_sheet_set_text(sheet, TYPE, rk_column_type_name(rk_column_type(column)));
    set_counts(sheet, rows - missing, missing);
    rk_sheet_set_number(sheet, DIFFERENT, different);
    if (rk_column_type(column) != RK_COLUMN_TIME)
        return;
    set_period(sheet, 0, column, rk_stats_min(rk_column_numbers(column), rows));
    set_period(sheet, 5, column, rk_stats_max(rk_column_numbers(column), rows));
}

/* Numbers that must not be taken together are counted and nothing else. */
static void add_mixed(const RkColumn *column, RkSheet *sheet)
{
    gsize rows = rk_column_length(column), present = rk_stats_count(rk_column_numbers(column), rows);
    rk_sheet_add_row(sheet, FALSE);
    rk_sheet_set_text(sheet, NAME, rk_column_name(column));
    rk_sheet_set_text(sheet, TYPE, rk_column_type_name(RK_COLUMN_NUMBER));
    rk_sheet_set_text(sheet, UNIT, "several");
    set_counts(sheet, present, rows - present);
    rk_sheet_set_number(sheet, FLAGGED, (double)rk_summary_flagged(column, NULL, rows));
}

void rk_summary_add_table(const RkTable *table, const char *path, RkSheet *sheet, RkDiagnostics *diagnostics)
{
    gsize rows = rk_table_rows(table);
    rk_summary_add_columns(sheet, "column", TRUE);
    rk_sheet_head(sheet, "%" G_GSIZE_FORMAT " %s, %u %s", rows, rows == 1 ? "row" : "rows", rk_table_columns(table),
                  rk_table_columns(table) == 1 ? "column" : "columns");
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        g_autoptr(GError) mixed = NULL;
        if (rk_column_type(column) != RK_COLUMN_NUMBER) {
            add_words(column, sheet);
        } else if (!rk_summary_add(column, rk_column_name(column), NULL, rows, path, sheet, &mixed)) {
            add_mixed(column, sheet);
            rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){path, 0, 0}, rk_error_hint(mixed),
                               "%s: no statistics", mixed->message);
        }
        if (rk_column_type(column) == RK_COLUMN_NUMBER)
            rk_summary_note_flags(column, sheet);
    }
}
