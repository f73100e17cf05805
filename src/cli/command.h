/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A subcommand: one cmd_NAME.c each, one row in the table of main.c.
 */
#ifndef RK_CLI_COMMAND_H
#define RK_CLI_COMMAND_H

#include "base/macros.h"

G_BEGIN_DECLS

/** Exit codes of the program. */
enum {
    RK_EXIT_OK = 0,
    RK_EXIT_FAILURE = 1, /**< the work could not be done */
    RK_EXIT_USAGE = 2,   /**< the command line could not be understood */
    RK_EXIT_CLAIM = 3    /**< a claim does not hold */
};

typedef struct {
    const char *name;
    /** Does the work; `arguments[0]` is the program's full name ("rodiklis rank"). Answers an exit code. */
    int (*run)(int count, char **arguments);
    const char *summary; /**< one line of help */
} RkCommand;

int rk_command_rank(int count, char **arguments);
int rk_command_check(int count, char **arguments);
int rk_command_compare(int count, char **arguments);
int rk_command_convert(int count, char **arguments);
int rk_command_describe(int count, char **arguments);
int rk_command_inspect(int count, char **arguments);
int rk_command_list(int count, char **arguments);
int rk_command_plot(int count, char **arguments);
int rk_command_render(int count, char **arguments);
int rk_command_table(int count, char **arguments);
int rk_command_transform(int count, char **arguments);

G_END_DECLS

#endif
