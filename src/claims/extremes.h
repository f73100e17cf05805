/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims that some places are the highest or the lowest, as a set.
 */
#ifndef RK_CLAIMS_EXTREMES_H
#define RK_CLAIMS_EXTREMES_H

#include "claims/claims-private.h"

G_BEGIN_DECLS

gboolean rk_extremes_test(const RkTrial *trial, const RkValue *named, gboolean from_least, RkFinding *finding,
                          GError **error);
char *rk_extremes_state(const RkValue *named, const char *word);

G_END_DECLS

#endif
