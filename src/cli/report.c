/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines on standard error. Words from data files may hold anything: control characters never reach the terminal.
 */
#include "cli/report.h"

#include <stdio.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/words.h"

/* Progress shows after this long, in microseconds. */
#define PATIENCE 400000

static void print_line(const char *text)
{
    g_autofree char *safe = rk_words_printable(text);
    fprintf(stderr, "rodiklis: %s\n", safe);
}

int rk_report_error(const GError *error)
{
    g_autofree char *text = rk_error_describe(error);
    print_line(text);
    return g_error_matches(error, RK_ERROR, RK_ERROR_USAGE) ? RK_EXIT_USAGE : RK_EXIT_FAILURE;
}

void rk_report_diagnostics(const RkDiagnostics *diagnostics)
{
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *text = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        print_line(text);
    }
}

void rk_report_done(const char *format, ...)
{
    if (!isatty(STDERR_FILENO))
        return;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *safe = rk_words_printable(text);
    fprintf(stderr, "%s\n", safe);
}

gboolean rk_report_progress(gpointer user, guint64 done, guint64 total)
{
    RkReadProgress *progress = user;
    gint64 now = g_get_monotonic_time();
    if (progress->started == 0)
        progress->started = now;
    if (now - progress->started < PATIENCE || !isatty(STDERR_FILENO))
        return TRUE;
    int reached = total > 0 ? (int)(100 * ((double)done / (double)total)) : (int)MIN(done / 1000000, G_MAXINT - 1);
    if (reached + 1 == progress->shown)
        return TRUE;
    progress->shown = reached + 1;
    g_autofree char *safe = rk_words_printable(progress->path);
    fprintf(stderr, "\rreading %s: %3d %s", safe, reached, total > 0 ? "%" : "MB");
    fflush(stderr);
    return TRUE;
}

void rk_report_progress_end(RkReadProgress *progress)
{
    if (progress->shown != 0)
        fputs("\r\033[K", stderr);
    progress->shown = 0;
}
