/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as their file writes them. A column of numbers does not remember that, so the file is read once more, and
 * only where there is a doubt to be settled. What comes once, or has no texts, has none to show.
 */
#include <string.h>

#include "cli/inspection.h"
#include "cli/selection.h"

/* The types that the file was read with, and that of one column more. Free with g_strfreev(). */
static char **types_with(const RkReading *reading, const char *name)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    g_autofree char *type = g_strconcat(name, "=string", NULL);
    for (guint i = 0; reading->parse != NULL && reading->parse[i] != NULL; i++)
        g_strv_builder_add(builder, reading->parse[i]);
    g_strv_builder_add(builder, type);
    return g_strv_builder_end(builder);
}

RkColumn *rk_inspect_texts(const RkColumn *numbers, const RkInspectedFile *file)
{
    const char *name = rk_column_name(numbers), *columns[] = {name, NULL};
    g_auto(GStrv) types = types_with(file->reading, name);
    RkReading reading = *file->reading;
    if (strcmp(file->path, "-") == 0)
        return NULL;
    reading.parse = types;
    g_autoptr(RkTable) table = rk_selection_load_columns(file->path, &reading, file->where, columns, NULL, NULL);
    const RkColumn *texts = table != NULL ? rk_table_find(table, name) : NULL;
    gboolean fits = texts != NULL && rk_column_type(texts) == RK_COLUMN_TEXT &&
                    rk_column_length(texts) == rk_column_length(numbers);
    return fits ? rk_column_ref(texts) : NULL;
}
