/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of warnings and notes that a piece of work leaves behind. The library only collects them; whoever called
 * decides whether they are shown. Adding is safe from several threads at once.
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
RK_API guint rk_diagnostics_count(const RkDiagnostics *diagnostics);
/** Borrowed; NULL when `index` is past the end. */
RK_API const RkDiagnostic *rk_diagnostics_at(const RkDiagnostics *diagnostics, guint index);
/** `file:line:column: warning: message (hint)`. Free with g_free(). */
RK_API char *rk_diagnostic_describe(const RkDiagnostic *diagnostic);

G_END_DECLS

#endif
