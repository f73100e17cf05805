/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What gives way when labels would touch, by Vega's two methods: every second one, again and again, or each that
 * touches the last one kept. First and last stay when nothing else does.
 */
#include "plot/axis-private.h"

#include <math.h>

typedef struct {
    GPtrArray *all;  /**< RkTick with something to show */
    GPtrArray *kept; /**< those of them that stay */
    double separation;
} Labels;

static gboolean touch(const RkReach *a, const RkReach *b, double separation)
{
    return separation > fmax(fmax(b->x1 - a->x2, a->x1 - b->x2), fmax(b->y1 - a->y2, a->y1 - b->y2));
}

static gboolean any_touch(const Labels *labels)
{
    for (guint i = 1; i < labels->kept->len; i++) {
        const RkTick *a = g_ptr_array_index(labels->kept, i - 1), *b = g_ptr_array_index(labels->kept, i);
        if (touch(&a->bounds, &b->bounds, labels->separation))
            return TRUE;
    }
    return FALSE;
}

static void keep_every_second(Labels *labels)
{
    g_autoptr(GPtrArray) before = g_steal_pointer(&labels->kept);
    labels->kept = g_ptr_array_new();
    for (guint i = 0; i < before->len; i += 2)
        g_ptr_array_add(labels->kept, g_ptr_array_index(before, i));
}

static void keep_untouched(Labels *labels)
{
    g_autoptr(GPtrArray) before = g_steal_pointer(&labels->kept);
    labels->kept = g_ptr_array_new();
    const RkTick *last = NULL;
    for (guint i = 0; i < before->len; i++) {
        RkTick *tick = g_ptr_array_index(before, i);
        if (last != NULL && touch(&last->bounds, &tick->bounds, labels->separation))
            continue;
        g_ptr_array_add(labels->kept, tick);
        last = tick;
    }
}

/** When hardly anything is left, the last label takes the place of the one before. */
static void keep_last(Labels *labels)
{
    gpointer last = g_ptr_array_index(labels->all, labels->all->len - 1);
    if (labels->kept->len >= 3 || g_ptr_array_find(labels->kept, last, NULL))
        return;
    if (labels->kept->len > 1)
        g_ptr_array_remove_index(labels->kept, labels->kept->len - 1);
    g_ptr_array_add(labels->kept, last);
}

static void reduce(Labels *labels, gboolean greedy)
{
    if (labels->kept->len < 3 || !any_touch(labels))
        return;
    do {
        if (greedy)
            keep_untouched(labels);
        else
            keep_every_second(labels);
    } while (labels->kept->len >= 3 && any_touch(labels));
    keep_last(labels);
}

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
    gboolean cut =
        rk_value_has(use->definition, "timeUnit") && !rk_value_is(rk_value_get(use->definition, "sort"), RK_VALUE_MAP);
    if (rk_value_is(own, RK_VALUE_TEXT))
        return rk_value_text_or(own, NULL);
    if (own != NULL)
        return rk_value_boolean_or(own, FALSE) ? "parity" : NULL;
    if (names && !cut)
        return NULL;
    const char *scale = axis->scale->type->name;
    return g_str_equal(scale, "log") || g_str_equal(scale, "symlog") ? "greedy" : "parity";
}

static void hide_others(const Labels *labels)
{
    g_autoptr(GHashTable) kept = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < labels->kept->len; i++)
        g_hash_table_add(kept, g_ptr_array_index(labels->kept, i));
    for (guint i = 0; i < labels->all->len; i++) {
        RkTick *tick = g_ptr_array_index(labels->all, i);
        if (!g_hash_table_contains(kept, tick))
            tick->text = tick->label.text = NULL;
    }
}

void rk_axis_thin_labels(RkAxis *axis)
{
    const char *method = method_of(axis);
    const RkValue *bound = rk_axis_setting(axis, "labelBound");
    gboolean bounded =
        rk_value_is(bound, RK_VALUE_NUMBER) ? rk_value_number_or(bound, 0) != 0 : rk_value_boolean_or(bound, FALSE);
    Labels labels = {g_ptr_array_new(), g_ptr_array_new(), rk_axis_number(axis, "labelSeparation", 0)};
    for (guint i = 0; i < axis->ticks->len; i++) {
        RkTick *tick = &g_array_index(axis->ticks, RkTick, i);
        if (tick->bounds.x2 - tick->bounds.x1 > 1 && tick->bounds.y2 - tick->bounds.y1 > 1) {
            g_ptr_array_add(labels.all, tick);
            g_ptr_array_add(labels.kept, tick);
        }
    }
    if (method != NULL && labels.all->len > 0)
        reduce(&labels, g_str_equal(method, "greedy"));
    if (method != NULL)
        hide_others(&labels);
    for (guint i = 0; bounded && method != NULL && i < labels.all->len; i++) {
        RkTick *tick = g_ptr_array_index(labels.all, i);
        if (leaves(axis, tick, fmax(1, rk_value_number_or(bound, 1))))
            tick->text = tick->label.text = NULL;
    }
    g_ptr_array_unref(labels.all);
    g_ptr_array_unref(labels.kept);
}
