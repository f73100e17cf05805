/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * number: a number as it is printed. It claims as much as its decimals say: 78.4 is true of everything that rounds to
 * 78.4, and 78.40 of less.
 */
#include "claims/claims-private.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

/* A value just on the edge rounds up in one house and to the even digit in the other. */
#define EDGE (1 + 1e-9)

typedef struct {
    double value;
    int decimals;
    double half; /* of the last decimal */
} Stated;

static gboolean read_stated(const char *text, Stated *stated)
{
    const char *point = strchr(text, '.');
    if (strpbrk(text, "eE") != NULL || !rk_number_parse(text, strlen(text), (RkNumberSyntax){'.', ','}, &stated->value))
        return FALSE;
    stated->decimals = point == NULL ? 0 : (int)strlen(point + 1);
    stated->half = 0.5 * pow(10, -stated->decimals);
    return stated->decimals <= RK_CLAIM_DECIMALS;
}

static gboolean check_number(const RkValue *value, GError **error)
{
    Stated stated;
    if (rk_value_is(value, RK_VALUE_NUMBER))
        rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, "4.0 claims more than 4",
                     "write the number between quotes, with the decimals it is printed with");
    else if (!read_stated(rk_value_text_or(value, ""), &stated))
        rk_error_set(error, RK_ERROR_SPEC, RK_NOWHERE, "write it like \"1,234.5\"", "\"%s\" is not a printed number",
                     rk_value_text_or(value, ""));
    else
        return TRUE;
    return FALSE;
}

static char *state(const RkTrial *trial)
{
    return rk_phrase_with_unit(rk_value_text_or(rk_value_get(trial->states, "number"), ""), trial);
}

/* How far the published inputs leave the value open. FALSE with a located error. */
static gboolean read_open(const RkTrial *trial, double value, double *low, double *high, GError **error)
{
    const RkValue *rounded = rk_value_get(trial->query, "rounded");
    double half = rounded == NULL ? 0 : 0.5 * pow(10, -rk_value_number_or(rounded, 0));
    *low = value - half;
    *high = value + half;
    if (!rk_value_has(trial->query, "low"))
        return TRUE;
    const RkColumn *lows = rk_trial_numbers(trial, "low", error);
    const RkColumn *highs = lows == NULL ? NULL : rk_trial_numbers(trial, "high", error);
    if (highs == NULL)
        return FALSE;
    *low = fmin(value, rk_column_numbers(lows)[0]);
    *high = fmax(value, rk_column_numbers(highs)[0]);
    return TRUE;
}

static RkVerdict judge(const Stated *stated, double value, double low, double high)
{
    double reach = stated->half * EDGE;
    if (fabs(value - stated->value) <= reach)
        return RK_VERDICT_HOLDS;
    return low <= stated->value + reach && high >= stated->value - reach ? RK_VERDICT_ROUNDED : RK_VERDICT_FAILS;
}

static void report(const RkTrial *trial, const Stated *stated, double low, double high, RkFinding *finding)
{
    char buffer[RK_NUMBER_BUFFER];
    guint decimals = (guint)MIN(stated->decimals + 2, 9);
    finding->computed = rk_phrase_with_unit(rk_number_trimmed(finding->value, decimals, buffer), trial);
    const char *number = finding->computed;
    if (finding->verdict == RK_VERDICT_HOLDS) {
        finding->finding = g_strdup_printf("the data give %s", number);
        return;
    }
    if (finding->verdict == RK_VERDICT_ROUNDED) {
        char first[RK_NUMBER_BUFFER], last[RK_NUMBER_BUFFER];
        finding->finding =
            g_strdup_printf("the data give %s, and their rounding leaves %s to %s open", number,
                            rk_number_trimmed(low, decimals, first), rk_number_trimmed(high, decimals, last));
        return;
    }
    g_autofree char *distance = g_strdup(rk_number_trimmed(fabs(finding->value - stated->value), decimals, buffer));
    g_autofree char *right = rk_phrase_number(finding->value, stated->decimals);
    finding->finding = g_strdup_printf("the data give %s, %s %s than stated", number, distance,
                                       finding->value > stated->value ? "more" : "less");
    finding->remedy = g_strdup_printf("true of %s", right);
}

static gboolean test(const RkTrial *trial, RkFinding *finding, GError **error)
{
    Stated stated;
    double low, high;
    const RkColumn *values = rk_trial_numbers(trial, "field", error);
    if (values == NULL || !rk_trial_check_unit(trial, values, error))
        return FALSE;
    if (rk_table_rows(trial->table) != 1) {
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(trial->query),
                     "add filters or an aggregate until one is left",
                     "the query leaves %" G_GSIZE_FORMAT " rows instead of one", rk_table_rows(trial->table));
        return FALSE;
    }
    finding->source = rk_trial_sources(trial, (const gsize[]){0}, 1);
    finding->value = rk_column_numbers(values)[0];
    if (isnan(finding->value)) {
        finding->verdict = RK_VERDICT_UNDECIDED;
        finding->finding = g_strdup("the data have no value");
        finding->remedy = g_strdup("the value");
        return TRUE;
    }
    read_stated(rk_value_text_or(rk_value_get(trial->states, "number"), ""), &stated);
    if (!read_open(trial, finding->value, &low, &high, error))
        return FALSE;
    finding->verdict = judge(&stated, finding->value, low, high);
    report(trial, &stated, low, high, finding);
    return TRUE;
}

static const RkProperty properties[] = {
    {"number", RK_ALLOW_TEXT | RK_ALLOW_NUMBER, .required = TRUE, .check = check_number,
     .summary = "the number, between quotes and with the decimals it is printed with"},
    {0}};
static const RkShape shape = {.name = "a stated number", .properties = properties};

extern const RkClaimKind rk_claim_kind_number;
const RkClaimKind rk_claim_kind_number = {
    .name = "number", .summary = "a number as it is printed", .shape = &shape, .state = state, .test = test};
