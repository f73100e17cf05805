/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exchange rates from a table: one rate for a base, a currency and a date.
 */
#ifndef RK_TRANSFORM_RATES_H
#define RK_TRANSFORM_RATES_H

#include "transform/verb.h"

typedef struct RkRates RkRates;

/** The keys of `rates`. */
extern const RkShape rk_rates_shape;

/** Reads {data, base, currency, date, value}. NULL with a located error: columns that are not there, rates that are not
 * above zero, two different rates for one day. */
RkRates *rk_rates_read(const RkValue *option, const RkTransformContext *context, GError **error);
void rk_rates_free(RkRates *rates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RkRates, rk_rates_free)

RkFrequency rk_rates_frequency(const RkRates *rates);

/** An amount in one currency · multiply / divide is the amount in the other. */
typedef struct {
    double multiply, divide;
    double date; /**< of the rate, as in the table */
} RkExchange;

/**
 * The rate between two currencies on `date` (milliseconds), or the nearest date before that is not more than `most`
 * periods older; through a third currency when it has to be, with both rates of the same date. FALSE with an error at
 * `place` that names both currencies and the dates there are.
 */
gboolean rk_rates_find(const RkRates *rates, const char *from, const char *to, double date, double most, RkPlace place,
                       RkExchange *exchange, GError **error);

#endif
