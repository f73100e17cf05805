/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Table verbs as options, in their order: an option with the name of a verb begins a step, the options behind it are
 * keys of that step. Verbs, keys and what they hold come from the registry of transforms; no verb is known here.
 */
#ifndef RK_CLI_STEPS_H
#define RK_CLI_STEPS_H

#include "base/value.h"
#include "cli/options.h"
#include "transform/transform.h"

G_BEGIN_DECLS

/** Ends a step whose keys include the name of the verb that follows. */
#define RK_STEPS_END "--then"

/** The steps of a command line. Zeroed memory is none. */
typedef struct {
    RkDocument *document; /**< its root is a list as under `transform` in figure files */
    GPtrArray *parts;     /**< documents of values that were written as lists or maps */
} RkSteps;

void rk_steps_clear(RkSteps *steps);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkSteps, rk_steps_clear)

/** Takes the steps out of a command line and leaves what belongs to the command's own `entries` (ended by
 * G_OPTION_ENTRY_NULL). FALSE with an error of usage. The steps borrow from `arguments`. */
gboolean rk_steps_take(const GOptionEntry *entries, int *count, char **arguments, RkSteps *steps, GError **error);

/** The entries and one for each verb, for the help and for completion: what is to be parsed has no verb left. Free with
 * g_free(). */
GOptionEntry *rk_steps_entries(const GOptionEntry *entries);
/** The keys of one verb as options, for its help. Free with g_free(). */
GOptionEntry *rk_steps_keys(const RkTransform *verb);
/** The verb of that name, or NULL. */
const RkTransform *rk_steps_verb(const char *name);

G_END_DECLS

#endif
