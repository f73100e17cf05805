/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the columns that were read: units, flags and reasons accompany what they speak of, also where nobody
 * asked for their columns.
 */
#include "read/infer-private.h"

#include "table/builder.h"

RkTable *rk_table_assemble(RkColumn **columns, const gboolean *shown, guint count, gsize rows, const char *file,
                           guint32 *lines)
{
    g_autofree RkCompanions *companions = rk_companions_find((const RkColumn *const *)columns, count);
    g_autoptr(GPtrArray) chosen = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (guint i = 0; i < count; i++)
        if (shown == NULL || shown[i])
            g_ptr_array_add(chosen, rk_companions_put(columns[i], &companions[i]));
    return rk_table_new_read((const RkColumn *const *)chosen->pdata, chosen->len, rows, file, lines);
}
