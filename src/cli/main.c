/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: finds the subcommand and hands over. Results go to standard output, everything else to standard error.
 */
#include <string.h>

#include "base/shape.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/report.h"
#include "render/render.h"
#include "stats/program.h"

static const RkCommand commands[] = {
    {"render", rk_command_render, "Draw figure files"},
    {"plot", rk_command_plot, "Draw a table without a figure file"},
    {"table", rk_command_table, "Write the table behind a figure"},
    {"rank", rk_command_rank, "Rank places by a value"},
    {"compare", rk_command_compare, "Compare places with a benchmark, the best and the average"},
    {"check", rk_command_check, "Put the claims of a file to the test"},
    {"transform", rk_command_transform, "Take a table through verbs: share, index, growth, normalize …"},
    {"describe", rk_command_describe, "Describe the columns of a table"},
    {"inspect", rk_command_inspect, "Say what was understood of a data file"},
    {"convert", rk_command_convert, "Write a data file in another format"},
    {"list", rk_command_list, "List the known marks, formats, transforms, functions, themes and outputs"},
};

static const char details[] = "\n"
                              "Options:\n"
                              "  -h, --help     Show this help; after a command, the help of that command\n"
                              "  -V, --version  Show the version\n"
                              "\n"
                              "Exit codes:\n"
                              "  0  all is done\n"
                              "  1  the work could not be done: a file, its data, the output\n"
                              "  2  the command line could not be understood\n"
                              "  3  a claim does not hold\n"
                              "\n"
                              "Results go to standard output, errors and warnings to standard error. DATA and\n"
                              "FIGURE may be - for standard input. NO_COLOR turns bold type off.\n";

static int print_help(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) text = g_string_new("Usage:\n  rodiklis COMMAND [OPTION…] …\n\n"
                                           "Compares country figures and draws them.\n\nCommands:\n");
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
        g_string_append_printf(text, "  %-10s %s\n", commands[i].name, commands[i].summary);
    g_string_append(text, details);
    return rk_output_write(text->str, text->len, &error) ? RK_EXIT_OK : rk_report_error(error);
}

static int print_version(void)
{
    static const char text[] = "rodiklis " RK_VERSION "\n";
    g_autoptr(GError) error = NULL;
    return rk_output_write(text, strlen(text), &error) ? RK_EXIT_OK : rk_report_error(error);
}

static gboolean ends_in(const char *word, const char *const *endings)
{
    for (; *endings != NULL; endings++) {
        if (g_str_has_suffix(word, *endings))
            return TRUE;
    }
    return FALSE;
}

/* What to do with a file that stands where a command should. NULL when it is none. Free with g_free(). */
static char *advise_command(const char *word)
{
    static const char *const figures[] = {".json", ".yaml", ".yml", NULL};
    if (ends_in(word, figures))
        return g_strdup_printf("to draw a figure file: rodiklis render %s", word);
    return g_file_test(word, G_FILE_TEST_IS_REGULAR) ? g_strdup_printf("to draw a table: rodiklis plot %s", word)
                                                     : NULL;
}

static int refuse(const char *word)
{
    g_autoptr(GError) error = NULL;
    const char *names[G_N_ELEMENTS(commands) + 1] = {NULL};
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++)
        names[i] = commands[i].name;
    const char *nearest = rk_nearest_word(word, names);
    g_autofree char *hint = nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : advise_command(word);
    rk_error_set(&error, RK_ERROR_USAGE, RK_NOWHERE, hint != NULL ? hint : "see rodiklis --help",
                 "there is no %s \"%s\"", *word == '-' ? "option" : "command", word);
    return rk_report_error(error);
}

static gboolean is_one_of(const char *word, const char *a, const char *b)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

int main(int count, char **arguments)
{
    g_autoptr(GError) error = NULL;
    rk_stats_prepare_program();
    if (count < 2) {
        rk_error_set(&error, RK_ERROR_USAGE, RK_NOWHERE, "see rodiklis --help", "there is no command");
        return rk_report_error(error);
    }
    if (is_one_of(arguments[1], "--help", "-h"))
        return print_help();
    if (is_one_of(arguments[1], "--version", "-V"))
        return print_version();
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
        if (strcmp(arguments[1], commands[i].name) != 0)
            continue;
        g_autofree char *name = g_strdup_printf("rodiklis %s", commands[i].name);
        arguments[1] = name;
        int status = commands[i].run(count - 1, arguments + 1);
        rk_text_await();
        return status;
    }
    return refuse(arguments[1]);
}
