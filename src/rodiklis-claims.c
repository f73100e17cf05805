/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims files to reports, with data from files below their project folder, and reports as data for figures. A claims
 * file's data cannot be verdicts again.
 */
#include "rodiklis-private.h"
#include "spec/document.h"
#include "spec/project.h"

typedef struct {
    RkFigureData data;
    RkDataHome home;
} Work;

static RkTable *load(gpointer user, const RkValue *map, RkNextSteps *next, GError **error)
{
    Work *work = user;
    return rk_figure_data_load(&work->data, &work->home, map, next, error);
}

/* What the file names, and what it need not name; NULL for all. */
static char **columns_of(const RkClaims *claims)
{
    char **words = rk_document_words(rk_claims_root(claims));
    if (words == NULL)
        return NULL;
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    g_strv_builder_addv(builder, (const char **)words);
    g_strv_builder_addv(builder, (const char **)rk_claims_usual_columns());
    g_strfreev(words);
    return g_strv_builder_end(builder);
}

RkClaimsReport *rk_check_claims(const char *path, RkDiagnostics *diagnostics, GError **error)
{
    RkDocument *document = rk_document_load(path, error);
    g_autoptr(RkClaims) claims = document == NULL ? NULL : rk_claims_new(document, rk_claims_vocabulary(), error);
    if (claims == NULL)
        return NULL;
    g_autofree char *folder = rk_figure_find_folder(g_str_equal(path, "-") ? NULL : path);
    g_autofree char *project = rk_figure_find_project(folder);
    Work work = {.home = {.folder = folder, .project = project, .root = rk_claims_root(claims)}};
    rk_figure_data_init(&work.data, diagnostics);
    work.data.columns = columns_of(claims);
    const RkClaimsEnvironment environment = {.load = load, .user = &work, .diagnostics = diagnostics};
    RkClaimsReport *report = rk_claims_check(claims, &environment, error);
    rk_figure_data_clear(&work.data);
    return report;
}

static RkTable *read_claims(const RkSource *source, const RkReadOptions *options, GError **error)
{
    g_autoptr(RkClaimsReport) report = rk_check_claims(source->path, options->diagnostics, error);
    return report == NULL ? NULL : rk_table_ref(report->table);
}

const RkFormat rk_format_claims = {
    .name = "claims",
    .summary = "claims with their verdicts, worked out from a claims file",
    .read = read_claims,
};
