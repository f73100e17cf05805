/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units and flags find the measure they speak of, by the names that statistical offices give to these columns.
 */
#include "read/infer-private.h"

#include "table/builder.h"

RkColumnRole rk_column_role(const char *name)
{
    static const struct {
        const char *name;
        RkColumnRole role;
    } known[] = {{"value", RK_ROLE_MEASURE},     {"OBS_VALUE", RK_ROLE_MEASURE}, {"unit", RK_ROLE_UNIT},
                 {"UNIT_MEASURE", RK_ROLE_UNIT}, {"flag", RK_ROLE_FLAG},         {"OBS_FLAG", RK_ROLE_FLAG},
                 {"OBS_STATUS", RK_ROLE_FLAG}};
    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_ascii_strcasecmp(name, known[i].name) == 0)
            return known[i].role;
    return RK_ROLE_PLAIN;
}

static const RkColumn *find_text(RkColumn *const *columns, guint count, RkColumnRole role)
{
    for (guint i = 0; i < count; i++)
        if (rk_column_role(rk_column_name(columns[i])) == role && rk_column_type(columns[i]) == RK_COLUMN_TEXT)
            return columns[i];
    return NULL;
}

/* The column that unit and flag speak of: the one called value, else the only column of numbers. */
static const RkColumn *find_measure(RkColumn *const *columns, guint count)
{
    const RkColumn *only = NULL;
    guint numbers = 0;
    for (guint i = 0; i < count; i++) {
        if (rk_column_role(rk_column_name(columns[i])) == RK_ROLE_MEASURE)
            return columns[i];
        if (rk_column_type(columns[i]) != RK_COLUMN_NUMBER)
            continue;
        only = columns[i];
        numbers++;
    }
    return numbers == 1 ? only : NULL;
}

RkTable *rk_table_assemble(RkColumn **columns, const gboolean *shown, guint count, gsize rows, const char *file,
                           guint32 *lines)
{
    const RkColumn *unit = find_text(columns, count, RK_ROLE_UNIT);
    const RkColumn *flag = find_text(columns, count, RK_ROLE_FLAG);
    const RkColumn *measure = unit == NULL && flag == NULL ? NULL : find_measure(columns, count);
    g_autoptr(GPtrArray) chosen = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (guint i = 0; i < count; i++) {
        if (shown != NULL && !shown[i])
            continue;
        gboolean takes = columns[i] == measure || rk_column_role(rk_column_name(columns[i])) == RK_ROLE_MEASURE;
        g_ptr_array_add(chosen, takes ? rk_column_with(columns[i], NULL, unit, flag) : rk_column_ref(columns[i]));
    }
    return rk_table_new_read((const RkColumn *const *)chosen->pdata, chosen->len, rows, file, lines);
}
