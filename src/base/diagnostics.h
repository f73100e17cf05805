/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a piece of work tells its caller: the list of warnings and notes that it leaves behind, and how far it has come.
 * The library only collects lines; whoever called decides whether they are shown. Adding is safe from several threads
 * at once.
 */
#ifndef RK_BASE_DIAGNOSTICS_H
#define RK_BASE_DIAGNOSTICS_H

#include "base/error.h"

G_BEGIN_DECLS

typedef enum {
    RK_SEVERITY_NOTE,   /**< worth knowing: a choice that was made */
    RK_SEVERITY_WARNING /**< the result may not be what was meant: rows dropped, a label shortened */
} RkSeverity;

/** One line of the list. All texts are owned by the list. */
typedef struct {
    RkSeverity severity;
    char *file;
    guint line;
    guint column;
    char *message;
    char *hint;
} RkDiagnostic;

typedef struct RkDiagnostics RkDiagnostics;

RK_API RkDiagnostics *rk_diagnostics_new(void);
RK_API void rk_diagnostics_free(RkDiagnostics *diagnostics);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkDiagnostics, rk_diagnostics_free)

/** Adds a line. `diagnostics` may be NULL: then nothing is kept. The same line is kept once. */
RK_API void rk_diagnostics_add(RkDiagnostics *diagnostics, RkSeverity severity, RkPlace place, const char *hint,
                               const char *format, ...) G_GNUC_PRINTF(5, 6);
/** Fills in the file where lines do not have one: that of the work they came from. Does nothing to the others. */
RK_API void rk_diagnostics_locate(RkDiagnostics *diagnostics, const char *file);
RK_API guint rk_diagnostics_count(const RkDiagnostics *diagnostics);
/** Borrowed; NULL when `index` is past the end. */
RK_API const RkDiagnostic *rk_diagnostics_at(const RkDiagnostics *diagnostics, guint index);
/** `file:line:column: warning: message (hint)`. Free with g_free(). */
RK_API char *rk_diagnostic_describe(const RkDiagnostic *diagnostic);

/** Progress of a long read: bytes of `file` so far and in all (0 when not known). Returning FALSE stops the read with
 * an error. */
typedef gboolean (*RkProgress)(gpointer user, const char *file, guint64 done, guint64 total);
/** Asks to be told of the files that are read; before the work begins. */
RK_API void rk_diagnostics_watch(RkDiagnostics *diagnostics, RkProgress progress, gpointer user);
/** Who watches, with what goes to it as `user`; NULL when nobody does. `diagnostics` may be NULL. */
RK_API RkProgress rk_diagnostics_watcher(const RkDiagnostics *diagnostics, gpointer *user);

G_END_DECLS

#endif
