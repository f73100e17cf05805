/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table as JSON-stat gives it back: dimensions, the measure with its flags and reasons, what else is said of
 * values, and rows in the order of the cells. It refuses what no cube holds, and writes nothing.
 */
#include "read/write/write-private.h"

#include <string.h>

static const RkColumn *find(const GPtrArray *columns, RkColumnRole role)
{
    for (guint i = 0; i < columns->len; i++)
        if (rk_column_role(rk_column_name(columns->pdata[i])) == role &&
            rk_column_type(columns->pdata[i]) == RK_COLUMN_TEXT)
            return columns->pdata[i];
    return NULL;
}

/* Adds the columns of the dimensions and of their labels, each row as it stands in the table. */
static void add_dimensions(GPtrArray *columns, const RkWriteCube *cube)
{
    for (guint i = 0; i < cube->dimensions->len; i++) {
        g_ptr_array_add(columns, rk_column_ref(cube->dimensions->pdata[i]));
        if (cube->labels->pdata[i] != NULL)
            g_ptr_array_add(columns, rk_column_ref(cube->labels->pdata[i]));
    }
    if (cube->unit != NULL)
        g_ptr_array_add(columns, rk_column_ref((RkColumn *)cube->unit));
}

/* Why values are missing: in words of their own, else as the flags say it. A new reference. */
static RkColumn *reasons_of(const RkColumn *measure, const RkColumn *flag)
{
    const RkColumn *own = rk_column_reason(measure);
    return own != NULL ? rk_column_with(own, RK_REASON_COLUMN, NULL, NULL) : rk_reason_column_of(measure, flag);
}

/* Adds what is said of the values beside the dimensions. */
static void add_attributes(GPtrArray *columns, const RkTable *table, const RkColumn *measure)
{
    for (guint i = 0; i < rk_table_columns(table); i++)
        if (rk_write_is_attribute(table, rk_table_column(table, i), measure))
            g_ptr_array_add(columns, rk_column_with(rk_table_column(table, i), NULL, NULL, NULL));
}

/* The measure with what comes with it, as the reader puts it behind the dimensions and before the attributes. */
static void add_values(GPtrArray *columns, const RkColumn *measure, const GPtrArray *attributes)
{
    gsize rows = rk_column_length(measure);
    const RkColumn *flag = rk_column_flag(measure), *unit = find(columns, RK_ROLE_UNIT);
    unit = unit != NULL ? unit : find(attributes, RK_ROLE_UNIT);
    g_autoptr(RkColumn) none = NULL;
    if (flag == NULL) {
        guint32 *codes = g_new(guint32, MAX(rows, 1));
        memset(codes, 0xff, MAX(rows, 1) * sizeof *codes);
        none = rk_column_new_words("flag", codes, rows, rk_dictionary_new());
        flag = none;
    }
    RkColumn *reasons = reasons_of(measure, flag);
    g_autoptr(RkColumn) value = rk_column_with(measure, "value", unit, flag);
    g_ptr_array_add(columns, rk_column_with_reason(value, reasons));
    g_ptr_array_add(columns, rk_column_with(flag, "flag", NULL, NULL));
    g_ptr_array_add(columns, reasons);
}

/* The rows in the order of their cells; NULL when they stand so already. */
static RkTable *in_order(const RkTable *table, const RkWriteCube *cube)
{
    gsize rows = rk_table_rows(table), count = 0;
    g_autofree guint32 *order = g_new(guint32, MAX(rows, 1));
    gboolean sorted = TRUE;
    for (gsize cell = 0; cell < cube->cells; cell++) {
        if (cube->rows[cell] == G_MAXUINT32)
            continue;
        sorted = sorted && cube->rows[cell] == count;
        order[count++] = cube->rows[cell];
    }
    return sorted ? NULL : rk_table_gather(table, order, count);
}

/* The most often that rows are put in order: where cells have no row, another order of the rows lets codes come first
 * in another order, too. */
enum { MOST_ORDERS = 64 };

static gpointer copy_column(gconstpointer column, gpointer user)
{
    (void)user;
    return rk_column_ref(column);
}

RkTable *rk_write_stat_prepare(const RkTable *given, GError **error)
{
    g_autoptr(RkTable) plain = rk_write_idle_as_texts(given);
    g_autoptr(RkTable) table = rk_write_companions(plain, error);
    for (guint round = 0; table != NULL && round < MOST_ORDERS; round++) {
        g_auto(RkWriteCube) cube = {0};
        const RkColumn *measure = rk_write_measure(table, "JSON-stat", error), *time = NULL;
        if (measure == NULL || !rk_write_check_name(table, measure, "value", "JSON-stat", error) ||
            !rk_write_time(table, "JSON-stat", &time, error) || !rk_write_cube_init(&cube, table, measure, error))
            return NULL;
        RkTable *ordered = in_order(table, &cube);
        if (ordered == NULL) {
            g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
            g_autoptr(GPtrArray) attributes = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
            add_attributes(attributes, table, measure);
            add_dimensions(columns, &cube);
            add_values(columns, measure, attributes);
            g_ptr_array_extend(columns, attributes, copy_column, NULL);
            return rk_table_new((const RkColumn *const *)columns->pdata, columns->len, rk_table_rows(table), table);
        }
        rk_table_unref(table);
        table = ordered;
    }
    if (table != NULL)
        rk_write_refuse(error, NULL, "JSON-stat finds no order for these rows");
    return NULL;
}
