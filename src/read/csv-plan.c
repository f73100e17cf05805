/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which columns of a header are kept and how their cells are to be understood. Names that the declarations speak of
 * must be there.
 */
#include "read/csv-private.h"

#include "base/shape.h"

static gboolean is_wanted(const char *name, const char *const *columns)
{
    return columns == NULL || g_strv_contains(columns, name);
}

static gboolean any_measure(const GPtrArray *header, const char *const *columns)
{
    for (guint i = 0; i < header->len; i++)
        if (rk_column_role(header->pdata[i]) == RK_ROLE_MEASURE && is_wanted(header->pdata[i], columns))
            return TRUE;
    return FALSE;
}

/* Units and flags come along with the measure they speak of. */
static gboolean is_kept(const char *name, const char *const *columns, gboolean measure)
{
    RkColumnRole role = rk_column_role(name);
    return is_wanted(name, columns) || (measure && (role == RK_ROLE_UNIT || role == RK_ROLE_FLAG));
}

static RkParse parse_of(const char *name, const RkCsvDialect *dialect)
{
    static const struct {
        const char *word;
        RkParse parse;
    } words[] = {{"number", RK_PARSE_NUMBER},
                 {"date", RK_PARSE_TIME},
                 {"time", RK_PARSE_TIME},
                 {"boolean", RK_PARSE_BOOLEAN},
                 {"string", RK_PARSE_TEXT}};
    const RkValue *declared = rk_value_get(dialect->parse, name);
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (rk_value_is_text(declared, words[i].word))
            return words[i].parse;
    RkColumnRole role = rk_column_role(name);
    return role == RK_ROLE_UNIT || role == RK_ROLE_FLAG ? RK_PARSE_TEXT : RK_PARSE_INFER;
}

static void add_column(RkCsvPlan *plan, const char *name, const RkCsvDialect *dialect)
{
    gboolean by_name = rk_value_is(dialect->missing, RK_VALUE_MAP);
    RkParse parse = parse_of(name, dialect);
    plan->rules[plan->count] = (RkCellRules){.name = name,
                                             .parse = parse,
                                             .syntax = dialect->number,
                                             .missing = by_name ? NULL : dialect->missing,
                                             .missing_here = by_name ? rk_value_get(dialect->missing, name) : NULL};
    plan->textual[plan->count] = parse == RK_PARSE_TIME || parse == RK_PARSE_BOOLEAN || parse == RK_PARSE_TEXT;
    plan->count++;
}

/* Every key of `map` must name a column. */
static gboolean check_names(const RkValue *map, const char *what, const GPtrArray *header, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_sized_new(header->len + 1);
    for (guint i = 0; i < header->len; i++)
        g_ptr_array_add(names, header->pdata[i]);
    g_ptr_array_add(names, NULL);
    for (guint i = 0; rk_value_is(map, RK_VALUE_MAP) && i < rk_value_length(map); i++) {
        const char *name = rk_value_key_at(map, i);
        if (g_strv_contains((const char *const *)names->pdata, name))
            continue;
        const char *nearest = rk_nearest_word(name, (const char *const *)names->pdata);
        g_autofree char *hint = nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : NULL;
        rk_error_set(error, RK_ERROR_SPEC, rk_value_key_place_at(map, i), hint,
                     "format.%s names the column \"%s\", which the file does not have", what, name);
        return FALSE;
    }
    return TRUE;
}

RkCsvPlan *rk_csv_plan_new(const GPtrArray *header, const RkCsvDialect *dialect, const RkReadOptions *options,
                           GError **error)
{
    if (!check_names(dialect->parse, "parse", header, error) ||
        !check_names(dialect->missing, "missing", header, error))
        return NULL;
    RkCsvPlan *plan = g_new0(RkCsvPlan, 1);
    gboolean measure = any_measure(header, options->columns);
    plan->delimiter = dialect->delimiter;
    plan->fields = header->len;
    plan->slots = g_new(gint32, header->len);
    plan->rules = g_new0(RkCellRules, header->len);
    plan->textual = g_new0(gint, header->len);
    plan->shown = g_new0(gboolean, header->len);
    for (guint i = 0; i < header->len; i++) {
        const char *name = header->pdata[i];
        plan->slots[i] = -1;
        if (!is_kept(name, options->columns, measure))
            continue;
        plan->slots[i] = (gint32)plan->count;
        plan->shown[plan->count] = is_wanted(name, options->columns);
        add_column(plan, name, dialect);
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
    g_free(plan->shown);
    g_free(plan);
}
