/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims that one place has more or less than others.
 */
#ifndef RK_CLAIMS_COMPARISON_H
#define RK_CLAIMS_COMPARISON_H

#include "claims/claims-private.h"

G_BEGIN_DECLS

gboolean rk_comparison_test(const RkTrial *trial, const RkValue *subject, gboolean from_least, RkFinding *finding,
                            GError **error);
char *rk_comparison_state(const RkTrial *trial, const RkValue *subject, const char *word);

G_END_DECLS

#endif
