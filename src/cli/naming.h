/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The option --language: places by their names in a language, and words in its order.
 */
#ifndef RK_CLI_NAMING_H
#define RK_CLI_NAMING_H

#include "base/diagnostics.h"
#include "table/table.h"

G_BEGIN_DECLS

#define RK_NAMING_ENTRY(language)                                                                                      \
    {                                                                                                                  \
        "language", 0, 0, G_OPTION_ARG_FILENAME, language,                                                             \
            "Places by their names in this language, and names in its order: lt, de, pt-BR", "LANGUAGE"                \
    }

/** FALSE with an error when no names are known in the language. NULL is no language, and fine. */
gboolean rk_naming_check(const char *language, GError **error);
/** The column with names of the language for its places, whether it has codes or names of another language; NULL when
 * it does not hold places for certain, or no language is asked for. What the data call their codes are names, too. */
RkColumn *rk_naming_column(const RkColumn *column, const char *language);
/** The table with names in all its columns of places; a warning when it has none. A new reference to the table when
 * `language` is NULL. */
RkTable *rk_naming_table(const RkTable *table, const char *language, const char *path, RkDiagnostics *diagnostics);
/** The warning that a language changes nothing. */
void rk_naming_warn(const char *language, const char *path, RkDiagnostics *diagnostics);

/** A note of the places in a column that the language has no names for. */
void rk_naming_note(const RkColumn *column, const char *language, const char *path, RkDiagnostics *diagnostics);

G_END_DECLS

#endif
