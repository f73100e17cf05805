/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading data for steps that follow. Conditions of --where are filters before the first step, so that all of them can
 * be applied, and an aggregate behind them be filled, while the data are read.
 */
#include <string.h>

#include "cli/report.h"
#include "cli/selection.h"
#include "rodiklis.h"

static const RkValue *join(char **where, const RkValue *steps, RkDocument *document)
{
    RkValue *all = rk_document_list(document, RK_NOWHERE);
    for (guint i = 0; where != NULL && where[i] != NULL; i++) {
        RkPlace place = rk_selection_place(i);
        RkValue *step = rk_document_map(document, place);
        rk_value_put(document, step, "filter", place, rk_document_text(document, place, where[i]));
        rk_value_append(all, step);
    }
    for (guint i = 0; i < rk_value_length(steps); i++)
        rk_value_append(all, rk_value_at(steps, i));
    return all;
}

/* An option that says how the data are written, and not a condition or a step. */
static gboolean is_of_reading(const GError *error)
{
    static const char *const options[] = {"--decimal",  "--delimiter", "--encoding", "--missing", "--parse",
                                          "--property", "--dataset",   "--resource", NULL};
    const char *file = rk_error_file(error);
    return file == NULL || !g_str_has_prefix(file, "--") || g_strv_contains(options, file);
}

static guint count_of(char **where)
{
    return where != NULL ? g_strv_length(where) : 0;
}

RkTable *rk_selection_load_steps(const char *path, const RkReading *reading, char **where, const RkValue *steps,
                                 RkFlagRule rule, RkDocument *document, const RkValue **all, guint *done,
                                 RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkDocument) format = NULL;
    GError *cause = NULL;
    *all = join(where, steps, document);
    *done = 0;
    if (!rk_reading_format(reading, &format, error))
        return NULL;
    const RkReadOptions options = {.format = format != NULL ? rk_document_root(format) : NULL,
                                   .diagnostics = diagnostics,
                                   .progress = rk_report_progress};
    RkTable *table = rk_transform_read(path, &options, *all, count_of(where), rule, done, &cause);
    rk_report_progress_end();
    if (cause != NULL && is_of_reading(cause))
        rk_reading_explain(&cause);
    if (cause != NULL)
        g_propagate_error(error, cause);
    return table;
}
