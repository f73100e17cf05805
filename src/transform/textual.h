/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers written as texts, "12". In figures of our own a column of texts has no sum; the grammar takes the numbers for
 * what they are, and this is the one place that makes the difference. A column with any other text stays text.
 */
#ifndef RK_TRANSFORM_TEXTUAL_H
#define RK_TRANSFORM_TEXTUAL_H

#include "transform/transform.h"

/** The number that a word is; NaN when it is none. */
double rk_textual_read(const char *word);
/** What a scale or a format makes of a row of a mixed column: 0 of an empty text, NaN of words. */
double rk_textual_drawn(const RkColumn *column, gsize row);
/** The column as numbers, with its unit, flags and reasons: blanks around a number are nothing, an empty text is
 * missing, other texts are not a number. NULL when the column is not mixed and none of its texts is a number. */
RkColumn *rk_textual_numbers(const RkColumn *column);
/** The same for a scale, to which an empty text is 0. */
RkColumn *rk_textual_numbers_drawn(const RkColumn *column);

/** Warns where texts of a column are not a number in `numbers`, which was made of it: what is drawn or worked out
 * without some of the values must not pass for that of all. */
void rk_textual_tell(const RkColumn *column, const RkColumn *numbers, const RkTable *table, RkDiagnostics *diagnostics);

/** Columns of texts that a verb needs as numbers. Zeroed memory is none. */
typedef struct {
    GPtrArray *texts, *numbers; /**< as they were, and what they are for the verb */
} RkTextual;

void rk_textual_clear(RkTextual *textual);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkTextual, rk_textual_clear)
/** When `*error` says that a column is text where the grammar reads numbers, `*table` (a reference that is replaced)
 * has the numbers, and `*error` is cleared. TRUE then: try again. */
gboolean rk_textual_admit(RkTextual *textual, const RkTransformContext *context, RkTable **table, GError **error);
/** The verb's output (taken over) with the texts that it only passed on. */
RkTable *rk_textual_restore(const RkTextual *textual, RkTable *output);

#endif
