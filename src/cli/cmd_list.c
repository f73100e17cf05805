/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * rodiklis list: what this build knows, from the registries.
 */
#include "cli/command.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/sheet.h"
#include "rodiklis.h"
#include "transform/transform.h"

static void add_row(RkSheet *sheet, const char *name, const char *summary)
{
    rk_sheet_add_row(sheet, FALSE);
    rk_sheet_set_text(sheet, 0, name);
    rk_sheet_set_text(sheet, 1, summary);
}

static void list_marks(RkSheet *sheet)
{
    for (const char *const *name = rk_mark_names(); *name != NULL; name++)
        add_row(sheet, *name, rk_mark_summary(*name));
}

static void list_formats(RkSheet *sheet)
{
    for (const RkFormat *const *format = rk_formats(); *format != NULL; format++)
        add_row(sheet, (*format)->name, (*format)->summary);
}

static void list_transforms(RkSheet *sheet)
{
    for (const RkTransform *const *transform = rk_transforms(); *transform != NULL; transform++)
        add_row(sheet, (*transform)->name, (*transform)->summary);
}

static void list_themes(RkSheet *sheet)
{
    for (const RkTheme *const *theme = rk_themes(); *theme != NULL; theme++)
        add_row(sheet, (*theme)->name, (*theme)->summary);
}

static void list_outputs(RkSheet *sheet)
{
    for (const RkRenderer *const *renderer = rk_renderers(); *renderer != NULL; renderer++)
        add_row(sheet, (*renderer)->name, (*renderer)->summary);
}

static void list_functions(RkSheet *sheet)
{
    g_autofree const char **names = rk_expression_functions();
    for (guint i = 0; names[i] != NULL; i++)
        add_row(sheet, names[i], rk_expression_function_gives(names[i]));
}

static const char *const kinds[] = {"marks", "formats", "transforms", "functions", "themes", "outputs", NULL};
static void (*const listers[])(RkSheet *) = {list_marks,     list_formats, list_transforms,
                                             list_functions, list_themes,  list_outputs};

int rk_command_list(int count, char **arguments)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *format_name = NULL;
    guint kind, format = 0;
    const GOptionEntry entries[] = {
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &format_name, "table (default), csv, json or markdown", "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    const RkUsage usage = {"marks|formats|transforms|functions|themes|outputs",
                           "Lists what figure files and commands may name.",
                           NULL,
                           entries,
                           1,
                           1};
    RkOptionsResult parsed = rk_options_parse(&usage, &count, arguments, &error);
    if (parsed != RK_OPTIONS_RUN)
        return parsed == RK_OPTIONS_HELP ? RK_EXIT_OK : rk_report_error(error);
    if (!rk_options_choose("the list", arguments[0], kinds, &kind, &error) ||
        (format_name != NULL && !rk_options_choose("--format", format_name, rk_sheet_formats(), &format, &error)))
        return rk_report_error(error);
    g_autoptr(RkSheet) sheet = rk_sheet_new();
    rk_sheet_add_column(sheet, "name", "name", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    rk_sheet_add_column(sheet, "summary", "summary", RK_CELLS_TEXT, RK_FOR_ALL, 0);
    listers[kind](sheet);
    return rk_sheet_print(sheet, format, "-", &error) ? RK_EXIT_OK : rk_report_error(error);
}
