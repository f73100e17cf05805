/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What transforms say beside the table they make.
 */
#ifndef RK_TESTS_SUPPORT_SAYS_H
#define RK_TESTS_SUPPORT_SAYS_H

#include "support-transform.h"

/* Asserts that steps succeed with exactly these diagnostics, one a line. */
static inline void assert_says(const char *table, const char *steps, const char *expected)
{
    GError *error = NULL;
    g_autoptr(RkDiagnostics) diagnostics = rk_diagnostics_new();
    g_autoptr(RkTable) output = apply_steps(table, steps, diagnostics, &error);
    if (output == NULL)
        fail_msg("%s: %s", steps, error->message);
    g_autoptr(GString) said = g_string_new(NULL);
    for (guint i = 0; i < rk_diagnostics_count(diagnostics); i++) {
        g_autofree char *line = rk_diagnostic_describe(rk_diagnostics_at(diagnostics, i));
        g_string_append_printf(said, "%s%s", i == 0 ? "" : "\n", line);
    }
    assert_string_equal(said->str, expected);
}

#endif
