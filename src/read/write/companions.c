/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units, flags and reasons that come with values without standing in a column, or in other words than in their column,
 * get one: written text knows columns only. Who reads it finds them by their names.
 */
#include "read/write/write-private.h"

gboolean rk_write_same_texts(const RkColumn *left, const RkColumn *right)
{
    gsize rows = left != NULL ? rk_column_length(left) : right != NULL ? rk_column_length(right) : 0;
    for (gsize row = 0; left != right && row < rows; row++) {
        const char *one = left != NULL ? rk_column_text(left, row) : NULL;
        const char *other = right != NULL ? rk_column_text(right, row) : NULL;
        if (g_strcmp0(one, other) != 0)
            return FALSE;
    }
    return TRUE;
}

const RkColumn *rk_write_role(const RkTable *table, RkColumnRole role)
{
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *column = rk_table_column(table, i);
        if (rk_column_role(rk_column_name(column)) == role && rk_column_type(column) == RK_COLUMN_TEXT)
            return column;
    }
    return NULL;
}

/* A table that gets its columns of companions. */
typedef struct {
    const RkTable *table;
    GPtrArray *columns;        /* so far */
    const RkColumn *measure;   /* whose companions need not say whose they are */
    const RkCompanions *found; /* for each column of the table */
} Work;

/* Before the column of the same role that would be taken for it; else at the end. */
static guint place_of(const Work *work, RkColumnRole role)
{
    const RkColumn *known = rk_write_role(work->table, role);
    for (guint i = 0; known != NULL && i < work->columns->len; i++)
        if (g_strcmp0(rk_column_name(work->columns->pdata[i]), rk_column_name(known)) == 0)
            return i;
    return work->columns->len;
}

static gboolean add(Work *work, guint at, RkColumnRole role, GError **error)
{
    const RkColumn *values = rk_table_column(work->table, at);
    const RkCompanions own = rk_companions_of(values);
    /* Reasons, too, that flags say as well: whoever read them as a column finds one. */
    const RkColumn *companion = rk_companions_get(&own, role);
    const RkColumn *found = rk_companions_get(&work->found[at], role);
    if (companion == NULL || rk_write_same_texts(companion, found))
        return TRUE;
    const char *word = rk_role_word(role);
    gboolean plain = values == work->measure && rk_table_find(work->table, word) == NULL;
    g_autofree char *name = plain ? g_strdup(word) : g_strdup_printf("%s_%s", rk_column_name(values), word);
    if (rk_table_find(work->table, name) != NULL)
        return rk_write_refuse(error, "rename that column", "the column \"%s\" does not say what comes with the values",
                               name);
    g_ptr_array_insert(work->columns, plain ? (gint)place_of(work, role) : -1,
                       rk_column_with(companion, name, NULL, NULL));
    return TRUE;
}

RkTable *rk_write_companions(const RkTable *table, GError **error)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (guint i = 0; i < rk_table_columns(table); i++)
        g_ptr_array_add(columns, rk_column_ref(rk_table_column(table, i)));
    const RkColumn *const *all = (const RkColumn *const *)columns->pdata;
    g_autofree RkCompanions *found = rk_companions_find(all, columns->len, NULL);
    Work work = {table, columns, rk_companions_measure(all, columns->len, NULL), found};
    for (guint i = 0; i < rk_table_columns(table); i++) {
        const RkColumn *old = rk_table_column(table, i);
        /* What its reader will find beside it, it has already. */
        RkColumn *with = rk_companions_put(old, &found[i]);
        for (guint role = RK_ROLE_UNIT; role <= RK_ROLE_REASON; role++)
            if (!add(&work, i, (RkColumnRole)role, error)) {
                rk_column_unref(with);
                return NULL;
            }
        guint at = 0;
        if (g_ptr_array_find(columns, old, &at)) {
            rk_column_unref(columns->pdata[at]);
            columns->pdata[at] = with;
        }
    }
    return rk_table_new((const RkColumn *const *)columns->pdata, columns->len, rk_table_rows(table), table);
}
