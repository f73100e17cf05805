/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of a discrete domain: by name, by a list, by a field, by another channel, or as the data come. Ties stand
 * in the order of their names, so that the order of rows in a file never shows; names stand as the figure's language
 * has them, in guests of the grammar as their code points do. Aggregates that a figure puts aside
 * come last.
 */
#include "plot/mark.h"
#include "plot/sort-private.h"

#include <math.h>
#include <string.h>

#include "base/collate.h"
#include "transform/lines.h"
#include "transform/textual.h"

static int compare_numbers(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(a) - isnan(b);
    return (a > b) - (a < b);
}

static int compare_names(const RkSortEntry *a, const RkSortEntry *b)
{
    if (a->missing != b->missing)
        return a->missing ? -1 : 1;
    int by_number = compare_numbers(a->number, b->number);
    return by_number != 0 ? by_number : strcmp(a->spelling, b->spelling);
}

static int compare_entries(gconstpointer first, gconstpointer second, gpointer data)
{
    const RkSortEntry *a = first, *b = second;
    const RkSortOrder *order = data;
    if (a->aside != b->aside)
        return a->aside < b->aside ? -1 : 1;
    if (order->as_seen)
        return a->seen < b->seen ? -1 : 1;
    if (order->by_key) {
        if (isnan(a->key) != isnan(b->key))
            return isnan(a->key) ? 1 : -1;
        int by_key = compare_numbers(a->key, b->key);
        if (by_key != 0)
            return order->descending ? -by_key : by_key;
        return order->ties_as_seen ? (a->seen > b->seen) - (a->seen < b->seen) : compare_names(a, b);
    }
    int by_name = compare_names(a, b);
    return order->descending ? -by_name : by_name;
}

static guint set_aside(const RkScale *scale, RkSortEntry *entries)
{
    guint count = 0;
    for (guint i = 0; i < scale->uses->len; i++) {
        const RkUse *use = g_ptr_array_index(scale->uses, i);
        const RkValue *aside = rk_value_get(use->definition, "aside");
        gboolean list = rk_value_is(aside, RK_VALUE_LIST);
        for (guint k = 0; k < (list ? rk_value_length(aside) : aside != NULL); k++) {
            guint32 category = rk_scale_category(scale, rk_value_text_or(list ? rk_value_at(aside, k) : aside, ""));
            if (category != G_MAXUINT32 && entries[category].aside == 0)
                entries[category].aside = ++count;
        }
    }
    return count;
}

/** In the language of the figure; in a guest of the grammar as JavaScript compares. */
static char *spell(const RkScale *scale, const char *category)
{
    const RkPlotting *plotting = scale->plotting;
    char *listed = rk_lines_joined(category, ",");
    const char *text = listed != NULL ? NULL : rk_scale_category_name(scale, category);
    return listed != NULL        ? listed
           : plotting->vega_lite ? g_strdup(text)
                                 : rk_collation_key(text, rk_figure_language(plotting->figure));
}

/** Texts that look like numbers are numbers in the house; the grammar has only the data's own. A bin counts by its
 * start. */
static double number_of(const RkScale *scale, const char *text)
{
    const RkUse *use = rk_scale_first_use(scale);
    gboolean words = use->column != NULL && rk_column_type(use->column) == RK_COLUMN_TEXT;
    if (words && rk_column_is_mixed(use->column))
        return rk_textual_read(text);
    const double *start = g_hash_table_lookup(scale->starts, text);
    if (start != NULL)
        return *start;
    char *end = NULL;
    double number = g_ascii_strtod(text, &end);
    return end == text || *end != '\0' || (words && scale->plotting->vega_lite) ? NAN : number;
}

static gboolean is_mixed(const RkScale *scale)
{
    const RkUse *use = rk_scale_first_use(scale);
    return use->column != NULL && rk_column_is_mixed(use->column);
}

static gboolean is_missing(const RkScale *scale, const char *text)
{
    const RkUse *use = rk_scale_first_use(scale);
    gboolean lacking = use->column != NULL && rk_column_has_blanks(use->column) && g_str_equal(text, "undefined");
    return lacking || g_str_equal(text, RK_CATEGORY_MISSING);
}

gboolean rk_scale_sort(RkScale *scale, GError **error)
{
    guint count = scale->categories->len;
    gboolean grammar = scale->plotting->vega_lite;
    g_autofree RkSortEntry *entries = g_new0(RkSortEntry, MAX(count, 1));
    g_autoptr(GPtrArray) spellings = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < count; i++) {
        char *text = g_ptr_array_index(scale->categories, i), *spelling = spell(scale, text);
        g_ptr_array_add(spellings, spelling);
        entries[i] = (RkSortEntry){.text = text,
                                   .spelling = spelling,
                                   .key = NAN,
                                   .number = number_of(scale, text),
                                   .seen = i,
                                   .missing = grammar && is_missing(scale, text)};
    }
    if (is_mixed(scale))
        rk_sort_find_words(scale, entries, count);
    RkSortOrder order = {.ties_as_seen = grammar};
    if (!rk_sort_order(scale, &order, entries, error))
        return FALSE;
    scale->aside = set_aside(scale, entries);
    if (is_mixed(scale) && !order.by_key && !order.as_seen)
        rk_sort_mixed(entries, count, order.descending);
    else
        g_qsort_with_data(entries, (gint)count, sizeof *entries, compare_entries, &order);
    g_hash_table_remove_all(scale->positions);
    for (guint i = 0; i < count; i++) {
        scale->categories->pdata[i] = entries[i].text;
        g_hash_table_insert(scale->positions, entries[i].text, GUINT_TO_POINTER(i + 1));
    }
    return TRUE;
}
