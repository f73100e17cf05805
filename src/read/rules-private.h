/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The declarations that all formats share, and what they mean for a column.
 */
#ifndef RK_READ_RULES_PRIVATE_H
#define RK_READ_RULES_PRIVATE_H

#include "base/shape.h"
#include "read/infer-private.h"

G_BEGIN_DECLS

/* Keys of `format` that every format has: encoding, parse, missing. */
extern const RkShape rk_rules_shape;

/* The one key of formats that say everything else themselves. */
extern const RkShape rk_encoding_shape;

/* The rules of a column. Borrows from both. */
RkCellRules rk_rules_for(const char *name, const RkValue *format, RkNumberSyntax syntax);
/* TRUE when the column is collected as words from its first cell on. */
gboolean rk_rules_begin_as_text(const RkCellRules *rules);
/* "a number" …: what the declared type wants, for messages. */
const char *rk_rules_wanted(const RkCellRules *rules);
/* A cell as a message shows it: shortened when long. Free with g_free(). */
char *rk_rules_excerpt(const char *text, gsize length);
/* TRUE when the caller asked for the column. */
gboolean rk_rules_is_wanted(const char *name, const char *const *columns);
/* TRUE when he asked for the column among these `names` that unit, flag and reason may speak of: the one that is called
 * value or, without one, any. */
gboolean rk_rules_may_measure(const GPtrArray *names, const char *const *columns);
/* TRUE when the column says something of one that the caller asked for; `measure`: he asked for that of the table. */
gboolean rk_rules_comes_along(const char *name, gboolean measure, const char *const *columns);
/* What a filter looks at, given all names that there are: NULL, which is everything, when it names one that is not
 * there, so that its error can name the one that was meant. */
const char *const *rk_rules_reach(const RkRowFilter *filter, const GPtrArray *names);
/* The columns that the declarations speak of must be in `header`. */
gboolean rk_rules_check_names(const RkReadOptions *options, const GPtrArray *header, GError **error);

G_END_DECLS

#endif
