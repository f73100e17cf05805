/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row that others are compared with: picked by a predicate, exactly one in each group. None or several would be a
 * comparison with something else than was meant, so both are errors.
 */
#include "transform/verb.h"

#include <math.h>

/** The words of a predicate for messages: an expression as it stands, a map by its place. */
static char *predicate_words(const RkValue *predicate)
{
    const char *text = rk_value_text_or(predicate, NULL);
    return text == NULL ? g_strdup("the predicate") : g_strdup_printf("\"%s\"", text);
}

static void fail(const RkValue *predicate, const RkMeasure *measure, guint32 row, gsize found, GError **error)
{
    g_autofree char *words = predicate_words(predicate);
    g_autofree char *group = rk_measure_group_words(measure, row);
    if (found == 0)
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(predicate),
                     "the benchmark must be among the rows, once in each group", "%s: no row%s matches %s",
                     measure->verb, group, words);
    else
        rk_error_set(error, RK_ERROR_DATA, rk_value_place(predicate),
                     "filter, or add the column that tells them apart to groupby",
                     "%s: %" G_GSIZE_FORMAT " rows%s match %s instead of one", measure->verb, found, group, words);
}

double *rk_reference_values(const RkValue *predicate, const RkMeasure *measure, const RkScope *scope, GError **error)
{
    g_autofree guint8 *truth = rk_option_truth(predicate, measure->input, scope, error);
    if (truth == NULL)
        return NULL;
    g_autofree double *references = rk_missing_new(measure->groups->count);
    for (guint32 group = 0; group < measure->groups->count; group++) {
        gsize count, found = 0;
        const guint32 *rows = rk_measure_rows(measure, group, &count);
        for (gsize i = 0; i < count; i++) {
            if (!truth[rows[i]])
                continue;
            references[group] = measure->values[rows[i]];
            rk_flagging_group(measure->flagging, group, rows[i]);
            found++;
        }
        if (found == 1 || count == 0)
            continue;
        fail(predicate, measure, rows[0], found, error);
        return NULL;
    }
    return g_steal_pointer(&references);
}
