/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row says in the fields of a foreign key must be a row of the other table. Rows that miss one of them lead
 * nowhere and need not.
 */
#include "read/row-link-private.h"

static GHashTable *collect(const RkTable *table, const RkKeyColumns *columns)
{
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (gsize row = 0; row < rk_table_rows(table); row++)
        if (rk_row_key_is_whole(columns, row))
            g_hash_table_add(known, rk_row_key(columns, row));
    return known;
}

/* a", "b */
static char *join(const GPtrArray *names)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "\", \"" : "", (const char *)names->pdata[i]);
    return g_string_free(text, FALSE);
}

static gboolean refuse(const RkRowLink *link, const RkTable *table, const RkKeyColumns *from, gsize row, gsize count,
                       GError **error)
{
    g_autofree char *shown = rk_row_key_show(from, row), *fields = join(link->fields), *others = join(link->others);
    g_autofree char *where =
        *link->resource != '\0' ? g_strdup_printf(" of the resource \"%s\"", link->resource) : g_strdup("");
    g_autofree char *more =
        count > 1 ? g_strdup_printf(", as in %" G_GSIZE_FORMAT " more rows", count - 1) : g_strdup("");
    g_autofree char *hint = g_strdup_printf("correct the code, or add it there; %s", link->remedy);
    rk_error_set(error, RK_ERROR_DATA, rk_table_origin(table, row), hint, "\"%s\" in \"%s\" is not in \"%s\"%s%s",
                 shown, fields, others, where, more);
    return FALSE;
}

gboolean rk_row_link_check(const RkRowLink *link, const RkTable *table, const RkKeyColumns *from, const RkTable *other,
                           const RkKeyColumns *to, GError **error)
{
    g_autoptr(GHashTable) known = collect(other, to);
    gsize first = 0, count = 0;
    for (gsize row = 0; row < rk_table_rows(table); row++) {
        g_autofree char *key = rk_row_key(from, row);
        if (!rk_row_key_is_whole(from, row) || g_hash_table_contains(known, key))
            continue;
        first = count == 0 ? row : first;
        count++;
    }
    return count == 0 || refuse(link, table, from, first, count, error);
}
