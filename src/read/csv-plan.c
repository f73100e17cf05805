/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which columns of a header are kept and how their cells are to be understood. Names that the declarations speak of
 * must be there.
 */
#include "read/csv-private.h"

#include <string.h>

/* Units, flags and reasons come along with what they speak of. */
static gboolean is_kept(const char *name, const char *const *columns, gboolean measure)
{
    return rk_rules_is_wanted(name, columns) || rk_rules_comes_along(name, measure, columns);
}

/* TRUE when one of the texts could be read as a plain number. */
static gboolean may_be_numbers(const RkValue *tokens)
{
    if (rk_value_is(tokens, RK_VALUE_TEXT))
        return strpbrk(rk_value_text_or(tokens, ""), "0123456789") != NULL;
    for (guint i = 0; i < rk_value_length(tokens); i++)
        if (may_be_numbers(rk_value_at(tokens, i)))
            return TRUE;
    return FALSE;
}

RkCsvPlan *rk_csv_plan_new(const GPtrArray *header, const RkCsvDialect *dialect, const RkReadOptions *options,
                           GError **error)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    for (guint i = 0; i < header->len; i++)
        if (header->pdata[i] != NULL)
            g_ptr_array_add(known, header->pdata[i]);
    if (!rk_rules_check_names(options, known, error))
        return NULL;
    RkCsvPlan *plan = g_new0(RkCsvPlan, 1);
    gboolean measure = rk_rules_may_measure(known, options->columns);
    plan->delimiter = dialect->delimiter;
    plan->fields = header->len;
    plan->slots = g_new(gint32, header->len);
    plan->rules = g_new0(RkCellRules, header->len);
    plan->textual = g_new0(gint, header->len);
    plan->scanned = g_new0(gboolean, header->len);
    plan->shown = g_new0(gboolean, header->len);
    for (guint i = 0; i < header->len; i++) {
        const char *name = header->pdata[i];
        plan->slots[i] = -1;
        if (name == NULL || !is_kept(name, options->columns, measure))
            continue;
        plan->slots[i] = (gint32)plan->count;
        plan->shown[plan->count] = rk_rules_is_wanted(name, options->columns);
        plan->rules[plan->count] = rk_rules_for(name, options->format, dialect->number);
        plan->rules[plan->count].loose = options->vega_types;
        plan->scanned[plan->count] =
            !may_be_numbers(plan->rules[plan->count].missing) && !may_be_numbers(plan->rules[plan->count].missing_here);
        plan->textual[plan->count] = rk_rules_begin_as_text(&plan->rules[plan->count]);
        plan->count++;
    }
    return plan;
}

void rk_csv_plan_free(RkCsvPlan *plan)
{
    if (plan == NULL)
        return;
    g_free(plan->slots);
    g_free(plan->rules);
    g_free(plan->textual);
    g_free(plan->scanned);
    g_free(plan->shown);
    g_free(plan);
}
