/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * index: each value as an index number, 100 in the base period. The base is a period (the mean of its parts where the
 * data are finer) or the first value of each group. A group whose base is not above zero has no index.
 */
#include "transform/verb.h"

#include <math.h>

typedef struct {
    RkMishap absent, not_positive;
} Mishaps;

/** The base value of a group; `*text` becomes the base period in words (g_malloc'ed). */
static double base_of(const RkMeasure *measure, const RkPanel *panel, const RkSpan *span, guint32 group, gsize *found,
                      char **text)
{
    if (span != NULL) {
        *text = g_strdup(span->text);
        return rk_span_mean(span, panel, measure, group, found);
    }
    gsize count;
    const guint32 *rows = rk_measure_rows(measure, group, &count);
    guint32 first = rk_panel_observed(panel, measure, group, FALSE);
    *found = first != G_MAXUINT32;
    if (*found)
        rk_flagging_group(measure->flagging, group, rows[first]);
    *text = first == G_MAXUINT32 ? NULL : rk_column_write(panel->time, rows[first]);
    return first == G_MAXUINT32 ? NAN : measure->values[rows[first]];
}

static void index_group(const RkMeasure *measure, guint32 group, double base, double *results, Mishaps *mishaps)
{
    gsize count;
    const guint32 *rows = rk_measure_rows(measure, group, &count);
    if (count == 0)
        return;
    if (isnan(base))
        rk_mishap_add(&mishaps->absent, rows[0]);
    else if (base <= 0)
        rk_mishap_add(&mishaps->not_positive, rows[0]);
    for (gsize i = 0; i < count && base > 0; i++)
        results[rows[i]] = measure->values[rows[i]] == base ? 100 : 100 * measure->values[rows[i]] / base;
}

static RkTable *index_all(const RkValue *options, const RkMeasure *measure, const RkPanel *panel, const RkSpan *span,
                          GError **error)
{
    Mishaps mishaps = {{.reason = "no value in the base period"}, {.reason = "the base is not above zero"}};
    g_autofree double *results = rk_missing_new(measure->groups->rows);
    RkColumnBuilder *builder = rk_column_builder_new("unit", RK_COLUMN_TEXT);
    gsize rows_found = 0;
    for (guint32 group = 0; group < measure->groups->count; group++) {
        g_autofree char *text = NULL;
        gsize found;
        double base = base_of(measure, panel, span, group, &found, &text);
        g_autofree char *unit = text == NULL ? NULL : g_strconcat("INDEX_", text, NULL);
        rk_column_builder_text(builder, unit, -1);
        index_group(measure, group, base, results, &mishaps);
        rows_found += found;
    }
    g_autoptr(RkColumn) units = rk_column_builder_finish(builder);
    if (span != NULL && rows_found == 0 && measure->groups->rows > 0) {
        rk_span_fail(span, panel, measure, rk_value_place(rk_value_get(options, "base")), error);
        return NULL;
    }
    rk_mishap_report(&mishaps.absent, measure, "group");
    rk_mishap_report(&mishaps.not_positive, measure, "group");
    return rk_measure_result(measure, rk_value_text_or(rk_value_get(options, "as"), "index"), g_steal_pointer(&results),
                             rk_column_gather(units, measure->groups->of_row, measure->groups->rows));
}

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    const RkValue *base = rk_value_get(options, "base");
    g_auto(RkMeasure) measure = {NULL};
    g_auto(RkPanel) panel = {NULL};
    if (!rk_measure_read(options, "index", input, context, &measure, error) ||
        !rk_panel_read(rk_value_get(options, "time"), &measure, &panel, error))
        return NULL;
    if (base == NULL || rk_value_is_text(base, "first"))
        return index_all(options, &measure, &panel, NULL, error);
    RkSpan span = {0};
    RkTable *table =
        rk_span_read(base, &panel, &span, error) ? index_all(options, &measure, &panel, &span, error) : NULL;
    g_free(span.text);
    return table;
}

static const RkProperty properties[] = {
    {.name = "index", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column to turn into index numbers"},
    {.name = "time", .allow = RK_ALLOW_TEXT, .summary = "the column of periods: time, else the only one"},
    {.name = "base",
     .allow = RK_ALLOW_TEXT | RK_ALLOW_NUMBER,
     .summary = "the period that is 100, or first: the first value of each group"},
    RK_PROPERTY_GROUPBY,
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: index"},
    {NULL}};
static const RkShape shape = {.name = "an index transform", .properties = properties};

const RkTransform rk_transform_index = {
    .name = "index", .summary = "index numbers, 100 in a base period", .shape = &shape, .apply = apply};
