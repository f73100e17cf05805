/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of nested values. A map in a cell is a family of columns, "a.b"; a list is "a[0]", "a[1]" … and "a.length". A
 * figure may write such a name as Vega-Lite does: a['b'], a\.b. Nothing is nested in the table itself.
 */
#include "table/table.h"

#include <string.h>

/** One step [ … ] from `at`: an index stays as it is, a quoted name becomes .name. Returns what follows it, or NULL
 * when it is neither. */
static const char *append_bracket(GString *plain, const char *at)
{
    gsize digits = strspn(at + 1, "0123456789");
    if (digits > 0 && at[digits + 1] == ']') {
        g_string_append_len(plain, at, (gssize)digits + 2);
        return at + digits + 2;
    }
    char quote = at[1];
    const char *end = quote == '\'' || quote == '"' ? strchr(at + 2, quote) : NULL;
    if (end == NULL || end[1] != ']')
        return NULL;
    if (plain->len > 0)
        g_string_append_c(plain, '.');
    g_string_append_len(plain, at + 2, end - at - 2);
    return end + 2;
}

char *rk_path_plain(const char *path)
{
    GString *plain = g_string_new(NULL);
    while (*path != '\0') {
        const char *after = *path == '[' ? append_bracket(plain, path) : NULL;
        if (after != NULL) {
            path = after;
            continue;
        }
        path += *path == '\\' && path[1] != '\0';
        g_string_append_c(plain, *path++);
    }
    return g_string_free(plain, FALSE);
}

gboolean rk_path_within(const char *column, const char *name)
{
    gsize length = strlen(name);
    return strncmp(column, name, length) == 0 &&
           (column[length] == '\0' || column[length] == '.' || column[length] == '[');
}

const RkColumn *rk_table_find_path(const RkTable *table, const char *path)
{
    const RkColumn *column = rk_table_find(table, path);
    if (column != NULL || strpbrk(path, "\\[") == NULL)
        return column;
    g_autofree char *plain = rk_path_plain(path);
    return rk_table_find(table, plain);
}
