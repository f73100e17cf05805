/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines on standard error. Words from data files may hold anything: control characters never reach the terminal.
 */
#include "cli/report.h"

#include <stdio.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/words.h"

/* Progress shows after so many microseconds, and is written anew after so many. */
#define PATIENCE 400000
#define PACE 100000

/* The line on the terminal. There is one terminal. */
static struct {
    char *file; /* that is being read */
    gint64 started;
    gint64 written; /* 0 when there is no line */
} line;

static void print_line(const char *text)
{
    g_autofree char *safe = rk_words_printable(text);
    rk_report_progress_end();
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
    rk_report_progress_end();
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
    rk_report_progress_end();
    fprintf(stderr, "%s\n", safe);
}

RkDiagnostics *rk_report_begin(void)
{
    RkDiagnostics *diagnostics = rk_diagnostics_new();
    rk_diagnostics_watch(diagnostics, rk_report_progress, NULL);
    return diagnostics;
}

static void write_progress(guint64 done, guint64 total, double seconds)
{
    double rate = (double)done / seconds;
    g_autofree char *safe = rk_words_printable(line.file);
    fprintf(stderr, "\r\033[Kreading %s: ", safe);
    if (total > 0)
        fprintf(stderr, "%.0f %%, %.0f MB/s, %.0f s left", 100 * ((double)done / (double)total), rate / 1e6,
                done < total ? (double)(total - done) / rate : 0);
    else
        fprintf(stderr, "%.0f MB, %.0f MB/s", (double)done / 1e6, rate / 1e6);
    fflush(stderr);
}

gboolean rk_report_progress(gpointer user, const char *file, guint64 done, guint64 total)
{
    (void)user;
    gint64 now = g_get_monotonic_time();
    if (g_strcmp0(line.file, file) != 0) {
        rk_report_progress_end();
        line.file = g_strdup(file);
        line.started = now;
    }
    if (now - line.started < PATIENCE || now - line.written < PACE || !isatty(STDERR_FILENO))
        return TRUE;
    line.written = now;
    write_progress(done, total, (double)(now - line.started) / 1e6);
    return TRUE;
}

void rk_report_progress_end(void)
{
    if (line.written != 0)
        fputs("\r\033[K", stderr);
    line.written = 0;
    g_clear_pointer(&line.file, g_free);
}
