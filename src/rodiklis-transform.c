/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Table verbs without a figure file: the steps are those of its `transform`, and data that they join are looked for as
 * if the figure file stood in the current folder. There are no facts and no named data sets.
 */
#include <string.h>

#include "base/format.h"
#include "rodiklis-private.h"
#include "spec/project.h"
#include "transform/inquiry.h"

typedef struct {
    RkFigureData data;
    RkDataHome home;
} Work;

static RkTable *load(gpointer user, const RkValue *map, RkNextSteps *next, GError **error)
{
    Work *work = user;
    return rk_figure_data_load(&work->data, &work->home, map, next, error);
}

RkTable *rk_transform_read(const char *path, const RkReadOptions *options, const RkValue *steps, guint conditions,
                           RkFlagRule rule, guint *done, GError **error)
{
    g_autoptr(RkScope) scope = rk_scope_new(NULL, NULL);
    rk_scope_set_flag_rule(scope, rule);
    g_autoptr(RkLeading) leading = rk_leading_new(steps, scope, FALSE);
    RkReadOptions own = *options;
    *done = 0;
    if (!rk_data_is_large(path))
        rk_leading_give_up(leading);
    /* What an aggregate does not name is not asked for any more. */
    g_auto(GStrv) words = rk_leading_uses_up(leading) ? rk_document_words(steps) : NULL;
    own.columns = (const char *const *)words;
    g_auto(GStrv) used = rk_document_fields(steps);
    own.used = (const char *const *)used;
    g_autoptr(RkTable) table = rk_data_read_leading(path, &own, leading, done, error);
    if (table == NULL || !rk_leading_left_none(leading, conditions))
        return g_steal_pointer(&table);
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    rk_error_set(error, RK_ERROR_DATA, (RkPlace){name, 0, 0}, NULL, "no row is left by the filter");
    return NULL;
}

RkTable *rk_transform_table(const RkTable *table, const RkValue *steps, const char *language,
                            RkDiagnostics *diagnostics, GError **error)
{
    return rk_transform_table_rest(table, steps, 0, RK_FLAGS_WEAKEST, language, diagnostics, error);
}

/* What a figure file would say of flags. */
static const RkValue *root_of(RkDocument *document, RkFlagRule rule)
{
    RkValue *root = rk_document_map(document, RK_NOWHERE), *flags = rk_document_map(document, RK_NOWHERE);
    rk_value_put(document, flags, "combine", RK_NOWHERE, rk_document_text(document, RK_NOWHERE, rk_flag_rules[rule]));
    rk_value_put(document, root, "flags", RK_NOWHERE, flags);
    return root;
}

RkTable *rk_transform_table_rest(const RkTable *table, const RkValue *steps, guint done, RkFlagRule rule,
                                 const char *language, RkDiagnostics *diagnostics, GError **error)
{
    g_autoptr(RkDocument) document = rk_document_new(NULL);
    g_autofree char *folder = rk_figure_find_folder(NULL);
    g_autofree char *project = rk_figure_find_project(folder);
    Work work = {.home = {.folder = folder, .project = project, .root = steps}};
    rk_figure_data_init(&work.data, diagnostics);
    const RkInquirySource source = {.load = load, .user = &work, .diagnostics = diagnostics};
    RkLocale locale = *rk_locale_find(language);
    /* Names and their order may be known where the words of numbers are not. */
    if (language != NULL)
        locale.language = language;
    g_autoptr(RkInquiry) inquiry = rk_inquiry_new(root_of(document, rule), NULL, &locale, &source);
    RkTable *result = rk_inquiry_transform_rest(inquiry, steps, done, table, error);
    rk_figure_data_clear(&work.data);
    return result;
}
