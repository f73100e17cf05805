/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of different units are never mixed: every operation that puts values together asks here first. A value without
 * a unit beside values with one counts as different.
 */
#include "transform/transform-private.h"

#include "table/builder.h"
#include "transform/units.h"

static char *quoted(const RkColumn *units, guint32 code)
{
    return code == RK_TEXT_MISSING ? g_strdup("none") : g_strdup_printf("\"%s\"", rk_column_word(units, code));
}

static gboolean fail(const RkColumn *column, guint32 unit, guint32 row, const RkTable *table, const char *operation,
                     RkPlace place, GError **error)
{
    const RkColumn *units = rk_column_unit(column);
    g_autofree char *first = quoted(units, unit);
    g_autofree char *second = quoted(units, rk_column_codes(units)[row]);
    RkPlace origin = rk_table_origin(table, row);
    g_autofree char *remedy =
        rk_unit_remedy(rk_column_word(units, unit), rk_column_text(units, row), rk_column_name(column));
    g_autoptr(GString) hint = g_string_new(remedy);
    g_string_append_printf(hint, "%sfilter or group by the unit", remedy == NULL ? "" : ", or ");
    if (origin.line > 0 && origin.file != NULL)
        g_string_append_printf(hint, "; the first odd row is %s:%u", origin.file, origin.line);
    else if (origin.line > 0)
        g_string_append_printf(hint, "; the first odd row is line %u", origin.line);
    rk_error_set(error, RK_ERROR_DATA, place, hint->str, "%s over mixed units %s and %s in column \"%s\"", operation,
                 first, second, rk_column_name(column));
    return FALSE;
}

gboolean rk_groups_unit(const RkGroups *groups, const RkColumn *column, const RkTable *table, const char *operation,
                        RkPlace place, RkColumn **unit, GError **error)
{
    const RkColumn *units = rk_column_unit(column);
    *unit = NULL;
    if (units == NULL)
        return TRUE;
    const guint32 *codes = rk_column_codes(units);
    g_autofree guint32 *chosen = g_new(guint32, groups->count);
    g_autofree guint8 *known = g_new0(guint8, groups->count);
    for (guint32 group = 0; group < groups->count; group++)
        chosen[group] = RK_TEXT_MISSING;
    for (gsize row = 0; row < groups->rows; row++) {
        guint32 group = groups->of_row[row];
        if (rk_column_is_missing(column, row) || (known[group] && codes[row] == chosen[group]))
            continue;
        if (known[group])
            return fail(column, chosen[group], (guint32)row, table, operation, place, error);
        known[group] = TRUE;
        chosen[group] = codes[row];
    }
    *unit = rk_column_new_codes(rk_column_name(units), g_steal_pointer(&chosen), groups->count, units);
    return TRUE;
}
