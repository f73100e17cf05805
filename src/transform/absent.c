/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields that no row has become columns without values, with a warning that names the nearest.
 */
#include "transform/absent.h"

#include "table/builder.h"

static RkTable *with_missing(const RkTable *table, const char *name)
{
    g_autofree char *plain = rk_path_plain(name);
    g_autoptr(RkColumn) column = rk_column_new_absent(plain, rk_table_rows(table));
    return rk_table_with_column(table, column);
}

gboolean rk_absent_admit(const RkTransformContext *context, RkTable **table, GError **error)
{
    const char *name = error == NULL ? NULL : rk_error_absent(*error);
    /* A table that has it is not the one that was meant. */
    if (name == NULL || *name == '\0' || !context->like_vega || rk_table_find_path(*table, name) != NULL)
        return FALSE;
    RkPlace place = {rk_error_file(*error), rk_error_line(*error), rk_error_column(*error)};
    rk_diagnostics_add(context->diagnostics, RK_SEVERITY_WARNING, place, rk_error_hint(*error),
                       "no row has a field \"%s\"", name);
    RkTable *wider = with_missing(*table, name);
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
