/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a table says, observation by observation, whatever the order of its rows and columns: the law of writing and
 * reading back is held against this, not against the library's own comparison.
 */
#ifndef RK_TESTS_OBSERVATIONS_H
#define RK_TESTS_OBSERVATIONS_H

#include "table/table.h"

#include <string.h>

/* Said of a row without a value; stands last. */
#define NO_VALUE "~ no value"

/* Units and flags are told from the value they come with; the columns of a structure say nothing of an observation. */
static inline gboolean is_told_apart(const char *name)
{
    static const char *const names[] = {"unit",      "flag",         "UNIT_MEASURE", "OBS_FLAG", "DATAFLOW",
                                        "STRUCTURE", "STRUCTURE_ID", "reason",       NULL};
    return g_strv_contains(names, name);
}

static inline const char *plain_name(const RkColumn *column, gboolean several)
{
    if (!several && rk_column_type(column) == RK_COLUMN_NUMBER)
        return "the value";
    return rk_column_type(column) == RK_COLUMN_TIME ? "the time" : rk_column_name(column);
}

static inline int by_text(gconstpointer left, gconstpointer right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static inline guint count_type(const RkTable *table, RkColumnType type)
{
    guint count = 0;
    for (guint i = 0; i < rk_table_columns(table); i++)
        count += rk_column_type(rk_table_column(table, i)) == type;
    return count;
}

/* Everything that one row says, whatever the order and the names of roles; `missing` when it has no value. */
static inline char *say(const RkTable *table, gsize row, gboolean *missing)
{
    gboolean several = count_type(table, RK_COLUMN_NUMBER) > 1;
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    *missing = TRUE;
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        gboolean number = rk_column_type(column) == RK_COLUMN_NUMBER;
        g_autofree char *cell = rk_column_write(column, row);
        if (cell == NULL || is_told_apart(rk_column_name(column)))
            continue;
        *missing = *missing && !number;
        g_ptr_array_add(parts, g_strdup_printf("%s=%s", plain_name(column, several), cell));
        const RkColumn *unit = rk_column_unit(column), *flag = rk_column_flag(column);
        if (unit != NULL && rk_column_text(unit, row) != NULL)
            g_ptr_array_add(parts, g_strdup_printf("its unit=%s", rk_column_text(unit, row)));
        if (flag != NULL && rk_column_text(flag, row) != NULL)
            g_ptr_array_add(parts, g_strdup_printf("its flag=%s", rk_column_text(flag, row)));
    }
    const RkColumn *reason = rk_table_find(table, "reason");
    if (reason != NULL && rk_column_text(reason, row) != NULL && !*missing)
        g_ptr_array_add(parts, g_strdup_printf("reason=%s", rk_column_text(reason, row)));
    g_ptr_array_sort(parts, by_text);
    if (*missing)
        g_ptr_array_add(parts, g_strdup(NO_VALUE));
    g_ptr_array_add(parts, NULL);
    return g_strjoinv("|", (char **)parts->pdata);
}

/* How often each observation is said, and of those without a value how often. */
static inline GHashTable *observations(const RkTable *table, gsize *empty)
{
    GHashTable *found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    *empty = 0;
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        gboolean missing;
        char *text = say(table, row, &missing);
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(found, text));
        *empty += missing;
        g_hash_table_insert(found, text, GUINT_TO_POINTER(count + 1));
    }
    return found;
}

/* The first observation of `table` that is not said as often by `again`, or what came besides; NULL when both say the
 * same. Combinations that no row had may come back as missing where the format is a cube (`cube`). Free with g_free().
 */
static inline char *observations_difference(const RkTable *table, const RkTable *again, gboolean cube)
{
    gsize empty = 0, more = 0;
    g_autoptr(GHashTable) before = observations(table, &empty), after = observations(again, &more);
    GHashTableIter iterator;
    gpointer text, count;
    g_hash_table_iter_init(&iterator, before);
    while (g_hash_table_iter_next(&iterator, &text, &count)) {
        guint found = GPOINTER_TO_UINT(g_hash_table_lookup(after, text)), wanted = GPOINTER_TO_UINT(count);
        gboolean may_repeat = cube && g_str_has_suffix(text, NO_VALUE);
        if (found < wanted || (found > wanted && !may_repeat))
            return g_strdup_printf("%s: %u times, not %u", (char *)text, found, wanted);
    }
    if (rk_table_rows(again) - rk_table_rows(table) != more - empty || (more != empty && !cube))
        return g_strdup_printf("%" G_GSIZE_FORMAT " rows became %" G_GSIZE_FORMAT, rk_table_rows(table),
                               rk_table_rows(again));
    return NULL;
}

#endif
