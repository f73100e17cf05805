/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Table verbs without a figure file: the steps are those of its `transform`, and data that they join are looked for as
 * if the figure file stood in the current folder. There are no facts and no named data sets.
 */
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

RkTable *rk_transform_table(const RkTable *table, const RkValue *steps, const char *language,
                            RkDiagnostics *diagnostics, GError **error)
{
    g_autofree char *folder = rk_figure_find_folder(NULL);
    g_autofree char *project = rk_figure_find_project(folder);
    Work work = {.home = {.folder = folder, .project = project, .root = steps}};
    rk_figure_data_init(&work.data, diagnostics);
    const RkInquirySource source = {.load = load, .user = &work, .diagnostics = diagnostics};
    RkLocale locale = *rk_locale_find(language);
    /* Names and their order may be known where the words of numbers are not. */
    if (language != NULL)
        locale.language = language;
    g_autoptr(RkInquiry) inquiry = rk_inquiry_new(NULL, NULL, &locale, &source);
    RkTable *result = rk_inquiry_transform(inquiry, steps, table, error);
    rk_figure_data_clear(&work.data);
    return result;
}
