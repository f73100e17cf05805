/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes and names that stand for groups of countries in the tables of statistical offices: they are compared with
 * countries, but never ranked among them.
 */
#ifndef RK_TRANSFORM_AGGREGATES_H
#define RK_TRANSFORM_AGGREGATES_H

#include "base/macros.h"

G_BEGIN_DECLS

typedef struct {
    const char *code; /**< as Eurostat, NATO, the OECD or the World Bank write it */
    const char *name;
} RkAggregate;

/** The aggregates that are known, ended by a row without a code. Static. */
RK_API const RkAggregate *rk_aggregates(void);
/** TRUE when `word` is the code (exactly) or the name (whatever the case of its ASCII letters) of an aggregate. NULL is
 * none. */
RK_API gboolean rk_aggregate_is_known(const char *word);

G_END_DECLS

#endif
