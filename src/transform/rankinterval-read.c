/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the options of rankinterval. Contradictions, mixed units and values without the error that they need are
 * refused with their place.
 */
#include "transform/rankinterval.h"

#include <math.h>

#define SEED_USUAL 1
/* A number may be printed with so many decimals, or rounded to so many tens. */
#define DECIMALS_MOST 15

void rk_rank_interval_clear(RkRankInterval *how)
{
    g_clear_pointer(&how->columns, g_ptr_array_unref);
    g_clear_pointer(&how->values, g_free);
    g_clear_pointer(&how->widths, g_free);
    g_clear_pointer(&how->weights, g_free);
    g_clear_pointer(&how->keys, g_free);
}

static gboolean fail(const RkValue *value, const char *hint, const char *message, GError **error)
{
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), hint, "rankinterval: %s", message);
    return FALSE;
}

/** A whole number between two others, or `otherwise`. */
static gboolean read_whole(const RkValue *options, const char *name, double otherwise, double least, double most,
                           double *number, GError **error)
{
    const RkValue *value = rk_value_get(options, name);
    *number = rk_value_number_or(value, otherwise);
    if (*number >= least && *number <= most && floor(*number) == *number)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(value), NULL,
                 "rankinterval: %s is a whole number from %.0f to %.0f", name, least, most);
    return FALSE;
}

static gboolean read_drawing(const RkValue *options, RkRankDrawing *drawing, GError **error)
{
    double draws, seed;
    const RkValue *level = rk_value_get(options, "level");
    if (!read_whole(options, "draws", 10000, 1, RK_RANK_DRAWS_MOST, &draws, error) ||
        !read_whole(options, "seed", SEED_USUAL, 0, 0x1p53, &seed, error))
        return FALSE;
    drawing->draws = (guint)draws;
    drawing->seed = (guint64)seed;
    drawing->level = rk_value_number_or(level, 0.95);
    drawing->order = rk_value_is_text(rk_value_get(options, "order"), "ascending") ? RK_ASCENDING : RK_DESCENDING;
    if (!(drawing->level >= 0.5 && drawing->level <= 1))
        return fail(level, NULL, "level is a share from 0.5 to 1", error);
    return TRUE;
}

/** Which of the three ways the options choose. */
static gboolean read_kind(const RkValue *options, RkIntervalKind *kind, GError **error)
{
    const RkValue *what = rk_value_get(options, "rankinterval"), *errors = rk_value_get(options, "error");
    const RkValue *rounding = rk_value_get(options, "rounding"), *weights = rk_value_get(options, "weights");
    const RkValue *noise = rk_value_get(options, "noise");
    if (rk_value_is(what, RK_VALUE_LIST)) {
        *kind = RK_INTERVAL_WEIGHTS;
        if (errors != NULL || rounding != NULL)
            return fail(errors != NULL ? errors : rounding, NULL,
                        "indicators vary by their weights, not by errors or rounding", error);
        if (rk_value_length(what) == 0)
            return fail(what, NULL, "a list without an indicator", error);
        if ((weights == NULL) != (noise == NULL))
            return fail(weights != NULL ? weights : noise, "without both, every weighting is as likely",
                        "weights and noise go together", error);
        return TRUE;
    }
    if (weights != NULL || noise != NULL)
        return fail(weights != NULL ? weights : noise, "rankinterval: [a, b, c]", "weights need a list of indicators",
                    error);
    if ((errors == NULL) == (rounding == NULL))
        return fail(what, NULL, "a single column needs either error or rounding", error);
    *kind = errors != NULL ? RK_INTERVAL_ERRORS : RK_INTERVAL_ROUNDING;
    return TRUE;
}

/** The unit of a column in each group must be that of the column before. */
static gboolean check_unit(const RkColumn *unit, const RkColumn *before, const RkGroups *groups, const RkValue *name,
                           GError **error)
{
    for (guint32 group = 0; group < groups->count; group++) {
        const char *left = before == NULL ? NULL : rk_column_text(before, group);
        const char *right = unit == NULL ? NULL : rk_column_text(unit, group);
        if (g_strcmp0(left, right) == 0)
            continue;
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(name), "normalize the indicators first",
                     "rankinterval over indicators in different units, %s and %s", left == NULL ? "none" : left,
                     right == NULL ? "none" : right);
        return FALSE;
    }
    return TRUE;
}

static gboolean read_columns(const RkValue *options, const RkTable *input, const RkGroups *groups, const RkScope *scope,
                             RkRankInterval *how, GError **error)
{
    const RkValue *names = rk_value_get(options, "rankinterval");
    gboolean single = how->kind != RK_INTERVAL_WEIGHTS;
    guint count = single ? 1 : rk_value_length(names);
    g_autoptr(RkColumn) before = NULL;
    how->columns = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    how->values = g_new(const double *, count);
    for (guint i = 0; i < count; i++) {
        const RkValue *name = single ? names : rk_value_at(names, i);
        const RkColumn *column = rk_option_column(name, input, "rankinterval", error);
        g_autoptr(RkColumn) unit = NULL;
        RkColumn *values =
            column == NULL ? NULL : rk_ranked_values(column, rk_value_get(options, "exclude"), input, scope, error);
        if (values == NULL)
            return FALSE;
        g_ptr_array_add(how->columns, values);
        how->values[i] = rk_column_numbers(values);
        if (!rk_groups_unit(groups, values, input, "rankinterval", rk_value_place(name), &unit, error) ||
            (i > 0 && !check_unit(unit, before, groups, name, error)))
            return FALSE;
        g_clear_pointer(&before, rk_column_unref);
        before = g_steal_pointer(&unit);
    }
    return TRUE;
}

/** Every value that is ranked needs its number beside it. */
static gboolean check_beside(const RkRankInterval *how, const double *beside, double least, double most,
                             const RkValue *name, const RkTable *input, GError **error)
{
    for (gsize row = 0; row < rk_table_rows(input); row++) {
        if (isnan(how->values[0][row]) || (beside[row] >= least && beside[row] <= most))
            continue;
        RkPlace origin = rk_table_origin(input, row);
        g_autofree char *hint = origin.line == 0 || origin.file == NULL
                                    ? NULL
                                    : g_strdup_printf("the row is %s:%u", origin.file, origin.line);
        g_autofree char *found = isnan(beside[row]) ? g_strdup("none") : g_strdup_printf("%g", beside[row]);
        rk_error_set(
            error, RK_ERROR_DATA, rk_value_place(name), hint, "rankinterval: a value with %s %s in column \"%s\"",
            how->kind == RK_INTERVAL_ERRORS ? "the standard error" : "the decimals", found, rk_value_text_or(name, ""));
        return FALSE;
    }
    return TRUE;
}

/** A number printed with d decimals lies within half a unit of the last one. */
static double half_width(double decimals)
{
    return 0.5 * pow(10, -decimals);
}

static gboolean read_widths(const RkValue *options, const RkTable *input, RkRankInterval *how, GError **error)
{
    gboolean errors = how->kind == RK_INTERVAL_ERRORS;
    const RkValue *name = rk_value_get(options, errors ? "error" : "rounding");
    gsize rows = rk_table_rows(input);
    how->widths = g_new(double, rows + 1);
    if (!rk_value_is(name, RK_VALUE_TEXT)) {
        double decimals;
        if (!read_whole(options, "rounding", 0, -DECIMALS_MOST, DECIMALS_MOST, &decimals, error))
            return FALSE;
        for (gsize row = 0; row < rows; row++)
            how->widths[row] = half_width(decimals);
        return TRUE;
    }
    const RkColumn *column = rk_option_column(name, input, "rankinterval", error);
    g_autofree double *made = NULL;
    const double *beside = column == NULL ? NULL : rk_column_doubles(column, &made);
    if (beside == NULL || !check_beside(how, beside, errors ? 0 : -DECIMALS_MOST, errors ? G_MAXDOUBLE : DECIMALS_MOST,
                                        name, input, error))
        return FALSE;
    for (gsize row = 0; row < rows; row++)
        how->widths[row] = errors ? beside[row] : half_width(beside[row]);
    return TRUE;
}

static gboolean read_weights(const RkValue *options, RkRankInterval *how, GError **error)
{
    const RkValue *weights = rk_value_get(options, "weights"), *noise = rk_value_get(options, "noise");
    if (weights == NULL)
        return TRUE;
    if (rk_value_length(weights) != how->columns->len)
        return fail(weights, NULL, "one weight for each indicator is needed", error);
    how->weights = g_new(double, how->columns->len);
    how->noise = rk_value_number_or(noise, 0);
    for (guint i = 0; i < how->columns->len; i++)
        how->weights[i] = rk_value_number_or(rk_value_at(weights, i), NAN);
    if (!(how->noise > 0 && how->noise <= 1))
        return fail(noise, NULL, "noise is above 0 and at most 1", error);
    return TRUE;
}

gboolean rk_rank_interval_read(const RkValue *options, const RkTable *input, const RkGroups *groups,
                               const RkScope *scope, RkRankInterval *how, GError **error)
{
    if (!read_drawing(options, &how->drawing, error) || !read_kind(options, &how->kind, error) ||
        !read_columns(options, input, groups, scope, how, error) ||
        !rk_ranked_tie_break(rk_value_get(options, "tiebreak"), input, scope, &how->keys, error))
        return FALSE;
    return how->kind == RK_INTERVAL_WEIGHTS ? read_weights(options, how, error)
                                            : read_widths(options, input, how, error);
}
