/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Curves through points as Vega-Lite's regression draws them: a family of functions of x, fitted by least squares after
 * a transformation that makes it linear.
 */
#ifndef RK_STATS_TREND_H
#define RK_STATS_TREND_H

#include "stats/reason.h"

G_BEGIN_DECLS

typedef enum {
    RK_TREND_LINEAR, /**< a + b·x */
    RK_TREND_LOG,    /**< a + b·ln x */
    RK_TREND_EXP,    /**< a·exp(b·x): ln y on x, weighted by y, which is what least squares of y comes near to */
    RK_TREND_POW,    /**< a·x^b: ln y on ln x */
    RK_TREND_QUAD,   /**< a + b·x + c·x² */
    RK_TREND_POLY    /**< the polynomial of the order asked for */
} RkTrendKind;

/** Greatest order of a polynomial. */
#define RK_TREND_GREATEST_ORDER 16

/** Names in the order of RkTrendKind, NULL-ended: "linear", "log", "exp", "pow", "quad", "poly". */
RK_API const char *const *rk_trend_names(void);
/** FALSE when there is no trend of that name. */
RK_API gboolean rk_trend_find(const char *name, RkTrendKind *kind);

/** A fitted curve; copied freely. */
typedef struct {
    RkTrendKind kind;
    guint order;                                      /**< of a polynomial; otherwise 1 */
    double coefficients[RK_TREND_GREATEST_ORDER + 1]; /**< a, b … of the formulas above, order + 1 of them */
    double r_squared; /**< 1 − Σ(y − ŷ)²/Σ(y − ȳ)², in units of y; NaN for constant y */
    gsize count;      /**< points used */
    /** How rk_stats_trend_predict() computes: the fit in units where x runs from −1 to 1. */
    double centre, half_width, scaled[RK_TREND_GREATEST_ORDER + 1];
} RkTrend;

/**
 * Fits a curve to the points that have both values. `order` counts for polynomials only: 0 is the mean. FALSE with a
 * reason (may be NULL) and NaN in the trend: RK_STATS_TOO_FEW points for the coefficients, RK_STATS_CONSTANT x,
 * RK_STATS_NOT_POSITIVE where a logarithm is taken of x or y, RK_STATS_NOT_FINITE, RK_STATS_BAD_ARGUMENT for an order
 * beyond RK_TREND_GREATEST_ORDER, RK_STATS_ILL_CONDITIONED for powers that cannot be told apart.
 *
 * Polynomials are solved for x in units where it runs from −1 to 1; their coefficients are those of x itself. Where the
 * points lie far from 0 these are large numbers of both signs, so rk_stats_trend_predict() does not use them.
 */
RK_API gboolean rk_stats_trend(const double *x, const double *y, gsize count, RkTrendKind kind, guint order,
                               RkTrend *trend, RkStatsReason *reason);

/** The curve at x; NaN for a missing x, and at x ≤ 0 where its logarithm is taken. */
RK_API double rk_stats_trend_predict(const RkTrend *trend, double x);

G_END_DECLS

#endif
