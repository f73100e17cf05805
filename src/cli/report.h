/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that goes to standard error: errors, warnings, progress.
 */
#ifndef RK_CLI_REPORT_H
#define RK_CLI_REPORT_H

#include "base/diagnostics.h"
#include "read/read.h"

G_BEGIN_DECLS

/** Prints `rodiklis: <what went wrong>` and answers the exit code that belongs to it. */
int rk_report_error(const GError *error);
/** Prints every diagnostic on a line of its own. */
void rk_report_diagnostics(const RkDiagnostics *diagnostics);
/** A line about finished work, when somebody watches: only on a terminal. */
void rk_report_done(const char *format, ...) G_GNUC_PRINTF(1, 2);

/** Diagnostics for a piece of work whose long reads show on a terminal. */
RkDiagnostics *rk_report_begin(void);
/** A progress function for reading: a line on a terminal once the work takes a while, with rate and time left; nothing
 * elsewhere. `user` is not used. */
gboolean rk_report_progress(gpointer user, const char *file, guint64 done, guint64 total);
/** Takes the line away again: before results are written. */
void rk_report_progress_end(void);

G_END_DECLS

#endif
