/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parsing options. GLib's own --help prints through the locale's charset and exits: ours is an option like the others.
 */
#include "cli/options.h"

#include <string.h>

#include "base/shape.h"
#include "cli/output.h"
#include "cli/words.h"

static gboolean fail(const char *program, GError **error, const char *message)
{
    g_autofree char *hint = g_strdup_printf("see %s --help", program);
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, hint, "%s", message);
    return FALSE;
}

/* "Unknown option --ppi": the option that may have been meant. NULL when none is near. Free with g_free(). */
static char *meant_option(const RkUsage *usage, const GError *wrong)
{
    const char *written = strstr(wrong->message, "--");
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    if (!g_error_matches(wrong, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION) || written == NULL)
        return NULL;
    for (const GOptionEntry *entry = usage->entries; entry != NULL && entry->long_name != NULL; entry++)
        g_ptr_array_add(names, (gpointer)entry->long_name);
    g_ptr_array_add(names, NULL);
    const char *nearest = rk_nearest_word(written + 2, (const char *const *)names->pdata);
    return nearest == NULL ? NULL : g_strdup_printf("did you mean --%s?", nearest);
}

static void refuse(const RkUsage *usage, const char *program, const GError *wrong, GError **error)
{
    g_autofree char *meant = meant_option(usage, wrong);
    if (meant == NULL)
        fail(program, error, wrong->message);
    else
        rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, meant, "%s", wrong->message);
}

gboolean rk_options_check(int count, char **arguments, GError **error)
{
    for (int i = 1; i < count; i++) {
        if (!g_utf8_validate(arguments[i], -1, NULL)) {
            g_autofree char *message = g_strdup_printf("argument %d is not valid UTF-8", i);
            return fail(arguments[0], error, message);
        }
    }
    return TRUE;
}

static gboolean check_number(const RkUsage *usage, const char *program, guint given, char **arguments, GError **error)
{
    if (given < usage->least)
        return fail(program, error, given == 0 ? "nothing to work on" : "too few arguments");
    if (usage->most > 0 && given > usage->most) {
        g_autofree char *message = g_strdup_printf("unexpected argument \"%s\"", arguments[usage->most]);
        return fail(program, error, message);
    }
    return TRUE;
}

static GOptionContext *new_context(const RkUsage *usage, gboolean *help)
{
    const GOptionEntry help_entries[] = {
        {"help", 'h', 0, G_OPTION_ARG_NONE, help, "Show this help", NULL},
        G_OPTION_ENTRY_NULL,
    };
    GOptionContext *context = g_option_context_new(usage->parameters);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_summary(context, usage->summary);
    g_option_context_set_description(context, usage->description);
    if (usage->entries != NULL)
        g_option_context_add_main_entries(context, usage->entries, NULL);
    g_option_context_add_main_entries(context, help_entries, NULL);
    return context;
}

/* "--" ends the options and is no argument itself. */
static int drop_separator(int count, char **arguments)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(arguments[i], "--") == 0) {
            memmove(arguments + i, arguments + i + 1, (gsize)(count - i) * sizeof *arguments);
            return count - 1;
        }
    }
    return count;
}

RkOptionsResult rk_options_parse(const RkUsage *usage, int *count, char **arguments, GError **error)
{
    gboolean help = FALSE;
    g_autoptr(GError) wrong = NULL;
    const char *program = arguments[0];
    if (!rk_options_check(*count, arguments, error))
        return RK_OPTIONS_FAIL;
    g_set_prgname(program);
    g_autoptr(GOptionContext) context = new_context(usage, &help);
    if (!g_option_context_parse(context, count, &arguments, &wrong)) {
        refuse(usage, program, wrong, error);
        return RK_OPTIONS_FAIL;
    }
    if (help) {
        g_autofree char *text = g_option_context_get_help(context, TRUE, NULL);
        return rk_output_write(text, strlen(text), error) ? RK_OPTIONS_HELP : RK_OPTIONS_FAIL;
    }
    memmove(arguments, arguments + 1, (gsize)*count * sizeof *arguments);
    *count = drop_separator(*count - 1, arguments);
    return check_number(usage, program, (guint)*count, arguments, error) ? RK_OPTIONS_RUN : RK_OPTIONS_FAIL;
}

gboolean rk_options_choose(const char *option, const char *word, const char *const *words, guint *chosen,
                           GError **error)
{
    for (guint i = 0; words[i] != NULL; i++) {
        if (strcmp(word, words[i]) == 0) {
            *chosen = i;
            return TRUE;
        }
    }
    g_autofree char *all = rk_words_list(words, g_strv_length((char **)words));
    const char *nearest = rk_nearest_word(word, words);
    g_autofree char *hint =
        nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : g_strdup_printf("there are %s", all);
    rk_error_set(error, RK_ERROR_USAGE, RK_NOWHERE, hint, "%s cannot be \"%s\"", option, word);
    return FALSE;
}
