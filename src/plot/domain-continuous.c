/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The domain of numbers and moments: its span, the bounds that the figure declares, zero and a middle, in the order in
 * which Vega applies them. The span is domain-span.c, padding and round values are domain-round.c.
 */
#include "plot/mark.h"
#include "plot/scale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int compare_doubles(gconstpointer first, gconstpointer second)
{
    double a = *(const double *)first, b = *(const double *)second;
    return (a > b) - (a < b);
}

/** An exponent can take the ends beyond all numbers, and -1e308 and 1e308 lie further apart than any number. */
static gboolean has_ends(const RkScale *scale)
{
    double low = scale->domain[0], high = scale->domain[1];
    if (scale->type->straighten != NULL) {
        low = scale->type->straighten(scale, low);
        high = scale->type->straighten(scale, high);
    }
    return isfinite(low) && isfinite(high) && isfinite(high - low);
}

/** What the figure says that no such scale can follow; NULL: it is the data. */
static const RkValue *responsible(const RkScale *scale)
{
    static const char *const keys[] = {"domainRaw", "domain", "domainMin", "domainMax"};
    const RkValue *base = rk_scale_property(scale, "base");
    if (base != NULL && !(scale->base > 1))
        return base;
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
        const RkValue *said = rk_scale_property(scale, keys[i]);
        double end = rk_value_number_or(said, NAN);
        for (guint k = 0; k < rk_value_length(said); k++)
            if (rk_value_number_or(rk_value_at(said, k), NAN) == 0)
                return rk_value_at(said, k);
        if (end == 0)
            return said;
    }
    return NULL;
}

static gboolean check_continuous(RkScale *scale, GError **error)
{
    const RkUse *use = rk_scale_first_use(scale);
    const char *reason =
        scale->type->refuse != NULL ? scale->type->refuse(scale, scale->domain[0], scale->domain[1]) : NULL;
    if (reason == NULL && !has_ends(scale))
        reason = "the values are too great, too small or too far apart for this scale";
    if (reason == NULL)
        return TRUE;
    const RkValue *said = responsible(scale);
    rk_error_set(error, RK_ERROR_DATA, rk_value_place(said != NULL ? said : use->definition),
                 said == NULL                               ? "filter those rows, or use a linear or symlog scale"
                 : said == rk_scale_property(scale, "base") ? "base: 10 is usual"
                                                            : "another domain, or a linear or symlog scale",
                 "channel %s: %s", rk_channel_name(scale->channel), reason);
    return FALSE;
}

static gboolean read_bounds(RkScale *scale, gboolean *fixed, GError **error)
{
    const RkValue *minimum = rk_scale_property(scale, "domainMin"), *maximum = rk_scale_property(scale, "domainMax");
    *fixed = *fixed || minimum != NULL || maximum != NULL;
    return (minimum == NULL || rk_scale_bound(scale, minimum, &scale->domain[0], error)) &&
           (maximum == NULL || rk_scale_bound(scale, maximum, &scale->domain[1], error));
}

static void warn_of_bounds(const RkScale *scale)
{
    const RkValue *minimum = rk_scale_property(scale, "domainMin"), *maximum = rk_scale_property(scale, "domainMax");
    if (minimum != NULL && maximum != NULL && scale->domain[0] > scale->domain[1])
        rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(minimum),
                           "reverse: true says so where it is meant",
                           "domainMin lies above domainMax: channel %s is turned round",
                           rk_channel_name(scale->channel));
}

/** A middle beyond the ends is an end. */
static gboolean read_middle(RkScale *scale, GError **error)
{
    const RkValue *middle = rk_scale_property(scale, "domainMid");
    double number;
    if (middle == NULL)
        return TRUE;
    if (!rk_scale_bound(scale, middle, &number, error))
        return FALSE;
    if (number < scale->domain[0] || number > scale->domain[1])
        rk_diagnostics_add(scale->plotting->diagnostics, RK_SEVERITY_WARNING, rk_value_place(middle), NULL,
                           "the middle of the domain, %g, lies beyond its ends", number);
    double points[3] = {scale->domain[0], number, scale->domain[1]};
    if (number < scale->domain[0] || number > scale->domain[1])
        qsort(points, 3, sizeof *points, (int (*)(const void *, const void *))compare_doubles);
    g_free(scale->middles);
    scale->middles = g_memdup2(&points[1], sizeof(double));
    scale->middle_count = 1;
    scale->domain[0] = points[0];
    scale->domain[1] = points[2];
    return TRUE;
}

/** Any domain will do that the scale can take. */
static void invent(RkScale *scale)
{
    rk_scale_warn_of_nothing(scale);
    scale->invented = TRUE;
    gboolean positive = scale->type->refuse != NULL && scale->type->refuse(scale, 0, 1) != NULL;
    scale->domain[0] = positive ? 1 : 0;
    scale->domain[1] = positive ? 10 : 1;
    memcpy(scale->whole, scale->domain, sizeof scale->whole);
}

gboolean rk_scale_continuous_domain(RkScale *scale, GError **error)
{
    gboolean fixed = FALSE;
    scale->domain[0] = scale->domain[1] = NAN;
    if (!rk_scale_span(scale, &fixed, error))
        return FALSE;
    double data[2] = {scale->domain[0], scale->domain[1]};
    if (!read_bounds(scale, &fixed, error))
        return FALSE;
    if (isnan(scale->domain[0]) || isnan(scale->domain[1])) {
        invent(scale);
        return TRUE;
    }
    scale->zero = rk_scale_wants_zero(scale, fixed);
    if (scale->zero && !isnan(data[0])) {
        gboolean falls = data[0] > data[1];
        scale->domain[falls] = fmin(data[falls], 0);
        scale->domain[!falls] = fmax(data[!falls], 0);
        if (!read_bounds(scale, &fixed, error))
            return FALSE;
    }
    if (!read_middle(scale, error) || !check_continuous(scale, error))
        return FALSE;
    warn_of_bounds(scale);
    memcpy(scale->whole, scale->domain, sizeof scale->whole);
    scale->nice = rk_scale_wants_nice(scale, fixed);
    rk_scale_settle(scale);
    return rk_scale_set_bins(scale, error);
}
