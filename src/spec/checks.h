/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What kinds and words of a shape cannot say of a value, for the properties that marks, guides and config have in
 * common. Each check answers an error without a place where the value cannot mean anything.
 */
#ifndef RK_SPEC_CHECKS_H
#define RK_SPEC_CHECKS_H

#include "base/shape.h"

/** A number as the boldness of letters. */
gboolean rk_check_font_weight(const RkValue *value, GError **error);

/** Numbers from 0 to 1: opacities, parts of a step or of a band. */
gboolean rk_check_part(const RkValue *value, GError **error);
/** Numbers from 0: sizes and thicknesses. */
gboolean rk_check_size(const RkValue *value, GError **error);
/** Numbers from 0 that are no sizes: counts of ticks, layers. */
gboolean rk_check_from_zero(const RkValue *value, GError **error);
/** Numbers above 0: steps. */
gboolean rk_check_positive(const RkValue *value, GError **error);
/** Numbers from 1: counts of things. */
gboolean rk_check_count(const RkValue *value, GError **error);
/** A name that expressions can say. */
gboolean rk_check_identifier(const RkValue *value, GError **error);

/** A link that a reader may follow; anything that would run code is refused. */
gboolean rk_check_address(const RkValue *value, GError **error);

/** How bold letters may be, NULL-ended. */
extern const char *const rk_words_font_weight[];
/** {content: …} in place of a tip. */
extern const RkShape rk_shape_tip;
/** Pointers that pages have over a mark, NULL-ended. */
extern const char *const rk_words_cursor[];

#endif
