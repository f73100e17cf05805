/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column that looks like flags and is called otherwise stays a column like others. That is said once, with the name
 * that would put it beside the values; nothing is guessed.
 */
#include "read/infer-private.h"

#include "table/flags.h"

#include <string.h>

static gboolean is_named_so(const char *name)
{
    g_autofree char *lower = g_utf8_casefold(name, -1);
    return strstr(lower, "flag") != NULL || strstr(lower, "footnote") != NULL || strcmp(lower, "status") == 0 ||
           strcmp(lower, "obs status") == 0 || strcmp(lower, "observation status") == 0;
}

static gboolean holds_letters(const RkColumn *column)
{
    guint32 count = rk_column_words(column), known = 0;
    for (guint32 code = 0; code < count; code++) {
        const char *word = rk_column_word(column, code);
        if (*word != '\0' && !rk_flag_is_letters(word))
            return FALSE;
        known += *word != '\0' && rk_flag_is_known(word);
    }
    return known > 0;
}

/* Any column that speaks of another: somebody knew the names. */
static gboolean has_flags(const RkColumn *column)
{
    gsize length;
    return rk_column_role(rk_column_name(column)) == RK_ROLE_FLAG ||
           rk_role_of_one(rk_column_name(column), &length) == RK_ROLE_FLAG;
}

void rk_note_flags(const GPtrArray *columns, const char *file, RkDiagnostics *diagnostics)
{
    const RkColumn *found = NULL;
    for (guint i = 0; diagnostics != NULL && i < columns->len; i++) {
        const RkColumn *column = columns->pdata[i];
        if (has_flags(column))
            return;
        if (found == NULL && rk_column_type(column) == RK_COLUMN_TEXT && is_named_so(rk_column_name(column)) &&
            holds_letters(column))
            found = column;
    }
    const RkColumn *measure = rk_companions_measure((const RkColumn *const *)columns->pdata, columns->len, NULL);
    if (found == NULL || measure == NULL)
        return;
    g_autofree char *hint = g_strdup_printf("call it flag, or %s_flag", rk_column_name(measure));
    rk_diagnostics_add(diagnostics, RK_SEVERITY_NOTE, (RkPlace){file, 0, 0}, hint,
                       "the column \"%s\" looks like flags and is a column like others", rk_column_name(found));
}
