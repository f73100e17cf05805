/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Command lines by GLib's option parser, without its printing and exiting. All texts are taken as they were given
 * (GLib's file name options), so that the host's locale has no say, and must be UTF-8.
 */
#ifndef RK_CLI_OPTIONS_H
#define RK_CLI_OPTIONS_H

#include "base/error.h"

G_BEGIN_DECLS

/** What a command line looks like. */
typedef struct {
    const char *parameters;      /**< "DATA [OPTION…]" */
    const char *summary;         /**< a paragraph above the options */
    const char *description;     /**< examples and details below them; may be NULL */
    const GOptionEntry *entries; /**< ended by G_OPTION_ENTRY_NULL; --help is added */
    guint least, most;           /**< number of arguments beside the options; `most` 0: no limit */
} RkUsage;

typedef enum {
    RK_OPTIONS_RUN,  /**< do the work; `count` and `arguments` hold what is left, without the program's name */
    RK_OPTIONS_HELP, /**< help was asked for and has been printed */
    RK_OPTIONS_FAIL  /**< with an error */
} RkOptionsResult;

RkOptionsResult rk_options_parse(const RkUsage *usage, int *count, char **arguments, GError **error);

/** FALSE with an error when an argument is not valid UTF-8. */
gboolean rk_options_check(int count, char **arguments, GError **error);

/** The place of the word in the NULL-ended list; an error that names the nearest when it is not there. */
gboolean rk_options_choose(const char *option, const char *word, const char *const *words, guint *chosen,
                           GError **error);

G_END_DECLS

#endif
