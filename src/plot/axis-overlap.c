/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What gives way when the labels of an axis would touch, and labels that leave their axis.
 */
#include "plot/axis-private.h"
#include "plot/overlap.h"

#include <math.h>

/** Labels that leave the axis by more than the tolerance. */
static gboolean leaves(const RkAxis *axis, const RkTick *tick, double tolerance)
{
    double low = fmin(axis->scale->range[0], axis->scale->range[1]) + axis->position - tolerance;
    double high = fmax(axis->scale->range[0], axis->scale->range[1]) + axis->position + tolerance;
    return axis->horizontal ? tick->bounds.x1 < low || tick->bounds.x2 > high
                            : tick->bounds.y1 < low || tick->bounds.y2 > high;
}

static const char *method_of(const RkAxis *axis)
{
    const RkUse *use = g_ptr_array_index(axis->uses, 0);
    const RkValue *own = rk_axis_setting(axis, "labelOverlap");
    gboolean names = use->measure == RK_NOMINAL || use->measure == RK_ORDINAL;
    const RkValue *sort = rk_value_get(use->definition, "sort");
    /* In an order of one's own the words between cannot be guessed. */
    gboolean listed = axis->scale->plotting->vega_lite && rk_value_is(sort, RK_VALUE_LIST);
    gboolean cut = rk_value_has(use->definition, "timeUnit") && !rk_value_is(sort, RK_VALUE_MAP) && !listed;
    if (rk_value_is(own, RK_VALUE_TEXT))
        return rk_value_text_or(own, NULL);
    if (own != NULL)
        return rk_value_boolean_or(own, FALSE) ? "parity" : NULL;
    if (names && !cut)
        return NULL;
    const char *scale = axis->scale->type->name;
    return g_str_equal(scale, "log") || g_str_equal(scale, "symlog") ? "greedy" : "parity";
}

static gboolean has_extent(const RkTick *tick)
{
    return tick->bounds.x2 - tick->bounds.x1 > 1 && tick->bounds.y2 - tick->bounds.y1 > 1;
}

static void hide(RkTick *tick)
{
    tick->text = tick->label.text = NULL;
}

/** Hides what would touch; of labels without a text, which take room where nothing gives way, nothing remains. */
static void thin(const RkAxis *axis, const GPtrArray *shown, gboolean greedy)
{
    g_autofree RkReach *boxes = g_new(RkReach, shown->len);
    g_autofree guint8 *kept = g_new(guint8, shown->len);
    for (guint i = 0; i < shown->len; i++)
        boxes[i] = ((const RkTick *)g_ptr_array_index(shown, i))->bounds;
    rk_overlap_thin(boxes, shown->len, greedy, rk_axis_number(axis, "labelSeparation", 0), kept);
    for (guint i = 0; i < shown->len; i++) {
        if (!kept[i])
            hide(g_ptr_array_index(shown, i));
    }
    for (guint i = 0; i < axis->ticks->len; i++)
        g_array_index(axis->ticks, RkTick, i).blank = FALSE;
}

void rk_axis_thin_labels(RkAxis *axis)
{
    const char *method = method_of(axis);
    const RkValue *bound = rk_axis_setting(axis, "labelBound");
    gboolean bounded =
        rk_value_is(bound, RK_VALUE_NUMBER) ? rk_value_number_or(bound, 0) != 0 : rk_value_boolean_or(bound, FALSE);
    g_autoptr(GPtrArray) shown = g_ptr_array_new();
    for (guint i = 0; i < axis->ticks->len; i++) {
        RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (has_extent(tick))
            g_ptr_array_add(shown, tick);
    }
    if (method == NULL || shown->len == 0)
        return;
    thin(axis, shown, g_str_equal(method, "greedy"));
    for (guint i = 0; bounded && i < shown->len; i++) {
        RkTick *tick = g_ptr_array_index(shown, i);
        if (leaves(axis, tick, fmax(1, rk_value_number_or(bound, 1))))
            hide(tick);
    }
}
