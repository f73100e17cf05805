/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs that rank have in common: rows that are shown but not ranked, and the order of equal values.
 */
#ifndef RK_TRANSFORM_RANKED_H
#define RK_TRANSFORM_RANKED_H

#include "transform/sort.h"
#include "transform/verb.h"

/** A copy of the column in which the rows that `exclude` (may be NULL) picks are missing; it keeps its companions. NULL
 * with a located error. */
RkColumn *rk_ranked_values(const RkColumn *column, const RkValue *exclude, const RkTable *input, const RkScope *scope,
                           GError **error);
/** Warns of known aggregates among the values that are ranked, unless `exclude` says what to do with them. */
void rk_ranked_warn(const RkColumn *values, const RkValue *options, const char *verb, const RkTable *input,
                    RkDiagnostics *diagnostics);
/** Warns when not one group had a value to rank. Groups without values beside others are no mishap: the first period
 * has no change. */
void rk_ranked_report(const RkMishap *empty, const RkGroups *groups, const RkValue *options, const char *verb,
                      RkDiagnostics *diagnostics);
/** What orders equal values: the place of each row by the column of that name, in `*keys` (free with g_free()). Without
 * a name NULL: the position. FALSE with a located error. */
gboolean rk_ranked_tie_break(const RkValue *name, const RkTable *input, const RkScope *scope, guint32 **keys,
                             GError **error);

#define RK_PROPERTY_TIEBREAK(what)                                                                                     \
    {                                                                                                                  \
        .name = "tiebreak", .allow = RK_ALLOW_TEXT, .summary = what                                                    \
    }
#define RK_PROPERTY_EXCLUDE                                                                                            \
    {                                                                                                                  \
        .name = "exclude", .allow = RK_ALLOW_TEXT | RK_ALLOW_MAP, .shape = &rk_predicate_shape,                        \
        .summary = "rows that are shown but not ranked"                                                                \
    }

#endif
