/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the columns that were read: units, flags and reasons accompany what they speak of, also where nobody
 * asked for their columns.
 */
#include "read/infer-private.h"

#include "table/builder.h"
#include "table/labels.h"

const char *const *rk_used_columns(const RkReadOptions *options)
{
    return options->used != NULL ? options->used : options->columns;
}

/* "gdp and pop", and so on. */
static char *numbers_in_words(const RkColumn *const *columns, guint count, const char **first)
{
    GString *words = g_string_new(NULL);
    const char *last = NULL;
    for (guint i = 0; i < count; i++) {
        const char *name = rk_column_name(columns[i]);
        if (rk_column_type(columns[i]) != RK_COLUMN_NUMBER || rk_name_says_time(name))
            continue;
        *first = *first == NULL ? name : *first;
        if (last != NULL && last != *first)
            g_string_append_printf(words, ", \"%s\"", last);
        else if (last != NULL)
            g_string_append_printf(words, "\"%s\"", last);
        last = name;
    }
    if (last != NULL)
        g_string_append_printf(words, "%s\"%s\"", words->len > 0 ? " and " : "", last);
    return g_string_free(words, FALSE);
}

static gboolean says_something(const RkColumn *column)
{
    for (gsize row = 0; row < rk_column_length(column); row++)
        if (rk_column_text(column, row) != NULL && *rk_column_text(column, row) != '\0')
            return TRUE;
    return FALSE;
}

void rk_companions_warn(const RkColumn *const *columns, guint count, const char *const *used, const char *file,
                        RkDiagnostics *diagnostics)
{
    const char *first = NULL;
    g_autofree char *numbers = numbers_in_words(columns, count, &first);
    if (diagnostics == NULL || first == NULL || rk_companions_measure(columns, count, used) != NULL)
        return;
    for (guint i = 0; i < count; i++) {
        const char *name = rk_column_name(columns[i]), *word = rk_role_word(rk_column_role(name));
        if (word == NULL || rk_column_type(columns[i]) != RK_COLUMN_TEXT || !says_something(columns[i]))
            continue;
        g_autofree char *hint = g_strdup_printf("call it \"%s_%s\" if it is that of \"%s\"", first, word, first);
        rk_diagnostics_add(diagnostics, RK_SEVERITY_WARNING, (RkPlace){file, 0, 0}, hint,
                           "the column \"%s\" belongs to no column, as %s hold numbers", name, numbers);
    }
}

RkTable *rk_table_assemble(RkColumn **columns, const gboolean *shown, guint count, gsize rows, const char *file,
                           guint32 *lines, const RkReadOptions *options)
{
    const char *const *used = rk_used_columns(options);
    const RkColumn *const *all = (const RkColumn *const *)columns;
    rk_labels_tie(columns, count);
    g_autofree RkCompanions *companions = rk_companions_find(all, count, used);
    /* Pictures of the grammar have no flags. */
    if (!options->vega_types)
        rk_companions_warn(all, count, used, file, options->diagnostics);
    g_autoptr(GPtrArray) chosen = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    for (guint i = 0; i < count; i++)
        if (shown == NULL || shown[i])
            g_ptr_array_add(chosen, rk_companions_put(columns[i], &companions[i]));
    return rk_table_new_read((const RkColumn *const *)chosen->pdata, chosen->len, rows, file, lines);
}
