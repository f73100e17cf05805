/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules that a description gives for the cells of a column, beside their type.
 */
#ifndef RK_READ_CONSTRAINTS_PRIVATE_H
#define RK_READ_CONSTRAINTS_PRIVATE_H

#include "read/read.h"

G_BEGIN_DECLS

/* One bound of numbers or periods. */
typedef struct {
    char *text;       /* as the description has it; NULL: no bound */
    const char *name; /* "minimum", as the description calls it */
} RkBound;

/* The bounds of a column, in the order of RkConstraints. */
typedef enum { RK_BOUND_LEAST, RK_BOUND_ABOVE, RK_BOUND_GREATEST, RK_BOUND_BELOW, RK_BOUNDS } RkBoundKind;

/* Zeroed memory has no rule. */
typedef struct {
    gboolean required, unique;
    gboolean whole; /* numbers without a fraction */
    RkBound bounds[RK_BOUNDS];
    gsize shortest; /* characters of a text */
    gsize longest;  /* 0: no bound */
    char *pattern;  /* of whole texts; NULL: none */
    GRegex *regex;
    GPtrArray *words; /* all that is allowed, as texts; NULL: anything */
} RkConstraints;

void rk_constraints_clear(RkConstraints *constraints);
/* Takes a pattern; FALSE when it is no regular expression. */
gboolean rk_constraints_pattern(RkConstraints *constraints, const char *pattern);
/* Holds a column against its rules. FALSE with an error at the first cell that breaks one, which counts all that do. */
gboolean rk_constraints_check(const RkConstraints *constraints, const RkTable *table, const RkColumn *column,
                              RkDiagnostics *diagnostics, GError **error);

G_END_DECLS

#endif
