/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers by unit, and what stands beside them: flags and reasons, each counted.
 */
#include <math.h>

#include "cli/inspection.h"
#include "table/companions.h"
#include "table/flags.h"

/* What one unit of a measure holds. */
typedef struct {
    gsize count, missing;
    double least, greatest;
} Extent;

static void take(Extent *extent, double value)
{
    if (isnan(value)) {
        extent->missing++;
        return;
    }
    extent->least = extent->count == 0 ? value : fmin(extent->least, value);
    extent->greatest = extent->count == 0 ? value : fmax(extent->greatest, value);
    extent->count++;
}

static void add_extent(RkSheet *sheet, const char *name, const char *unit, const Extent *extent)
{
    rk_sheet_add_row(sheet, FALSE);
    rk_sheet_set_text(sheet, 0, name);
    rk_sheet_set_text(sheet, 1, unit);
    rk_sheet_set_number(sheet, 2, (double)extent->count);
    rk_sheet_set_number(sheet, 3, (double)extent->missing);
    rk_sheet_set_number(sheet, 4, extent->count > 0 ? extent->least : NAN);
    rk_sheet_set_number(sheet, 5, extent->count > 0 ? extent->greatest : NAN);
}

static void add_measure(RkSheet *sheet, const RkColumn *column)
{
    const RkColumn *unit = rk_column_unit(column);
    guint32 words = unit != NULL ? rk_column_words(unit) : 0;
    g_autofree Extent *extents = g_new0(Extent, (gsize)words + 1);
    for (gsize row = 0; row < rk_column_length(column); row++) {
        guint32 code = unit != NULL ? rk_column_codes(unit)[row] : RK_TEXT_MISSING;
        take(&extents[code == RK_TEXT_MISSING ? words : code], rk_column_numbers(column)[row]);
    }
    for (guint32 code = 0; code <= words; code++)
        if (extents[code].count + extents[code].missing > 0)
            add_extent(sheet, rk_column_name(column), code < words ? rk_column_word(unit, code) : NULL, &extents[code]);
}

void rk_inspect_measures(const RkTable *table, RkSheet *sheet)
{
    rk_sheet_add_column(sheet, "column", "column", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "unit", "unit", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "values", "values", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "missing", "missing", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "least", "least", RK_CELLS_NUMBER, RK_FOR_ALL, RK_DECIMALS_ALL);
    rk_sheet_add_column(sheet, "greatest", "greatest", RK_CELLS_NUMBER, RK_FOR_ALL, RK_DECIMALS_ALL);
    for (guint i = 0; i < rk_table_columns(table); i++)
        if (rk_column_type(rk_table_column(table, i)) == RK_COLUMN_NUMBER)
            add_measure(sheet, rk_table_column(table, i));
}

/* How often each word of a column stands there. Free with g_free(). */
static gsize *count_words(const RkColumn *column)
{
    gsize *counts = g_new0(gsize, (gsize)rk_column_words(column) + 1);
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (!rk_column_is_missing(column, row))
            counts[rk_column_codes(column)[row]]++;
    return counts;
}

static void add_counts(RkSheet *sheet, const RkColumn *column, char *(*explain)(const char *word))
{
    g_autofree gsize *counts = count_words(column);
    for (guint32 code = 0; code < rk_column_words(column); code++) {
        const char *word = rk_column_word(column, code);
        g_autofree char *meaning = explain != NULL ? explain(word) : NULL;
        if (counts[code] == 0)
            continue;
        rk_sheet_add_row(sheet, FALSE);
        rk_sheet_set_text(sheet, 0, word);
        rk_sheet_set_number(sheet, 1, (double)counts[code]);
        if (explain != NULL)
            rk_sheet_set_text(sheet, 2, meaning);
    }
}

/* "break in series, provisional"; letters without a meaning say so. */
static char *explain_flag(const char *flag)
{
    GString *text = g_string_new(NULL);
    flag = rk_flag_plain(flag);
    gboolean letters = rk_flag_is_letters(flag);
    char letter;
    while (letters && (letter = rk_flag_take(&flag)) != '\0') {
        const RkFlagMeaning *meaning = rk_flag_meaning(rk_flag_letter(letter));
        const char *word = meaning != NULL ? meaning->word : letter == 'A' ? "normal" : "not known";
        g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", word);
    }
    if (!letters)
        g_string_append(text, "not in the lists that are known");
    return g_string_free(text, FALSE);
}

void rk_inspect_flags(const RkTable *table, RkSheet *sheet)
{
    rk_sheet_add_column(sheet, "flag", "flag", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "count", "count", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "meaning", "meaning", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    g_autoptr(GPtrArray) shown = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *flag = rk_column_flag(rk_table_column(table, i));
        if (flag == NULL || g_ptr_array_find(shown, flag, NULL))
            continue;
        g_ptr_array_add(shown, (gpointer)flag);
        add_counts(sheet, flag, explain_flag);
    }
}

static void add_reason(RkSheet *sheet, const char *reason, gsize count)
{
    if (count == 0)
        return;
    rk_sheet_add_row(sheet, FALSE);
    rk_sheet_set_text(sheet, 0, reason);
    rk_sheet_set_number(sheet, 1, (double)count);
}

typedef struct {
    const char *words;
    gsize count;
} Reason;

/* `places`: words → 1 + their place among the reasons, which may be as many as there are rows. */
static void count_reason(GArray *reasons, GHashTable *places, const char *words)
{
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, words));
    if (place == 0) {
        Reason reason = {words, 0};
        g_array_append_val(reasons, reason);
        place = reasons->len;
        g_hash_table_insert(places, (gpointer)words, GUINT_TO_POINTER(place));
    }
    g_array_index(reasons, Reason, place - 1).count++;
}

/* Columns of flags and reasons that may belong to any of several measures: they say something of the row. Borrowed. */
static GPtrArray *find_ownerless(const RkTable *table)
{
    GPtrArray *found = g_ptr_array_new();
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    for (guint i = 0; i < rk_table_columns(table); i++)
        g_ptr_array_add(columns, (gpointer)rk_table_column(table, i));
    if (rk_companions_measure((const RkColumn *const *)columns->pdata, columns->len, NULL) != NULL)
        return found;
    for (guint i = 0; i < columns->len; i++) {
        const RkColumn *column = columns->pdata[i];
        RkColumnRole role = rk_column_role(rk_column_name(column));
        if ((role == RK_ROLE_FLAG || role == RK_ROLE_REASON) && rk_column_type(column) == RK_COLUMN_TEXT)
            g_ptr_array_add(found, (gpointer)column);
    }
    return found;
}

/* What such a column says in a row, where it is not known of which value. */
static const char *said_by_some(const GPtrArray *ownerless, gsize row)
{
    for (guint i = 0; i < ownerless->len; i++)
        if (!rk_column_is_missing(ownerless->pdata[i], row))
            return rk_column_name(ownerless->pdata[i]);
    return NULL;
}

static void add_ownerless(RkSheet *sheet, const char *column, gsize count)
{
    g_autofree char *words = g_strdup_printf("said in \"%s\", but not of which column", column);
    add_reason(sheet, words, count);
}

void rk_inspect_missing(const RkTable *table, RkSheet *sheet)
{
    g_autoptr(GArray) reasons = g_array_new(FALSE, FALSE, sizeof(Reason));
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) ownerless = find_ownerless(table);
    const char *first = NULL;
    gsize unsaid = 0, some = 0;
    rk_sheet_add_column(sheet, "reason", "reason", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "count", "count", RK_CELLS_NUMBER, RK_FOR_ALL, 0);
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        for (gsize row = 0; rk_column_type(column) == RK_COLUMN_NUMBER && row < rk_table_rows(table); row++) {
            if (!rk_column_is_missing(column, row))
                continue;
            const char *why = rk_column_said_why(column, row), *by = said_by_some(ownerless, row);
            if (why != NULL) {
                count_reason(reasons, places, why);
            } else if (by != NULL) {
                first = first != NULL ? first : by;
                some++;
            } else {
                unsaid++;
            }
        }
    }
    for (guint i = 0; i < reasons->len; i++)
        add_reason(sheet, g_array_index(reasons, Reason, i).words, g_array_index(reasons, Reason, i).count);
    add_ownerless(sheet, first, some);
    add_reason(sheet, "not said", unsaid);
}
