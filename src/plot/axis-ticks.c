/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ticks of an axis: which values, which texts, and what gives way when texts would touch. Categories are never left
 * out: they are wrapped, then turned.
 */
#include "plot/guide.h"

#include <math.h>
#include <string.h>

#include "base/format.h"

#include "table/builder.h"

static guint tick_count(const RkAxis *axis)
{
    double length = axis->horizontal ? axis->panel->width : axis->panel->height;
    const RkValue *own = rk_axis_setting(axis, "tickCount");
    if (rk_value_is(own, RK_VALUE_NUMBER))
        return (guint)CLAMP(rk_value_number_or(own, 10), 1, 1000);
    return (guint)CLAMP(ceil(length / rk_axis_number(axis, "tickSpacing", 40)), 1, 100);
}

/** Values that the figure lists itself. */
static gboolean listed(const RkAxis *axis, GArray *values, GError **error)
{
    const RkValue *list = rk_value_get(axis->options, "values");
    for (guint i = 0; i < rk_value_length(list); i++) {
        const RkValue *item = rk_value_at(list, i);
        double number;
        RkFrequency frequency;
        const char *text = rk_value_text_or(item, NULL);
        g_autofree char *year = axis->scale->type->temporal && rk_value_is(item, RK_VALUE_NUMBER)
                                    ? g_strdup_printf("%04.0f", rk_value_number_or(item, 0))
                                    : g_strdup(text);
        if (axis->scale->type->temporal && year != NULL && rk_period_parse(year, strlen(year), &number, &frequency))
            g_array_append_val(values, number);
        else if (rk_plotting_number(axis->panel->plotting, item, &number, error))
            g_array_append_val(values, number);
        else
            return FALSE;
    }
    return TRUE;
}

static const char *keep(const RkAxis *axis, char *text)
{
    const char *kept = text == NULL ? NULL : g_string_chunk_insert_const(axis->panel->plotting->strings, text);
    g_free(text);
    return kept;
}

/** The one row that `labelExpr` sees as datum. */
static RkTable *datum_of(const RkTick *tick)
{
    g_autoptr(RkColumn) value = rk_column_new_numbers("value", g_memdup2(&tick->value, sizeof tick->value), 1);
    RkColumnBuilder *builder = rk_column_builder_new("label", RK_COLUMN_TEXT);
    rk_column_builder_text(builder, tick->text != NULL ? tick->text : "", -1);
    g_autoptr(RkColumn) label = rk_column_builder_finish(builder);
    const RkColumn *columns[] = {value, label};
    return rk_table_new(columns, G_N_ELEMENTS(columns), 1, NULL);
}

/** The text of a tick by `labelExpr`, which sees datum.value and datum.label. */
static gboolean by_expression(RkAxis *axis, RkTick *tick, const RkValue *text, GError **error)
{
    RkPlotting *plotting = axis->panel->plotting;
    g_autoptr(RkExpression) expression = rk_expression_parse(rk_value_text_or(text, ""), rk_value_place(text), error);
    if (expression == NULL)
        return FALSE;
    g_autoptr(RkTable) row = datum_of(tick);
    RkScalar scalar;
    if (!rk_expression_scalar(expression, row, 0, plotting->scope, &scalar, error))
        return FALSE;
    tick->text = keep(axis, rk_scalar_write(scalar));
    return TRUE;
}

/** A malformed number pattern would leave the axis without labels. */
static gboolean check_format(const RkAxis *axis, GError **error)
{
    const RkValue *format = rk_axis_setting(axis, "format");
    if (axis->scale->type->temporal || !rk_value_is(format, RK_VALUE_TEXT))
        return TRUE;
    if (rk_format_number_check(rk_value_text_or(format, ""), error))
        return TRUE;
    if (error != NULL)
        rk_error_locate(*error, rk_value_place(format));
    return FALSE;
}

static gboolean fill_continuous(RkAxis *axis, GError **error)
{
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    if (!listed(axis, values, error))
        return FALSE;
    guint count = tick_count(axis);
    if (values->len == 0)
        rk_scale_ticks(axis->scale, rk_axis_setting(axis, "tickCount"), count, values);
    const char *format = rk_value_text_or(rk_axis_setting(axis, "format"), NULL);
    const RkValue *expression = rk_axis_setting(axis, "labelExpr");
    if (!check_format(axis, error))
        return FALSE;
    for (guint i = 0; i < values->len; i++) {
        double value = g_array_index(values, double, i);
        RkTick tick = {.value = value, .position = rk_scale_map(axis->scale, value)};
        tick.text = keep(axis, axis->scale->type->tick_text(axis->scale, axis->panel->plotting->locale, value, format,
                                                            count, values));
        if (expression != NULL && !by_expression(axis, &tick, expression, error))
            return FALSE;
        g_array_append_val(axis->ticks, tick);
    }
    return TRUE;
}

static const char *category_text(RkAxis *axis, guint category)
{
    const char *text = g_ptr_array_index(axis->scale->categories, category);
    double wrap = rk_axis_number(axis, "labelWrap", 0);
    if (axis->horizontal && wrap > 0)
        wrap = axis->scale->step - 4;
    if (wrap > 0)
        text = rk_plotting_wrap(axis->panel->plotting, &axis->label_font, text, wrap);
    return rk_plotting_limit(axis->panel->plotting, &axis->label_font, text, rk_axis_number(axis, "labelLimit", 0));
}

static gboolean fill_discrete(RkAxis *axis, GError **error)
{
    const RkValue *expression = rk_axis_setting(axis, "labelExpr");
    for (guint i = 0; i < axis->scale->categories->len; i++) {
        RkTick tick = {.category = i, .highlighted = rk_scale_category_highlighted(axis->scale, i)};
        tick.position = rk_scale_band_start(axis->scale, i) +
                        rk_scale_band_size(axis->scale, i) * rk_axis_number(axis, "bandPosition", 0.5);
        tick.text = category_text(axis, i);
        if (expression != NULL && !by_expression(axis, &tick, expression, error))
            return FALSE;
        g_array_append_val(axis->ticks, tick);
    }
    return TRUE;
}

static void measure(RkAxis *axis)
{
    for (guint i = 0; i < axis->ticks->len; i++) {
        RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        RkFont font = axis->label_font;
        font.weight = tick->highlighted ? 600 : font.weight;
        tick->width = tick->text == NULL ? 0 : rk_plotting_text_width(axis->panel->plotting, &font, tick->text);
    }
}

static gboolean touching(const RkAxis *axis)
{
    const RkTick *before = NULL;
    for (guint i = 0; i < axis->ticks->len; i++) {
        const RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->text == NULL)
            continue;
        double needed =
            axis->horizontal && before != NULL ? (before->width + tick->width) / 2 + 4 : axis->label_font.size;
        if (before != NULL && fabs(tick->position - before->position) < needed)
            return TRUE;
        before = tick;
    }
    return FALSE;
}

/** Leaves out every second text until none touch. */
static void thin(RkAxis *axis)
{
    for (guint every = 2; touching(axis) && every < axis->ticks->len * 2; every *= 2) {
        for (guint i = 0; i < axis->ticks->len; i++) {
            if (i % every != 0)
                g_array_index(axis->ticks, RkTick, i).text = NULL;
        }
    }
}

gboolean rk_axis_fill(RkAxis *axis, GError **error)
{
    g_array_set_size(axis->ticks, 0);
    axis->label_angle = rk_axis_number(axis, "labelAngle", 0);
    gboolean discrete = axis->scale->type->discrete;
    if (!(discrete ? fill_discrete(axis, error) : fill_continuous(axis, error)))
        return FALSE;
    measure(axis);
    if (!discrete && axis->label_angle == 0 && rk_axis_flag(axis, "labelOverlap", TRUE))
        thin(axis);
    else if (discrete && axis->horizontal && rk_axis_setting(axis, "labelAngle") == NULL && touching(axis))
        axis->label_angle = -90;
    return TRUE;
}
