/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The options that say how a data file is written, where a figure file would have its `format`.
 */
#ifndef RK_CLI_READING_H
#define RK_CLI_READING_H

#include "base/value.h"

G_BEGIN_DECLS

/** What the options say; NULL where they say nothing. Freed by rk_reading_clear(). */
typedef struct {
    char *decimal, *delimiter, *encoding, *property, *dataset, *resource;
    char **missing, **parse;
} RkReading;

void rk_reading_clear(RkReading *reading);

/** The entries of a command (ended by G_OPTION_ENTRY_NULL) and those that fill `reading`, ended in the same way. Free
 * with g_free(). */
GOptionEntry *rk_reading_entries(const GOptionEntry *entries, RkReading *reading);

/** TRUE with a document whose root is the `format` map, or with NULL when nothing is said. FALSE with an error of usage
 * when --parse is no COLUMN=TYPE. */
gboolean rk_reading_format(const RkReading *reading, RkDocument **format, GError **error);

/** The options as a shell takes them, each behind a space; empty when nothing is said. Free with g_free(). */
char *rk_reading_words(const RkReading *reading);

/** Names the option beside the key of `format` that the hint of an error speaks of; and what an option said wrongly
 * becomes an error of usage. */
void rk_reading_explain(GError **error);

G_END_DECLS

#endif
