/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * growth: the rate at which values grow from an earlier one, or the compound annual rate of a whole group (CAGR). From
 * zero or below there is no rate, and no annual rate leads below zero.
 */
#include "transform/earlier.h"

#include <math.h>

static const char *const method_names[] = {"rate", "cagr", NULL};

typedef struct {
    const RkMeasure *measure;
    const RkPanel *panel;
    gboolean annual;
    double factor;
    RkMishap from, to;
} Growth;

/** 1.1 → 0.1, over so many years for one year. Both rates of small growth keep their digits. */
static double rate(double before, double now, double years)
{
    double ratio = now / before;
    return years == 1 || ratio == 0 ? (now - before) / before : expm1(log(ratio) / years);
}

static double annual_rate(Growth *growth, double before, double now, double periods, guint32 row)
{
    double years = growth->annual ? periods / rk_periods_a_year(rk_panel_frequency(growth->panel, row)) : 1;
    if (isnan(before) || isnan(now) || !(years > 0))
        return NAN;
    if (before <= 0)
        rk_mishap_add(&growth->from, row);
    else if (now < 0 && growth->annual)
        rk_mishap_add(&growth->to, row);
    else
        return growth->factor * rate(before, now, years);
    return NAN;
}

static gboolean grow_rows(const RkValue *options, Growth *growth, double *results, GError **error)
{
    const RkMeasure *measure = growth->measure;
    g_auto(RkEarlier) earlier = {0};
    g_auto(RkEarlierValues) before = {NULL};
    if (!rk_earlier_read(options, growth->panel, &earlier, error) ||
        !rk_earlier_values(&earlier, growth->panel, measure, &before, error))
        return FALSE;
    for (guint32 row = 0; row < measure->groups->rows; row++)
        results[row] = annual_rate(growth, before.values[row], measure->values[row], before.distances[row], row);
    return TRUE;
}

/** One end of a group's span of time: a named period, or the first or last value observed. */
typedef struct {
    double value, step;
} End;

static End end_of(const Growth *growth, guint32 group, const RkSpan *span, gboolean last, gsize *found)
{
    gsize count;
    const guint32 *rows = rk_measure_rows(growth->measure, group, &count);
    if (span->text != NULL) {
        double value = rk_span_mean(span, growth->panel, growth->measure, group, found);
        return (End){value, span->end - span->first < 1 ? span->first : (span->first + span->end - 1) / 2};
    }
    guint32 at = rk_panel_observed(growth->panel, growth->measure, group, last);
    *found = 1;
    if (at != G_MAXUINT32)
        rk_flagging_group(growth->measure->flagging, group, rows[at]);
    return at == G_MAXUINT32 ? (End){NAN, NAN}
                             : (End){growth->measure->values[rows[at]], growth->panel->steps[rows[at]]};
}

static gboolean check_found(const Growth *growth, const RkSpan *span, gsize found, const RkValue *option,
                            GError **error)
{
    if (found > 0 || growth->measure->groups->rows == 0)
        return TRUE;
    rk_span_fail(span, growth->panel, growth->measure, rk_value_place(option), error);
    return FALSE;
}

static gboolean grow_spans(const RkValue *options, Growth *growth, const RkSpan *from, const RkSpan *to,
                           double *results, GError **error)
{
    RkMishap single = {.reason = "one value only, or the second period is not after the first"};
    gsize from_found = 0, to_found = 0;
    for (guint32 group = 0; group < growth->measure->groups->count; group++) {
        gsize count, a, b;
        const guint32 *rows = rk_measure_rows(growth->measure, group, &count);
        End first = end_of(growth, group, from, FALSE, &a), last = end_of(growth, group, to, TRUE, &b);
        from_found += a;
        to_found += b;
        if (count == 0)
            continue;
        double result = annual_rate(growth, first.value, last.value, last.step - first.step, rows[0]);
        if (!isnan(first.value) && !isnan(last.value) && last.step <= first.step)
            rk_mishap_add(&single, rows[0]);
        for (gsize i = 0; i < count; i++)
            results[rows[i]] = result;
    }
    rk_mishap_report(&single, growth->measure, "group");
    return check_found(growth, from, from_found, rk_value_get(options, "from"), error) &&
           check_found(growth, to, to_found, rk_value_get(options, "to"), error);
}

/** A named end; `word` is what stands for "as observed". */
static gboolean read_end(const RkValue *value, const char *word, const RkPanel *panel, RkSpan *span, GError **error)
{
    return value == NULL || rk_value_is_text(value, word) || rk_span_read(value, panel, span, error);
}

static gboolean grow_groups(const RkValue *options, Growth *growth, double *results, GError **error)
{
    RkSpan from = {0}, to = {0};
    growth->annual = TRUE;
    gboolean done = read_end(rk_value_get(options, "from"), "first", growth->panel, &from, error) &&
                    read_end(rk_value_get(options, "to"), "last", growth->panel, &to, error) &&
                    grow_spans(options, growth, &from, &to, results, error);
    g_free(from.text);
    g_free(to.text);
    return done;
}

static gboolean check_options(const RkValue *options, gboolean cagr, GError **error)
{
    const char *stray = cagr                          ? rk_value_has(options, "lag")         ? "lag"
                                                        : rk_value_has(options, "annualize") ? "annualize"
                                                                                             : NULL
                        : rk_value_has(options, "to") ? "to"
                                                      : NULL;
    if (stray == NULL)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(rk_value_get(options, stray)), NULL,
                 "%s belongs to the method %s", stray, method_names[!cagr]);
    return FALSE;
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkMeasure) measure = {NULL};
    g_auto(RkPanel) panel = {NULL};
    gboolean cagr = rk_value_is_text(rk_value_get(options, "method"), "cagr");
    if (!check_options(options, cagr, error) || !rk_measure_read(options, "growth", input, context, &measure, error) ||
        !rk_panel_read(rk_value_get(options, "time"), &measure, &panel, error))
        return NULL;
    if (cagr)
        rk_measure_rest_on_noted(&measure);
    Growth growth = {.measure = &measure,
                     .panel = &panel,
                     .annual = rk_value_boolean_or(rk_value_get(options, "annualize"), FALSE),
                     .from = {.reason = "the earlier value is zero or negative"},
                     .to = {.reason = "an annual rate to a negative value"}};
    const char *unit = rk_option_part_unit(options, &growth.factor);
    g_autofree double *results = rk_missing_new(measure.groups->rows);
    if (!(cagr ? grow_groups : grow_rows)(options, &growth, results, error))
        return NULL;
    rk_mishap_report(&growth.from, &measure, cagr ? "group" : "row");
    rk_mishap_report(&growth.to, &measure, cagr ? "group" : "row");
    return rk_measure_result(&measure, rk_value_text_or(rk_value_get(options, "as"), "growth"),
                             g_steal_pointer(&results), rk_unit_column(unit, measure.groups->rows));
}

static const RkProperty properties[] = {
    {.name = "growth", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column"},
    {.name = "time", .allow = RK_ALLOW_TEXT, .summary = "the column of periods: time, else the only one"},
    {.name = "method",
     .allow = RK_ALLOW_TEXT,
     .words = method_names,
     .summary = "rate: of each row; cagr: one compound annual rate a group"},
    RK_PROPERTY_FROM,
    {.name = "to",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_NUMBER,
     .summary = "where cagr ends: last (observed), or a period"},
    RK_PROPERTY_LAG,
    {.name = "annualize", .allow = RK_ALLOW_BOOLEAN, .summary = "each rate as a compound rate a year: false"},
    RK_PROPERTY_GROUPBY,
    RK_PROPERTY_PART_UNIT,
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: growth"},
    {NULL}};
static const RkShape shape = {.name = "a growth transform", .properties = properties};

const RkTransform rk_transform_growth = {
    .name = "growth", .summary = "rates of growth between periods", .shape = &shape, .apply = apply};
