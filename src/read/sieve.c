/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Watching the types that a filter saw, and applying it to a whole table.
 */
#include "read/sieve-private.h"

/* What an expression can tell apart: each time says its own frequency. */
static guint type_of(const RkColumn *column)
{
    return 1 + (guint)rk_column_type(column);
}

static gboolean is_as_before(RkSieve *sieve, const RkTable *table, gboolean note)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        const char *name = rk_column_name(column);
        guint known = GPOINTER_TO_UINT(g_hash_table_lookup(sieve->types, name));
        if (known == 0 && note)
            g_hash_table_insert(sieve->types, g_strdup(name), GUINT_TO_POINTER(type_of(column)));
        else if (known != 0 && known != type_of(column)) {
            sieve->changed = g_strdup(name);
            return FALSE;
        }
    }
    return TRUE;
}

/* What a column is not yet may be the reason why the filter cannot be applied; that it is not there never is. */
static gboolean has_all(const RkTable *rows, const char *const *columns)
{
    for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
        if (rk_table_find(rows, columns[i]) == NULL)
            return FALSE;
    return TRUE;
}

static gboolean test(gpointer user, const RkTable *rows, guint8 *kept, GError **error)
{
    RkSieve *sieve = user;
    const RkRowFilter *asked = &sieve->asked;
    sieve->shown = TRUE;
    if (is_as_before(sieve, rows, TRUE)) {
        gboolean done = asked->test(asked->user, rows, kept, error);
        sieve->failed = sieve->failed || (!done && (asked->settle != NULL || has_all(rows, asked->columns)));
        return done;
    }
    rk_error_set(error, RK_ERROR_DATA, RK_NOWHERE, NULL, "the column \"%s\" has two types", sieve->changed);
    return FALSE;
}

/* What the format says would depend on rows that are gone. Before any was shown nothing is lost. */
static void give_up(gpointer user)
{
    RkSieve *sieve = user;
    sieve->failed = sieve->failed || sieve->shown;
    if (sieve->shown)
        return;
    sieve->asked.give_up(sieve->asked.user);
    sieve->asked.settle = NULL;
    sieve->filter.give_up = NULL;
}

void rk_sieve_init(RkSieve *sieve, const RkRowFilter *asked)
{
    *sieve = (RkSieve){.filter = {.test = test,
                                  .user = sieve,
                                  .columns = asked->columns,
                                  .give_up = asked->settle != NULL ? give_up : NULL},
                       .asked = *asked,
                       .types = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
}

void rk_sieve_clear(RkSieve *sieve)
{
    g_clear_pointer(&sieve->types, g_hash_table_unref);
    g_clear_pointer(&sieve->changed, g_free);
}

gboolean rk_sieve_agrees(RkSieve *sieve, const RkTable *table)
{
    return is_as_before(sieve, table, FALSE);
}

static RkTable *keep(RkTable *table, const RkRowFilter *filter, GError **error)
{
    g_autoptr(RkTable) all = table;
    gsize rows = rk_table_rows(all), count = 0;
    g_autofree guint8 *kept = g_new0(guint8, MAX(rows, 1));
    if (!filter->test(filter->user, all, kept, error))
        return NULL;
    g_autofree guint32 *places = g_new(guint32, MAX(rows, 1));
    for (gsize row = 0; row < rows; row++) {
        places[count] = (guint32)row;
        count += kept[row] != 0;
    }
    return count == rows ? g_steal_pointer(&all) : rk_table_gather(all, places, count);
}

/* No row is gone yet: what cannot be settled is filtered as ever. */
static RkTable *finish_unshown(RkSieve *sieve, RkTable *table, GError **error)
{
    RkRowFilter *asked = &sieve->asked;
    g_autoptr(RkTable) kept = keep(rk_table_ref(table), asked, NULL);
    if (kept != NULL && asked->settle(asked->user, kept)) {
        rk_table_unref(table);
        return g_steal_pointer(&kept);
    }
    asked->give_up(asked->user);
    asked->settle = NULL;
    return keep(table, asked, error);
}

RkTable *rk_sieve_finish(RkSieve *sieve, RkTable *table, GError **error)
{
    const RkRowFilter *asked = &sieve->asked;
    if (table == NULL || asked->settle == NULL)
        return table == NULL ? NULL : keep(table, asked, error);
    if (!sieve->shown)
        return finish_unshown(sieve, table, error);
    g_autoptr(RkTable) kept = table;
    if (asked->settle(asked->user, kept))
        return g_steal_pointer(&kept);
    sieve->failed = TRUE;
    rk_error_set(error, RK_ERROR_DATA, RK_NOWHERE, "name a file, which can be read again",
                 "the rows are needed once more, and they come only once");
    return NULL;
}
