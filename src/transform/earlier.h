/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The earlier value of each row, for change and growth.
 */
#ifndef RK_TRANSFORM_EARLIER_H
#define RK_TRANSFORM_EARLIER_H

#include "transform/verb.h"

typedef struct {
    enum { RK_EARLIER_PREVIOUS, RK_EARLIER_YEAR_AGO, RK_EARLIER_FIRST, RK_EARLIER_SPAN } mode;
    double lag; /**< periods, for RK_EARLIER_PREVIOUS */
    RkSpan span;
    RkPlace place;
} RkEarlier;

/** For each row the earlier value (NaN: none) and how many periods before it stood. */
typedef struct {
    double *values, *distances;
} RkEarlierValues;

/** Reads `from` (previous, yearAgo, first, a period) and `lag`. FALSE with a located error. */
gboolean rk_earlier_read(const RkValue *options, const RkPanel *panel, RkEarlier *earlier, GError **error);
void rk_earlier_clear(RkEarlier *earlier);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkEarlier, rk_earlier_clear)

/** FALSE with a located error when a named period is nowhere. */
gboolean rk_earlier_values(const RkEarlier *earlier, const RkPanel *panel, const RkMeasure *measure,
                           RkEarlierValues *values, GError **error);
void rk_earlier_values_clear(RkEarlierValues *values);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RkEarlierValues, rk_earlier_values_clear)

#define RK_PROPERTY_FROM                                                                                               \
    {                                                                                                                  \
        .name = "from", .allow = RK_ALLOW_TEXT | RK_ALLOW_NUMBER,                                                      \
        .summary = "what to compare with: previous, yearAgo, first, or a period"                                       \
    }
#define RK_PROPERTY_LAG                                                                                                \
    {                                                                                                                  \
        .name = "lag", .allow = RK_ALLOW_NUMBER, .summary = "periods back for previous: 1"                             \
    }

#endif
