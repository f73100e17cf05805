/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A growing list of diagnostics behind a lock. Repeated lines are kept once, so a warning per row cannot flood it.
 */
#include "base/diagnostics.h"

#include "base/limits.h"

struct RkDiagnostics {
    GMutex lock;
    GPtrArray *lines;
    GHashTable *seen;
    RkProgress progress;
    gpointer progress_user;
};

static void diagnostic_free(gpointer data)
{
    RkDiagnostic *line = data;
    g_free(line->file);
    g_free(line->message);
    g_free(line->hint);
    g_free(line);
}

RkDiagnostics *rk_diagnostics_new(void)
{
    RkDiagnostics *diagnostics = g_new0(RkDiagnostics, 1);
    g_mutex_init(&diagnostics->lock);
    diagnostics->lines = g_ptr_array_new_with_free_func(diagnostic_free);
    diagnostics->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return diagnostics;
}

void rk_diagnostics_free(RkDiagnostics *diagnostics)
{
    if (diagnostics == NULL)
        return;
    g_ptr_array_unref(diagnostics->lines);
    g_hash_table_unref(diagnostics->seen);
    g_mutex_clear(&diagnostics->lock);
    g_free(diagnostics);
}

void rk_diagnostics_add(RkDiagnostics *diagnostics, RkSeverity severity, RkPlace place, const char *hint,
                        const char *format, ...)
{
    if (diagnostics == NULL)
        return;
    RkDiagnostic *line = g_new0(RkDiagnostic, 1);
    line->severity = severity;
    line->file = g_strdup(place.file);
    line->line = place.line;
    line->column = place.column;
    line->hint = g_strdup(hint);
    va_list arguments;
    va_start(arguments, format);
    line->message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *text = rk_diagnostic_describe(line);
    g_mutex_lock(&diagnostics->lock);
    gboolean fresh =
        diagnostics->lines->len < RK_LIMIT_DIAGNOSTICS && g_hash_table_add(diagnostics->seen, g_strdup(text));
    if (fresh)
        g_ptr_array_add(diagnostics->lines, line);
    g_mutex_unlock(&diagnostics->lock);
    if (!fresh)
        diagnostic_free(line);
}

void rk_diagnostics_locate(RkDiagnostics *diagnostics, const char *file)
{
    if (diagnostics == NULL)
        return;
    g_mutex_lock(&diagnostics->lock);
    for (guint i = 0; i < diagnostics->lines->len; i++) {
        RkDiagnostic *line = g_ptr_array_index(diagnostics->lines, i);
        if (line->file == NULL)
            line->file = g_strdup(file);
    }
    g_mutex_unlock(&diagnostics->lock);
}

guint rk_diagnostics_count(const RkDiagnostics *diagnostics)
{
    return diagnostics == NULL ? 0 : diagnostics->lines->len;
}

const RkDiagnostic *rk_diagnostics_at(const RkDiagnostics *diagnostics, guint index)
{
    return index < rk_diagnostics_count(diagnostics) ? g_ptr_array_index(diagnostics->lines, index) : NULL;
}

char *rk_diagnostic_describe(const RkDiagnostic *diagnostic)
{
    GString *text = g_string_new(NULL);
    if (diagnostic->file != NULL)
        g_string_append_printf(text, "%s:", diagnostic->file);
    if (diagnostic->line > 0)
        g_string_append_printf(text, "%u:", diagnostic->line);
    if (diagnostic->line > 0 && diagnostic->column > 0)
        g_string_append_printf(text, "%u:", diagnostic->column);
    if (text->len > 0)
        g_string_append_c(text, ' ');
    g_string_append(text, diagnostic->severity == RK_SEVERITY_WARNING ? "warning: " : "note: ");
    g_string_append(text, diagnostic->message);
    if (diagnostic->hint != NULL)
        g_string_append_printf(text, " (%s)", diagnostic->hint);
    return g_string_free(text, FALSE);
}

void rk_diagnostics_watch(RkDiagnostics *diagnostics, RkProgress progress, gpointer user)
{
    diagnostics->progress = progress;
    diagnostics->progress_user = user;
}

RkProgress rk_diagnostics_watcher(const RkDiagnostics *diagnostics, gpointer *user)
{
    *user = diagnostics != NULL ? diagnostics->progress_user : NULL;
    return diagnostics != NULL ? diagnostics->progress : NULL;
}
