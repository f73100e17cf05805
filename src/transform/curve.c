/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sampling of curves as the grammar does it, so that a trend line has the points that a reader of its files expects.
 */
#include "transform/curve.h"

#include <math.h>
#include <string.h>

#include "table/builder.h"

/* Half a degree. */
#define STRAIGHT (0.5 * G_PI / 180)

static RkSampledPoint point_at(RkCurve curve, gconstpointer user, double x)
{
    RkSampledPoint point = {.x = x, .value = NAN, .low = NAN, .high = NAN};
    curve(user, &point);
    return point;
}

/* 1 / height of the curve over the first points. */
static double height_scale(const RkSampledPoint *first, const GArray *rest)
{
    double least = first->value, greatest = first->value;
    for (guint i = 0; i < rest->len; i++) {
        double value = g_array_index(rest, RkSampledPoint, i).value;
        least = value < least ? value : least;
        greatest = value > greatest ? value : greatest;
    }
    return greatest > least ? 1 / (greatest - least) : NAN;
}

/* Whether the way from p to q points elsewhere than that from p to r. NaN never bends. */
static gboolean bends(double width, double half, double p, double q, double r)
{
    return fabs(atan2(r - p, width) - atan2(q - p, half)) > STRAIGHT;
}

static gboolean point_bends(const RkSampledPoint *p, const RkSampledPoint *q, const RkSampledPoint *r, double sx,
                            double sy)
{
    double width = sx * (r->x - p->x), half = sx * (q->x - p->x);
    return bends(width, half, sy * p->value, sy * q->value, sy * r->value) ||
           bends(width, half, sy * p->low, sy * q->low, sy * r->low) ||
           bends(width, half, sy * p->high, sy * q->high, sy * r->high);
}

GArray *rk_curve_sample(RkCurve curve, gconstpointer user, double first, double last, guint least, guint most)
{
    GArray *points = g_array_new(FALSE, FALSE, sizeof(RkSampledPoint));
    g_autoptr(GArray) ahead = g_array_new(FALSE, FALSE, sizeof(RkSampledPoint));
    double span = last - first;
    RkSampledPoint point = point_at(curve, user, first), end = point_at(curve, user, last);
    g_array_append_val(points, point);
    g_array_append_val(ahead, end);
    for (guint i = least; i-- > 1;) {
        RkSampledPoint next = point_at(curve, user, first + (double)i / least * span);
        g_array_append_val(ahead, next);
    }
    double sx = 1 / span, sy = height_scale(&point, ahead), stop = span / most;
    while (ahead->len > 0) {
        RkSampledPoint next = g_array_index(ahead, RkSampledPoint, ahead->len - 1);
        RkSampledPoint middle = point_at(curve, user, (point.x + next.x) / 2);
        if (least < most && middle.x - point.x >= stop && point_bends(&point, &middle, &next, sx, sy)) {
            g_array_append_val(ahead, middle);
            continue;
        }
        point = next;
        g_array_append_val(points, point);
        g_array_set_size(ahead, ahead->len - 1);
    }
    return points;
}

void rk_curve_rows_init(RkCurveRows *rows, const RkGroups *groups)
{
    rows->groups = groups;
    rows->group = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint i = 0; i < RK_CURVE_COLUMNS; i++)
        rows->values[i] = g_array_new(FALSE, FALSE, sizeof(double));
}

void rk_curve_rows_rest_on(RkCurveRows *rows, const RkMeasure *measure)
{
    rows->of = measure->column;
    rows->only_uncertain = TRUE;
    rows->flag_rule = measure->flag_rule;
}

void rk_curve_rows_clear(RkCurveRows *rows)
{
    g_clear_pointer(&rows->group, g_array_unref);
    for (guint i = 0; i < RK_CURVE_COLUMNS; i++)
        g_clear_pointer(&rows->values[i], g_array_unref);
}

void rk_curve_rows_add(RkCurveRows *rows, guint32 group, const RkSampledPoint *point)
{
    const double values[RK_CURVE_COLUMNS] = {point->x, point->value, point->low, point->high};
    g_array_append_val(rows->group, group);
    for (guint i = 0; i < RK_CURVE_COLUMNS; i++)
        g_array_append_val(rows->values[i], values[i]);
}

static RkColumn *make_column(const RkCurveRows *rows, guint index, const RkCurveColumn *column)
{
    gsize count = rows->group->len;
    double *values = g_new(double, MAX(count, 1));
    if (count > 0)
        memcpy(values, rows->values[index]->data, count * sizeof(double));
    g_autoptr(RkColumn) plain = column->frequency == RK_FREQUENCY_NONE
                                    ? rk_column_new_numbers(column->name, values, count)
                                    : rk_column_new_times(column->name, values, count, column->frequency);
    g_autoptr(RkColumn) unit =
        column->unit == NULL ? NULL : rk_column_gather(column->unit, (const guint32 *)(void *)rows->group->data, count);
    RkColumn *with = rk_column_with(plain, NULL, unit, NULL);
    const RkColumn *of = index > 0 ? rows->of : NULL;
    return rk_flags_of_all(with, of, rows->groups, (const guint32 *)(const void *)rows->group->data,
                           rows->only_uncertain, rows->flag_rule);
}

RkTable *rk_curve_rows_table(RkCurveRows *rows, const GPtrArray *keys, const RkCurveColumn *columns, guint count,
                             RkPlace place, GError **error)
{
    g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func((GDestroyNotify)rk_column_unref);
    g_autofree guint32 *first = rk_groups_first(rows->groups);
    g_autofree guint32 *key_rows = g_new(guint32, MAX(rows->group->len, 1));
    for (guint i = 0; i < rows->group->len; i++)
        key_rows[i] = first[g_array_index(rows->group, guint32, i)];
    for (guint i = 0; i < keys->len; i++)
        g_ptr_array_add(made, rk_column_gather(g_ptr_array_index(keys, i), key_rows, rows->group->len));
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(made, make_column(rows, i, &columns[i]));
    return rk_results_table(made, rows->group->len, place, error);
}

gboolean rk_option_extent(const RkValue *extent, double *first, double *last, GError **error)
{
    *first = rk_value_number_or(rk_value_at(extent, 0), NAN);
    *last = rk_value_number_or(rk_value_at(extent, 1), NAN);
    if (rk_value_length(extent) == 2 && isfinite(*first) && isfinite(*last) && *first < *last)
        return TRUE;
    rk_error_set(error, RK_ERROR_SPEC, rk_value_place(extent), NULL, "an extent is two numbers, the lesser first");
    return FALSE;
}
