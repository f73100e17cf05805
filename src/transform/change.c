/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * change: the difference of each value to an earlier one of its group. The difference of percentages is percentage
 * points; other units stay.
 */
#include "transform/earlier.h"

static RkTable *apply(const RkValue *options, const RkTable *input, const RkTransformContext *context, GError **error)
{
    g_auto(RkMeasure) measure = {NULL};
    g_auto(RkPanel) panel = {NULL};
    g_auto(RkEarlier) earlier = {0};
    g_auto(RkEarlierValues) before = {NULL};
    if (!rk_measure_read(options, "change", input, context, &measure, error) ||
        !rk_panel_read(rk_value_get(options, "time"), &measure, &panel, error) ||
        !rk_earlier_read(options, &panel, &earlier, error) ||
        !rk_earlier_values(&earlier, &panel, &measure, &before, error))
        return NULL;
    double *changes = rk_missing_new(measure.groups->rows);
    for (gsize row = 0; row < measure.groups->rows; row++)
        changes[row] = measure.values[row] - before.values[row];
    return rk_measure_result(&measure, rk_value_text_or(rk_value_get(options, "as"), "change"), changes,
                             rk_measure_unit(&measure, rk_unit_difference));
}

static const RkProperty properties[] = {
    {.name = "change", .allow = RK_ALLOW_TEXT, .required = TRUE, .summary = "the column"},
    {.name = "time", .allow = RK_ALLOW_TEXT, .summary = "the column of periods: time, else the only one"},
    RK_PROPERTY_FROM,
    RK_PROPERTY_LAG,
    RK_PROPERTY_GROUPBY,
    {.name = "as", .allow = RK_ALLOW_TEXT, .summary = "name of the new column: change"},
    {NULL}};
static const RkShape shape = {.name = "a change transform", .properties = properties};

const RkTransform rk_transform_change = {
    .name = "change", .summary = "the difference to an earlier period", .shape = &shape, .apply = apply};
