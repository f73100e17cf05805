/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields that no row has become columns without values, with a warning that names the nearest; fields that hold lists,
 * which no column does, become columns of their lines.
 */
#include "transform/absent.h"

#include "table/builder.h"
#include "transform/family.h"
#include "transform/lines.h"

/** The column that stands for a field which is none: of lists, their lines; NULL for a field that holds maps. */
static RkColumn *stand_in(const RkTransformContext *context, const RkTable *table, const char *name,
                          const GError *absence)
{
    g_autofree char *plain = rk_path_plain(name);
    g_autoptr(RkFamily) family = rk_family_new(table, plain);
    if (family != NULL)
        return rk_lines_column(table, plain, context->scope);
    RkPlace place = {rk_error_file(absence), rk_error_line(absence), rk_error_column(absence)};
    rk_diagnostics_add(context->diagnostics, RK_SEVERITY_WARNING, place, rk_error_hint(absence),
                       "no row has a field \"%s\"", name);
    return rk_column_new_absent(plain, rk_table_rows(table));
}

gboolean rk_absent_admit(const RkTransformContext *context, RkTable **table, GError **error)
{
    const char *name = error == NULL ? NULL : rk_error_absent(*error);
    /* A table that has it is not the one that was meant. */
    if (name == NULL || *name == '\0' || !context->like_vega || rk_table_find_path(*table, name) != NULL)
        return FALSE;
    g_autoptr(RkColumn) column = stand_in(context, *table, name, *error);
    if (column == NULL)
        return FALSE;
    RkTable *wider = rk_table_with_column(*table, column);
    rk_table_unref(*table);
    *table = wider;
    g_clear_error(error);
    return TRUE;
}

gboolean rk_absent_require(const RkTransformContext *context, RkTable **table, const RkValue *field, GError **error)
{
    GError *problem = NULL;
    if (rk_table_require(*table, rk_value_text_or(field, ""), rk_value_place(field), &problem) != NULL ||
        rk_absent_admit(context, table, &problem))
        return TRUE;
    g_propagate_error(error, problem);
    return FALSE;
}
