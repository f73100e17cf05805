/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorting row numbers by several columns. Every column becomes numbers first (a text's number is the place of its word
 * among the sorted words), so that comparing two rows never touches text.
 */
#include "transform/sort.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "transform/transform-private.h"

static const char *const orders[] = {"ascending", "descending", NULL};
static const RkProperty properties[] = {
    {.name = "field", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column to sort by"},
    {.name = "order", .allow = RK_ALLOW_TEXT | RK_ALLOW_NULL, .words = orders, .summary = "ascending or descending"},
    {NULL}};
const RkShape rk_sort_shape = {.name = "a sort field", .properties = properties};

/* A word, and where it stands. */
typedef struct {
    const char *word;
    char *key;
    guint32 code;
} Entry;

/* Words that are the same but for how Unicode writes them have one key. */
static int compare_words(const void *a, const void *b)
{
    const Entry *left = a, *right = b;
    int order = strcmp(left->key, right->key);
    return order != 0 ? order : strcmp(left->word, right->word);
}

guint32 *rk_word_places(const RkColumn *column, const RkScope *scope)
{
    guint32 words = rk_column_words(column);
    g_autofree Entry *sorted = g_new(Entry, words);
    guint32 *places = g_new(guint32, words);
    for (guint32 code = 0; code < words; code++) {
        const char *word = rk_column_word(column, code);
        sorted[code] = (Entry){word, rk_scope_word_key(scope, word), code};
    }
    if (words > 0)
        qsort(sorted, words, sizeof *sorted, compare_words);
    for (guint32 place = 0; place < words; place++)
        places[sorted[place].code] = place;
    for (guint32 place = 0; place < words; place++)
        g_free(sorted[place].key);
    return places;
}

static double *keys_of(const RkColumn *column, const RkScope *scope)
{
    gsize rows = rk_column_length(column);
    double *made;
    if (rk_column_type(column) != RK_COLUMN_TEXT) {
        const double *values = rk_column_doubles(column, &made);
        return made != NULL ? made : g_memdup2(values, rows * sizeof *values);
    }
    const guint32 *codes = rk_column_codes(column);
    g_autofree guint32 *places = rk_word_places(column, scope);
    double *keys = g_new(double, rows);
    for (gsize row = 0; row < rows; row++)
        keys[row] = codes[row] == RK_TEXT_MISSING ? NAN : places[codes[row]];
    return keys;
}

gboolean rk_sort_read(const RkValue *option, const RkTable *table, const RkTransformContext *context, RkSort *sort,
                      GError **error)
{
    gboolean single = rk_value_is(option, RK_VALUE_MAP);
    guint count = single ? 1 : rk_value_length(option);
    *sort = (RkSort){.keys = g_new0(double *, count + 1),
                     .descending = g_new0(gboolean, count + 1),
                     .missing_least = context->like_vega};
    for (guint i = 0; i < count; i++) {
        const RkValue *item = single ? option : rk_value_at(option, i), *field = rk_value_get(item, "field");
        const RkColumn *column = rk_table_require(table, rk_value_text_or(field, ""), rk_value_place(field), error);
        if (column == NULL)
            return FALSE;
        sort->keys[sort->count] = keys_of(column, context->scope);
        sort->descending[sort->count++] = rk_value_is_text(rk_value_get(item, "order"), "descending");
    }
    return TRUE;
}

void rk_sort_clear(RkSort *sort)
{
    for (guint i = 0; i < sort->count; i++)
        g_free(sort->keys[i]);
    g_clear_pointer(&sort->keys, g_free);
    g_clear_pointer(&sort->descending, g_free);
    sort->count = 0;
}

static int compare_keys(const RkSort *sort, guint32 x, guint32 y)
{
    for (guint i = 0; i < sort->count; i++) {
        double left = sort->keys[i][x], right = sort->keys[i][y];
        if (isnan(left) || isnan(right)) {
            gboolean first = sort->missing_least && !sort->descending[i];
            if (isnan(left) != isnan(right))
                return (isnan(left) != 0) == first ? -1 : 1;
            continue;
        }
        if (left != right)
            return (left < right) != sort->descending[i] ? -1 : 1;
    }
    return 0;
}

static int compare_rows(gconstpointer a, gconstpointer b, gpointer sort)
{
    guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
    int order = compare_keys(sort, x, y);
    return order != 0 ? order : (x > y) - (x < y);
}

void rk_sort_rows(const RkSort *sort, guint32 *rows, gsize count)
{
    if (sort->count > 0 && count > 1)
        qsort_r(rows, count, sizeof *rows, compare_rows, (gpointer)sort);
}

gboolean rk_sort_peers(const RkSort *sort, guint32 a, guint32 b)
{
    return sort->count > 0 && compare_keys(sort, a, b) == 0;
}
